from tests.theme.conftest import ESCAPED, HOSTILE


def test_the_title_is_the_h1_and_escaped(render):
    assert f'<h1 class="pagehead__title">{ESCAPED}</h1>' in render("pagehead", title=HOSTILE)


def test_a_long_title_is_set_smaller(render):
    assert "pagehead__title--long" in render("pagehead", title="a" * 120)


def test_the_kicker_is_a_link_only_where_it_leads_somewhere(render):
    assert '<p class="pagehead__kicker">Dinas</p>' in render("pagehead", title="x", kicker="Dinas")
    assert 'href="/rubrik/a/"' in render("pagehead", title="x", kicker="A", href="/rubrik/a/")


def test_nothing_but_the_title_is_needed(render):
    assert "<p" not in render("pagehead", title="x")
