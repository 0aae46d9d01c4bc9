"""All pages of the news room."""

from collections.abc import Iterator

from plugins.model.edition import Edition
from plugins.model.monthedition import MonthEdition
from plugins.model.output import Output
from plugins.news.article import article_outputs
from plugins.news.fixed import fixed_outputs
from plugins.news.home import home_output
from plugins.news.lists import list_month_outputs, list_outputs


def outputs(edition: Edition) -> Iterator[Output]:
    yield home_output(edition)
    yield from list_outputs(edition)
    yield from fixed_outputs(edition)


def month_outputs(edition: MonthEdition) -> Iterator[Output]:
    yield from article_outputs(edition)
    yield from list_month_outputs(edition)
