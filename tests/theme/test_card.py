from plugins.model.moment import parse_moment
from tests.theme.conftest import ESCAPED, HOSTILE

FACTS = {
    "title": "Panen raya",
    "href": "/berita/distan/2026/11/panen/",
    "date": parse_moment("2026-11-24 09:30"),
    "category": "Pertanian",
}


def test_a_title_cannot_become_markup(render):
    assert ESCAPED in render("card", **{**FACTS, "title": HOSTILE})


def test_the_link_takes_the_base_prefix(render):
    html = render("card", base="/lutra", **FACTS)

    assert 'href="/lutra/berita/distan/2026/11/panen/"' in html


def test_without_a_photo_there_is_no_empty_frame(render):
    assert "card__photo" not in render("card", **FACTS)


def test_a_photo_is_lazy(render, picture):
    html = render("card", picture=picture, **FACTS)

    assert 'loading="lazy"' in html
    assert "fetchpriority" not in html


def test_a_tile_without_a_photo_speaks_louder_and_says_more(render, picture):
    alone = render("card", tile=True, summary="Ringkasan.", **FACTS)
    pictured = render("card", tile=True, summary="Ringkasan.", picture=picture, **FACTS)

    assert "card__title--alone" in alone
    assert "Ringkasan." in alone
    assert "Ringkasan." not in pictured


def test_a_correction_is_said(render):
    assert "Ada ralat" in render("card", corrected=True, **FACTS)


def test_the_level_of_the_heading_follows_the_page(render):
    assert '<h2 class="card__title">' in render("card", level=2, **FACTS)
