"""The agenda: what is on today, what comes, and one page for each calendar month."""

from collections.abc import Iterator
from itertools import groupby

from plugins.model import addresses
from plugins.model.card import Link
from plugins.model.edition import Edition
from plugins.model.eventline import EventLine
from plugins.model.moment import Moment, month_words
from plugins.model.output import Output
from plugins.model.record import Value

PAST_DAYS = 7  # days of past activities on the front of the agenda


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


def calendar_outputs(edition: Edition) -> Iterator[Output]:
    lines = list(edition.lines.values())
    months = [
        (month, tuple(found))
        for month, found in groupby(lines, lambda line: (line.first.year, line.first.month))
    ]
    yield Output("agenda/index.html", "agenda.html", _front(edition, months), daily=True)
    for (year, month), found in months:
        href = addresses.month_href("/agenda/", year, month)
        page = AgendaMonthPage(href, month_words(year, month), _days(found))
        yield Output(addresses.output_path(href), "agenda_month.html", page)


def _front(
    edition: Edition, months: list[tuple[tuple[int, int], tuple[EventLine, ...]]]
) -> AgendaPage:
    today = edition.now.day
    last = {event.id: event.last.day for event in edition.visible}
    lines = list(edition.lines.values())
    past = [line for line in lines if last[line.id] < today and line.first.day >= today - PAST_DAYS]
    return AgendaPage(
        today=Moment(today),
        running=tuple(line for line in lines if line.first.day <= today <= last[line.id]),
        coming=_days([line for line in lines if line.first.day > today]),
        past=tuple(reversed(_days(past))),
        months=tuple(
            Link(month_words(*month), addresses.month_href("/agenda/", *month))
            for month, _ in reversed(months)
        ),
    )


def _days(lines: list[EventLine] | tuple[EventLine, ...]) -> tuple[AgendaDay, ...]:
    return tuple(
        AgendaDay(Moment(day), tuple(found))
        for day, found in groupby(lines, lambda line: line.first.day)
    )
