from plugins.agenda.ledger import MissedLine
from tests.theme.conftest import ESCAPED, HOSTILE, make_line, words


def test_each_says_its_age_title_agency_day_and_place(render):
    assert words(render("missed", lines=(MissedLine(make_line(), 33),))) == (
        "33 hari Temu lapang Distan Selasa, 24 November 2026, Balai penyuluhan "
        "Tulis beritanya : Temu lapang"
    )


def test_each_leads_to_where_its_news_is_written(render):
    html = render("missed", base="/lutra", lines=(MissedLine(make_line(), 33),))

    assert 'href="/lutra/tulis/?kegiatan=distan/2026/11/24-temu"' in html


def test_one_that_ended_today_has_no_age_yet(render):
    assert "Hari ini" in render("missed", lines=(MissedLine(make_line(), 0),), late=False)


def test_only_what_is_late_is_marked_as_late(render):
    lines = (MissedLine(make_line(), 2),)

    assert "missed__age--late" in render("missed", lines=lines)
    assert "missed__age--late" not in render("missed", lines=lines, late=False)


def test_a_title_cannot_become_markup(render):
    assert ESCAPED in render("missed", lines=(MissedLine(make_line(title=HOSTILE), 9),))
