"""Activities as iCalendar text.

Written here and not by the icalendar library, which takes ten times as long for each activity:
the calendar of everybody holds those of four months. The library stays the reference; a property
test compares with it (tests/agenda/test_vcalendar.py).
"""

from collections.abc import Iterable, Iterator
from datetime import date
from functools import lru_cache
from urllib.parse import urlsplit

from plugins.agenda.contentline import escaped, folded
from plugins.agenda.leaders import leader_words
from plugins.model.addresses import event_href
from plugins.model.calendar import CalendarEntry
from plugins.model.event import Event as Activity
from plugins.model.event import EventState
from plugins.model.moment import DAY, parse_moment
from plugins.model.site import Site

ZONE = "Asia/Makassar"
SAMPLE = "(contoh)"
_BREAK = "\r\n"
_AHEAD = 8 * 60  # minutes that WITA is ahead of UTC; it has known no summer time
_HEAD = (
    "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Kabar Lutra//Agenda//ID", "CALSCALE:GREGORIAN",
    "METHOD:PUBLISH",
)  # fmt: skip
_ZONE = (
    "REFRESH-INTERVAL;VALUE=DURATION:PT6H", f"X-WR-TIMEZONE:{ZONE}", "BEGIN:VTIMEZONE",
    f"TZID:{ZONE}", "BEGIN:STANDARD", "DTSTART:19700101T000000", "TZNAME:WITA",
    "TZOFFSETFROM:+0800", "TZOFFSETTO:+0800", "END:STANDARD", "END:VTIMEZONE",
)  # fmt: skip


def written(site: Site, name: str, entries: Iterable[CalendarEntry]) -> bytes:
    title = folded(f"X-WR-CALNAME:{marked(one_line(f'{name} · {site.name}'), site)}")
    events = (_event_text(entry, site) for entry in entries)
    lines = (*_HEAD, title, *_ZONE, *events, "END:VCALENDAR", "")
    return _BREAK.join(lines).encode()


def uid(event_id: str, site: Site) -> str:
    return f"{event_id}@{urlsplit(site.url).hostname or 'kabar-lutra'}"


@lru_cache(maxsize=4096)
def _event_text(entry: CalendarEntry, site: Site) -> str:
    """An activity stands in three or more files of a build, so it is written once."""
    return _BREAK.join(_event(entry, site))


def _event(entry: CalendarEntry, site: Site) -> Iterator[str]:
    event, revision = entry.event, entry.revision
    changed = _instant(revision.at if revision else event.first.day * DAY)
    yield "BEGIN:VEVENT"
    yield _text("SUMMARY", marked(one_line(event.title), site))
    yield from _times(event)
    yield f"DTSTAMP:{changed}"
    yield _text("UID", uid(event.id, site))
    yield f"SEQUENCE:{revision.changes - 1 if revision else 0}"
    yield _text("CATEGORIES", one_line(entry.agency))
    yield _text("DESCRIPTION", description(entry, site))
    yield f"LAST-MODIFIED:{changed}"
    if place := place_words(entry):
        yield _text("LOCATION", place)
    yield f"STATUS:{'CANCELLED' if event.status else 'CONFIRMED'}"
    yield "TRANSP:TRANSPARENT"  # who subscribes is not busy with all of it
    if site.url:
        yield folded(f"URL:{site.url}{event_href(event.id)}")
    yield "END:VEVENT"


def _times(event: Activity) -> Iterator[str]:
    """Whole days where no hour is known; no end is guessed where only the beginning is."""
    one_day = event.first.day == event.last.day
    if event.starts < 0 or (event.ends < 0 and not one_day):
        yield f"DTSTART;VALUE=DATE:{_date(event.first.date)}"
        yield f"DTEND;VALUE=DATE:{_date(event.last.later(1).date)}"
        return
    yield f"DTSTART;TZID={ZONE}:{_local(event.first.date, event.starts)}"
    if event.ends >= 0 and event.ends_at > event.begins_at:
        yield f"DTEND;TZID={ZONE}:{_local(event.last.date, event.ends)}"


def description(entry: CalendarEntry, site: Site) -> str:
    event = entry.event
    lines = [
        _standing(event),
        f"Waktu: {_when(event)}",
        f"Penyelenggara: {' bersama '.join(_agencies(entry))}",
        _said("Pimpinan", leader_words(event.leader, event.attendance)),
        _said("Peserta", event.participants),
        "Isi contoh, bukan kegiatan sungguhan." if site.sample else "",
    ]
    return "\n".join(one_line(line) for line in lines if line)


def _when(event: Activity) -> str:
    open_ = not event.status and event.first == event.last
    hours = event.hours_in_full or ("jam menyusul" if open_ else "")
    return f"{event.days}, {hours}" if hours else event.days


def _standing(event: Activity) -> str:
    if not event.status:
        return ""
    words = EventState(event.status).words.capitalize()
    reason = f": {event.reason.rstrip('.')}." if event.reason else "."
    return f"{words}{reason}{_new_date(event)}"


def _new_date(event: Activity) -> str:
    if not event.moved_to:
        return ""
    _agency, year, month, name = event.moved_to.split("/")
    return f" Jadwal pengganti: {parse_moment(f'{year}-{month}-{name[:2]}').long}."


def _agencies(entry: CalendarEntry) -> list[str]:
    own, *others = entry.agencies
    return [own, ", ".join(others)] if others else [own]


def place_words(entry: CalendarEntry) -> str:
    district = f"Kecamatan {entry.district}" if entry.district else ""
    return ", ".join(one_line(part) for part in (entry.event.place, district) if part)


def _said(label: str, words: str) -> str:
    return f"{label}: {words}" if words else ""


def marked(title: str, site: Site) -> str:
    return f"{SAMPLE} {title}" if site.sample else title


def one_line(text: str) -> str:
    """One line without control characters, which no calendar may hold."""
    return " ".join("".join(c if c.isprintable() else " " for c in text).split())


def _text(name: str, value: str) -> str:
    return folded(f"{name}:{escaped(value)}")


def _date(day: date) -> str:
    return f"{day.year:04}{day.month:02}{day.day:02}"


def _local(day: date, minute: int) -> str:
    return f"{_date(day)}T{minute // 60:02}{minute % 60:02}00"


def _instant(minutes: int) -> str:
    """On the time line of Moment.minutes; in UTC."""
    day, minute = divmod(minutes - _AHEAD, DAY)
    return f"{_local(date.fromordinal(day), minute)}Z"
