"""C: dates and titles against themselves (catatan), file by file."""

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import islice
from typing import NamedTuple

from plugins.checks.locate import text_of
from plugins.checks.prose import MOST_TOLD, Prose, finding, prose_of, told
from plugins.checks.rulebook import Finding, rule
from plugins.checks.wording import quoted
from plugins.model.fault import Severity
from plugins.model.manuscript import Manuscript
from plugins.model.moment import MONTHS, WEEKDAYS, Moment, UnreadableMomentError, parse_moment
from plugins.model.portable import RuleData

_MARKS_AROUND = 12  # characters such as ## and ** around a repeated title
_CENTURY_TURNS = 50  # “24/4/98” is of the last century, “24/4/26” of this one
_SAME_SENTENCE = 60  # characters in which a second date may carry the year of the first
_DAYS = {**{d.lower(): d for d in WEEKDAYS}, "jum'at": "Jumat", "jum’at": "Jumat", "ahad": "Minggu"}
_SHORT = {name[:3].lower(): number for number, name in enumerate(MONTHS, 1)}
_MONTH_NUMBERS = {name.lower(): number for number, name in enumerate(MONTHS, 1)} | {
    "nopember": 11, "pebruari": 2, "agt": 8, "agu": 8, "okt": 10, "sept": 9, **_SHORT,
}  # fmt: skip
_MONTH = "|".join(sorted(_MONTH_NUMBERS, key=len, reverse=True))
# Without a year only a stroke makes a date: “Senin 08.00” is an hour, “Sabtu 2-1” a score.
WEEKDAY = RuleData(
    "weekday",
    "Hari dan tanggal {found} tidak cocok.",
    "Tanggal {date} jatuh pada hari {weekday}.",
    rf"(?: (?:pagi|siang|sore|petang|malam))?,? ?\(?(?:tanggal )?(\d{{1,2}})"
    rf"(?:([/.-])(\d{{1,2}})\2(\d{{4}}|\d{{2}})(?![\w/]|[.,-]\d)"
    rf"|/(\d{{1,2}})(?![\w/]|[.,-]\d)"
    rf"| ({_MONTH})\b\.?(?:,? (\d{{4}})\b)?)",
    ignore_case=True,
    words=(*_DAYS.items(), *((name, str(n)) for name, n in _MONTH_NUMBERS.items())),
    number=_CENTURY_TURNS,
)
_DATE = re.compile(WEEKDAY.pattern, re.IGNORECASE)
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")


class _Date(NamedTuple):
    """A weekday with a date as it was written; the year is 0 where it is not told."""

    start: int  # in the text of the prose
    end: int
    written: str
    weekday: str
    day: int
    month: int
    year: int
    in_figures: bool


@rule("C901", Severity.GALAT, data=WEEKDAY)
def wrong_weekday(manuscript: Manuscript) -> Iterator[Finding]:
    """Nama hari tidak cocok dengan tanggal.

    Mengapa: salah satunya keliru, dan warga yang hendak datang atau mencari arsip akan
    tersesat. Kesalahan ini terjadi pada sekitar 3 dari 100 berita.

    Salah:
        Rabu (24/11/2026)

    Benar:
        Selasa (24/11/2026)
    """
    prose = prose_of(manuscript)
    for date in islice((date for date in _dates(prose) if date.year), MOST_TOLD):
        moment = _moment(date.year, date.month, date.day)
        if moment is None:
            message = f"Tanggal {quoted(date.written)} tidak ada dalam kalender."
            yield finding(prose, date.start, message, "Periksa angka hari dan bulannya.")
        elif moment.weekday != date.weekday:
            right = {"date": moment.medium, "weekday": moment.weekday}
            yield told(prose, date.start, WEEKDAY, date.written, **right)


