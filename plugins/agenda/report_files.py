"""The monthly report for machines: CSV for spreadsheets, JSON with everything, its schema."""

from collections.abc import Iterator

import msgspec

from plugins.agenda.report import Report, ReportLine
from plugins.model.csvtext import csv_bytes
from plugins.model.output import Resources
from plugins.model.record import Value

HEAD = (
    "bulan", "kode", "perangkat_daerah", "cakupan", "tercatat", "terlaksana",
    "sudah_diberitakan", "menunggu_berita", "belum_diberitakan", "tidak_diberitakan",
    "belum_selesai", "ditunda_atau_batal", "median_hari", "kegiatan_terlambat", "berita",
    "berita_terkait_kegiatan", "berita_lain", "target", "target_tercapai", "foto", "ralat",
    "dicabut", "berita_terakhir", "hari_sejak_berita_terakhir", "petugas_kosong",
)  # fmt: skip


class AgencyTable(Value, frozen=True):
    """What laporan.csv may see."""

    month: str
    lines: tuple[ReportLine, ...]


class SchemaOf(Value, frozen=True):
    """The schema follows from the code alone."""

    name: str


def as_csv(table: AgencyTable, _resources: Resources) -> bytes:
    """One row for each agency; activities of several agencies stand in each of their rows."""
    return csv_bytes((HEAD, *(tuple(_row(table.month, line)) for line in table.lines)))


def as_json(report: Report, _resources: Resources) -> bytes:
    return msgspec.json.format(msgspec.json.encode(report), indent=1) + b"\n"


def read_report(data: bytes) -> Report:
    """The report that `as_json` wrote. Raises msgspec.MsgspecError for anything else."""
    return msgspec.json.decode(data, type=Report)


def schema(_values: SchemaOf, _resources: Resources) -> bytes:
    return msgspec.json.format(msgspec.json.encode(msgspec.json.schema(Report)), indent=1) + b"\n"


def _row(month: str, line: ReportLine) -> Iterator[str | int]:
    yield from (month, line.slug, line.name)
    yield line.figures.rate.words if line.held else ""
    yield from (line.recorded, line.held, line.covered, line.waiting, line.missed, line.waived)
    yield from (line.ahead, line.called_off, _known(line.delay), line.late)
    yield from (line.posts, line.linked, line.posts - line.linked)
    yield from (line.target, _yes(line.reached) if line.target else "")
    yield from (line.photos, line.corrections, line.withdrawn)
    yield from (line.last or "", _known(line.rest), _yes(line.vacant))


def _known(number: int | None) -> str | int:
    return "" if number is None else number


def _yes(holds: bool) -> str:
    return "ya" if holds else "tidak"
