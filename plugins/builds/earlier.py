"""Final outputs that an earlier release already has: taken from there rather than made.

A lost cache, a new machine or a fresh runner of CI would otherwise make every photo of ten
years again. A file counts only if the release's own manifest names it with its digest.
"""

from collections.abc import Iterable
from functools import cached_property
from hashlib import sha256
from pathlib import Path
from typing import Protocol

import msgspec

from plugins.reading.git import GitError, Objects

_MANIFEST = "manifes.json"  # what publishing/ wrote into the release


class _Files(msgspec.Struct, frozen=True):
    files: dict[str, str]  # path -> sha256


class Place(Protocol):
    def read(self, path: str) -> bytes:
        """Raises OSError or GitError where there is no such file."""
        ...


class FolderPlace:
    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def read(self, path: str) -> bytes:
        return (self.folder / path).read_bytes()


class CommitPlace:
    """A release that was committed, such as the head of gh-pages."""

    def __init__(self, repository: Path, revision: str) -> None:
        self.objects = Objects(repository)
        self.revision = revision

    def read(self, path: str) -> bytes:
        return self.objects.read(f"{self.revision}:{path}")


class Release:
    """One earlier release; its manifest is read when the first file is asked for."""

    def __init__(self, place: Place) -> None:
        self.place = place

    def get(self, path: str) -> bytes | None:
        digest = self._files.get(path)
        if not digest:
            return None
        try:
            data = self.place.read(path)
        except (OSError, GitError):
            return None
        return data if sha256(data).hexdigest() == digest else None

    @cached_property
    def _files(self) -> dict[str, str]:
        try:
            return msgspec.json.decode(self.place.read(_MANIFEST), type=_Files).files
        except (OSError, GitError, msgspec.MsgspecError):
            return {}


class Earlier:
    def __init__(self, releases: Iterable[Release]) -> None:
        self.releases = tuple(releases)

    def get(self, path: str) -> bytes | None:
        found = (release.get(path) for release in self.releases)
        return next((data for data in found if data is not None), None)


def earlier_of(output: Path, named: str, repository: Path) -> Earlier:
    """What lies in the output already, and the release that is *named*.

    That is a folder or a revision of the repository; one that does not exist yet has nothing.
    """
    places: list[Place] = [FolderPlace(output)]
    if named:
        folder = Path(named)
        places.append(FolderPlace(folder) if folder.is_dir() else CommitPlace(repository, named))
    return Earlier(map(Release, places))
