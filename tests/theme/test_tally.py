from tests.theme.conftest import words

FACTS = {
    "month": "November 2026",
    "covered": 19,
    "waiting": 5,
    "missed": 6,
    "waived": 3,
    "held": 33,
    "href": "/cakupan/",
}


def test_the_number_leads_to_the_ledger_and_names_the_rest(render):
    html = render("tally", **FACTS)

    assert 'href="/cakupan/"' in html
    assert words(html) == (
        "19 dari 33 kegiatan November 2026 sudah diberitakan "
        "6 belum diberitakan 5 menunggu berita 3 tidak diberitakan"
    )


def test_what_other_months_left_is_added(render):
    assert "6 belum diberitakan, bulan lain 3" in render("tally", backlog=9, **FACTS)


def test_a_clean_month_still_says_what_other_months_left(render):
    html = render("tally", backlog=2, **{**FACTS, "missed": 0})

    assert "2 dari bulan lain belum diberitakan" in html


def test_a_backlog_of_this_month_alone_is_not_said_twice(render):
    assert "bulan lain" not in render("tally", backlog=6, **FACTS)


def test_a_month_without_activities_is_said(render):
    empty = {**FACTS, "covered": 0, "waiting": 0, "missed": 0, "waived": 0, "held": 0}

    assert words(render("tally", **empty)) == (
        "Belum ada kegiatan yang berlangsung pada November 2026"
    )
