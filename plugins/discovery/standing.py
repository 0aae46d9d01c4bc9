"""Addresses that must keep answering: withdrawn posts, and older addresses of posts."""

from collections.abc import Iterator

from plugins.model import addresses
from plugins.model.card import Link
from plugins.model.chapter import agency_link
from plugins.model.moment import Moment
from plugins.model.monthedition import MonthEdition
from plugins.model.output import Output
from plugins.model.record import Value


class TombstonePage(Value, frozen=True):
    """What tombstone.html may see: no word of the withdrawn text."""

    href: str
    agency: Link
    date: Moment  # of the withdrawal
    reason: str


class RedirectPage(Value, frozen=True):
    """What redirect.html may see."""

    target: Link


def standing_outputs(edition: MonthEdition) -> Iterator[Output]:
    chapter = edition.chapter
    for post in chapter.withdrawn:
        if post.withdrawal:
            agency = agency_link(post.agency, chapter.room)
            href = addresses.post_href(post.id)
            page = TombstonePage(href, agency, post.withdrawal.date, post.withdrawal.reason)
            yield Output(addresses.output_path(href), "tombstone.html", page)
    for post in (*chapter.published, *chapter.withdrawn):
        title = "Berita yang dicabut" if post.withdrawal else post.title
        for alias in post.aliases:
            target = RedirectPage(Link(title, addresses.post_href(post.id)))
            yield Output(addresses.output_path(alias), "redirect.html", target)
