"""What the rest of the site needs to know of a month's posts without opening the month."""

from collections import defaultdict
from collections.abc import Sequence

import msgspec

from plugins.model.card import FRONT_LENGTH, Card, Link
from plugins.model.chapter import Chapter, post_link
from plugins.model.coverage import Naming, namings_of
from plugins.model.month import Month, month_of_id
from plugins.model.record import Value, digest


class Head(Value, frozen=True):
    """How a list begins in this month."""

    count: int  # posts of the month on the list
    digest: bytes  # of the newest cards, as many as a front shows


class Outline(msgspec.Struct, frozen=True):
    month: Month
    heads: dict[str, Head]  # by the address of the list's front
    newest: dict[str, Link]  # each agency's own newest post
    oldest: dict[str, Link]
    namings: dict[str, tuple[Naming, ...]]  # by the name of the activity's month


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
    )


def _head(cards: Sequence[Card]) -> Head:
    return Head(len(cards), digest(tuple(card.digest for card in cards[:FRONT_LENGTH])))
