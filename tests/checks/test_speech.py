"""Faults as a person reads them."""

from plugins.checks.report import Manner
from plugins.checks.speech import as_text
from plugins.model.fault import Severity


def test_faults_are_told_file_by_file_and_then_the_steps(fault):
    faults = [fault(), fault(line=9, severity=Severity.SARAN), fault(path="content/b.md")]

    assert (
        as_text(faults, Manner("https://a.id"))
        == """\
content/a.md (1 galat, 1 saran)
content/a.md:2:1 K101 Keliru. Betulkan.
content/a.md:9:1 K101 SARAN: Keliru. Betulkan.
    aturan: https://a.id/panduan/aturan/k101/

content/b.md (1 galat)
content/b.md:2:1 K101 Keliru. Betulkan.
    aturan: https://a.id/panduan/aturan/k101/

2 galat, 1 saran di 2 berkas.

Yang perlu dilakukan:
1. Perbaiki content/a.md, baris 2 (K101).
2. Perbaiki content/b.md, baris 2 (K101).
3. Simpan, lalu kirim lagi: make usul"""
    )


def test_nothing_found_is_one_line():
    assert as_text([]) == "Tidak ada yang perlu diperbaiki."
    assert as_text([], Manner(colour=True)) == "\033[32mTidak ada yang perlu diperbaiki.\033[0m"


def test_a_severity_has_its_colour_on_a_terminal(fault):
    faults = [fault(severity=severity) for severity in Severity]
    told = as_text(faults, Manner(colour=True))

    assert [f"\033[{number}mK101\033[0m" in told for number in (31, 33, 36)] == [True] * 3


def test_advice_alone_has_no_steps(fault):
    assert as_text([fault(severity=Severity.SARAN)]).endswith("\n\n1 saran di 1 berkas.")
