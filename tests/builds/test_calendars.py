"""What writes a calendar file in a whole build, and what leaves all of them alone."""

from pathlib import Path

import pytest

from plugins.model.history import History, Revision
from tests.builds.newsrooms import SHARED, build, event_text, post_text, tree_of, write
from tests.model.makers import at

NOW = "2026-11-25 08:00"
MEETING = "dinkes/2026/11/24-rapat"
WEEKLY = "ulang: {setiap: pekan, sampai: 2027-03-31}"
FILES = {
    **SHARED,
    f"agenda/{MEETING}.md": event_text("Rapat", "2026-11-24"),
    "agenda/dishub/2026/10/06-senam.md": event_text("Senam", "2026-10-06", WEEKLY),
    "agenda/dinkes/2026/07/01-lama.md": event_text("Lama", "2026-07-01"),
}
KINDS = (".ics", "agenda.csv", "agenda.json")


class Desk:
    def __init__(self, folder: Path) -> None:
        self.content, self.output = folder / "content", folder / "keluaran"
        self.cache = folder / "cache"
        write(self.content, FILES)

    def build(self, *, now: str = NOW, history: History | None = None) -> set[str]:
        """The calendars and exports that a build writes."""
        found = build(self.content, self.output, self.cache, now, history=history or History())
        return {path for path in found.tally.written if path.endswith(KINDS)}

    def text(self, path: str) -> str:
        return (self.output / path).read_text(encoding="utf-8", errors="replace")


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    """Each test goes on from where the one before it left the newsroom."""
    made = Desk(tmp_path_factory.mktemp("kalender"))
    made.build()
    return made


def test_a_calendar_holds_the_months_around_today_and_each_time_of_a_series(desk):
    shared = desk.text("agenda/agenda.ics")

    assert [word in shared for word in ("Rapat", "20261006", "20270330", "Lama")] == [
        True, True, True, False,
    ]  # fmt: skip
    assert "Rapat" not in desk.text("perangkat-daerah/dishub/agenda.ics")


def test_the_news_of_an_activity_writes_none(desk):
    news = post_text("Rapat selesai", "2026-11-25 07:00", f"agenda: [{MEETING}]")
    write(desk.content, {"berita/dinkes/2026/11/rapat/index.md": news})

    assert desk.build() == set()


def test_a_changed_activity_writes_its_own_its_months_and_its_agencies(desk):
    write(desk.content, {f"agenda/{MEETING}.md": event_text("Rapat baru", "2026-11-24")})

    assert desk.build() == {
        "agenda/2026/11/agenda.csv", "agenda/2026/11/agenda.ics", "agenda/2026/11/agenda.json",
        f"agenda/{MEETING}/kegiatan.ics", "agenda/agenda.ics",
        "perangkat-daerah/dinkes/agenda.ics",
    }  # fmt: skip
    assert "Rapat baru" in desk.text("perangkat-daerah/dinkes/agenda.ics")


def test_a_change_that_git_alone_knows_moves_the_sequence_in_every_calendar(desk):
    history = History({"dishub/2026/10/06-senam": Revision(3, at("2026-11-25 07:00").minutes)})
    written = desk.build(history=history)

    assert {path.split("/", 1)[0] for path in written} == {"agenda", "perangkat-daerah"}
    assert "perangkat-daerah/dinkes/agenda.ics" not in written
    assert desk.text("agenda/agenda.ics").count("SEQUENCE:2\n") == 26
    assert desk.text("agenda/2027/03/agenda.ics").count("SEQUENCE:2\n") == 5


def test_what_was_brought_up_to_date_is_what_a_clean_build_writes(desk, tmp_path):
    desk.build()
    build(desk.content, tmp_path / "bersih", tmp_path / "cache", NOW)

    assert tree_of(desk.output) == tree_of(tmp_path / "bersih")
