"""The join of agenda and news: each activity in exactly one state, and the rates."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from plugins.model.event import Event, EventState, Publicity
from plugins.model.moment import DAY, Moment
from plugins.model.post import Post
from plugins.model.record import Record, Value

MINIMUM_FOR_PERCENT = 5  # with fewer held activities a percentage misleads


class EventStatus(Record, frozen=True):
    """What the join found for one activity; post ids newest first."""

    state: EventState
    posts: tuple[str, ...] = ()  # these cover it
    announcements: tuple[str, ...] = ()  # dated before it began
    delay: int = -1  # days from its last day to its first news, 0 if none passed; -1 without


class Rate(Value, frozen=True):
    covered: int
    held: int

    @property
    def percent(self) -> int:
        """Whole percent, rounded down: 99.9 is not complete."""
        return self.covered * 100 // self.held if self.held else 0

    @property
    def words(self) -> str:
        """87 dari 97 (89%), or 3 dari 4 where a percentage would mislead."""
        fraction = f"{self.covered} dari {self.held}"
        return fraction if self.held < MINIMUM_FOR_PERCENT else f"{fraction} ({self.percent}%)"


@dataclass(frozen=True)
class Coverage:
    statuses: Mapping[str, EventStatus]  # by activity id


class Naming(Value, frozen=True):
    """That a post, which is out and not withdrawn, names an activity."""

    event: str  # id
    post: str  # id
    agency: str  # of the post
    day: int  # of the post
    minutes: int  # of the post, on the time line of Moment.minutes
    out: int  # ordinal of the day on which it could first be read


def namings_of(published: Iterable[Post]) -> tuple[Naming, ...]:
    return tuple(
        Naming(event_id, post.id, post.agency, post.date.day, post.date.minutes, _out(post))
        for post in published
        if post.withdrawal is None
        for event_id in post.events
    )


def _out(post: Post) -> int:
    return max(post.date.day, post.publish_at.day if post.publish_at else 0)


def covers(naming: Naming, event: Event, bureau: str) -> bool:
    """Whether a published post is the news of the activity it names."""
    responsible = naming.agency == bureau or naming.agency in event.agencies
    return responsible and not announces(naming.day, event)


def announces(day: int, event: Event) -> bool:
    """Whether what is dated on this day comes before the activity."""
    return day < event.first.day


def join(
    events: Iterable[Event],
    namings: Iterable[Naming],
    now: Moment,
    grace_days: int,
    bureau: str,
) -> Coverage:
    """Give every activity its one state. *namings* know nothing of posts under embargo."""
    named: dict[str, list[Naming]] = {}
    for naming in namings:
        named.setdefault(naming.event, []).append(naming)
    statuses = {}
    for event in events:
        found = sorted(named.get(event.id, ()), key=lambda n: (-n.minutes, n.post))
        covering = [n for n in found if covers(n, event, bureau)]
        first = min((n.out for n in covering), default=-1)
        statuses[event.id] = EventStatus(
            state=state_of(event, bool(covering), now, grace_days),
            posts=tuple(n.post for n in covering),
            announcements=tuple(n.post for n in found if announces(n.day, event)),
            delay=max(0, first - event.last.day) if covering else -1,
        ).sealed()
    return Coverage(statuses)


def state_of(event: Event, covered: bool, now: Moment, grace_days: int) -> EventState:
    if event.status:
        return EventState(event.status)
    if covered:
        return EventState.SUDAH
    if now.minutes < event.begins_at:
        return EventState.AKAN_DATANG
    if now.minutes < event.ends_at:
        return EventState.BERLANGSUNG
    if event.waived:
        return EventState.TIDAK
    if now.day <= event.last.day + grace_days:
        return EventState.MENUNGGU
    return EventState.BELUM


def changes_after(event: Event, grace_days: int) -> tuple[int, ...]:
    """The minutes at which an uncovered activity changes its state, or becomes public.

    One that was called off keeps its state, but may become public when it would be over.
    """
    if event.status:
        return (event.ends_at,) if event.publicity is Publicity.SETELAH_SELESAI else ()
    return (event.begins_at, event.ends_at, (event.last.day + grace_days + 1) * DAY)


class Figures(Value, frozen=True):
    """How many activities of a set are in which state; each counted once."""

    covered: int = 0
    waiting: int = 0
    missed: int = 0
    waived: int = 0
    ahead: int = 0  # not over yet, and not covered yet
    called_off: int = 0  # postponed or cancelled

    @property
    def held(self) -> int:
        return self.covered + self.waiting + self.missed + self.waived

    def __add__(self, other: "Figures") -> "Figures":
        return Figures(
            covered=self.covered + other.covered,
            waiting=self.waiting + other.waiting,
            missed=self.missed + other.missed,
            waived=self.waived + other.waived,
            ahead=self.ahead + other.ahead,
            called_off=self.called_off + other.called_off,
        )

    @property
    def recorded(self) -> int:
        return self.held + self.ahead + self.called_off

    @property
    def rate(self) -> Rate:
        """Covered of held, with the waived ones among the held."""
        return Rate(self.covered, self.held)

    @property
    def rate_without_waived(self) -> Rate:
        return Rate(self.covered, self.held - self.waived)


_COUNTED_AS = {
    EventState.SUDAH: "covered",
    EventState.MENUNGGU: "waiting",
    EventState.BELUM: "missed",
    EventState.TIDAK: "waived",
    EventState.AKAN_DATANG: "ahead",
    EventState.BERLANGSUNG: "ahead",
    EventState.DITUNDA: "called_off",
    EventState.BATAL: "called_off",
}


def figures(states: Iterable[EventState]) -> Figures:
    return Figures(**Counter(_COUNTED_AS[state] for state in states))


def median(numbers: Iterable[int]) -> int:
    """The middle one, of two the larger: a delay is never made to look shorter; -1 of none."""
    ordered = sorted(numbers)
    return ordered[len(ordered) // 2] if ordered else -1


def delays_by_agency(events: Iterable[Event], coverage: Coverage) -> dict[str, tuple[int, ...]]:
    """How many days each agency's covered activities waited for their news, ascending."""
    found: dict[str, list[int]] = {}
    for event in events:
        status = coverage.statuses[event.id]
        if status.state is EventState.SUDAH:
            for slug in event.agencies:
                found.setdefault(slug, []).append(status.delay)
    return {slug: tuple(sorted(delays)) for slug, delays in found.items()}


def figures_by_agency(events: Iterable[Event], coverage: Coverage) -> dict[str, Figures]:
    """An activity of several agencies counts for each of them, once."""
    states: dict[str, list[EventState]] = {}
    for event in events:
        for slug in event.agencies:
            states.setdefault(slug, []).append(coverage.statuses[event.id].state)
    return {slug: figures(found) for slug, found in states.items()}
