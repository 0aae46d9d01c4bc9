"""One generator with its copy of the posts, and what a build of it takes."""

import json
import os
import re
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from tests.bench import sites
from tests.bench.corpus import SeededPost

TIMING = Path(__file__).with_name("timing.py")
OURS, HUGO, PELICAN = "Kabar Lutra", "Hugo", "Pelican"


@dataclass(frozen=True)
class Run:
    wall: float  # seconds
    cpu: float  # seconds, all processes
    memory: int  # KB, the largest single process
    files: int = 0
    size: int = 0  # bytes


class Site:
    """One generator with its copy of the posts."""

    def __init__(self, name: str, folder: Path, posts: list[SeededPost]) -> None:
        self.name = name
        self.folder = folder
        write = {OURS: sites.write_ours, HUGO: sites.write_hugo, PELICAN: sites.write_pelican}
        write[name](folder, posts)

    def put(self, post: SeededPost) -> None:
        path, text = {
            OURS: (sites.our_path, sites.our_text),
            HUGO: (sites.hugo_path, sites.hugo_text),
            PELICAN: (sites.pelican_path, sites.pelican_text),
        }[self.name]
        file = self.folder / path(post)
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text(post), encoding="utf-8")
        self.commit()

    def change_theme(self, turn: int) -> None:
        file = {
            OURS: "theme/templates/base.html",
            HUGO: "layouts/_default/baseof.html",
            PELICAN: "theme/templates/base.html",
        }[self.name]
        text = (self.folder / file).read_text(encoding="utf-8")
        changed = re.sub(r'<html lang="id"[^>]*>', f'<html lang="id" data-turn="{turn}">', text)
        assert changed != text
        (self.folder / file).write_text(changed, encoding="utf-8")
        self.commit()

    def clear(self) -> None:
        for name in ("output", ".cache", "public", "resources"):
            shutil.rmtree(self.folder / name, ignore_errors=True)

    def commit(self) -> None:
        """A deploy of ours builds a commit; making it is the merge and not the build."""
        if self.name == OURS:
            sites.commit(self.folder)

    def build(self) -> Run:
        os.sync()
        done = subprocess.run(
            [sys.executable, str(TIMING), *sites.COMMANDS[self.name]],
            cwd=self.folder,
            capture_output=True,
            env={**os.environ, "PYTHONDONTWRITEBYTECODE": ""},
            check=False,
        )
        if done.returncode:
            said = done.stderr.decode()
            raise RuntimeError(f"{self.name} ended with {done.returncode}: {said}")
        return Run(*json.loads(done.stdout))

    def measured(self) -> tuple[int, int]:
        found = [
            file.stat().st_size for file in (self.folder / "output").rglob("*") if file.is_file()
        ]
        return len(found), sum(found)
