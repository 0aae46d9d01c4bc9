"""One content tree, read at ten different moments."""

import pytest

from plugins.agenda.ledger import ledger_page
from plugins.model.event import EventState, Publicity
from plugins.model.history import History
from tests.model.makers import at, made_of, make_event, make_post

FAIR = make_event("pameran", "2026-11-10", last="2026-11-12", starts=480, ends=960)
MEETING = make_event("rapat", "2026-11-16", starts=540, ends=660, waived="rapat-internal")
VISIT = make_event(
    "kunjungan", "2026-11-18", starts=540, ends=720, publicity=Publicity.SETELAH_SELESAI
)
RACE = make_event("lomba", "2026-11-20", status="ditunda", reason="Hujan deras.")
SECRET = make_event("tertutup", "2026-11-13", publicity=Publicity.TIDAK)
EVENTS = (FAIR, MEETING, VISIT, RACE, SECRET)
POSTS = (
    make_post("ajakan", "2026-11-08", events=(FAIR.id,)),  # before it: announces
    make_post("pameran", "2026-11-17", events=(FAIR.id,)),
    make_post(  # written on the day, held back until the 24th
        "kunjungan", "2026-11-18", events=(VISIT.id,), publish_at=at("2026-11-24 07:00")
    ),
)
S = EventState
AHEAD, RUNNING, WAITING, MISSED = S.AKAN_DATANG, S.BERLANGSUNG, S.MENUNGGU, S.BELUM
COVERED, WAIVED = S.SUDAH, S.TIDAK

# moment; states of fair, meeting, visit, secret meeting; covered of held, without the waived;
# the fair's news is of the 17th, but a build before that day does not have it yet
TRAVEL = [
    ("2026-11-09 23:59", (AHEAD, AHEAD, AHEAD, AHEAD), "0 dari 0", "0 dari 0", [], 0),
    ("2026-11-10 08:00", (RUNNING, AHEAD, AHEAD, AHEAD), "0 dari 0", "0 dari 0", [], 0),
    ("2026-11-12 16:00", (WAITING, AHEAD, AHEAD, AHEAD), "0 dari 1", "0 dari 1", [], 0),
    ("2026-11-15 23:59", (WAITING, AHEAD, AHEAD, WAITING), "0 dari 2", "0 dari 2", [], 0),
    ("2026-11-16 00:00", (MISSED, AHEAD, AHEAD, WAITING), "0 dari 2", "0 dari 2", [4], 0),
    ("2026-11-16 11:00", (MISSED, WAIVED, AHEAD, WAITING), "0 dari 3", "0 dari 2", [4], 0),
    ("2026-11-17 00:00", (COVERED, WAIVED, AHEAD, MISSED), "1 dari 3", "1 dari 2", [], 1),
    ("2026-11-18 12:00", (COVERED, WAIVED, WAITING, MISSED), "1 dari 4", "1 dari 3", [], 1),
    ("2026-11-22 00:00", (COVERED, WAIVED, MISSED, MISSED), "1 dari 4", "1 dari 3", [4], 1),
    ("2026-11-24 07:00", (COVERED, WAIVED, COVERED, MISSED), "2 dari 4", "2 dari 3", [], 1),
]


def travelled(now: str):
    """The tree as it was pushed by then: no post is on main before its day."""
    known = [post for post in POSTS if post.date.minutes <= at(now).minutes]
    return made_of(*EVENTS, *known, now=now, history=History())


@pytest.mark.parametrize(("now", "states", "rate", "without", "ages", "hidden"), TRAVEL)
def test_states_and_rates_follow_the_clock_alone(now, states, rate, without, ages, hidden):
    made = travelled(now)
    found = {i: status.state for month in made.months for i, status in month.statuses.items()}
    page = ledger_page(made.edition)

    assert tuple(found[event.id] for event in (FAIR, MEETING, VISIT, SECRET)) == states
    assert found[RACE.id] is EventState.DITUNDA
    assert (page.total.rate.words, page.total.rate_without_waived.words) == (rate, without)
    assert [line.age for line in page.missed] == ages
    assert page.hidden == hidden


def test_a_month_later_its_figures_stay_and_the_new_month_begins_empty():
    page = ledger_page(travelled("2026-12-25 08:00").edition)

    assert (page.month.words, page.total.recorded) == ("Desember 2026", 0)
    assert page.trend[-2].figures.rate.words == "2 dari 4"
    assert page.trend[-2].delay == 6  # the fair after 5 days, the visit when it came out


@pytest.mark.parametrize(("now", "seen"), [("2026-11-18 11:59", False), ("2026-11-18 12:00", True)])
def test_a_visit_that_is_public_afterwards_stands_in_the_ledger_from_its_end(now, seen):
    page = ledger_page(travelled(now).edition)

    assert (VISIT.id in {line.line.id for line in page.waiting}) is seen
