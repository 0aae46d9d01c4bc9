from plugins.model.card import Link
from tests.theme.conftest import ESCAPED, HOSTILE


def test_links_stand_under_their_label(render):
    html = render("topics", label="Topik", links=(Link(HOSTILE, "/tag/panen/"),))

    assert '<h2 class="topics__label">Topik</h2>' in html
    assert f'href="/tag/panen/">{ESCAPED}</a>' in html


def test_none_leave_no_label(render):
    assert render("topics", label="Topik", links=()).strip() == ""
