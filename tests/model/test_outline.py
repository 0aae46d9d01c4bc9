"""What the rest of the site needs to know of a month's posts."""

from plugins.model.card import Link
from plugins.model.chapter import open_chapter
from plugins.model.coverage import Naming
from plugins.model.month import Month
from plugins.model.outline import Outline, Pieces, outline_of
from plugins.model.post import Withdrawal
from plugins.photos.recipe import picture_of
from tests.model.makers import at, make_newsroom, make_post


def outlined(*posts, now: str = "2026-11-25 08:00") -> Outline:
    return outline_of(open_chapter(Month(2026, 11), make_newsroom(*posts), at(now), picture_of))


def test_each_agency_has_its_newest_and_its_oldest_post():
    posts = [
        make_post("a", "2026-11-01"), make_post("b", "2026-11-02"), make_post("c", "2026-11-03"),
        make_post("d", "2026-11-02", agency="dishub"),
    ]  # fmt: skip
    outline = outlined(*posts)

    assert {slug: link.label for slug, link in outline.newest.items()} == {
        "dinkes": "Judul c", "dishub": "Judul d",
    }  # fmt: skip
    assert outline.oldest["dinkes"] == Link("Judul a", "/berita/dinkes/2026/11/a/")


def test_a_head_counts_the_posts_of_its_list():
    heads = outlined(make_post("a"), make_post("b", agency="dishub")).heads

    assert {front: head.count for front, head in heads.items()} == {
        "/arsip/": 2, "/rubrik/kesehatan/": 2,
        "/perangkat-daerah/dinkes/": 1, "/perangkat-daerah/dishub/": 1,
    }  # fmt: skip


def test_a_head_changes_with_its_newest_twenty_cards_only():
    posts = [make_post(f"p{n:02}", f"2026-11-{n + 1:02}") for n in range(22)]
    head = outlined(*posts).heads["/arsip/"]
    older = outlined(make_post("p00", "2026-11-01", title="Lain"), *posts[1:]).heads["/arsip/"]
    newer = outlined(*posts[:-1], make_post("p21", "2026-11-22", title="Lain")).heads["/arsip/"]

    assert older.digest == head.digest
    assert newer.digest != head.digest


def test_what_posts_name_is_sorted_by_the_month_of_the_activity():
    post = make_post(events=("dinkes/2026/11/24-a", "dishub/2026/10/12-b"))

    of_post = (post.id, "dinkes", post.date.day, post.date.minutes, post.date.day)

    assert outlined(post).namings == {
        "2026-11": (Naming("dinkes/2026/11/24-a", *of_post),),
        "2026-10": (Naming("dishub/2026/10/12-b", *of_post),),
    }


def test_hidden_and_withdrawn_posts_leave_no_trace():
    names = {"events": ("dinkes/2026/11/24-a",)}
    hidden = make_post("a", publish_at=at("2026-12-01"), **names)
    withdrawn = make_post("b", withdrawal=Withdrawal(at("2026-11-25"), "Salah."), **names)

    assert outlined(hidden, withdrawn) == Outline(Month(2026, 11), {}, {}, {}, {}, {}, {}, {})


def test_pieces_are_counted_for_each_agency_and_kecamatan():
    found = outlined(
        make_post("a", "2026-11-02", partners=("kec-masamba",), districts=("masamba",)),
        make_post("b", "2026-11-09", events=("dinkes/2026/11/09-a",)),
    )
    second, ninth = at("2026-11-02").day, at("2026-11-09").day

    assert found.posts == 2
    assert found.by_agency == {
        "dinkes": Pieces(2, 1, ninth), "kec-masamba": Pieces(1, 0, second),
    }  # fmt: skip
    assert found.by_district == {"masamba": Pieces(1, 0, second)}
