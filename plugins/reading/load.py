"""A tree into a newsroom: every file is parsed once, and what is wrong is told once."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

import msgspec

from plugins.model.addresses import Place, place_of
from plugins.model.agency import Agency, Category, Page
from plugins.model.body import Body
from plugins.model.entry import REGULAR, Entry
from plugins.model.event import Event
from plugins.model.fault import Fault
from plugins.model.manuscript import Content, Manuscript
from plugins.model.newsroom import Newsroom
from plugins.model.photo import PhotoFacts
from plugins.model.post import Post
from plugins.model.record import Value
from plugins.model.source import Pairs, Problem, Source
from plugins.reading import pool
from plugins.reading.photos import photo_facts
from plugins.reading.records import read_categories, read_manuscript
from plugins.reading.tree import Tree

TEXT_SECONDS = 2.0  # for one file, from bytes to blocks
PHOTO_SECONDS = 5.0
MAX_TEXT = 64 * 1024  # bytes; a longer text is not parsed at all
MAX_PHOTO = 8 * 1024 * 1024  # bytes; a larger photo is not decoded at all

Inspect = Callable[[Manuscript], Iterable[Fault]]


class FileResult(Value, frozen=True):
    """What is kept of one text file: all that the site and the gate need of it."""

    content: Content | None = None
    categories: tuple[Category, ...] = ()
    body: Body = ()
    faults: tuple[Fault, ...] = ()


class _Job(NamedTuple):
    entry: Entry
    place: Place
    photos: tuple[tuple[str, str], ...]  # name and blob id of the photos beside a post


def load(tree: Tree, inspect: Inspect, workers: int = 0) -> Newsroom:
    """Read everything below content/. *inspect* turns a manuscript into its faults."""
    entries = tree.entries()
    jobs = _jobs(entries)
    results = _read_texts(tree, jobs, inspect, workers)
    photos = _read_photos(tree, entries, workers)
    return _assemble(entries, results, photos)


def _jobs(entries: Sequence[Entry]) -> list[_Job]:
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
    return [
        _Job(entry, place, tuple(beside[place.id]) if place.kind == "post" else ())
        for entry, place in texts
    ]


def _read_texts(
    tree: Tree, jobs: Sequence[_Job], inspect: Inspect, workers: int
) -> list[FileResult]:
    def work(job: _Job) -> bytes:
        return msgspec.msgpack.encode(_read_one(tree, job, inspect))

    results = [FileResult()] * len(jobs)
    decode = msgspec.msgpack.Decoder(FileResult).decode
    for number, payload in pool.run(jobs, work, TEXT_SECONDS, workers):
        if payload is None:
            stopped = _unread(jobs[number], "too-slow", f"{TEXT_SECONDS:.0f}")
            results[number] = FileResult(faults=tuple(inspect(stopped)))
        else:
            results[number] = decode(payload)
    return results


def _read_one(tree: Tree, job: _Job, inspect: Inspect) -> FileResult:
    if job.entry.size > MAX_TEXT:
        manuscript = _unread(job, "text-too-large", f"{job.entry.size // 1024}")
    elif job.place.kind == "categories":
        manuscript = read_categories(job.entry.path, job.place, tree.read(job.entry))
    else:
        manuscript = read_manuscript(job.entry.path, job.place, tree.read(job.entry), job.photos)
    return FileResult(
        content=manuscript.content,
        categories=manuscript.categories,
        body=manuscript.rendered.body,
        faults=tuple(inspect(manuscript)),
    )


def _unread(job: _Job, kind: str, value: str) -> Manuscript:
    source = Source(job.entry.path, Pairs((), 1, 1), "", 1)
    return Manuscript(job.entry.path, job.place, source, (Problem(kind, 1, 1, value),))


def _read_photos(tree: Tree, entries: Sequence[Entry], workers: int) -> dict[str, PhotoFacts]:
    """Facts by blob id; a photo that two posts share is decoded once."""
    by_blob = {
        entry.blob: entry
        for entry in entries
        if entry.mode == REGULAR and (place := place_of(entry.path)) and place.kind == "photo"
    }
    photos = list(by_blob.values())

    def work(entry: Entry) -> bytes:
        if entry.size > MAX_PHOTO:
            return msgspec.msgpack.encode(PhotoFacts(size=entry.size, trouble="too-large"))
        return msgspec.msgpack.encode(photo_facts(tree.read(entry)))

    facts = {}
    decode = msgspec.msgpack.Decoder(PhotoFacts).decode
    for number, payload in pool.run(photos, work, PHOTO_SECONDS, workers):
        entry = photos[number]
        slow = PhotoFacts(size=entry.size, trouble="too-slow")
        facts[entry.blob] = decode(payload) if payload else slow
    return facts


def _assemble(
    entries: Sequence[Entry],
    results: Sequence[FileResult],
    photos: dict[str, PhotoFacts],
) -> Newsroom:
    contents = [result.content for result in results if result.content]
    return Newsroom(
        agencies={c.slug: c for c in contents if isinstance(c, Agency)},
        categories={c.slug: c for result in results for c in result.categories},
        pages={c.slug: c for c in contents if isinstance(c, Page)},
        posts={c.id: c for c in contents if isinstance(c, Post)},
        events={c.id: c for c in contents if isinstance(c, Event)},
        photos=photos,
        bodies={r.content.body.digest: r.body for r in results if r.content},
        entries=tuple(entries),
        faults=tuple(fault for result in results for fault in result.faults),
    )


def load_agencies(tree: Tree) -> Newsroom:
    """Only the agency records: enough to know who may do what."""
    entries = [e for e in tree.entries() if (p := place_of(e.path)) and p.kind == "agency"]
    jobs = _jobs(entries)
    return _assemble(entries, _read_texts(tree, jobs, lambda _: (), workers=1), {})
