from tests.theme.conftest import ESCAPED, HOSTILE, words

FACTS = {
    "title": "Imunisasi",
    "href": "/agenda/dinkes/2026/11/24-imunisasi/",
    "days": "Selasa, 24 November 2026",
    "hours": "09.00 WITA",
    "place": "Puskesmas",
}


def test_it_says_what_when_and_where(render):
    assert words(render("covered", **FACTS)) == (
        "Kegiatan yang diliput Imunisasi Selasa, 24 November 2026, 09.00 WITA Puskesmas"
    )


def test_an_announcement_is_not_called_coverage(render):
    assert "Kegiatan yang diumumkan" in render("covered", announced=True, **FACTS)


def test_without_hour_or_place_no_comma_dangles(render):
    html = render("covered", **{**FACTS, "hours": "", "place": ""})

    assert "<p>Selasa, 24 November 2026</p>" in html


def test_a_title_cannot_become_markup(render):
    assert ESCAPED in render("covered", **{**FACTS, "title": HOSTILE})
