from plugins.model.card import Link
from tests.theme.conftest import words

OLDER, NEWER = Link("Oktober 2026", "/agenda/2026/10/"), Link("Januari 2027", "/agenda/2027/01/")


def test_the_months_before_and_after_are_links(render):
    html = render("monthnav", base="/lutra", older=OLDER, newer=NEWER)

    assert words(html) == "← Oktober 2026 Januari 2027 →"
    assert 'href="/lutra/agenda/2026/10/" rel="prev"' in html


def test_a_month_alone_shows_nothing(render):
    assert render("monthnav", older=None, newer=None).strip() == ""
    assert words(render("monthnav", older=None, newer=NEWER)) == "Januari 2027 →"
