from msgspec.structs import replace

from plugins.news.article import PlacedPicture
from tests.theme.conftest import words


def test_photos_stand_in_their_order_each_with_its_words_and_its_number(render, picture):
    other = replace(picture, caption="Petani menanam", credit="")
    html = render(
        "gallery", photos=[PlacedPicture("a.jpg", picture), PlacedPicture("b.jpg", other)]
    )

    assert words(html) == "1 dari 2 Anak di sawah Foto uji 2 dari 2 Petani menanam"
    assert html.count("<figure") == html.count("</figure>") == 2
    assert html.count('loading="lazy"') == 2


def test_it_is_a_named_region_that_the_keyboard_reaches(render, picture):
    html = render("gallery", photos=[PlacedPicture("a.jpg", picture)] * 3)

    assert '<div class="gallery" role="region" aria-label="Galeri, 3 foto" tabindex="0">' in html
