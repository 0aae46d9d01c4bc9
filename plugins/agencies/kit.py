"""The media kit of each agency: what a desk needs beside a single release."""

from collections.abc import Iterator

from plugins.model import addresses
from plugins.model.agency import Agency
from plugins.model.body import BodyRef
from plugins.model.card import CardsRef, Link
from plugins.model.chapter import agency_link
from plugins.model.edition import Edition
from plugins.model.output import Output
from plugins.model.press import Contact, contact_of
from plugins.model.record import Value

_ROLES = {"petugas": "petugas humas", "redaktur": "redaktur"}


class KitPage(Value, frozen=True):
    """What kit.html may see."""

    href: str
    agency: Link  # with its full name
    short: str
    parent: Link | None
    contact: Contact
    officers: tuple[str, ...]  # who serve today, each with the role; none means vacant
    body: BodyRef
    cards: CardsRef
    offered: int  # ordinal of the oldest day whose posts have press packs; 0: none has
    days: int  # that a pack is offered; 0: there are no packs on this site
    bureau: Link | None  # who edits, where that is another agency


def kit_outputs(edition: Edition) -> Iterator[Output]:
    for agency in edition.room.agencies.values():
        page = _kit_page(agency, edition)
        yield Output(addresses.output_path(page.href), "kit.html", page, daily=True)


def _kit_page(agency: Agency, edition: Edition) -> KitPage:
    room, bureau = edition.room, edition.site.bureau
    front = addresses.agency_href(agency.slug)
    return KitPage(
        href=addresses.kit_href(agency.slug),
        agency=agency_link(agency.slug, room),
        short=agency.short,
        parent=agency_link(agency.parent, room) if agency.parent else None,
        contact=contact_of(agency),
        officers=tuple(
            f"{officer.name} ({_ROLES.get(officer.role, officer.role)})"
            for officer in agency.officers_on(edition.now)
        ),
        body=agency.body,
        cards=edition.front(front).cards,
        offered=edition.offered.get(front, 0),
        days=edition.site.press_days,
        bureau=agency_link(bureau, room)
        if bureau in room.agencies and bureau != agency.slug
        else None,
    )
