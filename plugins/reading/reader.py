"""A tree into newsrooms, section by section: every file is parsed once, and once ever.

What was read is kept by content (store.py), so a section that did not change is not even
listed, and in one that did only the files that changed are parsed.
"""

import gc
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

import msgspec

from plugins.model.agency import Agency, Category, Page
from plugins.model.body import encode_body
from plugins.model.entry import Entry
from plugins.model.event import Event
from plugins.model.fault import Fault
from plugins.model.manuscript import Content, Manuscript
from plugins.model.media import MediaMonth
from plugins.model.newsroom import Newsroom
from plugins.model.photo import PhotoFacts
from plugins.model.post import Post
from plugins.model.record import Value, digest
from plugins.model.recurrence import occurrences
from plugins.reading import pool
from plugins.reading.jobs import (
    MAX_PHOTO,
    Job,
    is_photo,
    jobs_of,
    manuscript_of,
    parsers,
    photo_reader,
    unread,
)
from plugins.reading.sections import SHARED
from plugins.reading.shape import code_digest
from plugins.reading.store import Bodies, Store, StoredFile, StoredSection
from plugins.reading.tree import Tree
from plugins.reading.watch import Watch, Watches

TEXT_SECONDS = 2.0  # for one file, from bytes to blocks
PHOTO_SECONDS = 5.0
SECTION_SECONDS = 3600.0  # for a whole one, far beyond what any takes
RECENT = 3  # sections kept in memory: a build asks for the same one a few times in a row

Inspect = Callable[[Manuscript], Iterable[Fault]]


class Section(NamedTuple):
    """One section as read: its newsroom holds nothing of any other section."""

    name: str
    key: bytes
    newsroom: Newsroom
    bodies: Bodies


class _Read(Value, frozen=True):
    """What a child sends back of one file."""

    content: Content | None
    categories: tuple[Category, ...]
    body: bytes
    faults: tuple[Fault, ...]


_decode_read = msgspec.msgpack.Decoder(_Read).decode
_decode_facts = msgspec.msgpack.Decoder(PhotoFacts).decode


