from plugins.model.event import EventState
from plugins.model.moment import parse_moment
from tests.theme.conftest import make_line, words

DATE = parse_moment("2026-11-24")


def test_the_day_stands_once_above_its_activities(render):
    html = render("day", date=DATE, lines=(make_line(), make_line()))

    assert words(html).startswith("Selasa, 24 November 2026 09.00–12.00 WITA Temu lapang")
    assert html.count("24 November 2026") == 1
    assert "<h4" in html


def test_what_the_list_says_already_is_not_repeated(render):
    lines = (make_line(EventState.AKAN_DATANG),)

    assert "Akan datang" in render("day", date=DATE, lines=lines)
    assert "Akan datang" not in render("day", date=DATE, lines=lines, ahead=True)
