"""W: days and hours (waktu)."""

import re
from collections.abc import Iterator

from plugins.checks.locate import text_of
from plugins.checks.rulebook import PREFIX, Finding, Question, Scope, at, problems, rule
from plugins.checks.wording import nearest, quoted
from plugins.model.addresses import Place, event_path, post_path
from plugins.model.fault import Severity
from plugins.model.manuscript import Manuscript
from plugins.model.moment import (
    MONTHS,
    Moment,
    UnreadableMomentError,
    parse_clock,
    parse_moment,
)
from plugins.model.source import Text

EARLIEST = parse_moment("2000-01-01")
YEAR = 366  # days
_CLOCK = r"(?:,?\s*(?:pukul\s*)?(\d{1,2})[:.](\d{2})(?:\s*wita)?)?\Z"
_DAY_FIRST = re.compile(r"(?:[a-z]+,\s*)?(\d{1,2})[-/. ]+(\w+)[-/. ]+(\d{4})" + _CLOCK, re.I)
_YEAR_FIRST = re.compile(r"(\d{4})[-/. ]+(\w+)[-/. ]+(\d{1,2})" + _CLOCK, re.I)


@rule("W201", Severity.GALAT, of_problems=True)
def bad_moment(manuscript: Manuscript) -> Iterator[Finding]:
    """Tanggal tidak terbaca.

    Mengapa: tanggal menentukan letak berita dalam arsip. Tanggal tidak ditebak, sebab
    10/11/2026 dapat berarti Oktober atau November.

    Salah:
        tanggal: 24/11/26

    Benar:
        tanggal: 2026-11-24 09:30
    """
    for problem in problems(manuscript, "bad-moment"):
        usual = "2026-11-24"
        usual += " atau 2026-11-24 09:30" if manuscript.place.kind == "post" else ""
        proposed = _proposed_moment(problem.value)
        hint = f"Maksud Anda {proposed}?" if proposed else f"Tulis seperti {usual}."
        message = f"Tanggal {quoted(problem.value)} tidak terbaca: {problem.expected}."
        yield at(problem, message, hint)


@rule("W202", Severity.GALAT, of_problems=True)
def day_with_hour(manuscript: Manuscript) -> Iterator[Finding]:
    """Tanggal memuat jam yang tidak pada tempatnya.

    Mengapa: kunci ini berisi hari saja. Jam kegiatan ditulis pada “mulai” dan “selesai”.

    Salah:
        tanggal: 2026-11-24 09:00

    Benar:
        tanggal: 2026-11-24
        mulai: 09:00
    """
    for problem in problems(manuscript, "day-with-hour"):
        hint = f"Tulis {problem.expected}"
        hint += "; jamnya pada “mulai”." if manuscript.place.kind == "event" else "."
        yield at(problem, f"Tanggal {quoted(problem.value)} memuat jam.", hint)


@rule("W203", Severity.GALAT, of_problems=True)
def bad_clock(manuscript: Manuscript) -> Iterator[Finding]:
    """Jam tidak terbaca.

    Mengapa: jam masuk ke kalender warga, jadi harus pasti: dua angka jam, dua angka menit.

    Salah:
        mulai: 9 pagi

    Benar:
        mulai: 09:00
    """
    for problem in problems(manuscript, "bad-clock"):
        proposed = _proposed_clock(problem.value)
        hint = f"Maksud Anda {proposed}?" if proposed else "Tulis seperti 09:00."
        message = f"Jam {quoted(problem.value)} tidak terbaca: {problem.expected}."
        yield at(problem, message, hint)


@rule("W204", Severity.GALAT)
def folder_month_differs(manuscript: Manuscript) -> Iterator[Finding]:
    """Tanggal tidak cocok dengan folder.

    Mengapa: folder menentukan alamat dan arsip bulan. Bila tanggalnya lain, berita tampil
    di bulan yang salah.

    Salah:
        content/berita/dinkes/2026/11/imunisasi-campak/index.md
        tanggal: 2026-10-31 16:00

    Benar:
        content/berita/dinkes/2026/10/imunisasi-campak/index.md
        tanggal: 2026-10-31 16:00
    """
    place, text = manuscript.place, text_of(manuscript, "tanggal")
    moment = _moment(text)
    if not text or not moment or place.kind not in ("post", "event"):
        return
    right = _right_place(place, moment)
    if right != manuscript.path:
        yield Finding(
            f"Tanggal {quoted(text.text)} tidak cocok dengan letak berkas “{_folder(place)}”.",
            f"Perbaiki tanggalnya, atau pindahkan berkas ke {PREFIX}{right}.",
            text.line,
            text.column,
        )


