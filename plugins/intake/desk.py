"""What a door must know of content/ before it writes there: the records and a few months."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from plugins.model.month import month_named
from plugins.model.newsroom import Newsroom
from plugins.reading.reader import Reader, merge
from plugins.reading.sections import SHARED, section_of
from plugins.reading.tree import Tree, tree_at

RECENT = 6  # months, enough to know which category an agency uses


def near(content: Path, paths: Iterable[str] = (), recent: int = RECENT) -> Newsroom:
    """The shared records, the newest months, and those in which the *paths* lie.

    With the year before each path, in which what recurs there may have begun.
    """
    return near_in(tree_at(content), paths, recent)


def near_in(tree: Tree, paths: Iterable[str] = (), recent: int = RECENT) -> Newsroom:
    """The same of any tree, such as that of main."""
    with TemporaryDirectory() as empty:
        reader = Reader(tree, lambda _: (), Path(empty))
        newest = reader.months[-recent:] if recent else []
        wanted = {SHARED, *newest, *_with_year(paths)}
        names = sorted(wanted & reader.keys.keys())
        return merge([reader.section(name).newsroom for name in names])


def _with_year(paths: Iterable[str]) -> Iterator[str]:
    months = {section_of(path) for path in paths} - {SHARED}
    return (month_named(name).back(back).name for name in months for back in range(13))


def everything(content: Path) -> Newsroom:
    with TemporaryDirectory() as empty:
        reader = Reader(tree_at(content), lambda _: (), Path(empty))
        return merge([reader.section(name).newsroom for name in sorted(reader.keys)])
