"""Lists of posts: a front with the newest, and one page for each calendar month.

Pages are keyed by month and not by number, so a new post never moves an old page.
"""

from collections.abc import Iterator, Sequence

from plugins.model import addresses
from plugins.model.card import FRONT_LENGTH, Card, Link, MonthOfCards, month_links, months_of
from plugins.model.edition import Edition
from plugins.model.output import Output
from plugins.model.record import Value


class ListPage(Value, frozen=True):
    """What list.html may see: the front of a category, tag, place, or of the archive."""

    href: str
    kicker: str  # what kind of list it is: Rubrik, Topik, Kecamatan, Arsip
    up: Link  # the page that lists all of that kind
    title: str
    feed: str  # address of the Atom feed, or nothing
    cards: tuple[Card, ...]
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


def list_outputs(edition: Edition) -> Iterator[Output]:
    yield from _categories(edition)
    yield from _tags(edition)
    yield from _districts(edition)
    front = "/arsip/"
    up = Link("Beranda", "/")
    yield from _list(front, "Arsip", up, "Semua berita", "/feed.atom", edition.cards)


def _categories(edition: Edition) -> Iterator[Output]:
    up = Link("Semua rubrik", "/rubrik/")
    links = []
    for slug, category in edition.newsroom.categories.items():
        front = addresses.category_href(slug)
        links.append(Link(category.name, front))
        feed = addresses.feed_href(front)
        cards = edition.by_category.get(slug, ())
        yield from _list(front, "Rubrik", up, category.name, feed, cards)
    yield _index("/rubrik/", "Rubrik", "Berita menurut pokok bahasan.", links)


def _tags(edition: Edition) -> Iterator[Output]:
    up = Link("Semua topik", "/tag/")
    links = []
    for slug in sorted(edition.by_tag):
        front = addresses.tag_href(slug)
        name = slug.replace("-", " ")
        links.append(Link(name, front))
        yield from _list(front, "Topik", up, name, "", edition.by_tag[slug])
    yield _index("/tag/", "Topik", "Berita menurut topik, dari A sampai Z.", links)


def _districts(edition: Edition) -> Iterator[Output]:
    up = Link("Semua kecamatan", "/kecamatan/")
    links = []
    for slug, name in sorted(edition.newsroom.districts().items()):
        front = addresses.district_href(slug)
        links.append(Link(name, front))
        cards = edition.by_district.get(slug, ())
        yield from _list(front, "Kecamatan", up, f"Berita dari {name}", "", cards)
    intro = f"Berita menurut tempat kegiatan di {edition.site.regency}."
    yield _index("/kecamatan/", "Kecamatan", intro, links)


def _list(
    front: str, kicker: str, up: Link, title: str, feed: str, cards: Sequence[Card]
) -> Iterator[Output]:
    months = months_of(cards)
    page = ListPage(
        front, kicker, up, title, feed, tuple(cards[:FRONT_LENGTH]), month_links(front, months)
    )
    yield Output(addresses.output_path(front), "list.html", page)
    for month in months:
        yield _month(front, kicker, title, month)


def _month(front: str, kicker: str, title: str, month: MonthOfCards) -> Output:
    href = addresses.month_href(front, month.year, month.month)
    page = MonthPage(href, kicker, Link(title, front), month.words, month.cards)
    return Output(addresses.output_path(href), "month.html", page)


def _index(href: str, title: str, intro: str, links: list[Link]) -> Output:
    return Output(
        addresses.output_path(href), "index_of.html", IndexPage(href, title, intro, tuple(links))
    )
