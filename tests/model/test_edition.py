"""What is known of the whole site, and what one month needs of others."""

from hypothesis import given, settings
from hypothesis import strategies as st

from plugins.model.card import Link
from plugins.model.coverage import Figures
from plugins.model.edition import months_of_newest, near_months
from plugins.model.event import EventState, Publicity
from plugins.model.month import Month
from plugins.model.monthedition import MonthEdition, boundary_links
from plugins.model.outline import outline_of
from plugins.model.post import Withdrawal
from tests.model.makers import at, edition_of, made_of, make_event, make_post

WITHDRAWN = {"withdrawal": Withdrawal(at("2026-11-24 12:00"), "Terbit dua kali.")}


def slugs(found) -> list[str]:
    return [item.id.rsplit("/", 1)[1] for item in found]


def near(edition) -> list[str]:
    return slugs(dated.line for dated in edition.near)


def month(name: str, *contents, **fields) -> MonthEdition:
    return next(m for m in made_of(*contents, **fields).months if m.chapter.month.name == name)


def test_the_shared_room_holds_no_posts_and_no_activities():
    room = edition_of(make_post(), make_event()).room

    assert (room.posts, room.events) == ({}, {})
    assert set(room.agencies) >= {"dinkes", "humas"}


def test_the_newest_posts_of_all_months_stand_first():
    posts = [make_post(f"p{n:02}", f"2026-{10 + n // 15}-{n % 15 + 1:02}") for n in range(30)]

    assert slugs(edition_of(*posts).newest) == [f"p{n:02}" for n in range(29, 9, -1)]


def test_the_newest_posts_do_not_depend_on_what_else_is_opened():
    old_event = make_event("lama", "2026-05-01", last="2026-12-31")
    posts = [make_post("baru"), make_post("lama", "2026-05-02")]

    assert slugs(edition_of(*posts, old_event).newest) == ["baru", "lama"]


def test_a_front_knows_the_months_of_its_list_and_how_many_cards_it_shows():
    edition = edition_of(make_post("a"), make_post("b", "2026-09-01"), make_post("c", "2026-11-02"))
    front = edition.front("/rubrik/kesehatan/")

    assert front.months == (
        Link("November 2026", "/rubrik/kesehatan/2026/11/"),
        Link("September 2026", "/rubrik/kesehatan/2026/09/"),
    )
    assert (front.cards.count, front.cards.months) == (3, (Month(2026, 11), Month(2026, 9)))


def test_a_front_opens_no_more_months_than_its_twenty_cards_need():
    posts = [make_post(f"p{n}", f"2026-11-{n + 1:02}") for n in range(20)]
    front = edition_of(*posts, make_post("lama", "2026-10-01")).front("/arsip/")

    assert (front.cards.count, front.cards.months) == (20, (Month(2026, 11),))
    assert len(front.months) == 2


def test_a_list_without_posts_has_an_empty_front():
    edition = edition_of(make_post())
    front = edition.front("/rubrik/pemerintahan/")

    assert "/rubrik/pemerintahan/" not in edition.fronts
    assert (front.cards.count, front.cards.months, front.months) == (0, (), ())
    assert front.cards.digest != b""


def test_another_card_of_a_list_changes_its_handle_and_no_other():
    before = edition_of(make_post("a"), make_post("b", category="pemerintahan"))
    after = edition_of(make_post("a", title="Lain"), make_post("b", category="pemerintahan"))
    changed = {f for f in before.fronts if before.fronts[f].cards != after.fronts[f].cards}

    assert changed == {"/arsip/", "/perangkat-daerah/dinkes/", "/rubrik/kesehatan/"}


def test_figures_are_of_this_month_alone():
    events = [make_event("a"), make_event("b", "2026-10-31"), make_event("c", agency="dishub")]
    edition = edition_of(*events, now="2026-11-25 08:00")

    assert edition.figures == {"dinkes": Figures(waiting=1), "dishub": Figures(waiting=1)}
    assert edition.total == Figures(waiting=2)


def test_posts_of_this_month_are_counted_by_list():
    edition = edition_of(make_post("a"), make_post("b"), make_post("c", "2026-10-01"))

    assert edition.posts["/perangkat-daerah/dinkes/"] == 2


def test_a_month_without_anything_has_empty_figures():
    edition = edition_of(make_event("a", "2026-09-01"), now="2026-11-25 08:00")

    assert (edition.total, edition.figures, edition.posts) == (Figures(), {}, {})


def test_open_and_missed_activities_are_those_of_all_time():
    events = [
        make_event("lama", "2026-03-01"), make_event("baru", "2026-11-24"),
        make_event("rahasia", "2026-04-01", publicity=Publicity.TIDAK),
    ]  # fmt: skip
    edition = edition_of(*events, now="2026-11-25 08:00")

    assert slugs(dated.line for dated in edition.open) == ["01-lama", "24-baru"]
    assert (edition.hidden, edition.missed) == (1, 2)


def test_near_are_the_activities_from_seven_days_ago_on_by_beginning():
    events = [
        make_event("usai", "2026-11-17"), make_event("tepi", "2026-11-18"),
        make_event("nanti", "2027-03-01"), make_event("panjang", "2026-08-01", last="2026-11-30"),
        make_event("rahasia", "2026-11-25", publicity=Publicity.TIDAK),
    ]  # fmt: skip

    assert near(edition_of(*events, now="2026-11-25 08:00")) == [
        "01-panjang",
        "18-tepi",
        "01-nanti",
    ]


