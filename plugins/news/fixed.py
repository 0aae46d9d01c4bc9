"""Fixed pages such as /tentang/, and the page that says an address leads nowhere."""

from collections.abc import Iterator

from plugins.model import addresses
from plugins.model.body import BodyRef
from plugins.model.card import Link
from plugins.model.edition import Edition
from plugins.model.output import Output
from plugins.model.record import Value


class FixedPage(Value, frozen=True):
    """What page.html may see."""

    href: str
    title: str
    summary: str
    body: BodyRef


class LostPage(Value, frozen=True):
    """What 404.html may see: ways to go on from an address that leads nowhere."""

    categories: tuple[Link, ...]


def fixed_outputs(edition: Edition) -> Iterator[Output]:
    for slug, page in sorted(edition.room.pages.items()):
        href = addresses.page_href(slug)
        values = FixedPage(href, page.title, page.summary, page.body)
        yield Output(addresses.output_path(href), "page.html", values)
    links = tuple(
        Link(category.name, addresses.category_href(slug))
        for slug, category in edition.room.categories.items()
    )
    yield Output("404.html", "404.html", LostPage(links))
