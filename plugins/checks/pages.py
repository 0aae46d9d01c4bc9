"""The rules as pages of the site, for whoever follows the link in a message."""

from collections.abc import Iterator
from functools import lru_cache
from itertools import groupby

from plugins.checks import explain
from plugins.checks.docs import SUBJECTS
from plugins.checks.rulebook import Rule, Waiving, rules
from plugins.model.addresses import GUIDE, RULES, output_path, rule_href
from plugins.model.card import Link
from plugins.model.edition import Edition
from plugins.model.monthedition import MonthEdition
from plugins.model.output import Output
from plugins.model.record import Record

_WAIVING = {
    Waiving.NEVER: "Tidak dapat dilewatkan.",
    Waiving.WRITTEN: "Dapat dilewatkan dengan alasan pada “abaikan”.",
    Waiving.REVIEWED: "Hanya redaktur yang dapat meloloskannya, pada “ditinjau”.",
}
_SAMPLE = (
    "content/berita/dinkes/2026/11/posyandu-melati/index.md:5:1 K101 "
    "Kunci “ringkasn” tidak dikenal. Maksud Anda “ringkasan”?"
)


class RuleLine(Record, frozen=True):
    """One rule as lists show it."""

    code: str
    href: str
    title: str
    severity: str  # GALAT, PERINGATAN or SARAN


class RuleGroup(Record, frozen=True):
    """The rules of one subject, which is the letter of their codes."""

    anchor: str  # on the page of all rules
    title: str
    lines: tuple[RuleLine, ...]


class RulePage(Record, frozen=True):
    """What rule.html may see."""

    line: RuleLine
    subject: Link
    meaning: str  # of the severity
    why: str
    wrong: tuple[str, ...]  # lines as an officer would write them
    right: tuple[str, ...]
    waiving: str


class RulesPage(Record, frozen=True):
    """What rules.html may see."""

    href: str
    groups: tuple[RuleGroup, ...]


class GuidePage(Record, frozen=True):
    """What guide.html may see."""

    href: str
    sample: tuple[str, ...]  # one finding, as the gate tells it
    severities: tuple[tuple[str, str], ...]  # name and meaning
    subjects: tuple[Link, ...]


def outputs(_edition: Edition) -> Iterator[Output]:
    """They follow from the rules alone, so no post ever changes them."""
    yield from _outputs()


def month_outputs(_edition: MonthEdition) -> Iterator[Output]:
    """Nothing here belongs to a month."""
    yield from ()


@lru_cache(maxsize=1)
def _outputs() -> tuple[Output, ...]:
    groups = _groups()
    pages = [_page(rule) for rule in rules()]
    guide = GuidePage(
        href=GUIDE,
        sample=(_SAMPLE,),
        severities=tuple((s.value, meaning) for s, meaning in explain.MEANINGS.items()),
        subjects=tuple(_subject(group.lines[0].code) for group in groups),
    )
    return (
        Output(output_path(GUIDE), "guide.html", guide.sealed()),
        Output(output_path(RULES), "rules.html", RulesPage(RULES, groups).sealed()),
        *(Output(output_path(page.line.href), "rule.html", page) for page in pages),
    )


def _groups() -> tuple[RuleGroup, ...]:
    return tuple(
        RuleGroup(_anchor(letter), SUBJECTS[letter], tuple(map(_line, group))).sealed()
        for letter, group in groupby(rules(), key=lambda rule: rule.code[0])
    )


def _page(rule: Rule) -> RulePage:
    told = explain.page(rule)
    why = " ".join(told.why.split())
    return RulePage(
        line=_line(rule),
        subject=_subject(rule.code),
        meaning=explain.MEANINGS[rule.severity],
        why=why[:1].upper() + why[1:],
        wrong=tuple(told.wrong.split("\n")),
        right=tuple(told.right.split("\n")),
        waiving=_WAIVING[rule.waiving],
    ).sealed()


def _line(rule: Rule) -> RuleLine:
    title = explain.page(rule).title.rstrip(".")
    return RuleLine(rule.code, rule_href(rule.code), title, rule.severity.value).sealed()


def _subject(code: str) -> Link:
    return Link(SUBJECTS[code[0]], f"{RULES}#{_anchor(code[0])}")


def _anchor(letter: str) -> str:
    return f"aturan-{letter.lower()}"
