"""Calendars as the icalendar library writes them: what plugins/agenda/vcalendar.py is held to."""

from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from icalendar import Calendar, Event, Timezone, TimezoneStandard

from plugins.agenda.vcalendar import description, marked, one_line, place_words, uid
from plugins.model.addresses import event_href
from plugins.model.calendar import CalendarEntry
from plugins.model.event import Event as Activity
from plugins.model.moment import DAY, OFFSET, Moment
from plugins.model.site import Site

PRODUCER = "-//Kabar Lutra//Agenda//ID"
ZONE = "Asia/Makassar"
REFRESH = timedelta(hours=6)
_END = b"END:VCALENDAR\r\n"
_WITA = ZoneInfo(ZONE)


def reference(site: Site, name: str, entries: Iterable[CalendarEntry]) -> bytes:
    calendar = Calendar()
    calendar.add("prodid", PRODUCER)
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", marked(one_line(f"{name} · {site.name}"), site))
    calendar.add("x-wr-timezone", ZONE)
    calendar.add("refresh-interval", REFRESH, parameters={"VALUE": "DURATION"})
    head = calendar.to_ical().removesuffix(_END)
    return b"".join((head, _zone(), *(_event(entry, site).to_ical() for entry in entries), _END))


def _event(entry: CalendarEntry, site: Site) -> Event:
    event, revision = entry.event, entry.revision
    changed = _instant(revision.at if revision else event.first.day * DAY)
    made = Event()
    made.add("uid", uid(event.id, site))
    made.add("sequence", revision.changes - 1 if revision else 0)
    made.add("dtstamp", changed)
    made.add("last-modified", changed)
    _add_times(made, event)
    made.add("summary", marked(one_line(event.title), site))
    made.add("status", "CANCELLED" if event.status else "CONFIRMED")
    made.add("categories", [one_line(entry.agency)])
    made.add("description", description(entry, site))
    if place := place_words(entry):
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
