"""Real builds, killed at any moment or run under other circumstances: always the same bytes."""

import os
import random
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.conftest import copy_project, pelican

NOW = "2026-10-20 09:00"
KILLS = int(os.environ.get("KABAR_KILLS", "30"))


def tree(folder: Path) -> dict[str, bytes]:
    """Every file but the mark that binds an output to its manifest."""
    files = (file for file in folder.rglob("*") if file.is_file() and file.name != ".jejak")
    return {str(file.relative_to(folder)): file.read_bytes() for file in files}


def differing(one: dict[str, bytes], other: dict[str, bytes]) -> list[str]:
    return sorted(path for path in one | other if one.get(path) != other.get(path))


def build(project: Path, **settings: str) -> dict[str, bytes]:
    done = pelican(project, NOW=NOW, **settings)
    assert done.returncode == 0, done.stdout + done.stderr
    return tree(project / "output")


def retitle(project: Path, title: str) -> None:
    """A change that reaches every page: the name of an agency, and one post."""
    for path, key in (
        ("content/perangkat-daerah/dinkes.md", "nama"),
        ("content/berita/dinkes/2026/09/senam-lansia/index.md", "judul"),
    ):
        file = project / path
        rows = file.read_text(encoding="utf-8").split("\n")
        rows = [f"{key}: {title}" if row.startswith(f"{key}:") else row for row in rows]
        file.write_text("\n".join(rows), encoding="utf-8")


def kill_a_build(project: Path, after: float) -> bool:
    """Start a build in a group of its own and kill all of it; whether it was still at work."""
    command = [sys.executable, "-m", "pelican", "--fatal", "errors", "-e", f'NOW="{NOW}"']
    running = subprocess.Popen(
        command, cwd=project, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        start_new_session=True,
    )  # fmt: skip
    time.sleep(after)
    alive = running.poll() is None
    if alive:
        os.killpg(running.pid, 9)
    running.wait()
    return alive


@pytest.mark.audit
def test_a_build_killed_at_any_moment_is_mended_by_the_next_one(tmp_path):
    chance = random.Random(9)
    project, other = copy_project(tmp_path / "situs"), copy_project(tmp_path / "bersih")
    start = time.monotonic()
    build(project)
    longest = time.monotonic() - start
    killed = 0
    for number in range(KILLS * 3):
        if killed == KILLS:
            break
        title = f"Nama {number}"
        retitle(project, title)
        retitle(other, title)
        killed += kill_a_build(project, chance.uniform(0, longest))
        shutil.rmtree(other / "output", ignore_errors=True)
        shutil.rmtree(other / ".cache", ignore_errors=True)
        assert differing(build(project), build(other)) == [], f"after kill {killed}"

    assert killed == KILLS


@pytest.fixture(scope="module")
def plain(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    return build(copy_project(tmp_path_factory.mktemp("biasa") / "situs"))


@pytest.mark.audit
@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("LC_ALL", "C"), ("LC_ALL", "C.UTF-8"), ("LANG", "id_ID.UTF-8"),
        ("TZ", "UTC"), ("TZ", "Asia/Makassar"), ("TZ", "Pacific/Kiritimati"),
        ("TZ", "America/Los_Angeles"), ("PYTHONHASHSEED", "0"), ("PYTHONHASHSEED", "12345"),
        ("HOME", "/nonexistent"), ("COLUMNS", "20"),
    ],
)  # fmt: skip
def test_the_environment_does_not_matter(plain, tmp_path, monkeypatch, name, value):
    monkeypatch.setenv(name, value)

    assert differing(build(copy_project(tmp_path / "situs")), plain) == []


@pytest.mark.audit
@pytest.mark.parametrize("workers", [1, 2, 4])
def test_the_number_of_workers_and_the_path_do_not_matter(plain, tmp_path, workers):
    project = copy_project(tmp_path / f"di tempat lain é {workers}")
    command = [sys.executable, "-m", "pelican", "-e", f'NOW="{NOW}"', f"WORKERS={workers}"]
    subprocess.run(command, cwd=project, check=True, capture_output=True)

    assert differing(tree(project / "output"), plain) == []


@pytest.mark.audit
def test_the_umask_does_not_matter(plain, tmp_path):
    project = copy_project(tmp_path / "situs")
    before = os.umask(0o077)
    try:
        made = build(project)
    finally:
        os.umask(before)

    assert differing(made, plain) == []


@pytest.mark.audit
def test_the_order_and_the_age_of_files_on_disk_do_not_matter(plain, tmp_path):
    project = copy_project(tmp_path / "situs")
    files = sorted(p for p in (project / "content").rglob("*") if p.is_file())
    kept = {file: file.read_bytes() for file in files}
    shutil.rmtree(project / "content")
    random.Random(4).shuffle(files)
    for age, file in enumerate(files):
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(kept[file])
        os.utime(file, (age * 1_000_000, age * 1_000_000))

    assert differing(build(project), plain) == []


@pytest.mark.audit
@pytest.mark.skipif(os.getuid() != 0, reason="only root can become somebody else")
def test_the_user_does_not_matter(plain):
    folder = Path("/var/tmp") / f"kabar-uji-{os.getpid()}"  # one that nobody may enter
    shutil.rmtree(folder, ignore_errors=True)
    try:
        project = copy_project(folder)
        for item in (folder, *folder.rglob("*")):
            shutil.chown(item, "nobody")
        # It may read what root may, for this Python can lie in root's own folder.
        right = "+dac_read_search"
        done = subprocess.run(
            [
                "setpriv", "--reuid=nobody", "--clear-groups", f"--inh-caps={right}",
                f"--ambient-caps={right}", sys.executable, "-m", "pelican", "-e", f'NOW="{NOW}"',
            ],
            cwd=project, capture_output=True, text=True, check=False,
        )  # fmt: skip
        assert done.returncode == 0, done.stdout + done.stderr
        made = tree(project / "output")
    finally:
        shutil.rmtree(folder, ignore_errors=True)

    assert differing(made, plain) == []
