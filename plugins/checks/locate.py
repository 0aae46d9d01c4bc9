"""Find the line of a header value for rules that look at records instead of text.

Records carry no line numbers, so a file is read again, but only when it has a fault.
"""

from collections.abc import Iterable

from plugins.model.addresses import place_of
from plugins.model.entry import Entry
from plugins.model.fields import FIELDS
from plugins.model.source import Items, Node, Pairs
from plugins.reading.header import read_source
from plugins.reading.tree import Tree


class Locator:
    def __init__(self, tree: Tree, entries: Iterable[Entry]) -> None:
        self.tree = tree
        self.entries = {entry.path: entry for entry in entries}

    def place(self, path: str, key: str, index: int) -> tuple[int, int]:
        """Line and column of a key's value, or of one member of its list."""
        entry = self.entries.get(path)
        if entry is None:
            return (1, 1)
        node = _value_of(read_source(path, self.tree.read(entry)).header, path, key)
        if isinstance(node, Items) and index < len(node.items):
            node = node.items[index]
        return (node.line, node.column) if node else (1, 1)


def _value_of(header: Pairs, path: str, key: str) -> Node | None:
    place = place_of(path)
    fields = FIELDS[place.kind] if place else ()
    names = {name for field in fields if field.key == key for name in (key, *field.synonyms)}
    return next((node for name, node in header.pairs if name.text.lower() in names), None)
