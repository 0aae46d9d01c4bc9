"""What is computed once for the whole site."""

from hypothesis import given, settings
from hypothesis import strategies as st

from plugins.model.coverage import Figures
from plugins.model.edition import Edition, agency_link, category_link, short_agency_link
from plugins.model.event import EventState, Publicity
from plugins.model.moment import DAY, Moment
from plugins.model.post import Correction, PhotoUse, Withdrawal
from tests.model.makers import (
    AGENCIES,
    at,
    edition_of,
    make_agency,
    make_event,
    make_newsroom,
    make_officer,
    make_post,
)

PHOTO_USE = PhotoUse("a.jpg", "Kader menimbang balita", "Keterangan", "Kredit", "0" * 40)
WITHDRAWN = {"withdrawal": Withdrawal(at("2026-11-24 12:00"), "Terbit dua kali.")}


def ids(cards) -> list[str]:
    return [card.id.rsplit("/", 1)[1] for card in cards]


def test_published_posts_stand_newest_first_and_equal_times_by_id():
    posts = [
        make_post("b"),
        make_post("a"),
        make_post("lama", "2026-11-01"),
        make_post("baru", "2026-11-25"),
    ]

    assert ids(edition_of(*posts).cards) == ["baru", "a", "b", "lama"]


def test_a_post_under_embargo_is_nowhere():
    post = make_post(publish_at=at("2026-11-25 08:01"), tags=("imunisasi",))
    edition = edition_of(post, now="2026-11-25 08:00")

    assert (edition.published, edition.withdrawn, edition.cards) == ((), (), ())
    assert edition.by_tag == edition.by_agency == edition.pictures == {}


def test_a_withdrawn_post_is_kept_apart_from_the_published():
    edition = edition_of(make_post("ada"), make_post("dicabut", **WITHDRAWN))

    assert ids(edition.cards) == ["ada"]
    assert ids(edition.withdrawn) == ["dicabut"]


def test_a_withdrawn_post_under_embargo_stays_hidden():
    post = make_post(publish_at=at("2026-12-01"), **WITHDRAWN)

    assert edition_of(post).withdrawn == ()


def test_a_post_stands_with_its_agency_its_parents_and_its_partners_once():
    post = make_post("a", agency="pkm-baebunta", partners=("kec-masamba", "dinkes"))
    groups = edition_of(post).by_agency

    assert {slug: ids(cards) for slug, cards in groups.items()} == {
        "pkm-baebunta": ["a"], "dinkes": ["a"], "kec-masamba": ["a"],
    }  # fmt: skip


def test_a_post_stands_under_its_category_tags_and_places():
    edition = edition_of(make_post("a", tags=("imunisasi", "anak"), districts=("masamba",)))

    assert {key: ids(cards) for key, cards in edition.by_category.items()} == {"kesehatan": ["a"]}
    assert {key: ids(cards) for key, cards in edition.by_tag.items()} == {
        "imunisasi": ["a"], "anak": ["a"],
    }  # fmt: skip
    assert {key: ids(cards) for key, cards in edition.by_district.items()} == {"masamba": ["a"]}


def test_a_card_shows_the_first_photo_the_summary_and_whether_it_was_corrected():
    post = make_post(
        photos=(PHOTO_USE,), summary="Ringkas.", corrections=(Correction(at("2026-11-25"), "a"),)
    )
    card = edition_of(post).cards[0]

    assert (card.picture.alt, card.summary, card.corrected) == (
        "Kader menimbang balita", "Ringkas.", True,
    )  # fmt: skip
    assert card.updated == at("2026-11-25")


def test_a_card_without_summary_and_photo_shows_the_beginning_of_the_text():
    card = edition_of(make_post()).cards[0]

    assert (card.picture, card.summary) == (None, "MASAMBA — Petugas melayani 40 anak.")


def test_a_card_names_the_agency_briefly_and_a_link_names_it_in_full():
    room = make_newsroom()

    assert short_agency_link("dinkes", room).label == "Dinkes"
    assert agency_link("dinkes", room).label == "Dinas Kesehatan"
    assert category_link("kesehatan", room).href == "/rubrik/kesehatan/"


def test_an_activity_that_is_not_public_has_no_line_but_counts():
    edition = edition_of(make_event(publicity=Publicity.TIDAK))

    assert (edition.visible, edition.lines) == ((), {})
    assert edition.month_total == Figures(waiting=1)


