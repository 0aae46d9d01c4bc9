from plugins.model.moment import parse_moment
from tests.theme.conftest import ESCAPED, HOSTILE, make_card

DAY = parse_moment("2026-11-24").day


def test_a_post_that_still_has_a_pack_is_listed_with_it(render):
    html = render("packs", cards=(make_card(HOSTILE),), offered=DAY)

    assert 'href="/pers/distan/2026/11/panen.zip" download' in html
    assert ESCAPED in html


def test_a_post_whose_pack_is_gone_is_not(render):
    assert "<li" not in render("packs", cards=(make_card(),), offered=DAY + 1)


def test_five_are_listed_at_most(render):
    assert render("packs", cards=(make_card(),) * 9, offered=DAY).count("<li") == 5
