"""What was read of each section, kept on disk by content: plain data, checked when used.

One file for each section: a mark, the digest of the head, two lengths, the head (records,
faults, photo facts), then the bodies. The bodies are read one by one when a page needs
them, and each has its own digest in the head. Whatever does not fit, for whatever reason,
is a miss: the section is read again.
"""

import os
import struct
from collections.abc import Container, Iterable
from functools import cached_property
from pathlib import Path

import msgspec

from plugins.model.agency import Category
from plugins.model.body import Body, BodyRef, decode_body
from plugins.model.fault import Fault
from plugins.model.manuscript import Content
from plugins.model.photo import PhotoFacts
from plugins.model.record import Value, digest_of_bytes

_ENDING = ".bagian"
_MARK = b"KABAR LUTRA 2\n"
_DIGEST = 16  # bytes
_LENGTHS = struct.Struct(">IQ")  # of the head and of all bodies
_BEFORE_HEAD = len(_MARK) + _DIGEST + _LENGTHS.size


class StoredFile(Value, frozen=True):
    """All that the site and the gate need of one text file."""

    path: str  # below content/
    key: bytes  # of its bytes and of the photos beside it
    content: Content | None = None
    categories: tuple[Category, ...] = ()
    faults: tuple[Fault, ...] = ()
    start: int = 0  # of its body, counted from the first body
    length: int = 0  # bytes; 0 where it has no body


class StoredSection(Value, frozen=True):
    key: bytes  # of everything in the section
    shape: bytes  # of what shapes the result: code, library versions
    files: tuple[StoredFile, ...]
    photos: dict[str, PhotoFacts]  # by blob id


_encode = msgspec.msgpack.Encoder(order="deterministic").encode
_decode = msgspec.msgpack.Decoder(StoredSection).decode


class LostBodyError(RuntimeError):
    """A body is not what was stored; the section is to be read again."""


class Bodies:
    """The bodies of one section, each read when it is asked for."""

    def __init__(self, file: Path, offset: int, files: Iterable[StoredFile]) -> None:
        self.file = file
        self._offset = offset
        self._files = files

    @cached_property
    def _places(self) -> dict[bytes, tuple[int, int]]:
        """Where each body begins and how long it is; months that are only looked into need none."""
        return {
            stored.content.body.digest: (self._offset + stored.start, stored.length)
            for stored in self._files
            if stored.content is not None and stored.length
        }

    def get(self, ref: BodyRef) -> Body:
        return decode_body(self.raw(ref.digest))

    def all(self) -> dict[bytes, bytes]:
        """Every sound body undecoded, by its digest, for taking them over into a new file."""
        try:
            data = self.file.read_bytes()
        except OSError:
            return {}
        found = {d: data[start : start + length] for d, (start, length) in self._places.items()}
        return {d: body for d, body in found.items() if digest_of_bytes(body) == d}

    def raw(self, digest: bytes) -> bytes:
        start, length = self._places[digest]
        try:
            data = _part(self.file, start, length)
        except OSError as error:
            raise LostBodyError(f"{self.file.name!r} cannot be read") from error
        if digest_of_bytes(data) != digest:
            raise LostBodyError(f"{self.file.name!r} does not hold what was stored")
        return data


class Store:
    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def load(self, name: str) -> tuple[StoredSection, Bodies] | None:
        """The section as it was stored, or None for anything that does not fit."""
        file = self._file(name)
        try:
            head = _head_of(file)
            section = _decode(head) if head is not None else None
        except (OSError, msgspec.MsgspecError, struct.error):
            return None
        if section is None or head is None:
            return None
        return section, Bodies(file, _BEFORE_HEAD + len(head), section.files)

    def save(self, name: str, section: StoredSection, bodies: bytes) -> Bodies:
        head = _encode(section)
        signed = _LENGTHS.pack(len(head), len(bodies)) + head
        self.folder.mkdir(parents=True, exist_ok=True)
        file = self._file(name)
        partial = file.with_suffix(f".{os.getpid()}")  # another child may save the same one
        with partial.open("wb") as stream:
            stream.writelines((_MARK, digest_of_bytes(signed), signed, bodies))
        partial.replace(file)
        return Bodies(file, _BEFORE_HEAD + len(head), section.files)

    def keep_only(self, names: Container[str]) -> None:
        """Remove every file that is not one of these sections."""
        for file in self.folder.glob("*"):
            if file.suffix != _ENDING or file.stem not in names:
                file.unlink(missing_ok=True)

    def _file(self, name: str) -> Path:
        return self.folder / f"{name}{_ENDING}"


class Held(Store):
    """A store that reads each section from disk once, for asking about two commits in turn."""

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        self._held: dict[str, tuple[StoredSection, Bodies] | None] = {}

    def load(self, name: str) -> tuple[StoredSection, Bodies] | None:
        if name not in self._held:
            self._held[name] = super().load(name)
        return self._held[name]

    def save(self, name: str, section: StoredSection, bodies: bytes) -> Bodies:
        saved = super().save(name, section, bodies)
        self._held[name] = (section, saved)
        return saved


class Overlay(Store):
    """A store that finds what lies in the one *below*, and writes into its own folder only."""

    def __init__(self, folder: Path, below: Store) -> None:
        super().__init__(folder)
        self.below = below

    def load(self, name: str) -> tuple[StoredSection, Bodies] | None:
        return super().load(name) or self.below.load(name)


def _head_of(file: Path) -> bytes | None:
    """The head of a file that is as long as it was, if the head is as it was written."""
    with file.open("rb") as stream:
        before = stream.read(_BEFORE_HEAD)
        mark, wanted = before[: len(_MARK)], before[len(_MARK) :][:_DIGEST]
        lengths = before[len(_MARK) + _DIGEST :]
        head, bodies = _LENGTHS.unpack(lengths)
        if mark != _MARK or os.fstat(stream.fileno()).st_size != _BEFORE_HEAD + head + bodies:
            return None
        data = stream.read(head)
    return data if digest_of_bytes(lengths + data) == wanted else None


def _part(file: Path, start: int, length: int) -> bytes:
    handle = os.open(file, os.O_RDONLY | os.O_CLOEXEC)
    try:
        return os.pread(handle, length, start)
    finally:
        os.close(handle)
