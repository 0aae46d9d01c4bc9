"""Activities that recur: their days, their ids, and files that take the place of one time."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.model.event import Interval, Repeat
from plugins.model.recurrence import (
    LONGEST_DAYS,
    MOST_TIMES,
    SAFE_DAY,
    Occasions,
    later_days,
    occurrences,
)
from tests.model.makers import at, make_event


def recurring(day: str, every: Interval, until: str, **fields):
    return make_event("posyandu", day, repeat=Repeat(every, at(until)), **fields)


def days_of(day: str, every: Interval, until: str) -> list[str]:
    found = later_days(recurring(day, every, until))
    return [date.fromordinal(number).isoformat() for number in found]


@pytest.mark.parametrize(
    ("every", "until", "days"),
    [
        (Interval.HARI, "2026-11-27", ["2026-11-25", "2026-11-26", "2026-11-27"]),
        (Interval.HARI_KERJA, "2026-11-30",
         ["2026-11-25", "2026-11-26", "2026-11-27", "2026-11-30"]),
        (Interval.PEKAN, "2026-12-08", ["2026-12-01", "2026-12-08"]),
        (Interval.DUA_PEKAN, "2026-12-31", ["2026-12-08", "2026-12-22"]),
        (Interval.BULAN, "2027-02-28", ["2026-12-24", "2027-01-24", "2027-02-24"]),
        # the fourth Tuesday
        (Interval.BULAN_SEHARI, "2027-02-28", ["2026-12-22", "2027-01-26", "2027-02-23"]),
        (Interval.PEKAN, "2026-11-24", []),
    ],
)  # fmt: skip
def test_each_interval_has_its_days(every, until, days):
    assert days_of("2026-11-24", every, until) == days


def test_a_fifth_weekday_recurs_only_in_months_that_have_one():
    assert days_of("2026-12-29", Interval.BULAN_SEHARI, "2027-06-30") == [
        "2027-03-30", "2027-06-29",
    ]  # fmt: skip


def test_an_activity_without_a_rule_recurs_never():
    assert list(occurrences(make_event())) == []


def test_a_later_time_has_an_id_of_its_own_and_nothing_typed_about_the_first():
    first = recurring(
        "2026-11-24", Interval.PEKAN, "2026-12-01", status="batal", reason="Hujan",
        waived="digabung", starts=480,
    )  # fmt: skip
    (later,) = occurrences(first)

    assert (later.id, later.series) == ("dinkes/2026/12/01-posyandu", "dinkes/2026/11/24-posyandu")
    assert (later.first, later.last, later.starts) == (at("2026-12-01"), at("2026-12-01"), 480)
    assert (later.status, later.reason, later.waived, later.repeat) == ("", "", "", None)
    assert later.digest == later.sealed().digest != first.digest


def test_occasions_are_found_by_month():
    weekly = recurring("2026-11-24", Interval.PEKAN, "2026-12-08")
    occasions = Occasions([weekly])

    assert occasions.months == {"2026-12"}
    assert list(occasions.of("2026-12")) == [
        "dinkes/2026/12/01-posyandu", "dinkes/2026/12/08-posyandu",
    ]  # fmt: skip
    assert occasions.key("2026-11") == b""
    assert occasions.key("2026-12") != Occasions([make_event("lain")]).key("2026-12")


FIRST = st.dates(date(2000, 1, 1), date(2090, 12, 31))


@given(FIRST, st.sampled_from(list(Interval)), st.integers(0, 800))
def test_days_are_later_ascending_and_bounded(first, every, length):
    if every is Interval.BULAN and first.day > SAFE_DAY:
        return  # the gate refuses it
    until = date.fromordinal(first.toordinal() + length)
    found = later_days(recurring(first.isoformat(), every, until.isoformat()))

    assert list(found) == sorted(set(found))
    assert len(found) < MOST_TIMES
    assert all(first.toordinal() < day <= first.toordinal() + LONGEST_DAYS for day in found)
    assert all(day <= until.toordinal() for day in found)
    if every in (Interval.PEKAN, Interval.DUA_PEKAN, Interval.BULAN_SEHARI):
        assert {date.fromordinal(day).weekday() for day in found} <= {first.weekday()}
    if every is Interval.BULAN:
        assert {date.fromordinal(day).day for day in found} <= {first.day}


def test_each_id_of_a_month_leads_to_the_activity_that_recurs():
    event = make_event("senam", "2026-11-24", repeat=Repeat(Interval.PEKAN, at("2026-12-08")))
    found = Occasions([event]).series("2026-12")

    assert found == {
        "dinkes/2026/12/01-senam": event, "dinkes/2026/12/08-senam": event,
    }  # fmt: skip
    assert Occasions([event]).sources("2026-12") == {event.id}
    assert Occasions([event]).series("2026-11") == {}
