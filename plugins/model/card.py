"""A post as lists show it, and the list fronts and month pages made of such cards."""

from collections.abc import Iterable

from plugins.model.addresses import month_href, pack_href
from plugins.model.moment import Moment
from plugins.model.month import Month
from plugins.model.photo import Picture
from plugins.model.record import Record, Value

FRONT_LENGTH = 20  # posts on the front of a list; the rest lies on its month pages


class Link(Value, frozen=True):
    label: str
    href: str


class Card(Record, frozen=True):
    id: str
    href: str
    title: str
    summary: str
    date: Moment
    updated: Moment
    agency: Link
    category: Link
    picture: Picture | None = None
    corrected: bool = False

    @property
    def pack_href(self) -> str:
        """Address of its press pack, while one is offered."""
        return pack_href(self.id)


class CardsRef(Record, frozen=True):
    """A handle for the newest cards of a list: they are read when a page needs them."""

    front: str  # address of the list's front page
    months: tuple[Month, ...]  # that hold the cards, newest first
    count: int  # cards that the handle stands for
    cards: bytes  # digest of them


def month_links(front: str, months: Iterable[Month]) -> tuple[Link, ...]:
    return tuple(Link(m.words, month_href(front, m.year, m.month)) for m in months)
