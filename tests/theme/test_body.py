from plugins.model.body import BodyRef
from plugins.news.article import PlacedPicture

TEXT = BodyRef(b"teks")


def test_sanitised_html_is_printed_as_it_is(render):
    assert "<p>Awal <strong>teks</strong>.</p>" in render("body", body=TEXT)


def test_a_table_may_scroll_and_be_reached_by_keyboard(render):
    html = render("body", body=TEXT)

    assert '<div class="body__table" role="region" aria-label="Tabel" tabindex="0"><table>' in html


def test_a_photo_stands_where_the_text_places_it(render, picture):
    photos = (PlacedPicture("utama.jpg", picture), PlacedPicture("sawah.jpg", picture))
    html = render("body", body=TEXT, photos=photos)

    assert html.index("Awal") < html.index("<figure") < html.index("<table>")
    assert html.count("<figure") == 1


def test_the_lead_photo_is_not_repeated(render, picture):
    assert "<figure" not in render("body", body=TEXT, photos=(PlacedPicture("sawah.jpg", picture),))


def test_a_photo_that_the_text_does_not_place_stands_after_it(render, picture):
    photos = (PlacedPicture("utama.jpg", picture), PlacedPicture("lain.jpg", picture))
    html = render("body", body=TEXT, photos=photos)

    assert html.index("<table>") < html.index("<figure")


def test_several_photos_that_the_text_does_not_place_are_one_gallery(render, picture):
    names = ("utama.jpg", "sawah.jpg", "lain.jpg", "lagi.jpg")
    html = render("body", body=TEXT, photos=tuple(PlacedPicture(n, picture) for n in names))

    assert html.count('class="gallery"') == 1
    assert html.count('class="gallery__item"') == 2
    assert html.count('class="figure"') == 1


def test_an_empty_text_leaves_no_box(render):
    assert render("body", body=BodyRef()).strip() == ""
