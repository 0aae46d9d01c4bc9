"""Activities as calendars hand them on, and the handles of shared calendars."""

from hypothesis import given
from hypothesis import strategies as st

from plugins.model.calendar import calendar_digests, calendar_entry, calendar_ref, calendars_of
from plugins.model.event import Publicity
from plugins.model.history import Revision
from plugins.model.month import Month, month_of
from plugins.model.post import Waiver
from tests.model.makers import REF, at, make_event, make_newsroom

ROOM = make_newsroom()
NOW = at("2026-11-25 08:00")
REVISION = Revision(2, NOW.minutes)


def digests(*events, series=(), revisions=()) -> dict[str, bytes]:
    return calendar_digests(events, ROOM, dict(series), dict(revisions))


def changed(before: dict[str, bytes], after: dict[str, bytes]) -> set[str]:
    return {slug for slug in before if before[slug] != after[slug]}


def test_an_entry_holds_nothing_that_others_need_not_know():
    event = make_event(
        note="Rahasia", waived="digabung", waivers=(Waiver("W201", "sebab"),), body=REF,
        publicity=Publicity.SETELAH_SELESAI, moved_to="dinkes/2026/12/01-b",
    )  # fmt: skip
    entry = calendar_entry(event, ROOM, {}, {}, shown=())

    assert entry.event.sealed() == make_event()
    assert calendar_entry(event, ROOM, {}, {}, (event.moved_to,)).event.moved_to == event.moved_to


def test_an_entry_names_its_agencies_and_its_place():
    event = make_event(partners=("kec-masamba",), district="masamba")
    entry = calendar_entry(event, ROOM, {}, {event.id: REVISION}, ())

    assert entry.agencies == ("Dinas Kesehatan", "Kecamatan Masamba")
    assert (entry.agency, entry.district, entry.revision) == ("Dinkes", "Masamba", REVISION)
    assert calendar_entry(make_event(district="tidak-ada"), ROOM, {}, {}, ()).district == ""


def test_an_activity_stands_in_everybodys_calendar_and_in_those_of_its_agencies():
    event = make_event(agency="pkm-baebunta", partners=("dinkes", "kec-masamba"))

    assert calendars_of(event, ROOM) == ("", "pkm-baebunta", "dinkes", "kec-masamba")


def test_a_change_moves_the_calendars_of_its_agencies_alone():
    other = make_event("b", agency="dishub")
    before = digests(make_event(), other)

    assert changed(before, digests(make_event(title="Lain"), other)) == {"", "dinkes"}
    assert changed(before, digests(make_event(), other, revisions={other.id: REVISION})) == {
        "", "dishub",
    }  # fmt: skip


def test_a_change_of_the_series_moves_the_calendars_of_its_times():
    time, first = make_event("senam", "2026-12-01"), make_event("senam", "2026-11-24")
    known = {"series": {time.id: first}}

    assert changed(
        digests(time, **known), digests(time, **known, revisions={first.id: REVISION})
    ) == {"", "dinkes"}


def test_a_handle_keeps_the_months_from_ninety_days_back_that_have_any():
    held = {
        Month(2026, month): {"": bytes([month])} if month != 10 else {"dinkes": b"x"}
        for month in range(6, 13)
    }

    assert calendar_ref("", NOW, held).months == (
        Month(2026, 8), Month(2026, 9), Month(2026, 11), Month(2026, 12),
    )  # fmt: skip
    assert calendar_ref("dishub", NOW, held).months == ()


@given(st.sampled_from(sorted(ROOM.agencies)), st.integers(0, 400))
def test_every_calendar_keeps_ninety_days_at_least_and_a_month_more_at_most(slug, later):
    now = NOW.later(later)
    held = {Month(2026, 1).back(-n): {slug: b"x"} for n in range(30)}
    first = calendar_ref(slug, now, held).months[0]

    assert first <= month_of(now.later(-90))
    assert first >= month_of(now.later(-90 - 27))
