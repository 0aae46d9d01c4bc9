"""Figures of whole months, for the ledger and the reports."""

from plugins.model.books import TREND_MONTHS, AgencyMonth, MonthFigures, PlaceFigures
from plugins.model.coverage import Figures
from plugins.model.history import History, Revision
from plugins.model.month import Month
from plugins.model.outline import Pieces
from tests.model.makers import (
    AGENCIES,
    at,
    made_of,
    make_agency,
    make_event,
    make_officer,
    make_post,
)

EVENT = make_event("rapat", "2026-10-20", district="masamba")
NEWS = make_post("rapat", "2026-10-22", events=(EVENT.id,), districts=("masamba",))
OTHER = make_post("lain", "2026-11-03", partners=("dishub",))
OCTOBER, NOVEMBER = Month(2026, 10), Month(2026, 11)
HISTORY = History({EVENT.id: Revision(3, 5)}, {"2026-10": (30, 60, 600)})


def made(*contents, **fields):
    return made_of(EVENT, NEWS, OTHER, *contents, history=HISTORY, **fields)


def test_a_trend_has_twelve_months_and_ends_with_the_present_one():
    trend = made().edition.trend

    assert len(trend) == TREND_MONTHS
    assert trend[0] == MonthFigures(Month(2025, 12), Figures(), 0, -1, -1)
    assert trend[-2:] == (
        MonthFigures(OCTOBER, Figures(covered=1), 1, 2, 60),
        MonthFigures(NOVEMBER, Figures(), 1, -1, -1),
    )


def test_each_agency_has_its_months_newest_first():
    months = made().edition.agency_months

    assert months["dinkes"] == (
        AgencyMonth(NOVEMBER, Figures(), Pieces(1, 0, at("2026-11-03").day), -1),
        AgencyMonth(OCTOBER, Figures(covered=1), Pieces(1, 1, at("2026-10-22").day), 2),
    )
    assert [m.month for m in months["dishub"]] == [NOVEMBER]


def test_a_month_knows_the_one_before_and_its_own_history():
    october, november = (month.books for month in made().months)

    assert november.before == october.total
    assert november.before_by_agency == october.by_agency
    assert (october.waits, november.waits) == ((30, 60, 600), ())
    assert (dict(october.revisions), dict(november.revisions)) == ({EVENT.id: Revision(3, 5)}, {})


def test_vacant_is_who_has_no_officer_at_the_end_of_the_month():
    until = make_officer(until=at("2026-10-31"))
    agencies = (make_agency("dinkes", officers=(until,)), *AGENCIES[1:])
    october, november = (month.books for month in made(agencies=agencies).months)

    assert "dinkes" not in october.vacant
    assert "dinkes" in november.vacant


def test_an_agency_counts_only_while_it_exists():
    gone = make_agency("lama", until=at("2026-10-15"))
    october, november = (month.books for month in made(agencies=(*AGENCIES, gone)).months)

    assert "lama" in october.active
    assert "lama" not in november.active


def test_places_are_compared_over_three_months():
    assert made(now="2026-12-31").edition.places == {
        "masamba": PlaceFigures(Figures(covered=1), 1, at("2026-10-22").day)
    }
    assert made(now="2027-01-01").edition.places == {
        "masamba": PlaceFigures(Figures(), 0, at("2026-10-22").day)
    }


def test_scheduled_is_who_has_an_activity_in_the_week_of_today():
    sunday = make_event("senam", "2026-11-29", agency="dishub")

    assert made(sunday, now="2026-11-23").edition.scheduled == {"dishub"}
    assert made(sunday, now="2026-11-30").edition.scheduled == frozenset()
