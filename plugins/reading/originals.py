"""An original as the repository keeps it: upright, in sRGB, no larger than a limit, and
nothing in the file but the picture. A photo that is so already stays as it is, byte for byte.
"""

import io
import struct
import warnings
from collections.abc import Iterator

from PIL import Image, ImageCms

from plugins.model.photo import PhotoFacts
from plugins.reading.photos import KINDS, ORIENTATION, UPRIGHT_SWAPS, opaque, photo_facts

LONGEST_SIDE = 2560  # pixels: twice the article's column, and enough to print on A5
QUALITIES = (88, 78, 65)  # 1 to 100; the next is tried where the file is still too large
_SMALLEST_SIDE = 320  # pixels
_SRGB = ImageCms.createProfile("sRGB")
_TURNS = {  # by EXIF orientation
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}
_PNG_CHUNKS = frozenset({b"IHDR", b"PLTE", b"tRNS", b"gAMA", b"cHRM", b"sRGB", b"sBIT", b"bKGD",
                         b"pHYs", b"IDAT", b"IEND"})  # fmt: skip
_WEBP_CHUNKS = frozenset({b"VP8 ", b"VP8L", b"VP8X", b"ALPH"})
# JFIF, Adobe's note on colours, tables, restarts, frames; every other segment may say anything.
_JPEG_SEGMENTS = frozenset({0xE0, 0xEE, 0xDB, 0xDD, *range(0xC0, 0xC8)})


class UncleanError(ValueError):
    """No clean photo can be made of it; `trouble` is a word of PhotoFacts.trouble or too-large."""

    def __init__(self, trouble: str) -> None:
        super().__init__(trouble)
        self.trouble = trouble


def clean(data: bytes, limit: int, longest: int = LONGEST_SIDE) -> bytes:
    """The photo in its own kind, at most *limit* bytes and *longest* pixels; or UncleanError."""
    facts = photo_facts(data)
    if facts.trouble:
        raise UncleanError(facts.trouble)
    small = len(data) <= limit and max(facts.width, facts.height) <= longest
    if small and is_bare(data, facts.kind):
        return data
    with warnings.catch_warnings():
        warnings.simplefilter("error", Image.DecompressionBombWarning)
        return _smaller(data, facts, limit, min(longest, max(facts.width, facts.height)))


def is_bare(data: bytes, kind: str) -> bool:
    """Whether nothing lies in the file, or behind its end, but what draws the picture."""
    try:
        if kind == "JPEG":
            return _is_bare_jpeg(data)
        chunks = set(_png_chunks(data) if kind == "PNG" else _webp_chunks(data))
    except (struct.error, ValueError, IndexError):
        return False
    return chunks <= (_PNG_CHUNKS if kind == "PNG" else _WEBP_CHUNKS)


def clean_pixels(data: bytes, size: tuple[int, int]) -> Image.Image:
    """A photo in an upright size no larger than its own: sRGB, and nothing but pixels.

    Shrunk before anything else is done to it, which is what keeps a photo of 40 million
    pixels below 512 MB.
    """
    with Image.open(io.BytesIO(data), formats=KINDS) as original:
        turn = original.getexif().get(ORIENTATION, 1)
        lying = (size[1], size[0]) if turn in UPRIGHT_SWAPS else size
        # JPEG decodes at a half, a quarter or an eighth, which is a good filter by itself.
        original.draft("RGB", lying)
        small = opaque(original).resize(lying, Image.Resampling.LANCZOS)
    upright = small.transpose(_TURNS[turn]) if turn in _TURNS else small
    canvas = Image.new("RGB", size)
    canvas.paste(_in_srgb(upright).convert("RGB"))  # no metadata comes along
    return canvas


def size_within(longest: int, width: int, height: int) -> tuple[int, int]:
    """The size whose longer side is *longest* pixels."""
    part = longest / max(width, height)
    return max(1, round(width * part)), max(1, round(height * part))


def _in_srgb(image: Image.Image) -> Image.Image:
    profile = image.info.get("icc_profile")
    if not profile or image.mode not in ("RGB", "CMYK", "L"):
        return image
    try:
        source = ImageCms.ImageCmsProfile(io.BytesIO(profile))
        return ImageCms.profileToProfile(image, source, _SRGB, outputMode="RGB") or image
    except (ImageCms.PyCMSError, OSError):
        return image  # a broken profile says nothing about the pixels


def _smaller(data: bytes, facts: PhotoFacts, limit: int, longest: int) -> bytes:
    while longest:
        image = clean_pixels(data, size_within(longest, facts.width, facts.height))
        for quality in QUALITIES if facts.kind != "PNG" else QUALITIES[:1]:
            made = _encoded(image, facts.kind, quality)
            if len(made) <= limit:
                return made
        longest = longest * 3 // 4 if longest > _SMALLEST_SIDE else 0
    raise UncleanError("too-large")


def _encoded(image: Image.Image, kind: str, quality: int) -> bytes:
    buffer = io.BytesIO()
    if kind == "WEBP":
        image.save(buffer, "WEBP", quality=quality, method=4)
    elif kind == "PNG":
        image.save(buffer, "PNG", optimize=True)
    else:
        image.save(buffer, "JPEG", quality=quality, progressive=True, optimize=True)
    return buffer.getvalue()


def _is_bare_jpeg(data: bytes) -> bool:
    """Segments up to each scan, then entropy-coded data up to the next marker or the end."""
    place = 2
    while data[place] == 0xFF:
        marker = data[place + 1]
        if marker == 0xD9:
            return place + 2 == len(data)
        if marker not in _JPEG_SEGMENTS and marker != 0xDA:
            return False
        (length,) = struct.unpack_from(">H", data, place + 2)
        if marker == 0xE0 and (length != 16 or data[place + 4 : place + 9] != b"JFIF\0"):
            return False  # a preview, or anything under that name
        place += 2 + length
        if marker == 0xDA:
            place = _end_of_scan(data, place)
    return False


def _end_of_scan(data: bytes, place: int) -> int:
    """The next marker that is neither a stuffed FF nor a restart."""
    while (place := data.index(b"\xff", place)) + 1 < len(data):
        following = data[place + 1]
        if following and not 0xD0 <= following <= 0xD7:
            return place
        place += 2
    raise ValueError("no marker ends the scan")


def _png_chunks(data: bytes) -> Iterator[bytes]:
    place, name = 8, b""
    while name != b"IEND":
        length, name = struct.unpack_from(">I4s", data, place)
        place += 12 + length
        yield name
    if place != len(data):
        raise ValueError("something lies behind the end")


def _webp_chunks(data: bytes) -> Iterator[bytes]:
    (size,) = struct.unpack_from("<I", data, 4)
    if size + 8 != len(data):
        raise ValueError("something lies behind the end")
    place = 12
    while place < len(data):
        name, length = struct.unpack_from("<4sI", data, place)
        place += 8 + length + length % 2
        yield name
