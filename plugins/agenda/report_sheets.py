"""The parts of the monthly report in words: coverage first, counts second.

A target of posts rewards splitting one activity into three; so what is covered comes first.
"""

from collections.abc import Iterable

from plugins.agenda.report import Report, ReportLine
from plugins.agenda.report_cells import COVERAGE, agency_cell, and_words, event_row, rate_cell
from plugins.agenda.report_parts import media, mix, quality, timeliness
from plugins.agenda.sheet import Cell, Column, Section, Sheet, number, numbers, text
from plugins.model.moment import parse_moment
from plugins.model.month import month_named

MEASURES = (
    ("Kegiatan tercatat", "recorded"),
    ("Kegiatan terlaksana", "held"),
    ("Sudah diberitakan", "covered"),
    ("Belum diberitakan", "missed"),
    ("Menunggu berita", "waiting"),
    ("Tidak diberitakan", "waived"),
    ("Ditunda atau batal", "called_off"),
    ("Berita terbit", "posts"),
    ("Median hari sampai berita", "delay"),
)  # of ReportMonth


def sections_of(report: Report) -> tuple[Section, ...]:
    """All parts but the lists of everything."""
    return (
        _agencies(report),
        _not_covered(report),
        _summary(report),
        timeliness(report),
        mix(report),
        quality(report),
        media(report),
    )


def lists_of(report: Report) -> Section:
    """Every post, and every activity that the public may see."""
    notes = [
        "Nama penulis dan penyunting tidak dimuat: laporan ini menilai kerja perangkat daerah, "
        "bukan orang."
    ]
    if report.hidden:
        notes.append(
            f"Sebanyak {report.hidden} kegiatan tidak dibuka untuk umum: dihitung, tidak disebut."
        )
    return Section("Daftar lengkap", tuple(notes), tuple(_lists(report)))


def sentence_of(report: Report) -> str:
    """The month in one sentence that can be read aloud."""
    total, month = report.total, month_named(report.month).words
    if not total.held:
        return f"Belum ada kegiatan yang terlaksana pada {month}."
    parts = [f"{total.covered} dari {total.held} kegiatan yang terlaksana sudah diberitakan"]
    parts += [f"{total.missed} belum"] if total.missed else []
    parts += [f"{total.waiting} menunggu berita"] if total.waiting else []
    parts += [f"{total.waived} memang tidak diberitakan"] if total.waived else []
    return f"Pada {month}, {and_words(parts)}. Berita yang terbit: {report.total.posts}."


def _agencies(report: Report) -> Section:
    lines = [line for line in report.lines if not line.silent]
    coverage = Sheet(
        "Kegiatan dan cakupannya",
        (
            Column("Perangkat daerah"),
            COVERAGE,
            *numbers("Tercatat", "Terlaksana", "Menunggu berita", "Belum diberitakan"),
            *numbers("Tidak diberitakan", "Ditunda atau batal"),
        ),
        tuple(_coverage_row(line) for line in lines),
    )
    posts = Sheet(
        "Berita dan ketepatan waktu",
        (
            Column("Perangkat daerah"),
            *numbers(
                "Median hari", f"Lewat {report.grace_days} hari", "Berita", "Terkait kegiatan"
            ),
            *numbers("Lainnya", "Target", "Foto", "Ralat", "Dicabut", "Berita terakhir"),
        ),
        tuple(_posts_row(line) for line in lines),
    )
    notes = (
        "Kegiatan dan berita bersama dihitung untuk setiap perangkat daerah yang terlibat, "
        "sehingga jumlah kolom dapat melebihi jumlah kabupaten.",
        "Median hari: lamanya dari hari terakhir kegiatan sampai berita pertamanya.",
    )
    if not lines:
        return Section("Menurut perangkat daerah", empty="Belum ada agenda dan berita.")
    return Section("Menurut perangkat daerah", notes, (coverage, posts))


def _coverage_row(line: ReportLine) -> tuple[Cell, ...]:
    return (
        agency_cell(line),
        rate_cell(line),
        number(line.recorded),
        number(line.held),
        number(line.waiting),
        number(line.missed, late=True),
        number(line.waived),
        number(line.called_off),
    )


