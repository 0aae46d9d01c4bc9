"""What a door must know of content/ before it writes there: the records and a few months."""

from collections.abc import Iterable
from pathlib import Path
from tempfile import TemporaryDirectory

from plugins.model.newsroom import Newsroom
from plugins.reading.reader import Reader, merge
from plugins.reading.sections import SHARED, section_of
from plugins.reading.tree import tree_at

RECENT = 6  # months, enough to know which category an agency uses


def near(content: Path, paths: Iterable[str] = (), recent: int = RECENT) -> Newsroom:
    """The shared records, the newest months, and those in which the *paths* lie."""
    with TemporaryDirectory() as empty:
        reader = Reader(tree_at(content), lambda _: (), Path(empty))
        newest = reader.months[-recent:] if recent else []
        wanted = {SHARED, *newest, *map(section_of, paths)}
        names = sorted(wanted & reader.keys.keys())
        return merge([reader.section(name).newsroom for name in names])


def everything(content: Path) -> Newsroom:
    with TemporaryDirectory() as empty:
        reader = Reader(tree_at(content), lambda _: (), Path(empty))
        return merge([reader.section(name).newsroom for name in sorted(reader.keys)])
