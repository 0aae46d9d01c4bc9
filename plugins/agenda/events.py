"""The page of one activity: what it is, its state, and the news about it."""

from collections.abc import Iterator

from plugins.model import addresses
from plugins.model.body import BodyRef
from plugins.model.card import Card, Link
from plugins.model.chapter import agency_link
from plugins.model.edition import MonthEdition
from plugins.model.event import WAIVER_REASONS, Event, EventState
from plugins.model.invitation import Invitation, invitation
from plugins.model.moment import Moment
from plugins.model.newsroom import Newsroom
from plugins.model.output import Output
from plugins.model.record import Value

LEADERS = {
    "bupati": "Bupati",
    "wakil-bupati": "Wakil Bupati",
    "sekda": "Sekretaris Daerah",
    "kepala": "Kepala perangkat daerah",
}


class EventPage(Value, frozen=True):
    """What event.html may see."""

    href: str
    title: str
    first: Moment
    last: Moment
    days: str
    hours: str
    place: str
    district: Link | None
    agency: Link  # with its full name
    partners: tuple[Link, ...]
    leader: str  # Bupati, dihadiri
    participants: str
    state: EventState
    reason: str  # of a postponement, a cancellation, or of no news
    moved_to: Link | None
    body: BodyRef
    posts: tuple[Card, ...]
    announcements: tuple[Card, ...]
    write: Invitation | None  # where its news is still asked for


def event_outputs(edition: MonthEdition) -> Iterator[Output]:
    for event in edition.events:
        path = addresses.output_path(addresses.event_href(event.id))
        yield Output(path, "event.html", _page(event, edition))


def _page(event: Event, edition: MonthEdition) -> EventPage:
    room, cards = edition.chapter.room, edition.cards
    status = edition.statuses[event.id]
    return EventPage(
        href=addresses.event_href(event.id),
        title=event.title,
        first=event.first,
        last=event.last,
        days=event.days,
        hours=event.hours,
        place=event.place,
        district=_district(event, room),
        agency=agency_link(event.agency, room),
        partners=tuple(agency_link(slug, room) for slug in event.partners),
        leader=_leader(event),
        participants=event.participants,
        state=status.state,
        reason=event.reason or WAIVER_REASONS.get(event.waived, ""),
        moved_to=_moved_to(event, edition),
        body=event.body,
        posts=tuple(cards[post] for post in status.posts),
        announcements=tuple(cards[post] for post in status.announcements),
        write=invitation(event, status.state, room, edition.site),
    )


def _district(event: Event, room: Newsroom) -> Link | None:
    name = room.districts().get(event.district)
    return Link(name, addresses.district_href(event.district)) if name else None


def _leader(event: Event) -> str:
    parts = (LEADERS.get(event.leader, ""), event.attendance)
    return ", ".join(part for part in parts if part)


def _moved_to(event: Event, edition: MonthEdition) -> Link | None:
    there = edition.moved_to.get(event.id)
    return Link(there.days, addresses.event_href(there.id)) if there else None
