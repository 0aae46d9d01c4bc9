"""Days as running text names them: Senin (23/11), 23 November, kemarin. With what is unsure.

The counterpart of dates.py, which reads a cell that holds nothing but a day.
"""

import re
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from plugins.intake.dates import MONTH_NUMBERS, WEEKDAY_NAMES
from plugins.model.moment import Moment

_DAY_NAME = rf"(?P<weekday>{'|'.join(map(re.escape, WEEKDAY_NAMES))})"
_MONTH_NAME = rf"(?P<word>{'|'.join(sorted(MONTH_NUMBERS, key=len, reverse=True))})"
_PART_OF_DAY = r"(?: (?:dini hari|pagi|siang|sore|petang|malam))?"
_FIGURES = r"(?P<d>\d{1,2})(?P<sep>[/.-])(?P<m>\d{1,2})(?:(?P=sep)(?P<y>\d{4}|\d{2}))?"
_WORDS = rf"(?P<d2>\d{{1,2}}) {_MONTH_NAME}\b\.?(?:,? (?P<y2>\d{{4}}))?"
_ISO = r"(?P<y3>20\d{2})-(?P<m3>\d{2})-(?P<d3>\d{2})"
_SAID = re.compile(
    rf"(?<![\w/.-])(?:{_DAY_NAME}{_PART_OF_DAY},? ?\(?(?:tanggal |tgl\.? )?)?"
    rf"(?:{_ISO}|{_FIGURES}|{_WORDS})(?![\w/]|[.,-]\d)",
    re.IGNORECASE | re.ASCII,
)
_RELATIVE = {"hari ini": 0, "pagi tadi": 0, "siang tadi": 0, "sore tadi": 0, "kemarin": -1}
_NEAR = re.compile(rf"\b(?:{'|'.join(_RELATIVE)})\b", re.IGNORECASE)
_YEARS = range(2000, 2101)
MOST = 200  # places in a text that are looked at


class Said(NamedTuple):
    day: Moment
    written: str  # as it stands in the text
    year_guessed: bool = False
    wrong_weekday: str = ""  # the weekday that was written, where the day has another


def days_said(text: str, around: Moment) -> Iterator[Said]:
    """Every day of the text in its order; a missing year is the one nearest to *around*."""
    for number, match in enumerate(_SAID.finditer(text)):
        if number >= MOST:
            return
        if said := _said(match, around):
            yield said


def relative_day(text: str, around: Moment) -> Said | None:
    """`hari ini` or `kemarin`, as seen from the day on which it was sent."""
    match = _NEAR.search(text)
    if match is None:
        return None
    return Said(Moment(around.day + _RELATIVE[match[0].lower()]), match[0])


def _said(match: re.Match[str], around: Moment) -> Said | None:
    weekday = WEEKDAY_NAMES.get((match["weekday"] or "").lower(), "")
    day, month, year = _parts(match)
    if not year and not match["word"] and not (weekday and match["sep"] == "/"):
        return None  # “2-1” is a score, “3.5” a figure
    written = match[0] + (")" if match[0].count("(") > match[0].count(")") else "")
    if year:
        made = _moment(year, month, day)
        return Said(made, written, False, _wrong(weekday, made)) if made else None
    years = (around.year - 1, around.year, around.year + 1)
    found = [made for one in years if (made := _moment(one, month, day))]
    fitting = [made for made in found if not _wrong(weekday, made)] or found
    if not fitting:
        return None
    nearest = min(fitting, key=lambda made: (abs(made.day - around.day), made.day))
    return Said(nearest, written, True, _wrong(weekday, nearest))


def _parts(match: re.Match[str]) -> tuple[int, int, int]:
    """Day, month and year; the year 0 where none was written."""
    if match["y3"]:
        return int(match["d3"]), int(match["m3"]), int(match["y3"])
    if match["word"]:
        return int(match["d2"]), MONTH_NUMBERS[match["word"].lower()], int(match["y2"] or 0)
    year = int(match["y"] or 0)
    return int(match["d"]), int(match["m"]), year + 2000 if match["y"] and year < 100 else year


def _wrong(weekday: str, made: Moment) -> str:
    return weekday if weekday and weekday != made.weekday else ""


def _moment(year: int, month: int, day: int) -> Moment | None:
    try:
        return Moment(date(year, month, day).toordinal()) if year in _YEARS else None
    except ValueError:
        return None
