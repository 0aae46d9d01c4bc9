"""The ledger of what nobody has reported yet."""

from plugins.agenda.ledger import LedgerPage, ledger_output
from plugins.model.coverage import Figures
from plugins.model.event import Publicity
from tests.model.makers import (
    AGENCIES,
    edition_of,
    make_agency,
    make_event,
    make_officer,
    make_post,
)


def ledger(*contents, **fields) -> LedgerPage:
    return ledger_output(edition_of(*contents, **fields)).values


def aged(lines) -> list[tuple[str, int]]:
    return [(missed.line.id.rsplit("/", 1)[1], missed.age) for missed in lines]


def test_the_ledger_sees_the_day():
    output = ledger_output(edition_of())

    assert (output.path, output.renderer, output.daily) == (
        "cakupan/index.html",
        "ledger.html",
        True,
    )
    assert (output.values.month, output.values.grace_days) == ("November 2026", 3)


def test_missed_activities_stand_oldest_first_with_their_age():
    events = [
        make_event("baru", "2026-11-20"),
        make_event("lama", "2026-09-01", last="2026-09-03"),
        make_event("tunggu", "2026-11-24"),
        make_event("nanti", "2026-11-26"),
    ]
    page = ledger(*events, now="2026-11-25 08:00")

    assert aged(page.missed) == [("01-lama", 83), ("20-baru", 5)]
    assert aged(page.waiting) == [("24-tunggu", 1)]


def test_covered_cancelled_and_waived_activities_are_not_missed():
    covered = make_event("a", "2026-11-01")
    events = [
        covered, make_event("b", "2026-11-01", status="batal"),
        make_event("c", "2026-11-01", waived="digabung"),
    ]  # fmt: skip
    page = ledger(*events, make_post(events=(covered.id,)))

    assert page.missed == ()
    assert page.total == Figures(covered=1, waived=1, called_off=1)


def test_missed_activities_that_are_not_public_are_a_count_and_nothing_else():
    secret = make_event("rahasia", "2026-11-01", title="RAHASIA", publicity=Publicity.TIDAK)
    page = ledger(secret, make_event("umum", "2026-11-01"))

    assert (page.hidden, aged(page.missed)) == (1, [("01-umum", 24)])
    assert "rahasia" not in repr(page).lower()


def test_every_agency_has_a_row_and_the_silent_ones_stand_last():
    page = ledger(make_event(agency="pkm-baebunta"))

    assert [(row.name, row.silent) for row in page.rows] == [
        ("Puskesmas", False),
        ("Bidang Humas", True),
        ("Dinas Kesehatan", True),
        ("Dinas Perhubungan", True),
        ("Kecamatan Masamba", True),
    ]


def test_an_activity_of_several_agencies_counts_in_each_row_and_once_in_total():
    page = ledger(make_event(partners=("kec-masamba",)))
    figures = {row.href: row.figures for row in page.rows}

    assert figures["/perangkat-daerah/dinkes/"] == Figures(waiting=1)
    assert figures["/perangkat-daerah/kec-masamba/"] == Figures(waiting=1)
    assert page.total == Figures(waiting=1)


def test_a_row_says_whether_an_officer_serves():
    agencies = [make_agency("dinkes", officers=(make_officer(),)), *AGENCIES[1:]]
    vacant = {row.href: row.vacant for row in ledger(agencies=agencies).rows}

    assert not vacant["/perangkat-daerah/dinkes/"]
    assert vacant["/perangkat-daerah/dishub/"]


def test_the_ledger_names_agencies_and_never_persons():
    officer = make_officer(name="Petugas Rahasia")
    page = ledger(
        make_event(), agencies=[make_agency("dinkes", officers=(officer,)), *AGENCIES[1:]]
    )

    assert "Petugas Rahasia" not in repr(page)
