"""The ledger of what nobody has reported yet."""

from plugins.agenda.ledger import AgencyRow, LedgerPage, Turnaround, ledger_page
from plugins.model.card import Link
from plugins.model.coverage import Figures
from plugins.model.event import Publicity
from plugins.model.history import History
from tests.model.makers import (
    AGENCIES,
    at,
    edition_of,
    make_agency,
    make_event,
    make_officer,
    make_post,
)


def ledger(*contents, **fields) -> LedgerPage:
    return ledger_page(edition_of(*contents, **fields))


def row(slug: str, *contents, **fields) -> AgencyRow:
    return next(row for row in ledger(*contents, **fields).rows if row.slug == slug)


def aged(lines) -> list[tuple[str, int]]:
    return [(missed.line.id.rsplit("/", 1)[1], missed.age) for missed in lines]


def test_the_ledger_is_of_the_present_month():
    page = ledger()

    assert (page.month.words, page.today, page.grace_days) == ("November 2026", at("2026-11-25"), 3)


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
    event = make_event(partners=("kec-masamba",))

    assert row("dinkes", event).figures == Figures(waiting=1)
    assert row("kec-masamba", event).figures == Figures(waiting=1)
    assert ledger(event).total == Figures(waiting=1)
    assert ledger(event).waiting[0].agencies == ("dinkes", "kec-masamba")


def test_a_row_says_whether_an_officer_serves():
    agencies = [make_agency("dinkes", officers=(make_officer(),)), *AGENCIES[1:]]

    assert not row("dinkes", agencies=agencies).vacant
    assert row("dishub", agencies=agencies).vacant


def test_an_agency_that_is_gone_has_a_row_while_it_owes_something():
    gone = make_agency("lama", until=at("2026-10-31"))
    event = make_event(day="2026-11-01", agency="lama")

    assert "lama" not in {row.slug for row in ledger(agencies=(*AGENCIES, gone)).rows}
    assert row("lama", event, agencies=(*AGENCIES, gone)).figures.missed == 1


def test_posts_without_an_activity_are_the_unplanned_ones():
    event = make_event()
    posts = [make_post("a", events=(event.id,)), make_post("b"), make_post("c", agency="dishub")]
    found = row("dinkes", event, *posts)

    assert (found.posts, found.unplanned) == (2, 1)


def test_delay_is_the_middle_one_and_unknown_without_news():
    events = [make_event(f"e{n}", "2026-11-02") for n in range(3)]
    days = ("2026-11-02", "2026-11-04", "2026-11-12")
    posts = [
        make_post(f"p{n}", day, events=(event.id,))
        for n, (day, event) in enumerate(zip(days, events, strict=True))
    ]

    assert row("dinkes", *events, *posts).delay == 2
    assert row("dinkes", *events).delay == -1


def test_days_since_the_last_post_count_over_the_months_and_are_unknown_without_one():
    post = make_post(date="2026-09-26", partners=("dishub",))

    assert row("dinkes", post).since_last == row("dishub", post).since_last == 60
    assert row("kec-masamba", post).since_last == -1


def test_an_agenda_may_be_empty_this_week_or_this_month():
    event = make_event(day="2026-11-18")

    assert (row("dinkes", event).silent, row("dinkes", event).idle) == (False, True)
    week = row("dinkes", make_event(day="2026-11-29"))
    assert (week.silent, week.idle) == (False, False)
    assert (row("dishub", event).silent, row("dishub", event).idle) == (True, True)


def test_half_of_the_proposals_waited_no_longer_than_the_median():
    history = History({}, {"2026-11": (30, 61, 600), "2026-10": (1,)})

    assert ledger(history=history).turnaround == Turnaround(3, 61)
    assert ledger(history=history).turnaround.words == "2 jam"
    assert ledger().turnaround == Turnaround(0, -1)


def test_every_month_that_has_anything_has_a_report():
    hidden = make_event(day="2026-10-01", publicity=Publicity.TIDAK)

    assert ledger(make_post(), hidden).reports == (
        Link("November 2026", "/cakupan/2026/11/"), Link("Oktober 2026", "/cakupan/2026/10/"),
    )  # fmt: skip


def test_the_ledger_names_agencies_and_never_persons():
    officer = make_officer(name="Petugas Rahasia")
    page = ledger(
        make_event(), agencies=[make_agency("dinkes", officers=(officer,)), *AGENCIES[1:]]
    )

    assert "Petugas Rahasia" not in repr(page)
