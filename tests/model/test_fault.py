"""Faults in their order, and which of them block."""

from plugins.model.fault import Fault, Severity


def make_fault(path: str = "content/a.md", line: int = 2, code: str = "W201", **fields) -> Fault:
    plain = {"message": "Salah.", "hint": "Ganti.", "severity": Severity.GALAT}
    return Fault(path, line, 1, code, **{**plain, **fields})


def test_a_fault_reads_as_path_line_column_code_and_words():
    assert make_fault().text == "content/a.md:2:1 W201 Salah. Ganti."


def test_a_fault_without_a_hint_ends_with_its_message():
    assert make_fault(hint="").text == "content/a.md:2:1 W201 Salah."


def test_only_a_galat_blocks():
    assert [make_fault(severity=severity).blocks for severity in Severity] == [True, False, False]


def test_faults_sort_by_path_line_and_code():
    faults = [
        make_fault("b"),
        make_fault("a", 10),
        make_fault("a", 2, "W202"),
        make_fault("a", 2),
    ]

    assert sorted(faults) == faults[::-1]
