"""The edition: what is known of the whole site before any page is made.

Rooms make the pages that all months share from an Edition, and the pages of one month from
a MonthEdition (monthedition.py). Each field has one writer; plugins/README.md lists them.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from plugins.model.books import AgencyMonth, Almanac, MonthFigures, PlaceFigures
from plugins.model.calendar import (
    EVERYBODY,
    CalendarRef,
    calendar_ref,
)
from plugins.model.card import FRONT_LENGTH, Card, CardsRef, Link, month_links
from plugins.model.chapter import Chapter
from plugins.model.coverage import Coverage, Figures
from plugins.model.docket import DatedLine, Docket, dated_line, is_visible
from plugins.model.event import EventState
from plugins.model.fronts import ARCHIVE
from plugins.model.history import History
from plugins.model.moment import Moment, monday
from plugins.model.month import Month, month_of
from plugins.model.newsroom import Newsroom
from plugins.model.outline import Outline
from plugins.model.press import is_offered
from plugins.model.record import Record, digest
from plugins.model.site import Site

NEAR_DAYS = 7  # days of past activities that the front of the agenda shows


class Assets(Record, frozen=True):
    """Addresses of the files that pages link, named by their content."""

    stylesheet: str
    fonts: tuple[str, ...]
    icon: str
    sorting: str  # a script, for tables that can be put in another order
    composer: tuple[str, ...] = ()  # its modules, the first of which begins
    composer_sheet: str = ""
    offline: str = ""  # what keeps the composer without signal; run by a worker of its own


@dataclass(frozen=True)
class Front:
    """The front page of a list: its newest cards as a handle, and the months it has."""

    cards: CardsRef
    months: tuple[Link, ...]  # newest first


@dataclass(frozen=True)
class Edition:
    """The whole site at one moment, as far as pages that no single month owns need it."""

    site: Site
    now: Moment
    assets: Assets
    room: Newsroom  # agencies, categories and fixed pages; no posts, no activities
    fronts: Mapping[str, Front]  # by address; a list without posts is absent
    newest: tuple[Card, ...]  # of all posts, as many as a front shows
    posts: Mapping[str, int]  # this month's posts by the address of the list's front
    total: Figures  # this month's activities
    figures: Mapping[str, Figures]  # the same by agency
    open: tuple[DatedLine, ...]  # held and not reported, of all time, oldest first
    hidden: int  # missed activities without a page, of all time
    near: tuple[DatedLine, ...]  # from seven days ago on, by beginning
    trend: tuple[MonthFigures, ...]  # the twelve months up to this one, oldest first
    by_agency: Mapping[str, AgencyMonth]  # this month of every agency that has anything in it
    agency_months: Mapping[str, tuple[AgencyMonth, ...]]  # the same of all months, newest first
    last_posts: Mapping[str, int]  # ordinal of the day of each agency's newest post of all time
    scheduled: frozenset[str]  # agencies with an activity in this week
    places: Mapping[str, PlaceFigures]  # by kecamatan
    waits: tuple[int, ...]  # minutes from proposal to merge in this month, ascending
    calendars: Mapping[str, CalendarRef]  # of everybody and of each agency, as handles
    offered: Mapping[str, int]  # oldest day whose posts have packs, by address of the list's front
    months: tuple[Month, ...]  # that have any page, newest first
    event_months: tuple[Month, ...]  # that have visible activities, newest first

    @property
    def missed(self) -> int:
        """Activities of all time that nobody has reported, also those without a page."""
        return self.hidden + sum(d.line.state is EventState.BELUM for d in self.open)

    def front(self, address: str) -> Front:
        empty = CardsRef(front=address, months=(), count=0, cards=b"").sealed()
        return self.fronts.get(address, Front(empty, ()))


def make_edition(
    site: Site,
    now: Moment,
    assets: Assets,
    room: Newsroom,
    outlines: Sequence[Outline],
    dockets: Sequence[Docket],
    near: Iterable[tuple[Chapter, Coverage]],
    history: History,
) -> Edition:
    """Put the months together. *near* are the opened months that today's pages look into."""
    present = month_of(now)
    dated = sorted(dockets, key=lambda d: d.month)
    today = next((docket for docket in dated if docket.month == present), None)
    opened = sorted(near, key=lambda pair: pair[0].month, reverse=True)
    cards = [card for chapter, _ in opened for card in chapter.cards.values()]
    almanac = Almanac(outlines, dockets, room.agencies, history)
    counts = next((o.heads for o in outlines if o.month == present), {})
    return Edition(
        site=site,
        now=now,
        assets=assets,
        room=room,
        fronts=_fronts(outlines),
        newest=tuple(cards[:FRONT_LENGTH]),
        posts={front: head.count for front, head in counts.items()},
        total=today.total if today else Figures(),
        figures=today.by_agency if today else {},
        open=tuple(line for docket in dated for line in docket.open),
        hidden=sum(docket.hidden for docket in dated),
        near=tuple(_near(opened, now)),
        trend=almanac.trend(present),
        by_agency=almanac.by_agency(present),
        agency_months=almanac.agency_months(),
        last_posts=almanac.last_posts(),
        scheduled=almanac.scheduled(monday(now)),
        places=almanac.places(now),
        waits=almanac.waits(present),
        calendars=_calendars(room, now, dated),
        offered=_offered(site, now, outlines),
        months=_months_with_pages(outlines, dockets),
        event_months=tuple(d.month for d in reversed(dated) if d.visible),
    )


