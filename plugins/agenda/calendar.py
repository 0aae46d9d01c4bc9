"""The agenda: what is on today, what comes, and one page for each calendar month."""

from collections.abc import Iterable, Iterator
from itertools import groupby

from plugins.model import addresses
from plugins.model.card import Link, month_links
from plugins.model.edition import NEAR_DAYS, Edition, MonthEdition
from plugins.model.eventline import EventLine
from plugins.model.moment import Moment
from plugins.model.output import Output
from plugins.model.record import Value


class AgendaDay(Value, frozen=True):
    day: Moment
    lines: tuple[EventLine, ...]


class AgendaPage(Value, frozen=True):
    """What agenda.html may see."""

    today: Moment
    running: tuple[EventLine, ...]  # today, also those that began earlier
    coming: tuple[AgendaDay, ...]
    past: tuple[AgendaDay, ...]  # newest first
    months: tuple[Link, ...]  # newest first


class AgendaMonthPage(Value, frozen=True):
    """What agenda_month.html may see."""

    href: str
    title: str  # November 2026
    days: tuple[AgendaDay, ...]


def calendar_output(edition: Edition) -> Output:
    today = edition.now.day
    past = [d for d in edition.near if d.last < today and d.line.first.day >= today - NEAR_DAYS]
    page = AgendaPage(
        today=Moment(today),
        running=tuple(dated.line for dated in edition.near if dated.is_on(edition.now)),
        coming=_days(d.line for d in edition.near if d.line.first.day > today),
        past=tuple(reversed(_days(dated.line for dated in past))),
        months=month_links("/agenda/", edition.event_months),
    )
    return Output("agenda/index.html", "agenda.html", page, daily=True)


def calendar_month_outputs(edition: MonthEdition) -> Iterator[Output]:
    """The page of the month's activities, where it has any that the public may see."""
    if edition.lines:
        month = edition.chapter.month
        href = addresses.month_href("/agenda/", month.year, month.month)
        page = AgendaMonthPage(href, month.words, _days(edition.lines.values()))
        yield Output(addresses.output_path(href), "agenda_month.html", page)


def _days(lines: Iterable[EventLine]) -> tuple[AgendaDay, ...]:
    return tuple(
        AgendaDay(Moment(day), tuple(found))
        for day, found in groupby(lines, lambda line: line.first.day)
    )
