"""What months ask of one another: older addresses, and activities that recur."""

from pathlib import Path

import pytest

from plugins.builds.claims import Claims, gather
from plugins.builds.survey import Surveyor
from tests.builds.newsrooms import SHARED, board_at, event_text, library_of, post_text, write

WEEKLY = "ulang: {setiap: pekan, sampai: 2026-11-30}"


def files(months: int) -> dict[str, str]:
    """One claiming post and one recurring activity in each month."""
    found = dict(SHARED)
    for number in range(1, months + 1):
        day = f"2026-{number:02}-10"
        alias = f"alias: [/berita/dinkes/2026/{number:02}/lama/]"
        found[f"berita/dinkes/2026/{number:02}/a/index.md"] = post_text("A", day, alias)
        found[f"berita/dinkes/2026/{number:02}/b/index.md"] = post_text("B", day)
        found[f"agenda/dinkes/2026/{number:02}/10-senam.md"] = event_text("S", day, WEEKLY)
    return found


def ids(claims: Claims) -> tuple[list[str], list[str]]:
    return [post.id for post in claims.posts], [event.id for event in claims.series]


@pytest.mark.parametrize("months", [2, 6])
def test_claims_are_gathered_in_one_order_however_many_months_changed(tmp_path: Path, months):
    content = write(tmp_path / "content", files(months))
    library = library_of(board_at(content, "2026-11-25 08:00"), tmp_path / "cache", workers=2)

    assert ids(gather(library.reader, {})) == (
        [f"dinkes/2026/{n:02}/a" for n in range(1, months + 1)],
        [f"dinkes/2026/{n:02}/10-senam" for n in range(1, months + 1)],
    )


def test_what_is_remembered_claims_the_same(tmp_path: Path):
    content = write(tmp_path / "content", files(2))
    library = library_of(board_at(content, "2026-11-25 08:00"), tmp_path / "cache")
    known = Surveyor(library, {}, workers=1).survey().memos

    assert gather(library.reader, known) == gather(library.reader, {})
