"""The press pack: one ZIP of photos to print and the words that belong to them.

Everything is stored, not deflated: photos gain nothing, and what zlib makes of the texts
differs from one version to the next. So equal packs have equal bytes.
"""

import io
import zipfile
from collections.abc import Iterator

from plugins.model.output import Resources
from plugins.model.press import Pack, PackPhoto
from plugins.photos.captions import Caption, captioned
from plugins.photos.release import PHOTOS, contact_text, html_release, licence, plain_release
from plugins.reading.originals import LONGEST_SIDE, clean_pixels, size_within

QUALITY = 88  # 1 to 100
_MODE = 0o100644 << 16  # a plain file, as Unix keeps its rights in a ZIP


def pack_file(pack: Pack, resources: Resources) -> bytes:
    buffer = io.BytesIO()
    when = (pack.day.year, pack.day.month, pack.day.date.day, 0, 0, 0)
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, data in _files(pack, resources):
            info = zipfile.ZipInfo(f"{pack.slug}/{name}", when)
            info.create_system = 3  # Unix, wherever it is made
            info.external_attr = _MODE
            archive.writestr(info, data)
    return buffer.getvalue()


def _files(pack: Pack, resources: Resources) -> Iterator[tuple[str, bytes]]:
    body = resources.body(pack.body)
    yield "siaran.txt", plain_release(pack, body).encode()
    yield "siaran.html", html_release(pack, body).encode()
    yield "kontak.txt", contact_text(pack).encode()
    yield "lisensi.txt", f"{licence(pack)}\n".encode()
    for photo in pack.photos:
        data = _jpeg(photo, resources.blob(photo.blob))
        yield f"{PHOTOS}/{photo.file}", captioned(data, _caption(photo, pack))


def _jpeg(photo: PackPhoto, original: bytes) -> bytes:
    """Upright, in sRGB, without any metadata, and never larger than it was."""
    longest = min(LONGEST_SIDE, max(photo.width, photo.height))
    size = size_within(longest, photo.width, photo.height)
    buffer = io.BytesIO()
    clean_pixels(original, size).save(buffer, "JPEG", quality=QUALITY, optimize=True)
    return buffer.getvalue()


def _caption(photo: PackPhoto, pack: Pack) -> Caption:
    text = photo.caption or photo.alt
    return Caption(
        headline=pack.title,
        text=f"CONTOH. {text}" if pack.sample else text,
        alt=photo.alt,
        credit=photo.credit,
        source=pack.agency,
        licence=licence(pack),
        licence_url=pack.licence_url,
    )
