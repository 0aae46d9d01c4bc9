"""One month of an accepted newsroom at one moment: what is out, and how lists show it."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from functools import cached_property

from plugins.model import addresses
from plugins.model.card import Card, Link
from plugins.model.fronts import fronts_of
from plugins.model.moment import Moment
from plugins.model.month import Month
from plugins.model.newsroom import Newsroom
from plugins.model.photo import PhotoFacts, Picture
from plugins.model.post import PhotoUse, Post

PictureOf = Callable[[PhotoUse, PhotoFacts], Picture]


class Chapter:
    """Cards and lists are made when somebody asks: neighbours of a month need few of them."""

    def __init__(
        self, month: Month, room: Newsroom, out: Iterable[Post], picture_of: PictureOf
    ) -> None:
        ordered = sorted(out, key=newest_first)
        self.month = month
        self.room = room  # the shared records, and the posts and activities of this month only
        self.published = tuple(post for post in ordered if post.withdrawal is None)  # newest first
        self.withdrawn = tuple(post for post in ordered if post.withdrawal)
        self._picture_of = picture_of
        self._cards: dict[str, Card] = {}
        self._pictures: dict[str, tuple[Picture, ...]] = {}

    def pictures(self, post: Post) -> tuple[Picture, ...]:
        """The photos of a published post, in the order of its header."""
        if post.id not in self._pictures:
            facts = self.room.photos
            found = (self._picture_of(use, facts[use.blob]) for use in post.photos)
            self._pictures[post.id] = tuple(found)
        return self._pictures[post.id]

    def card(self, post: Post) -> Card:
        """A published post as lists show it."""
        if post.id not in self._cards:
            self._cards[post.id] = _card(post, self.room, self.pictures(post))
        return self._cards[post.id]

    @cached_property
    def cards(self) -> Mapping[str, Card]:
        """By post id, newest first."""
        return {post.id: self.card(post) for post in self.published}

    @cached_property
    def lists(self) -> Mapping[str, tuple[Card, ...]]:
        """By the address of the list's front, newest first."""
        lists: dict[str, list[Card]] = defaultdict(list)
        for post in self.published:
            for front in fronts_of(post, self.room):
                lists[front].append(self.card(post))
        return {front: tuple(found) for front, found in lists.items()}


def open_chapter(month: Month, room: Newsroom, now: Moment, picture_of: PictureOf) -> Chapter:
    return Chapter(month, room, (p for p in room.posts.values() if p.is_out(now)), picture_of)


def agency_link(slug: str, room: Newsroom) -> Link:
    """An agency by its full name."""
    return Link(room.agencies[slug].name, addresses.agency_href(slug))


def short_agency_link(slug: str, room: Newsroom) -> Link:
    return Link(room.agencies[slug].short, addresses.agency_href(slug))


def category_link(slug: str, room: Newsroom) -> Link:
    return Link(room.categories[slug].name, addresses.category_href(slug))


def post_link(post: Post) -> Link:
    return Link(post.title, addresses.post_href(post.id))


def newest_first(post: Post) -> tuple[int, str]:
    return (-post.date.minutes, post.id)


def _card(post: Post, room: Newsroom, pictures: tuple[Picture, ...]) -> Card:
    return Card(
        id=post.id,
        href=addresses.post_href(post.id),
        title=post.title,
        summary=post.summary or post.body.excerpt,
        date=post.date,
        updated=post.updated,
        agency=short_agency_link(post.agency, room),
        category=category_link(post.category, room),
        picture=pictures[0] if pictures else None,
        corrected=bool(post.corrections),
    ).sealed()
