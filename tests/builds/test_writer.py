"""Bytes into the output folder."""

import os
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plugins.builds.writer import remove_others, write


def tree(folder: Path) -> dict[str, bytes]:
    return {str(p.relative_to(folder)): p.read_bytes() for p in folder.rglob("*") if p.is_file()}


def test_a_file_is_written_with_the_folders_it_needs(tmp_path):
    assert write(tmp_path, "berita/a/index.html", b"isi")
    assert tree(tmp_path) == {"berita/a/index.html": b"isi"}


def test_the_output_folder_itself_is_made(tmp_path):
    assert write(tmp_path / "keluaran" / "baru", "a.html", b"isi")


def test_equal_bytes_are_not_written_again(tmp_path):
    write(tmp_path, "a.html", b"isi")
    before = (tmp_path / "a.html").stat()

    assert not write(tmp_path, "a.html", b"isi")
    assert (tmp_path / "a.html").stat() == before


@pytest.mark.parametrize("data", [b"ISI", b"is", b"isi lagi", b""])
def test_other_bytes_replace_a_file(tmp_path, data):
    write(tmp_path, "a.html", b"isi")

    assert write(tmp_path, "a.html", data)
    assert tree(tmp_path) == {"a.html": data}


def test_a_reader_of_the_old_file_reads_it_whole(tmp_path):
    write(tmp_path, "a.html", b"lama" * 1000)
    with (tmp_path / "a.html").open("rb") as old:
        write(tmp_path, "a.html", b"baru")

        assert old.read() == b"lama" * 1000


def test_what_a_killed_build_left_half_written_is_replaced_or_removed(tmp_path):
    (tmp_path / ".a.html.sebagian").write_bytes(b"setengah")
    (tmp_path / ".b.html.sebagian").write_bytes(b"setengah")
    write(tmp_path, "a.html", b"isi")
    remove_others(tmp_path, ["a.html"])

    assert tree(tmp_path) == {"a.html": b"isi"}


def test_what_was_not_planned_is_removed_and_named(tmp_path):
    for path in ("a.html", "lama.html", "berita/lama/index.html", ".htaccess"):
        write(tmp_path, path, b"isi")
    removed = remove_others(tmp_path, ["a.html"])

    assert sorted(removed) == [".htaccess", "berita/lama/index.html", "lama.html"]
    assert tree(tmp_path) == {"a.html": b"isi"}


def test_folders_that_became_empty_go_and_others_stay(tmp_path):
    write(tmp_path, "berita/a/index.html", b"isi")
    write(tmp_path, "berita/b/c/d/index.html", b"isi")
    (tmp_path / "kosong" / "dalam").mkdir(parents=True)
    remove_others(tmp_path, ["berita/a/index.html"])

    assert sorted(p.name for p in tmp_path.rglob("*") if p.is_dir()) == ["a", "berita"]


def test_the_output_folder_itself_stays(tmp_path):
    write(tmp_path / "keluaran", "a.html", b"isi")
    remove_others(tmp_path / "keluaran", [])

    assert (tmp_path / "keluaran").is_dir()


@pytest.fixture
def elsewhere(tmp_path: Path) -> Path:
    """A folder outside the output with a file that nothing may touch."""
    write(tmp_path / "luar", "berita/a/index.html", b"isi")
    write(tmp_path / "luar", "penting.html", b"penting")
    return tmp_path / "luar"


def test_a_linked_folder_is_removed_and_what_it_points_to_stays(tmp_path, elsewhere):
    output = tmp_path / "keluaran"
    write(output, "a.html", b"isi")
    (output / "tautan").symlink_to(elsewhere)
    (output / "berkas.html").symlink_to(elsewhere / "penting.html")
    remove_others(output, ["a.html"])

    assert sorted(os.listdir(output)) == ["a.html"]
    assert tree(elsewhere) == {"berita/a/index.html": b"isi", "penting.html": b"penting"}


paths = st.lists(
    st.sampled_from(["a.html", "b/index.html", "b/c/index.html", "d/e/f.xml", "g.txt"]), unique=True
)


@given(paths, paths)
@settings(max_examples=40, deadline=None, derandomize=True)
def test_after_a_build_the_folder_is_the_plan_whatever_lay_there(tmp_path_factory, old, new):
    folder = tmp_path_factory.mktemp("keluaran")
    for path in old:
        write(folder, path, b"lama")
    for path in new:
        write(folder, path, path.encode())
    removed = remove_others(folder, iter(new))

    assert tree(folder) == {path: path.encode() for path in new}
    assert sorted(removed) == sorted(set(old) - set(new))


@pytest.mark.parametrize("link", ["berita", "berita/a"])
def test_a_linked_folder_is_never_written_through(tmp_path, elsewhere, link):
    output = tmp_path / "keluaran"
    (output / link).parent.mkdir(parents=True)
    (output / link).symlink_to(elsewhere)
    write(output, "berita/a/index.html", b"baru")
    remove_others(output, ["berita/a/index.html"])

    assert tree(output) == {"berita/a/index.html": b"baru"}
    assert tree(elsewhere) == {"berita/a/index.html": b"isi", "penting.html": b"penting"}


@pytest.mark.parametrize("data", [b"penting", b"lain"])
def test_a_linked_file_is_replaced_by_a_file(tmp_path, elsewhere, data):
    output = tmp_path / "keluaran"
    output.mkdir()
    (output / "a.html").symlink_to(elsewhere / "penting.html")

    assert write(output, "a.html", data)
    assert not (output / "a.html").is_symlink()
    assert tree(elsewhere) == {"berita/a/index.html": b"isi", "penting.html": b"penting"}
