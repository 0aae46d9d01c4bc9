"""Annotations and the page of a job."""

from plugins.checks.closing import Answer, Kind
from plugins.checks.github import MOST, as_github, as_summary
from plugins.checks.report import PLAIN, Manner
from plugins.model.fault import Severity


def test_each_severity_has_its_level(fault):
    faults = [fault(severity=severity) for severity in Severity]
    told = as_github([*faults, fault(waived="Nama resmi acara ini")], Manner("https://a.id"))

    assert [row.split()[0] for row in told.splitlines()] == [
        "::error", "::warning", "::notice", "::notice", "1",
    ]  # fmt: skip
    assert told.splitlines()[0] == (
        "::error file=content/a.md,line=2,col=1,title=K101::"
        "Keliru. Betulkan. Aturan: https://a.id/panduan/aturan/k101/"
    )


def test_the_page_of_the_job_leads_to_the_rules_and_tells_the_steps(fault):
    assert (
        as_summary([fault()], Manner("https://a.id"))
        == """\
## Pemeriksaan

1 galat di 1 berkas.

### content/a\\.md (1 galat)

- baris 2: **[K101](https://a.id/panduan/aturan/k101/)** Keliru\\. Betulkan\\.

### Yang perlu dilakukan

1. Perbaiki content/a\\.md, baris 2 \\(K101\\)\\.
2. Simpan di usulan ini juga; pemeriksaan berjalan lagi dengan sendirinya\\.
"""
    )


def test_the_page_of_the_job_says_what_the_proposal_closes():
    answer = Answer(
        "content/a.md", Kind.COVERS, "dinkes/2026/11/24-a", "Berita ini meliput [a](b)."
    )

    assert as_summary([], PLAIN, [answer]).endswith(
        "\n\n### Agenda\n\n- content/a\\.md\\: Berita ini meliput \\[a\\]\\(b\\)\\.\n"
    )


def test_a_text_of_anyone_stays_text(fault):
    told = as_summary([fault(message="<img src=x> [a](//b) @org/tim `x` **y**\n# judul")])

    assert "<img" not in told
    assert "[a](" not in told
    assert "@org" not in told.replace("\\@org", "")
    assert "\n# judul" not in told


def test_a_long_page_is_cut(fault):
    told = as_summary([fault(line=number) for number in range(1, MOST + 4)])

    assert told.count("- baris ") == MOST
    assert "… dan 3 temuan lain." in told


def test_a_clean_job_says_so():
    assert as_summary([]) == "## Pemeriksaan\n\nTidak ada yang perlu diperbaiki.\n"
