"""The one generator: Pelican's ArticlesGenerator, fed from the newsroom."""

import sys
import time
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from pelican.contents import Article
from pelican.generators import ArticlesGenerator
from pelican.plugins import signals
from pelican.urlwrappers import Author, Category, Tag

from plugins.builds.articles import LazyArticles, datetime_of, html_of
from plugins.builds.build import Build, Tally, edition_of
from plugins.builds.compiled import Compiled
from plugins.builds.constants import Constants
from plugins.builds.earlier import earlier_of
from plugins.builds.library import Library
from plugins.builds.memo import load_memos, save_memos
from plugins.builds.preview import write_previews
from plugins.builds.previewing import LABEL, SETTING
from plugins.builds.progress import Progress
from plugins.builds.render import Renderer
from plugins.builds.survey import Survey, Surveyor, next_change
from plugins.model.addresses import output_path, post_href, post_path
from plugins.model.fault import Fault
from plugins.model.month import month_named, month_of_id
from plugins.model.post import Post
from plugins.model.report import BuildReport
from plugins.reading.board import NAME, Board
from plugins.reading.reader import Reader


class SiteFaultError(RuntimeError):
    """The site must not be published; the old one stays. The message lists the faults."""


class EditionGenerator(ArticlesGenerator):  # type: ignore[misc]
    """Loads in generate_context, writes in generate_output; its signals are Pelican's."""

    library: Library
    survey: Survey

    def generate_context(self) -> None:
        self.started = time.monotonic()
        self.board: Board = self.settings[NAME]
        assert self.board.inspect
        assert self.board.gate
        assert self.board.picture_of
        self.cache = Path(self.settings["CACHE_PATH"])
        self.workers: int = self.settings["WORKERS"]
        if SETTING in self.settings:
            return  # a preview reads for itself, and only what is near
        reader = Reader(self.board.tree, self.board.inspect, self.cache / "bacaan", self.workers)
        self.library = Library(
            reader,
            self.board.site,
            self.board.now,
            self.board.gate,
            self.board.picture_of,
            self.board.history,
        )
        self._refuse(self.library.shared.fatal)
        memo_file = self.cache / "ikhtisar"
        self.survey = Surveyor(self.library, load_memos(memo_file), self.workers).survey()
        self._refuse(self.survey.fatal)
        if self.survey.changed:
            save_memos(memo_file, self.survey.memos)
            reader.forget_others()
        self._offer_articles()
        signals.article_generator_pretaxonomy.send(self)
        signals.article_generator_finalized.send(self)

    def generate_output(self, writer: Any) -> None:
        assert self.board.assets
        if SETTING in self.settings:
            self._preview()
            return
        edition = edition_of(self.library, self.survey, self.board)
        site, assets = self.board.site, self.board.assets
        constants = Constants(Path(self.theme), site, assets)
        compiled = Compiled(self.cache / "cetakan", constants.common)
        build = Build(
            library=self.library,
            survey=self.survey,
            board=self.board,
            renderer=Renderer(self.env, site, assets, compiled),
            constants=constants,
            output=Path(self.output_path),
            cache=self.cache,
            workers=self.workers,
            earlier=earlier_of(
                Path(self.output_path), self.settings["EARLIER"], Path(self.settings["PATH"]).parent
            ),
        )
        with Progress() as progress:
            tally = build.run(edition, progress.tell)
        self._tell_listeners(build)
        signals.article_writer_finalized.send(self, writer=writer)
        self._report(tally)

    def _preview(self) -> None:
        paths, label = self.settings[SETTING], self.settings[LABEL]
        output = Path(self.output_path)
        write_previews(self.board, self.env, paths, label, output, self.cache, self.workers)

    def check_disabled_readers(self) -> None:
        """Our own reading knows every file, so there is nothing to look for on disk."""

    def refresh_metadata_intersite_links(self) -> None:
        """Pelican would touch every article here; ours have no such links."""

    def _refuse(self, fatal: Sequence[Fault]) -> None:
        if fatal:
            lines = "\n".join(fault.text for fault in fatal)
            raise SiteFaultError(f"the site is not built, because of\n{lines}")

    def _offer_articles(self) -> None:
        articles = LazyArticles(
            self.survey.posts, lambda: articles_of(self.library, self.settings, self.context)
        )
        self.articles: Sequence[Any] = articles
        self.categories: Sequence[Any] = LazyArticles(1, lambda: _by_category(articles))
        self._update_context(("articles", "drafts", "hidden_articles", "dates", "tags"))
        self._update_context(("categories", "authors", "related_posts"))

    def _tell_listeners(self, build: Build) -> None:
        """Plugins that rewrite or index pages hear of every page, also of those kept."""
        if signals.content_written.receivers:
            for path in sorted(build.paths()):
                file = str(Path(self.output_path) / path)
                signals.content_written.send(file, context={**self.context, "output_file": file})

    def _report(self, tally: Tally) -> None:
        room, now = self.library.room, self.board.now
        faults = [*self.library.shared.faults, *self.survey.faults]
        report = BuildReport(
            kept=tally.kept,
            seconds=round(time.monotonic() - self.started, 2),
            now=now.iso,
            next_change=next_change(self.survey, room, now).iso,
            quarantined=self.survey.quarantined,
            faults=tuple(fault for fault in faults if fault.blocks),
            written=tally.written,
            gone=tally.gone,
        )
        # Plainly, not through Pelican's log, which folds lines and so breaks path:line:col.
        for fault in report.faults:
            print(fault.text, file=sys.stderr)  # noqa: T201
        print(report.line)  # noqa: T201
        if file := self.settings.get("BUILD_REPORT"):
            Path(file).write_bytes(report.encoded())
        self.settings["QUARANTINED"] = bool(report.quarantined)


def _by_category(articles: Sequence[Any]) -> list[Any]:
    """(category, articles) pairs, as Pelican gives them."""
    groups = defaultdict(list)
    for article in articles:
        groups[article.category].append(article)
    return sorted(groups.items())


class StoredArticle(Article):  # type: ignore[misc]
    """An article whose content is read from the library when a plugin asks for it."""

    _library: Library
    _post: Post

    def get_content(self, siteurl: str) -> str:
        return html_of(self._library.body(month_of_id(self._post.id).name, self._post.body))

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
        "date": datetime_of(post.date),
        "modified": datetime_of(post.updated),
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
