"""Faults as lines for programs, as JSON for editors, and the words that all forms share."""

import json
from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from plugins.checks.closing import Answer
from plugins.checks.wording import printable
from plugins.model.addresses import rule_href
from plugins.model.fault import Fault, Severity


class Manner(NamedTuple):
    """How a report is to be said."""

    url: str = ""  # of the site, without a final slash; empty where it is not known
    colour: bool = False


PLAIN = Manner()
ANSWER = "JAWABAN"  # where a fault has its severity
AGENDA = "Agenda:"  # above the answers


def as_lines(
    faults: Sequence[Fault], _manner: Manner = PLAIN, answers: Sequence[Answer] = ()
) -> str:
    """One line for each fault: path:line:col CODE message hint; a summary; the answers."""
    return "\n".join([*map(line, faults), summary(faults), *map(answer_line, answers)])


def as_json(faults: Sequence[Fault], manner: Manner = PLAIN, answers: Sequence[Answer] = ()) -> str:
    """A list of objects; docs/dev/gate.schema.json is the promise."""
    rows: list[dict[str, object]] = [
        {
            "path": fault.path,
            "line": fault.line,
            "column": fault.column,
            "code": fault.code,
            "severity": fault.severity.value,
            "message": fault.message,
            "hint": fault.hint,
            "waived": fault.waived,
            "page": page_of(fault, manner),
        }
        for fault in faults
    ]
    rows += map(_answer_row, answers)
    return json.dumps(rows, ensure_ascii=False, indent=2)


def _answer_row(answer: Answer) -> dict[str, object]:
    """An answer with the properties of a fault, and two of its own."""
    bare = {"line": 1, "column": 1, "code": "", "severity": ANSWER, "message": answer.words}
    own = {"answer": answer.kind.value, "event": answer.event}
    return {"path": answer.path, **bare, "hint": "", "waived": "", "page": "", **own}


def line(fault: Fault) -> str:
    """The form that programs and terminals know: path:line:col CODE message hint"""
    where = printable(f"{fault.path}:{fault.line}:{fault.column}")
    return f"{where} {fault.code} {said(fault)}"


def answer_line(answer: Answer) -> str:
    """content/…/index.md: Berita ini meliput agenda …"""
    return printable(f"{answer.path}: {answer.words}")


def said(fault: Fault) -> str:
    if fault.waived:
        words = f"diabaikan ({fault.severity}): {fault.message} Alasan: {fault.waived}"
        return printable(words)
    label = "" if fault.blocks else f"{fault.severity}: "
    return printable(f"{label}{fault.message} {fault.hint}".strip())


def page_of(fault: Fault, manner: Manner) -> str:
    """The address of the page that explains the rule."""
    return manner.url + rule_href(fault.code)


def summary(faults: Sequence[Fault]) -> str:
    if not faults:
        return "Tidak ada yang perlu diperbaiki."
    files = len({fault.path for fault in faults})
    return f"{counted(faults)} di {files} berkas."


def counted(faults: Sequence[Fault]) -> str:
    """2 galat, 1 saran, 1 diabaikan"""
    counts = Counter(fault.severity for fault in faults if not fault.waived)
    words = [f"{counts[s]} {s.value.lower()}" for s in Severity if counts[s]]
    if waived := sum(bool(fault.waived) for fault in faults):
        words.append(f"{waived} diabaikan")
    return ", ".join(words)
