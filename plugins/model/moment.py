"""Days and hours as Luwu Utara writes them, always in WITA (UTC+8, no summer time)."""

import re
from datetime import date
from functools import lru_cache

from plugins.model.record import Value

MONTHS = (
    "Januari", "Februari", "Maret", "April", "Mei", "Juni", "Juli",
    "Agustus", "September", "Oktober", "November", "Desember",
)  # fmt: skip
SHORT_MONTHS = (
    "Jan", "Feb", "Mar", "Apr", "Mei", "Jun", "Jul", "Agu", "Sep", "Okt", "Nov", "Des",
)  # fmt: skip
WEEKDAYS = ("Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu")
OFFSET = "+08:00"
DAY = 24 * 60  # minutes

_NUMERIC = re.compile(r"(\d{4})-(\d{2})-(\d{2})(?:[ T](\d{2})[:.](\d{2}))?\Z", re.ASCII)
_WORDS = re.compile(r"(\d{1,2}) ([A-Za-z]+) (\d{4})(?: (\d{2})[:.](\d{2}))?\Z", re.ASCII)
_CLOCK = re.compile(r"(\d{2})[:.](\d{2})\Z", re.ASCII)
_MONTH_NUMBERS = {name.lower(): i for i, name in enumerate(MONTHS, 1)}


class UnreadableMomentError(ValueError):
    """The text is not a day that the calendar has; `str()` says why, in Indonesian."""


class Moment(Value, frozen=True, order=True):
    """A day, and the minute of that day where one was given."""

    day: int  # proleptic ordinal, as date.toordinal()
    minute: int = -1  # minutes since midnight WITA; -1 where no hour was given

    @property
    def date(self) -> date:
        return _date(self.day)

    @property
    def year(self) -> int:
        return self.date.year

    @property
    def month(self) -> int:
        return self.date.month

    @property
    def minutes(self) -> int:
        """Minutes on one time line, midnight where no hour was given."""
        return self.day * DAY + max(self.minute, 0)

    @property
    def iso_day(self) -> str:
        return self.date.isoformat()

    @property
    def iso(self) -> str:
        """The day, or day and hour with the WITA offset, as ISO 8601."""
        if self.minute < 0:
            return self.iso_day
        return f"{self.iso_day}T{self.minute // 60:02}:{self.minute % 60:02}:00{OFFSET}"

    @property
    def stamp(self) -> str:
        """Day and hour as RFC 3339, midnight where no hour was given."""
        return Moment(self.day, max(self.minute, 0)).iso

    @property
    def weekday(self) -> str:
        return WEEKDAYS[self.date.weekday()]

    @property
    def long(self) -> str:
        """Senin, 23 November 2026"""
        return f"{self.weekday}, {self.medium}"

    @property
    def medium(self) -> str:
        """23 November 2026"""
        return f"{self.date.day} {MONTHS[self.month - 1]} {self.year}"

    @property
    def short(self) -> str:
        """23 Nov 2026"""
        return f"{self.date.day} {SHORT_MONTHS[self.month - 1]} {self.year}"

    @property
    def brief(self) -> str:
        """23 Nov"""
        return f"{self.date.day} {SHORT_MONTHS[self.month - 1]}"

    @property
    def clock(self) -> str:
        """09.00, or nothing where no hour was given"""
        return "" if self.minute < 0 else clock_words(self.minute)

    @property
    def full(self) -> str:
        """Senin, 23 November 2026, pukul 09.00 WITA"""
        return self.long if self.minute < 0 else f"{self.long}, pukul {self.clock} WITA"

    @property
    def month_words(self) -> str:
        """November 2026"""
        return month_words(self.year, self.month)

    def later(self, days: int) -> "Moment":
        return Moment(self.day + days, self.minute)


def monday(moment: Moment) -> int:
    """The ordinal of the Monday on or before a day."""
    return moment.day - moment.date.weekday()


def clock_words(minute: int) -> str:
    """Write minutes since midnight as EYD does: 09.00."""
    return f"{minute // 60:02}.{minute % 60:02}"


def span_words(minutes: int) -> str:
    """45 menit, 6 jam or 4 hari: rounded up, so that a wait is never made to look shorter."""
    if minutes < 60:
        return f"{minutes} menit"
    hours = -(-minutes // 60)
    return f"{hours} jam" if hours < 72 else f"{-(-minutes // DAY)} hari"


def month_words(year: int, month: int) -> str:
    return f"{MONTHS[month - 1]} {year}"


def parse_moment(text: str) -> Moment:
    """Read `2026-11-24`, `2026-11-24 09:30` or `24 November 2026`; guess nothing.

    Raises UnreadableMomentError with the reason in Indonesian.
    """
    if match := _NUMERIC.match(text):
        year, month, day = int(match[1]), int(match[2]), int(match[3])
    elif match := _WORDS.match(text):
        year, month, day = int(match[3]), _month_number(match[2]), int(match[1])
    else:
        raise UnreadableMomentError("bentuknya tidak dikenal")
    return Moment(_ordinal(year, month, day), _minute(match[4], match[5]))


def parse_clock(text: str) -> int:
    """Read `09:00` or `09.00` as minutes since midnight; raises UnreadableMomentError."""
    match = _CLOCK.match(text)
    if not match:
        raise UnreadableMomentError("bentuknya tidak dikenal")
    return _minute(match[1], match[2])


def _month_number(word: str) -> int:
    number = _MONTH_NUMBERS.get(word.lower())
    if number is None:
        raise UnreadableMomentError(f"tidak ada bulan bernama {word}")
    return number


def _ordinal(year: int, month: int, day: int) -> int:
    try:
        return date(year, month, day).toordinal()
    except ValueError:
        raise UnreadableMomentError("tanggal itu tidak ada dalam kalender") from None


def _minute(hour: str | None, minute: str | None) -> int:
    if hour is None or minute is None:
        return -1
    if int(hour) > 23 or int(minute) > 59:
        raise UnreadableMomentError("jam itu tidak ada")
    return int(hour) * 60 + int(minute)


@lru_cache(maxsize=8192)
def _date(day: int) -> date:
    return date.fromordinal(day)
