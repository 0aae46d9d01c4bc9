"""What the rest of the site needs to know of a month's activities without opening it."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import Any

import msgspec

from plugins.model.calendar import calendar_digests
from plugins.model.chapter import short_agency_link
from plugins.model.coverage import (
    Coverage,
    Figures,
    delays_by_agency,
    figures,
    figures_by_agency,
)
from plugins.model.event import Event, EventState, Publicity
from plugins.model.eventline import EventLine, event_line
from plugins.model.history import Revision
from plugins.model.moment import Moment, monday
from plugins.model.month import Month
from plugins.model.newsroom import Newsroom
from plugins.model.record import Record

OPEN = frozenset({EventState.MENUNGGU, EventState.BELUM})
AHEAD = frozenset({EventState.AKAN_DATANG, EventState.BERLANGSUNG})
CALLED_OFF = frozenset({EventState.DITUNDA, EventState.BATAL})


_NONE: Mapping[str, Any] = MappingProxyType({})


class DatedLine(Record, frozen=True):
    """An activity as lists show it, with what decides on which lists it stands."""

    line: EventLine
    agencies: tuple[str, ...]
    district: str  # slug of its kecamatan; may be empty
    last: int  # ordinal of its last day
    wanted: bool = False  # Humas is asked to come, and still can

    def is_on(self, today: Moment) -> bool:
        return self.line.first.day <= today.day <= self.last


class Docket(msgspec.Struct, frozen=True):
    month: Month
    total: Figures
    by_agency: dict[str, Figures]
    delays: tuple[int, ...]  # days from activity to news, of each that is covered, ascending
    delays_by_agency: dict[str, tuple[int, ...]]
    weeks: dict[str, tuple[int, ...]]  # ordinals of the Mondays of weeks with an agency's agenda
    by_district: dict[str, Figures]  # of activities with a page, by kecamatan
    last_by_district: dict[str, int]  # ordinal of the last day of one held there, with a page
    open: tuple[DatedLine, ...]  # held and not reported, with a page; oldest first
    hidden: int  # missed activities without a page
    visible: int  # activities with a page
    calendars: dict[str, bytes]  # digests of what calendars hold of it, by agency
    until: int  # ordinal of the last day of any of them; 0 without one


def docket_of(
    month: Month,
    events: Iterable[Event],
    coverage: Coverage,
    room: Newsroom,
    now: Moment,
    series: Mapping[str, Event] = _NONE,
    revisions: Mapping[str, Revision] = _NONE,
) -> Docket:
    """*events* are those of the month, *coverage* knows each of them."""
    all_events = sorted(events, key=lambda e: (e.begins_at, e.id))
    states = {event.id: coverage.statuses[event.id].state for event in all_events}
    public = [event for event in all_events if is_visible(event, now)]
    shown = [dated_line(event, coverage, room) for event in public]
    statuses = (coverage.statuses[event.id] for event in all_events)
    covered = [status for status in statuses if status.state is EventState.SUDAH]
    missed = sum(state is EventState.BELUM for state in states.values())
    missed_shown = sum(line.line.state is EventState.BELUM for line in shown)
    return Docket(
        month=month,
        total=figures(states.values()),
        by_agency=figures_by_agency(all_events, coverage),
        delays=tuple(sorted(s.delay for s in covered)),
        delays_by_agency=delays_by_agency(all_events, coverage),
        weeks=_weeks(all_events, states),
        by_district=_by_district(public, states),
        last_by_district=_last_by_district(public, states),
        open=tuple(line for line in shown if line.line.state in OPEN),
        hidden=missed - missed_shown,
        visible=len(shown),
        calendars=calendar_digests(public, room, series, revisions),
        until=max((line.last for line in shown), default=0),
    )


def is_visible(event: Event, now: Moment) -> bool:
    """Not what is not public, nor what becomes public only when it is over."""
    if event.publicity is Publicity.SETELAH_SELESAI:
        return event.ends_at <= now.minutes
    return event.publicity is Publicity.YA


def is_wanted(event: Event, state: EventState) -> bool:
    """Whether Humas is asked to come to an activity that is not over, covered or called off."""
    return event.asks_for_bureau and state in AHEAD


def dated_line(event: Event, coverage: Coverage, room: Newsroom) -> DatedLine:
    agency, status = short_agency_link(event.agency, room), coverage.statuses[event.id]
    return DatedLine(
        line=event_line(event, status, agency),
        agencies=event.agencies,
        district=event.district,
        last=event.last.day,
        wanted=is_wanted(event, status.state),
    ).sealed()


def _weeks(events: Iterable[Event], states: Mapping[str, EventState]) -> dict[str, tuple[int, ...]]:
    """Of what was not called off; an activity of several weeks counts in each."""
    found: dict[str, set[int]] = defaultdict(set)
    for event in events:
        if states[event.id] not in CALLED_OFF:
            for slug in event.agencies:
                found[slug] |= set(range(monday(event.first), event.last.day + 1, 7))
    return {slug: tuple(sorted(days)) for slug, days in found.items()}


def _by_district(events: Iterable[Event], states: Mapping[str, EventState]) -> dict[str, Figures]:
    found: dict[str, list[EventState]] = defaultdict(list)
    for event in events:
        if event.district:
            found[event.district].append(states[event.id])
    return {district: figures(some) for district, some in found.items()}


def _last_by_district(events: Iterable[Event], states: Mapping[str, EventState]) -> dict[str, int]:
    found: dict[str, int] = {}
    for event in events:
        if event.district and states[event.id] not in (AHEAD | CALLED_OFF):
            found[event.district] = max(event.last.day, found.get(event.district, 0))
    return found