def near_months(now: Moment, outlines: Iterable[Outline], dockets: Iterable[Docket]) -> set[Month]:
    """The months to open for today's pages: the newest posts', and the agenda's around now."""
    recent = {docket.month for docket in dockets if docket.until >= now.day - NEAR_DAYS}
    return {*months_of_newest(outlines), *recent}


def months_of_newest(outlines: Iterable[Outline]) -> list[Month]:
    """The newest months that together hold as many posts as a front shows."""
    months, count = [], 0
    for outline in sorted(outlines, key=lambda o: o.month, reverse=True):
        if count < FRONT_LENGTH and ARCHIVE in outline.heads:
            months.append(outline.month)
            count += outline.heads[ARCHIVE].count
    return months


def _calendars(room: Newsroom, now: Moment, dockets: Iterable[Docket]) -> dict[str, CalendarRef]:
    held = {docket.month: docket.calendars for docket in dockets}
    return {slug: calendar_ref(slug, now, held) for slug in (EVERYBODY, *sorted(room.agencies))}


def _offered(site: Site, now: Moment, outlines: Iterable[Outline]) -> dict[str, int]:
    found: dict[str, int] = {}
    for outline in outlines:
        for front, days in outline.days.items():
            for day in days:
                if is_offered(day, now, site):
                    found[front] = min(day, found.get(front, day))
    return found


def _fronts(outlines: Sequence[Outline]) -> dict[str, Front]:
    """Every list's handle, from the stored digests of its newest months."""
    found: dict[str, list[Outline]] = defaultdict(list)
    for outline in sorted(outlines, key=lambda o: o.month, reverse=True):
        for front in outline.heads:
            found[front].append(outline)
    return {front: _front(front, dated) for front, dated in found.items()}


def _front(front: str, dated: Sequence[Outline]) -> Front:
    months, digests, count = [], [], 0
    for outline in dated:
        if count >= FRONT_LENGTH:
            break
        months.append(outline.month)
        digests.append(outline.heads[front].digest)
        count += outline.heads[front].count
    ref = CardsRef(
        front=front,
        months=tuple(months),
        count=min(count, FRONT_LENGTH),
        cards=digest(tuple(digests)),
    )
    return Front(ref.sealed(), month_links(front, (outline.month for outline in dated)))


def _months_with_pages(outlines: Iterable[Outline], dockets: Iterable[Docket]) -> tuple[Month, ...]:
    posts = {outline.month for outline in outlines if outline.heads}
    return tuple(sorted(posts | {d.month for d in dockets if d.total.recorded}, reverse=True))


def _near(opened: Sequence[tuple[Chapter, Coverage]], now: Moment) -> Iterable[DatedLine]:
    events = [
        (event, chapter.room, coverage)
        for chapter, coverage in opened
        for event in chapter.room.events.values()
        if is_visible(event, now) and event.last.day >= now.day - NEAR_DAYS
    ]
    for event, room, coverage in sorted(events, key=lambda item: (item[0].begins_at, item[0].id)):
        yield dated_line(event, coverage, room)