@rule("C902", Severity.PERINGATAN)
def no_year(manuscript: Manuscript) -> Iterator[Finding]:
    """Tanggal tanpa tahun.

    Mengapa: berita tetap dibaca bertahun-tahun kemudian. Tanpa tahun, pembaca arsip tidak
    tahu kapan kegiatannya.

    Salah:
        Jumat (27/11)

    Benar:
        Jumat (27/11/2026)
    """
    prose = prose_of(manuscript)
    for date in islice((date for date in _dates(prose) if not date.year), MOST_TOLD):
        rest = prose.text[date.end : date.end + _SAME_SENTENCE].partition("\n")[0]
        if not _YEAR.search(rest):
            message = f"Tanggal {quoted(date.written)} belum bertahun."
            yield finding(prose, date.start, message, _year_hint(date, manuscript.place.year))


@rule("C903", Severity.PERINGATAN)
def repeated_title(manuscript: Manuscript) -> Iterator[Finding]:
    """Judul diulang di awal teks.

    Mengapa: judul sudah tampil di atas berita. Baris yang sama sekali lagi membuat pembaca
    mengira halamannya rusak.

    Salah:
        judul: Posyandu Melati melayani 40 balita
        (dan baris pertama teks: Posyandu Melati melayani 40 balita)

    Benar:
        judul: Posyandu Melati melayani 40 balita
        (dan baris pertama teks: MASAMBA — Sebanyak 40 balita ditimbang …)
    """
    title, prose = text_of(manuscript, "judul"), prose_of(manuscript)
    if manuscript.place.kind != "post" or title is None or not prose.paragraphs:
        return
    first = prose.paragraphs[0]
    line = first.text.partition("\n")[0]
    near = abs(len(line) - len(title.text)) <= _MARKS_AROUND
    if near and _bare(line) == _bare(title.text):
        message = f"Baris pertama {quoted(line)} mengulang judul."
        yield finding(prose, first.start, message, "Hapus baris itu dari teks.")


def _dates(prose: Prose) -> tuple[_Date, ...]:
    """Every weekday that a date follows; nothing is searched where no weekday occurs."""
    days = prose.words.intersection(_DAYS)
    return _dates_in(prose.text, tuple(sorted(days))) if days else ()


@lru_cache(maxsize=1)  # two rules ask for the same ones in a row
def _dates_in(text: str, days: tuple[str, ...]) -> tuple[_Date, ...]:
    found = []
    for day in days:
        for form in (day, day.capitalize(), day.upper()):
            start = text.find(form)
            while start >= 0:
                if match := _DATE.match(text, start + len(form)):
                    found.append(_date(text, start, match, _DAYS[day]))
                start = text.find(form, start + 1)
    return tuple(sorted(found))


def _date(text: str, start: int, match: re.Match[str], weekday: str) -> _Date:
    day, _, month, year, month_alone, month_word, word_year = match.groups()
    month = month or month_alone
    number = int(month) if month else _MONTH_NUMBERS[month_word.lower()]
    written = text[start : match.end()].rstrip(".")
    if written.count("(") > written.count(")") and text[match.end() : match.end() + 1] == ")":
        written += ")"
    when = int(year or word_year or 0)
    if year and len(year) == 2:
        when += 2000 if when < _CENTURY_TURNS else 1900
    return _Date(start, match.end(), written, weekday, int(day), number, when, bool(month))


def _moment(year: int, month: int, day: int) -> Moment | None:
    try:
        return parse_moment(f"{year:04}-{month:02}-{day:02}")
    except UnreadableMomentError:
        return None


def _year_hint(date: _Date, year: int) -> str:
    """The date with the year of the folder, where the weekday then fits."""
    moment = _moment(year, date.month, date.day)
    if moment is None or moment.weekday != date.weekday:
        return "Tambahkan tahunnya, contoh “Selasa (24/11/2026)”."
    if date.in_figures:
        return f"Tulis “{moment.weekday} ({date.day}/{date.month}/{year})”."
    return f"Tulis “{moment.long}”."


def _bare(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.casefold()))
