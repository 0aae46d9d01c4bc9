"""The ZIP that the composer /tulis/ makes: files in their places, and a word from the sender.

It holds nothing else, so anything else is a reason to refuse all of it.
"""

from collections.abc import Mapping
from typing import NamedTuple

from plugins.intake.archives import Archive
from plugins.intake.handover import HandoverError
from plugins.intake.rows import clean, shown
from plugins.model.addresses import Place, place_of
from plugins.reading.jobs import MAX_TEXT

PREFIX = "content/"
SENDER = "pengirim.txt"
MOST_FILES = 60
LARGEST_PHOTO = 32 * 1024 * 1024  # it is made smaller here
_LONGEST_NOTE = 4_000  # characters
_KINDS = ("post", "photo", "event")


class Composed(NamedTuple):
    texts: Mapping[str, bytes]  # by path below content/
    photos: Mapping[str, bytes]
    note: tuple[str, ...]  # the lines of pengirim.txt


def is_composed(archive: Archive) -> bool:
    return any(name.startswith(PREFIX) for name in archive.names)


def read_composed(archive: Archive) -> Composed:
    """Raises HandoverError, or ArchiveError for what cannot be unpacked."""
    if len(archive.names) > MOST_FILES:
        raise HandoverError(f"arsip dari /tulis/ memuat lebih dari {MOST_FILES} berkas")
    places = {name: _place(name) for name in archive.names if name != SENDER}
    agencies = sorted({place.agency for place in places.values()})
    if len(agencies) != 1:
        raise HandoverError(f"isinya milik beberapa perangkat daerah ({', '.join(agencies)})")
    texts = {n.removeprefix(PREFIX): archive.read(n, MAX_TEXT)
             for n, place in places.items() if place.kind != "photo"}  # fmt: skip
    photos = {n.removeprefix(PREFIX): archive.read(n, LARGEST_PHOTO)
              for n, place in places.items() if place.kind == "photo"}  # fmt: skip
    if not texts:
        raise HandoverError("arsip dari /tulis/ tidak memuat naskah")
    folders = {path.removesuffix("index.md") for path in texts}
    if strays := [path for path in photos if path.rpartition("/")[0] + "/" not in folders]:
        raise HandoverError(f"naskah untuk foto {shown(strays[0])} tidak ikut dalam arsip")
    return Composed(texts, photos, _note(archive))


def _place(name: str) -> Place:
    place = place_of(name.removeprefix(PREFIX)) if name.startswith(PREFIX) else None
    if place is None or place.kind not in _KINDS:
        raise HandoverError(f"arsip dari /tulis/ memuat berkas lain: {shown(name)}")
    return place


def _note(archive: Archive) -> tuple[str, ...]:
    if SENDER not in archive.names:
        return ()
    text = archive.read(SENDER, 4 * _LONGEST_NOTE).decode("utf-8", errors="replace")
    lines = (clean(line) for line in text[:_LONGEST_NOTE].splitlines())
    return tuple(line for line in lines if line)
