"""The parts of the monthly report in words: coverage first, counts second.

A target of posts rewards splitting one activity into three; so what is covered comes first.
"""

from collections.abc import Iterable

from plugins.agenda.report import (
    Counted,
    Frequency,
    Report,
    ReportEvent,
    ReportLine,
    ReportMonth,
    Share,
)
from plugins.agenda.sheet import (
    Bar,
    Cell,
    Chart,
    Column,
    Kind,
    Section,
    Sheet,
    number,
    numbers,
    text,
)
from plugins.model import addresses
from plugins.model.moment import parse_moment
from plugins.model.month import month_named

COVERAGE = Column("Sudah diberitakan", Kind.RATE)
VACANT = "Belum ada petugas humas"


def sections_of(report: Report) -> tuple[Section, ...]:
    """All parts but the lists of everything."""
    return (
        _agencies(report),
        _not_covered(report),
        _summary(report),
        _timeliness(report),
        _mix(report),
        _quality(report),
        _media(report),
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


def trend_of(trend: Iterable[ReportMonth]) -> Section:
    """The year behind the month; only on paper, for a late post must not touch a year."""
    columns = (Column("Bulan"), COVERAGE, *numbers("Terlaksana", "Berita", "Median hari"))
    rows = tuple(
        (
            Cell(_words(month.month)),
            _rate(month),
            number(month.held),
            number(month.posts),
            number(month.delay),
        )
        for month in trend
    )
    sheet = Sheet("Cakupan dari bulan ke bulan", columns, rows)
    return Section("Dua belas bulan", (), (sheet,), chart=Chart.YEAR)


def sentence_of(report: Report) -> str:
    """The month in one sentence that can be read aloud."""
    total, month = report.total, month_named(report.month).words
    if not total.held:
        return f"Belum ada kegiatan yang terlaksana pada {month}."
    parts = [f"{total.covered} dari {total.held} kegiatan yang terlaksana sudah diberitakan"]
    parts += [f"{total.missed} belum"] if total.missed else []
    parts += [f"{total.waiting} menunggu berita"] if total.waiting else []
    parts += [f"{total.waived} memang tidak diberitakan"] if total.waived else []
    return f"Pada {month}, {_and(parts)}. Berita yang terbit: {report.total.posts}."


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
        _agency(line),
        _rate(line),
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
        _agency(line, named=False),
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


def _agency(line: ReportLine, named: bool = True) -> Cell:
    note = VACANT if line.vacant and named else ""
    return Cell(line.name, addresses.agency_href(line.slug), note=note)


def _rate(counted: Counted) -> Cell:
    if not counted.held:
        return Cell("belum ada yang terlaksana" if counted.recorded else "–")
    found = counted.figures
    without = f"tanpa yang dikecualikan: {found.rate_without_waived.words}"
    return Cell(
        found.rate.words,
        note=without if 0 < counted.waived < counted.held else "",
        bar=Bar(counted.covered, counted.waiting, counted.missed, counted.held),
    )


def _not_covered(report: Report) -> Section:
    hidden = f"Ditambah {report.hidden_open} kegiatan yang tidak dibuka untuk umum."
    sheet = Sheet(
        "Kegiatan yang terlaksana dan belum atau tidak diberitakan",
        text("Kegiatan", "Perangkat daerah", "Hari", "Keadaan"),
        tuple(_event_row(event) for event in report.open),
    )
    return Section(
        "Belum dan tidak diberitakan",
        (hidden,) if report.hidden_open else (),
        (sheet,) if report.open else (),
        "Semua kegiatan yang terlaksana dan dibuka untuk umum sudah diberitakan.",
    )


def _event_row(event: ReportEvent) -> tuple[Cell, ...]:
    return (
        Cell(event.title, event.href, note=event.place),
        Cell(", ".join(event.agencies)),
        Cell(event.days),
        Cell(event.state.words, note=event.reason, state=event.state),
    )


def _summary(report: Report) -> Section:
    now, before = report.total, report.before
    head = (Column("Ukuran"), *numbers(*(_words(m.month) for m in (now, before)), "Selisih"))
    known = bool(before.recorded or before.posts)
    pairs = (
        ("Kegiatan tercatat", now.recorded, before.recorded),
        ("Kegiatan terlaksana", now.held, before.held),
        ("Sudah diberitakan", now.covered, before.covered),
        ("Belum diberitakan", now.missed, before.missed),
        ("Menunggu berita", now.waiting, before.waiting),
        ("Tidak diberitakan", now.waived, before.waived),
        ("Ditunda atau batal", now.called_off, before.called_off),
        ("Berita terbit", now.posts, before.posts),
        ("Median hari sampai berita", now.delay, before.delay),
    )
    rates = (
        Cell("Cakupan"),
        Cell(now.figures.rate.words if now.held else "–"),
        Cell(before.figures.rate.words if before.held else "–"),
        Cell(""),
    )
    waits = (
        Cell("Median persetujuan Humas"),
        Cell(_span(now.turnaround)),
        Cell(_span(before.turnaround)),
        Cell(""),
    )
    rows = (rates, *(_compared(*pair, known=known) for pair in pairs), waits)
    sheets = [Sheet("Bulan ini dan bulan sebelumnya", head, rows)]
    if report.best:
        best = tuple((_agency(line, named=False), _rate(line)) for line in report.best)
        caption = "Cakupan tertinggi, dari yang kegiatannya lima atau lebih"
        sheets.append(Sheet(caption, (Column("Perangkat daerah"), COVERAGE), best))
    silent = [line.short for line in report.silent]
    notes = (f"Tanpa agenda dan tanpa berita: {_and(silent)}.",) if silent else ()
    return Section("Ringkasan", notes, tuple(sheets))


def _compared(label: str, now: int | None, before: int | None, known: bool) -> tuple[Cell, ...]:
    if not known:
        return (Cell(label), number(now), Cell("–"), Cell("–"))
    return (Cell(label), number(now), number(before), Cell(_difference(now, before)))


def _difference(now: int | None, before: int | None) -> str:
    if now is None or before is None:
        return "–"
    return f"{now - before:+d}".replace("-", "−").replace("+0", "0")


def _timeliness(report: Report) -> Section:
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


def _mix(report: Report) -> Section:
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
    return (name, _rate(share), number(share.recorded), number(share.posts))


def _quality(report: Report) -> Section:
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


def _media(report: Report) -> Section:
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


def _lists(report: Report) -> Iterable[Sheet]:
    posts = tuple(
        (
            Cell(post.title, post.href, note="diralat" if post.corrected else ""),
            Cell(", ".join(post.agencies)),
            Cell(parse_moment(post.day).short),
        )
        for post in report.posts
    )
    events = tuple(map(_event_row, report.events))
    if posts:
        yield Sheet("Semua berita", text("Judul", "Perangkat daerah", "Tanggal"), posts)
    if events:
        columns = text("Kegiatan", "Perangkat daerah", "Hari", "Keadaan")
        yield Sheet("Semua kegiatan yang dibuka untuk umum", columns, events)


def _words(month: str) -> str:
    return month_named(month).words


def _span(minutes: int | None) -> str:
    """Minutes as people say them; nobody waits for 1,543 minutes."""
    if minutes is None:
        return "–"
    if minutes < 120:
        return f"{minutes} menit"
    return f"{minutes // 60} jam" if minutes < 48 * 60 else f"{minutes // (24 * 60)} hari"


def _and(words: Iterable[str]) -> str:
    *some, last = words
    return f"{', '.join(some)}{',' * (len(some) > 1)} dan {last}" if some else last
