"""A rule's docstring as a page: for `--explain`, and as Markdown for docs/panduan/aturan."""

import inspect
import re
import textwrap
from typing import NamedTuple

from plugins.checks.rulebook import Rule
from plugins.model.fault import Severity

_SECTION = re.compile(r"^(Mengapa|Salah|Benar):[ \t]*", re.MULTILINE)
MEANINGS = {
    Severity.GALAT: "menghalangi penerbitan",
    Severity.PERINGATAN: "diputuskan redaktur",
    Severity.SARAN: "saran gaya, tidak menghalangi",
}


class Page(NamedTuple):
    title: str
    why: str
    wrong: str
    right: str


def page(rule: Rule) -> Page:
    """Split the docstring; raises ValueError where a section is missing."""
    text = inspect.cleandoc(rule.documentation)
    parts = _SECTION.split(text)
    sections = dict(zip(parts[1::2], parts[2::2], strict=True))
    if set(sections) != {"Mengapa", "Salah", "Benar"}:
        raise ValueError(f"rule {rule.code!r} documents {sorted(sections)!r}, not all three parts")
    return Page(parts[0].strip(), *(_block(sections[s]) for s in ("Mengapa", "Salah", "Benar")))


def as_text(rule: Rule) -> str:
    told = page(rule)
    return "\n".join(
        [
            f"{rule.code} {told.title}",
            f"{rule.severity}: {MEANINGS[rule.severity]}.",
            "",
            f"Mengapa: {' '.join(told.why.split())}",
            "",
            "Salah:",
            textwrap.indent(told.wrong, "    "),
            "",
            "Benar:",
            textwrap.indent(told.right, "    "),
        ]
    )


def as_markdown(rule: Rule) -> str:
    told = page(rule)
    why = " ".join(told.why.split())
    return (
        f"# {rule.code}: {told.title.rstrip('.')}\n\n"
        f"**{rule.severity}**: {MEANINGS[rule.severity]}. Nama aturan: `{rule.name}`.\n\n"
        f"## Mengapa\n\n{why[:1].upper()}{why[1:]}\n\n"
        f"## Salah\n\n```text\n{told.wrong}\n```\n\n"
        f"## Benar\n\n```text\n{told.right}\n```\n"
    )


def _block(text: str) -> str:
    return textwrap.dedent(text.strip("\n")).strip()
