"""A calendar (iCalendar, as Google Calendar and Outlook export it) into rows.

Hours come in the zone of the file and leave in WITA. What recurs becomes one row for each
time.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from datetime import date, datetime, timedelta, timezone
from itertools import islice
from typing import Any

from dateutil.rrule import rrulestr
from icalendar import Calendar, Component
from icalendar.error import BrokenCalendarProperty

from plugins.intake.rows import Read, Row, clean

WITA = timezone(timedelta(hours=8))
MOST_EVENTS = 2000
MOST_TIMES = 60  # of one recurring activity
# The parts of a rule that always lead somewhere soon; others are left to a person.
_PARTS = {
    "DAILY": {"BYDAY"},
    "WEEKLY": {"BYDAY"},
    "MONTHLY": {"BYDAY", "BYMONTHDAY", "BYSETPOS"},
    "YEARLY": {"BYMONTH", "BYMONTHDAY"},
}
_ALWAYS = {"FREQ", "INTERVAL", "COUNT", "UNTIL", "WKST"}
_FAULTS = (
    ValueError, TypeError, KeyError, IndexError, AttributeError, OverflowError,
    BrokenCalendarProperty,
)  # fmt: skip

Moved = Mapping[str, set[date]]  # the days of single times that the file gives anew, by UID


class _UnclearError(ValueError):
    """Nothing can be made of it; the message says why, in Indonesian."""


def read_calendar(data: bytes) -> Read:
    try:
        calendars = Calendar.from_ical(data, multiple=True)
        events = [event for one in calendars for event in one.walk("VEVENT")]
    except (*_FAULTS, RecursionError) as error:
        return Read([], trouble=f"kalendernya rusak ({clean(str(error))[:80]})")
    if not events:
        return Read([], trouble="kalendernya tidak memuat kegiatan (VEVENT)")
    if len(events) > MOST_EVENTS:
        return Read([], trouble=f"isinya {len(events)} kegiatan; paling banyak {MOST_EVENTS}")
    moved = _moved(events)
    return Read([row for n, event in enumerate(events, 1) for row in _rows(n, event, moved)])


def _rows(number: int, event: Component, moved: Moved) -> Iterator[Row]:
    where = f"kegiatan ke-{number}"
    cells = {"title": _text(event, "SUMMARY"), "place": _text(event, "LOCATION")}
    try:
        if _text(event, "STATUS").upper() == "CANCELLED":
            raise _UnclearError("dibatalkan di kalender asalnya")
        start, end = _value(event, "DTSTART"), _end(event)
        note = _zone_note(event, start)
        for first in _times(event, start, moved):
            last = first + (end - start) if end is not None else None
            yield Row(where, {**cells, **_when(first, last)}, note)
    except _UnclearError as unclear:
        yield Row(where, cells, refused=str(unclear))
    except _FAULTS:
        yield Row(where, cells, refused="waktunya tidak terbaca")


def _when(first: Any, last: Any) -> dict[str, str]:
    """Days and hours as the normal form writes them; what is without hours ends the day before."""
    if not isinstance(first, datetime):
        until = last - timedelta(days=1) if last and last > first else first
        return {"day": first.isoformat(), "until": until.isoformat()}
    begins = _local(first)
    told = {"day": begins.date().isoformat(), "starts": begins.strftime("%H:%M")}
    if last is None or last <= first:
        return told
    ends = _local(last)
    if ends.hour == ends.minute == 0:  # midnight belongs to the day before
        return {**told, "until": (ends.date() - timedelta(days=1)).isoformat()}
    return {**told, "until": ends.date().isoformat(), "ends": ends.strftime("%H:%M")}


def _local(moment: datetime) -> datetime:
    """In WITA; an hour without a zone is meant where the reader is."""
    return moment.astimezone(WITA) if moment.tzinfo else moment


def _value(event: Component, name: str) -> Any:
    found = event.get(name)
    if found is None:
        raise _UnclearError("belum ada tanggalnya")
    if isinstance(found, list):
        raise _UnclearError(f"{name} tertulis dua kali")
    return found.dt


def _end(event: Component) -> Any:
    """The end, a length added to the start, or None; of the same kind as the start."""
    start = event.get("DTSTART")
    if event.get("DTEND") is not None:
        end = _value(event, "DTEND")
        if isinstance(end, datetime) != isinstance(start.dt, datetime):
            raise _UnclearError("awal dan akhirnya tidak sejenis")
        return end
    return start.dt + _value(event, "DURATION") if event.get("DURATION") is not None else None


def _zone_note(event: Component, start: Any) -> str:
    zone = getattr(event.get("DTSTART"), "params", {}).get("TZID", "")
    if zone and isinstance(start, datetime) and start.tzinfo is None:
        return f"zona waktu “{clean(str(zone))[:40]}” tidak dikenal; jamnya dianggap WITA"
    return ""


def _times(event: Component, start: Any, moved: Moved) -> Iterator[Any]:
    """The start, or every time of what recurs, without those left out or given anew."""
    rule = event.get("RRULE")
    if event.get("RECURRENCE-ID") is not None:
        _value(event, "RECURRENCE-ID")  # unreadable, it would stand beside what it replaces
        rule = None
    if event.get("RDATE") is not None:
        raise _UnclearError("ulangannya berupa daftar tanggal (RDATE); tulis satu per satu")
    if rule is None:
        yield start
        return
    out = moved[_text(event, "UID")] | set(_excluded(event))
    for time in _expanded(rule, start):
        if _day(time) not in out:
            yield time


def _expanded(rule: Any, start: Any) -> list[Any]:
    if isinstance(rule, list):
        raise _UnclearError("aturan ulangnya lebih dari satu; tulis satu per satu")
    frequency = str(rule.get("FREQ", [""])[0]).upper()
    if frequency not in _PARTS or not rule.keys() <= _ALWAYS | _PARTS[frequency]:
        raise _UnclearError("aturan ulangnya terlalu rumit; tulis satu per satu")
    is_day = not isinstance(start, datetime)
    begin = datetime(start.year, start.month, start.day) if is_day else start  # noqa: DTZ001
    try:
        found = list(islice(rrulestr(rule.to_ical().decode(), dtstart=begin), MOST_TIMES + 1))
    except _FAULTS as error:
        raise _UnclearError("aturan ulangnya tidak dapat dihitung; tulis satu per satu") from error
    if len(found) > MOST_TIMES:
        raise _UnclearError(f"berulang lebih dari {MOST_TIMES} kali; batasi dengan tanggal akhir")
    return [time.date() for time in found] if is_day else found


def _excluded(event: Component) -> Iterator[date]:
    found = event.get("EXDATE")
    for some in found if isinstance(found, list) else [found] if found is not None else []:
        yield from (_day(one.dt) for one in some.dts)


def _moved(events: Iterable[Component]) -> Moved:
    moved: dict[str, set[date]] = defaultdict(set)
    for event in events:
        if event.get("RECURRENCE-ID") is not None:
            with suppress(*_FAULTS):  # the event itself is told of in its place
                moved[_text(event, "UID")].add(_day(_value(event, "RECURRENCE-ID")))
    return moved


def _day(moment: Any) -> date:
    day: date = _local(moment).date() if isinstance(moment, datetime) else moment
    return day


def _text(event: Component, name: str) -> str:
    found = event.get(name, "")
    return clean(str(found[0] if isinstance(found, list) and found else found))