@rule("W205", Severity.GALAT, Scope.NEWSROOM)
def far_date(question: Question) -> Iterator[Finding]:
    """Tanggal terlalu jauh.

    Mengapa: tahun yang salah ketik menaruh berita di arsip yang tidak pernah dibuka orang.
    Tanggal sebelum tahun 2000 atau lebih dari setahun ke depan dianggap salah ketik.

    Salah:
        tanggal: 2062-11-24

    Benar:
        tanggal: 2026-11-24
    """
    latest = question.now.day + YEAR
    for path, key, moment in _moments(question):
        if EARLIEST.day <= moment.day <= latest:
            continue
        side = "sebelum tahun 2000" if moment.day < EARLIEST.day else "lebih dari setahun lagi"
        message = f"Tanggal “{moment.iso_day}” terlalu jauh: {side}."
        yield Finding(message, "Periksa angka tahunnya.", path=path, key=key)


@rule("W206", Severity.GALAT)
def end_before_start(manuscript: Manuscript) -> Iterator[Finding]:
    """Kegiatan selesai sebelum mulai.

    Mengapa: kegiatan seperti itu tidak dapat ditampilkan dalam kalender.

    Salah:
        mulai: 12:00
        selesai: 09:00

    Benar:
        mulai: 09:00
        selesai: 12:00
    """
    if manuscript.place.kind != "event":
        return
    start, end = text_of(manuscript, "tanggal"), text_of(manuscript, "sampai")
    first, last = _moment(start), _moment(end)
    if start and end and first and last and last.day < first.day:
        yield Finding(
            f"Hari terakhir {quoted(end.text)} mendahului hari pertama {quoted(start.text)}.",
            "Perbaiki “sampai”, atau hapus baris itu bila kegiatan hanya sehari.",
            end.line,
            end.column,
        )
    elif first and (last is None or last.day == first.day):
        yield from _clock_finding(text_of(manuscript, "mulai"), text_of(manuscript, "selesai"))


def _clock_finding(start: Text | None, end: Text | None) -> Iterator[Finding]:
    begins, ends = _clock(start), _clock(end)
    if start and end and 0 <= ends <= begins:
        yield Finding(
            f"Jam selesai {quoted(end.text)} tidak sesudah jam mulai {quoted(start.text)}.",
            "Periksa kedua jamnya; bila lewat tengah malam, tulis hari terakhir pada “sampai”.",
            end.line,
            end.column,
        )


def _moment(text: Text | None) -> Moment | None:
    try:
        return parse_moment(" ".join(text.text.split())) if text else None
    except UnreadableMomentError:
        return None


def _clock(text: Text | None) -> int:
    try:
        return parse_clock(text.text.strip()) if text else -1
    except UnreadableMomentError:
        return -1


def _right_place(place: Place, moment: Moment) -> str:
    month = f"{place.agency}/{moment.year:04}/{moment.month:02}"
    if place.kind == "post":
        return post_path(f"{month}/{place.slug}")
    return event_path(f"{month}/{moment.date.day:02}{place.slug[2:]}")


def _folder(place: Place) -> str:
    month = f"{place.year:04}/{place.month:02}"
    return month if place.kind == "post" else f"{month}/{place.slug[:2]}"


def _moments(question: Question) -> Iterator[tuple[str, str, Moment]]:
    for post in question.newsroom.posts.values():
        yield post_path(post.id), "tanggal", post.date
        if post.publish_at:
            yield post_path(post.id), "terbit_pada", post.publish_at
    for event in question.newsroom.events.values():
        yield event_path(event.id), "tanggal", event.first
        if event.last != event.first:
            yield event_path(event.id), "sampai", event.last


def _proposed_moment(value: str) -> str:
    """The day that was probably meant, in the form that is read."""
    if match := _DAY_FIRST.match(value):
        day, month, year, *clock = match.groups()
    elif match := _YEAR_FIRST.match(value):
        year, month, day, *clock = match.groups()
    else:
        return ""
    hour = f" {int(clock[0]):02}:{clock[1]}" if clock[0] else ""
    proposed = f"{year}-{_month_number(month):02}-{int(day):02}{hour}"
    return proposed if _moment(Text(proposed, 1, 1)) else ""


def _month_number(word: str) -> int:
    if word.isdecimal():
        return int(word)
    names = {name.lower(): number for number, name in enumerate(MONTHS, 1)}
    short = {name[:3]: number for name, number in names.items()}
    return names.get(nearest(word, names), short.get(word.lower(), 0))


def _proposed_clock(value: str) -> str:
    match = re.fullmatch(r"(?:pukul|jam)?\s*(\d{1,2})[:. ](\d{2})(?:\s*wita)?", value, re.I)
    proposed = f"{int(match[1]):02}:{match[2]}" if match else ""
    return proposed if _clock(Text(proposed, 1, 1)) >= 0 else ""
