"""The page of one post."""

from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from plugins.model.card import Link
from plugins.model.event import Publicity
from plugins.model.monthedition import RELATED_DAYS
from plugins.model.post import PhotoUse, Reply, Withdrawal
from plugins.news.article import RELATED, ArticlePage, NamedEvent, article_outputs
from tests.model.makers import (
    REF,
    at,
    make_agency,
    make_event,
    make_page,
    make_post,
    month_outputs_of,
)

WITHDRAWAL = Withdrawal(at("2026-11-25"), "Salah.")


def pages(*contents, **fields) -> dict[str, ArticlePage]:
    """The pages of all posts by slug."""
    outputs = month_outputs_of(article_outputs, *contents, **fields)
    return {output.path.split("/")[4]: output.values for output in outputs}


def page(post, *contents, **fields) -> ArticlePage:
    return pages(post, *contents, **fields)[post.id.rsplit("/", 1)[1]]


def labels(links) -> list[str]:
    return [link.label for link in links]


def test_every_published_post_has_a_page_at_its_address():
    hidden = make_post("nanti", publish_at=at("2026-12-01"))
    withdrawn = make_post("dicabut", withdrawal=WITHDRAWAL)
    outputs = month_outputs_of(article_outputs, make_post(), hidden, withdrawn, make_page())

    assert [(output.path, output.renderer, output.daily) for output in outputs] == [
        ("berita/dinkes/2026/11/imunisasi/index.html", "article.html", False)
    ]


def test_a_page_shows_what_the_post_says():
    post = make_post(
        title="Imunisasi", summary="Ringkas.", writer="Petugas", editor="Redaktur",
        replies=(Reply(at("2026-11-25"), "Dinas", "Jawaban."),),
    )  # fmt: skip
    shown = page(post)

    assert (shown.title, shown.summary, shown.writer, shown.editor) == (
        "Imunisasi", "Ringkas.", "Petugas", "Redaktur",
    )  # fmt: skip
    assert (shown.body, shown.excerpt) == (REF, "MASAMBA — Petugas melayani 40 anak.")
    assert shown.replies == post.replies
    assert shown.updated == at("2026-11-25")


def test_agency_partners_category_tags_and_places_are_links():
    post = make_post(
        agency="pkm-baebunta",
        partners=("kec-masamba",),
        tags=("ibu-hamil",),
        districts=("masamba",),
    )
    shown = page(post)

    assert shown.agency == Link("Puskesmas", "/perangkat-daerah/pkm-baebunta/")
    assert shown.parent == Link("Dinas Kesehatan", "/perangkat-daerah/dinkes/")
    assert shown.partners == (Link("Kecamatan Masamba", "/perangkat-daerah/kec-masamba/"),)
    assert shown.category == Link("Kesehatan", "/rubrik/kesehatan/")
    assert shown.tags == (Link("ibu hamil", "/tag/ibu-hamil/"),)
    assert shown.districts == (Link("Masamba", "/kecamatan/masamba/"),)


def test_an_agency_without_a_parent_has_none():
    assert page(make_post()).parent is None


def test_photos_stand_under_the_names_by_which_the_text_calls_them():
    uses = (
        PhotoUse("a.jpg", "Kader", "", "", "1" * 40),
        PhotoUse("b.jpg", "Warga", "", "", "2" * 40),
    )
    shown = page(make_post(photos=uses))

    assert [(placed.file, placed.picture.alt) for placed in shown.photos] == [
        ("a.jpg", "Kader"), ("b.jpg", "Warga"),
    ]  # fmt: skip


def test_the_activities_of_a_post_are_named_without_their_state():
    event = make_event(starts=540, ends=720)

    assert page(make_post(events=(event.id,)), event).events == (
        NamedEvent(
            "Acara imunisasi", "/agenda/dinkes/2026/11/24-imunisasi/", "Selasa, 24 November 2026",
            "09.00–12.00 WITA", "Posyandu Melati", False,
        ),
    )  # fmt: skip


def test_a_post_before_its_activity_announces_it():
    event = make_event(day="2026-11-26")

    assert page(make_post(date="2026-11-24", events=(event.id,)), event).events[0].announced


def test_an_activity_that_is_not_public_or_not_there_is_not_named():
    secret = make_event("rahasia", publicity=Publicity.TIDAK)
    later = make_event("nanti", "2026-12-01", publicity=Publicity.SETELAH_SELESAI)
    post = make_post(events=(secret.id, later.id, "dinkes/2026/11/01-tidak-ada"))

    assert page(post, secret, later).events == ()


def test_neighbours_are_the_next_posts_of_the_same_agency():
    posts = [
        make_post("a", "2026-11-01"), make_post("b", "2026-11-02"), make_post("c", "2026-11-03"),
        make_post("lain", "2026-11-02 10:00", agency="dishub"),
    ]  # fmt: skip
    shown = pages(*posts)

    assert shown["b"].newer == Link("Judul c", "/berita/dinkes/2026/11/c/")
    assert shown["b"].older == Link("Judul a", "/berita/dinkes/2026/11/a/")
    assert (shown["c"].newer, shown["a"].older) == (None, None)
    assert (shown["lain"].newer, shown["lain"].older) == (None, None)


def test_a_withdrawn_post_is_nobodys_neighbour():
    shown = pages(
        make_post("a", "2026-11-01"),
        make_post("b", "2026-11-02", withdrawal=WITHDRAWAL),
        make_post("c", "2026-11-03"),
    )

    assert shown["c"].older == Link("Judul a", "/berita/dinkes/2026/11/a/")


