"""The front of the agenda, its activities by place, and the calendar of each month."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import groupby

from plugins.model import addresses
from plugins.model.card import Link, month_links
from plugins.model.docket import AHEAD, DatedLine
from plugins.model.edition import NEAR_DAYS, Edition
from plugins.model.eventline import EventLine
from plugins.model.moment import Moment, monday
from plugins.model.month import Month, month_of
from plugins.model.monthedition import MonthEdition
from plugins.model.output import Output
from plugins.model.record import Value

COMING = 24  # activities after this week on the front, cut at the end of a day
AT_A_PLACE = 12  # coming activities of one kecamatan
SPANNED = 7  # an activity of more days stands in the calendar on its first day alone
PLACES = "/agenda/kecamatan/"


class AgendaDay(Value, frozen=True):
    day: Moment
    lines: tuple[EventLine, ...]


class CountedLink(Value, frozen=True):
    label: str
    href: str
    count: int  # of activities running or ahead


class AgendaPage(Value, frozen=True):
    """What agenda.html may see."""

    today: Moment
    jumps: tuple[Link, ...]  # into the page, and beside it
    running: tuple[EventLine, ...]  # today, also those that began earlier
    week: tuple[AgendaDay, ...]  # after today, up to Sunday
    coming: tuple[AgendaDay, ...]  # after that
    more: int  # activities that come later still
    later: tuple[Link, ...]  # the months that hold them
    past: tuple[AgendaDay, ...]  # newest first
    agencies: tuple[CountedLink, ...]  # that have anything running or ahead
    places: tuple[CountedLink, ...]
    months: tuple[Link, ...]  # newest first


class PlaceAgenda(Value, frozen=True):
    slug: str
    name: str
    news: str  # address of the page of its news
    coming: tuple[EventLine, ...]  # running or ahead
    more: int
    past: tuple[EventLine, ...]  # newest first


class PlacesPage(Value, frozen=True):
    """What agenda_places.html may see."""

    today: Moment
    jumps: tuple[Link, ...]
    places: tuple[PlaceAgenda, ...]


class CalendarItem(Value, frozen=True):
    line: EventLine
    again: bool  # it began on an earlier day
    until: str  # sampai 26 Nov; empty where it is one of one day


class CalendarDay(Value, frozen=True):
    day: Moment | None  # None outside the month
    number: int  # of the day in the month
    items: tuple[CalendarItem, ...]

    @property
    def begins(self) -> bool:
        """Whether anything begins on this day."""
        return not all(item.again for item in self.items)


class AgendaMonthPage(Value, frozen=True):
    """What agenda_month.html may see."""

    href: str
    title: str  # November 2026
    count: int
    weeks: tuple[tuple[CalendarDay, ...], ...]  # from Monday to Sunday
    older: Link | None
    newer: Link | None


def calendar_output(edition: Edition) -> Output:
    now, near = edition.now, edition.near
    sunday = monday(now) + 6
    week = [dated.line for dated in near if now.day < dated.line.first.day <= sunday]
    coming = [dated.line for dated in near if dated.line.first.day > sunday]
    shown = _whole_days(coming, COMING)
    rest = coming[len(shown) :]
    page = AgendaPage(
        today=Moment(now.day),
        jumps=_jumps(edition),
        running=tuple(dated.line for dated in near if dated.is_on(now)),
        week=_days(week),
        coming=_days(shown),
        more=len(rest),
        later=month_links("/agenda/", sorted({month_of(line.first) for line in rest})),
        past=tuple(reversed(_days(dated.line for dated in _past(near, now)))),
        agencies=_by_agency(edition),
        places=_by_place(edition),
        months=month_links("/agenda/", edition.event_months),
    )
    return Output("agenda/index.html", "agenda.html", page, daily=True)


def places_output(edition: Edition) -> Output:
    """All kecamatan on one page: a page for each would be a daily one for each."""
    places = sorted(edition.room.districts().items(), key=lambda place: place[1])
    page = PlacesPage(
        today=Moment(edition.now.day),
        jumps=tuple(Link(name, f"{PLACES}#{slug}") for slug, name in places),
        places=tuple(_place(slug, name, edition) for slug, name in places),
    )
    return Output(addresses.output_path(PLACES), "agenda_places.html", page, daily=True)


def calendar_month_outputs(edition: MonthEdition) -> Iterator[Output]:
    """The page of the month's activities, where it has any that the public may see."""
    if edition.lines:
        month = edition.chapter.month
        href = _month_link(month).href
        books = edition.books
        page = AgendaMonthPage(
            href=href,
            title=month.words,
            count=len(edition.lines),
            weeks=_weeks(month, edition),
            older=_month_link(books.agenda_before) if books.agenda_before else None,
            newer=_month_link(books.agenda_after) if books.agenda_after else None,
        )
        yield Output(addresses.output_path(href), "agenda_month.html", page)


