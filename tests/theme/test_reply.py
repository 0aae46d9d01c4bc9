from plugins.model.moment import parse_moment
from plugins.model.post import Reply
from tests.theme.conftest import ESCAPED, HOSTILE


def test_an_answer_names_its_sender_and_day(render):
    html = render("reply", replies=(Reply(parse_moment("2026-11-25"), "Koperasi Uji", HOSTILE),))

    assert "Hak jawab Koperasi Uji" in html
    assert ESCAPED in html
    assert "25 November 2026" in html


def test_none_leave_nothing(render):
    assert render("reply", replies=()).strip() == ""
