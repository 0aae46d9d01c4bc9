"""Find the line and column of what a rule speaks about, in the header and in the body.

Records carry no line numbers, so for rules that look at records a file is read again,
but only when it has a fault.
"""

from collections.abc import Iterable, Iterator
from functools import lru_cache

from plugins.model.addresses import place_of
from plugins.model.entry import Entry
from plugins.model.fields import FIELDS
from plugins.model.manuscript import Manuscript
from plugins.model.source import Items, Node, Pairs, Source, Text
from plugins.reading.header import read_source
from plugins.reading.tree import Tree


class Locator:
    def __init__(self, tree: Tree, entries: Iterable[Entry]) -> None:
        self.tree = tree
        self.entries = {entry.path: entry for entry in entries}

    def place(self, path: str, key: str, value: str) -> tuple[int, int]:
        """Line and column of a key's value, or of the member that reads *value*."""
        entry, place = self.entries.get(path), place_of(path)
        if entry is None or place is None:
            return (1, 1)
        node = value_of(read_source(path, self.tree.read(entry)).header, place.kind, key)
        members = texts(node) if node and value else iter(())
        found = next((text for text in members if text.text == value), node)
        return (found.line, found.column) if found else (1, 1)


def value_of(header: Pairs, kind: str, key: str) -> Node | None:
    """The value of a key or of one of its synonyms; the first one where there are two."""
    by_name = _by_name(header)
    found = [by_name[name] for name in _names(kind, key) if name in by_name]
    return min(found)[1] if found else None


_last: list[tuple[Pairs, dict[str, tuple[int, Node]]]] = []  # all rules ask of one file in a row


def _by_name(header: Pairs) -> dict[str, tuple[int, Node]]:
    """The first value of each key in small letters, with its number in the header."""
    if not _last or _last[0][0] is not header:
        found: dict[str, tuple[int, Node]] = {}
        for number, (name, node) in enumerate(header.pairs):
            found.setdefault(name.text.lower(), (number, node))
        _last[:] = [(header, found)]
    return _last[0][1]


@lru_cache(maxsize=256)
def _names(kind: str, key: str) -> frozenset[str]:
    """A key and its synonyms in one kind of file."""
    fields = (field for field in FIELDS.get(kind, ()) if field.key == key)
    return frozenset(name for field in fields for name in (key, *field.synonyms))


def node_of(manuscript: Manuscript, key: str) -> Node | None:
    return value_of(manuscript.source.header, manuscript.place.kind, key)


def text_of(manuscript: Manuscript, key: str) -> Text | None:
    """The value of a key as it was written, where it is one text that is not empty."""
    node = node_of(manuscript, key)
    return node if isinstance(node, Text) and node.text.strip() else None


def parts_of(manuscript: Manuscript, key: str) -> Iterator[dict[str, Text]]:
    """The members of a list such as `foto`, each as its texts by part."""
    node = node_of(manuscript, key)
    for item in node.items if isinstance(node, Items) else ():
        if isinstance(item, Pairs):
            yield {k.text.lower(): v for k, v in item.pairs if isinstance(v, Text)}


def texts(node: Node) -> Iterator[Text]:
    """Every text below a node; one text with commas is a list too, as in Pelican."""
    if isinstance(node, Items):
        for item in node.items:
            yield from texts(item)
    elif isinstance(node, Pairs):
        for _, value in node.pairs:
            yield from texts(value)
    else:
        yield from _comma_parts(node)


def in_body(source: Source, index: int) -> tuple[int, int]:
    """Line and column in the whole file of a character of the body; -1 means its start."""
    index = max(index, 0)
    line = source.body.count("\n", 0, index)
    return source.body_line + line, index - source.body.rfind("\n", 0, index)


def _comma_parts(text: Text) -> Iterator[Text]:
    column = text.column
    for part in text.text.split(","):
        indent = len(part) - len(part.lstrip())
        yield Text(part.strip(), text.line, column + indent)
        column += len(part) + 1
