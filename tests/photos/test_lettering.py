"""Text that is made to fit by measuring it."""

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from plugins.photos.card import AGENCY, DATE, FIELD, LABEL, MIDDLE, TITLE
from plugins.photos.lettering import Step, drawable, fitted, length

WIDTH = 1072  # pixels between the margins of a card
LONG = (
    "Pemerintah Kabupaten Luwu Utara menyerahkan tiga ribu bibit kakao sambung pucuk kepada "
    "dua puluh kelompok tani di Kecamatan Baebunta Selatan"
)
EVERY = (
    (WIDTH, TITLE), (WIDTH, AGENCY), (WIDTH, DATE), (MIDDLE, LABEL), (MIDDLE, FIELD),
)  # fmt: skip
titles = st.lists(st.text("abciMW-é–“漢😀", min_size=1, max_size=30), min_size=1, max_size=40)


@given(titles.map(" ".join), st.sampled_from(EVERY))
@example(LONG, (WIDTH, TITLE))
@example("W" * 300, (WIDTH, TITLE))
@example("😀", (MIDDLE, FIELD))
@settings(max_examples=60, deadline=None, derandomize=True)
def test_any_text_stays_inside_its_box(text, box):
    width, steps = box
    setting = fitted(text, width, 700, steps)

    assert setting.width <= width
    assert len(setting.lines) <= next(
        step.lines for step in reversed(steps) if step.size == setting.face.size
    )


@given(titles.map(" ".join), st.sampled_from(EVERY))
@settings(max_examples=40, deadline=None, derandomize=True)
def test_letters_are_only_left_off_at_the_end_and_with_a_sign_of_it(text, box):
    width, steps = box
    whole = "".join(drawable(text).split())
    shown = "".join("".join(fitted(text, width, 700, steps).lines).split())

    assert shown == whole or (shown[-1:] == "…" and whole.startswith(shown[:-1]))


def test_a_short_title_is_large_and_a_long_one_takes_more_lines():
    short, long = fitted("Panen raya", WIDTH, 700, TITLE), fitted(LONG, WIDTH, 700, TITLE)

    assert (short.face.size, short.lines) == (68, ("Panen raya",))
    assert (long.face.size, len(long.lines)) == (40, 3)
    assert " ".join(long.lines) == LONG


def test_a_word_is_made_smaller_before_it_is_broken():
    assert fitted("Bappelitbangda", MIDDLE, 700, FIELD).lines == ("Bappelitbangda",)


def test_lines_are_of_nearly_the_same_length():
    lines = fitted("Rambu baru dipasang di tiga sekolah dasar", 800, 700, [Step(56, 2)]).lines

    assert lines == ("Rambu baru dipasang", "di tiga sekolah dasar")


def test_what_does_not_fit_ends_with_dots():
    (line,) = fitted("Kabar panen raya, dan lainnya", 300, 700, [Step(60, 1)]).lines

    assert line == "Kabar …"


@pytest.mark.parametrize(
    ("text", "drawn"),
    [
        ("Rapat “besar” – 2026", "Rapat “besar” – 2026"),
        ("Wisata Sa’dan é", "Wisata Sa’dan é"),
        ("Posyandu 😀 Melati 漢", "Posyandu  Melati "),
        ("naskah ṭani ﬁ", "naskah tani fi"),
    ],
)
def test_what_the_typeface_lacks_is_not_drawn_as_boxes(text, drawn):
    assert drawable(text) == drawn


def test_bold_is_wider_than_regular():
    (face,) = {fitted("Panen", WIDTH, 700, [Step(60, 1)]).face}

    assert length("Panen", face) > length("Panen", face._replace(weight=400))
