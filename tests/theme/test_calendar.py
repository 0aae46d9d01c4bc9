from plugins.agenda.calendar import CalendarDay, CalendarItem
from plugins.model.event import EventState
from plugins.model.moment import parse_moment
from tests.theme.conftest import ESCAPED, HOSTILE, make_line, words

DAY = parse_moment("2026-11-24")
ITEM = CalendarItem(make_line(EventState.SUDAH), False, "")
OUT = CalendarDay(None, 0, ())


def shown(render, *items: CalendarItem, **fields: int) -> str:
    weeks = ((OUT, CalendarDay(DAY, 24, items)),)
    return render("calendar", title="November 2026", weeks=weeks, **fields)


def test_a_day_says_its_date_in_full_and_what_begins_on_it(render):
    told = words(shown(render, ITEM))

    assert told.startswith("Kegiatan November 2026 menurut hari Senin Selasa Rabu")
    assert told.endswith(
        "Selasa, 24 November 2026 09.00–12.00 WITA Temu lapang Distan, Balai penyuluhan"
        " Sudah diberitakan"
    )


def test_what_goes_on_says_so_and_phones_do_not_repeat_it(render):
    html = shown(render, CalendarItem(make_line(), True, ""))

    assert "calendar__item--again" in html
    assert "calendar__day--free" in html
    assert words(html).endswith("Temu lapang lanjutan")


def test_the_last_day_stands_beside_the_hours(render):
    assert "WITA, sampai 26 Nov<" in shown(
        render, CalendarItem(make_line(), False, "sampai 26 Nov")
    )


def test_many_on_a_day_are_folded_away(render):
    html = shown(render, *[ITEM] * 5, most=3)

    assert "2 kegiatan lain" in html.partition("<details")[2]
    assert html.partition("<details")[0].count("Temu lapang") == 3
    assert "<details" not in shown(render, *[ITEM] * 3, most=3)


def test_a_title_cannot_become_markup(render):
    assert ESCAPED in shown(render, CalendarItem(make_line(title=HOSTILE), False, ""))
