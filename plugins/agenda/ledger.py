"""The ledger: which activities nobody has reported yet, and how each agency stands."""

from collections.abc import Iterable

from plugins.agenda.places import Places, places_of
from plugins.model import addresses
from plugins.model.agency import Agency
from plugins.model.books import AgencyMonth, MonthFigures
from plugins.model.card import Link, month_links
from plugins.model.coverage import Figures, median
from plugins.model.docket import DatedLine
from plugins.model.edition import Edition
from plugins.model.event import EventState
from plugins.model.eventline import EventLine
from plugins.model.moment import Moment, span_words
from plugins.model.month import Month, month_of
from plugins.model.outline import Pieces
from plugins.model.record import Value

TABLE = f"{addresses.LEDGER}cakupan.csv"
DATA = f"{addresses.LEDGER}cakupan.json"


class MissedLine(Value, frozen=True):
    line: EventLine
    age: int  # days since its last day
    agencies: tuple[str, ...] = ()  # slugs: all that owe the news


class AgencyRow(Value, frozen=True):
    """How an agency stands in the month of the ledger."""

    slug: str
    name: str
    short: str
    figures: Figures
    posts: int  # also those that it supports
    unplanned: int  # of them, those that name no activity
    delay: int  # median days from activity to news; -1 without any
    since_last: int  # days since its newest post of all time; -1 without any
    silent: bool  # nothing recorded in the agenda this month
    idle: bool  # nothing in the agenda of this week
    vacant: bool  # no officer serves today

    @property
    def href(self) -> str:
        """What stands behind the numbers."""
        return addresses.evidence_href(self.slug)


class Turnaround(Value, frozen=True):
    """How long proposals wait for Humas, of those merged in the month."""

    proposals: int
    minutes: int  # median; -1 without any

    @property
    def words(self) -> str:
        return span_words(self.minutes)


class LedgerPage(Value, frozen=True):
    """What ledger.html may see, and all that the files beside it say."""

    today: Moment
    month: Month
    total: Figures  # this month; an activity of several agencies counts once
    grace_days: int
    missed: tuple[MissedLine, ...]  # of all time, oldest first; only those with a page
    waiting: tuple[MissedLine, ...]  # still within the grace
    hidden: int  # missed activities that are not public, as a count and nothing else
    rows: tuple[AgencyRow, ...]
    trend: tuple[MonthFigures, ...]  # twelve months, oldest first
    turnaround: Turnaround
    places: Places
    reports: tuple[Link, ...]  # of the months that have anything, newest first

    @property
    def files(self) -> tuple[Link, ...]:
        """That hold the same numbers."""
        return (Link("Unduh CSV", TABLE), Link("Unduh JSON", DATA))


def ledger_page(edition: Edition) -> LedgerPage:
    return LedgerPage(
        today=Moment(edition.now.day),
        month=month_of(edition.now),
        total=edition.total,
        grace_days=edition.site.grace_days,
        missed=_lines_in(EventState.BELUM, edition),
        waiting=_lines_in(EventState.MENUNGGU, edition),
        hidden=edition.hidden,
        rows=_rows(edition),
        trend=edition.trend,
        turnaround=Turnaround(len(edition.waits), median(edition.waits)),
        places=places_of(edition),
        reports=month_links(addresses.LEDGER, _months(edition)),
    )


def aged(lines: Iterable[DatedLine], today: Moment) -> tuple[MissedLine, ...]:
    return tuple(MissedLine(d.line, today.day - d.last, d.agencies) for d in lines)


def _lines_in(state: EventState, edition: Edition) -> tuple[MissedLine, ...]:
    return aged((d for d in edition.open if d.line.state is state), edition.now)


def _months(edition: Edition) -> list[Month]:
    """That have a post or an activity of any kind, newest first."""
    found = {counted.month for months in edition.agency_months.values() for counted in months}
    return sorted(found, reverse=True)


def _rows(edition: Edition) -> tuple[AgencyRow, ...]:
    """A to Z, with those that recorded nothing this month behind the others."""
    month = month_of(edition.now)
    agencies = edition.room.agencies.values()
    listed = (a for a in agencies if a.exists_in(month) or a.slug in edition.by_agency)
    rows = (_row(agency, month, edition) for agency in listed)
    return tuple(sorted(rows, key=lambda row: (row.silent, row.name.lower(), row.slug)))


def _row(agency: Agency, month: Month, edition: Edition) -> AgencyRow:
    nothing = AgencyMonth(month, Figures(), Pieces(), -1)
    found = edition.by_agency.get(agency.slug, nothing)
    last = edition.last_posts.get(agency.slug, 0)
    return AgencyRow(
        slug=agency.slug,
        name=agency.name,
        short=agency.short,
        figures=found.figures,
        posts=found.pieces.posts,
        unplanned=found.pieces.posts - found.pieces.linked,
        delay=found.delay,
        since_last=max(0, edition.now.day - last) if last else -1,
        silent=found.figures.recorded == 0,
        idle=agency.slug not in edition.scheduled,
        vacant=not agency.officers_on(edition.now),
    )
