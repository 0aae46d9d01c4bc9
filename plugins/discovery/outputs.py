"""All outputs of the second stage, which sees what the first will publish."""

from collections.abc import Iterator, Sequence

from plugins.discovery.feeds import feed_outputs
from plugins.discovery.sitemaps import sitemap_month_outputs, sitemap_outputs
from plugins.discovery.standing import standing_outputs
from plugins.model.edition import Edition
from plugins.model.monthedition import MonthEdition
from plugins.model.output import Output


def outputs(edition: Edition, published: Sequence[Output]) -> Iterator[Output]:
    yield from feed_outputs(edition)
    yield from sitemap_outputs(edition, published)


def month_outputs(edition: MonthEdition, published: Sequence[Output]) -> Iterator[Output]:
    yield from standing_outputs(edition)
    yield from sitemap_month_outputs(edition, published)
