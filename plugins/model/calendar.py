"""Activities as calendars and tables hand them on: what was planned, nothing of coverage.

So a post touches none of them. The calendars that all months share are known by a handle,
and read only where one of their months has changed.
"""

from collections import defaultdict
from collections.abc import Container, Iterable, Mapping
from typing import Any

from plugins.model.agency import DISTRICT_PREFIX
from plugins.model.event import Event
from plugins.model.history import Revision, revision_of
from plugins.model.moment import Moment
from plugins.model.month import Month, month_of
from plugins.model.newsroom import Newsroom
from plugins.model.record import Record, Value, digest

EVERYBODY = ""  # in the place of an agency: the calendar of all
BACK_DAYS = 90  # days of past activities that a calendar keeps
SPREAD = 28  # days over which the calendars of agencies drop a month, so that none has them all

_HANDED_ON = (
    "id", "agency", "title", "first", "last", "starts", "ends", "place", "district", "partners",
    "leader", "attendance", "participants", "wants_coverage", "status", "reason", "series",
)  # fmt: skip


class CalendarEntry(Value, frozen=True):
    """One activity that the public may see."""

    event: Event  # without what others need not know
    agency: str  # its short name
    agencies: tuple[str, ...]  # full names, its own first
    district: str  # its name
    revision: Revision | None  # None where git knows nothing


class CalendarRef(Record, frozen=True):
    """A handle for the activities of one agency, or of all, in some months."""

    agency: str
    months: tuple[Month, ...]  # that have any, oldest first
    entries: bytes  # digest of them


def calendar_entry(
    event: Event,
    room: Newsroom,
    series: Mapping[str, Event],
    revisions: Mapping[str, Revision],
    shown: Container[str],
) -> CalendarEntry:
    """*series* are the recurring activities by the ids of their times, *shown* the ids of
    activities that an entry may name as the new date of a postponed one."""
    first = series.get(event.id)
    return CalendarEntry(
        event=_stripped(event, shown),
        agency=room.agencies[event.agency].short,
        agencies=tuple(room.agencies[slug].name for slug in event.agencies),
        district=_district_name(event, room),
        revision=revision_of(event.id, first.id if first else "", revisions),
    )


def calendar_digests(
    events: Iterable[Event],
    room: Newsroom,
    series: Mapping[str, Event],
    revisions: Mapping[str, Revision],
) -> dict[str, bytes]:
    """What the calendars of everybody and of each agency hold of a month's visible activities."""
    found: dict[str, list[bytes]] = defaultdict(list)
    for event in events:
        entry = calendar_entry(event, room, series, revisions, (event.moved_to,))
        for slug in calendars_of(event, room):
            found[slug].append(digest(entry))
    return {slug: digest(tuple(digests)) for slug, digests in found.items()}


def calendars_of(event: Event, room: Newsroom) -> tuple[str, ...]:
    """Everybody's, and those of its agencies and of the units above them; each once."""
    families = (room.family(slug) for slug in event.agencies)
    return tuple(dict.fromkeys((EVERYBODY, *(slug for family in families for slug in family))))


def calendar_ref(
    agency: str, now: Moment, held: Mapping[Month, Mapping[str, bytes]]
) -> CalendarRef:
    """*held* are the digests of each month. Whole months: what is past leaves once a month."""
    first = month_of(Moment(now.day - BACK_DAYS - sum(agency.encode()) % SPREAD))
    months = sorted(m for m, digests in held.items() if m >= first and agency in digests)
    entries = digest(tuple(held[month][agency] for month in months))
    return CalendarRef(agency=agency, months=tuple(months), entries=entries).sealed()


def _district_name(event: Event, room: Newsroom) -> str:
    office = room.agencies.get(DISTRICT_PREFIX + event.district)
    return office.name.removeprefix("Kecamatan ") if office and event.district else ""


def _stripped(event: Event, shown: Container[str]) -> Event:
    known: dict[str, Any] = {name: getattr(event, name) for name in _HANDED_ON}
    return Event(**known, moved_to=event.moved_to if event.moved_to in shown else "")