class Reader:
    """Reads sections of a tree. *inspect* turns a manuscript into the faults to keep."""

    def __init__(self, tree: Tree, inspect: Inspect, cache: Path | Store, workers: int = 0) -> None:
        self.tree = tree
        self.inspect = inspect
        self.workers = workers
        self.store = cache if isinstance(cache, Store) else Store(cache)
        self._recent: dict[str, Section] = {}
        self._watch: Watch | None = None  # in a child that reads whole sections
        self.shape = code_digest(("model", "reading", "checks"))
        self.keys = {name: digest(self.shape, key) for name, key in tree.sections().items()}

    @property
    def months(self) -> list[str]:
        """The names of the monthly sections, oldest first."""
        return sorted(self.keys.keys() - {SHARED})

    def section(self, name: str) -> Section:
        """Read one section, or take it from the store where nothing in it has changed."""
        if name not in self.keys:  # a month of recurring activities alone
            return Section(name, b"", merge(()), Bodies(Path(), 0, ()))
        if name not in self._recent:
            self._recent[name] = self._section(name)
            if len(self._recent) > RECENT:
                self._recent.pop(next(iter(self._recent)))
        return self._recent[name]

    def read_again(self, name: str) -> Section:
        """A section of which a stored body turned out not to be what was stored."""
        key = self.keys[name]
        stored, bodies = self._read(name, key, self.store.load(name))
        self._recent[name] = Section(name, key, _newsroom(stored), bodies)
        return self._recent[name]

    def each(
        self, names: Sequence[str], ask: Callable[[Section], bytes]
    ) -> Iterator[tuple[str, bytes]]:
        """What *ask* says of each of many sections, which children read from end to end."""
        watches = Watches(names)
        if names:
            parsers()  # once here, and not in every child

        def work(name: str) -> bytes:
            self._watch = watches.watch(name)
            answer = ask(self.section(name))
            gc.collect()  # children do without, and this one lives long
            return answer

        while names:
            lost = []
            for number, payload in pool.run(names, work, SECTION_SECONDS, self.workers):
                if payload is None:
                    watches.leave_out(names[number])
                    lost.append(names[number])
                else:
                    yield names[number], payload
            names = lost

    def _section(self, name: str) -> Section:
        key = self.keys[name]
        kept = self.store.load(name)
        if kept is not None and kept[0].key == key:
            stored, bodies = kept
        else:
            stored, bodies = self._read(name, key, kept)
        return Section(name, key, _newsroom(stored), bodies)

    def forget_others(self) -> None:
        """Remove what is kept of sections that no longer exist."""
        self.store.keep_only(self.keys)

    def _read(
        self, name: str, key: bytes, kept: tuple[StoredSection, Bodies] | None
    ) -> tuple[StoredSection, Bodies]:
        entries = self.tree.entries_of(name)
        old = kept if kept is not None and kept[0].shape == self.shape else None
        files, bodies = self._texts(jobs_of(entries), old)
        photos = self._photos(entries, old[0].photos if old else {})
        section = StoredSection(key, self.shape, files, photos)
        return section, self.store.save(name, section, bodies)

    def _texts(
        self, jobs: Sequence[Job], old: tuple[StoredSection, Bodies] | None
    ) -> tuple[tuple[StoredFile, ...], bytes]:
        """Take over what is unchanged and read the rest; bodies in one run of bytes."""
        bodies = old[1].all() if old else {}
        known = {(f.path, f.key): f for f in old[0].files if _is_whole(f, bodies)} if old else {}
        fresh = self._fresh([job for job in jobs if (job.entry.path, job.key) not in known])
        files, run, length = [], [], 0
        for job in jobs:
            path = job.entry.path
            if stored := known.get((path, job.key)):
                body = _body_of(stored, bodies)
            else:
                read = fresh[path]
                body = read.body
                stored = StoredFile(path, job.key, read.content, read.categories, read.faults)
            files.append(msgspec.structs.replace(stored, start=length, length=len(body)))
            run.append(body)
            length += len(body)
        return tuple(files), b"".join(run)

    def _fresh(self, jobs: Sequence[Job]) -> dict[str, _Read]:
        if self._watch:
            return {job.entry.path: self._watched(job, self._watch) for job in jobs}
        results = {}
        if jobs:
            parsers()  # once here, and not in every child
        for number, payload in pool.run(jobs, self._work, TEXT_SECONDS, self.workers):
            path = jobs[number].entry.path
            results[path] = _decode_read(payload) if payload else self._stopped(jobs[number])
        return results

    def _work(self, job: Job) -> bytes:
        return msgspec.msgpack.encode(self._parse(job))

    def _watched(self, job: Job, watch: Watch) -> _Read:
        return watch.step(lambda: self._parse(job), TEXT_SECONDS) or self._stopped(job)

    def _parse(self, job: Job) -> _Read:
        return self._kept_of(manuscript_of(self.tree, job))

    def _stopped(self, job: Job) -> _Read:
        return self._kept_of(unread(job, "too-slow", f"{TEXT_SECONDS:.0f}"))

    def _kept_of(self, manuscript: Manuscript) -> _Read:
        body = manuscript.rendered.body if manuscript.content else ()
        return _Read(
            content=manuscript.content,
            categories=manuscript.categories,
            body=encode_body(body) if body else b"",
            faults=tuple(self.inspect(manuscript)),
        )

    def _photos(
        self, entries: Sequence[Entry], known: dict[str, PhotoFacts]
    ) -> dict[str, PhotoFacts]:
        """Facts by blob id; a photo that two posts of a section share is decoded once."""
        wanted = {entry.blob: entry for entry in entries if is_photo(entry)}
        facts = {blob: known[blob] for blob in wanted.keys() & known.keys()}
        missing = [entry for blob, entry in wanted.items() if blob not in facts]
        if missing:
            photo_reader()
        for entry, found in self._looks(missing):
            facts[entry.blob] = found or PhotoFacts(size=entry.size, trouble="too-slow")
        return dict(sorted(facts.items()))

    def _looks(self, entries: Sequence[Entry]) -> Iterator[tuple[Entry, PhotoFacts | None]]:
        """None for a photo that took too long."""
        if self._watch:
            for entry in entries:
                yield entry, self._watch.step(partial(self._look, entry), PHOTO_SECONDS)
            return
        look = partial(_encoded, self._look)
        for number, payload in pool.run(entries, look, PHOTO_SECONDS, self.workers):
            yield entries[number], _decode_facts(payload) if payload else None

    def _look(self, entry: Entry) -> PhotoFacts:
        if entry.size > MAX_PHOTO:
            return PhotoFacts(size=entry.size, trouble="too-large")
        return photo_reader()(self.tree.read(entry))


