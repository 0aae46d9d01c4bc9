"""Look for anything in a file that is not pixels: by its structure, and by what it says."""

import re
import struct
from collections.abc import Iterator

# Of JPEG: start, tables, frame, scan and end. APP0 is JFIF's density, which Pillow writes.
_JPEG = {0xC0, 0xC2, 0xC4, 0xDB, 0xDA, 0xDD, 0xD9, 0xE0}
_JFIF = re.compile(rb"JFIF\0\x01[\x01\x02]\0\0\x01\0\x01\0\0\Z", re.DOTALL)
_SAYS = re.compile(rb"Exif|EXIF|XMP |ICCP|ICC_PROFILE|http|adobe|Photoshop|8BIM", re.IGNORECASE)


def notes_in(data: bytes) -> list[str]:
    """What a rendition should not hold; empty for one of nothing but pixels."""
    found = list(_webp(data) if data[:4] == b"RIFF" else _jpeg(data))
    head = data[:4096]  # where every kind of note has its name; pixels may say anything
    return found + [match.decode() for match in _SAYS.findall(head)]


def _webp(data: bytes) -> Iterator[str]:
    if struct.unpack("<I", data[4:8])[0] + 8 != len(data):
        yield "bytes behind the end"
    place = 12
    while place + 8 <= len(data):
        name, length = struct.unpack("<4sI", data[place : place + 8])
        if name not in (b"VP8 ", b"VP8L"):
            yield f"chunk {name!r}"
        place += 8 + length + length % 2


def _jpeg(data: bytes) -> Iterator[str]:
    if not data.startswith(b"\xff\xd8"):
        yield "no JPEG"
        return
    if not data.endswith(b"\xff\xd9"):
        yield "bytes behind the end"
    place = 2
    while place < len(data) - 2:
        if data[place] != 0xFF:
            yield f"no marker at {place}"
            return
        kind = data[place + 1]
        (length,) = struct.unpack(">H", data[place + 2 : place + 4])
        if kind not in _JPEG:
            yield f"marker {kind:#x}"
        if kind == 0xE0 and not _JFIF.match(data[place + 4 : place + 2 + length]):
            yield "a preview in JFIF"
        place += 2 + length
        if kind == 0xDA:
            place = _after_scan(data, place)


def _after_scan(data: bytes, place: int) -> int:
    """The next marker that is neither a stuffed byte nor a restart."""
    while True:
        place = data.index(b"\xff", place)
        if data[place + 1] != 0 and not 0xD0 <= data[place + 1] <= 0xD7:
            return place
        place += 2
