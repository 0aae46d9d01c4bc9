"""What the pages of one month are made of, and when they are planned again."""

from pathlib import Path

import pytest

from plugins.builds.memo import load_memos, save_memos
from plugins.builds.months import Months
from plugins.builds.survey import Surveyor
from plugins.model.history import History
from tests.builds.newsrooms import (
    SHARED,
    agency,
    board_at,
    event_text,
    library_of,
    post_text,
    write,
)

JANUARY = "berita/dinkes/2026/01/a/index.md"
MARCH = "agenda/dinkes/2026/03/10-rapat.md"
AUGUST = "berita/dinkes/2026/08/b/index.md"
NOVEMBER = "berita/dinkes/2026/11/c/index.md"
NAMES_MARCH = "agenda: [dinkes/2026/03/10-rapat]"
FILES = {
    **SHARED,
    JANUARY: post_text("A", "2026-01-20 09:00"),
    MARCH: event_text("Rapat", "2026-03-10"),
    AUGUST: post_text("B", "2026-08-20 09:00"),
    NOVEMBER: post_text("C", "2026-11-20 09:00", NAMES_MARCH),
}
ALL = ["2026-01", "2026-03", "2026-08", "2026-11"]


class Desk:
    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.content = write(folder / "content", FILES)

    def months(self, now: str = "2026-11-25 08:00") -> Months:
        """What a build knows of the months, remembered from one to the next."""
        library = library_of(board_at(self.content, now), self.folder / "cache")
        survey = Surveyor(library, load_memos(self.folder / "memo"), workers=1).survey()
        save_memos(self.folder / "memo", survey.memos)
        return Months(library, survey, History())

    def keys(self, constants: bytes = b"tema", **fields: str) -> dict[str, bytes]:
        months = self.months(**fields)
        return {name: months.key(name, constants) for name in months.survey.memos}


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path)


@pytest.mark.parametrize(
    ("path", "text", "stale"),
    [
        # the months of the ninety days after it, and those that name it or are named
        (JANUARY, post_text("A", "2026-01-20 09:00", body="Lain."), ["2026-01", "2026-03"]),
        (AUGUST, post_text("B", "2026-08-20 09:00", body="Lain."), ["2026-08", "2026-11"]),
        (MARCH, event_text("Senam", "2026-03-10"), ["2026-03", "2026-11"]),
        (
            NOVEMBER,
            post_text("C", "2026-11-20 09:00", NAMES_MARCH, body="Lain."),
            ["2026-03", "2026-11"],
        ),
        # and beyond those the neighbours whose page shows its title
        (JANUARY, post_text("D", "2026-01-20 09:00"), ["2026-01", "2026-03", "2026-08"]),
        (AUGUST, post_text("D", "2026-08-20 09:00"), ALL),
        ("perangkat-daerah/dinkes.md", agency("Dinas Lain", "Dinkes"), ALL),
    ],
)
def test_a_change_plans_those_months_again_that_may_show_it(desk, path, text, stale):
    before = desk.keys()
    write(desk.content, {path: text})
    after = desk.keys()

    assert [name for name in after if after[name] != before[name]] == stale


def test_a_new_month_touches_its_neighbours_only(desk):
    before = desk.keys()
    write(desk.content, {"berita/dinkes/2026/09/e/index.md": post_text("E", "2026-09-20 09:00")})
    after = desk.keys()

    assert [name for name in after if after[name] != before.get(name)] == [
        "2026-08", "2026-09", "2026-11",
    ]  # fmt: skip


def test_the_theme_counts_for_every_month(desk):
    before, after = desk.keys(b"tema"), desk.keys(b"lain")

    assert [name for name in after if after[name] == before[name]] == []


def test_a_day_that_moves_nothing_plans_nothing(desk):
    assert desk.keys(now="2026-11-25 08:00") == desk.keys(now="2026-12-20 20:00")


def test_the_day_on_which_a_press_pack_ends_plans_its_month_alone(desk):
    before, after = desk.keys(now="2026-12-20 20:00"), desk.keys(now="2027-01-20 20:00")

    assert [name for name in after if after[name] != before[name]] == ["2026-11"]


def test_a_month_is_made_of_its_own_pages_and_the_little_it_needs_of_others(desk):
    months = desk.months()
    march, november = months.edition("2026-03"), months.edition("2026-11")

    assert [post.title for post in november.chapter.published] == ["C"]
    assert [event.title for event in november.named.values()] == ["Rapat"]
    assert (november.older["dinkes"].label, november.newer) == ("B", {})
    assert [card.title for card in march.cards.values()] == ["C"]
    assert (march.older["dinkes"].label, march.newer["dinkes"].label) == ("A", "B")
