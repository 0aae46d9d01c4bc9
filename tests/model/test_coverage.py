"""The join of agenda and news."""

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plugins.model.coverage import (
    Figures,
    Rate,
    announces,
    changes_after,
    covers,
    figures,
    figures_by_agency,
    join,
    namings_of,
    state_of,
)
from plugins.model.event import EventState, Publicity
from plugins.model.post import Withdrawal
from tests.model.makers import at, make_event, make_post

EVENT = make_event(day="2026-11-24", starts=9 * 60, ends=12 * 60, partners=("kec-masamba",))
GRACE = 3


def state_at(moment: str, covered: bool = False, **fields) -> EventState:
    event = msgspec.structs.replace(EVENT, **fields)
    return state_of(event, covered, at(moment), GRACE)


def joined(events, posts, now: str = "2026-11-30 08:00"):
    return join(events, namings_of(posts), at(now), GRACE, "humas")


def naming(**fields):
    """How a post names the activity."""
    (found,) = namings_of([make_post(events=(EVENT.id,), **fields)])
    return found


@pytest.mark.parametrize(
    ("moment", "state"),
    [
        ("2026-11-24 08:59", EventState.AKAN_DATANG),
        ("2026-11-24 09:00", EventState.BERLANGSUNG),
        ("2026-11-24 11:59", EventState.BERLANGSUNG),
        ("2026-11-24 12:00", EventState.MENUNGGU),
        ("2026-11-27 23:59", EventState.MENUNGGU),
        ("2026-11-28 00:00", EventState.BELUM),
        ("2046-11-28 00:00", EventState.BELUM),
    ],
)
def test_an_uncovered_activity_moves_with_time(moment, state):
    assert state_at(moment) is state


@pytest.mark.parametrize("moment", ["2026-11-24 08:00", "2026-11-24 10:00", "2026-12-24 10:00"])
def test_a_covered_activity_is_reported_at_any_time(moment):
    assert state_at(moment, covered=True) is EventState.SUDAH


def test_a_waiver_counts_once_the_activity_is_over():
    assert state_at("2026-11-24 10:00", waived="digabung") is EventState.BERLANGSUNG
    assert state_at("2026-11-24 12:00", waived="digabung") is EventState.TIDAK


def test_a_post_outweighs_a_waiver():
    assert state_at("2026-11-30", covered=True, waived="digabung") is EventState.SUDAH


@pytest.mark.parametrize("status", ["ditunda", "batal"])
def test_a_typed_status_outweighs_everything(status):
    assert state_at("2026-11-30", covered=True, status=status, waived="digabung") == status


def test_a_post_of_the_agency_a_partner_or_the_bureau_covers():
    namings = [naming(agency=a) for a in ("dinkes", "kec-masamba", "humas", "dishub")]

    assert [covers(found, EVENT, "humas") for found in namings] == [True, True, True, False]


def test_a_post_covers_from_the_first_day_on_at_any_hour():
    dates = ("2026-11-23 23:59", "2026-11-24 00:00", "2027-05-01")
    namings = [naming(date=date) for date in dates]

    assert [covers(found, EVENT, "humas") for found in namings] == [False, True, True]
    assert [announces(found.day, EVENT) for found in namings] == [True, False, False]


def test_a_withdrawn_post_names_nothing():
    post = make_post(events=(EVENT.id,), withdrawal=Withdrawal(at("2026-11-25"), "Salah."))

    assert namings_of([post]) == ()


def test_covering_posts_stand_newest_first_and_announcements_apart():
    posts = [
        make_post("dini", "2026-11-20", events=(EVENT.id,)),
        make_post("satu", "2026-11-24 10:00", events=(EVENT.id,)),
        make_post("dua", "2026-11-25 10:00", events=(EVENT.id,)),
        make_post("lain", "2026-11-25 10:00"),
    ]
    status = joined([EVENT], posts).statuses[EVENT.id]

    assert status.posts == ("dinkes/2026/11/dua", "dinkes/2026/11/satu")
    assert status.announcements == ("dinkes/2026/11/dini",)


def test_a_post_that_names_no_known_activity_is_passed_over():
    stray = make_post(events=("dinkes/2026/11/01-tidak-ada",))

    assert joined([EVENT], [stray]).statuses[EVENT.id].state is EventState.BELUM


