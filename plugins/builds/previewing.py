"""Previews of what a commit changes, as files: Pelican, asked to build nothing else.

Code and theme are those beside this file; the commit is only data.
"""

import json
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from plugins.model.addresses import place_of, post_path
from plugins.reading.git import git
from plugins.reading.settings import ROOT

PREFIX = "content/"
SETTING = "PREVIEW"  # paths below content/, for the generator
LABEL = "PREVIEW_LABEL"
_QUARANTINE = 3  # how a build ends that left something out
_PATHS_AT_ONCE = 500  # arguments of one git command


class PreviewingError(RuntimeError):
    """Nothing was made; the message is for whoever asked."""


def changed_pages(repository: Path, base: str, head: str) -> list[str]:
    """The posts and activities that *head* changes, also where only a photo moved."""
    listed = git(
        repository, "diff", "--name-only", "-z", "--no-renames", f"{base}...{head}", "--", PREFIX
    )
    found = set()
    for name in _names(listed):
        place = place_of(name)
        if place and place.kind in ("post", "photo"):
            found.add(post_path(place.id))
        elif place and place.kind == "event":
            found.add(name)
    return sorted(_existing(repository, head, sorted(found)))


def make_previews(
    repository: Path, head: str, paths: Sequence[str], label: str, to: Path, cache: Path
) -> list[Path]:
    """Write the files into *to*, whose older pages go; raises PreviewingError."""
    for old in to.glob("*.html"):
        old.unlink()
    commit = git(repository, "rev-parse", head).decode().strip()
    given = {
        SETTING: list(paths),
        LABEL: label or f"Perubahan {commit[:12]}",
        "COMMIT": commit,
        "CACHE_PATH": str(cache.resolve()),
    }
    command = [
        sys.executable, "-m", "pelican", str(repository.resolve() / PREFIX),
        "-s", "publishconf.py", "-o", str(to.resolve()), "--fatal", "errors", "-e",
        *(f"{name}={json.dumps(value)}" for name, value in given.items()),
    ]  # fmt: skip
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    if done.returncode not in (0, _QUARANTINE):
        said = "\n".join((done.stdout + done.stderr).strip().splitlines()[-15:])
        raise PreviewingError(f"Pratinjau tidak dapat dibuat:\n{said}")
    return sorted(to.glob("*.html"))


def _existing(repository: Path, head: str, paths: Sequence[str]) -> set[str]:
    """Those that were not removed."""
    found: set[str] = set()
    for start in range(0, len(paths), _PATHS_AT_ONCE):
        some = [PREFIX + path for path in paths[start : start + _PATHS_AT_ONCE]]
        found |= _names(git(repository, "ls-tree", "-z", "--name-only", head, "--", *some))
    return found


def _names(listed: bytes) -> set[str]:
    names = listed.decode(errors="replace").split("\0")
    return {name.removeprefix(PREFIX) for name in names if name}