def related_of(post, *others) -> list[str]:
    return [card.id.rsplit("/", 1)[1] for card in page(post, *others).related]


def test_related_posts_share_a_tag_and_most_shared_tags_come_first():
    post = make_post("ini", "2026-11-24", tags=("a", "b"))
    others = [
        make_post("satu", "2026-11-23", tags=("a",)),
        make_post("dua", "2026-11-20", tags=("a", "b")),
        make_post("tiada", "2026-11-22", tags=("c",)),
    ]

    assert related_of(post, *others) == ["dua", "satu"]


def test_related_posts_come_from_the_ninety_days_before():
    post = make_post("ini", "2026-11-24", tags=("a",))
    inside = make_post("dalam", "2026-08-26", tags=("a",))
    outside = make_post("luar", "2026-08-25", tags=("a",))

    assert related_of(post, outside) == []
    assert related_of(post, outside, inside) == ["dalam"]


def test_of_equally_related_posts_the_newest_comes_first():
    others = [
        make_post("lama", "2026-11-01", tags=("a",)),
        make_post("baru", "2026-11-02", tags=("b",)),
    ]

    assert related_of(make_post("ini", tags=("a", "b")), *others) == ["baru", "lama"]


def test_a_tag_offers_its_two_newest_posts_and_all_tags_together_three():
    others = [
        make_post(f"{tag}{n}", f"2026-11-0{n}", tags=(tag,)) for tag in "ab" for n in (1, 2, 3)
    ]

    assert related_of(make_post("ini", tags=("a",)), *others) == ["a3", "a2"]
    assert related_of(make_post("ini", tags=("a", "b")), *others) == ["a3", "b3", "a2"]


def test_a_later_post_is_not_related():
    post = make_post("ini", "2026-11-24", tags=("a",))

    assert related_of(post, make_post("nanti", "2026-11-25", tags=("a",))) == []


def test_a_post_without_tags_has_no_related_posts():
    assert related_of(make_post("ini"), make_post("lain", "2026-11-23")) == []


def test_an_agency_of_its_own_may_have_posts_without_any_neighbour():
    agencies = (make_agency("dinkes"), make_agency("dishub"))

    assert page(make_post(), agencies=agencies).newer is None


@st.composite
def archives(draw):
    """Up to a dozen posts of two agencies over half a year."""
    rows = draw(
        st.lists(
            st.tuples(
                st.sampled_from(("dinkes", "dishub")),
                st.integers(0, 180),
                st.sets(st.sampled_from("abcd"), max_size=3),
            ),
            max_size=12,
        )
    )
    first = date(2026, 5, 20)
    return [
        make_post(f"p{n}", str(first + timedelta(days)), agency=agency, tags=tuple(sorted(tags)))
        for n, (agency, days, tags) in enumerate(rows)
    ]


quick = settings(max_examples=60, deadline=None, derandomize=True)


@given(archives())
@quick
def test_neighbours_lead_to_each_other_and_name_every_post_of_an_agency_once(posts):
    shown = pages(*posts)
    by_href = {page.href: page for page in shown.values()}

    for page_ in shown.values():
        if page_.older:
            older = by_href[page_.older.href]
            assert older.newer.href == page_.href
            assert older.agency == page_.agency
            assert older.date.minutes <= page_.date.minutes
    ends = [page_ for page_ in shown.values() if page_.older is None]
    assert len(ends) == len({post.agency for post in posts})


@given(archives())
@quick
def test_related_posts_are_few_older_near_and_share_a_tag(posts):
    tags = {post.id: set(post.tags) for post in posts}
    for post in posts:
        related = page(post, *posts).related

        assert len(related) <= RELATED
        assert len({card.id for card in related} | {post.id}) == len(related) + 1
        for card in related:
            assert 0 <= post.date.day - card.date.day <= RELATED_DAYS
            assert tags[card.id] & tags[post.id]


def related_naively(post, posts) -> list[str]:
    """The same by looking at every post: the two last ones of each tag, most shared tags first."""
    older = [p for p in posts if (p.date.minutes, post.id) < (post.date.minutes, p.id)]
    older.sort(key=lambda p: (-p.date.minutes, p.id))
    near = [p for p in older if post.date.day - p.date.day <= 90]
    found = {
        p.id: p for tag in post.tags for p in [p for p in older if tag in p.tags][:2] if p in near
    }
    ranked = sorted(
        found.values(), key=lambda p: (-len({*p.tags} & {*post.tags}), -p.date.minutes, p.id)
    )
    return [p.id for p in ranked[:3]]


@given(archives())
@quick
def test_related_posts_are_those_that_a_look_at_every_post_would_find(posts):
    shown = pages(*posts)

    for post in posts:
        related = shown[post.id.rsplit("/", 1)[1]].related
        assert [card.id for card in related] == related_naively(post, posts)


@given(archives(), st.integers(0, 180), st.sets(st.sampled_from("abcd"), max_size=3))
@quick
def test_one_more_post_changes_few_other_pages(posts, days, tags):
    day = str(date(2026, 5, 20) + timedelta(days))
    late = make_post("tambahan", day, tags=tuple(sorted(tags)))
    before, after = pages(*posts), pages(*posts, late)
    changed = [slug for slug in before if before[slug] != after[slug]]

    assert len(changed) <= 2 + 2 * len(tags)  # neighbours, and two newer posts of each tag
