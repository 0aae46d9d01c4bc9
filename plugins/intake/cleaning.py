"""Photos as they came into photos that the repository may keep, each under a time limit."""

from collections.abc import Iterator, Mapping, Sequence
from hashlib import sha256
from typing import NamedTuple

from msgspec.msgpack import decode, encode

from plugins.intake.arrival import Photo
from plugins.intake.handover import Leftover, Picture
from plugins.intake.receiving import MOST_PICTURES
from plugins.model.addresses import place_of
from plugins.model.draft import slug_of
from plugins.reading import pool
from plugins.reading.originals import UncleanError, clean
from plugins.reading.photos import PhotoWords, photo_facts, photo_words

LARGEST = 2 * 1024 * 1024  # bytes of a photo in the repository
SECONDS = 20.0  # for one photo
_ENDINGS = {"JPEG": "jpg", "PNG": "png", "WEBP": "webp"}
_TROUBLES = {
    "kind": "bukan JPEG, PNG, atau WebP",
    "truncated": "terpotong atau rusak",
    "too-many-pixels": "melebihi 40 juta piksel",
    "animated": "gambar bergerak",
    "empty": "kosong",
    "too-large": "tidak dapat dikecilkan",
}


class Cleaned(NamedTuple):
    """A photo without what lay in it; or nothing, and the trouble."""

    data: bytes = b""
    own: PhotoWords = PhotoWords("", "")
    trouble: str = ""


def cleaned(pictures: Sequence[Picture], title: str) -> tuple[list[Photo], list[Leftover]]:
    """Photos named after the title, each picture once; and those that are none."""
    once = list({sha256(p.data).digest(): p for p in reversed(pictures)}.values())[::-1]
    photos: list[Photo] = []
    left: list[Leftover] = []
    stem = slug_of(title, 40)
    for picture, made in zip(once, clean_each([p.data for p in once]), strict=True):
        if made.trouble:
            left.append(Leftover(picture.name, made.trouble, picture.data))
        elif len(photos) == MOST_PICTURES:
            left.append(Leftover(picture.name, f"sudah ada {MOST_PICTURES} foto", picture.data))
        else:
            name = f"{stem}-{len(photos) + 1}.{_ENDINGS[photo_facts(made.data).kind]}"
            photos.append(Photo(name, made.data, picture.caption, made.own))
    return photos, left


def cleaned_files(files: Mapping[str, bytes]) -> tuple[dict[str, bytes], list[Leftover]]:
    """Photos that have their names already, by path below content/."""
    kept: dict[str, bytes] = {}
    left: list[Leftover] = []
    for (path, old), made in zip(files.items(), clean_each(list(files.values())), strict=True):
        if made.trouble or place_of(path) is None:
            left.append(Leftover(path.rpartition("/")[2], made.trouble, old))
        else:
            kept[path] = made.data
    return kept, left


def clean_each(pictures: Sequence[bytes]) -> Iterator[Cleaned]:
    """Of each in turn; a photo that takes too long holds up no other."""
    done = dict(pool.run(pictures, _work, SECONDS)) if pictures else {}
    for number in range(len(pictures)):
        payload = done.get(number)
        yield decode(payload, type=Cleaned) if payload else Cleaned(trouble="terlalu lama dibuka")


def _work(data: bytes) -> bytes:
    try:
        return encode(Cleaned(clean(data, LARGEST), photo_words(data)))
    except UncleanError as error:
        return encode(Cleaned(trouble=_TROUBLES.get(error.trouble, "tidak dapat dibuka")))
    except (OSError, ValueError, SyntaxError, MemoryError):  # as Pillow's decoders end
        return encode(Cleaned(trouble="tidak dapat dibuka"))
