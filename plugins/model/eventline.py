"""An activity as lists and cards show it."""

from plugins.model.addresses import event_href, write_href
from plugins.model.card import Link
from plugins.model.coverage import EventStatus
from plugins.model.event import Event, EventState
from plugins.model.moment import Moment
from plugins.model.record import Record


class EventLine(Record, frozen=True):
    id: str
    href: str
    title: str
    first: Moment
    days: str  # Selasa, 24 November 2026
    hours: str  # 09.00–12.00 WITA; empty where not known
    place: str
    agency: Link
    state: EventState

    @property
    def write(self) -> str:
        """Where its news is written; meant for those without news."""
        return write_href(self.id)


def event_line(event: Event, status: EventStatus, agency: Link) -> EventLine:
    return EventLine(
        id=event.id,
        href=event_href(event.id),
        title=event.title,
        first=event.first,
        days=event.days,
        hours=event.hours,
        place=event.place,
        agency=agency,
        state=status.state,
    ).sealed()
