"""Real photo files of every kind, made with Pillow."""

import io
import struct
import zlib
from typing import Any

from PIL import Image, ImageCms

from plugins.model.body import Body, BodyRef
from plugins.model.photo import PhotoFacts
from plugins.photos.recipe import Work, works
from plugins.photos.render import rendition
from plugins.reading.git import blob_id as blob_id_of
from plugins.reading.photos import photo_facts

BLOB = "0123456789abcdef0123456789abcdef01234567"
SRGB = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()


def encoded(image: Image.Image, kind: str, **options: Any) -> bytes:
    buffer = io.BytesIO()
    image.save(buffer, kind, **options)
    return buffer.getvalue()


def plain(width: int = 40, height: int = 30, colour: str = "red", mode: str = "RGB") -> Image.Image:
    return Image.new(mode, (width, height), colour)


def halves(width: int = 120, height: int = 80) -> Image.Image:
    """Red above, blue below: tells which way is up."""
    image = plain(width, height, "blue")
    image.paste("red", (0, 0, width, height // 2))
    return image


def oriented(orientation: int) -> bytes:
    """A JPEG that shows `halves` upright once its EXIF orientation is applied."""
    turns = {
        2: Image.Transpose.FLIP_LEFT_RIGHT,
        3: Image.Transpose.ROTATE_180,
        4: Image.Transpose.FLIP_TOP_BOTTOM,
        5: Image.Transpose.TRANSPOSE,
        6: Image.Transpose.ROTATE_90,
        7: Image.Transpose.TRANSVERSE,
        8: Image.Transpose.ROTATE_270,
    }
    upright = halves()
    lying = upright.transpose(turns[orientation]) if orientation in turns else upright
    exif = Image.Exif()
    exif[274] = orientation
    return encoded(lying, "JPEG", quality=95, exif=exif)


def png_with(image: Image.Image, name: bytes, data: bytes, **options: Any) -> bytes:
    """A PNG with one more chunk right behind its head."""
    whole, chunk = encoded(image, "PNG", **options), name + data
    extra = struct.pack(">I", len(data)) + chunk + struct.pack(">I", zlib.crc32(chunk))
    return whole[:33] + extra + whole[33:]


class Originals:
    """The resources of a build: one original."""

    def __init__(self, data: bytes) -> None:
        self.data = data

    def blob(self, blob_id: str) -> bytes:
        assert blob_id == blob_id_of(self.data)
        return self.data

    def body(self, ref: BodyRef) -> Body:
        return ()


def renditions(data: bytes) -> list[tuple[Work, bytes]]:
    """Everything that a build makes of one sound photo."""
    facts = photo_facts(data)
    assert facts.trouble == ""
    return [(work, rendition(work, Originals(data))) for work in works(blob_id_of(data), facts)]


def opened(data: bytes) -> Image.Image:
    image = Image.open(io.BytesIO(data))
    image.load()
    return image


def facts_of(width: int, height: int, kind: str = "JPEG") -> PhotoFacts:
    return PhotoFacts(kind, width, height, 1000)
