"""Faults on GitHub: annotations beside the lines, and a summary of the job in Markdown."""

import html
import re
from collections.abc import Sequence
from itertools import groupby, islice

from plugins.checks.closing import Answer
from plugins.checks.report import (
    AGENDA,
    PLAIN,
    Manner,
    answer_line,
    counted,
    page_of,
    said,
    summary,
)
from plugins.checks.speech import HEADING
from plugins.checks.steps import steps
from plugins.checks.wording import printable
from plugins.model.fault import Fault, Severity

MOST = 200  # faults in the summary, of which GitHub takes a megabyte
_LEVELS = {Severity.GALAT: "error", Severity.PERINGATAN: "warning", Severity.SARAN: "notice"}
_MARKS = re.compile(r"[\\`*_{}\[\]()#+.!|~@:-]")


def as_github(
    faults: Sequence[Fault], manner: Manner = PLAIN, answers: Sequence[Answer] = ()
) -> str:
    """Workflow commands, which GitHub shows beside the lines of the pull request."""
    rows = [
        f"::{_level(fault)} file={_property(fault.path)},line={fault.line},"
        f"col={fault.column},title={_property(fault.code)}::"
        f"{_data(f'{said(fault)} Aturan: {page_of(fault, manner)}')}"
        for fault in faults
    ]
    rows += [
        f"::notice file={_property(answer.path)},line=1,title=Agenda::"
        f"{_data(printable(answer.words))}"
        for answer in answers
    ]
    return "\n".join([*rows, summary(faults)])


def as_summary(
    faults: Sequence[Fault], manner: Manner = PLAIN, answers: Sequence[Answer] = ()
) -> str:
    """The page that GitHub shows for the job; nothing in it can become markup."""
    parts = ["## Pemeriksaan", summary(faults)]
    for path, group in groupby(islice(faults, MOST), key=lambda f: f.path):
        found = list(group)
        rows = "\n".join(f"- {_item(fault, manner)}" for fault in found)
        parts += [f"### {_text(path)} ({counted(found)})", rows]
    if len(faults) > MOST:
        parts.append(f"… dan {len(faults) - MOST} temuan lain.")
    if answers:
        rows = "\n".join(f"- {_text(answer_line(answer))}" for answer in answers[:MOST])
        parts += [f"### {AGENDA.rstrip(':')}", rows]
    if todo := steps(faults, at_desk=False):
        rows = "\n".join(f"{number}. {_text(step)}" for number, step in enumerate(todo, 1))
        parts += [f"### {HEADING.rstrip(':')}", rows]
    return "\n\n".join(parts) + "\n"


def _item(fault: Fault, manner: Manner) -> str:
    code = f"[{fault.code}]({page_of(fault, manner)})" if manner.url else fault.code
    return f"baris {fault.line}: **{code}** {_text(said(fault))}"


def _level(fault: Fault) -> str:
    return "notice" if fault.waived else _LEVELS[fault.severity]


def _text(text: str) -> str:
    """A text of anyone's as Markdown that shows exactly it."""
    return _MARKS.sub(lambda match: f"\\{match[0]}", html.escape(printable(text)))


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
