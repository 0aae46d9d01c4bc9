"""Where a proposal can be seen before it is merged: on the hub, else as files made here."""

import shutil
import subprocess
import sys
from pathlib import Path
from urllib.parse import urlsplit

from plugins.intake.propose import MAIN, REMOTE
from plugins.model.proposal import preview_href
from plugins.reading.git import GitError, git

FOLDER = Path(".pratinjau")
_TIP = "usulan"  # holds the commit that a folder shows
_HUB = "/git/kabar.git"
_NONE = "belum dapat dibuat; lihat: make pratinjau"


def preview_of(repository: Path, branch: str) -> str:
    """The address of a proposal's preview, or the file. A preview never stands in the way."""
    try:
        return hub_preview(repository, branch) or _made_here(repository, branch)
    except GitError:
        return _NONE


def hub_preview(repository: Path, branch: str) -> str:
    """Its address on the hub; nothing where the remote is none."""
    url = urlsplit(git(repository, "remote", "get-url", REMOTE).decode().strip())
    if url.scheme not in ("http", "https") or url.path != _HUB:
        return ""
    return f"{url.scheme}://{url.netloc.rpartition('@')[2]}{preview_href(branch)}"


def forget_preview(repository: Path, branch: str) -> None:
    """What was merged or returned is shown no longer."""
    shutil.rmtree(repository / FOLDER / branch, ignore_errors=True)


def _made_here(repository: Path, branch: str) -> str:
    folder = FOLDER / branch
    kept, page = repository / folder / _TIP, folder / "index.html"
    tip = git(repository, "rev-parse", f"{REMOTE}/{branch}").decode().strip()
    if kept.exists() and kept.read_text(encoding="ascii") == tip:
        return str(page)
    forget_preview(repository, branch)
    command = [
        sys.executable, "-m", "plugins.builds", "--base", MAIN, "--head", tip,
        "--to", str(folder), "--label", f"Usulan {branch}", "--cache", ".cache/pratinjau",
    ]  # fmt: skip
    done = subprocess.run(command, cwd=repository, capture_output=True, check=False)
    if done.returncode or not (repository / page).exists():
        return _NONE
    kept.write_text(tip, encoding="ascii")
    return str(page)
