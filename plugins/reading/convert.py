"""Header nodes into typed values, once, with every slip named and placed.

Conversion is the only judge of a value's form; the rules of the gate put its problems
into words. A key whose value did not convert is absent from the result.
"""

import re
from collections.abc import Callable, Iterator
from typing import Any

from plugins.model.addresses import PHOTO_ENDINGS, SLUG, SLUG_LENGTH
from plugins.model.fields import Field, Shape
from plugins.model.moment import Moment, UnreadableMomentError, parse_clock, parse_moment
from plugins.model.source import Items, Node, Pairs, Problem, Text
from plugins.reading.header import forbidden_in

_SLUG = re.compile(rf"{SLUG}\Z", re.ASCII)
_ID = re.compile(rf"{SLUG}/\d{{4}}/\d{{2}}/\d{{2}}-{SLUG}\Z", re.ASCII)
_FILE = re.compile(rf"{SLUG}\.(?:{'|'.join(PHOTO_ENDINGS)})\Z", re.ASCII)


def convert(pairs: Pairs, fields: tuple[Field, ...]) -> tuple[dict[str, Any], list[Problem]]:
    """Return the values by key, and the problems in the order of the file."""
    conversion = _Conversion()
    values = conversion.pairs(pairs, fields)
    return values, sorted(conversion.problems, key=lambda p: (p.line, p.column))


class _WrongError(Exception):
    """A value that does not fit; carries the kind of problem and what was expected."""

    def __init__(self, kind: str, node: Node, value: str = "", expected: str = "") -> None:
        self.problem = Problem(kind, node.line, node.column, value, expected)


class _Conversion:
    def __init__(self) -> None:
        self.problems: list[Problem] = []

    def pairs(self, pairs: Pairs, fields: tuple[Field, ...]) -> dict[str, Any]:
        by_name = _by_name(fields)
        values: dict[str, Any] = {}
        for key, node in pairs.pairs:
            field = by_name.get(key.text.lower())
            if field is None:
                known = " ".join(field.key for field in fields)
                self._note("unknown-key", key, key.text, known)
            elif field.key in values:
                self._note("duplicate-key", key, key.text, field.key)
            else:
                values[field.key] = self._value(field, node)
        for field in fields:
            if field.required and field.key not in values:
                self._note("missing-key", pairs, field.key, field.example)
        return {key: value for key, value in values.items() if value is not None}

    def _value(self, field: Field, node: Node) -> Any:
        try:
            if _is_empty(node):
                raise _WrongError("empty-value", node, field.key, field.example)
            if field.shape is Shape.PARTS:
                return self.pairs(_as_pairs(field, node), field.parts)
            if field.shape is Shape.LIST:
                return self._list(field, node)
            return _READERS[field.shape](field, node)
        except _WrongError as wrong:
            self.problems.append(wrong.problem)
            return None

    def _list(self, field: Field, node: Node) -> tuple[dict[str, Any], ...]:
        if not isinstance(node, Items):
            raise _WrongError("wrong-shape", node, field.key, field.example)
        _limit(field, node)
        members = (_as_pairs(field, item) for item in node.items)
        return tuple(self.pairs(member, field.parts) for member in members)

    def _note(self, kind: str, node: Node, value: str, expected: str) -> None:
        self.problems.append(Problem(kind, node.line, node.column, value, expected))


def _by_name(fields: tuple[Field, ...]) -> dict[str, Field]:
    return {name: field for field in fields for name in (field.key, *field.synonyms)}


def _is_empty(node: Node) -> bool:
    return isinstance(node, Text) and node.text.strip() in ("", "~", "null")


def _as_pairs(field: Field, node: Node) -> Pairs:
    if not isinstance(node, Pairs):
        raise _WrongError("wrong-shape", node, field.key, field.example)
    return node


def _text(field: Field, node: Node) -> str:
    if not isinstance(node, Text):
        raise _WrongError("wrong-shape", node, field.key, field.example)
    text = " ".join(node.text.split())
    if found := forbidden_in(node.text):
        raise _WrongError("bad-character", node, f"U+{ord(found[0]):04X}")
    if len(text) > field.longest:
        raise _WrongError("too-long", node, field.key, f"{len(text)} {field.longest}")
    return text


def _moment(field: Field, node: Node) -> Moment:
    text = _text(field, node)
    try:
        return parse_moment(text)
    except UnreadableMomentError as error:
        raise _WrongError("bad-moment", node, text, str(error)) from None


def _day(field: Field, node: Node) -> Moment:
    moment = _moment(field, node)
    if moment.minute >= 0:
        raise _WrongError("day-with-hour", node, _text(field, node), moment.iso_day)
    return moment


def _clock(field: Field, node: Node) -> int:
    text = _text(field, node)
    try:
        return parse_clock(text)
    except UnreadableMomentError as error:
        raise _WrongError("bad-clock", node, text, str(error)) from None


def _matching(pattern: re.Pattern[str], kind: str) -> Callable[[Field, Node], str]:
    def read(field: Field, node: Node) -> str:
        text = _text(field, node)
        if not pattern.match(text):
            raise _WrongError(kind, node, text, field.example)
        return text

    return read


def _slug(field: Field, node: Node) -> str:
    text = _matching(_SLUG, "bad-slug")(field, node)
    shortest, longest = SLUG_LENGTH
    if not shortest <= len(text) <= longest:
        raise _WrongError("bad-slug", node, text, field.example)
    return text


def _choice(field: Field, node: Node) -> str:
    text = _text(field, node)
    if text not in field.choices:
        raise _WrongError("bad-choice", node, text, " ".join(field.choices))
    return text


def _number(field: Field, node: Node) -> int:
    text = _text(field, node)
    if not re.fullmatch(r"\d{1,4}", text, re.ASCII):
        raise _WrongError("bad-number", node, text, field.example)
    return int(text)


def _several(member: Callable[[Field, Node], str]) -> Callable[[Field, Node], tuple[str, ...]]:
    """Read a list; one text with commas is a list too, as Pelican's headers write it."""

    def read(field: Field, node: Node) -> tuple[str, ...]:
        if isinstance(node, Pairs):
            raise _WrongError("wrong-shape", node, field.key, field.example)
        items = node.items if isinstance(node, Items) else tuple(_comma_parts(node))
        _limit(field, Items(items, node.line, node.column))
        return tuple(dict.fromkeys(member(field, item) for item in items))

    return read


def _comma_parts(node: Text) -> Iterator[Text]:
    column = node.column
    for part in node.text.split(","):
        if part.strip():
            indent = len(part) - len(part.lstrip())
            yield Text(part.strip(), node.line, column + indent)
        column += len(part) + 1


def _limit(field: Field, node: Items) -> None:
    if len(node.items) > field.most:
        raise _WrongError("too-many", node, field.key, f"{len(node.items)} {field.most}")


_iptc = _matching(re.compile(r"\d{8}\Z", re.ASCII), "bad-number")
_id = _matching(_ID, "bad-id")
_READERS: dict[Shape, Callable[[Field, Node], Any]] = {
    Shape.TEXT: _text,
    Shape.MOMENT: _moment,
    Shape.DAY: _day,
    Shape.CLOCK: _clock,
    Shape.SLUG: _slug,
    Shape.SLUGS: _several(_slug),
    Shape.IDS: _several(_id),
    Shape.ID: _id,
    Shape.TEXTS: _several(_text),
    Shape.CHOICE: _choice,
    Shape.NUMBER: _number,
    Shape.IPTC: _iptc,
    Shape.FILE: _matching(_FILE, "bad-file"),
}
