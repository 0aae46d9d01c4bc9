"""Hostile names, bytes, photos and git entries are refused under their own name."""

import os
from contextlib import closing
from pathlib import Path

import pytest

from plugins.reading.tree import CommitTree, FolderTree, WorkTree
from tests.conftest import commit_all, run_git
from tests.hostile.newsroom import (
    PHOTO,
    POST,
    event,
    jpeg,
    places,
    post,
    refusals,
    refusals_of,
    write,
)

MONTH = "berita/dinkes/2026/11/"
SECRET = b"[remote]\n\turl = https://x-access-token:rahasia@contoh.id\n"
NAMES = {
    "CNAME": b"jahat.example",
    "robots.txt": b"User-agent: *",
    "sw.js": b"self.addEventListener('fetch', alert)",
    "-rf.md": post(),
    "[/x].md": post(),
    "%s%n.md": post(),
    "a\nb.md": post(),
    ".git/config": SECRET,
    "berita/x.md": post(),
    f"{MONTH}x.md/index.md": post(),
    f"{MONTH}x/index.MD": post(),
    f"{MONTH}x/index.rst": ".. include:: /etc/passwd",
    f"{MONTH}x/index.html": "<meta name=save_as content=index.html>",
    f"{MONTH}X/index.md": post(),
    f"{MONTH}a\tb/index.md": post(),
    f"{MONTH}k\u0435sehatan/index.md": post(),
    f"{MONTH}{'a' * 81}/index.md": post(),
    f"{MONTH}imunisasi/a.svg": "<svg onload='alert(1)'/>",
    f"{MONTH}imunisasi/a.php": "<?php",
    f"{MONTH}imunisasi/.htaccess": "Options +Indexes",
    f"{MONTH}imunisasi/Anak.JPG": jpeg(),
    "berita/dinkes/2026/13/x/index.md": post(),
    "berita/dinkes/٢٠٢٦/11/x/index.md": post(),
    "agenda/dinkes/2026/11/24-x/index.md": event(),
    "perangkat-daerah/dinkes/index.md": "x",
}


@pytest.mark.parametrize(("path", "content"), NAMES.items())
def test_a_name_that_has_no_place_is_refused(path, content, tmp_path):
    found = refusals_of(tmp_path, {path: content})

    assert places(found, path) == ["1:1 S101"]


@pytest.mark.parametrize(
    ("path", "place"),
    [
        ("halaman/index.md", "1:1 R407"),
        ("halaman/sitemap.md", "1:1 R407"),
        ("halaman/theme.md", "1:1 R407"),
        ("berita/tidak-ada/2026/11/x/index.md", "1:1 P301"),
        ("berita/dinkes/0000/01/x/index.md", "3:10 W204"),
        ("berita/dinkes/2026/10/imunisasi/index.md", "3:10 W204"),
    ],
)
def test_a_place_that_is_taken_or_does_not_exist_is_refused(path, place, tmp_path):
    text = "---\njudul: A\n---\n\nIsi.\n" if path.startswith("halaman/") else post()
    found = refusals_of(tmp_path, {path: text})

    assert places(found, path) == [place]


def test_a_name_that_is_no_utf8_is_refused_and_can_be_printed(tmp_path):
    content = write(tmp_path / "content", {})
    Path(os.fsdecode(os.fsencode(content) + b"/berita/a\xff.md")).write_text(post())

    assert refusals(FolderTree(content)) == ["content/berita/a\\xff.md:1:1 S101"]


@pytest.mark.parametrize(
    ("data", "place"),
    [
        (post().encode().replace(b"Isi", b"Is\xe9"), "7:13 S104"),
        (post().encode("utf-16"), "1:1 S104"),
        (post().encode().replace(b"Isi", b"\xed\xa0\x80"), "7:11 S104"),
        (post().encode().replace(b"Isi", b"\0"), "7:11 S105"),
        (b"", "1:1 S108"),
        (b" \n\n", "1:1 S108"),
        (b"---\njudul: x\n", "1:1 K106"),
        (b"version https://git-lfs.github.com/spec/v1\noid sha256:0\nsize 1\n", "1:1 K107"),
        (post(body="a b " * 17_000).encode(), "1:1 S103"),
    ],
)
def test_bytes_that_are_no_text_are_refused(data, place, tmp_path):
    found = refusals_of(tmp_path, {POST: data, PHOTO: None})

    assert places(found, POST) == [place]


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "F503"),
        (b"<svg onload='alert(1)'/>", "F503"),
        (b"<html><script>alert(1)</script>", "F503"),
        (b"<?php system($_GET['a']);", "F503"),
        (b"version https://git-lfs.github.com/spec/v1\n", "F503"),
        (b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 10 10\n", "F503"),
        (jpeg(size=(200, 200))[:-300], "F503"),
        (jpeg("GIF"), "F503"),
        (jpeg("BMP"), "F503"),
        (jpeg("WEBP", frames=3), "F503"),
        (jpeg("PNG"), "F504"),
    ],
)
def test_a_file_that_is_no_sound_photo_is_refused(data, code, tmp_path):
    found = refusals_of(tmp_path, {PHOTO: data})

    assert places(found, PHOTO) == [f"1:1 {code}"]


def test_a_picture_that_would_fill_the_memory_is_refused_before_it_is_decoded(tmp_path):
    found = refusals_of(tmp_path, {PHOTO: jpeg("JPEG", size=(13_000, 13_000))})

    assert places(found, PHOTO) == ["1:1 F503"]


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    write(tmp_path / "content", {})
    run_git(tmp_path, "init", "-q", "-b", "main")
    return tmp_path


@pytest.mark.parametrize(
    ("path", "target"),
    [
        (f"{MONTH}imunisasi/rahasia.jpg", "../../../../../../.git/config"),
        (f"{MONTH}imunisasi/lingkungan.jpg", "/proc/self/environ"),
        (f"{MONTH}imunisasi/hilang.jpg", "tidak-ada.jpg"),
        (f"{MONTH}lain/index.md", "../imunisasi/index.md"),
        (f"{MONTH}lingkar", "../11"),
        (f"{MONTH}folder", "../../../../../.git"),
    ],
)
def test_a_symlink_is_refused_in_a_folder_a_work_tree_and_a_commit(path, target, repository):
    link = repository / "content" / path
    link.parent.mkdir(parents=True, exist_ok=True)
    link.symlink_to(target)
    commit_all(repository)
    in_folder = refusals(FolderTree(repository / "content"))
    in_work_tree = refusals(WorkTree(repository / "content"))
    with closing(CommitTree(repository, "HEAD")) as tree:
        in_commit = refusals(tree)

    assert "1:1 S102" in places(in_commit, path)
    assert in_folder == in_work_tree == in_commit


def test_a_program_and_a_submodule_are_refused(repository):
    (repository / "content" / POST).chmod(0o755)
    commit_all(repository)
    head = run_git(repository, "rev-parse", "HEAD").strip()
    module = f"160000,{head},content/{MONTH}modul"
    run_git(repository, "update-index", "--add", "--cacheinfo", module)
    run_git(repository, "commit", "-q", "-m", "modul")
    with closing(CommitTree(repository, "HEAD")) as tree:
        found = refusals(tree)

    assert f"content/{POST}:1:1 S102" in found
    assert f"content/{MONTH}modul:1:1 S102" in found
