from plugins.model.books import MonthFigures
from plugins.model.coverage import Figures
from plugins.model.month import Month
from tests.theme.conftest import words

MONTHS = (
    MonthFigures(Month(2026, 10), Figures(covered=6, missed=2), posts=9, delay=1, turnaround=30),
    MonthFigures(Month(2026, 11), Figures(covered=1, waiting=2), posts=2, delay=-1, turnaround=-1),
)


def test_columns_share_one_scale_and_stand_on_one_line(render):
    html = render("trend", months=MONTHS)

    assert 'viewBox="0 0 20 8"' in html
    assert '<rect class="trend__held" x="2" y="0" width="6" height="8"/>' in html
    assert '<rect class="trend__covered" x="2" y="2" width="6" height="6"/>' in html
    assert '<rect class="trend__covered" x="12" y="7" width="6" height="1"/>' in html


def test_the_table_says_what_the_columns_show(render):
    table = words(render("trend", months=MONTHS).split("<tbody>")[1].replace("><", "> <"))

    assert table == "Okt 2026 6 dari 8 (75%) 9 1 Nov 2026 1 dari 3 2 –"


def test_the_chart_is_hidden_from_those_who_hear_the_table(render):
    chart = render("trend", months=MONTHS).split("<table")[0]

    assert '<div aria-hidden="true">' in chart


def test_months_without_activities_have_no_chart(render):
    empty = (MonthFigures(Month(2026, 11), Figures(), posts=0, delay=-1, turnaround=-1),)

    assert "<svg" not in render("trend", months=empty)
