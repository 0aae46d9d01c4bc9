"""Words of a chat as Markdown: what is certain is changed, and nothing else."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.intake.chatmarks import as_markdown
from plugins.model.prompts import PROMPTS
from plugins.reading.body import render


@pytest.mark.parametrize(
    ("said", "written"),
    [
        ("*Bupati* hadir", "**Bupati** hadir"),
        ("_in situ_ dan ~salah~ benar", "_in situ_ dan salah benar"),
        ("2*3*4 dan * bintang * dan **tebal**", "2*3*4 dan * bintang * dan **tebal**"),
        ("Diteruskan berkali-kali\nIsi", "Isi"),
        ("*Forwarded*\nIsi", "Isi"),
        ("Pukul\u00a009.00\u2009WITA \n\n\n\nIsi\u200b", "Pukul 09.00 WITA\n\nIsi"),
        ("• satu\n▪ dua", "- satu\n- dua"),
        ("Kalimat satu.\nKalimat dua.", "Kalimat satu.\n\nKalimat dua."),
        ("#posyandu #sehat", "\\#posyandu #sehat"),
        ("[klik](javascript:x) ![](a.jpg)", "\\[klik](javascript:x) \\[](a.jpg)"),
        ("https://contoh.id/a_b_c*d*e", "https://contoh.id/a_b_c*d*e"),
        ("Isi\n---\nkunci: nilai", "Isi\n\\---\nkunci: nilai"),
    ],
)
def test_marks_become_markdown(said, written):
    assert as_markdown(said) == (written, [])


def test_numbers_of_persons_are_cut_before_anything_is_kept():
    text, notes = as_markdown("Hubungi (CP: 0812-3456-7801) segera\nNIK 7322034506900001")

    assert text == "Hubungi segera"
    assert notes == [
        "nomor pribadi “0812******01” dihapus dari naskah",
        "nomor pribadi “7322**********01” dihapus dari naskah",
    ]


def test_questions_of_ours_stay_as_they_are_for_the_gate_to_find():
    text = "\n\n".join(PROMPTS)

    assert as_markdown(text)[0] == text


@given(st.text(alphabet="*_~`#[]()!<>- \nab1.\u200e\u00a0", max_size=60))
def test_whatever_was_said_renders_without_an_error_and_without_links_or_photos(said):
    rendered = render(as_markdown(said)[0])

    assert "<a " not in "".join(getattr(block, "html", "") for block in rendered.body)
    assert "\u200e" not in as_markdown(said)[0]
