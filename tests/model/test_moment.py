"""Days and hours."""

from datetime import date, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plugins.model.moment import (
    MONTHS,
    WEEKDAYS,
    Moment,
    UnreadableMomentError,
    clock_words,
    month_words,
    parse_clock,
    parse_moment,
)

quick = settings(max_examples=100, deadline=None, derandomize=True)
days = st.dates(min_value=date(1000, 1, 1)).map(lambda day: Moment(day.toordinal()))
moments = st.builds(Moment, days.map(lambda moment: moment.day), st.integers(0, 1439))


@pytest.mark.parametrize(
    ("text", "day", "minute"),
    [
        ("2026-11-24", (2026, 11, 24), -1),
        ("2026-11-24 09:30", (2026, 11, 24), 570),
        ("2026-11-24T09:30", (2026, 11, 24), 570),
        ("2026-11-24 09.30", (2026, 11, 24), 570),
        ("2026-11-24 00:00", (2026, 11, 24), 0),
        ("2026-11-24 23:59", (2026, 11, 24), 1439),
        ("24 November 2026", (2026, 11, 24), -1),
        ("24 november 2026 09.30", (2026, 11, 24), 570),
        ("4 Mei 2026", (2026, 5, 4), -1),
        ("2028-02-29", (2028, 2, 29), -1),
    ],
)
def test_the_three_forms_are_read(text, day, minute):
    assert parse_moment(text) == Moment(date(*day).toordinal(), minute)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("24/11/2026", "bentuknya tidak dikenal"),
        ("11-24-2026", "bentuknya tidak dikenal"),
        ("2026-1-2", "bentuknya tidak dikenal"),
        ("17 Mei 26", "bentuknya tidak dikenal"),
        ("2026", "bentuknya tidak dikenal"),
        ("kemarin", "bentuknya tidak dikenal"),
        ("", "bentuknya tidak dikenal"),
        ("2026-11-24\n", "bentuknya tidak dikenal"),
        ("2026-11-24 10:00 WIB", "bentuknya tidak dikenal"),
        ("2026-11-24 9:30", "bentuknya tidak dikenal"),
        ("٢٠٢٦-١١-٢٤", "bentuknya tidak dikenal"),
        ("24 Nopember 2026", "tidak ada bulan bernama Nopember"),
        ("2026-02-30", "tanggal itu tidak ada dalam kalender"),
        ("31 April 2026", "tanggal itu tidak ada dalam kalender"),
        ("2026-13-01", "tanggal itu tidak ada dalam kalender"),
        ("0000-01-01", "tanggal itu tidak ada dalam kalender"),
        ("2026-11-24 24:00", "jam itu tidak ada"),
        ("2026-11-24 12:60", "jam itu tidak ada"),
    ],
)
def test_everything_else_is_refused_with_the_reason(text, reason):
    with pytest.raises(UnreadableMomentError) as refused:
        parse_moment(text)

    assert str(refused.value) == reason


def test_an_hour_has_two_forms():
    assert parse_clock("09:00") == parse_clock("09.00") == 540


@pytest.mark.parametrize("text", ["9:00", "09:00 WITA", "24:00", "09:60", "pagi", "09-00", ""])
def test_other_hours_are_refused(text):
    with pytest.raises(UnreadableMomentError):
        parse_clock(text)


def test_a_moment_is_written_in_indonesian():
    moment = parse_moment("2026-11-23 09:05")

    assert moment.full == "Senin, 23 November 2026, pukul 09.05 WITA"
    assert moment.long == "Senin, 23 November 2026"
    assert moment.medium == "23 November 2026"
    assert moment.short == "23 Nov 2026"
    assert moment.brief == "23 Nov"
    assert moment.clock == "09.05"
    assert moment.month_words == "November 2026"


def test_a_moment_is_written_for_machines_with_the_zone():
    moment = parse_moment("2026-11-23 09:05")

    assert moment.iso == moment.stamp == "2026-11-23T09:05:00+08:00"
    assert moment.iso_day == "2026-11-23"


def test_a_day_says_no_hour():
    day = parse_moment("2026-11-23")

    assert day.full == "Senin, 23 November 2026"
    assert day.clock == ""
    assert day.iso == "2026-11-23"
    assert day.stamp == "2026-11-23T00:00:00+08:00"


def test_midnight_is_an_hour_like_any_other():
    midnight = parse_moment("2026-11-23 00:00")

    assert midnight.full == "Senin, 23 November 2026, pukul 00.00 WITA"
    assert midnight.iso == "2026-11-23T00:00:00+08:00"


def test_a_day_begins_at_midnight_and_has_1440_minutes():
    day, next_day = parse_moment("2026-11-23"), parse_moment("2026-11-24")

    assert day.minutes == parse_moment("2026-11-23 00:00").minutes
    assert next_day.minutes - day.minutes == 1440


def test_later_keeps_the_hour():
    assert parse_moment("2026-12-31 09:05").later(1) == parse_moment("2027-01-01 09:05")


def test_months_and_hours_have_words():
    assert month_words(2026, 8) == "Agustus 2026"
    assert clock_words(0) == "00.00"
    assert clock_words(1439) == "23.59"


@given(days)
@quick
def test_a_printed_day_reads_as_the_same_day(day):
    assert parse_moment(day.iso_day) == day
    assert parse_moment(day.medium) == day


@given(moments)
@quick
def test_a_printed_moment_reads_as_the_same_moment(moment):
    assert parse_moment(f"{moment.iso_day} {moment.clock}") == moment
    assert parse_moment(f"{moment.medium} {moment.clock}") == moment


@given(moments)
@quick
def test_every_printed_weekday_is_right(moment):
    there = datetime.fromisoformat(moment.iso)

    assert moment.long == (
        f"{WEEKDAYS[there.weekday()]}, {there.day} {MONTHS[there.month - 1]} {there.year}"
    )
    assert there.utcoffset().total_seconds() == 8 * 3600


@given(moments, moments)
@quick
def test_minutes_order_moments_as_the_calendar_does(one, other):
    earlier = datetime.fromisoformat(one.iso) < datetime.fromisoformat(other.iso)

    assert (one.minutes < other.minutes) is earlier
    assert (one < other) is earlier


@given(st.text(max_size=30))
@quick
def test_any_text_is_read_or_refused_and_never_raises_something_else(text):
    try:
        moment = parse_moment(text)
    except UnreadableMomentError:
        return

    assert text.split()[0].split("T")[0] in (moment.iso_day, f"{moment.date.day}")
