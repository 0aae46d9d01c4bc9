"""The activities of a month as a table and as JSON: docs/dev/agenda.schema.json.

Both name columns as the header of an activity does, so a table goes back in by
`make agenda-impor`. Neither knows anything of what the news made of them.
"""

from collections.abc import Iterable, Iterator, Sequence

import msgspec

from plugins.model import addresses
from plugins.model.calendar import CalendarEntry
from plugins.model.csvtext import csv_bytes
from plugins.model.moment import DAY, Moment, clock_words
from plugins.model.monthedition import MonthEdition
from plugins.model.output import Output, Resources
from plugins.model.record import Value
from plugins.model.site import Site

SCHEMA = 1  # raised when a field is renamed or goes; new ones may come at any time
LIST_MARK = ", "  # between the members of a list in one cell


class ExportFile(Value, frozen=True):
    """What an export may see."""

    site: Site
    entries: tuple[CalendarEntry, ...]


class Row(msgspec.Struct, frozen=True):
    """One activity; text is empty where nothing is known."""

    id: str
    pd: str  # slug of its agency
    perangkat_daerah: str
    acara: str
    tanggal: str  # 2026-11-24
    sampai: str  # the last day, where it is another
    mulai: str  # 09:00
    selesai: str
    tempat: str
    kecamatan: str  # slug
    bersama: tuple[str, ...]  # slugs
    pimpinan: str
    kehadiran: str
    peserta: str
    liputan: str  # diminta where Humas is asked to come, or tidak
    status: str  # ditunda or batal
    alasan: str
    pindah_ke: str  # id
    rutin: str  # id of the recurring activity of which this is a later time
    diubah: str  # when its file was last changed: 2026-11-20T09:15:00+08:00
    alamat: str
    contoh: str  # ya where the whole site holds samples


class Export(msgspec.Struct, frozen=True):
    """A whole file."""

    skema: int
    situs: str
    contoh: bool
    lisensi: str
    kegiatan: tuple[Row, ...]


def export_outputs(edition: MonthEdition) -> Iterator[Output]:
    if edition.entries:
        month = edition.chapter.month
        front = addresses.month_href("/agenda/", month.year, month.month)
        page = ExportFile(edition.site, edition.entries)
        yield Output(addresses.output_path(front + "agenda.csv"), export_table, page)
        yield Output(addresses.output_path(front + "agenda.json"), export_json, page)


def export_table(page: ExportFile, _resources: Resources) -> bytes:
    return table_of([_row(entry, page.site) for entry in page.entries])


def export_json(page: ExportFile, _resources: Resources) -> bytes:
    site = page.site
    rows = tuple(_row(entry, site) for entry in page.entries)
    return json_of(Export(SCHEMA, site.name, site.sample, site.licence, rows))


def table_of(rows: Iterable[Row]) -> bytes:
    fields = msgspec.structs.fields(Row)
    names = [field.name for field in fields]
    return csv_bytes([names, *([_cell(getattr(row, name)) for name in names] for row in rows)])


def json_of(export: Export) -> bytes:
    return msgspec.json.format(msgspec.json.encode(export), indent=1) + b"\n"


def _row(entry: CalendarEntry, site: Site) -> Row:
    event = entry.event
    return Row(
        id=event.id,
        pd=event.agency,
        perangkat_daerah=entry.agencies[0],
        acara=event.title,
        tanggal=event.first.iso_day,
        sampai=event.last.iso_day if event.last != event.first else "",
        mulai=_clock(event.starts),
        selesai=_clock(event.ends),
        tempat=event.place,
        kecamatan=event.district,
        bersama=event.partners,
        pimpinan=event.leader,
        kehadiran=event.attendance,
        peserta=event.participants,
        liputan=event.wants_coverage,
        status=event.status,
        alasan=event.reason,
        pindah_ke=event.moved_to,
        rutin=event.series,
        diubah=_moment(entry.revision.at) if entry.revision else "",
        alamat=site.url + addresses.event_href(event.id),
        contoh="ya" if site.sample else "",
    )


def _clock(minute: int) -> str:
    return clock_words(minute).replace(".", ":") if minute >= 0 else ""


def _moment(minutes: int) -> str:
    return Moment(minutes // DAY, minutes % DAY).iso


def _cell(value: str | Sequence[str]) -> str:
    return value if isinstance(value, str) else LIST_MARK.join(value)
