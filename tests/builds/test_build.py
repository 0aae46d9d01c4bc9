"""Render what changed, keep what did not, remove what is gone."""

import shutil
from pathlib import Path

import pytest

from plugins.model.moment import DAY, Moment
from tests.builds.editing import ChangingNewsroom
from tests.builds.newsrooms import SHARED, Built, build, event_text, post_text, tree_of, write
from tests.builds.scenarios import SCENARIOS

NOW = "2026-11-25 08:00"
POST = "berita/dinkes/2026/11/imunisasi/index"
FILES = {
    **SHARED,
    f"{POST}.md": post_text("Imunisasi", "2026-11-24 09:00", "agenda: [dinkes/2026/10/20-rapat]"),
    "berita/dinkes/2026/09/lama/index.md": post_text("Lama", "2026-09-01 09:00", "tag: [anak]"),
    "agenda/dinkes/2026/10/20-rapat.md": event_text("Rapat", "2026-10-20"),
}


class Desk:
    """A content folder, its output, and what the build remembers."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.content = folder / "content"
        if not self.content.exists():
            write(self.content, FILES)
        self.output = folder / "keluaran"

    def build(self, now: str = NOW, workers: int = 1) -> Built:
        return build(self.content, self.output, self.folder / "cache", now, workers)

    def clean_tree(self, now: str = NOW, workers: int = 1) -> dict[str, bytes]:
        """What a build without any memory makes of the same content."""
        shutil.rmtree(self.folder / "baru", ignore_errors=True)
        build(self.content, self.folder / "baru" / "k", self.folder / "baru" / "c", now, workers)
        return tree_of(self.folder / "baru" / "k")


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    desk = Desk(tmp_path_factory.mktemp("meja"))
    desk.build()
    return desk.folder


@pytest.fixture
def desk(built: Path, tmp_path: Path) -> Desk:
    """A newsroom that was built once; a copy, which may be changed."""
    shutil.copytree(built, tmp_path, dirs_exist_ok=True)
    return Desk(tmp_path)


def written(moment: Moment) -> str:
    return f"{moment.iso_day} {moment.minute // 60:02}:{moment.minute % 60:02}"


def test_a_second_build_renders_nothing(desk):
    before = tree_of(desk.output)
    tally = desk.build().tally

    assert (tally.written, tally.kept, tally.gone) == ((), len(before), ())
    assert tree_of(desk.output) == before


def test_a_changed_post_renders_what_shows_it_and_nothing_else(desk):
    before = tree_of(desk.output)
    write(desk.content, {f"{POST}.md": FILES[f"{POST}.md"].replace("Imunisasi", "Vaksinasi")})
    tally = desk.build().tally
    after = tree_of(desk.output)

    changed = sorted(path for path in after if after[path] != before.get(path))
    (card,) = (path for path in changed if path.startswith("kartu/"))
    assert changed == [
        "agenda/dinkes/2026/10/20-rapat/index.html",
        "arsip/2026/11/index.html",
        "arsip/index.html",
        "berita/dinkes/2026/09/lama/index.html",
        "berita/dinkes/2026/11/imunisasi/index.html",
        "cakupan/2026/11/index.html",
        "cakupan/2026/11/laporan.json",
        "cakupan/dinkes/2026/10/index.html",
        "cakupan/dinkes/2026/11/bukti.csv",
        "cakupan/dinkes/2026/11/index.html",
        "feed.atom",
        "index.html",
        card,
        "perangkat-daerah/dinkes/2026/11/index.html",
        "perangkat-daerah/dinkes/feed.atom",
        "perangkat-daerah/dinkes/index.html",
        "perangkat-daerah/dinkes/media/index.html",
        "pers/dinkes/2026/11/imunisasi.zip",
        "rubrik/kesehatan/2026/11/index.html",
        "rubrik/kesehatan/feed.atom",
        "rubrik/kesehatan/index.html",
    ]
    assert (len(tally.written), tally.kept) == (21, len(after) - 21)
    assert after == desk.clean_tree()


def test_a_removed_post_takes_its_pages_with_it(desk):
    write(desk.content, {"berita/dinkes/2026/09/lama/index.md": None})
    tally = desk.build().tally

    assert "berita/dinkes/2026/09/lama/index.html" in tally.gone
    assert not (desk.output / "tag" / "anak").exists()
    assert tree_of(desk.output) == desk.clean_tree()


def test_what_somebody_else_put_there_goes_with_a_tree_of_unknown_make(desk):
    write(desk.output, {"asing.html": "asing", "berita/asing/index.html": "asing"})
    (desk.output / ".jejak").unlink()
    desk.build()

    assert tree_of(desk.output) == desk.clean_tree()


@pytest.mark.parametrize(
    "lost", ["keluaran", "cache", "cache/manifes", "cache/ikhtisar", "cache/bacaan"]
)
def test_whatever_is_lost_the_site_is_whole(desk, lost):
    place = desk.folder / lost
    if place.is_dir():
        shutil.rmtree(place)
    else:
        place.unlink()
    desk.build()

    assert tree_of(desk.output) == desk.clean_tree()


def test_whatever_is_damaged_the_site_is_whole(desk):
    for file in (desk.folder / "cache").rglob("*"):
        if file.is_file():
            file.write_bytes(file.read_bytes()[:-1] + b"\xff")
    write(desk.content, {f"{POST}.md": FILES[f"{POST}.md"].replace("40", "41")})
    desk.build()

    assert tree_of(desk.output) == desk.clean_tree()


def test_a_build_that_was_killed_leaves_a_tree_that_the_next_one_mends(desk):
    (desk.output / ".jejak").unlink()  # the first thing that a build does
    (desk.output / "index.html").write_bytes(b"setengah")
    (desk.output / ".feed.atom.17.sebagian").write_bytes(b"setengah")
    desk.build()

    assert tree_of(desk.output) == desk.clean_tree()


def test_the_number_of_workers_does_not_matter(desk):
    assert desk.clean_tree(workers=1) == desk.clean_tree(workers=3) == tree_of(desk.output)


def test_a_called_off_activity_that_becomes_public_appears_in_its_minute(desk):
    lines = ("mulai: 09:00", "selesai: 12:00", "publik: setelah-selesai", "status: batal")
    event = event_text("Panen", "2026-11-25", *lines, "alasan: Hujan.")
    write(desk.content, {"agenda/dinkes/2026/11/25-panen.md": event})
    page = desk.output / "agenda/dinkes/2026/11/25-panen/index.html"

    assert written(desk.build("2026-11-25 08:00").next_change) == "2026-11-25 12:00"
    assert not page.exists()
    desk.build("2026-11-25 12:00")
    assert page.exists()


def test_a_post_in_a_year_that_the_calendar_does_not_have_costs_only_itself(desk):
    for year in ("0000", "0001", "9999"):
        path = f"berita/dinkes/{year}/01/salah/index.md"
        write(desk.content, {path: post_text("Salah", f"{year}-01-10 09:00")})
    desk.build()

    assert (desk.output / f"{POST}.html").exists()
    assert not list(desk.output.rglob("salah"))


@pytest.mark.parametrize("name", SCENARIOS)
def test_an_incremental_build_makes_what_a_clean_one_would_make_after(name, tmp_path):
    scenario = SCENARIOS[name]
    desk = Desk(tmp_path)
    write(desk.content, dict.fromkeys(FILES.keys() - SHARED.keys()) | scenario.before)
    desk.build(NOW)
    before = tree_of(desk.output)
    write(desk.content, scenario.change)
    desk.build(scenario.now)

    assert tree_of(desk.output) != before
    assert tree_of(desk.output) == desk.clean_tree(scenario.now)


def changes(seed: int, steps: int, folder: Path) -> None:
    """Build after each of some random changes, beside a clean build of the same content."""
    desk, newsroom = Desk(folder), ChangingNewsroom(seed)
    for _ in range(steps):
        newsroom.write_to(desk.content)
        now = written(newsroom.now)
        built, clean = desk.build(now), desk.clean_tree(now)

        assert tree_of(desk.output) == clean
        last = built.next_change.minutes - 1
        if last > newsroom.now.minutes:  # until then nothing may change by itself
            assert desk.clean_tree(written(Moment(last // DAY, last % DAY))) == clean
        newsroom.change()


def test_after_any_changes_an_incremental_build_equals_a_clean_one(tmp_path):
    changes(1, 3, tmp_path)


@pytest.mark.audit
@pytest.mark.parametrize("seed", range(100, 110))
def test_after_many_changes_an_incremental_build_equals_a_clean_one(seed, tmp_path):
    changes(seed, 25, tmp_path)
