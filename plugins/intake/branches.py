"""Commits that are made of files alone: no work tree is touched and no hook is run."""

import os
import subprocess
from collections.abc import Iterable, Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

from plugins.reading.git import GitError, git

PREFIX = "content/"
BOT = ("github-actions[bot]", "41898282+github-actions[bot]@users.noreply.github.com")


def commit_files(
    repository: Path,
    main: str,
    parent: str,
    files: Mapping[str, bytes],
    message: str,
    author: tuple[str, str] = BOT,
) -> str:
    """A commit on *parent* in which main differs by *files* and nothing else; its id.

    It is *parent* itself where that holds the same already.
    """
    start = git(repository, "merge-base", main, parent).decode().strip()
    with TemporaryDirectory() as folder:
        environment = {**os.environ, **_names(author), "GIT_INDEX_FILE": f"{folder}/index"}
        _run(repository, environment, "read-tree", start)
        rows = []
        for path, data in files.items():
            blob = git(repository, "hash-object", "-w", "--stdin", stdin=data).decode().strip()
            rows.append(f"100644 {blob}\t{PREFIX}{path}\0")
        _run(repository, environment, "update-index", "-z", "--index-info", stdin="".join(rows))
        tree = _run(repository, environment, "write-tree")
        if tree == git(repository, "rev-parse", f"{parent}^{{tree}}").decode().strip():
            return parent
        return _run(repository, environment, "commit-tree", tree, "-p", parent, stdin=message)


def committers(repository: Path, main: str, tip: str) -> set[str]:
    """The mail addresses of those who put something on a branch."""
    told = git(repository, "log", "--no-merges", "--format=%ce", f"{main}..{tip}")
    return set(told.decode(errors="replace").split("\n")) - {""}


def existing(repository: Path, main: str, paths: Iterable[str]) -> list[str]:
    """Those of the paths that main has already."""
    names = [PREFIX + path for path in paths]
    told = git(repository, "ls-tree", "-z", "--name-only", main, "--", *names) if names else b""
    return [name.removeprefix(PREFIX) for name in told.decode().split("\0") if name]


def _names(author: tuple[str, str]) -> dict[str, str]:
    return {
        "GIT_AUTHOR_NAME": author[0], "GIT_AUTHOR_EMAIL": author[1],
        "GIT_COMMITTER_NAME": BOT[0], "GIT_COMMITTER_EMAIL": BOT[1],
    }  # fmt: skip


def _run(repository: Path, environment: dict[str, str], *arguments: str, stdin: str = "") -> str:
    done = subprocess.run(
        ["git", "-C", str(repository), *arguments],
        input=stdin, env=environment, capture_output=True, text=True, check=False,
    )  # fmt: skip
    if done.returncode:
        raise GitError(f"git {arguments[0]} ended with {done.returncode}: {done.stderr.strip()}")
    return done.stdout.strip()
