"""Faults as lines for people, as annotations for GitHub, and as JSON for editors."""

import json
from collections import Counter
from collections.abc import Sequence

from plugins.checks.wording import printable
from plugins.model.fault import Fault, Severity

_LEVELS = {Severity.GALAT: "error", Severity.PERINGATAN: "warning", Severity.SARAN: "notice"}


def as_text(faults: Sequence[Fault]) -> str:
    """One line for each fault: path:line:col CODE message hint; then a summary."""
    lines = [f"{_where(fault)} {fault.code} {said(fault)}" for fault in faults]
    return "\n".join([*lines, summary(faults)])


def as_github(faults: Sequence[Fault]) -> str:
    """Workflow commands, which GitHub shows beside the lines of the pull request."""
    rows = [
        f"::{_level(fault)} file={_property(fault.path)},line={fault.line},"
        f"col={fault.column},title={_property(fault.code)}::{_data(said(fault))}"
        for fault in faults
    ]
    return "\n".join([*rows, summary(faults)])


def as_json(faults: Sequence[Fault]) -> str:
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
        }
        for fault in faults
    ]
    return json.dumps(rows, ensure_ascii=False, indent=2)


FORMATS = {"text": as_text, "github": as_github, "json": as_json}


def _level(fault: Fault) -> str:
    return "notice" if fault.waived else _LEVELS[fault.severity]


def said(fault: Fault) -> str:
    if fault.waived:
        words = f"diabaikan ({fault.severity}): {fault.message} Alasan: {fault.waived}"
        return printable(words)
    label = "" if fault.blocks else f"{fault.severity}: "
    return printable(f"{label}{fault.message} {fault.hint}".strip())


def summary(faults: Sequence[Fault]) -> str:
    if not faults:
        return "Tidak ada yang perlu diperbaiki."
    counts = Counter(fault.severity for fault in faults if not fault.waived)
    words = [f"{counts[s]} {s.value.lower()}" for s in Severity if counts[s]]
    if waived := sum(bool(fault.waived) for fault in faults):
        words.append(f"{waived} diabaikan")
    files = len({fault.path for fault in faults})
    return f"{', '.join(words)} di {files} berkas."


def _where(fault: Fault) -> str:
    return printable(f"{fault.path}:{fault.line}:{fault.column}")


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