def _posts_row(line: ReportLine) -> tuple[Cell, ...]:
    target = f"{line.target}: {'ya' if line.reached else 'belum'}" if line.target else "–"
    return (
        agency_cell(line, named=False),
        number(line.delay),
        number(line.late, late=True),
        number(line.posts),
        number(line.linked),
        number(line.posts - line.linked),
        Cell(target),
        number(line.photos),
        number(line.corrections),
        number(line.withdrawn),
        Cell(parse_moment(line.last).brief if line.last else "–"),
    )


def _not_covered(report: Report) -> Section:
    hidden = f"Ditambah {report.hidden_open} kegiatan yang tidak dibuka untuk umum."
    sheet = Sheet(
        "Kegiatan yang terlaksana dan belum atau tidak diberitakan",
        text("Kegiatan", "Perangkat daerah", "Hari", "Keadaan"),
        tuple(event_row(event) for event in report.open),
    )
    return Section(
        "Belum dan tidak diberitakan",
        (hidden,) if report.hidden_open else (),
        (sheet,) if report.open else (),
        "Semua kegiatan yang terlaksana dan dibuka untuk umum sudah diberitakan.",
    )


def _summary(report: Report) -> Section:
    sheets = [_compared(report)]
    if report.best:
        best = tuple((agency_cell(line, named=False), rate_cell(line)) for line in report.best)
        caption = "Cakupan tertinggi, dari yang kegiatannya lima atau lebih"
        sheets.append(Sheet(caption, (Column("Perangkat daerah"), COVERAGE), best))
    silent = [line.short for line in report.silent]
    notes = (f"Tanpa agenda dan tanpa berita: {and_words(silent)}.",) if silent else ()
    return Section("Ringkasan", notes, tuple(sheets))


def _compared(report: Report) -> Sheet:
    """The month, and the month before it where anything is known of that."""
    months = [report.total]
    if report.before and (report.before.recorded or report.before.posts):
        months.append(report.before)
    names = [month_named(found.month).words for found in months]
    head = (Column("Ukuran"), *numbers(*names, *(["Selisih"] if len(months) > 1 else [])))
    rates = [Cell(m.figures.rate.words if m.held else "–") for m in months]
    waits = [Cell(_span(m.turnaround)) for m in months]
    empty = [Cell("")] if len(months) > 1 else []
    rows = (
        (Cell("Cakupan"), *rates, *empty),
        *(_measure(label, [getattr(m, name) for m in months]) for label, name in MEASURES),
        (Cell("Median persetujuan Humas"), *waits, *empty),
    )
    return Sheet(" dan ".join(names), head, rows)


def _measure(label: str, counts: list[int | None]) -> tuple[Cell, ...]:
    cells = [number(count) for count in counts]
    return (Cell(label), *cells, *([Cell(_difference(*counts))] if len(counts) > 1 else []))


def _difference(now: int | None, before: int | None) -> str:
    if now is None or before is None:
        return "–"
    return f"{now - before:+d}".replace("-", "−").replace("+0", "0")


def _lists(report: Report) -> Iterable[Sheet]:
    posts = tuple(
        (
            Cell(post.title, post.href, note="diralat" if post.corrected else ""),
            Cell(", ".join(post.agencies)),
            Cell(parse_moment(post.day).short),
        )
        for post in report.posts
    )
    events = tuple(map(event_row, report.events))
    if posts:
        yield Sheet("Semua berita", text("Judul", "Perangkat daerah", "Tanggal"), posts)
    if events:
        columns = text("Kegiatan", "Perangkat daerah", "Hari", "Keadaan")
        yield Sheet("Semua kegiatan yang dibuka untuk umum", columns, events)


def _span(minutes: int | None) -> str:
    """Minutes as people say them; nobody waits for 1,543 minutes."""
    if minutes is None:
        return "–"
    if minutes < 120:
        return f"{minutes} menit"
    return f"{minutes // 60} jam" if minutes < 48 * 60 else f"{minutes // (24 * 60)} hari"
