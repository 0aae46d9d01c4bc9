"""The ledger as data: the same numbers as its page, as a table and as JSON.

docs/dev/cakupan.schema.json is the promise of the JSON.
"""

from collections.abc import Iterable, Iterator, Mapping

import msgspec

from plugins.agenda.ledger import DATA, TABLE, AgencyRow, LedgerPage, MissedLine, ledger_page
from plugins.agenda.places import PlaceRow
from plugins.model.addresses import output_path, write_href
from plugins.model.books import MonthFigures
from plugins.model.card import Link
from plugins.model.coverage import MINIMUM_FOR_PERCENT, Figures, Rate
from plugins.model.csvtext import csv_bytes
from plugins.model.docket import DatedLine
from plugins.model.edition import Edition
from plugins.model.eventline import EventLine
from plugins.model.moment import Moment
from plugins.model.output import Output, Resources
from plugins.model.record import Value
from plugins.model.site import Site

VERSION = 1  # raised when something that was promised goes or changes its meaning
Json = Mapping[str, object]


class LedgerData(Value, frozen=True):
    """What the files may see."""

    site: Site
    ledger: LedgerPage
    today: tuple[DatedLine, ...]  # the public agenda
    tomorrow: tuple[DatedLine, ...]
    wanted: tuple[DatedLine, ...]  # those of any coming day to which Humas is asked to come


def ledger_outputs(edition: Edition) -> Iterator[Output]:
    """The page, and the files beside it."""
    page, today = ledger_page(edition), Moment(edition.now.day)
    data = LedgerData(
        site=edition.site,
        ledger=page,
        today=tuple(d for d in edition.near if d.is_on(today)),
        tomorrow=tuple(d for d in edition.near if d.is_on(today.later(1))),
        wanted=tuple(d for d in edition.near if d.wanted),
    )
    yield Output("cakupan/index.html", "ledger.html", page, daily=True)
    yield Output(output_path(TABLE), ledger_csv, data, daily=True)
    yield Output(output_path(DATA), ledger_json, data, daily=True)


def ledger_csv(data: LedgerData, _resources: Resources) -> bytes:
    """One row for each agency, as in the table of the page."""
    rows = [_row(row) for row in data.ledger.rows]
    month = data.ledger.month.name
    head = ["bulan", *(rows[0] if rows else ())]
    return csv_bytes([head, *([month, *map(_cell, row.values())] for row in rows)])


def ledger_json(data: LedgerData, _resources: Resources) -> bytes:
    page, site = data.ledger, data.site
    told: Json = {
        "versi": VERSION,
        "nama": site.name,
        "situs": site.url,
        "contoh": site.sample,
        "tanggal": page.today.iso_day,
        "bulan": page.month.name,
        "batas_hari": page.grace_days,
        "jumlah": {**_figures(page.total), **_rates(page.total)},
        "perangkat_daerah": [_row(row) for row in page.rows],
        "belum_diberitakan": _missed(page.missed),
        "menunggu_berita": _missed(page.waiting),
        "belum_diberitakan_tidak_dibuka": page.hidden,
        "agenda_hari_ini": _agenda(data.today),
        "agenda_besok": _agenda(data.tomorrow),
        "diminta_diliput": _agenda(data.wanted),
        "tren": [_month(month) for month in page.trend],
        "persetujuan": {
            "usul": page.turnaround.proposals,
            "median_menit": _known(page.turnaround.minutes),
        },
        "kecamatan": [_place(row) for row in page.places.rows],
        "batas_hari_sunyi": page.places.quiet_days,
        "laporan": [_link(link) for link in page.reports],
    }
    return msgspec.json.format(msgspec.json.encode(told), indent=1) + b"\n"


def _row(row: AgencyRow) -> Json:
    return {
        "pd": row.slug,
        "nama": row.name,
        "singkatan": row.short,
        **_figures(row.figures),
        **_rates(row.figures),
        "median_hari_sampai_terbit": _known(row.delay),
        "berita": row.posts,
        "berita_tanpa_agenda": row.unplanned,
        "hari_sejak_berita_terakhir": _known(row.since_last),
        "agenda_bulan_ini_kosong": row.silent,
        "agenda_pekan_ini_kosong": row.idle,
        "tanpa_petugas_humas": row.vacant,
    }


def _figures(figures: Figures) -> Json:
    return {
        "tercatat": figures.recorded,
        "terlaksana": figures.held,
        "sudah_diberitakan": figures.covered,
        "menunggu_berita": figures.waiting,
        "belum_diberitakan": figures.missed,
        "tidak_diberitakan": figures.waived,
        "belum_selesai": figures.ahead,
        "ditunda_atau_batal": figures.called_off,
    }


def _rates(figures: Figures) -> Json:
    without = figures.rate_without_waived
    return {
        "cakupan": figures.rate.words,
        "persen": _percent(figures.rate),
        "cakupan_tanpa_yang_tidak_diberitakan": without.words,
        "persen_tanpa_yang_tidak_diberitakan": _percent(without),
    }


def _percent(rate: Rate) -> int | None:
    return rate.percent if rate.held >= MINIMUM_FOR_PERCENT else None


def _missed(lines: Iterable[MissedLine]) -> list[Json]:
    return [
        {
            **_activity(missed.line, missed.agencies),
            "usia_hari": missed.age,
            "tulis": write_href(missed.line.id),
        }
        for missed in lines
    ]


def _agenda(lines: Iterable[DatedLine]) -> list[Json]:
    return [{**_activity(d.line, d.agencies), "keadaan": d.line.state.value} for d in lines]


def _activity(line: EventLine, agencies: Iterable[str]) -> Json:
    return {
        "id": line.id,
        "acara": line.title,
        "pd": list(agencies),
        "singkatan": line.agency.label,
        "tanggal": line.first.iso_day,
        "hari": line.days,
        "jam": line.hours,
        "tempat": line.place,
        "href": line.href,
    }


def _month(counted: MonthFigures) -> Json:
    return {
        "bulan": counted.month.name,
        **_figures(counted.figures),
        "berita": counted.posts,
        "median_hari_sampai_terbit": _known(counted.delay),
        "median_menit_persetujuan": _known(counted.turnaround),
    }


def _place(row: PlaceRow) -> Json:
    return {
        "kecamatan": row.slug,
        "nama": row.name,
        "href": row.href,
        **_figures(row.figures),
        "berita": row.posts,
        "terakhir": row.last.iso_day if row.last else None,
        "sunyi": row.quiet,
    }


def _link(link: Link) -> Json:
    return {"judul": link.label, "href": link.href}


def _known(number: int) -> int | None:
    return None if number < 0 else number


def _cell(value: object) -> str | int:
    """As a table writes it: yes and no in words, nothing where there is no number."""
    if isinstance(value, bool):
        return "ya" if value else "tidak"
    return value if isinstance(value, int) else str(value or "")
