"""The git program, and the objects of a repository."""

import os
import subprocess
from collections.abc import Iterator
from hashlib import sha1
from pathlib import Path

from plugins.model.entry import Entry

Rows = tuple[tuple[str, str], ...]  # path, mode and id of all that makes up a section


class GitError(RuntimeError):
    """git refused; the message is what it said."""


def git(repository: Path, *arguments: str, stdin: bytes | None = None) -> bytes:
    """Run git in *repository* and return what it prints; raises GitError."""
    command = ["git", "-C", str(repository), *arguments]
    done = subprocess.run(command, input=stdin, capture_output=True, check=False)
    if done.returncode:
        said = done.stderr.decode(errors="replace").strip()
        raise GitError(f"git {arguments[0]} ended with {done.returncode}: {said}")
    return done.stdout


def contains(repository: Path, commit: str, earlier: str) -> bool:
    """Whether *earlier* is *commit* or lies in its history."""
    command = ["git", "-C", str(repository), "merge-base", "--is-ancestor", earlier, commit]
    return subprocess.run(command, capture_output=True, check=False).returncode == 0


def blob_id(data: bytes) -> str:
    """The id git gives these bytes."""
    return sha1(b"blob %d\0" % len(data) + data, usedforsecurity=False).hexdigest()


class Objects:
    """The object store of a repository, by one `git cat-file` that several trees may share."""

    def __init__(self, repository: Path) -> None:
        self.repository = repository
        self._folders: dict[str, tuple[tuple[str, str, str], ...]] = {}
        self.listed: dict[Rows, list[Entry]] = {}  # of sections, which two commits mostly share
        self._reader: subprocess.Popen[bytes] | None = None
        self._owner = 0  # pid of the process that started the reader

    def read(self, identity: str) -> bytes:
        reader = self._running_reader()
        assert reader.stdin and reader.stdout
        reader.stdin.write(identity.encode() + b"\n")
        reader.stdin.flush()
        header = reader.stdout.readline().split()
        if len(header) != 3 or not header[2].isdigit():
            raise GitError(f"git cat-file knows no object {identity!r}")
        data = reader.stdout.read(int(header[2]))
        reader.stdout.read(1)  # the newline after the object
        return data

    def folder(self, identity: str) -> tuple[tuple[str, str, str], ...]:
        """Mode, name and id of the members of a folder, which two commits mostly share."""
        if identity not in self._folders:
            self._folders[identity] = tuple(_members(self.read(identity)))
        return self._folders[identity]

    def close(self) -> None:
        if self._reader and self._owner == os.getpid():
            self._reader.communicate()
            self._reader = None

    def _running_reader(self) -> subprocess.Popen[bytes]:
        """One `git cat-file` per process: a forked worker must not share the pipes."""
        if self._reader is None or self._owner != os.getpid():
            self._owner = os.getpid()
            self._reader = subprocess.Popen(
                ["git", "-C", str(self.repository), "cat-file", "--batch"],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
            )
        return self._reader


def _members(data: bytes) -> Iterator[tuple[str, str, str]]:
    """Mode, name and object id of each member of a git tree object."""
    start = 0
    while start < len(data):
        end = data.index(b"\0", start)
        mode, name = data[start:end].split(b" ", 1)
        identity = data[end + 1 : end + 21].hex()
        yield mode.decode(), name.decode(errors="surrogateescape"), identity
        start = end + 21
