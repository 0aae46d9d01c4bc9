"""Months that are read, judged and accepted."""

from pathlib import Path

import pytest

from plugins.builds.library import OPEN_MONTHS, Library
from plugins.builds.survey import Surveyor
from plugins.model.card import CardsRef
from plugins.model.month import Month
from plugins.model.recurrence import Occasions
from tests.builds.newsrooms import SHARED, board_at, event_text, library_of, post_text, write

FILES = {
    "agenda/dinkes/2026/10/20-rapat.md": event_text("Rapat", "2026-10-20"),
    "berita/dinkes/2026/11/baik/index.md": post_text(
        "Baik", "2026-11-24 09:00", "agenda: [dinkes/2026/10/20-rapat]"
    ),
    "berita/dinkes/2026/11/salah/index.md": post_text("Salah", "2026-11-24 09:00", "kunci: x"),
}


def library(folder: Path, files: dict[str, str]) -> Library:
    board = board_at(write(folder / "content", {**SHARED, **files}), "2026-11-25 08:00")
    found = library_of(board, folder / "cache")
    Surveyor(found, {}).survey()
    return found


def slugs(posts) -> list[str]:
    return [post.id.rsplit("/", 1)[1] for post in posts]


@pytest.fixture(scope="module")
def small(tmp_path_factory) -> Library:
    return library(tmp_path_factory.mktemp("pustaka"), FILES)


def test_a_chapter_holds_what_was_accepted_of_its_month(small):
    chapter = small.chapter(Month(2026, 11))

    assert slugs(chapter.published) == ["baik"]
    assert chapter.room.events == {}
    assert set(chapter.room.agencies) == {"dinkes", "dishub", "humas", "kec-masamba"}


def test_the_shared_room_has_agencies_categories_and_pages(small):
    assert (list(small.room.categories), list(small.room.pages)) == (
        ["kesehatan", "pemerintahan"], ["tentang"],
    )  # fmt: skip


def test_months_that_do_not_exist_are_passed_over(small):
    chapters = small.chapters([Month(2020, 1), Month(2026, 10), Month(2026, 11)])

    assert [chapter.month.name for chapter in chapters] == ["2026-10", "2026-11"]


def test_a_month_knows_the_other_months_that_it_names(small):
    newsroom = small.reader.section("2026-11").newsroom

    assert small.others_of(newsroom) == ("2026-10",)
    assert small.others_of(small.reader.section("2026-10").newsroom) == ()


def test_a_reference_into_another_month_is_no_fault(small):
    accepted = small.judge(small.reader.section("2026-11"), small.room, Occasions())

    assert accepted.quarantined == ("berita/dinkes/2026/11/salah/index.md",)
    assert {fault.path for fault in accepted.faults if fault.blocks} == {
        "content/berita/dinkes/2026/11/salah/index.md"
    }


def test_cards_of_a_handle_come_from_its_months(small):
    handle = CardsRef(
        front="/arsip/", months=(Month(2026, 11), Month(2026, 10)), count=1, cards=b""
    ).sealed()

    assert slugs(small.cards(handle)) == ["baik"]


def test_a_handle_stands_for_no_more_than_twenty_cards(tmp_path):
    files = {
        f"berita/dinkes/2026/11/p{n:02}/index.md": post_text(f"P{n}", f"2026-11-{n + 1:02} 09:00")
        for n in range(22)
    }
    handle = CardsRef(front="/arsip/", months=(Month(2026, 11),), count=20, cards=b"").sealed()

    assert slugs(library(tmp_path, files).cards(handle)) == [f"p{n:02}" for n in range(21, 1, -1)]


def test_more_months_than_are_kept_open_can_be_asked_for_again(tmp_path):
    names = [f"{2025 + n // 12}/{n % 12 + 1:02}" for n in range(OPEN_MONTHS + 3)]
    files = {
        f"berita/dinkes/{name}/p{number}/index.md": post_text(
            f"Judul {number}", f"{name.replace('/', '-')}-10 09:00"
        )
        for number, name in enumerate(names)
    }
    many = library(tmp_path, files)
    months = [Month(int(name[:4]), int(name[5:])) for name in names]

    assert [slugs(many.chapter(m).published) for m in months] == [
        [f"p{n}"] for n in range(len(names))
    ]
    assert slugs(many.chapter(months[0]).published) == ["p0"]


def test_a_stored_body_that_was_damaged_is_read_again(tmp_path):
    found = library(tmp_path, FILES)
    (post,) = found.chapter(Month(2026, 11)).published
    file = tmp_path / "cache/bacaan/2026-11.bagian"
    sound = found.body("2026-11", post.body)
    file.write_bytes(file.read_bytes()[:-40] + b"x" * 40)

    assert found.body("2026-11", post.body) == sound
