from msgspec.structs import replace

from tests.theme.conftest import words


def test_caption_and_credit_stand_below_the_photo(render, picture):
    assert words(render("figure", picture=picture)) == "Anak di sawah Foto uji"


def test_without_a_credit_no_empty_line_is_left(render, picture):
    assert "figure__credit" not in render("figure", picture=replace(picture, credit=""))


def test_the_first_photo_is_fetched_at_once(render, picture):
    html = render("figure", picture=picture, first=True)

    assert 'fetchpriority="high"' in html
    assert "lazy" not in html