def test_one_post_may_cover_several_activities():
    other = make_event("lain", "2026-11-23")
    post = make_post(events=(EVENT.id, other.id))
    statuses = joined([EVENT, other], [post]).statuses

    assert {status.state for status in statuses.values()} == {EventState.SUDAH}


def test_an_activity_of_two_agencies_counts_for_each_once():
    found = figures_by_agency([EVENT], joined([EVENT], []))

    assert found == {"dinkes": Figures(missed=1), "kec-masamba": Figures(missed=1)}


def test_figures_count_each_state_as_one_thing():
    found = figures(EventState)

    assert found == Figures(covered=1, waiting=1, missed=1, waived=1, ahead=2, called_off=2)
    assert (found.held, found.recorded) == (4, 8)


def test_a_rate_is_a_fraction_of_what_was_held():
    found = Figures(covered=7, waiting=1, missed=1, waived=1, ahead=5, called_off=5)

    assert found.rate == Rate(7, 10)
    assert found.rate_without_waived == Rate(7, 9)


def test_a_rate_of_five_or_more_has_a_percentage():
    assert Rate(87, 97).words == "87 dari 97 (89%)"
    assert Rate(4, 5).words == "4 dari 5 (80%)"


def test_a_rate_of_fewer_than_five_is_never_a_percentage():
    assert [Rate(3, 4).words, Rate(0, 0).words] == ["3 dari 4", "0 dari 0"]


def test_only_a_complete_rate_is_a_hundred_percent():
    assert [Rate(999, 1000).percent, Rate(1000, 1000).percent, Rate(0, 0).percent] == [99, 100, 0]


def test_an_uncovered_activity_changes_at_its_beginning_its_end_and_after_the_grace():
    moments = ("2026-11-24 09:00", "2026-11-24 12:00", "2026-11-28 00:00")

    assert changes_after(EVENT, GRACE) == tuple(at(moment).minutes for moment in moments)


def test_a_called_off_activity_changes_only_by_becoming_public_when_it_would_be_over():
    called_off = msgspec.structs.replace(EVENT, status="batal")
    later = msgspec.structs.replace(called_off, publicity=Publicity.SETELAH_SELESAI)

    assert changes_after(called_off, GRACE) == ()
    assert changes_after(later, GRACE) == (at("2026-11-24 12:00").minutes,)


AGENCIES = ("dinkes", "dishub", "humas", "kec-masamba")
days = st.integers(18, 28).map(lambda day: f"2026-11-{day}")
partners = st.lists(st.sampled_from(AGENCIES), max_size=2, unique=True).map(tuple)
hours = st.one_of(st.just(-1), st.integers(0, 1439))


@st.composite
def agendas(draw):
    """Up to four activities, and posts that name some of them."""
    events = []
    for number in range(draw(st.integers(1, 4))):
        first, last = sorted((draw(days), draw(days)))
        event = make_event(
            f"acara-{number}", first, last=last, agency=draw(st.sampled_from(AGENCIES)),
            partners=draw(partners), starts=draw(hours), ends=draw(hours),
            status=draw(st.sampled_from(("", "", "", "batal", "ditunda"))),
            waived=draw(st.sampled_from(("", "", "digabung"))),
        )  # fmt: skip
        events.append(event)
    ids = [event.id for event in events]
    posts = [
        make_post(
            f"berita-{number}", draw(days), agency=draw(st.sampled_from(AGENCIES)),
            events=tuple(draw(st.lists(st.sampled_from(ids), max_size=3, unique=True))),
            withdrawal=draw(st.sampled_from((None, None, Withdrawal(at("2026-11-28"), "Salah.")))),
        )
        for number in range(draw(st.integers(0, 5)))
    ]  # fmt: skip
    return events, posts, draw(days) + " 10:00"


quick = settings(max_examples=60, deadline=None, derandomize=True)


def counted(events, posts, now) -> Figures:
    return figures(status.state for status in joined(events, posts, now).statuses.values())


@given(agendas())
@quick
def test_every_activity_is_in_exactly_one_state_and_counted_once(agenda):
    events, posts, now = agenda
    coverage = joined(events, posts, now)

    assert coverage.statuses.keys() == {event.id for event in events}
    assert counted(events, posts, now).recorded == len(events)


