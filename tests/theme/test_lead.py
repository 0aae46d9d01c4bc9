from plugins.model.moment import parse_moment
from tests.theme.conftest import ESCAPED, HOSTILE

FACTS = {
    "title": "Panen raya",
    "href": "/berita/distan/2026/11/panen/",
    "date": parse_moment("2026-11-24"),
    "category": "Pertanian",
    "agency": "Distan",
}


def test_its_photo_is_the_one_fetched_first(render, picture):
    assert 'fetchpriority="high"' in render("lead", picture=picture, **FACTS)


def test_without_a_photo_the_words_grow(render):
    html = render("lead", **FACTS)

    assert 'class="lead lead--plain"' in html
    assert "lead__photo" not in html


def test_a_long_title_is_set_smaller(render):
    assert "lead__title--long" not in render("lead", **FACTS)
    assert "lead__title--long" in render("lead", **{**FACTS, "title": "a" * 120})


def test_a_title_cannot_become_markup(render):
    assert ESCAPED in render("lead", **{**FACTS, "title": HOSTILE})


def test_a_correction_is_said(render):
    assert "Ada ralat" in render("lead", corrected=True, **FACTS)