def test_months_with_pages_stand_newest_first():
    contents = [
        make_post("a", "2026-11-01"), make_event("b", "2026-09-01"),
        make_event("c", "2026-08-01", publicity=Publicity.TIDAK),
        make_post("d", "2026-07-01", publish_at=at("2027-01-01")),
    ]  # fmt: skip
    edition = edition_of(*contents)

    assert edition.months == (Month(2026, 11), Month(2026, 9), Month(2026, 8))
    assert edition.event_months == (Month(2026, 9),)


def test_the_months_of_the_newest_posts_are_no_more_than_needed():
    posts = [make_post(f"p{n}", f"2026-11-{n + 1:02}") for n in range(20)]
    outlines = [
        outline_of(chapter)
        for chapter in made_of(*posts, make_post("lama", "2026-10-01")).chapters.values()
    ]

    assert months_of_newest(outlines) == [Month(2026, 11)]
    assert near_months(at("2026-11-25"), outlines, []) == {Month(2026, 11)}


def test_each_month_knows_the_neighbours_beyond_its_edges():
    posts = [
        make_post("a", "2026-08-01"), make_post("b", "2026-08-02"), make_post("c", "2026-10-01"),
        make_post("d", "2026-11-01"), make_post("lain", "2026-09-01", agency="dishub"),
    ]  # fmt: skip
    chapters = made_of(*posts, make_event("acara", "2026-12-01")).chapters
    links = boundary_links([outline_of(chapter) for chapter in chapters.values()])
    newer, older = links[Month(2026, 10)]

    assert {slug: link.label for slug, link in newer.items()} == {"dinkes": "Judul d"}
    assert {slug: link.label for slug, link in older.items()} == {
        "dinkes": "Judul b", "dishub": "Judul lain",
    }  # fmt: skip
    assert links[Month(2026, 8)][1] == {}
    assert links[Month(2026, 11)][0] == {}
    assert {slug: link.label for slug, link in links[Month(2026, 12)][1].items()} == {
        "dinkes": "Judul d", "dishub": "Judul lain",
    }  # fmt: skip


def test_a_month_sees_each_tags_last_two_posts_of_the_ninety_days_before_oldest_first():
    posts = [
        make_post("luar", "2026-08-02", tags=("a",)), make_post("tepi", "2026-08-03", tags=("a",)),
        make_post("b1", "2026-10-02", tags=("b",)), make_post("b2", "2026-10-01", tags=("b",)),
        make_post("b3", "2026-09-30", tags=("b",)), make_post("tanpa", "2026-10-03"),
        make_post("ini", "2026-11-01"),
    ]  # fmt: skip

    assert slugs(post for post, _ in month("2026-11", *posts).earlier) == ["tepi", "b2", "b1"]


def test_a_month_sees_the_activities_that_its_posts_name_of_any_month():
    event = make_event("acara", "2026-08-20")
    secret = make_event("rahasia", "2026-08-21", publicity=Publicity.TIDAK)
    post = make_post("berita", "2026-11-02", events=(event.id, secret.id))

    assert slugs(month("2026-11", event, secret, post).named.values()) == ["20-acara"]


def test_a_month_sees_the_cards_of_posts_that_name_its_activities_in_any_month():
    event = make_event("acara", "2026-08-20")
    post = make_post("berita", "2026-11-02", events=(event.id,))
    august = month("2026-08", event, post)

    assert august.statuses[event.id].state is EventState.SUDAH
    assert slugs(august.cards.values()) == ["berita"]


def test_a_month_sees_where_its_activities_were_moved_to():
    new = make_event("ganti", "2027-01-10")
    old = make_event("lama", status="ditunda", moved_to=new.id)
    to_nowhere = make_event("hilang", status="ditunda", moved_to="dinkes/2027/01/01-tidak-ada")

    assert month("2026-11", old, new, to_nowhere).moved_to == {old.id: new}


def test_hidden_and_withdrawn_posts_cover_nothing():
    event = make_event()
    names = {"events": (event.id,)}
    states = [
        month("2026-11", event, post).statuses[event.id].state
        for post in (
            make_post(**names),
            make_post(**names, **WITHDRAWN),
            make_post(**names, publish_at=at("2026-12-01")),
        )
    ]

    assert states == [EventState.SUDAH, EventState.MENUNGGU, EventState.MENUNGGU]


rows = st.lists(
    st.tuples(st.dates(at("2026-01-01").date, at("2026-12-28").date), st.booleans()), max_size=40
)


@given(rows)
@settings(max_examples=40, deadline=None, derandomize=True)
def test_the_cards_of_a_front_are_the_newest_twenty_of_its_list(found):
    posts = [
        make_post(f"p{n:02}", str(day), category="kesehatan" if shown else "pemerintahan")
        for n, (day, shown) in enumerate(found)
    ]
    made = made_of(*posts)
    newest = sorted(posts, key=lambda post: (-post.date.minutes, post.id))
    healthy = [post for post in newest if post.category == "kesehatan"]

    assert slugs(made.cards(made.edition.front("/arsip/").cards)) == slugs(newest[:20])
    assert slugs(made.cards(made.edition.front("/rubrik/kesehatan/").cards)) == slugs(healthy[:20])
    assert slugs(made.edition.newest) == slugs(newest[:20])