def load(
    tree: Tree, inspect: Inspect, workers: int = 0, cache: Path | Store | None = None
) -> Newsroom:
    """Everything below content/ as one newsroom, for small trees and for single questions.

    What was read is kept in the *cache*; without one, everything is read.
    """
    with TemporaryDirectory() as empty:
        reader = Reader(tree, inspect, cache or Path(empty), workers)
        rooms = [reader.section(name).newsroom for name in sorted(reader.keys)]
        return merge(rooms, tree.entries())


def load_agencies(
    tree: Tree, inspect: Inspect = lambda _: (), cache: Path | Store | None = None
) -> Newsroom:
    """Only what all sections share: enough to know who may do what.

    A *cache* that others read faults from must be given their *inspect*.
    """
    with TemporaryDirectory() as empty:
        return Reader(tree, inspect, cache or Path(empty), workers=1).section(SHARED).newsroom


def merge(newsrooms: Sequence[Newsroom], entries: Iterable[Entry] = ()) -> Newsroom:
    """One newsroom of several that have nothing in common; *entries* sorted by path."""
    events = {i: e for room in newsrooms for i, e in room.events.items()}
    return Newsroom(
        agencies={slug: a for room in newsrooms for slug, a in room.agencies.items()},
        categories={slug: c for room in newsrooms for slug, c in room.categories.items()},
        pages={slug: p for room in newsrooms for slug, p in room.pages.items()},
        posts={i: p for room in newsrooms for i, p in room.posts.items()},
        events=events,
        photos={blob: f for room in newsrooms for blob, f in room.photos.items()},
        entries=tuple(entries),
        faults=tuple(fault for room in newsrooms for fault in room.faults),
        recurring={o.id: o for e in events.values() if e.repeat for o in occurrences(e)},
        media={name: m for room in newsrooms for name, m in room.media.items()},
    )


def _encoded(look: Callable[[Entry], PhotoFacts], entry: Entry) -> bytes:
    return msgspec.msgpack.encode(look(entry))


def _is_whole(stored: StoredFile, bodies: Mapping[bytes, bytes]) -> bool:
    return not stored.content or not stored.length or stored.content.body.digest in bodies


def _body_of(stored: StoredFile, bodies: Mapping[bytes, bytes]) -> bytes:
    if stored.content is None or not stored.length:
        return b""
    return bodies[stored.content.body.digest]


def _newsroom(stored: StoredSection) -> Newsroom:
    contents = [file.content for file in stored.files if file.content is not None]
    return Newsroom(
        agencies={c.slug: c for c in contents if isinstance(c, Agency)},
        categories={c.slug: c for file in stored.files for c in file.categories},
        pages={c.slug: c for c in contents if isinstance(c, Page)},
        posts={c.id: c for c in contents if isinstance(c, Post)},
        events={c.id: c for c in contents if isinstance(c, Event)},
        photos=stored.photos,
        media={c.month: c for c in contents if isinstance(c, MediaMonth)},
        faults=tuple(fault for file in stored.files for fault in file.faults),
    )
