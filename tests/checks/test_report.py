"""The forms for programs: lines, and JSON that keeps its promise to editors."""

import json
from pathlib import Path

import pytest

from plugins.checks.closing import Answer, Kind
from plugins.checks.formats import FORMATS
from plugins.checks.report import ANSWER, PLAIN, Manner, as_json, as_lines
from plugins.model.fault import Severity

SCHEMA = Path(__file__).parents[2] / "docs/dev/gate.schema.json"
TYPES = {"string": str, "integer": int}


def test_lines_are_the_same_whatever_the_manner(fault):
    faults = [fault(), fault(severity=Severity.SARAN), fault(waived="Nama resmi acara ini")]

    assert as_lines(faults, Manner("https://a.id", colour=True)) == (
        "content/a.md:2:1 K101 Keliru. Betulkan.\n"
        "content/a.md:2:1 K101 SARAN: Keliru. Betulkan.\n"
        "content/a.md:2:1 K101 diabaikan (GALAT): Keliru. Alasan: Nama resmi acara ini\n"
        "1 galat, 1 saran, 1 diabaikan di 1 berkas."
    )


@pytest.mark.parametrize("form", ["lines", "text"])
def test_every_fault_has_a_line_of_its_own(fault, form):
    faults = [fault(), fault(path="content/b.md", code="W201")]
    rows = FORMATS[form](faults).splitlines()

    assert "content/a.md:2:1 K101 Keliru. Betulkan." in rows
    assert "content/b.md:2:1 W201 Keliru. Betulkan." in rows


@pytest.mark.parametrize("form", sorted(FORMATS))
def test_no_value_can_forge_a_line(fault, form):
    forged = fault(message="a\nx:1:1 K101 palsu\r::error::palsu\033[31m", path="a\nb")
    answer = Answer("a\nx:1:1", Kind.COVERS, "", "b\nx:1:1\r\n::error::palsu\033[31m")
    told = FORMATS[form]([forged], PLAIN, [answer])

    assert "\nx:1:1" not in told
    assert "\n::error::" not in told
    assert "\r" not in told
    assert "\033" not in told


def test_json_says_what_the_schema_promises(fault):
    schema = json.loads(SCHEMA.read_text(encoding="utf-8"))
    promised = schema["items"]["properties"]
    answer = Answer("content/a.md", Kind.COVERS, "dinkes/2026/11/24-a", "Berita ini meliput …")
    told, answered = json.loads(as_json([fault()], Manner("https://a.id"), [answer]))

    assert list(told) == schema["items"]["required"]
    assert list(answered) == list(promised)
    for row in (told, answered):
        assert all(isinstance(row[name], TYPES[promised[name]["type"]]) for name in row)
    assert promised["severity"]["enum"] == [*(severity.value for severity in Severity), ANSWER]
    assert promised["answer"]["enum"] == [kind.value for kind in Kind]
    assert told["page"] == "https://a.id/panduan/aturan/k101/"


def test_nothing_found_is_an_empty_list():
    assert as_json([]) == "[]"
