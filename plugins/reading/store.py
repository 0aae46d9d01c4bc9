"""What was read of each section, kept on disk by content: plain data, checked when used.

One file for each section: a mark, the digest of all that follows, the head (records,
faults, photo facts), then the bodies. The bodies are read one by one when a page needs
them. Whatever does not fit, for whatever reason, is a miss: the section is read again.
"""

import os
import struct
from collections.abc import Container, Iterable
from pathlib import Path

import msgspec

from plugins.model.agency import Category
from plugins.model.body import Body, BodyRef, decode_body
from plugins.model.fault import Fault
from plugins.model.manuscript import Content
from plugins.model.photo import PhotoFacts
from plugins.model.record import Value, digest_of_bytes

_ENDING = ".bagian"
_MARK = b"KABAR LUTRA 1\n"
_DIGEST = 16  # bytes
_LENGTH = struct.Struct(">I")
_BEFORE_HEAD = len(_MARK) + _DIGEST + _LENGTH.size


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
    """The store was changed while the site was built; the next build reads again."""


class Bodies:
    """The bodies of one section, each read when it is asked for."""

    def __init__(self, file: Path, offset: int, files: Iterable[StoredFile]) -> None:
        self.file = file
        self._name = str(file)
        self.places = {
            stored.content.body.digest: (offset + stored.start, stored.length)
            for stored in files
            if stored.content is not None and stored.length
        }

    def get(self, ref: BodyRef) -> Body:
        return decode_body(self.raw(ref.digest))

    def all(self) -> dict[bytes, bytes]:
        """Every body undecoded, by its digest, for taking them over into a new file."""
        data = self.file.read_bytes()
        return {d: data[start : start + length] for d, (start, length) in self.places.items()}

    def raw(self, digest: bytes) -> bytes:
        start, length = self.places[digest]
        handle = os.open(self._name, os.O_RDONLY | os.O_CLOEXEC)
        try:
            data = os.pread(handle, length, start)
        finally:
            os.close(handle)
        if digest_of_bytes(data) != digest:
            raise LostBodyError(f"{self.file.name!r} was changed while the site was built")
        return data


class Store:
    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def load(self, name: str) -> tuple[StoredSection, Bodies] | None:
        """The section as it was stored, or None for anything that does not fit."""
        file = self._file(name)
        try:
            data = file.read_bytes()
            head = _head_of(data)
            section = _decode(head) if head is not None else None
        except (OSError, msgspec.MsgspecError, struct.error):
            return None
        if section is None or head is None:
            return None
        return section, Bodies(file, _BEFORE_HEAD + len(head), section.files)

    def save(self, name: str, section: StoredSection, bodies: bytes) -> Bodies:
        head = _encode(section)
        rest = _LENGTH.pack(len(head)) + head + bodies
        self.folder.mkdir(parents=True, exist_ok=True)
        file = self._file(name)
        partial = file.with_suffix(".sebagian")
        partial.write_bytes(_MARK + digest_of_bytes(rest) + rest)
        partial.replace(file)
        return Bodies(file, _BEFORE_HEAD + len(head), section.files)

    def keep_only(self, names: Container[str]) -> None:
        """Remove every file that is not one of these sections."""
        for file in self.folder.glob("*"):
            if file.suffix != _ENDING or file.stem not in names:
                file.unlink()

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


def _head_of(data: bytes) -> bytes | None:
    """The head of a stored section whose every byte is as it was written."""
    rest = data[len(_MARK) + _DIGEST :]
    whole = data.startswith(_MARK) and digest_of_bytes(rest) == data[len(_MARK) :][:_DIGEST]
    if not whole:
        return None
    (length,) = _LENGTH.unpack_from(rest)
    return rest[_LENGTH.size : _LENGTH.size + length]
