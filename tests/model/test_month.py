"""Calendar months."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plugins.model.month import Month, month_named, month_of, month_of_id
from tests.model.makers import at

months = st.dates(date(1000, 1, 1)).map(lambda day: Month(day.year, day.month))
quick = settings(max_examples=100, deadline=None, derandomize=True)


def test_a_month_has_a_name_for_files_and_words_for_readers():
    assert (Month(2026, 3).name, Month(2026, 3).words) == ("2026-03", "Maret 2026")


def test_a_month_is_found_from_a_moment_and_from_an_identity():
    assert month_of(at("2026-11-24 09:30")) == Month(2026, 11)
    assert month_of_id("dinkes/2026/11/24-imunisasi") == Month(2026, 11)


@pytest.mark.parametrize("name", ["2026", "2026-11-24", "bersama", "", "2026-x"])
def test_another_name_is_no_month(name):
    with pytest.raises(ValueError, match=r"to unpack|invalid literal"):
        month_named(name)


def test_months_before_cross_the_year():
    assert Month(2026, 2).back(3) == Month(2025, 11)
    assert Month(2026, 1).back(1) == Month(2025, 12)
    assert Month(2026, 12).back(12) == Month(2025, 12)


def test_the_months_that_hold_the_days_before():
    assert list(Month(2026, 11).before(90)) == [Month(2026, 10), Month(2026, 9), Month(2026, 8)]
    assert list(Month(2026, 11).before(1)) == [Month(2026, 10)]
    assert list(Month(2026, 11).before(31)) == [Month(2026, 10)]
    assert list(Month(2026, 11).before(32)) == [Month(2026, 10), Month(2026, 9)]
    assert list(Month(2026, 11).before(0)) == []


def test_months_sort_by_time():
    assert sorted([Month(2026, 2), Month(2025, 12), Month(2026, 1)]) == [
        Month(2025, 12), Month(2026, 1), Month(2026, 2),
    ]  # fmt: skip


@given(months)
@quick
def test_a_name_reads_as_its_month(month):
    assert month_named(month.name) == month


@given(months, st.integers(0, 400))
@quick
def test_the_months_before_hold_exactly_the_days(month, days):
    first = month.first_day
    days = min(days, first - 1)
    held = {month_of(at(date.fromordinal(day).isoformat())) for day in range(first - days, first)}

    assert set(month.before(days)) == held
