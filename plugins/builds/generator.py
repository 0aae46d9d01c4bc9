"""The one generator: Pelican's ArticlesGenerator, fed from the newsroom."""

import sys
import time
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from pelican.generators import ArticlesGenerator
from pelican.plugins import signals

from plugins.builds.articles import LazyArticles, articles_of
from plugins.builds.fingerprint import fingerprint
from plugins.builds.keep import Keep
from plugins.builds.plan import plan
from plugins.builds.render import Renderer, Store
from plugins.builds.writer import remove_others, write
from plugins.model.edition import Edition, make_edition
from plugins.model.output import Output
from plugins.model.report import BuildReport
from plugins.reading.board import NAME, Accepted, Board
from plugins.reading.load import load


class EditionGenerator(ArticlesGenerator):  # type: ignore[misc]
    """Loads in generate_context, writes in generate_output; its signals are Pelican's."""

    edition: Edition
    accepted: Accepted
    store: Store

    def generate_context(self) -> None:
        self.started = time.monotonic()
        board: Board = self.settings[NAME]
        assert board.inspect and board.gate and board.picture_of and board.assets
        newsroom = load(board.tree, board.inspect)
        self.accepted = board.gate(newsroom, board.tree, board.now, board.site.bureau)
        self.edition = make_edition(
            self.accepted.newsroom, board.site, board.now, board.assets, board.picture_of
        )
        self.store = Store(newsroom, board.tree)
        self._offer_articles()
        signals.article_generator_pretaxonomy.send(self)
        signals.article_generator_finalized.send(self)

    def generate_output(self, writer: Any) -> None:
        board: Board = self.settings[NAME]
        assert board.assets
        self.keep = Keep(Path(self.settings["CACHE_PATH"]) / "keep")
        renderer = Renderer(self.env, board.site, board.assets, self.store)
        outputs = plan(self.edition, board)
        written = sum(self._write(output, renderer) for output in outputs)
        removed = remove_others(Path(self.output_path), (output.path for output in outputs))
        signals.article_writer_finalized.send(self, writer=writer)
        self._report(written, len(outputs) - written, len(removed))

    def check_disabled_readers(self) -> None:
        """Our own reading knows every file, so there is nothing to look for on disk."""

    def refresh_metadata_intersite_links(self) -> None:
        """Pelican would touch every article here; ours have no such links."""

    def _offer_articles(self) -> None:
        length = len(self.edition.published)
        articles = LazyArticles(
            length, lambda: articles_of(self.edition, self.store, self.settings, self.context)
        )
        self.articles: Sequence[Any] = articles
        self.categories: Sequence[Any] = LazyArticles(1, lambda: _by_category(articles))
        self._update_context(("articles", "drafts", "hidden_articles", "dates", "tags"))
        self._update_context(("categories", "authors", "related_posts"))

    def _write(self, output: Output, renderer: Renderer) -> bool:
        data = self._kept(output, renderer) if output.costly else renderer.render(output)
        changed = write(Path(self.output_path), output.path, data)
        if signals.content_written.receivers:
            path = str(Path(self.output_path) / output.path)
            signals.content_written.send(path, context={**self.context, "output_file": path})
        return changed

    def _kept(self, output: Output, renderer: Renderer) -> bytes:
        """Costly outputs depend on their values alone, so they survive a theme change."""
        mark = fingerprint(output, b"")
        data = self.keep.get(mark)
        if data is None:
            data = renderer.render(output)
            self.keep.put(mark, data)
        return data

    def _report(self, written: int, kept: int, removed: int) -> None:
        report = BuildReport(
            rendered=written,
            kept=kept,
            removed=removed,
            seconds=round(time.monotonic() - self.started, 2),
            now=self.edition.now.iso,
            next_change=self.edition.next_change.iso,
            quarantined=self.accepted.quarantined,
            faults=tuple(fault for fault in self.accepted.faults if fault.blocks),
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
