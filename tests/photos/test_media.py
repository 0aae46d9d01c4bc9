"""`make media`: photos to where another host serves them."""

from pathlib import Path

from plugins.photos.__main__ import main
from plugins.photos.media import copy_photos
from tests.builds.newsrooms import tree_of, write

SITE: dict[str, str | bytes | None] = {
    "index.html": "",
    "foto/ab/c-360.webp": "satu",
    "foto/ab/c-672.webp": "dua",
}


def test_only_photos_are_copied_and_only_those_that_are_missing(tmp_path: Path):
    site, target = write(tmp_path / "situs", SITE), tmp_path / "media"

    assert copy_photos(site, target) == 2
    assert copy_photos(site, target) == 0
    assert sorted(tree_of(target)) == ["foto/ab/c-360.webp", "foto/ab/c-672.webp"]


def test_what_lies_there_already_stays(tmp_path: Path):
    site = write(tmp_path / "situs", SITE)
    target = write(
        tmp_path / "media", {"foto/ab/c-360.webp": "dahulu", "foto/zz/lama.webp": "lama"}
    )

    assert copy_photos(site, target) == 1
    assert tree_of(target)["foto/ab/c-360.webp"] == b"dahulu"
    assert tree_of(target)["foto/zz/lama.webp"] == b"lama"


def test_the_command_says_how_many_and_asks_for_a_site(tmp_path: Path, capsys):
    site = write(tmp_path / "situs", SITE)

    assert main(["media", "--site", str(site), "--to", str(tmp_path / "m")]) == 0
    assert capsys.readouterr().out == f"2 berkas baru di {tmp_path}/m/foto/\n"
    assert main(["media", "--site", str(tmp_path / "m2"), "--to", "x"]) == 1
    assert "make media KE=" in capsys.readouterr().err
