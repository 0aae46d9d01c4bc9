"""Bytes into the output folder."""

import os
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plugins.builds.writer import Writer
from plugins.reading import pool


def tree(folder: Path) -> dict[str, bytes]:
    return {str(p.relative_to(folder)): p.read_bytes() for p in folder.rglob("*") if p.is_file()}


def write(folder: Path, path: str, data: bytes) -> None:
    Writer(folder).write(path, data)


def test_a_file_is_written_with_the_folders_it_needs(tmp_path):
    write(tmp_path, "berita/a/index.html", b"isi")

    assert tree(tmp_path) == {"berita/a/index.html": b"isi"}


def test_the_output_folder_itself_is_made(tmp_path):
    write(tmp_path / "keluaran" / "baru", "a.html", b"isi")

    assert tree(tmp_path) == {"keluaran/baru/a.html": b"isi"}


@pytest.mark.parametrize("data", [b"isi", b"ISI", b"is", b"isi lagi", b""])
def test_an_older_file_is_replaced(tmp_path, data):
    writer = Writer(tmp_path)
    writer.write("a/b.html", b"isi")
    writer.write("a/b.html", data)

    assert tree(tmp_path) == {"a/b.html": data}


def test_a_reader_of_the_old_file_reads_it_whole(tmp_path):
    write(tmp_path, "a.html", b"lama" * 1000)
    with (tmp_path / "a.html").open("rb") as old:
        write(tmp_path, "a.html", b"baru")

        assert old.read() == b"lama" * 1000


def test_files_may_be_read_by_a_web_server(tmp_path):
    write(tmp_path, "a.html", b"isi")

    assert (tmp_path / "a.html").stat().st_mode & 0o777 == 0o644


def test_what_a_killed_build_left_half_written_goes(tmp_path):
    (tmp_path / ".a.html.sebagian").write_bytes(b"setengah")
    (tmp_path / "a.html").write_bytes(b"lama")
    (tmp_path / ".b.html.sebagian").write_bytes(b"setengah")
    writer = Writer(tmp_path)
    writer.write("a.html", b"isi")
    writer.remove(writer.others(["a.html"]))

    assert tree(tmp_path) == {"a.html": b"isi"}


def test_what_was_not_planned_is_found_and_removed(tmp_path):
    writer = Writer(tmp_path)
    for path in ("a.html", "lama.html", "berita/lama/index.html", ".htaccess"):
        writer.write(path, b"isi")

    others = writer.others(["a.html"])
    writer.remove(others)

    assert sorted(others) == [".htaccess", "berita/lama/index.html", "lama.html"]
    assert tree(tmp_path) == {"a.html": b"isi"}


def test_removed_files_take_the_folders_with_them_that_become_empty(tmp_path):
    writer = Writer(tmp_path)
    for path in ("berita/a/index.html", "berita/b/c/d/index.html", "x.html"):
        writer.write(path, b"isi")
    writer.remove(["berita/b/c/d/index.html", "x.html", "tidak/ada.html"])

    assert sorted(p.name for p in tmp_path.rglob("*")) == ["a", "berita", "index.html"]


def test_a_folder_that_went_is_made_again_when_it_is_needed(tmp_path):
    writer = Writer(tmp_path)
    writer.write("a/b/c.html", b"isi")
    writer.remove(["a/b/c.html"])
    writer.write("a/b/c.html", b"lagi")

    assert tree(tmp_path) == {"a/b/c.html": b"lagi"}


def test_the_output_folder_itself_stays(tmp_path):
    writer = Writer(tmp_path / "keluaran")
    writer.write("a.html", b"isi")
    writer.remove(writer.others([]))

    assert (tmp_path / "keluaran").is_dir()


@pytest.fixture
def elsewhere(tmp_path: Path) -> Path:
    """A folder outside the output with files that nothing may touch."""
    write(tmp_path / "luar", "a/index.html", b"isi")
    write(tmp_path / "luar", "penting.html", b"penting")
    return tmp_path / "luar"


UNTOUCHED = {"a/index.html": b"isi", "penting.html": b"penting"}


@pytest.mark.parametrize("link", ["berita", "berita/a"])
def test_a_linked_folder_is_never_written_through(tmp_path, elsewhere, link):
    output = tmp_path / "keluaran"
    (output / link).parent.mkdir(parents=True)
    (output / link).symlink_to(elsewhere)
    write(output, "berita/a/index.html", b"baru")

    assert tree(output) == {"berita/a/index.html": b"baru"}
    assert tree(elsewhere) == UNTOUCHED


@pytest.mark.parametrize("data", [b"penting", b"lain"])
def test_a_linked_file_is_replaced_by_a_file(tmp_path, elsewhere, data):
    output = tmp_path / "keluaran"
    output.mkdir()
    (output / "a.html").symlink_to(elsewhere / "penting.html")
    (output / ".a.html.sebagian").symlink_to(elsewhere / "penting.html")
    write(output, "a.html", data)

    assert not (output / "a.html").is_symlink()
    assert (output / "a.html").read_bytes() == data
    assert tree(elsewhere) == UNTOUCHED


def test_links_are_removed_and_what_they_point_to_stays(tmp_path, elsewhere):
    output = tmp_path / "keluaran"
    writer = Writer(output)
    writer.write("a.html", b"isi")
    (output / "tautan").symlink_to(elsewhere)
    (output / "berkas.html").symlink_to(elsewhere / "penting.html")
    writer.remove(writer.others(["a.html"]))

    assert sorted(os.listdir(output)) == ["a.html"]
    assert tree(elsewhere) == UNTOUCHED


paths = st.lists(
    st.sampled_from(["a.html", "b/index.html", "b/c/index.html", "d/e/f.xml", "g.txt"]), unique=True
)


@given(paths, paths)
@settings(max_examples=40, deadline=None, derandomize=True)
def test_after_a_build_the_folder_is_the_plan_whatever_lay_there(tmp_path_factory, old, new):
    folder = tmp_path_factory.mktemp("keluaran")
    for path in old:
        write(folder, path, b"lama")
    writer = Writer(folder)
    for path in new:
        writer.write(path, path.encode())
    gone = writer.others(iter(new))
    writer.remove(gone)

    assert tree(folder) == {path: path.encode() for path in new}
    assert sorted(gone) == sorted(set(old) - set(new))


def test_nothing_is_removed_through_a_linked_folder(tmp_path, elsewhere):
    output = tmp_path / "keluaran"
    output.mkdir()
    (output / "berita").symlink_to(elsewhere)
    Writer(output).remove(["berita/a/index.html", "berita/penting.html"])

    assert tree(elsewhere) == UNTOUCHED


def test_two_months_that_show_the_same_photo_may_write_it_at_the_same_time(tmp_path):
    def rewrite(number: int) -> bytes:
        for _ in range(300):
            Writer(tmp_path).write("foto/ab/c.webp", b"foto" * 1000)
        return b"%d" % number

    write(tmp_path, "foto/ab/c.webp", b"lama")

    assert sorted(pool.run(range(4), rewrite, 30.0, 4)) == [(n, b"%d" % n) for n in range(4)]
    assert tree(tmp_path) == {"foto/ab/c.webp": b"foto" * 1000}
