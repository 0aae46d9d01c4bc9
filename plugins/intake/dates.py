"""Days and hours as people type them into tables; what could mean two things is refused."""

import re
from datetime import date
from typing import NamedTuple

from plugins.model.moment import MONTHS, WEEKDAYS, Moment

WEEKDAY_NAMES = {**{day.lower(): day for day in WEEKDAYS}, "jum'at": "Jumat", "jum’at": "Jumat",
             "jum`at": "Jumat", "ahad": "Minggu"}  # fmt: skip
MONTH_NUMBERS = {
    **{name.lower(): n for n, name in enumerate(MONTHS, 1)},
    **{name.lower()[:3]: n for n, name in enumerate(MONTHS, 1)},
    "nopember": 11, "nop": 11, "pebruari": 2, "agt": 8, "agust": 8, "ags": 8, "sept": 9,
    "aug": 8, "oct": 10, "dec": 12, "may": 5,
}  # fmt: skip
_TO = r"\s*(?:-|–|—|s\.?/?d\.?|sampai(?: dengan)?|hingga)\s*"
_WEEKDAY = re.compile(rf"({'|'.join(map(re.escape, WEEKDAY_NAMES))})\b[\s,/]*", re.IGNORECASE)
_ISO = r"(?P<y>\d{4})[-/](?P<m>\d{1,2})[-/](?P<d>\d{1,2})"
_FIGURES = r"(?P<d>\d{1,2})\s?[/.-]\s?(?P<m>\d{1,2})\s?[/.-]\s?(?P<y>\d{4})"
_WORDS = r"(?P<d>\d{1,2})\s*[ -]\s*(?P<word>[A-Za-z]+)\.?\s*[ -]\s*(?P<y>\d{4})"
_FORMS = tuple(re.compile(form, re.ASCII) for form in (_ISO, _FIGURES, _WORDS))
_MIDNIGHT = re.compile(r"[T ]0?0[:.]00(?:[:.]00)?\Z")  # what spreadsheets add to a day
_FROM_DAY = re.compile(rf"(\d{{1,2}})(?:\s+([A-Za-z]+))?{_TO}(?=\d)", re.ASCII | re.IGNORECASE)
_CLOCK = r"(\d{1,2})[.:](\d{2})(?:[.:]00)?"
_ZONE = r"(?:\s*(?:WITA|Wita|wita))?"
_HOURS = re.compile(
    rf"(?:pukul|jam|pkl\.?)?\s*{_CLOCK}{_ZONE}"
    rf"(?:{_TO}(?:{_CLOCK}{_ZONE}|(?P<open>selesai|tuntas)\.?))?\s*\Z",
    re.ASCII | re.IGNORECASE,
)
_YEARS = range(2000, 2101)
_UNREAD = "tidak terbaca sebagai tanggal, contoh yang terbaca: 24/11/2026"
_OPEN = frozenset({"", "selesai", "-", "s.d. selesai", "s/d selesai", "sampai selesai"})


class Days(NamedTuple):
    first: Moment
    last: Moment


class Hours(NamedTuple):
    starts: int = -1  # minutes since midnight
    ends: int = -1


class UnclearError(ValueError):
    """It cannot be told what is meant; the message says why, in Indonesian."""


def read_days(text: str, weekday: str = "") -> Days:
    """One day or the first and last of several, with the weekday that the text claims."""
    plain = _MIDNIGHT.sub("", text.strip())
    claimed, bare = _without_weekday(plain)
    if not bare:
        raise UnclearError("belum ada tanggalnya")
    days = Days(day, day) if (day := _one(bare)) else _range(bare)
    for said in (claimed, _without_weekday(weekday.strip())[0]):
        if said and said != days.first.weekday:
            told = f"{days.first.medium} jatuh pada hari {days.first.weekday}, bukan {said}"
            raise UnclearError(told)
    if days.last < days.first:
        raise UnclearError("hari terakhirnya sebelum hari pertama")
    return days


def read_hours(text: str) -> Hours:
    """09.00, 9:00 WITA, pukul 09.00–12.00, 09.00 s.d. selesai; nothing of an empty text."""
    plain = " ".join(text.split())
    if plain.lower() in _OPEN:
        return Hours()
    match = _HOURS.match(plain)
    if not match:
        raise UnclearError("tidak terbaca sebagai jam")
    ends = _minute(match[3], match[4]) if match[3] else -1
    return Hours(_minute(match[1], match[2]), ends)


def _without_weekday(text: str) -> tuple[str, str]:
    match = _WEEKDAY.match(text)
    return (WEEKDAY_NAMES[match[1].lower()], text[match.end() :].strip()) if match else ("", text)


def _range(text: str) -> Days:
    """24–26 November 2026, 30 November s.d. 2 Desember 2026, 24/11/2026 - 26/11/2026"""
    for form in _FORMS:
        if match := form.match(text):
            rest = re.match(_TO, text[match.end() :], re.IGNORECASE)
            if rest and rest[0].strip():
                return Days(_made(match), _day(text[match.end() + rest.end() :]))
    if match := _FROM_DAY.match(text):
        last = _day(_without_weekday(text[match.end() :])[1])
        month = _month(match[2]) if match[2] else last.month
        return Days(_moment(last.year - (month > last.month), month, int(match[1])), last)
    raise UnclearError(_UNREAD)


def _day(text: str) -> Moment:
    day = _one(_without_weekday(text)[1])
    if day is None:
        raise UnclearError(_UNREAD)
    return day


def _one(text: str) -> Moment | None:
    """A text that is one day and nothing else."""
    found = (match for form in _FORMS if (match := form.fullmatch(text.strip(" ."))))
    match = next(found, None)
    return _made(match) if match else None


def _made(match: re.Match[str]) -> Moment:
    parts = match.groupdict()
    month = _month(parts["word"]) if "word" in parts else int(parts["m"])
    return _moment(int(parts["y"]), month, int(parts["d"]))


def _month(word: str) -> int:
    if word.lower() not in MONTH_NUMBERS:
        raise UnclearError(f"tidak ada bulan bernama {word}")
    return MONTH_NUMBERS[word.lower()]


def _moment(year: int, month: int, day: int) -> Moment:
    if year not in _YEARS:
        raise UnclearError(f"tahun {year} keliru")
    if month > 12 >= day:
        raise UnclearError("bulan di depan hari; tulis hari/bulan/tahun")
    try:
        return Moment(date(year, month, day).toordinal())
    except ValueError:
        raise UnclearError("tidak ada dalam kalender") from None


def _minute(hour: str, minute: str) -> int:
    if int(hour) > 23 or int(minute) > 59:
        raise UnclearError("jam itu tidak ada")
    return int(hour) * 60 + int(minute)
