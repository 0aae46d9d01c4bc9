"""The list of agencies, a front page for each, and a page for each month of its posts."""

from collections.abc import Iterator

from plugins.model import addresses
from plugins.model.agency import Agency, AgencyKind
from plugins.model.body import BodyRef
from plugins.model.card import FRONT_LENGTH, Card, Link, month_links, months_of
from plugins.model.coverage import Figures
from plugins.model.edition import Edition, agency_link
from plugins.model.event import EventState
from plugins.model.eventline import EventLine
from plugins.model.moment import Moment
from plugins.model.output import Output
from plugins.model.record import Value

COMING = 5  # activities on an agency's page


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
    month: str  # November 2026
    figures: Figures  # of this month's activities
    waiting: tuple[EventLine, ...]  # held, and not reported yet; oldest first
    coming: tuple[EventLine, ...]  # running or ahead
    cards: tuple[Card, ...]
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
_WAITING = {EventState.MENUNGGU, EventState.BELUM}
_COMING = {EventState.AKAN_DATANG, EventState.BERLANGSUNG}


def outputs(edition: Edition) -> Iterator[Output]:
    yield Output("perangkat-daerah/index.html", "agencies.html", _agencies_page(edition))
    for agency in edition.newsroom.agencies.values():
        href = addresses.agency_href(agency.slug)
        months = months_of(edition.by_agency.get(agency.slug, ()))
        page = _agency_page(agency, month_links(href, months), edition)
        yield Output(addresses.output_path(href), "agency.html", page, daily=True)
        for month in months:
            month_href = addresses.month_href(href, month.year, month.month)
            values = AgencyMonthPage(month_href, Link(agency.name, href), month.words, month.cards)
            yield Output(addresses.output_path(month_href), "agency_month.html", values)


def _agency_page(agency: Agency, months: tuple[Link, ...], edition: Edition) -> AgencyPage:
    room = edition.newsroom
    lines = _lines_of(agency, edition)
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
        month=edition.now.month_words,
        figures=edition.month.get(agency.slug, Figures()),
        waiting=tuple(line for line in lines if line.state in _WAITING),
        coming=tuple(line for line in lines if line.state in _COMING)[:COMING],
        cards=edition.by_agency.get(agency.slug, ())[:FRONT_LENGTH],
        months=months,
    )


def _agencies_page(edition: Edition) -> AgenciesPage:
    """Agencies by kind, A to Z; units stand below their parents."""
    named = sorted(edition.newsroom.agencies.values(), key=lambda a: (a.name.lower(), a.slug))
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
        agency_link(child.slug, edition.newsroom)
        for child in edition.newsroom.agencies.values()
        if child.parent == agency.slug
    )


def _lines_of(agency: Agency, edition: Edition) -> list[EventLine]:
    """The visible activities of the agency or of a unit below it, by beginning."""
    room = edition.newsroom
    return [
        edition.lines[event.id]
        for event in edition.visible
        if any(agency.slug in room.family(slug) for slug in event.agencies)
    ]
