"""The parts of the report that ask when, where, about what, how well, and since when."""

from collections.abc import Iterable

from plugins.agenda.report import Frequency, Report, ReportMonth, Share
from plugins.agenda.report_cells import COVERAGE, rate_cell
from plugins.agenda.sheet import Cell, Chart, Column, Section, Sheet, number, numbers, text
from plugins.model import addresses
from plugins.model.moment import parse_moment
from plugins.model.month import month_named


def timeliness(report: Report) -> Section:
    columns = (Column("Sesudah kegiatan"), *numbers("Kegiatan"))
    rows = tuple(
        (Cell(words), number(count))
        for words, count in zip(delay_words(report.grace_days), report.delays, strict=True)
    )
    sheet = Sheet("Berapa hari sampai berita pertama terbit", columns, rows)
    empty = "Belum ada kegiatan yang diberitakan."
    sheets = (sheet,) if any(report.delays) else ()
    return Section("Ketepatan waktu", (), sheets, empty, Chart.DELAYS)


def delay_words(grace_days: int) -> tuple[str, ...]:
    """The names of the days that Report.delays counts."""
    within = (f"{days} hari" for days in range(1, grace_days + 1))
    return ("Hari yang sama", *within, f"Lebih dari {grace_days} hari")


def delay_labels(grace_days: int) -> tuple[str, ...]:
    """The same, short enough to stand below a column."""
    return (*(f"{days} hari" for days in range(grace_days + 1)), f">{grace_days} hari")


def mix(report: Report) -> Section:
    places = Sheet(
        "Menurut kecamatan",
        (Column("Kecamatan"), COVERAGE, *numbers("Kegiatan", "Berita")),
        tuple(_place_row(share) for share in report.districts),
    )
    sheets = (
        _counts("Menurut rubrik", "Rubrik", report.categories),
        _counts("Menurut klasifikasi informasi", "Klasifikasi", report.classes),
        places,
    )
    return Section(
        "Sebaran",
        ("Pada kecamatan dihitung kegiatan yang dibuka untuk umum dan menyebut kecamatannya.",),
        tuple(sheet for sheet in sheets if sheet.rows),
    )


def _counts(caption: str, label: str, shares: Iterable[Share]) -> Sheet:
    rows = tuple((Cell(share.label, share.href), number(share.posts)) for share in shares)
    return Sheet(caption, (Column(label), *numbers("Berita")), rows)


def _place_row(share: Share) -> tuple[Cell, ...]:
    name = Cell(share.label, share.href)
    return (name, rate_cell(share), number(share.recorded), number(share.posts))


def quality(report: Report) -> Section:
    found = report.quality
    facts = (
        ("Foto terbit", found.photos),
        ("Foto tanpa teks alternatif", found.without_alt),
        ("Foto tanpa keterangan", found.without_caption),
    )
    sheets = (
        _codes("Temuan pemeriksaan yang masih ada", found.findings),
        _codes("Temuan yang dilewatkan dengan alasan", found.waivers),
        Sheet(
            "Foto",
            (Column("Ukuran"), *numbers("Jumlah")),
            tuple((Cell(label), number(count)) for label, count in facts),
        ),
    )
    return Section(
        "Mutu",
        ("Usulan yang ditolak tidak masuk ke riwayat, jadi tidak dapat dihitung di sini.",),
        tuple(sheet for sheet in sheets if sheet.rows),
    )


def _codes(caption: str, found: Iterable[Frequency]) -> Sheet:
    rows = ((Cell(f.code, addresses.rule_href(f.code)), number(f.count)) for f in found)
    return Sheet(caption, (Column("Aturan"), *numbers("Jumlah")), tuple(rows))


def media(report: Report) -> Section:
    rows = tuple(
        (
            Cell(parse_moment(m.day).brief),
            Cell(m.outlet),
            Cell(m.title, url=m.url),
            Cell(m.tone or "–"),
            Cell("berita kami" if m.post else "–", m.post),
        )
        for m in report.media
    )
    columns = text("Tanggal", "Media", "Judul", "Nada", "Dari")
    empty = "Humas belum mengisi pantauan media bulan ini."
    sheets = (Sheet("Pemberitaan oleh media", columns, rows),) if rows else ()
    return Section("Pantauan media", (), sheets, empty)


def trend_of(trend: Iterable[ReportMonth]) -> Section:
    """The year behind the month; only on paper, for a late post must not touch a year."""
    columns = (Column("Bulan"), COVERAGE, *numbers("Terlaksana", "Berita", "Median hari"))
    rows = tuple(
        (
            Cell(month_named(month.month).words),
            rate_cell(month),
            number(month.held),
            number(month.posts),
            number(month.delay),
        )
        for month in trend
    )
    sheet = Sheet("Cakupan dari bulan ke bulan", columns, rows)
    return Section("Dua belas bulan", (), (sheet,), chart=Chart.YEAR)
