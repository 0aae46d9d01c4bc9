"""The list of agencies, a front page for each, and a page for each month of its posts."""

from collections.abc import Iterable, Iterator

from plugins.agencies.kit import kit_outputs
from plugins.model import addresses
from plugins.model.agency import Agency, AgencyKind
from plugins.model.body import BodyRef
from plugins.model.card import Card, CardsRef, Link
from plugins.model.chapter import agency_link
from plugins.model.coverage import Figures
from plugins.model.docket import AHEAD, OPEN, DatedLine
from plugins.model.edition import Edition
from plugins.model.eventline import EventLine
from plugins.model.moment import Moment
from plugins.model.monthedition import MonthEdition
from plugins.model.newsroom import Newsroom
from plugins.model.output import Output
from plugins.model.record import Value

COMING = 8  # activities on an agency's page


class AgencyPage(Value, frozen=True):
    """What agency.html may see."""

    href: str
    name: str
    short: str
    kind: str
    parent: Link | None
    children: tuple[Link, ...]
    address: str
    phone: str
    email: str
    website: str
    since: Moment | None
    until: Moment | None
    replaced_by: Link | None
    officers: tuple[str, ...]  # who serve today; none means vacant
    data_note: str
    body: BodyRef
    feed: str
    kit: str  # address of what journalists need
    evidence: str  # address of what it did and published, month by month
    month: str  # November 2026
    figures: Figures  # of this month's activities
    waiting: tuple[EventLine, ...]  # held, and not reported yet; oldest first
    coming: tuple[EventLine, ...]  # running or ahead, also what is called off
    more: int  # coming ones that are not shown
    recent: tuple[EventLine, ...]  # of the last days, and not waited for; newest first
    calendar: str  # address for calendar programs
    cards: CardsRef
    months: tuple[Link, ...]


class AgencyMonthPage(Value, frozen=True):
    """What agency_month.html may see."""

    href: str
    front: Link  # the agency, with its full name
    title: str  # November 2026
    cards: tuple[Card, ...]


class ListedAgency(Value, frozen=True):
    name: str
    short: str
    href: str
    vacant: bool
    children: tuple[Link, ...]


class AgencySection(Value, frozen=True):
    title: str
    agencies: tuple[ListedAgency, ...]


class AgenciesPage(Value, frozen=True):
    """What agencies.html may see."""

    sections: tuple[AgencySection, ...]


SECTIONS = (
    ("Sekretariat dan inspektorat", {AgencyKind.SEKRETARIAT, AgencyKind.INSPEKTORAT}),
    ("Badan dan satuan", {AgencyKind.BADAN, AgencyKind.SATUAN}),
    ("Dinas", {AgencyKind.DINAS}),
    ("Kecamatan", {AgencyKind.KECAMATAN}),
)


def outputs(edition: Edition) -> Iterator[Output]:
    yield Output("perangkat-daerah/index.html", "agencies.html", _agencies_page(edition))
    for agency in edition.room.agencies.values():
        path = addresses.output_path(addresses.agency_href(agency.slug))
        yield Output(path, "agency.html", _agency_page(agency, edition), daily=True)
    yield from kit_outputs(edition)


def month_outputs(edition: MonthEdition) -> Iterator[Output]:
    """The month's page of every agency that has posts in it."""
    chapter = edition.chapter
    for agency in chapter.room.agencies.values():
        front = addresses.agency_href(agency.slug)
        if cards := chapter.lists.get(front):
            href = addresses.month_href(front, chapter.month.year, chapter.month.month)
            page = AgencyMonthPage(href, Link(agency.name, front), chapter.month.words, cards)
            yield Output(addresses.output_path(href), "agency_month.html", page)


def _agency_page(agency: Agency, edition: Edition) -> AgencyPage:
    room = edition.room
    front = edition.front(addresses.agency_href(agency.slug))
    near = _lines_of(agency, edition.near, room)
    coming = [line for line in near if not _is_over(line, edition.now) and line.state not in OPEN]
    return AgencyPage(
        href=addresses.agency_href(agency.slug),
        name=agency.name,
        short=agency.short,
        kind=agency.kind.words,
        parent=agency_link(agency.parent, room) if agency.parent else None,
        children=_children(agency, edition),
        address=agency.address,
        phone=agency.phone,
        email=agency.email,
        website=agency.website,
        since=agency.since,
        until=agency.until,
        replaced_by=agency_link(agency.replaced_by, room) if agency.replaced_by else None,
        officers=tuple(officer.name for officer in agency.officers_on(edition.now)),
        data_note=agency.data_note,
        body=agency.body,
        feed=addresses.feed_href(addresses.agency_href(agency.slug)),
        kit=addresses.kit_href(agency.slug),
        evidence=addresses.evidence_href(agency.slug),
        month=edition.now.month_words,
        figures=edition.figures.get(agency.slug, Figures()),
        waiting=_lines_of(agency, edition.open, room),
        coming=tuple(coming[:COMING]),
        more=max(0, len(coming) - COMING),
        recent=tuple(line for line in reversed(near) if _is_over(line, edition.now)),
        calendar=addresses.calendar_href(agency.slug),
        cards=front.cards,
        months=front.months,
    )


def _agencies_page(edition: Edition) -> AgenciesPage:
    """Agencies by kind, A to Z; units stand below their parents."""
    named = sorted(edition.room.agencies.values(), key=lambda a: (a.name.lower(), a.slug))
    top = [agency for agency in named if not agency.parent]
    return AgenciesPage(
        tuple(
            AgencySection(title, tuple(_listed(a, edition) for a in top if a.kind in kinds))
            for title, kinds in SECTIONS
        )
    )


def _listed(agency: Agency, edition: Edition) -> ListedAgency:
    return ListedAgency(
        name=agency.name,
        short=agency.short,
        href=addresses.agency_href(agency.slug),
        vacant=not agency.officers_on(edition.now),
        children=_children(agency, edition),
    )


def _children(agency: Agency, edition: Edition) -> tuple[Link, ...]:
    return tuple(
        agency_link(child.slug, edition.room)
        for child in edition.room.agencies.values()
        if child.parent == agency.slug
    )


def _is_over(line: EventLine, now: Moment) -> bool:
    """Past or called off, and not among those whose news is waited for."""
    return line.state not in (AHEAD | OPEN) and line.first.day <= now.day


def _lines_of(agency: Agency, lines: Iterable[DatedLine], room: Newsroom) -> tuple[EventLine, ...]:
    """Those of the agency or of a unit below it, in the order they come."""
    return tuple(
        dated.line
        for dated in lines
        if any(agency.slug in room.family(slug) for slug in dated.agencies)
    )
