"""Atom feeds of the site, of agencies and of categories (RFC 4287)."""

import html
from collections.abc import Iterator
from datetime import datetime

from feedgenerator import Atom1Feed

from plugins.model import addresses
from plugins.model.card import Card, CardsRef
from plugins.model.edition import Edition
from plugins.model.fronts import ARCHIVE
from plugins.model.moment import Moment
from plugins.model.output import Output, Resources
from plugins.model.record import Value
from plugins.model.site import Site


class Feed(Value, frozen=True):
    """What a feed may see: the newest posts of one list."""

    site: Site
    title: str
    href: str  # of the feed itself
    front: str  # of the page it belongs to
    cards: CardsRef


class _IndonesianAtom(Atom1Feed):  # type: ignore[misc]
    """Takes its date from its items and never from the clock, so equal input stays equal."""

    def latest_post_date(self) -> datetime:
        return max((i["updateddate"] for i in self.items), default=_EPOCH)


_EPOCH = datetime.fromisoformat("2000-01-01T00:00:00+08:00")


def feed_outputs(edition: Edition) -> Iterator[Output]:
    site, room = edition.site, edition.room
    yield _output(Feed(site, site.name, "/feed.atom", "/", edition.front(ARCHIVE).cards))
    for slug, agency in room.agencies.items():
        yield _output(_feed(edition, agency.name, addresses.agency_href(slug)))
    for slug, category in room.categories.items():
        yield _output(_feed(edition, category.name, addresses.category_href(slug)))


def atom(feed: Feed, resources: Resources) -> bytes:
    """Write one feed; addresses are absolute, entries newest first."""
    site = feed.site
    title = f"[CONTOH] {feed.title}" if site.sample else feed.title
    document = _IndonesianAtom(
        title=title,
        link=site.origin + feed.front,
        feed_url=site.origin + feed.href,
        description=site.tagline,
        language="id",
        feed_guid=site.origin + feed.front,
    )
    for card in resources.cards(feed.cards):
        document.add_item(
            title=card.title,
            link=site.origin + card.href,
            unique_id=site.origin + card.href,
            description=_summary(card),
            author_name=card.agency.label,
            categories=(card.category.label,),
            pubdate=_time(card.date),
            updateddate=_time(card.updated),
        )
    text: str = document.writeString("utf-8")
    return text.encode()


def _feed(edition: Edition, name: str, front: str) -> Feed:
    title = f"{name} · {edition.site.name}"
    cards = edition.front(front).cards
    return Feed(edition.site, title, addresses.feed_href(front), front, cards)


def _output(feed: Feed) -> Output:
    return Output(feed.href.lstrip("/"), atom, feed)


def _summary(card: Card) -> str:
    """The library declares summaries as HTML, so plain text is escaped once more."""
    summary = html.escape(card.summary, quote=False)
    return f"[Ada ralat] {summary}" if card.corrected else summary


def _time(moment: Moment) -> datetime:
    return datetime.fromisoformat(moment.stamp)
