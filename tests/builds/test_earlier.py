"""Photos that an earlier release has are taken from there."""

import json
from hashlib import sha256
from pathlib import Path

import pytest

from plugins.builds.earlier import earlier_of
from tests.builds.newsrooms import SHARED, build, post_text, tree_of, write
from tests.conftest import commit_all, phone_photo, run_git

FOLDER = "berita/dinkes/2026/11/imunisasi"
PHOTO = "foto: [{berkas: posyandu.jpg, alt: Kader menimbang balita}]"
FILES = {
    **SHARED,
    f"{FOLDER}/index.md": post_text("Imunisasi", "2026-11-24 09:00", PHOTO),
    f"{FOLDER}/posyandu.jpg": phone_photo(),
}


@pytest.fixture
def content(tmp_path: Path) -> Path:
    return write(tmp_path / "content", FILES)


def built(content: Path, output: Path, named: str = "") -> dict[str, bytes]:
    """Build without any cache."""
    cache = output.with_name(f"{output.name}-cache")
    earlier = earlier_of(output, named, content.parent)
    build(content, output, cache, "2026-11-25 08:00", earlier=earlier)
    return {path: data for path, data in tree_of(output).items() if path.startswith("foto/")}


def release(folder: Path, photos: dict[str, bytes]) -> Path:
    """An earlier release whose photos can be told from those that would be made now."""
    marked = {path: b"terbit dahulu " + path.encode() for path in photos}
    write(folder, marked)
    digests = {path: sha256(data).hexdigest() for path, data in marked.items()}
    write(folder, {"manifes.json": json.dumps({"commit": "1", "files": digests})})
    return folder


def test_photos_of_a_release_that_lies_elsewhere_are_not_made_again(content, tmp_path):
    made = built(content, tmp_path / "satu")
    earlier = release(tmp_path / "rilis", made)

    assert built(content, tmp_path / "dua", str(earlier)) == tree_of_photos(earlier)


def test_photos_of_a_release_in_the_output_survive_the_loss_of_the_cache(content, tmp_path):
    made = built(content, tmp_path / "satu")
    earlier = tree_of_photos(release(tmp_path / "dua", made))

    assert built(content, tmp_path / "dua") == earlier


def test_photos_of_a_commit_are_not_made_again(content, tmp_path):
    made = built(content, tmp_path / "satu")
    run_git(tmp_path, "init", "-q", "-b", "gh-pages")
    write(tmp_path, {".gitignore": "/satu*\n/dua*\n/content\n"})
    release(tmp_path, made)
    commit_all(tmp_path)

    assert built(content, tmp_path / "dua", "gh-pages") == tree_of_photos(tmp_path)


def test_a_photo_that_is_not_as_its_release_says_is_made_anew(content, tmp_path):
    made = built(content, tmp_path / "satu")
    earlier = release(tmp_path / "rilis", made)
    damaged, *rest = sorted(made)
    write(earlier, {damaged: b"rusak"})
    found = built(content, tmp_path / "dua", str(earlier))

    assert found[damaged] == made[damaged]
    assert {found[path][:13] for path in rest} == {b"terbit dahulu"}


@pytest.mark.parametrize("manifest", [None, "", "[]", "{}", '{"files": {}}'])
def test_a_release_that_cannot_be_trusted_or_is_not_there_has_nothing(content, tmp_path, manifest):
    made = built(content, tmp_path / "satu")
    earlier = release(tmp_path / "rilis", made)
    write(earlier, {"manifes.json": manifest})

    assert built(content, tmp_path / "dua", str(earlier)) == made


def test_a_revision_that_does_not_exist_yet_has_nothing(content, tmp_path):
    run_git(tmp_path, "init", "-q")

    made = built(content, tmp_path / "satu", "origin/gh-pages")

    assert len(made) == 4


def tree_of_photos(folder: Path) -> dict[str, bytes]:
    return {f"foto/{path}": data for path, data in tree_of(folder / "foto").items()}
