"""Faults as a person reads them: file by file, with the way to each rule, then the steps."""

from collections.abc import Sequence
from itertools import groupby

from plugins.checks.closing import Answer
from plugins.checks.report import (
    AGENDA,
    PLAIN,
    Manner,
    answer_line,
    counted,
    line,
    page_of,
    summary,
)
from plugins.checks.steps import steps
from plugins.checks.wording import printable
from plugins.model.fault import Fault, Severity
from plugins.reading.terminal import paint

HEADING = "Yang perlu dilakukan:"
_COLOURS = {Severity.GALAT: "red", Severity.PERINGATAN: "yellow", Severity.SARAN: "cyan"}


def as_text(faults: Sequence[Fault], manner: Manner = PLAIN, answers: Sequence[Answer] = ()) -> str:
    """Each fault stands in a line of its own as report.line gives it, each answer in another."""
    blocks = [
        _block(path, list(group), manner) for path, group in groupby(faults, key=lambda f: f.path)
    ]
    blocks.append(paint(summary(faults), "bold" if faults else "green", manner.colour))
    if answers:
        blocks.append("\n".join([paint(AGENDA, "bold", manner.colour), *map(answer_line, answers)]))
    if todo := steps(faults):
        rows = [f"{number}. {step}" for number, step in enumerate(todo, 1)]
        blocks.append("\n".join([paint(HEADING, "bold", manner.colour), *rows]))
    return "\n\n".join(blocks)


def _block(path: str, faults: Sequence[Fault], manner: Manner) -> str:
    """The faults of one file; the same one several times over names its page once."""
    rows = [f"{paint(printable(path), 'bold', manner.colour)} ({counted(faults)})"]
    for _code, group in groupby(faults, key=lambda fault: fault.code):
        run = list(group)
        rows += [_told(fault, manner) for fault in run]
        rows.append(paint(f"    aturan: {page_of(run[0], manner)}", "dim", manner.colour))
    return "\n".join(rows)


def _told(fault: Fault, manner: Manner) -> str:
    where, code, words = line(fault).partition(f" {fault.code} ")
    colour = "dim" if fault.waived else _COLOURS[fault.severity]
    shown = [
        paint(where, "dim", manner.colour),
        paint(code.strip(), colour, manner.colour),
        words,
    ]
    return " ".join(shown)
