"""Opens months: read, judged and accepted, with their cards; the few last ones stay open."""

from collections import OrderedDict, defaultdict
from collections.abc import Iterable
from dataclasses import replace

from plugins.model.addresses import event_path, media_path, post_path
from plugins.model.body import Body, BodyRef
from plugins.model.calendar import (
    CalendarEntry,
    CalendarRef,
    calendar_entry,
    calendars_of,
)
from plugins.model.card import FRONT_LENGTH, Card, CardsRef
from plugins.model.chapter import Chapter, PictureOf, open_chapter
from plugins.model.docket import is_visible
from plugins.model.event import Event
from plugins.model.fault import Fault
from plugins.model.history import History
from plugins.model.moment import Moment
from plugins.model.month import Month, month_named
from plugins.model.newsroom import Newsroom
from plugins.model.recurrence import Occasions
from plugins.model.site import Site
from plugins.reading.board import Accepted, Gate
from plugins.reading.reader import Reader, Section
from plugins.reading.sections import SHARED, section_of
from plugins.reading.store import Bodies, LostBodyError

OPEN_MONTHS = 8  # chapters kept in memory
_PREFIX = "content/"
_UNKNOWN = History()


class Library:
    """Everything that can be asked of the content at one moment, month by month."""

    def __init__(
        self,
        reader: Reader,
        site: Site,
        now: Moment,
        gate: Gate,
        picture_of: PictureOf,
        history: History = _UNKNOWN,
    ) -> None:
        self.reader = reader
        self.site = site
        self.now = now
        self.gate = gate
        self.picture_of = picture_of
        self.revisions = history.revisions
        self.shared_section = reader.section(SHARED)
        self.shared_entries = tuple(reader.tree.entries_of(SHARED))
        self.shared = self._judge_shared()
        self.quarantined: dict[str, frozenset[str]] = {}  # by month; set before a chapter opens
        self._occasions = Occasions()
        self._open: OrderedDict[Month, Chapter] = OrderedDict()
        self._calendars: dict[Month, dict[str, list[Event]]] = {}
        self._bodies: dict[str, Bodies] = {SHARED: self.shared_section.bodies}

    @property
    def room(self) -> Newsroom:
        """The shared records: agencies, categories and fixed pages."""
        return self.shared.newsroom

    def expect(self, occasions: Occasions) -> None:
        """Let the accepted recurring activities appear in their months."""
        self._occasions = occasions
        for month in [month for month in self._open if month.name in occasions.months]:
            del self._open[month]

    def occasions_key(self, month: str) -> bytes:
        return self._occasions.key(month)

    def sources(self, month: str) -> set[str]:
        return self._occasions.sources(month)

    def series(self, month: str) -> dict[str, Event]:
        """The recurring activities by the ids of their times in a month."""
        return self._occasions.series(month)

    def judge(self, section: Section, claimed: Newsroom, occasions: Occasions) -> Accepted:
        """Judge one month together with what it may refer to.

        *claimed* holds the posts of other months that claim older addresses.
        """
        own = section.newsroom
        others = self.others_of(own)
        recurring = {i: e for n in (section.name, *others) for i, e in occasions.of(n).items()}
        entries = [e for name in (section.name, *others) for e in self.reader.tree.entries_of(name)]
        question = replace(
            own,
            agencies=self.room.agencies,
            categories=self.room.categories,
            pages=self.room.pages,
            posts={**claimed.posts, **own.posts},
            entries=tuple(sorted([*self.shared_entries, *entries])),
            faults=(*self.shared_section.newsroom.faults, *own.faults),
            recurring=recurring,
        )
        accepted = self.gate(question, self.reader.tree, self.now, self.site.bureau)
        return accepted._replace(
            faults=_within(section.name, accepted.faults),
            fatal=_within(section.name, accepted.fatal),
            quarantined=tuple(p for p in accepted.quarantined if section_of(p) == section.name),
        )

    def others_of(self, own: Newsroom) -> tuple[str, ...]:
        """The other months that posts and activities of a month name."""
        paths = [event_path(i) for post in own.posts.values() for i in post.events]
        paths += [event_path(event.moved_to) for event in own.events.values() if event.moved_to]
        paths += [alias.lstrip("/") for post in own.posts.values() for alias in post.aliases]
        mine = {section_of(entry) for entry in _paths(own)}
        return tuple(sorted({section_of(path) for path in paths} - mine - {SHARED}))

    def chapter(self, month: Month) -> Chapter:
        if month in self._open:
            self._open.move_to_end(month)
            return self._open[month]
        chapter = self._open_chapter(month)
        self._open[month] = chapter
        if len(self._open) > OPEN_MONTHS:
            closed, _ = self._open.popitem(last=False)
            del self._bodies[closed.name]
        return chapter

    def chapters(self, months: Iterable[Month]) -> list[Chapter]:
        """Those of the months that exist."""
        return [self.chapter(month) for month in months if month.name in self.quarantined]

    def body(self, section: str, ref: BodyRef) -> Body:
        """One of the shared section or of a month."""
        if not ref.digest:
            return ()
        if section != SHARED:
            self.chapter(month_named(section))
        try:
            return self._bodies[section].get(ref)
        except LostBodyError:
            self._bodies[section] = self.reader.read_again(section).bodies
            return self._bodies[section].get(ref)

    def cards(self, ref: CardsRef) -> tuple[Card, ...]:
        """The cards that a handle stands for."""
        found: list[Card] = []
        for month in ref.months:
            found += self.chapter(month).lists.get(ref.front, ())
        return tuple(found[:FRONT_LENGTH])

    def calendar(self, ref: CalendarRef) -> tuple[CalendarEntry, ...]:
        """The visible activities that a handle stands for, by beginning."""
        found = [
            (event, self.series(month.name))
            for month in ref.months
            for event in self._visible_by_calendar(month)[ref.agency]
        ]
        shown = {event.id for event, _ in found}
        return tuple(
            calendar_entry(event, self.room, series, self.revisions, shown)
            for event, series in found
        )

    def _visible_by_calendar(self, month: Month) -> dict[str, list[Event]]:
        """Worked out once, for the calendars of all agencies look into the same months."""
        if month not in self._calendars:
            room = self.chapter(month).room
            found: dict[str, list[Event]] = defaultdict(list)
            for event in sorted(room.events.values(), key=lambda e: (e.begins_at, e.id)):
                for slug in calendars_of(event, room) if is_visible(event, self.now) else ():
                    found[slug].append(event)
            self._calendars[month] = found
        return self._calendars[month]

    def _judge_shared(self) -> Accepted:
        room = replace(self.shared_section.newsroom, entries=self.shared_entries)
        return self.gate(room, self.reader.tree, self.now, self.site.bureau)

    def _open_chapter(self, month: Month) -> Chapter:
        section = self.reader.section(month.name)
        self._bodies[month.name] = section.bodies
        own = section.newsroom
        out = self.quarantined[month.name]
        room = replace(
            own,
            agencies={slug: agency.named for slug, agency in self.room.agencies.items()},
            categories=self.room.categories,
            pages={},
            posts={i: p for i, p in own.posts.items() if post_path(i) not in out},
            events=self._events(month.name, own, out),
            recurring={},
            media={name: m for name, m in own.media.items() if media_path(name) not in out},
        )
        return open_chapter(month, room, self.now, self.picture_of)

    def _events(self, name: str, own: Newsroom, out: frozenset[str]) -> dict[str, Event]:
        """A file, even one that is left out, takes the place of what recurs on its day."""
        found = {**self._occasions.of(name), **own.events}
        return {i: event for i, event in found.items() if event_path(i) not in out}


def _within(name: str, faults: Iterable[Fault]) -> tuple[Fault, ...]:
    return tuple(f for f in faults if section_of(f.path.removeprefix(_PREFIX)) == name)


def _paths(own: Newsroom) -> Iterable[str]:
    yield from (post_path(i) for i in own.posts)
    yield from (event_path(i) for i in own.events)