def _weeks(month: Month, edition: MonthEdition) -> tuple[tuple[CalendarDay, ...], ...]:
    items = _items_by_day(edition)
    first = monday(Moment(month.first_day))
    return tuple(
        tuple(_calendar_day(day, month, items) for day in range(start, start + 7))
        for start in range(first, month.last_day + 1, 7)
    )


def _calendar_day(day: int, month: Month, items: dict[int, list[CalendarItem]]) -> CalendarDay:
    if not month.first_day <= day <= month.last_day:
        return CalendarDay(None, 0, ())
    return CalendarDay(Moment(day), day - month.first_day + 1, tuple(items.get(day, ())))


def _items_by_day(edition: MonthEdition) -> dict[int, list[CalendarItem]]:
    """What goes on from an earlier day stands before what begins."""
    found: dict[int, list[CalendarItem]] = defaultdict(list)
    for event in edition.events:
        line, first, last = edition.lines[event.id], event.first.day, event.last.day
        for day in range(first + 1, last + 1 if last - first < SPANNED else first):
            found[day].append(CalendarItem(line, True, ""))
    for event in edition.events:
        until = f"sampai {event.last.brief}" if event.last != event.first else ""
        found[event.first.day].append(CalendarItem(edition.lines[event.id], False, until))
    return found


def _month_link(month: Month) -> Link:
    return month_links("/agenda/", (month,))[0]


def _whole_days(lines: list[EventLine], least: int) -> list[EventLine]:
    """The first lines, at least so many, and all of the last one's day."""
    if len(lines) <= least:
        return lines
    last = lines[least - 1].first.day
    return [line for line in lines if line.first.day <= last]


def _past(near: Iterable[DatedLine], now: Moment) -> list[DatedLine]:
    return [d for d in near if d.last < now.day and d.line.first.day >= now.day - NEAR_DAYS]


def _jumps(edition: Edition) -> tuple[Link, ...]:
    """The calendar of this month, or of the newest before it."""
    present = month_of(edition.now)
    months = [month for month in edition.event_months if month <= present][:1]
    calendar = (Link(f"Kalender {month.words}", _month_link(month).href) for month in months)
    return (
        *calendar,
        Link("Menurut perangkat daerah", "/agenda/#perangkat-daerah"),
        Link("Menurut kecamatan", PLACES),
        Link("Berlangganan kalender", "/agenda/#kalender"),
    )


def _by_agency(edition: Edition) -> tuple[CountedLink, ...]:
    counts: dict[str, int] = defaultdict(int)
    for dated in edition.near:
        families = (edition.room.family(slug) for slug in dated.agencies)
        for slug in {slug for family in families for slug in family}:
            counts[slug] += dated.line.state in AHEAD
    found = (
        CountedLink(agency.short, f"{addresses.agency_href(slug)}#agenda", counts[slug])
        for slug, agency in edition.room.agencies.items()
        if counts[slug]
    )
    return tuple(sorted(found, key=lambda link: (link.label.lower(), link.href)))


def _by_place(edition: Edition) -> tuple[CountedLink, ...]:
    return tuple(
        CountedLink(name, f"{PLACES}#{slug}", count)
        for slug, name in sorted(edition.room.districts().items(), key=lambda place: place[1])
        if (count := sum(d.district == slug and d.line.state in AHEAD for d in edition.near))
    )


def _place(slug: str, name: str, edition: Edition) -> PlaceAgenda:
    here = [dated for dated in edition.near if dated.district == slug]
    coming = [dated.line for dated in here if dated.last >= edition.now.day]
    past = [dated.line for dated in _past(here, edition.now)]
    return PlaceAgenda(
        slug=slug,
        name=name,
        news=addresses.district_href(slug),
        coming=tuple(coming[:AT_A_PLACE]),
        more=max(0, len(coming) - AT_A_PLACE),
        past=tuple(reversed(past)),
    )


def _days(lines: Iterable[EventLine]) -> tuple[AgendaDay, ...]:
    return tuple(
        AgendaDay(Moment(day), tuple(found))
        for day, found in groupby(lines, lambda line: line.first.day)
    )
