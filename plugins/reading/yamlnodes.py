"""YAML into nodes that know their places, without its type guessing, anchors, aliases and tags."""

import re
from collections.abc import Iterator

import yaml

from plugins.model.source import Items, Node, Pairs, Problem, Text

MAX_DEPTH = 4  # levels of nesting in a header
_COLON_INSIDE = re.compile(r"\s*(?:- )?([A-Za-z_]+): (?![\"'\[{|>])(.*: .*)\Z")


def node_of(text: str, first_line: int) -> tuple[Node | None, list[Problem]]:
    """The node of a text, or what is wrong with it."""
    try:
        return _Builder(first_line).build(yaml.parse(text, Loader=yaml.CSafeLoader)), []
    except _RefusedError as refused:
        return None, [refused.problem]
    except yaml.MarkedYAMLError as error:
        return None, [_yaml_problem(error, text, first_line)]
    except yaml.YAMLError:
        return None, [Problem("yaml", first_line, 1)]


class _RefusedError(Exception):
    def __init__(self, kind: str, event: yaml.Event, first_line: int, value: str = "") -> None:
        line, column = _place(event, first_line)
        self.problem = Problem(kind, line, column, value)


class _Builder:
    """Builds nodes from parse events, which still carry anchors, tags and places."""

    def __init__(self, first_line: int) -> None:
        self.first_line = first_line

    def build(self, events: Iterator[yaml.Event]) -> Node | None:
        node = None
        for event in events:
            if isinstance(event, yaml.NodeEvent):
                if node is not None:  # a line `...` or `--- x` began a second document
                    raise _RefusedError("yaml", event, self.first_line)
                node = self._node(event, events, 1)
        return node

    def _node(self, event: yaml.Event, events: Iterator[yaml.Event], depth: int) -> Node:
        self._refuse(event, depth)
        line, column = _place(event, self.first_line)
        if isinstance(event, yaml.ScalarEvent):
            return Text(event.value, line, column, int(event.style in ("'", '"')))
        if isinstance(event, yaml.SequenceStartEvent):
            return Items(tuple(self._items(events, depth)), line, column)
        return Pairs(tuple(self._pairs(events, depth)), line, column)

    def _items(self, events: Iterator[yaml.Event], depth: int) -> Iterator[Node]:
        while not isinstance(event := next(events), yaml.SequenceEndEvent):
            yield self._node(event, events, depth + 1)

    def _pairs(self, events: Iterator[yaml.Event], depth: int) -> Iterator[tuple[Text, Node]]:
        while not isinstance(event := next(events), yaml.MappingEndEvent):
            key = self._node(event, events, depth + 1)
            if not isinstance(key, Text):
                raise _RefusedError("yaml", event, self.first_line)
            yield key, self._node(next(events), events, depth + 1)

    def _refuse(self, event: yaml.Event, depth: int) -> None:
        anchor, tag = getattr(event, "anchor", None), getattr(event, "tag", None)
        if isinstance(event, yaml.AliasEvent):
            raise _RefusedError("yaml-alias", event, self.first_line, f"*{anchor}")
        if anchor is not None:
            raise _RefusedError("yaml-alias", event, self.first_line, f"&{anchor}")
        if tag is not None:
            raise _RefusedError("yaml-tag", event, self.first_line, str(tag))
        if depth > MAX_DEPTH:
            raise _RefusedError("yaml-depth", event, self.first_line)


def _place(event: yaml.Event, first_line: int) -> tuple[int, int]:
    mark = event.start_mark
    return (mark.line + first_line, mark.column + 1) if mark else (first_line, 1)


def _yaml_problem(error: yaml.MarkedYAMLError, text: str, first_line: int) -> Problem:
    """Point at the line to mend; an unquoted colon is by far the commonest slip."""
    mark = error.problem_mark or error.context_mark
    row = mark.line if mark else 0
    column = mark.column + 1 if mark else 1
    lines = text.split("\n")
    for number in range(min(row, len(lines) - 1), max(row - 2, -1), -1):
        if match := _COLON_INSIDE.match(lines[number]):
            fixed = f'{match[1]}: "{match[2].strip()}"'
            return Problem("yaml-colon", number + first_line, match.start(2) + 1, match[2], fixed)
    line = lines[row].strip() if row < len(lines) else ""
    return Problem("yaml", row + first_line, column, line[:60])
