"""Activities: when they begin and end, and how that is written."""

from plugins.model.event import WAIVER_REASONS, EventState
from plugins.model.fields import EVENT_FIELDS
from tests.model.makers import at, make_event


def test_an_activity_without_hours_lasts_its_whole_days():
    event = make_event(day="2026-11-24", last="2026-11-26")

    assert event.begins_at == at("2026-11-24 00:00").minutes
    assert event.ends_at == at("2026-11-27 00:00").minutes


def test_hours_belong_to_the_first_and_the_last_day():
    event = make_event(day="2026-11-24", last="2026-11-26", starts=9 * 60, ends=12 * 60)

    assert event.begins_at == at("2026-11-24 09:00").minutes
    assert event.ends_at == at("2026-11-26 12:00").minutes


def test_an_activity_that_ends_at_midnight_of_its_day_is_over_at_once():
    assert make_event(day="2026-11-24", ends=0).ends_at == at("2026-11-24 00:00").minutes


def test_one_day_is_written_with_its_weekday():
    assert make_event(day="2026-11-24").days == "Selasa, 24 November 2026"


def test_several_days_are_written_from_first_to_last():
    event = make_event(day="2026-11-24", last="2026-11-26")

    assert event.days == "24 November 2026 sampai 26 November 2026"


def test_hours_are_written_as_far_as_they_are_known():
    assert make_event(starts=540, ends=720).hours == "09.00–12.00 WITA"
    assert make_event(starts=540).hours == "09.00 WITA"
    assert make_event(starts=0, ends=0).hours == "00.00–00.00 WITA"
    assert make_event(ends=720).hours == ""
    assert make_event().hours == ""


def test_agency_and_partners_stand_once_each():
    event = make_event(agency="dinkes", partners=("kec-masamba", "dinkes", "kec-masamba"))

    assert event.agencies == ("dinkes", "kec-masamba")


def test_humas_is_asked_where_it_is_written_and_news_is_not_ruled_out():
    assert make_event(wants_coverage="diminta").asks_for_bureau
    assert not make_event(wants_coverage="tidak").asks_for_bureau
    assert not make_event(wants_coverage="diminta", waived="digabung").asks_for_bureau
    assert not make_event().asks_for_bureau


def test_every_state_has_words():
    assert EventState.SUDAH.words == "sudah diberitakan"
    assert EventState.AKAN_DATANG.words == "akan datang"


def test_every_waiver_that_may_be_written_has_its_reason_in_words():
    field = next(field for field in EVENT_FIELDS if field.key == "tidak_diberitakan")

    assert set(field.choices) == WAIVER_REASONS.keys()


def test_hours_in_full_say_what_is_open():
    assert make_event(starts=540).hours_in_full == "09.00 WITA sampai selesai"
    assert make_event(ends=720).hours_in_full == "sampai 12.00 WITA"
    assert make_event(starts=540, ends=720).hours_in_full == "09.00–12.00 WITA"
    assert make_event().hours_in_full == ""
