"""What a rule of the gate knows, where that is nothing but data: a browser can apply it too.

The rule itself works from the same value, so that no word of it is written twice.
"""

import re

from plugins.model.record import Value

_LETTER, _FIGURE = r"\p{L}\p{N}_", r"\p{Nd}"
_EDGE = f"(?:(?<=[{_LETTER}])(?![{_LETTER}])|(?<![{_LETTER}])(?=[{_LETTER}]))"
_ESCAPES = {"w": f"[{_LETTER}]", "W": f"[^{_LETTER}]", "d": _FIGURE, "D": r"\P{Nd}", "b": _EDGE,
            "Z": "(?![^])"}  # fmt: skip
_IN_CLASS = {"w": _LETTER, "d": _FIGURE}
_KEPT = frozenset("^$\\.*+?()[]{}|/nstxuS0123456789")  # mean the same in both after a backslash
_TOKEN = re.compile(r"\[\^\\W_\]|\\(.)|\(\?P<|\(\?[a-zA-Z]|\[|\]", re.DOTALL)


class RuleData(Value, frozen=True):
    """`kind` names the way to apply it, in plugins/checks and in theme/static/compose/rules.js.

    Messages hold names in braces: {found} is what was written, in quotation marks.
    """

    kind: str
    message: str
    hint: str
    pattern: str = ""  # in the syntax of Python; in that of JavaScript once it is carried
    ignore_case: bool = False
    words: tuple[tuple[str, str], ...] = ()  # what is found, and what stands for it
    number: int = 0
    least: int = 0
    only: str = ""  # the kind of file, where it is one alone: post or event


class PortableRule(Value, frozen=True):
    """A rule as it is carried to a browser."""

    code: str
    severity: str  # GALAT, PERINGATAN or SARAN
    href: str  # of the page that explains it
    data: RuleData


class Portable(Value, frozen=True):
    """All that a browser needs to find what the gate would find."""

    rules: tuple[PortableRule, ...]
    blanks: tuple[str, ...]  # patterns of what is no prose: targets of links, mail
    numbers: tuple[tuple[str, str], ...]  # name and pattern, of numbers of persons
    regions: tuple[str, ...]  # the first four digits of a NIK, or two of a province
    most: int  # places of one kind that are told
    longest: int  # characters of a value that is shown
    reach: int  # characters of a quoted name in which no word is blamed


def javascript(pattern: str) -> str:
    """The same pattern for `new RegExp(…, "u")`; raises ValueError where there is none."""
    written: list[str] = []
    inside, end = False, 0
    for token in _TOKEN.finditer(pattern):
        written.append(pattern[end : token.start()])
        end = token.end()
        written.append(_token(token, inside))
        if not token[1]:
            inside = (inside or token[0][0] == "[") and token[0] != "]"
    return "".join([*written, pattern[end:]])


def _token(token: re.Match[str], inside: bool) -> str:
    whole, escaped = token[0], token[1]
    if whole == r"[^\W_]":
        return r"[\p{L}\p{N}]"
    if escaped:
        if inside and escaped in _IN_CLASS:
            return _IN_CLASS[escaped]
        if not inside and escaped in _ESCAPES:
            return _ESCAPES[escaped]
        return whole if escaped in _KEPT or (inside and escaped == "-") else escaped
    if inside or whole == "(?P<":
        return whole.replace("(?P<", "(?<")
    if whole[:2] == "(?":
        raise ValueError(f"{whole!r} has no counterpart that all browsers know")
    return whole
