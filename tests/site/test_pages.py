"""gh-pages: the same tree, and the newer source wins a race."""

import shutil
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

import pytest

from plugins.publishing import manifest
from plugins.publishing.pages import publish
from tests.conftest import commit_all, copy_project, pelican, run_git

pytestmark = pytest.mark.xdist_group("pages")  # both trees are built once


class Made(NamedTuple):
    """A checkout, and what `make publish` left of its first commit and of its second."""

    source: Path
    older: Path
    newer: Path
    newest: str  # commit


@pytest.fixture(scope="module")
def ready(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Built once; every test publishes from a copy."""
    folder = tmp_path_factory.mktemp("terbit")
    source = copy_project(folder / "sumber")
    run_git(source, "init", "-q", "-b", "main")
    run_git(source, "config", "user.name", "Uji")
    run_git(source, "config", "user.email", "uji@localhost")
    commit_all(source, "awal")
    build(source, folder / "lama")
    retitle(source, "Senam lansia pindah ke alun-alun")
    build(source, folder / "baru")
    return folder


@pytest.fixture
def made(ready: Path, tmp_path: Path, remote: Path) -> Made:
    shutil.copytree(ready, tmp_path, dirs_exist_ok=True)
    source = tmp_path / "sumber"
    run_git(source, "remote", "add", "origin", str(remote))
    newest = run_git(source, "rev-parse", "HEAD").strip()
    return Made(source, tmp_path / "lama", tmp_path / "baru", newest)


@pytest.fixture
def remote(tmp_path: Path) -> Path:
    bare = tmp_path / "jauh.git"
    run_git(tmp_path, "init", "-q", "--bare", "-b", "main", str(bare))
    return bare


def build(folder: Path, output: Path) -> Path:
    """What `make publish` leaves: the site and its manifest."""
    report = output.with_suffix(".json")
    done = pelican(
        folder, "-o", str(output), NOW="2026-10-20 09:00", BUILD_REPORT=str(report),
        COMMIT=run_git(folder, "rev-parse", "HEAD").strip(),
    )  # fmt: skip
    assert done.returncode == 0, done.stdout + done.stderr
    command = [sys.executable, "-m", "plugins.publishing", "seal"]
    subprocess.run(
        [*command, "--output", str(output), "--report", str(report)], cwd=folder, check=True
    )
    return output


def retitle(folder: Path, title: str) -> str:
    post = folder / "content/berita/dinkes/2026/09/senam-lansia/index.md"
    post.write_text(post.read_text().replace("Senam lansia digelar setiap pekan", title))
    return commit_all(folder, title)


def deployed(remote: Path) -> manifest.Manifest:
    text = run_git(remote, "show", "gh-pages:manifes.json")
    return manifest.decode(text.encode())


def test_the_branch_holds_exactly_the_built_tree(made, remote, tmp_path):
    told = publish(made.source, made.newer, "origin")
    out = tmp_path / "ambil"
    run_git(tmp_path, "clone", "-q", "-b", "gh-pages", str(remote), str(out))
    shutil.rmtree(out / ".git")

    assert told.startswith("Terbit di cabang gh-pages")
    assert tree(out) == {**tree(made.newer), ".nojekyll": b""}


def test_publishing_the_same_again_changes_nothing(made, remote):
    publish(made.source, made.newer, "origin")
    tip = run_git(remote, "rev-parse", "gh-pages")

    assert publish(made.source, made.newer, "origin") == "Sudah tayang; tidak ada yang berubah."
    assert run_git(remote, "rev-parse", "gh-pages") == tip


def test_a_deployer_with_an_older_source_does_not_go_backwards(made, remote):
    publish(made.source, made.newer, "origin")
    told = publish(made.source, made.older, "origin")

    assert told.startswith("Tidak diterbitkan")
    assert deployed(remote).commit == made.newest


@pytest.mark.parametrize("first", ["older", "newer"])
def test_two_racing_deployers_end_at_the_newer_source(made, remote, tmp_path, first):
    """The slower one has inspected the tip before the faster one pushes."""
    trees = {"older": made.older, "newer": made.newer}
    second = "newer" if first == "older" else "older"
    clone = tmp_path / "kedua"
    run_git(tmp_path, "clone", "-q", str(made.source), str(clone))
    run_git(clone, "remote", "set-url", "origin", str(remote))
    hook = remote / "hooks/pre-receive"
    other = (
        f"import sys; sys.path.insert(0, {str(made.source)!r}); from pathlib import Path; "
        "from plugins.publishing.pages import publish; "
        f"publish(Path({str(clone)!r}), Path({str(trees[second])!r}), 'origin')"
    )
    # While the first push is on its way, the second deployer does its whole work.
    hook.write_text(
        '#!/bin/sh\nrm -f "$0"\nunset GIT_DIR GIT_QUARANTINE_PATH GIT_OBJECT_DIRECTORY '
        "GIT_ALTERNATE_OBJECT_DIRECTORIES\n"
        f'exec {sys.executable} -c "{other}"\n'
    )
    hook.chmod(0o755)
    publish(made.source, trees[first], "origin")

    assert deployed(remote).commit == made.newest


def tree(folder: Path) -> dict[str, bytes]:
    return {str(p.relative_to(folder)): p.read_bytes() for p in folder.rglob("*") if p.is_file()}
