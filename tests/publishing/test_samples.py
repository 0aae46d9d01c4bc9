"""The delivered samples: honest, whole, and moved to this week by whole weeks."""

import re
from pathlib import Path

import pytest

from plugins.checks import gate
from plugins.model.moment import Moment, parse_moment
from plugins.publishing.samples import shift, weeks_to
from plugins.reading.reader import load
from plugins.reading.tree import FolderTree
from tests.conftest import ROOT

CONTENT = ROOT / "content"


@pytest.fixture(scope="module")
def files() -> dict[str, bytes]:
    tree = FolderTree(CONTENT)
    return {entry.path: tree.read(entry) for entry in tree.entries()}


def faults(folder: Path, now: Moment) -> list[str]:
    tree = FolderTree(folder)
    newsroom = load(tree, gate.inspect)
    return [fault.text for fault in gate.judge(newsroom, tree, now, "humas") if fault.blocks]


def write(files: dict[str, bytes], folder: Path) -> Path:
    for path, data in files.items():
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(data)
    return folder


def test_the_samples_pass_the_gate():
    assert faults(CONTENT, parse_moment("2026-11-24 12:00")) == []


def test_there_are_enough_samples_for_a_first_impression(files):
    posts = [path for path in files if path.endswith("/index.md")]

    assert len(posts) >= 60
    assert len({path.split("/")[1] for path in posts}) >= 20
    assert len([path for path in files if path.startswith("agenda/")]) >= 80
    assert len([path for path in files if path.endswith(".jpg")]) >= 40
    assert sum(len(data) for path, data in files.items() if path.endswith(".jpg")) <= 12_000_000


@pytest.mark.parametrize("today", ["2026-11-24", "2026-12-01", "2027-02-28", "2028-03-01"])
def test_moved_by_whole_weeks_the_samples_still_pass_the_gate(files, today, tmp_path):
    moment = parse_moment(f"{today} 12:00")
    weeks = weeks_to(moment, files)
    moved = shift(files, weeks)

    assert faults(write(moved, tmp_path), moment) == []
    assert len(moved) == len(files)


@pytest.mark.parametrize("today", ["2026-11-24", "2026-11-30", "2026-12-01", "2027-06-15"])
def test_the_newest_day_is_within_the_last_seven(files, today):
    moment = parse_moment(today)
    moved = shift(files, weeks_to(moment, files))
    days = [
        parse_moment(match[1].decode()).day
        for path, data in moved.items()
        if path.endswith("/index.md") and b"terbit_pada" not in data
        for match in [re.search(rb"^tanggal: (\d{4}-\d{2}-\d{2})", data, re.MULTILINE)]
        if match
    ]

    assert 0 <= moment.day - max(days) < 7


def test_dates_in_every_form_move_together_and_other_numbers_stay(files):
    text = (
        "---\njudul: Contoh\ntanggal: 2026-11-24 09:30\n"
        "agenda: [dinkes/2026/11/24-imunisasi]\n---\n\n"
        "Selasa (24/11/2026), 24 November 2026, 2026-11-24; Rp10.000; pukul 09.30; 1/2 hari.\n"
        "[lihat](/berita/dinkes/2026/11/contoh/)\n"
    )
    moved = shift({"berita/dinkes/2026/11/contoh/index.md": text.encode()}, 1)

    assert {path: data.decode() for path, data in moved.items()} == {
        "berita/dinkes/2026/12/contoh/index.md": (
            "---\njudul: Contoh\ntanggal: 2026-12-01 09:30\n"
            "agenda: [dinkes/2026/12/01-imunisasi]\n---\n\n"
            "Selasa (1/12/2026), 1 Desember 2026, 2026-12-01; Rp10.000; pukul 09.30; 1/2 hari.\n"
            "[lihat](/berita/dinkes/2026/12/contoh/)\n"
        )
    }


def test_moving_by_no_weeks_changes_nothing(files):
    assert shift(files, 0) == files


def test_the_samples_name_no_telephone_and_no_government_address(files):
    texts = [data.decode() for path, data in files.items() if path.endswith((".md", ".yaml"))]
    telephone = re.compile(r"(?:\+62|\b0)8\d{8,}|\(0473\)")

    assert [text[:60] for text in texts if telephone.search(text) or "go.id" in text] == []
