"""Lists of posts: a front with the newest, and one page for each calendar month.

Pages are keyed by month and not by number, so a new post never moves an old page.
"""

from collections.abc import Iterator
from typing import NamedTuple

from plugins.model import addresses
from plugins.model.card import Card, CardsRef, Link
from plugins.model.edition import Edition
from plugins.model.fronts import ARCHIVE
from plugins.model.monthedition import MonthEdition
from plugins.model.newsroom import Newsroom
from plugins.model.output import Output
from plugins.model.record import Value


class ListPage(Value, frozen=True):
    """What list.html may see: the front of a category, tag, place, or of the archive."""

    href: str
    kicker: str  # what kind of list it is: Rubrik, Topik, Kecamatan, Arsip
    up: Link  # the page that lists all of that kind
    title: str
    feed: str  # address of the Atom feed, or nothing
    cards: CardsRef
    months: tuple[Link, ...]


class MonthPage(Value, frozen=True):
    """What month.html may see: all posts of one calendar month of a list."""

    href: str
    kicker: str
    front: Link
    title: str  # November 2026
    cards: tuple[Card, ...]


class IndexPage(Value, frozen=True):
    """What index_of.html may see: the names of all lists of one kind."""

    href: str
    title: str
    intro: str
    links: tuple[Link, ...]


class _Kind(NamedTuple):
    kicker: str
    up: Link


_CATEGORY = _Kind("Rubrik", Link("Semua rubrik", "/rubrik/"))
_TAG = _Kind("Topik", Link("Semua topik", "/tag/"))
_DISTRICT = _Kind("Kecamatan", Link("Semua kecamatan", "/kecamatan/"))
_ARCHIVE = _Kind("Arsip", Link("Beranda", "/"))


def list_outputs(edition: Edition) -> Iterator[Output]:
    """The front of every list, and the pages that name the lists."""
    room = edition.room
    for slug in room.categories:
        front = addresses.category_href(slug)
        yield _front(front, edition, addresses.feed_href(front))
    tags = sorted(front for front in edition.fronts if front.startswith(_TAG.up.href))
    for front in tags:
        yield _front(front, edition)
    for slug in sorted(room.districts()):
        yield _front(addresses.district_href(slug), edition)
    yield _front(ARCHIVE, edition, "/feed.atom")
    yield from _indexes(edition, tags)


def list_month_outputs(edition: MonthEdition) -> Iterator[Output]:
    """The month's page of every list but those of agencies, which have a room of their own."""
    month = edition.chapter.month
    for front, cards in edition.chapter.lists.items():
        if kind := _kind_of(front):
            href = addresses.month_href(front, month.year, month.month)
            link = Link(_title_of(front, edition.chapter.room), front)
            page = MonthPage(href, kind.kicker, link, month.words, cards)
            yield Output(addresses.output_path(href), "month.html", page)


def _front(front: str, edition: Edition, feed: str = "") -> Output:
    kind = _kind_of(front)
    assert kind, front
    found = edition.front(front)
    title = _title_of(front, edition.room)
    page = ListPage(front, kind.kicker, kind.up, title, feed, found.cards, found.months)
    return Output(addresses.output_path(front), "list.html", page)


def _kind_of(front: str) -> _Kind | None:
    if front == ARCHIVE:
        return _ARCHIVE
    return next((k for k in (_CATEGORY, _TAG, _DISTRICT) if front.startswith(k.up.href)), None)


def _title_of(front: str, room: Newsroom) -> str:
    if front == ARCHIVE:
        return "Semua berita"
    kind, slug = front.strip("/").split("/")
    if kind == "rubrik":
        return room.categories[slug].name
    if kind == "kecamatan":
        return f"Berita dari {room.districts()[slug]}"
    return slug.replace("-", " ")


def _indexes(edition: Edition, tags: list[str]) -> Iterator[Output]:
    room = edition.room
    categories = [Link(c.name, addresses.category_href(s)) for s, c in room.categories.items()]
    yield _index("/rubrik/", "Rubrik", "Berita menurut pokok bahasan.", categories)
    topics = [Link(_title_of(front, room), front) for front in tags]
    yield _index("/tag/", "Topik", "Berita menurut topik, dari A sampai Z.", topics)
    places = [Link(n, addresses.district_href(s)) for s, n in sorted(room.districts().items())]
    intro = f"Berita menurut tempat kegiatan di {edition.site.regency}."
    yield _index("/kecamatan/", "Kecamatan", intro, places)


def _index(href: str, title: str, intro: str, links: list[Link]) -> Output:
    return Output(
        addresses.output_path(href), "index_of.html", IndexPage(href, title, intro, tuple(links))
    )
