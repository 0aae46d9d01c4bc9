"""Faults as lines for programs, as JSON for editors, and the words that all forms share."""

import json
from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from plugins.checks.wording import printable
from plugins.model.addresses import rule_href
from plugins.model.fault import Fault, Severity


class Manner(NamedTuple):
    """How a report is to be said."""

    url: str = ""  # of the site, without a final slash; empty where it is not known
    colour: bool = False


PLAIN = Manner()


def as_lines(faults: Sequence[Fault], _manner: Manner = PLAIN) -> str:
    """One line for each fault: path:line:col CODE message hint; then a summary."""
    return "\n".join([*map(line, faults), summary(faults)])


def as_json(faults: Sequence[Fault], manner: Manner = PLAIN) -> str:
    """A list of objects; docs/dev/gate.schema.json is the promise."""
    rows = [
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
    return json.dumps(rows, ensure_ascii=False, indent=2)


def line(fault: Fault) -> str:
    """The form that programs and terminals know: path:line:col CODE message hint"""
    where = printable(f"{fault.path}:{fault.line}:{fault.column}")
    return f"{where} {fault.code} {said(fault)}"


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
