"""Slips of spelling that have one right form."""

import pytest
from hypothesis import given

from plugins.intake.slips import mended, straightened
from plugins.reading.typography import typeset, typeset_text
from tests.reading.texts import texts


@pytest.mark.parametrize(
    ("written", "right"),
    [
        ("Biaya Rp. 10.000,- per orang", "Biaya Rp10.000 per orang"),
        ("Biaya Rp 10.000.", "Biaya Rp10.000."),
        ("Biaya Rp.10.000,-.", "Biaya Rp10.000."),
        ("Bantuan Rp 1,5 miliar", "Bantuan Rp1,5 miliar"),
        ("Rp 2.500,50 dan Rp\xa0500", "Rp2.500,50 dan Rp500"),
        ("kupon Rp 10.000-an, Rp 10.000,-an", "kupon Rp10.000-an, Rp10.000,-an"),
        ("hari Jum'at, Jum’at, jum`at, JUM'AT", "hari Jumat, Jumat, jumat, JUMAT"),
        ("salat Jum'at-nya", "salat Jumat-nya"),
    ],
)
def test_slips_are_mended(written, right):
    assert mended(written) == right


@pytest.mark.parametrize(
    "text",
    [
        "Rp10.000",
        "Bu Rp. dan Pak Amin",
        "`Rp. 10.000,-` dan ```\nJum'at\n```",
        "https://contoh.id/Rp. dan www.contoh.id/Jum'at",
        "[harga](https://contoh.id/Rp 10.000)",
        "![](Jum'at)",
        "a@b.id Qur'an 'Jum' at",
    ],
)
def test_what_is_no_slip_stays(text):
    assert mended(text) == text


def test_curly_marks_that_pair_become_straight():
    text = "“Lancar,” kata ‘Bu Camat’ di pasar."

    assert straightened(text, typeset_text) == "\"Lancar,\" kata 'Bu Camat' di pasar."


@pytest.mark.parametrize(
    "text",
    [
        "“Lancar, kata Camat.",
        "Lancar,” kata Camat.",
        "Qur’an dan Jum’at",
        '“Kata "dalam" kata”',
        "`“kode”`",
        "[a](/“b”)",
        "sebelum“sesudah”",  # a straight mark would close here
    ],
)
def test_curly_marks_that_do_not_pair_stay(text):
    assert straightened(text, typeset_text) == text


@given(texts)
def test_mending_twice_changes_nothing(text):
    assert mended(mended(text)) == mended(text)


@given(texts)
def test_straight_marks_look_like_the_curly_ones_did(text):
    assert typeset(straightened(text, typeset)) == typeset(text)
