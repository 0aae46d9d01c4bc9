"""The page of one activity: what it is, its state, and the news about it."""

from collections.abc import Iterator

from plugins.model import addresses
from plugins.model.body import BodyRef
from plugins.model.card import Card, Link
from plugins.model.edition import Edition, agency_link
from plugins.model.event import WAIVER_REASONS, Event, EventState
from plugins.model.moment import Moment
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


def event_outputs(edition: Edition) -> Iterator[Output]:
    cards = {card.id: card for card in edition.cards}
    for event in edition.visible:
        path = addresses.output_path(addresses.event_href(event.id))
        yield Output(path, "event.html", _page(event, cards, edition))


def _page(event: Event, cards: dict[str, Card], edition: Edition) -> EventPage:
    room = edition.newsroom
    status = edition.coverage.statuses[event.id]
    return EventPage(
        href=addresses.event_href(event.id),
        title=event.title,
        first=event.first,
        last=event.last,
        days=event.days,
        hours=event.hours,
        place=event.place,
        district=_district(event, edition),
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
    )


def _district(event: Event, edition: Edition) -> Link | None:
    name = edition.newsroom.districts().get(event.district)
    return Link(name, addresses.district_href(event.district)) if name else None


def _leader(event: Event) -> str:
    parts = (LEADERS.get(event.leader, ""), event.attendance)
    return ", ".join(part for part in parts if part)


def _moved_to(event: Event, edition: Edition) -> Link | None:
    line = edition.lines.get(event.moved_to)
    return Link(line.days, line.href) if line else None
