"""The files of a section: texts as jobs, photos, and by what each is read.

Parsers are loaded when first asked for: most runs need none of them.
"""

from collections import defaultdict
from collections.abc import Callable, Sequence
from typing import NamedTuple

from plugins.model.addresses import Place, place_of
from plugins.model.entry import REGULAR, Entry
from plugins.model.manuscript import Manuscript
from plugins.model.photo import PhotoFacts
from plugins.model.record import digest
from plugins.model.source import Pairs, Problem, Source
from plugins.reading.tree import Tree

MAX_TEXT = 64 * 1024  # bytes; a longer text is not parsed at all
MAX_PHOTO = 8 * 1024 * 1024  # bytes; a larger photo is not decoded at all


class Job(NamedTuple):
    entry: Entry
    place: Place
    photos: tuple[tuple[str, str], ...]  # name and blob id of the photos beside a post
    key: bytes


def jobs_of(entries: Sequence[Entry]) -> list[Job]:
    """The text files that can be read; other entries are for the rules about paths."""
    texts, beside = [], defaultdict(list)
    for entry in entries:
        place = place_of(entry.path) if entry.mode == REGULAR else None
        if place is None:
            continue
        if place.kind == "photo":
            beside[place.id].append((place.file, entry.blob))
        else:
            texts.append((entry, place))
    return [_job(e, place, beside if place.kind == "post" else {}) for e, place in texts]


def _job(entry: Entry, place: Place, beside: dict[str, list[tuple[str, str]]]) -> Job:
    photos = tuple(beside.get(place.id, ()))
    return Job(entry, place, photos, digest(entry.blob, photos))


def manuscript_of(tree: Tree, job: Job) -> Manuscript:
    if job.entry.size > MAX_TEXT:
        return unread(job, "text-too-large", f"{job.entry.size // 1024}")
    data, (read_manuscript, read_categories) = tree.read(job.entry), parsers()
    if job.place.kind == "media":
        return _media_reader()(job.entry.path, job.place, data)
    if job.place.kind == "categories":
        return read_categories(job.entry.path, job.place, data)
    return read_manuscript(job.entry.path, job.place, data, job.photos)


def parsers() -> tuple[Callable[..., Manuscript], Callable[..., Manuscript]]:
    """Markdown and the sanitiser, which a run with nothing new to parse does without."""
    from plugins.reading.records import read_categories, read_manuscript  # noqa: PLC0415

    return read_manuscript, read_categories


def _media_reader() -> Callable[..., Manuscript]:
    """The reader of tables, which few runs need."""
    from plugins.reading.media import read_media  # noqa: PLC0415

    return read_media


def photo_reader() -> Callable[[bytes], PhotoFacts]:
    """Pillow, which most runs do without."""
    from plugins.reading.photos import photo_facts  # noqa: PLC0415

    return photo_facts


def unread(job: Job, kind: str, value: str) -> Manuscript:
    source = Source(job.entry.path, Pairs((), 1, 1), "", 1)
    return Manuscript(job.entry.path, job.place, source, (Problem(kind, 1, 1, value),))


def is_photo(entry: Entry) -> bool:
    place = place_of(entry.path) if entry.mode == REGULAR else None
    return place is not None and place.kind == "photo"
