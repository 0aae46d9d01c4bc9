"""Where content comes from: a commit, a work tree, or a plain folder.

All three list the same entries with the same git blob ids, so what is derived from a
blob can be kept whichever way it arrived.
"""

import os
import re
import stat
from abc import ABC, abstractmethod
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from functools import cached_property
from pathlib import Path
from typing import Protocol

from plugins.model.entry import EXECUTABLE, REGULAR, SUBMODULE, SYMLINK, Entry
from plugins.model.record import digest
from plugins.reading.git import GitError, Objects, blob_id, git
from plugins.reading.sections import by_section, section_digest, section_of


class Tree(Protocol):
    def sections(self) -> dict[str, bytes]:
        """The sections that hold anything, each with a digest of what it holds."""
        ...

    def entries_of(self, section: str) -> list[Entry]:
        """The files of one section, sorted by path."""
        ...

    def entries(self) -> list[Entry]:
        """Every file below content/, sorted by path."""
        ...

    def read(self, entry: Entry) -> bytes: ...

    def read_blob(self, blob: str, section: str) -> bytes:
        """The bytes of a file of a section by its blob id."""
        ...


def tree_at(folder: Path, commit: str | None = None) -> Tree:
    """The tree of a content folder: of a commit if one is named, else as it lies there."""
    if commit:
        return CommitTree(folder.parent, commit, folder.name)
    return WorkTree(folder) if _is_tracked(folder) else FolderTree(folder)


def _is_tracked(folder: Path) -> bool:
    """Whether git lists the folder; an ignored one would look empty to it."""
    try:
        return bool(git(folder, "ls-files", "-z", "--cached", "."))
    except GitError:
        return False


class DiskTree(ABC):
    """What folder and work tree share: files on disk, listed whole and then by section."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def sections(self) -> dict[str, bytes]:
        return {name: section_digest(found) for name, found in self._grouped.items()}

    def entries_of(self, section: str) -> list[Entry]:
        return self._grouped.get(section, [])

    def entries(self) -> list[Entry]:
        return list(self._entries)

    @abstractmethod
    def _look(self) -> list[Entry]:
        """List the disk, sorted by path."""
        ...

    def read(self, entry: Entry) -> bytes:
        return (self.folder / entry.path).read_bytes()

    def read_blob(self, blob: str, section: str) -> bytes:
        return self.read(next(e for e in self.entries_of(section) if e.blob == blob))

    @cached_property
    def _grouped(self) -> dict[str, list[Entry]]:
        return by_section(self._entries)

    @cached_property
    def _entries(self) -> list[Entry]:
        """One look at the disk serves the whole build."""
        return self._look()


class FolderTree(DiskTree):
    """A plain folder, with or without git around it."""

    def _look(self) -> list[Entry]:
        return sorted(self._walk(self.folder, ""))

    def _walk(self, folder: Path, prefix: str) -> Iterator[Entry]:
        with os.scandir(folder) as found:
            for item in found:
                path = prefix + _shown(item.name)
                if item.is_dir(follow_symlinks=False):
                    yield from self._walk(Path(item.path), path + "/")
                else:
                    yield entry_on_disk(path, Path(item.path))


class WorkTree(DiskTree):
    """The content folder of a checkout: blob ids from git's index where files are clean."""

    def _look(self) -> list[Entry]:
        changed = set(self._names("ls-files", "-m", "-d", "-z"))
        known = {name: entry for name, entry in self._index() if name not in changed}
        loose = changed | set(self._names("ls-files", "-o", "-z", "--exclude-standard"))
        for name in loose:
            if os.path.lexists(self.folder / name):
                known[name] = entry_on_disk(_shown(name).rstrip("/"), self.folder / name)
        return sorted(known.values())

    def _names(self, *arguments: str) -> Iterator[str]:
        """Names as the disk knows them."""
        listed = git(self.folder, *arguments)
        return (os.fsdecode(name) for name in listed.split(b"\0") if name)

    def _index(self) -> Iterator[tuple[str, Entry]]:
        folder = str(self.folder)
        for row in self._names("ls-files", "-s", "-z"):
            facts, name = row.split("\t", 1)
            mode, blob, _stage = facts.split(" ")
            with suppress(OSError):  # gone, or below what is a file now
                size = os.lstat(os.path.join(folder, name)).st_size
                yield name, Entry(_shown(name), mode, blob, size)


