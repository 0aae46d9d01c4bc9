"""iCalendar files (RFC 5545): for everybody, each agency, each month and each activity."""

from collections.abc import Iterator

from plugins.agenda.vcalendar import written
from plugins.model import addresses
from plugins.model.agency import Agency
from plugins.model.calendar import CalendarEntry, CalendarRef
from plugins.model.edition import Edition
from plugins.model.monthedition import MonthEdition
from plugins.model.output import Output, Resources
from plugins.model.record import Value
from plugins.model.site import Site


class CalendarFile(Value, frozen=True):
    """What a file of some activities may see."""

    site: Site
    name: str  # how a calendar program titles it
    entries: tuple[CalendarEntry, ...]


class SharedCalendar(Value, frozen=True):
    """What a calendar to which people subscribe may see."""

    site: Site
    name: str
    entries: CalendarRef


def calendar_outputs(edition: Edition) -> Iterator[Output]:
    """Those that all months share; they leave out what is long past, so they see the day."""
    for slug, ref in edition.calendars.items():
        page = SharedCalendar(edition.site, _name(edition.room.agencies.get(slug)), ref)
        href = addresses.calendar_href(slug)
        yield Output(addresses.output_path(href), shared_calendar, page, daily=True)


def calendar_file_outputs(edition: MonthEdition) -> Iterator[Output]:
    """One of the whole month, and one for each activity."""
    if edition.entries:
        month = edition.chapter.month
        front = addresses.month_href("/agenda/", month.year, month.month)
        name = f"Agenda {month.words}"
        yield _file(front + "agenda.ics", CalendarFile(edition.site, name, edition.entries))
    for entry in edition.entries:
        page = CalendarFile(edition.site, entry.event.title, (entry,))
        yield _file(addresses.event_file_href(entry.event.id), page)


def calendar_file(page: CalendarFile, _resources: Resources) -> bytes:
    return written(page.site, page.name, page.entries)


def shared_calendar(page: SharedCalendar, resources: Resources) -> bytes:
    entries = resources.calendar(page.entries)
    return calendar_file(CalendarFile(page.site, page.name, entries), resources)


def _file(href: str, page: CalendarFile) -> Output:
    return Output(addresses.output_path(href), calendar_file, page)


def _name(agency: Agency | None) -> str:
    return f"Agenda {agency.name}" if agency else "Agenda perangkat daerah"
