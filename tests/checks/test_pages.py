"""The pages of the rules as outputs."""

from plugins.checks.pages import GuidePage, RulePage, RulesPage, month_outputs, outputs
from plugins.checks.rulebook import rules
from tests.model.makers import edition_of, made_of, make_post

OUTPUTS = {output.path: output for output in outputs(edition_of())}


def page_of(code: str) -> RulePage:
    page = OUTPUTS[f"panduan/aturan/{code}/index.html"].values
    assert isinstance(page, RulePage)
    return page


def test_every_rule_has_a_page():
    codes = [rule.code.lower() for rule in rules()]

    assert list(OUTPUTS) == [
        "panduan/index.html",
        "panduan/aturan/index.html",
        *(f"panduan/aturan/{code}/index.html" for code in codes),
    ]


def test_a_page_says_why_and_shows_wrong_and_right():
    page = page_of("k101")

    assert (page.line.code, page.line.severity) == ("K101", "GALAT")
    assert page.line.title == "Kunci kepala berkas tidak dikenal"
    assert page.meaning == "menghalangi penerbitan"
    assert page.why.startswith("Kunci yang salah ketik tidak dibaca, sehingga isinya hilang")
    assert (page.wrong, page.right) == (("tangal: 2026-11-24",), ("tanggal: 2026-11-24",))
    assert page.subject.href == "/panduan/aturan/#aturan-k"


def test_an_example_keeps_its_lines_and_their_indent():
    assert page_of("a701").right == ("status: batal", "alasan: Narasumber berhalangan hadir")
    assert page_of("k104").right[1:] == (
        "  - berkas: posyandu.jpg",
        "    alt: Kader menimbang seorang balita",
    )


def test_a_page_says_who_may_let_it_pass():
    assert page_of("k101").waiving == "Tidak dapat dilewatkan."
    assert page_of("b906").waiving == "Dapat dilewatkan dengan alasan pada “abaikan”."
    assert page_of("d901").waiving.startswith("Hanya redaktur")


def test_the_list_holds_every_rule_once_below_its_subject():
    page = OUTPUTS["panduan/aturan/index.html"].values
    assert isinstance(page, RulesPage)

    assert [line.code for group in page.groups for line in group.lines] == [r.code for r in rules()]
    assert page.groups[0].title == "Agenda"
    assert len({group.anchor for group in page.groups}) == len(page.groups)


def test_the_guide_leads_to_every_subject():
    guide = OUTPUTS["panduan/index.html"].values
    rules_page = OUTPUTS["panduan/aturan/index.html"].values
    assert isinstance(guide, GuidePage)

    assert [link.href for link in guide.subjects] == [
        f"/panduan/aturan/#{group.anchor}" for group in rules_page.groups
    ]


def test_the_finding_it_teaches_with_is_one_the_gate_would_tell(faults_of, text):
    guide = OUTPUTS["panduan/index.html"].values
    told = faults_of(
        "post", text("post", "rubrik: kesehatan\n", "rubrik: kesehatan\nringkasn: X\n")
    )

    assert guide.sample[0].split(":", 1)[1] == told[0]


def test_no_post_changes_them():
    edition = made_of(make_post("satu"), make_post("dua"))

    assert {o.path: o for o in outputs(edition_of())} == OUTPUTS
    assert [list(month_outputs(month)) for month in edition.months] == [[]]
