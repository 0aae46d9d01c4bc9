"""A post as lists show it, and the list fronts and month pages made of such cards."""

from collections.abc import Iterable
from itertools import groupby

from plugins.model.addresses import month_href
from plugins.model.moment import Moment, month_words
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


class MonthOfCards(Value, frozen=True):
    year: int
    month: int
    cards: tuple[Card, ...]

    @property
    def words(self) -> str:
        return month_words(self.year, self.month)


def months_of(cards: Iterable[Card]) -> tuple[MonthOfCards, ...]:
    """Group cards, given newest first, by calendar month."""
    return tuple(
        MonthOfCards(year, month, tuple(group))
        for (year, month), group in groupby(cards, lambda c: (c.date.year, c.date.month))
    )


def month_links(front: str, months: Iterable[MonthOfCards]) -> tuple[Link, ...]:
    return tuple(Link(m.words, month_href(front, m.year, m.month)) for m in months)
