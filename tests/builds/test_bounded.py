"""How many files one change writes: two bounds that the archive's size does not move.

Pages that are declared daily have a budget of their own (docs/dev/decisions/0011).
"""

import re
import shutil
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.builds.newsrooms import SHARED, agency, build, event_text, post_text, write
from tests.photos.samples import encoded, plain

pytestmark = pytest.mark.xdist_group("bounded")  # both archives are built once

NOW = "2026-11-25 08:00"
AGENCIES = ("dinkes", "dishub", "kec-masamba")
TAGS = ("anak", "gizi", "jalan", "rambu", "panen", "pasar")
EVENT = "dinkes/2026/11/24-rapat"
MERGED = "berita/dinkes/{month}/baru/index.md"
LINES = ("tag: [anak, gizi]", f"agenda: [{EVENT}]", "bersama: [dishub]", "kecamatan: [masamba]")
OF_A_POST = 15 + 4 * (2 + 2 + 1)  # two agencies, two tags, one activity
# Of a month; agenda/evidence.py declares them daily.
EVIDENCE = re.compile(r"cakupan/[a-z-]+/\d{4}/\d{2}/")
OF_A_DAY = 60  # home, agenda, ledger and its files, and the fronts that a change touches


class Written(NamedTuple):
    """What a build wrote or took away."""

    lasting: frozenset[str]
    daily: frozenset[str]


def archive(months: int) -> dict[str, str | bytes | None]:
    """Twenty-four posts and four activities in each month before December 2026."""
    files: dict[str, str | bytes | None] = {**SHARED}
    for back in range(months):
        year, month = divmod(2026 * 12 + 10 - back, 12)
        for number in range(24):
            own, tag = AGENCIES[number % 3], TAGS[number % 6]
            path = f"berita/{own}/{year}/{month + 1:02}/b{number}/index.md"
            day = f"{year}-{month + 1:02}-{number + 1:02}"
            files[path] = post_text(f"Kabar {back} {number}", day, f"tag: [{tag}]")
        for number in range(4):
            path = f"agenda/{AGENCIES[number % 3]}/{year}/{month + 1:02}/{number + 5:02}-senam.md"
            files[path] = event_text("Senam", f"{year}-{month + 1:02}-{number + 5:02}")
    files[f"agenda/{EVENT}.md"] = event_text("Rapat", "2026-11-24")
    return files


