from plugins.model.card import Link
from tests.theme.conftest import ESCAPED, HOSTILE


def test_every_name_is_a_link(render):
    html = render("links", base="/lutra", links=(Link(HOSTILE, "/rubrik/uji/"),))

    assert f'href="/lutra/rubrik/uji/">{ESCAPED}</a>' in html
