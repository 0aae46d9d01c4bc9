"""The page of one activity: what it is, its state, and the news about it."""

from collections.abc import Iterator

from plugins.agenda.leaders import leader_words
from plugins.model import addresses
from plugins.model.body import BodyRef
from plugins.model.card import Card, Link
from plugins.model.chapter import agency_link
from plugins.model.docket import CALLED_OFF, is_wanted
from plugins.model.event import WAIVER_REASONS, Event, EventState
from plugins.model.invitation import Invitation, invitation
from plugins.model.moment import Moment
from plugins.model.monthedition import MonthEdition
from plugins.model.newsroom import Newsroom
from plugins.model.output import Output
from plugins.model.record import Value
from plugins.model.recurrence import later_days, occurrence_id


class Routine(Value, frozen=True):
    """Of an activity that recurs, or that is one time of such a one."""

    words: str  # setiap pekan
    until: Moment
    next: Link | None  # the next time by the rule; without an address where its page is unknown
    first: Link | None  # the first time, whose page describes it; None on that page


class EventPage(Value, frozen=True):
    """What event.html may see."""

    href: str
    file: str  # the same for a calendar program
    title: str
    first: Moment
    last: Moment
    days: str
    hours: str  # 09.00 WITA sampai selesai; empty where not known
    place: str
    district: Link | None
    agency: Link  # with its full name
    partners: tuple[Link, ...]
    leader: str  # dihadiri Bupati
    participants: str
    wanted: bool  # its officers asked Humas to come, and Humas still can
    state: EventState
    reason: str  # of a postponement, a cancellation, or of no news
    moved_to: Link | None
    moved_from: Link | None  # the postponed one whose place it takes
    routine: Routine | None
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
        file=addresses.event_file_href(event.id),
        title=event.title,
        first=event.first,
        last=event.last,
        days=event.days,
        hours=event.hours_in_full,
        place=event.place,
        district=_district(event, room),
        agency=agency_link(event.agency, room),
        partners=tuple(agency_link(slug, room) for slug in event.partners),
        leader=leader_words(event.leader, event.attendance),
        participants=event.participants,
        wanted=is_wanted(event, status.state),
        state=status.state,
        reason=event.reason or WAIVER_REASONS.get(event.waived, ""),
        moved_to=_day_link(edition.moved_to.get(event.id)),
        moved_from=_day_link(edition.moved_from.get(event.id)),
        routine=_routine(event, edition),
        body=event.body,
        posts=tuple(cards[post] for post in status.posts),
        announcements=tuple(cards[post] for post in status.announcements),
        write=invitation(event, status.state, room, edition.site),
    )


def _district(event: Event, room: Newsroom) -> Link | None:
    name = room.districts().get(event.district)
    return Link(name, addresses.district_href(event.district)) if name else None


def _day_link(event: Event | None) -> Link | None:
    return Link(event.days, addresses.event_href(event.id)) if event else None


def _routine(event: Event, edition: MonthEdition) -> Routine | None:
    first = event if event.repeat else edition.series.get(event.id)
    if first is None or first.repeat is None:
        return None
    return Routine(
        words=first.repeat.every.words,
        until=first.repeat.until,
        next=_next_time(event, first, edition),
        first=_day_link(first) if first is not event else None,
    )


def _next_time(event: Event, first: Event, edition: MonthEdition) -> Link | None:
    """The next by the rule; within the month not one that was called off or is not public.

    What became of it in a later month is not known here: then its day is said, without a
    link that might lead nowhere.
    """
    for day in later_days(first):
        identity = occurrence_id(first.id, Moment(day))
        line = edition.lines.get(identity)
        if day <= event.first.day or (identity in edition.statuses and line is None):
            continue
        if line is None:
            return Link(Moment(day).long, "")
        if line.state not in CALLED_OFF:
            return Link(Moment(day).long, line.href)
    return None
