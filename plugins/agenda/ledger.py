"""The ledger: which activities nobody has reported yet, and how each agency stands."""

from plugins.model import addresses
from plugins.model.agency import Agency
from plugins.model.coverage import Figures
from plugins.model.edition import Edition
from plugins.model.event import EventState
from plugins.model.eventline import EventLine
from plugins.model.moment import Moment
from plugins.model.output import Output
from plugins.model.record import Value


class MissedLine(Value, frozen=True):
    line: EventLine
    age: int  # days since its last day


class AgencyRow(Value, frozen=True):
    name: str
    short: str
    href: str
    figures: Figures
    vacant: bool  # no officer serves today
    silent: bool  # nothing recorded in the agenda this month


class LedgerPage(Value, frozen=True):
    """What ledger.html may see."""

    today: Moment
    month: str  # November 2026
    total: Figures  # this month
    grace_days: int
    missed: tuple[MissedLine, ...]  # of all time, oldest first; only those with a page
    waiting: tuple[MissedLine, ...]  # still within the grace
    hidden: int  # missed activities that are not public, as a count and nothing else
    rows: tuple[AgencyRow, ...]


def ledger_output(edition: Edition) -> Output:
    page = LedgerPage(
        today=Moment(edition.now.day),
        month=edition.now.month_words,
        total=edition.total,
        grace_days=edition.site.grace_days,
        missed=_lines_in(EventState.BELUM, edition),
        waiting=_lines_in(EventState.MENUNGGU, edition),
        hidden=edition.hidden,
        rows=_rows(edition),
    )
    return Output("cakupan/index.html", "ledger.html", page, daily=True)


def _lines_in(state: EventState, edition: Edition) -> tuple[MissedLine, ...]:
    return tuple(
        MissedLine(dated.line, edition.now.day - dated.last)
        for dated in edition.open
        if dated.line.state is state
    )


def _rows(edition: Edition) -> tuple[AgencyRow, ...]:
    """A to Z, with those that recorded nothing this month behind the others."""
    rows = (_row(agency, edition) for agency in edition.room.agencies.values())
    return tuple(sorted(rows, key=lambda row: (row.silent, row.name.lower(), row.href)))


def _row(agency: Agency, edition: Edition) -> AgencyRow:
    found = edition.figures.get(agency.slug, Figures())
    return AgencyRow(
        name=agency.name,
        short=agency.short,
        href=addresses.agency_href(agency.slug),
        figures=found,
        vacant=not agency.officers_on(edition.now),
        silent=found.recorded == 0,
    )
