"""The gh-pages branch: ghp-import makes the commit, a leased push publishes it.

Two deployers may race. Each decides against the tip it has just inspected and pushes
with a lease on that tip, so the newer source commit wins and nothing goes backwards.
"""

import subprocess
import sys
from pathlib import Path

from plugins.model.report import MARK
from plugins.publishing import manifest
from plugins.publishing.verify import verify
from plugins.reading.git import GitError, contains, git

TRIES = 5
_TRACKING = "refs/kabar/pages-remote"


class RacedError(RuntimeError):
    """The remote branch kept moving; nothing was published."""


def publish(repository: Path, output: Path, remote: str, branch: str = "gh-pages") -> str:
    """Put a built tree with its manifest on the remote branch; return what happened."""
    new = manifest.read(output)
    for _ in range(TRIES):
        tip = _inspect(repository, remote, branch)
        old = _manifest_at(repository, tip) if tip else None
        if old and not contains(repository, new.commit, old.commit):
            return f"Tidak diterbitkan: {old.commit[:12]} yang tayang lebih baru atau lain jalur."
        if old and _same_content(old, new):
            return "Sudah tayang; tidak ada yang berubah."
        verify(output, new, old)
        if _push(repository, _import(repository, output, branch, tip), remote, branch, tip):
            return f"Terbit di cabang {branch}: sumber {new.commit[:12]}."
    raise RacedError(f"the branch {branch!r} moved {TRIES} times while publishing")


def _same_content(one: manifest.Manifest, other: manifest.Manifest) -> bool:
    """Whether only the moment of building differs."""
    return (one.commit, one.files) == (other.commit, other.files)


def _inspect(repository: Path, remote: str, branch: str) -> str:
    """The remote branch as it is now; empty where there is none."""
    listed = git(repository, "ls-remote", remote, f"refs/heads/{branch}").decode().split()
    if not listed:
        return ""
    git(repository, "fetch", "-q", "--no-tags", remote, f"+refs/heads/{branch}:{_TRACKING}")
    return git(repository, "rev-parse", _TRACKING).decode().strip()


def _manifest_at(repository: Path, commit: str) -> manifest.Manifest | None:
    try:
        return manifest.decode(git(repository, "show", f"{commit}:{manifest.NAME}"))
    except (GitError, manifest.NoManifestError):
        return None  # a branch from before this software; it may be replaced


def _import(repository: Path, output: Path, branch: str, tip: str) -> str:
    """Let ghp-import put the tree on top of the inspected tip, in our own branch.

    It takes every file, so the mark of the build has to go: the next build is a clean one.
    """
    (output / MARK).unlink(missing_ok=True)
    if tip:
        git(repository, "update-ref", f"refs/heads/{branch}", tip)
    else:
        git(repository, "update-ref", "-d", f"refs/heads/{branch}")
    subprocess.run(
        [
            sys.executable,
            "-m",
            "ghp_import",
            "-n",
            "-b",
            branch,
            "-m",
            "situs: terbit",
            str(output),
        ],
        cwd=repository,
        check=True,
    )
    return git(repository, "rev-parse", f"refs/heads/{branch}").decode().strip()


def _push(repository: Path, commit: str, remote: str, branch: str, tip: str) -> bool:
    """False where somebody else was faster."""
    lease = f"--force-with-lease=refs/heads/{branch}:{tip}"
    try:
        git(repository, "push", "-q", lease, remote, f"{commit}:refs/heads/{branch}")
    except GitError as error:
        if "stale info" in str(error) or "rejected" in str(error):
            return False
        raise
    return True
