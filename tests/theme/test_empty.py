from tests.theme.conftest import ESCAPED, HOSTILE


def test_it_says_its_text(render):
    assert render("empty", text=HOSTILE).strip() == f'<p class="empty">{ESCAPED}</p>'
