"""Pelican's articles for plugins that read them, made only when one is touched."""

from collections.abc import Callable, Iterator, Sequence
from datetime import datetime, timedelta, timezone
from functools import cached_property
from typing import Any

from pelican.contents import Article
from pelican.urlwrappers import Author, Category, Tag

from plugins.model.addresses import output_path, post_href, post_path
from plugins.model.body import Body, PhotoSlot
from plugins.model.edition import Edition
from plugins.model.moment import Moment
from plugins.model.output import Resources
from plugins.model.post import Post

_WITA = timezone(timedelta(hours=8), "WITA")


class LazyArticles(Sequence[Article]):
    """As long as the published posts; the articles themselves are built on first use."""

    def __init__(self, length: int, make: Callable[[], list[Article]]) -> None:
        self.length = length
        self.make = make

    def __len__(self) -> int:
        return self.length

    def __getitem__(self, index: Any) -> Any:
        return self._articles[index]

    def __iter__(self) -> Iterator[Article]:
        return iter(self._articles)

    @cached_property
    def _articles(self) -> list[Article]:
        return self.make()


class StoredArticle(Article):  # type: ignore[misc]
    """An article whose content is read from the store when a plugin asks for it."""

    _store: Resources
    _post: Post

    def get_content(self, siteurl: str) -> str:
        return _html(self._store.body(self._post.body))

    def get_summary(self, siteurl: str) -> str:
        return self._post.summary or self._post.body.excerpt


def articles_of(
    edition: Edition, store: Resources, settings: dict[str, Any], context: dict[str, Any]
) -> list[Article]:
    return [_article(post, edition, store, settings, context) for post in edition.published]


def _article(
    post: Post,
    edition: Edition,
    store: Resources,
    settings: dict[str, Any],
    context: dict[str, Any],
) -> Article:
    href = post_href(post.id)
    category = edition.newsroom.categories[post.category]
    metadata = {
        "title": post.title,
        "slug": post.id.rsplit("/", 1)[1],
        "date": _datetime(post.date),
        "modified": _datetime(post.updated),
        "category": Category(category.name, settings),
        "tags": [Tag(tag, settings) for tag in post.tags],
        "authors": [Author(post.writer or settings["SITENAME"], settings)],
        "summary": post.summary or post.body.excerpt,
        "status": "published",
        "url": href.lstrip("/"),
        "save_as": output_path(href),
        "agency": post.agency,
    }
    article = StoredArticle(
        "", metadata=metadata, settings=settings, source_path=post_path(post.id), context=context
    )
    article._store, article._post = store, post  # noqa: SLF001 - our own subclass
    return article


def _html(body: Body) -> str:
    return "\n".join(block.html for block in body if not isinstance(block, PhotoSlot))


def _datetime(moment: Moment) -> datetime:
    return datetime.fromisoformat(moment.stamp).astimezone(_WITA)