class Archive:
    """A newsroom that was built once."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.content = folder / "content"

    def build(self, now: str = NOW) -> Written:
        found = build(self.content, self.folder / "keluaran", self.folder / "cache", now)
        paths = frozenset((*found.tally.written, *found.tally.gone))
        daily = found.daily | {path for path in paths if EVIDENCE.match(path)}
        return Written(paths - daily, paths & daily)

    def after(self, *changes: dict[str, str | bytes | None], now: str = NOW) -> Written:
        """What the last of some changes writes."""
        for change in changes:
            write(self.content, change)
            written = self.build(now)
        return written


@pytest.fixture(scope="module")
def archives(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """The same newsroom after half a year and after three years."""
    folders = [tmp_path_factory.mktemp("arsip") / str(months) for months in (6, 36)]
    for folder, months in zip(folders, (6, 36), strict=True):
        write(folder / "content", archive(months))
        Archive(folder).build()
    return folders


def copy_of(ready: Path, folder: Path) -> Archive:
    shutil.copytree(ready, folder)
    return Archive(folder)


def new_post(month: str, day: str, *more: str) -> dict[str, str | bytes | None]:
    return {MERGED.format(month=month): post_text("Baru", day, *LINES, *more)}


ORDINARY = new_post("2026/11", "2026-11-25 07:00")
LATE = new_post("2026/08", "2026-08-20 07:00")
REDATED = new_post("2026/11", "2026-11-10 07:00")
MOVED = {**new_post("2026/10", "2026-10-20 07:00"), MERGED.format(month="2026/11"): None}
WITHDRAWN = new_post(
    "2026/11", "2026-11-25 07:00", "dicabut: {tanggal: 2026-11-25, alasan: Terbit dua kali.}"
)
WITH_PHOTO = {
    **new_post("2026/11", "2026-11-25 07:00", "foto: [{berkas: a.jpg, alt: Kader menimbang}]"),
    "berita/dinkes/2026/11/baru/a.jpg": encoded(plain(60), "JPEG"),
}
TELEPHONE = {
    "perangkat-daerah/dishub.md": SHARED["perangkat-daerah/dishub.md"].replace(
        "jenis: dinas\n", 'jenis: dinas\ntelepon_kantor: "(0473) 21001"\n'
    )
}
CHANGES = {
    "an ordinary post": (ORDINARY,),
    "a post with a photo": (WITH_PHOTO,),
    "a late post, of three months ago": (LATE,),
    "a re-dated post": (ORDINARY, REDATED),
    "a post re-dated into another month": (ORDINARY, MOVED),
    "a withdrawn post": (ORDINARY, WITHDRAWN),
    "an agency's telephone number": (TELEPHONE,),
}


@pytest.mark.parametrize("name", CHANGES)
def test_a_change_writes_a_bounded_number_of_files_whatever_the_archive(archives, tmp_path, name):
    small, large = (
        copy_of(ready, tmp_path / str(number)).after(*CHANGES[name])
        for number, ready in enumerate(archives)
    )

    changed = 2 if "another month" in name else 1  # one goes and one comes
    assert len(small.lasting) == len(large.lasting) <= OF_A_POST * changed
    assert 0 < len(small.daily) == len(large.daily) <= OF_A_DAY
    agencies = {path.split("/")[1] for path in large.daily if path.count("/") > 1}
    assert agencies <= {"dinkes", "dishub"}  # no other agency's fronts and evidence


@pytest.mark.parametrize("now", ["2026-11-26 00:00", "2026-12-01 00:00"])
def test_midnight_writes_the_daily_pages_alone(archives, tmp_path, now):
    written = copy_of(archives[0], tmp_path / "situs").build(now)
    every = written.lasting | written.daily

    assert 0 < len(every) <= OF_A_DAY
    assert not [path for path in every if path.startswith("berita/")]


def test_the_end_of_press_packs_writes_their_posts_and_kits_beside_the_daily_pages(
    archives, tmp_path
):
    """On 25 December the packs of 24 November end, of which this archive has one post."""
    for number, ready in enumerate(archives):
        site = copy_of(ready, tmp_path / str(number))
        site.build("2026-12-24 00:00")
        assert site.build("2026-12-24 23:59").lasting == frozenset()

        written = site.build("2026-12-25 00:00")
        assert sorted(written.lasting) == [
            "berita/kec-masamba/2026/11/b23/index.html", "pers/kec-masamba/2026/11/b23.zip",
        ]  # fmt: skip
        assert len(written.daily) <= OF_A_DAY


def test_a_renamed_agency_writes_what_names_it_and_nothing_else(archives, tmp_path):
    renamed = {"perangkat-daerah/dishub.md": agency("Dinas Baru", "Disbaru")}
    written = copy_of(archives[0], tmp_path / "situs").after(renamed)

    assert len(written.lasting) > OF_A_POST
    assert not [path for path in written.lasting if path.startswith("perangkat-daerah/dinkes/2026")]
    assert not [path for path in written.lasting if path.startswith("pers/dinkes/")]


def test_at_midnight_evidence_moves_only_where_a_state_does(archives, tmp_path):
    """On 26 November nothing changes its state; on the 28th the meeting of Dinkes is missed."""
    site = copy_of(archives[0], tmp_path / "situs")
    quiet, moved = site.build("2026-11-26 00:00"), site.build("2026-11-28 00:00")

    assert not [path for path in quiet.daily if path.startswith("cakupan/d")]
    assert sorted(path for path in moved.daily if path.startswith("cakupan/d")) == [
        "cakupan/dinkes/2026/11/bukti.csv", "cakupan/dinkes/2026/11/index.html",
        "cakupan/dinkes/index.html",
    ]  # fmt: skip