@given(agendas(), st.randoms(use_true_random=False))
@quick
def test_the_order_of_activities_and_posts_does_not_matter(agenda, random):
    events, posts, now = agenda
    mixed = random.sample(events, len(events)), random.sample(posts, len(posts))

    assert joined(*mixed, now).statuses == joined(events, posts, now).statuses


@given(agendas(), st.data())
@quick
def test_one_more_covering_post_never_lowers_the_covered_count(agenda, data):
    events, posts, now = agenda
    event = data.draw(st.sampled_from(events))
    post = make_post("tambahan", event.first.iso_day, agency=event.agency, events=(event.id,))
    before, after = counted(events, posts, now), counted(events, [*posts, post], now)

    assert after.covered >= before.covered
    assert joined(events, [*posts, post], now).statuses[event.id].state in (
        EventState.SUDAH, event.status,
    )  # fmt: skip


@given(agendas(), st.data())
@quick
def test_a_waiver_never_raises_the_covered_count_and_never_moves_what_was_held(agenda, data):
    events, posts, now = agenda
    event = data.draw(st.sampled_from(events))
    waived = msgspec.structs.replace(event, waived="rapat-internal").sealed()
    before = counted(events, posts, now)
    after = counted([waived if e is event else e for e in events], posts, now)

    assert after.covered <= before.covered
    assert after.held == before.held
    assert after.rate.percent <= before.rate.percent


@given(agendas())
@quick
def test_without_posts_nothing_is_covered(agenda):
    events, _, now = agenda

    assert counted(events, [], now).covered == 0


@given(agendas())
@quick
def test_covering_and_announcing_posts_all_name_the_activity_and_none_is_withdrawn(agenda):
    events, posts, now = agenda
    by_id = {post.id: post for post in posts}
    statuses = joined(events, posts, now).statuses
    named = [
        (event_id, by_id[post_id])
        for event_id, status in statuses.items()
        for post_id in (*status.posts, *status.announcements)
    ]

    assert all(event_id in post.events for event_id, post in named)
    assert all(post.withdrawal is None for _, post in named)


@given(agendas())
@quick
def test_the_state_moves_only_at_the_announced_minutes(agenda):
    events, _, now = agenda
    for event in events:
        minutes = {0, *changes_after(event, GRACE)}
        start = max(minute for minute in minutes if minute <= at(now).minutes)
        at_start = at(now) if start == 0 else type(at(now))(start // 1440, start % 1440)

        assert state_of(event, False, at_start, GRACE) is state_of(event, False, at(now), GRACE)


EVENTS = st.lists(
    st.builds(
        make_event,
        slug=st.sampled_from("abcd"),
        day=st.sampled_from(["2026-11-20", "2026-11-26", "2026-11-30", "2026-12-02"]),
        waived=st.sampled_from(["", "digabung"]),
        status=st.sampled_from(["", "", "batal"]),
    ),
    unique_by=lambda event: event.id,
)
POSTS = st.lists(
    st.builds(
        make_post,
        slug=st.sampled_from("xyz"),
        date=st.sampled_from(["2026-11-21", "2026-11-27", "2026-11-30"]),
        agency=st.sampled_from(["dinkes", "dishub"]),
        events=st.lists(
            st.sampled_from(["dinkes/2026/11/20-a", "dinkes/2026/11/26-b", "dinkes/2026/11/30-c"]),
            unique=True,
        ).map(tuple),
    ),
    unique_by=lambda post: post.id,
)


@settings(max_examples=200, derandomize=True, deadline=None)
@given(events=EVENTS, posts=POSTS, reason=st.sampled_from(["digabung", "rapat-internal"]))
def test_a_waiver_never_raises_the_number_covered(events, posts, reason):
    """Nor does it lower it: it moves an activity from the missed to a column of its own."""
    waived = [msgspec.structs.replace(event, waived=reason) for event in events]
    before = figures(s.state for s in joined(events, posts).statuses.values())
    after = figures(s.state for s in joined(waived, posts).statuses.values())

    assert (after.covered, after.held) == (before.covered, before.held)
    assert after.waived >= before.waived
    assert after.rate.percent == before.rate.percent
