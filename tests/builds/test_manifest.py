"""Which output was made of what."""

import os
import shutil
from pathlib import Path

import pytest

from plugins.builds import manifest
from plugins.builds.manifest import MARK, TREES, BuildManifest, Planned, pack
from plugins.model.record import digest_of_bytes

KEY, OTHER = bytes(range(16)), bytes(range(1, 17))
SECTIONS = {
    "2026-11": pack(Planned(KEY, {"a/index.html": b"1", "foto/a.webp": b"2"})),
    "2026-10": pack(Planned(OTHER, {"foto/a.webp": b"2"})),
    "situs": pack(Planned(KEY, {"index.html": b"3"})),
}


@pytest.fixture
def saved(tmp_path: Path) -> tuple[Path, Path]:
    """The folder of manifests, and an output that one of them describes."""
    folder, output = tmp_path / "cache" / "manifes", tmp_path / "keluaran"
    manifest.save(SECTIONS, folder, output)
    return folder, output


def file_of(folder: Path, output: Path) -> Path:
    return folder / (output / MARK).read_text()


def test_what_was_saved_is_loaded(saved):
    found = manifest.load(*saved)

    assert found
    assert found.section("2026-11") == Planned(KEY, {"a/index.html": b"1", "foto/a.webp": b"2"})
    assert found.paths() == {"a/index.html", "foto/a.webp", "index.html"}
    assert found.section_paths("situs") == {"index.html"}


def test_a_section_says_under_which_key_it_was_planned():
    found = BuildManifest(SECTIONS)

    assert found.planned_under("2026-11", KEY)
    assert not found.planned_under("2026-11", OTHER)
    assert not found.planned_under("2026-09", KEY)
    assert (found.section("2026-09"), found.section_paths("2026-09")) == (None, set())


def test_equal_sections_are_equal_bytes_in_any_order(saved):
    folder, output = saved
    before = (output / MARK).read_bytes()
    manifest.save(dict(reversed(SECTIONS.items())), folder, output)

    assert (output / MARK).read_bytes() == before
    assert len(list(folder.iterdir())) == 1


def test_a_copy_of_a_tree_is_described_as_well(saved, tmp_path):
    folder, output = saved
    shutil.copytree(output, tmp_path / "salinan")
    manifest.save({"situs": SECTIONS["situs"]}, folder, output)

    copied, changed = manifest.load(folder, tmp_path / "salinan"), manifest.load(folder, output)
    assert copied
    assert changed
    assert (copied.sections, changed.sections) == (SECTIONS, {"situs": SECTIONS["situs"]})


def test_the_manifests_of_the_newest_trees_are_kept(tmp_path):
    folder, outputs = tmp_path / "manifes", [tmp_path / str(n) for n in range(TREES + 2)]
    for number, output in enumerate(outputs):
        manifest.save({str(number): SECTIONS["situs"]}, folder, output)
        os.utime(file_of(folder, output), ns=(number, number))

    found = [manifest.load(folder, output) is not None for output in outputs]
    assert found == [False, False] + [True] * TREES


def test_an_output_that_was_lost_is_not_described(saved):
    shutil.rmtree(saved[1])

    assert manifest.load(*saved) is None


def test_an_output_in_motion_is_not_described(saved):
    manifest.unmark(saved[1])

    assert manifest.load(*saved) is None


@pytest.mark.parametrize("length", [0, 1, 20, -1])
def test_a_truncated_manifest_describes_nothing(saved, length):
    file = file_of(*saved)
    file.write_bytes(file.read_bytes()[:length])

    assert manifest.load(*saved) is None


def test_a_flipped_bit_anywhere_makes_it_describe_nothing(saved):
    file = file_of(*saved)
    data = file.read_bytes()
    for place in range(len(data)):
        damaged = bytearray(data)
        damaged[place] ^= 1
        file.write_bytes(damaged)

        assert manifest.load(*saved) is None


def test_another_kind_of_file_describes_nothing_even_with_its_mark(saved):
    folder, output = saved
    mark = digest_of_bytes(b"\x93abc").hex()
    (folder / mark).write_bytes(b"\x93abc")
    (output / MARK).write_text(mark)

    assert manifest.load(folder, output) is None


@pytest.mark.parametrize("mark", [b"", b"x", b"\xff", b"0" * 32, b"../manifes/x", b"\xc3" * 32])
def test_a_damaged_mark_makes_it_describe_nothing(saved, mark):
    (saved[1] / MARK).write_bytes(mark)

    assert manifest.load(*saved) is None


def test_a_missing_manifest_describes_nothing(saved, tmp_path):
    assert manifest.load(tmp_path / "tidak-ada", saved[1]) is None


def test_unmarking_what_has_no_mark_is_no_fault(tmp_path):
    manifest.unmark(tmp_path / "tidak-ada")
