"""The front page, which sees today."""

from collections.abc import Sequence

from plugins.model import addresses
from plugins.model.agency import Agency, AgencyKind
from plugins.model.card import Card, Link
from plugins.model.coverage import Figures
from plugins.model.edition import Edition
from plugins.model.eventline import EventLine
from plugins.model.moment import Moment
from plugins.model.output import Output
from plugins.model.record import Value

LEAD_AMONG = 4  # posts; the newest of them that has a photo leads
LATEST = 9  # posts after the lead
TODAY = 3  # activities


class AgencyCount(Value, frozen=True):
    label: str
    href: str
    posts: int  # this month


class AgencyGroup(Value, frozen=True):
    title: str
    agencies: tuple[AgencyCount, ...]


class HomePage(Value, frozen=True):
    """What home.html may see."""

    today: Moment
    month: str  # November 2026
    figures: Figures  # of this month's activities
    missed: int  # activities of all time that nobody has reported yet
    lead: Card | None  # the newest post with a photo, or the newest where the newest few have none
    latest: tuple[Card, ...]
    events: tuple[EventLine, ...]  # today's
    upcoming: tuple[EventLine, ...]  # the next ones, where today has none
    agencies: tuple[AgencyGroup, ...]
    categories: tuple[Link, ...]


def home_output(edition: Edition) -> Output:
    room, now = edition.room, edition.now
    lead = _lead(edition.newest)
    page = HomePage(
        today=Moment(now.day),
        month=now.month_words,
        figures=edition.total,
        missed=edition.missed,
        lead=lead,
        latest=tuple(card for card in edition.newest[: LATEST + 1] if card is not lead)[:LATEST],
        events=tuple(dated.line for dated in edition.near if dated.is_on(now))[:TODAY],
        upcoming=tuple(d.line for d in edition.near if d.line.first.day > now.day)[:TODAY],
        agencies=_agency_groups(edition),
        categories=tuple(
            Link(category.name, addresses.category_href(slug))
            for slug, category in room.categories.items()
        ),
    )
    return Output("index.html", "home.html", page, daily=True)


def _lead(cards: Sequence[Card]) -> Card | None:
    pictured = (card for card in cards[:LEAD_AMONG] if card.picture)
    return next(pictured, cards[0] if cards else None)


def _agency_groups(edition: Edition) -> tuple[AgencyGroup, ...]:
    """Offices by kind, A to Z; sub-units stand on their parents' pages."""
    named = sorted(edition.room.agencies.values(), key=lambda a: (a.short.lower(), a.slug))
    top = [agency for agency in named if not agency.parent]
    groups = (
        ("Dinas", {AgencyKind.DINAS}),
        ("Badan, sekretariat, dan lainnya", set(AgencyKind) - _OWN_GROUPS),
        ("Kecamatan", {AgencyKind.KECAMATAN}),
    )
    return tuple(
        AgencyGroup(title, tuple(_count(a, edition) for a in top if a.kind in kinds))
        for title, kinds in groups
    )


_OWN_GROUPS = {AgencyKind.DINAS, AgencyKind.KECAMATAN}


def _count(agency: Agency, edition: Edition) -> AgencyCount:
    href = addresses.agency_href(agency.slug)
    return AgencyCount(agency.short, href, edition.posts.get(href, 0))
