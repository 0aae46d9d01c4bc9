"""Pelican's articles for plugins that read them, made only when one is touched."""

from collections.abc import Callable, Iterator, Sequence
from datetime import datetime, timedelta, timezone
from functools import cached_property
from typing import Any

from pelican.contents import Article
from pelican.urlwrappers import Author, Category, Tag

from plugins.builds.library import Library
from plugins.model.addresses import output_path, post_href, post_path
from plugins.model.body import Body, PhotoSlot
from plugins.model.moment import Moment
from plugins.model.month import month_named, month_of_id
from plugins.model.post import Post

_WITA = timezone(timedelta(hours=8), "WITA")


class LazyArticles(Sequence[Article]):
    """A list that is made when somebody first looks into it."""

    def __init__(self, length: int, make: Callable[[], list[Article]]) -> None:
        self.length = length
        self.make = make

    def __len__(self) -> int:
        """Pelican asks at every build, so it is known without making the list."""
        return self.length

    def __getitem__(self, index: Any) -> Any:
        return self._articles[index]

    def __iter__(self) -> Iterator[Article]:
        return iter(self._articles)

    @cached_property
    def _articles(self) -> list[Article]:
        return self.make()


class StoredArticle(Article):  # type: ignore[misc]
    """An article whose content is read from the library when a plugin asks for it."""

    _library: Library
    _post: Post

    def get_content(self, siteurl: str) -> str:
        return _html(self._library.body(month_of_id(self._post.id).name, self._post.body))

    def get_summary(self, siteurl: str) -> str:
        return self._post.summary or self._post.body.excerpt


def articles_of(
    library: Library, settings: dict[str, Any], context: dict[str, Any]
) -> list[Article]:
    """Every published post as Pelican's article, newest first."""
    months = (month_named(name) for name in reversed(library.reader.months))
    return [
        _article(post, library, settings, context)
        for month in months
        for post in library.chapter(month).published
    ]


def _article(
    post: Post, library: Library, settings: dict[str, Any], context: dict[str, Any]
) -> Article:
    href = post_href(post.id)
    metadata = {
        "title": post.title,
        "slug": post.id.rsplit("/", 1)[1],
        "date": _datetime(post.date),
        "modified": _datetime(post.updated),
        "category": Category(library.room.categories[post.category].name, settings),
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
    article._library, article._post = library, post  # noqa: SLF001 - our own subclass
    return article


def _html(body: Body) -> str:
    return "\n".join(block.html for block in body if not isinstance(block, PhotoSlot))


def _datetime(moment: Moment) -> datetime:
    return datetime.fromisoformat(moment.stamp).astimezone(_WITA)
