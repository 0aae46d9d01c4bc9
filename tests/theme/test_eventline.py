from plugins.model.event import EventState
from tests.theme.conftest import ESCAPED, HOSTILE, words

FACTS = {
    "title": "Temu lapang",
    "href": "/agenda/distan/2026/11/24-temu/",
    "hours": "09.00 WITA",
    "place": "Balai",
    "agency": "Distan",
    "state": EventState.SUDAH,
}


def test_it_says_when_what_who_where_and_its_state(render):
    assert words(render("eventline", **FACTS)) == (
        "09.00 WITA Temu lapang Distan Balai Sudah diberitakan"
    )


def test_a_day_stands_before_the_hours(render):
    html = render("eventline", day="Selasa, 24 November 2026", **FACTS)

    assert "Selasa, 24 November 2026, 09.00 WITA" in html


def test_a_list_of_what_is_ahead_still_says_what_was_called_off(render):
    html = render("eventline", ahead=True, **{**FACTS, "state": EventState.BATAL})

    assert "Batal" in html


def test_without_hour_place_and_agency_only_the_rest_is_shown(render):
    html = render("eventline", **{**FACTS, "hours": "", "place": "", "agency": ""})

    assert words(html) == "Temu lapang Sudah diberitakan"


def test_hours_that_are_to_come_are_promised_while_it_is_ahead(render):
    ahead = {**FACTS, "hours": "", "state": EventState.AKAN_DATANG}

    assert words(render("eventline", **ahead)).startswith("Jam menyusul Temu lapang")
    assert "Selasa, jam menyusul" in render("eventline", day="Selasa", **ahead)
    assert "menyusul" not in render("eventline", **{**FACTS, "hours": ""})


def test_a_title_cannot_become_markup(render):
    assert ESCAPED in render("eventline", **{**FACTS, "title": HOSTILE})
