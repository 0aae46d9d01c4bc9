"""Run the rules: file by file while reading, then over everything, then over a proposal."""

from collections.abc import Iterable, Iterator

from plugins.checks.locate import Locator
from plugins.checks.masking import without_numbers
from plugins.checks.offices import without_offices
from plugins.checks.rulebook import PREFIX, Finding, Proposal, Question, Rule, Scope, rules
from plugins.checks.waiving import Reviews, reviews_of, stale, waive
from plugins.model.fault import Fault
from plugins.model.manuscript import Manuscript
from plugins.model.moment import Moment
from plugins.model.newsroom import Newsroom
from plugins.reading.tree import Tree


def inspect(manuscript: Manuscript) -> list[Fault]:
    """The faults of one file by itself; a pure function of its bytes and its neighbours."""
    return [
        _fault(rule, finding, manuscript.path)
        for rule in rules(Scope.FILE)
        if manuscript.problems or not rule.of_problems
        for finding in rule.function(manuscript)
    ]


def judge(
    newsroom: Newsroom,
    tree: Tree,
    now: Moment,
    bureau: str,
    trusted: Reviews | None = None,
    touched: frozenset[str] | None = None,
) -> list[Fault]:
    """All faults of a newsroom at one moment, sorted by place and code.

    What the headers let pass is among them with its reason. *trusted* are the reviews that
    count, of a proposal only those that a redaktur vouches for; on main all of them. Where
    paths are *touched*, posts are compared with those only.
    """
    question = Question(newsroom, now, bureau, touched)
    found = without_offices(newsroom.faults, newsroom, tree)
    found += _resolve(Scope.TREE, newsroom.entries, Locator(tree, newsroom.entries))
    locator = Locator(tree, newsroom.entries)
    found += _resolve(Scope.NEWSROOM, question, locator)
    needless = list(stale(found, newsroom))
    found = waive(found, newsroom, reviews_of(newsroom) if trusted is None else trusted)
    found += _resolve(Scope.WAIVERS, needless, locator)
    return sorted(set(found))


def judge_proposal(proposal: Proposal) -> list[Fault]:
    """The faults of what a branch touches; paths are relative to the repository."""
    return sorted(
        _fault(rule, finding, finding.path, prefix="")
        for rule in rules(Scope.PROPOSAL)
        for finding in rule.function(proposal)
    )


def _resolve(scope: Scope, subject: object, locator: Locator) -> Iterator[Fault]:
    for rule in rules(scope):
        findings: Iterable[Finding] = rule.function(subject)
        for finding in findings:
            if finding.key:
                line, column = locator.place(finding.path, finding.key, finding.value)
                finding = finding._replace(line=line, column=column)  # noqa: PLW2901
            yield _fault(rule, finding, finding.path)


def _fault(rule: Rule, finding: Finding, path: str, prefix: str = PREFIX) -> Fault:
    return Fault(
        path=prefix + path,
        line=finding.line,
        column=finding.column,
        code=rule.code,
        message=without_numbers(finding.message),
        hint=without_numbers(finding.hint),
        severity=rule.severity,
    )
