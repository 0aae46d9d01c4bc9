"""What a rule is, and the book of all rules.

A rule is a function that yields findings; its docstring is its page of documentation:
a title, then `Mengapa:`, `Salah:` and `Benar:`. Its name is the fault it finds.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, NamedTuple

from plugins.model.agency import Agency
from plugins.model.entry import Entry
from plugins.model.fault import Severity
from plugins.model.manuscript import Manuscript
from plugins.model.moment import Moment
from plugins.model.newsroom import Newsroom
from plugins.model.portable import RuleData
from plugins.model.source import Problem

PREFIX = "content/"  # of the paths that officers see


REVIEWED = frozenset("DN")  # letters of the codes about personal data and children


class Scope(StrEnum):
    """What a rule looks at; results of the first can be kept by content."""

    FILE = "file"  # one Manuscript
    TREE = "tree"  # all entries below content/
    NEWSROOM = "newsroom"  # everything together, at one moment
    WAIVERS = "waivers"  # entries of `abaikan` and `ditinjau` that name what does not occur
    PROPOSAL = "proposal"  # what a branch changes, and who asks for it


class Waiving(StrEnum):
    """How a reason in the header lets a finding pass."""

    NEVER = "never"
    WRITTEN = "abaikan"  # anyone who may write the file
    REVIEWED = "ditinjau"  # only a redaktur, for one finding


class Finding(NamedTuple):
    """Where and what. Rules with the scope NEWSROOM name a header key instead of a line."""

    message: str  # one Indonesian sentence, the value in “quotes”
    hint: str  # what to write instead
    line: int = 1
    column: int = 1
    path: str = ""  # below content/; not needed for the scope FILE
    key: str = ""  # header key to point at
    value: str = ""  # the member below that key to point at


class Question(NamedTuple):
    """What rules with the scope NEWSROOM look at."""

    newsroom: Newsroom
    now: Moment
    bureau: str  # slug of the agency that edits
    touched: frozenset[str] | None = None  # paths that changed; None asks about everything


class Change(NamedTuple):
    """One path that a proposal touches, relative to the repository."""

    path: str
    old_mode: str  # 000000 where the file is new
    new_mode: str  # 000000 where the file goes
    size: int  # bytes of the new file
    moved: str = ""  # the other path, where the file was moved: from there or to there

    @property
    def removes(self) -> bool:
        return self.new_mode == "000000"

    @property
    def adds(self) -> bool:
        return self.old_mode == "000000"


class Stale(NamedTuple):
    """An entry of `abaikan` or `ditinjau` whose finding is not there."""

    path: str  # below content/
    key: str
    code: str
    value: str  # the member to point at


class AddedReview(NamedTuple):
    """An entry of `ditinjau` that the base does not have."""

    path: str  # of the repository
    line: int
    column: int
    code: str
    login: str  # as the entry says


class Proposal(NamedTuple):
    """What rules with the scope PROPOSAL look at; rights are those of the base."""

    changes: Sequence[Change]
    login: str  # the authenticated name; empty where ownership is not asked
    agencies: dict[str, Agency]
    own: frozenset[str]  # agencies for which the login serves today
    edits: bool  # whether the login is a redaktur of Humas
    reviews: Sequence[AddedReview] = ()
    kept: frozenset[str] = frozenset()  # ids of posts whose address another one takes over


@dataclass(frozen=True)
class Rule:
    code: str
    severity: Severity
    scope: Scope
    function: Callable[[Any], Iterable[Finding]]
    waivable: bool | None = None  # None: as its severity says
    of_problems: bool = False  # speaks of nothing but the problems that reading found
    data: RuleData | None = None  # what it works from, where a browser can apply that too

    @property
    def waiving(self) -> Waiving:
        """Personal data and children need a redaktur; a GALAT stands unless it says otherwise."""
        if self.scope in (Scope.WAIVERS, Scope.PROPOSAL) or self.code[0] == "Q":
            return Waiving.NEVER
        if self.code[0] in REVIEWED:
            return Waiving.REVIEWED
        allowed = self.severity is not Severity.GALAT if self.waivable is None else self.waivable
        return Waiving.WRITTEN if allowed else Waiving.NEVER

    @property
    def name(self) -> str:
        return self.function.__name__.replace("_", "-")

    @property
    def documentation(self) -> str:
        return self.function.__doc__ or ""


_BOOK: dict[str, Rule] = {}
# By scope: the book, and what of it is in force; the gate asks again for each file.
_sorted: dict[Scope | None, tuple[list[Rule], list[Rule]]] = {}


def rule(
    code: str,
    severity: Severity,
    scope: Scope = Scope.FILE,
    *,
    waivable: bool | None = None,
    of_problems: bool = False,
    data: RuleData | None = None,
) -> Callable[[Callable[[Any], Iterable[Finding]]], Callable[[Any], Iterable[Finding]]]:
    """Enter a function into the book; a code is used once and never again."""

    def enter(function: Callable[[Any], Iterable[Finding]]) -> Callable[[Any], Iterable[Finding]]:
        if code in _BOOK:
            raise ValueError(f"code {code!r} is taken by {_BOOK[code].name!r}")
        _BOOK[code] = Rule(code, severity, scope, function, waivable, of_problems, data)
        return function

    return enter


def rules(scope: Scope | None = None) -> list[Rule]:
    """All rules, or those of one scope, by code."""
    import plugins.checks.rules.all  # noqa: F401, PLC0415 - fills the book once

    book = list(_BOOK.values())
    if scope not in _sorted or _sorted[scope][0] != book:
        chosen = [r for r in book if scope is None or r.scope is scope]
        _sorted[scope] = (book, sorted(chosen, key=lambda r: r.code))
    return list(_sorted[scope][1])


def problems(manuscript: Manuscript, *kinds: str) -> Iterator[Problem]:
    """The problems of these kinds that reading found."""
    return (problem for problem in manuscript.problems if problem.kind in kinds)


def at(place: Problem, message: str, hint: str) -> Finding:
    """A finding at the place of a problem."""
    return Finding(message, hint, place.line, place.column)


def entry_finding(entry: Entry, message: str, hint: str) -> Finding:
    return Finding(message, hint, path=entry.path)
