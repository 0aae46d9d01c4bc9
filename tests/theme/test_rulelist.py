from plugins.checks.pages import RuleLine
from tests.theme.conftest import ESCAPED, HOSTILE, words


def line(severity: str) -> RuleLine:
    return RuleLine("K101", "/panduan/aturan/k101/", HOSTILE, severity).sealed()


def test_a_rule_is_a_link_with_its_code_and_weight(render):
    html = render("rulelist", base="/lutra", lines=(line("GALAT"),))

    assert f'href="/lutra/panduan/aturan/k101/">{ESCAPED}</a>' in html
    assert words(html).startswith("K101 ")
    assert words(html).endswith(" Galat")


def test_what_blocks_stands_out(render):
    assert "rulelist__severity--blocks" in render("rulelist", lines=(line("GALAT"),))
    assert "rulelist__severity--blocks" not in render("rulelist", lines=(line("SARAN"),))
