"""Photos that hold a secret wherever a file can keep one."""

import struct
from collections.abc import Iterator

from PIL import Image

from tests.photos.samples import SRGB, encoded, halves, plain, png_with

SECRET = b"RAHASIA"


def secretive(kind: str) -> bytes:
    exif = Image.Exif()
    exif[274], exif[270], exif[315] = 6, "RAHASIA keterangan", "RAHASIA pemotret"
    exif.get_ifd(34853).update({1: "S", 2: (2.0, 33.0, 0.0), 3: "E", 4: (120.0, 19.0, 0.0)})
    exif.get_ifd(0x8769)[37510] = b"ASCII\0\0\0RAHASIA catatan"
    notes = {"exif": exif, "icc_profile": SRGB + SECRET}
    xmp = b"<x:xmpmeta xmlns:x='adobe:ns:meta/'>RAHASIA xmp</x:xmpmeta>"
    image = halves(1200, 800)
    if kind == "PNG":
        data = png_with(image, b"tEXt", b"Comment\0RAHASIA", **notes)
    elif kind == "WEBP":
        data = encoded(image, kind, xmp=xmp, **notes)
    else:
        data = _with_segments(encoded(image, kind, xmp=xmp, comment=b"RAHASIA", **notes))
    return data + b"PK\x03\x04RAHASIA di belakang"


def _with_segments(jpeg: bytes) -> bytes:
    """IPTC, a preview, and a segment that nobody knows."""
    return jpeg[:2] + b"".join(_segments()) + jpeg[2:]


def _segments() -> Iterator[bytes]:
    caption = b"\x1c\x02\x78" + struct.pack(">H", 12) + b"RAHASIA iptc"
    resource = b"8BIM\x04\x04\0\0" + struct.pack(">I", len(caption)) + caption
    preview = encoded(plain(16, 16, "lime"), "JPEG", comment=SECRET)
    for kind, data in (
        (0xED, b"Photoshop 3.0\0" + resource + b"\0" * (len(caption) % 2)),
        (0xE0, b"JFXX\0\x10" + preview),
        (0xEB, b"RAHASIA peta kedalaman"),
    ):
        yield bytes((0xFF, kind)) + struct.pack(">H", len(data) + 2) + data
