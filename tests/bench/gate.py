"""The gate against Pelican's own reading of the same texts, whole processes in one run.

Pelican only parses (Markdown and header, typography on); the gate also sanitises, looks at
neighbours and judges. Its memory is a folder of the bench.
"""

import os
import shutil
import statistics
import subprocess
import sys
import time
from pathlib import Path

from tests.bench import sites
from tests.bench.corpus import SeededPost

RIVAL, START = "Pelican reads", "Pelican imported"
_READ = """\
import sys
from pathlib import Path
from pelican.readers import Readers
from pelican.settings import read_settings
readers = Readers(read_settings(override={"TYPOGRIFY": True}))
for file in sorted(Path(sys.argv[1]).rglob("*.md")):
    readers.read_file(base_path=str(file.parent), path=file.name)
"""


def measure(posts: list[SeededPost], rounds: int, folder: Path) -> dict[str, list[float]]:
    """Seconds by case, one of each in turn."""
    ours, theirs = folder / "gerbang", folder / "pelican-baca"
    sites.write_ours(ours, posts)
    sites.write_pelican(theirs, posts)
    _propose(ours, posts[-1])
    gate = [sys.executable, "-m", "plugins.checks", "--repository", ".", "--cache", "../ingatan"]
    gate += ["--now", "2026-11-25 08:00", "--format", "lines"]
    found: dict[str, list[float]] = {}
    for _ in range(rounds):
        shutil.rmtree(folder / "ingatan", ignore_errors=True)
        runs = {
            "everything, cold": [*gate, "--head", "main"],
            "everything, warm": [*gate, "--head", "main"],
            "proposal of one post, warm": [*gate, "--base", "main"],
            RIVAL: [sys.executable, "-c", _READ, str(theirs / "content")],
            START: [sys.executable, "-c", "import pelican"],
        }
        for name, command in runs.items():
            found.setdefault(name, []).append(_seconds(command, ours))
            print(f"gate {len(posts)} {name:28} {found[name][-1]:8.2f} s", flush=True)
    return found


def rows(found: dict[str, list[float]]) -> list[str]:
    """The medians as a table, each case with its ratio to the rival of the same round."""
    table = ["| the gate on | s (min–max) | × Pelican's reading | × `import pelican` |"]
    table.append("|---|---|---|---|")
    for name, walls in found.items():
        spread = f"{statistics.median(walls):.2f} ({min(walls):.2f}–{max(walls):.2f})"
        shown = "" if name == RIVAL else _ratio(walls, found[RIVAL])
        start = "" if name == START else _ratio(walls, found[START])
        table.append(f"| {name} | {spread} | {shown} | {start} |")
    return table


def _ratio(walls: list[float], others: list[float]) -> str:
    ratio = statistics.median(own / other for own, other in zip(walls, others, strict=True))
    return f"{ratio:.3f}" if ratio < 0.1 else f"{ratio:.2f}"


def _propose(folder: Path, post: SeededPost) -> None:
    """A branch with one more post, checked out."""
    sites.git(folder, "switch", "-q", "-c", "usul/satu")
    file = folder / sites.our_path(post).replace(post.slug, "usulan-baru")
    file.parent.mkdir(parents=True)
    file.write_text(sites.our_text(post).replace(post.title, "Posyandu dibuka sejak pagi"))
    sites.commit(folder)


def _seconds(command: list[str], folder: Path) -> float:
    os.sync()
    started = time.perf_counter()
    environment = {**os.environ, "PYTHONDONTWRITEBYTECODE": ""}
    done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, check=False)
    if done.returncode > 1 or (done.returncode and b"pelican" in done.stderr):
        raise RuntimeError(f"{command!r} ended with {done.returncode}: {done.stderr.decode()}")
    return time.perf_counter() - started
