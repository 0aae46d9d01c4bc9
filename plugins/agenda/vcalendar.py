"""Activities as iCalendar text, with the icalendar library."""

from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta
from functools import lru_cache
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

from icalendar import Calendar, Event, Timezone, TimezoneStandard

from plugins.agenda.leaders import leader_words
from plugins.model.addresses import event_href
from plugins.model.calendar import CalendarEntry
from plugins.model.event import Event as Activity
from plugins.model.event import EventState
from plugins.model.moment import DAY, OFFSET, Moment, parse_moment
from plugins.model.site import Site

PRODUCER = "-//Kabar Lutra//Agenda//ID"
ZONE = "Asia/Makassar"
SAMPLE = "(contoh)"
REFRESH = timedelta(hours=6)
_END = b"END:VCALENDAR\r\n"
_WITA = ZoneInfo(ZONE)


def written(site: Site, name: str, entries: Iterable[CalendarEntry]) -> bytes:
    calendar = Calendar()
    calendar.add("prodid", PRODUCER)
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", _marked(_plain(f"{name} · {site.name}"), site))
    calendar.add("x-wr-timezone", ZONE)
    calendar.add("refresh-interval", REFRESH, parameters={"VALUE": "DURATION"})
    head = calendar.to_ical().removesuffix(_END)
    return b"".join((head, _zone(), *(_event_text(entry, site) for entry in entries), _END))


def uid(event_id: str, site: Site) -> str:
    return f"{event_id}@{urlsplit(site.url).hostname or 'kabar-lutra'}"


@lru_cache(maxsize=4096)
def _event_text(entry: CalendarEntry, site: Site) -> bytes:
    """An activity stands in three or more files of a build, so it is written once."""
    text: bytes = _event(entry, site).to_ical()
    return text


def _event(entry: CalendarEntry, site: Site) -> Event:
    event, revision = entry.event, entry.revision
    changed = _instant(revision.at if revision else event.first.day * DAY)
    made = Event()
    made.add("uid", uid(event.id, site))
    made.add("sequence", revision.changes - 1 if revision else 0)
    made.add("dtstamp", changed)
    made.add("last-modified", changed)
    _add_times(made, event)
    made.add("summary", _marked(_plain(event.title), site))
    made.add("status", "CANCELLED" if event.status else "CONFIRMED")
    made.add("categories", [_plain(entry.agency)])
    made.add("description", _description(entry, site))
    if place := _place(entry):
        made.add("location", place)
    if site.url:
        made.add("url", site.url + event_href(event.id))
    made.add("transp", "TRANSPARENT")  # who subscribes is not busy with all of it
    return made


def _add_times(made: Event, event: Activity) -> None:
    """Whole days where no hour is known; no end is guessed where only the beginning is."""
    one_day = event.first.day == event.last.day
    if event.starts < 0 or (event.ends < 0 and not one_day):
        made.add("dtstart", event.first.date)
        made.add("dtend", event.last.later(1).date)
        return
    made.add("dtstart", _local(event.first.date, event.starts))
    if event.ends >= 0 and event.ends_at > event.begins_at:
        made.add("dtend", _local(event.last.date, event.ends))


def _description(entry: CalendarEntry, site: Site) -> str:
    event = entry.event
    lines = [
        _standing(event),
        f"Waktu: {_when(event)}",
        f"Penyelenggara: {' bersama '.join(_agencies(entry))}",
        _said("Pimpinan", leader_words(event.leader, event.attendance)),
        _said("Peserta", event.participants),
        "Isi contoh, bukan kegiatan sungguhan." if site.sample else "",
    ]
    return "\n".join(_plain(line) for line in lines if line)


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


def _place(entry: CalendarEntry) -> str:
    district = f"Kecamatan {entry.district}" if entry.district else ""
    return ", ".join(_plain(part) for part in (entry.event.place, district) if part)


def _said(label: str, words: str) -> str:
    return f"{label}: {words}" if words else ""


def _marked(title: str, site: Site) -> str:
    return f"{SAMPLE} {title}" if site.sample else title


def _plain(text: str) -> str:
    """One line without control characters, which no calendar may hold."""
    return " ".join("".join(c if c.isprintable() else " " for c in text).split())


@lru_cache(maxsize=1)
def _zone() -> bytes:
    """WITA has known no summer time."""
    zone, standard = Timezone(), TimezoneStandard()
    offset = timedelta(hours=int(OFFSET[:3]))
    zone.add("tzid", ZONE)
    standard.add("dtstart", datetime(1970, 1, 1))  # noqa: DTZ001 - local by definition
    standard.add("tzname", "WITA")
    standard.add("tzoffsetfrom", offset)
    standard.add("tzoffsetto", offset)
    zone.add_component(standard)
    text: bytes = zone.to_ical()
    return text


def _local(day: date, minute: int) -> datetime:
    return datetime(day.year, day.month, day.day, minute // 60, minute % 60, tzinfo=_WITA)


def _instant(minutes: int) -> datetime:
    moment = Moment(minutes // DAY, minutes % DAY)
    return datetime.fromisoformat(moment.iso).astimezone(UTC)
