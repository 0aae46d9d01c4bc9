"""A ZIP archive of somebody else, opened without trusting a word of it.

Nothing is ever unpacked to the names it gives; sizes are counted while reading, so that what
the archive declares does not matter.
"""

import os
import re
import stat
import struct
import zipfile
import zlib
from collections.abc import Iterator
from typing import BinaryIO, Self

MEGABYTE = 1024 * 1024
LARGEST_ARCHIVE = 1024 * MEGABYTE
LARGEST_ENTRY = 64 * MEGABYTE  # unpacked; more is not read
LARGEST_TOTAL = 256 * MEGABYTE  # of all that is unpacked of one archive
MOST_ENTRIES = 5_000
_LARGEST_DIRECTORY = 2 * MEGABYTE  # zipfile keeps about ten times as much in memory
_END = struct.Struct("<4s4H2LH")  # APPNOTE 4.3.16
_END64_LOCATOR = b"PK\x06\x07"
_LONGEST_COMMENT = 0xFFFF
_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_ABSOLUTE = re.compile(r"[/\\]|[A-Za-z]:")
_CHUNK = 256 * 1024
# What zipfile raises for archives that are damaged, or packed in a way it does not know.
_BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, OSError, struct.error, NotImplementedError,
           RuntimeError, ValueError)  # fmt: skip


class ArchiveError(ValueError):
    """The archive, or one entry of it, is refused; the message says why, in Indonesian."""


class Archive:
    """The plain files of an archive, by the names it gives them. The stream stays open."""

    def __init__(self, stream: BinaryIO) -> None:
        _check_end(stream)
        try:
            self._zip = zipfile.ZipFile(stream)
        except _BROKEN as error:
            raise ArchiveError("arsipnya rusak atau bukan ZIP") from error
        try:
            self._infos = _accepted(self._zip.infolist())
        except ArchiveError:
            self._zip.close()
            raise
        self._unpacked = 0

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_error: object) -> None:
        self._zip.close()

    @property
    def names(self) -> tuple[str, ...]:
        return tuple(self._infos)

    def read(self, name: str, limit: int = LARGEST_ENTRY) -> bytes:
        """All of an entry; raises ArchiveError where it is larger than *limit* or damaged."""
        parts, size = [], 0
        for part in self.chunks(name):
            size += len(part)
            if size > limit:
                raise ArchiveError(f"isinya lebih dari {limit // MEGABYTE or 1} MB")
            parts.append(part)
        return b"".join(parts)

    def tail(self, name: str, length: int) -> tuple[bytes, bool]:
        """The end of an entry, and whether something stands before it."""
        kept, cut = bytearray(), False
        for part in self.chunks(name):
            kept += part
            if len(kept) > 2 * length:
                del kept[:-length]
                cut = True
        cut = cut or len(kept) > length
        return bytes(kept[-length:]), cut

    def chunks(self, name: str) -> Iterator[bytes]:
        try:
            with self._zip.open(self._infos[name]) as stream:
                while part := stream.read(_CHUNK):
                    self._unpacked += len(part)
                    if self._unpacked > LARGEST_TOTAL:
                        raise ArchiveError(
                            f"arsipnya mengembang lebih dari {LARGEST_TOTAL // MEGABYTE} MB"
                        )
                    yield part
        except ArchiveError:
            raise
        except _BROKEN as error:
            raise ArchiveError("isinya rusak") from error


def _check_end(stream: BinaryIO) -> None:
    """How many entries it has, and how long their list is, before zipfile believes it."""
    size = stream.seek(0, os.SEEK_END)
    if size > LARGEST_ARCHIVE:
        raise ArchiveError(f"besarnya lebih dari {LARGEST_ARCHIVE // MEGABYTE} MB")
    stream.seek(max(0, size - _END.size - _LONGEST_COMMENT - 20))
    tail = stream.read()
    place = tail.rfind(b"PK\x05\x06")
    if place < 0 or len(tail) < place + _END.size:
        raise ArchiveError("arsipnya rusak atau bukan ZIP")
    if _END64_LOCATOR in tail[max(0, place - 20) : place]:
        raise ArchiveError("arsipnya terlalu besar (ZIP64)")
    _, _, _, _, entries, directory, _, _ = _END.unpack_from(tail, place)
    if entries > MOST_ENTRIES or directory > _LARGEST_DIRECTORY:
        raise ArchiveError(f"arsipnya memuat lebih dari {MOST_ENTRIES} berkas")


def _accepted(infos: list[zipfile.ZipInfo]) -> dict[str, zipfile.ZipInfo]:
    """The plain files; one entry that no honest program makes condemns the whole archive."""
    if len(infos) > MOST_ENTRIES:
        raise ArchiveError(f"arsipnya memuat lebih dari {MOST_ENTRIES} berkas")
    found: dict[str, zipfile.ZipInfo] = {}
    for info in infos:
        name = info.filename
        if _ABSOLUTE.match(name) or ".." in re.split(r"[/\\]", name) or "\0" in info.orig_filename:
            raise ArchiveError("arsipnya memuat nama berkas yang menunjuk ke luar")
        if stat.S_ISLNK(info.external_attr >> 16):
            raise ArchiveError("arsipnya memuat tautan ke berkas lain (symlink)")
        if info.flag_bits & 0x1:
            raise ArchiveError("arsipnya terkunci sandi; kirim tanpa sandi")
        if name in found:
            raise ArchiveError("arsipnya memuat dua berkas dengan nama yang sama")
        if not info.is_dir() and info.compress_type in _METHODS:
            found[name] = info
        elif not info.is_dir():
            raise ArchiveError("arsipnya dimampatkan dengan cara yang tidak umum; buat ZIP biasa")
    return found
