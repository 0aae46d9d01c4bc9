"""Costly outputs that are kept beside the build."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plugins.builds.keep import Keep

MARK, OTHER = bytes(range(16)), bytes(range(1, 17))
DATA = b"sebuah foto"


@pytest.fixture
def keep(tmp_path: Path) -> Keep:
    keep = Keep(tmp_path / "simpanan")
    keep.put(MARK, DATA)
    return keep


def file_of(keep: Keep) -> Path:
    (file,) = [path for path in keep.folder.rglob("*") if path.is_file()]
    return file


def test_what_was_kept_comes_back(keep):
    assert keep.get(MARK) == DATA
    assert keep.size(MARK) == 11


def test_another_build_finds_it_too(keep):
    assert Keep(keep.folder).get(MARK) == DATA


def test_nothing_is_found_under_another_fingerprint(keep):
    assert keep.get(OTHER) is None
    assert keep.size(OTHER) is None


def test_what_has_a_last_day_goes_when_it_is_over_and_the_rest_stays(keep):
    keep.put(OTHER, DATA, 739_000)
    keep.forget_before(739_000)
    assert keep.get(OTHER, 739_000) == DATA
    assert keep.size(OTHER, 739_000) == 11

    keep.forget_before(739_001)
    assert keep.get(OTHER, 739_000) is None
    assert keep.get(MARK) == DATA


def test_an_empty_output_is_kept_too(tmp_path):
    keep = Keep(tmp_path)
    keep.put(MARK, b"")

    assert keep.get(MARK) == b""


def test_a_folder_that_does_not_exist_is_a_miss(tmp_path):
    assert Keep(tmp_path / "tidak-ada").get(MARK) is None


def test_keeping_again_replaces(keep):
    keep.put(MARK, b"lain")

    assert keep.get(MARK) == b"lain"


@pytest.mark.parametrize("length", [0, 1, 15, 16, 17, 24, 26, 40, 50])
def test_a_truncated_file_is_a_miss(keep, length):
    file = file_of(keep)
    file.write_bytes(file.read_bytes()[:length])

    assert (keep.get(MARK), keep.size(MARK)) == (None, None)


@pytest.mark.parametrize("place", range(51))
def test_a_flipped_bit_is_a_miss_or_hurts_nothing(keep, place):
    file = file_of(keep)
    data = bytearray(file.read_bytes())
    data[place] ^= 1
    file.write_bytes(data)

    assert keep.get(MARK) == (DATA if place < 24 else None)
    assert keep.size(MARK) == (None if place < 24 else 11)


@pytest.mark.parametrize("data", [b"\0" * 27, b"{}", b"x" * 1000])
def test_a_file_with_other_bytes_is_a_miss(keep, data):
    file_of(keep).write_bytes(data)

    assert (keep.get(MARK), keep.size(MARK)) == (None, None)


def test_a_file_that_grew_is_a_miss(keep):
    with file_of(keep).open("ab") as file:
        file.write(b"x")

    assert (keep.get(MARK), keep.size(MARK)) == (None, None)


def test_a_file_of_another_fingerprint_in_its_place_has_no_size(keep):
    other = keep.folder / OTHER.hex()[:2] / OTHER.hex()[2:]
    other.parent.mkdir(exist_ok=True)
    other.write_bytes(file_of(keep).read_bytes())

    assert keep.size(OTHER) is None


def test_a_damaged_file_is_replaced_by_the_next_build(keep):
    file_of(keep).write_bytes(b"rusak")
    keep.put(MARK, DATA)

    assert keep.get(MARK) == DATA


def test_a_half_written_file_is_never_read(keep):
    """That of a worker who was killed; two may make the same output at the same time."""
    whole = file_of(keep)
    half = whole.with_suffix(".1")
    half.write_bytes(b"setengah")
    keep.put(MARK, DATA)

    assert keep.get(MARK) == DATA
    assert sorted(whole.parent.iterdir()) == sorted([whole, half])


@given(st.binary(max_size=60), st.binary(min_size=16, max_size=16))
@settings(max_examples=40, deadline=None, derandomize=True)
def test_any_bytes_come_back_under_any_fingerprint(tmp_path_factory, data, mark):
    keep = Keep(tmp_path_factory.mktemp("simpanan"))
    keep.put(mark, data)

    assert (keep.get(mark), keep.size(mark)) == (data, len(data))
