"""A content file as it was written: header nodes with their places, and the body."""

from __future__ import annotations

from plugins.model.record import Value


class Text(Value, frozen=True):
    """A scalar of the header; always text, never a guessed number or date."""

    text: str
    line: int
    column: int
    inset: int = 0  # 1 where a quotation mark stands at the column, before the text


class Items(Value, frozen=True):
    items: tuple[Node, ...]
    line: int
    column: int


class Pairs(Value, frozen=True):
    pairs: tuple[tuple[Text, Node], ...]
    line: int
    column: int


Node = Text | Items | Pairs


class Problem(Value, frozen=True):
    """Something that reading found wrong, before any rule has put it into words.

    `kind` is one of the words of plugins/reading/problems.py; a rule of the gate
    answers to each.
    """

    kind: str
    line: int
    column: int
    value: str = ""
    expected: str = ""


class Source(Value, frozen=True):
    """One decoded file. Lines count from 1 in the whole file, also for the body."""

    path: str  # relative to the content folder
    header: Pairs
    body: str
    body_line: int
    problems: tuple[Problem, ...] = ()
