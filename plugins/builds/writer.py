"""Bytes into the output folder: whole files only, and nothing that was not planned."""

import os
from collections.abc import Iterable
from pathlib import Path


class Writer:
    """Writes below one folder and never through a link out of it."""

    def __init__(self, folder: Path) -> None:
        self.folder = str(folder)
        self._ready: set[str] = set()  # folders that exist and are no links

    def write(self, path: str, data: bytes) -> None:
        """Write one file; an older one is replaced in one step."""
        inner, _, name = path.rpartition("/")
        self._prepare(inner)
        file = f"{self.folder}/{path}"
        try:
            _create(file, data)
        except FileExistsError:
            # Two months that show the same photo may write it at the same time.
            partial = f"{self.folder}/{inner}/.{name}.{os.getpid()}.sebagian"
            Path(partial).unlink(missing_ok=True)
            _create(partial, data)
            os.replace(partial, file)

    def remove(self, paths: Iterable[str]) -> None:
        """Remove files, and the folders that become empty."""
        for path in paths:
            inner = path.rpartition("/")[0]
            self._cut_links(inner)
            Path(self.folder, path).unlink(missing_ok=True)
            while inner:
                try:
                    os.rmdir(f"{self.folder}/{inner}")
                except OSError:
                    break  # it holds something else
                self._ready.discard(inner)
                inner = inner.rpartition("/")[0]

    def is_empty(self) -> bool:
        """Whether there is nothing in the folder, or no folder."""
        try:
            return not os.listdir(self.folder)
        except FileNotFoundError:
            return True

    def others(self, planned: Iterable[str]) -> list[str]:
        """The files of the folder that the plan does not hold."""
        keep = set(planned)
        return [path for path in self._files() if path not in keep]

    def _prepare(self, inner: str) -> None:
        """Make a folder, and look once whether it or one above it is a link."""
        if inner in self._ready:
            return
        if not inner:
            os.makedirs(self.folder, exist_ok=True)
        else:
            self._prepare(inner.rpartition("/")[0])
            _make_folder(f"{self.folder}/{inner}")
        self._ready.add(inner)

    def _cut_links(self, inner: str) -> None:
        """A linked folder would lead out of the output folder."""
        place = self.folder
        for part in inner.split("/") if inner else ():
            place = f"{place}/{part}"
            if os.path.islink(place):
                os.unlink(place)

    def _files(self) -> Iterable[str]:
        for root, folders, files in os.walk(self.folder):
            links = [name for name in folders if os.path.islink(os.path.join(root, name))]
            for name in (*files, *links):
                yield os.path.relpath(os.path.join(root, name), self.folder)


def _make_folder(folder: str) -> None:
    try:
        os.mkdir(folder)
    except FileExistsError:
        if os.path.islink(folder):
            os.unlink(folder)
            os.mkdir(folder)
        elif not os.path.isdir(folder):
            raise


def _create(file: str, data: bytes) -> None:
    handle = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW, 0o644)
    try:
        rest = memoryview(data)
        while rest:
            rest = rest[os.write(handle, rest) :]
    finally:
        os.close(handle)