def test_an_activity_that_is_public_afterwards_appears_when_it_is_over():
    event = make_event(day="2026-11-24", ends=12 * 60, publicity=Publicity.SETELAH_SELESAI)

    assert edition_of(event, now="2026-11-24 11:59").visible == ()
    assert edition_of(event, now="2026-11-24 12:00").visible == (event,)


def test_activities_stand_by_their_beginning_and_id():
    events = [
        make_event("c", starts=600),
        make_event("b"),
        make_event("a"),
        make_event("z", "2026-11-01"),
    ]

    assert ids(edition_of(*events).lines.values()) == ["01-z", "24-a", "24-b", "24-c"]


def test_the_figures_of_the_month_leave_out_other_months():
    events = [make_event("a"), make_event("b", "2026-10-31"), make_event("c", agency="dishub")]
    edition = edition_of(*events)

    assert edition.month == {"dinkes": Figures(waiting=1), "dishub": Figures(waiting=1)}
    assert edition.month_total == Figures(waiting=2)


def test_a_published_post_covers_and_a_withdrawn_or_hidden_one_does_not():
    event = make_event()
    names = {"events": (event.id,)}
    states = [
        edition_of(event, post).coverage.statuses[event.id].state
        for post in (
            make_post(**names),
            make_post(**names, **WITHDRAWN),
            make_post(**names, publish_at=at("2026-12-01")),
        )
    ]

    assert states == [EventState.SUDAH, EventState.MENUNGGU, EventState.MENUNGGU]


def test_with_nothing_ahead_the_next_change_is_midnight():
    assert edition_of(now="2026-11-25 08:00").next_change == at("2026-11-26 00:00")


def test_an_embargo_or_an_activity_before_midnight_is_the_next_change():
    post = make_post(publish_at=at("2026-11-25 18:00"))
    event = make_event(day="2026-11-25", starts=9 * 60, ends=12 * 60)

    assert edition_of(post, now="2026-11-25 08:00").next_change == at("2026-11-25 18:00")
    assert edition_of(post, event, now="2026-11-25 08:00").next_change == at("2026-11-25 09:00")
    assert edition_of(post, event, now="2026-11-25 09:00").next_change == at("2026-11-25 12:00")
    assert edition_of(post, event, now="2026-11-25 18:00").next_change == at("2026-11-26 00:00")


def test_a_cancelled_activity_moves_nothing():
    event = make_event(day="2026-11-25", starts=9 * 60, status="batal")

    assert edition_of(event, now="2026-11-25 08:00").next_change == at("2026-11-26 00:00")


hours = st.one_of(st.just(-1), st.integers(0, 1439))
days = st.integers(23, 27).map(lambda day: f"2026-11-{day}")
hour_texts = st.integers(0, 1439).map(lambda minute: f"{minute // 60:02}:{minute % 60:02}")


@st.composite
def contents(draw):
    events = [
        make_event(
            f"acara-{n}", draw(days), starts=draw(hours), ends=draw(hours),
            publicity=draw(st.sampled_from(Publicity)),
            status=draw(st.sampled_from(("", "", "batal"))),
        )
        for n in range(draw(st.integers(0, 3)))
    ]  # fmt: skip
    posts = [
        make_post(f"berita-{n}", draw(days), publish_at=at(f"{draw(days)} {draw(hour_texts)}"))
        for n in range(draw(st.integers(0, 2)))
    ]
    return (*events, *posts)


def what_readers_see(edition: Edition) -> tuple[object, ...]:
    officers = [agency.officers_on(edition.now) for agency in edition.newsroom.agencies.values()]
    states = {key: status.state for key, status in edition.coverage.statuses.items()}
    return edition.now.day, edition.published, edition.visible, states, edition.month, officers


@given(contents(), days, hour_texts, st.data())
@settings(max_examples=80, deadline=None, derandomize=True)
def test_nothing_changes_before_the_next_change(found, day, hour, data):
    officers = (make_officer(since="2026-11-24"), make_officer(until=at("2026-11-25")))
    agencies = (*AGENCIES[1:], make_agency("dinkes", officers=officers))
    edition = edition_of(*found, now=f"{day} {hour}", agencies=agencies)
    last = edition.next_change.minutes - 1
    minute = data.draw(st.one_of(st.just(last), st.integers(edition.now.minutes, last)))
    moment = Moment(minute // DAY, minute % DAY)
    later = edition_of(*found, now=f"{moment.iso_day} {moment.clock}", agencies=agencies)

    assert edition.now < edition.next_change
    assert what_readers_see(later) == what_readers_see(edition)
