"""`make foto-kecilkan`: an original as the repository should keep it, in the place of the old one.

At most 2560 pixels, upright, sRGB, and of its metadata only the caption and the credit.
"""

import io
import warnings
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from PIL import Image

from plugins.model.addresses import PHOTO_ENDINGS
from plugins.reading.jobs import MAX_PHOTO
from plugins.reading.originals import LONGEST_SIDE, clean_pixels, size_within
from plugins.reading.photos import KINDS, ORIENTATION, UPRIGHT_SWAPS, photo_words

MOST_PIXELS = 150_000_000  # of a camera's largest photo; it is opened on the officer's machine
JPEG_QUALITY = 88
WEBP_QUALITY = 85
_DESCRIPTION, _ARTIST, _GPS = 270, 315, 34853  # EXIF tags
_MEGABYTE = 1024 * 1024


class ShrinkingError(ValueError):
    """The file is left alone; `str()` says why, in Indonesian."""


class Shrunk(NamedTuple):
    data: bytes
    width: int
    height: int


def shrunk(data: bytes) -> Shrunk | None:
    """The smaller photo of the same kind; None for one that is small and tells no place."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)
            return _shrunk(data)
    except (OSError, SyntaxError, ValueError, EOFError, Image.DecompressionBombError) as error:
        if isinstance(error, ShrinkingError):
            raise
        raise ShrinkingError("bukan JPEG, PNG, atau WebP yang utuh") from error


def shrink_files(paths: Iterable[Path]) -> Iterator[str]:
    """Replace what is too large, file by file; say what became of each."""
    for path in paths:
        before = path.read_bytes()
        try:
            made = shrunk(before)
        except ShrinkingError as error:
            yield f"{path}: dibiarkan, {error}."
            continue
        if made is not None:
            _replace(path, made.data)
            size = f"{made.width} × {made.height} piksel"
            yield f"{path}: {_megabytes(before)} menjadi {_megabytes(made.data)}, {size}"


def photos_below(place: Path) -> list[Path]:
    """The photo itself, or all photos in a folder."""
    if place.is_file():
        return [place]
    return sorted(p for p in place.rglob("*") if p.is_file() and p.suffix[1:] in PHOTO_ENDINGS)


def _shrunk(data: bytes) -> Shrunk | None:
    with Image.open(io.BytesIO(data), formats=KINDS) as image:
        kind = "JPEG" if image.format == "MPO" else image.format
        exif = image.getexif()
        width, height = image.size
        if exif.get(ORIENTATION) in UPRIGHT_SWAPS:
            width, height = height, width
        placed = _GPS in exif
    if width * height > MOST_PIXELS:
        raise ShrinkingError(f"lebih dari {MOST_PIXELS // 1_000_000} juta piksel")
    if max(width, height) <= LONGEST_SIDE and len(data) <= MAX_PHOTO and not placed:
        return None
    longest = min(LONGEST_SIDE, max(width, height))
    while True:
        size = size_within(longest, width, height)
        made = _encoded(clean_pixels(data, size), str(kind), _notes(data))
        if len(made) <= MAX_PHOTO:
            return Shrunk(made, *size)
        longest = longest * 3 // 4  # a PNG of a camera


def _notes(data: bytes) -> dict[str, Image.Exif]:
    words = photo_words(data)
    notes = Image.Exif()
    for tag, text in ((_DESCRIPTION, words.caption), (_ARTIST, words.credit)):
        if text:
            notes[tag] = text.encode()  # as bytes, for Pillow keeps only ASCII of a text
    return {"exif": notes} if notes else {}


def _encoded(image: Image.Image, kind: str, notes: dict[str, Image.Exif]) -> bytes:
    buffer = io.BytesIO()
    if kind == "JPEG":
        image.save(buffer, kind, quality=JPEG_QUALITY, progressive=True, **notes)
    elif kind == "WEBP":
        image.save(buffer, kind, quality=WEBP_QUALITY, method=4, **notes)
    else:
        image.save(buffer, kind, optimize=True, **notes)
    return buffer.getvalue()


def _replace(path: Path, data: bytes) -> None:
    partial = path.with_name(path.name + ".sebagian")
    partial.write_bytes(data)
    partial.replace(path)


def _megabytes(data: bytes) -> str:
    return f"{len(data) / _MEGABYTE:.1f} MB".replace(".", ",")
