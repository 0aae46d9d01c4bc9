"""Activities that recur (`ulang`): one file, and a dated activity for each time.

Every time has an id of its own, as if its file existed, so it is covered, missed and
linked by itself. A file that does exist under that id takes its place: that is how one
time is moved or cancelled.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from itertools import islice

import msgspec

from plugins.model.body import BodyRef
from plugins.model.event import Event, Interval
from plugins.model.moment import Moment
from plugins.model.record import digest

MOST_TIMES = 60  # of one activity, the first one included
LONGEST_DAYS = 366  # from the first time to the last
SAFE_DAY = 28  # the last day that every month has


def occurrences(event: Event) -> Iterator[Event]:
    """The times after the first one, oldest first; none where it does not recur."""
    return (occurrence(event, day) for day in later_days(event))


def occurrence(event: Event, day: int) -> Event:
    """One time of a recurring activity; what was typed about the first time is left out."""
    when = Moment(day)
    return msgspec.structs.replace(
        event,
        id=occurrence_id(event.id, when),
        first=when,
        last=when,
        repeat=None,
        series=event.id,
        status="",
        reason="",
        moved_to="",
        waived="",
        waivers=(),
        body=BodyRef(),
    ).sealed()


def occurrence_id(first: str, day: Moment) -> str:
    """dinkes/2026/11/24-posyandu on 1 December 2026: dinkes/2026/12/01-posyandu"""
    agency, _year, _month, name = first.split("/")
    rest = name.partition("-")[2]
    return f"{agency}/{day.year:04}/{day.month:02}/{day.date.day:02}-{rest}"


def later_days(event: Event) -> tuple[int, ...]:
    """The ordinals of the days after the first on which it recurs."""
    if event.repeat is None:
        return ()
    end = min(event.repeat.until.day, event.first.day + LONGEST_DAYS)
    days = (day for day in _STEPS[event.repeat.every](event.first.day, end) if day <= end)
    return tuple(islice(days, MOST_TIMES - 1))


class Occasions:
    """The times of many recurring activities, by the month into which they fall."""

    def __init__(self, series: Iterable[Event] = ()) -> None:
        self._months: dict[str, list[tuple[int, Event]]] = defaultdict(list)
        for event in sorted(series, key=lambda e: e.id):
            for day in later_days(event):
                self._months[date.fromordinal(day).strftime("%Y-%m")].append((day, event))

    @property
    def months(self) -> set[str]:
        """The names of the months that have any."""
        return set(self._months)

    def key(self, month: str) -> bytes:
        """A digest of those of one month; empty without any."""
        found = self._months.get(month, ())
        return digest(tuple((day, event.digest) for day, event in found)) if found else b""

    def sources(self, month: str) -> set[str]:
        """The ids of the recurring activities that have a time in one month."""
        return {event.id for _, event in self._months.get(month, ())}

    def series(self, month: str) -> dict[str, Event]:
        """The recurring activity behind each id of one month, also where a file lies over it."""
        found: dict[str, Event] = {}
        for day, event in self._months.get(month, ()):
            found.setdefault(occurrence_id(event.id, Moment(day)), event)
        return found

    def of(self, month: str) -> dict[str, Event]:
        """Those of one month by id; of two under one id the first activity's."""
        found: dict[str, Event] = {}
        for day, event in self._months.get(month, ()):
            made = occurrence(event, day)
            found.setdefault(made.id, made)
        return found


def _every(step: int) -> Callable[[int, int], Iterator[int]]:
    return lambda first, end: iter(range(first + step, end + 1, step))


def _working_days(first: int, end: int) -> Iterator[int]:
    return (day for day in range(first + 1, end + 1) if date.fromordinal(day).weekday() < 5)


def _same_date(first: int, end: int) -> Iterator[int]:
    start = date.fromordinal(first)
    return (_in_month(start, months, start.day) for months in _months_until(first, end))


def _same_weekday(first: int, end: int) -> Iterator[int]:
    """The second Tuesday of each month, when the first time was one; a fifth may be absent."""
    start = date.fromordinal(first)
    week = (start.day - 1) // 7
    for months in _months_until(first, end):
        begin = date.fromordinal(_in_month(start, months, 1))
        number = 1 + (start.weekday() - begin.weekday()) % 7 + 7 * week
        day = begin.toordinal() + number - 1
        if date.fromordinal(day).month == begin.month:
            yield day


def _months_until(first: int, end: int) -> range:
    start, last = date.fromordinal(first), date.fromordinal(end)
    return range(1, (last.year - start.year) * 12 + last.month - start.month + 1)


def _in_month(start: date, later: int, day: int) -> int:
    """The gate lets no day after the 28th recur by date, so none is cut here."""
    month = start.year * 12 + start.month - 1 + later
    return date(month // 12, month % 12 + 1, min(day, SAFE_DAY)).toordinal()


_STEPS: dict[Interval, Callable[[int, int], Iterator[int]]] = {
    Interval.HARI: _every(1),
    Interval.HARI_KERJA: _working_days,
    Interval.PEKAN: _every(7),
    Interval.DUA_PEKAN: _every(14),
    Interval.BULAN: _same_date,
    Interval.BULAN_SEHARI: _same_weekday,
}
