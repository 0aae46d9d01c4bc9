"""One month: what is out, and how lists show it."""

from plugins.model.chapter import (
    Chapter,
    agency_link,
    category_link,
    open_chapter,
    post_link,
    short_agency_link,
)
from plugins.model.month import Month
from plugins.model.post import Correction, PhotoUse, Withdrawal
from plugins.photos.recipe import picture_of
from tests.model.makers import at, make_newsroom, make_post

PHOTO_USE = PhotoUse("a.jpg", "Kader menimbang balita", "Keterangan", "Kredit", "0" * 40)
WITHDRAWN = {"withdrawal": Withdrawal(at("2026-11-24 12:00"), "Terbit dua kali.")}


def opened(*posts, now: str = "2026-11-25 08:00") -> Chapter:
    return open_chapter(Month(2026, 11), make_newsroom(*posts), at(now), picture_of)


def slugs(found) -> list[str]:
    return [item.id.rsplit("/", 1)[1] for item in found]


def test_published_posts_stand_newest_first_and_equal_times_by_id():
    posts = [
        make_post("b"),
        make_post("a"),
        make_post("lama", "2026-11-01"),
        make_post("baru", "2026-11-25"),
    ]
    chapter = opened(*posts)

    assert slugs(chapter.published) == ["baru", "a", "b", "lama"]
    assert slugs(chapter.cards.values()) == ["baru", "a", "b", "lama"]
    assert slugs(chapter.lists["/rubrik/kesehatan/"]) == ["baru", "a", "b", "lama"]


def test_a_post_under_embargo_is_nowhere():
    post = make_post(publish_at=at("2026-11-25 08:01"), tags=("imunisasi",), photos=(PHOTO_USE,))
    chapter = opened(post, now="2026-11-25 08:00")

    assert (chapter.published, chapter.withdrawn) == ((), ())
    assert chapter.cards == chapter.lists == {}
    assert slugs(opened(post, now="2026-11-25 08:01").published) == ["imunisasi"]


def test_a_withdrawn_post_is_kept_apart_from_the_published():
    chapter = opened(make_post("ada"), make_post("dicabut", **WITHDRAWN))

    assert slugs(chapter.published) == ["ada"]
    assert slugs(chapter.withdrawn) == ["dicabut"]
    assert slugs(chapter.lists["/arsip/"]) == ["ada"]


def test_a_withdrawn_post_under_embargo_stays_hidden():
    assert opened(make_post(publish_at=at("2026-12-01"), **WITHDRAWN)).withdrawn == ()


def test_a_withdrawn_post_needs_its_photos_no_more():
    use = PhotoUse("hilang.jpg", "Kader", "", "", "")
    chapter = open_chapter(
        Month(2026, 11),
        make_newsroom(make_post(photos=(use,), **WITHDRAWN), photos={}),
        at("2026-11-25"),
        picture_of,
    )

    assert slugs(chapter.withdrawn) == ["imunisasi"]


def test_a_card_shows_the_first_photo_the_summary_and_whether_it_was_corrected():
    post = make_post(
        photos=(PHOTO_USE,), summary="Ringkas.", corrections=(Correction(at("2026-11-25"), "a"),)
    )
    chapter = opened(post)
    card = chapter.card(post)

    assert chapter.pictures(post)[0] == card.picture
    assert (card.picture.alt, card.summary, card.corrected) == (
        "Kader menimbang balita", "Ringkas.", True,
    )  # fmt: skip
    assert card.updated == at("2026-11-25")
    assert card.digest != b""


def test_a_card_without_summary_and_photo_shows_the_beginning_of_the_text():
    (card,) = opened(make_post()).cards.values()

    assert (card.picture, card.summary) == (None, "MASAMBA — Petugas melayani 40 anak.")


def test_a_card_names_the_agency_briefly_and_a_link_names_it_in_full():
    room = make_newsroom()

    assert short_agency_link("dinkes", room).label == "Dinkes"
    assert agency_link("dinkes", room).label == "Dinas Kesehatan"
    assert category_link("kesehatan", room).href == "/rubrik/kesehatan/"
    assert post_link(make_post()).href == "/berita/dinkes/2026/11/imunisasi/"
