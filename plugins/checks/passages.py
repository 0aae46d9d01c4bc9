"""Everything that a file says, value by value, with the way back to line and column.

Unlike prose.py this leaves nothing out: unknown keys, credits, addresses of links.
"""

from collections.abc import Iterator

from plugins.checks.locate import in_body
from plugins.model.source import Items, Node, Pairs, Source, Text

# Values with a form of their own: the telephone of an office, days, ids, masked findings.
_UNREAD = frozenset("telepon_kantor tanggal terbit_pada agenda temuan".split())

Place = tuple[int, int]  # line and column


class InHeader:
    """The place of a character in a value of the header."""

    def __init__(self, text: Text) -> None:
        self.text = text

    def __call__(self, index: int) -> Place:
        inset = 0 if "\n" in self.text.text else index + getattr(self.text, "inset", 0)
        return self.text.line, self.text.column + inset


class InBody:
    def __init__(self, source: Source) -> None:
        self.source = source

    def __call__(self, index: int) -> Place:
        return in_body(self.source, index)


def passages(source: Source) -> Iterator[tuple[str, InHeader | InBody]]:
    """Every value of the header and the body, with the way to its places."""
    for text in _values(source.header):
        yield text.text, InHeader(text)
    yield source.body, InBody(source)


def _values(node: Node) -> Iterator[Text]:
    if isinstance(node, Items):
        for item in node.items:
            yield from _values(item)
    elif isinstance(node, Pairs):
        for key, value in node.pairs:
            if key.text.lower() not in _UNREAD:
                yield from _values(value)
    else:
        yield node
