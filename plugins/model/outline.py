"""What the rest of the site needs to know of a month's posts without opening the month."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

import msgspec

from plugins.model.addresses import agency_href
from plugins.model.card import FRONT_LENGTH, Card, Link
from plugins.model.chapter import Chapter, post_link
from plugins.model.coverage import Naming, namings_of
from plugins.model.fronts import ARCHIVE
from plugins.model.month import Month, month_of_id
from plugins.model.post import Post
from plugins.model.record import Value, digest


class Head(Value, frozen=True):
    """How a list begins in this month."""

    count: int  # posts of the month on the list
    digest: bytes  # of the newest cards, as many as a front shows


class Pieces(Value, frozen=True):
    """The posts of a month that belong to an agency or a kecamatan."""

    posts: int = 0
    linked: int = 0  # of them, those that name an activity
    last: int = 0  # ordinal of the day of the newest


class Outline(msgspec.Struct, frozen=True):
    month: Month
    heads: dict[str, Head]  # by the address of the list's front
    newest: dict[str, Link]  # each agency's own newest post
    oldest: dict[str, Link]
    namings: dict[str, tuple[Naming, ...]]  # by the name of the activity's month
    by_agency: dict[str, Pieces]  # also of the agencies that a post names beside its own
    by_district: dict[str, Pieces]
    days: dict[str, tuple[int, ...]]  # on which posts are dated, of all and by agency's front

    @property
    def posts(self) -> int:
        head = self.heads.get(ARCHIVE)
        return head.count if head else 0


def outline_of(chapter: Chapter) -> Outline:
    newest: dict[str, Link] = {}
    oldest: dict[str, Link] = {}
    for post in chapter.published:  # newest first
        newest.setdefault(post.agency, post_link(post))
        oldest[post.agency] = post_link(post)
    namings: dict[str, list[Naming]] = defaultdict(list)
    for naming in namings_of(chapter.published):
        namings[month_of_id(naming.event).name].append(naming)
    return Outline(
        month=chapter.month,
        heads={front: _head(cards) for front, cards in chapter.lists.items()},
        newest=newest,
        oldest=oldest,
        namings={name: tuple(found) for name, found in namings.items()},
        by_agency=_pieces((slug, post) for post in chapter.published for slug in post.agencies),
        by_district=_pieces((slug, p) for p in chapter.published for slug in p.districts),
        days={front: _days(chapter.lists.get(front, ())) for front in _dated_fronts(chapter)},
    )


def _pieces(posts: Iterable[tuple[str, Post]]) -> dict[str, Pieces]:
    found: dict[str, Pieces] = {}
    for slug, post in posts:
        old = found.get(slug, Pieces())
        linked = old.linked + bool(post.events)
        found[slug] = Pieces(old.posts + 1, linked, max(old.last, post.date.day))
    return found


def _dated_fronts(chapter: Chapter) -> list[str]:
    """The lists whose days matter, for press packs go by them."""
    agencies = {agency_href(slug) for slug in chapter.room.agencies}
    return [front for front in chapter.lists if front == ARCHIVE or front in agencies]


def _days(cards: Iterable[Card]) -> tuple[int, ...]:
    return tuple(sorted({card.date.day for card in cards}))


def _head(cards: Sequence[Card]) -> Head:
    return Head(len(cards), digest(tuple(card.digest for card in cards[:FRONT_LENGTH])))
