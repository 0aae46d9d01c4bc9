from plugins.model.moment import parse_moment
from plugins.model.post import Correction
from tests.theme.conftest import ESCAPED, HOSTILE


def test_each_correction_is_dated_and_escaped(render):
    html = render("correction", corrections=(Correction(parse_moment("2026-05-08"), HOSTILE),))

    assert 'Ralat, <time datetime="2026-05-08">8 Mei 2026</time>.' in html
    assert ESCAPED in html


def test_none_leave_no_box(render):
    assert render("correction", corrections=()).strip() == ""