class CommitTree:
    """The content folder of one commit, read from the object store and never from disk."""

    def __init__(
        self,
        repository: Path,
        revision: str,
        prefix: str = "content",
        objects: Objects | None = None,
    ) -> None:
        self.repository = repository
        self.revision = revision
        self.prefix = prefix
        self._objects = objects or Objects(repository)

    def beside(self, revision: str) -> "CommitTree":
        """Another commit of the repository; closing one of the two closes both."""
        return CommitTree(self.repository, revision, self.prefix, self._objects)

    def sections(self) -> dict[str, bytes]:
        """Found by looking at folders only; the files of a month are not listed."""
        return {name: digest(tuple(found)) for name, found in self._folders.items()}

    def entries_of(self, section: str) -> list[Entry]:
        return self.entries_of_all([section])

    def entries_of_all(self, sections: Iterable[str]) -> list[Entry]:
        """The files of some sections, sorted by path; what is not known is asked in one go."""
        rows = {name: tuple(self._folders.get(name, ())) for name in sections}
        listed = self._objects.listed
        missing = {name: found for name, found in rows.items() if found not in listed}
        if missing:
            paths = [path for found in missing.values() for path, _ in found]
            groups = by_section(self._listed(paths) if paths else [])
            listed.update({found: groups.get(name, []) for name, found in missing.items()})
        return sorted(entry for found in rows.values() for entry in listed[found])

    def entries(self) -> list[Entry]:
        return self._listed([self.prefix + "/"])

    @cached_property
    def _folders(self) -> dict[str, list[tuple[str, str]]]:
        """(path, mode and id) of the folders and stray files that make up each section."""
        found: dict[str, list[tuple[str, str]]] = defaultdict(list)
        root = f"{self.revision}:{self.prefix}"
        for path, mode, identity in self._walk(root, self.prefix, 0):
            inner = path.removeprefix(self.prefix + "/")
            section = section_of(inner + "/" if mode == _FOLDER else inner)
            found[section].append((path, f"{mode} {identity}"))
        return found

    def _walk(self, root: str, path: str, depth: int) -> Iterator[tuple[str, str, str]]:
        """Go down berita/, agenda/ and pantauan-media/ to their months, and nowhere else."""
        for mode, name, identity in self._objects.folder(root):
            inner = f"{path}/{name}"
            if mode == _FOLDER and _leads_on(inner.removeprefix(self.prefix + "/"), depth):
                yield from self._walk(identity, inner, depth + 1)
            else:
                yield inner, mode, identity

    def _listed(self, paths: Sequence[str]) -> list[Entry]:
        rows: list[bytes] = []
        for start in range(0, len(paths), _PATHS_AT_ONCE):
            some = paths[start : start + _PATHS_AT_ONCE]
            listed = git(self.repository, "ls-tree", "-r", "-l", "-z", self.revision, "--", *some)
            rows += (row for row in listed.split(b"\0") if row)
        return sorted(map(self._entry, rows))

    def read(self, entry: Entry) -> bytes:
        return self._objects.read(entry.blob)

    def read_blob(self, blob: str, _section: str) -> bytes:
        return self._objects.read(blob)

    def close(self) -> None:
        self._objects.close()

    def _entry(self, row: bytes) -> Entry:
        facts, name = row.split(b"\t", 1)
        mode, _kind, blob, size = facts.decode().split()
        path = name.decode(errors="backslashreplace").removeprefix(self.prefix + "/")
        return Entry(path, mode, blob, 0 if size == "-" else int(size))


def _shown(name: str) -> str:
    """A name of the disk as text: what is no UTF-8 in it reads as \\xff."""
    return os.fsencode(name).decode(errors="backslashreplace")


_PATHS_AT_ONCE = 500  # arguments of one git command
_MONTH_DEPTH = 3  # berita / dinkes / 2026 / 11
_FOLDER = "40000"  # the mode that git gives one


def _leads_on(path: str, depth: int) -> bool:
    """Whether months may lie below a folder: berita, berita/dinkes, berita/dinkes/2026."""
    top = path.split("/")[0]
    if top == "pantauan-media":  # its months are files
        return depth == 0 or (depth == 1 and re.fullmatch(r"\d{4}", path[-4:]) is not None)
    if top not in ("berita", "agenda"):
        return False
    return depth < _MONTH_DEPTH - 1 or (
        depth == _MONTH_DEPTH - 1 and re.fullmatch(r"\d{4}", path.split("/")[-1]) is not None
    )


def entry_on_disk(path: str, file: Path) -> Entry:
    """Describe a file as git would; a symlink's content is its target."""
    facts = file.lstat()
    if stat.S_ISDIR(facts.st_mode):  # git lists a repository inside ours as one entry
        return Entry(path, SUBMODULE, "0" * 40, 0)
    if stat.S_ISLNK(facts.st_mode):
        target = os.fsencode(os.readlink(file))
        return Entry(path, SYMLINK, blob_id(target), len(target))
    mode = EXECUTABLE if facts.st_mode & 0o100 else REGULAR
    return Entry(path, mode, blob_id(file.read_bytes()), facts.st_size)
