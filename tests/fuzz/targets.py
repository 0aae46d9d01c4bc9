"""What is fuzzed: bytes of a file, through reading and every rule, to the words of the gate.

A target returns nothing. It raises what it finds: an exception that is no fault, a fault
that cannot be told, HTML that no body may hold, or a text that takes too long.
"""

import time
from collections.abc import Callable
from functools import lru_cache
from pathlib import Path
from tempfile import TemporaryDirectory

import msgspec

from plugins.checks import gate, github, report, speech
from plugins.checks.accept import accept
from plugins.model.addresses import place_of
from plugins.model.body import PhotoSlot
from plugins.model.entry import REGULAR, Entry
from plugins.model.manuscript import Manuscript
from plugins.model.moment import parse_moment
from plugins.model.newsroom import Newsroom
from plugins.reading.body import render
from plugins.reading.git import blob_id
from plugins.reading.header import FORBIDDEN, decode
from plugins.reading.reader import load
from plugins.reading.records import read_categories, read_manuscript
from plugins.reading.tree import FolderTree
from tests.conftest import ROOT
from tests.hostile.newsroom import AGENCY, EVENT, NOW, POST, write
from tests.hostile.oracle import strange_in_body

SLOWEST = 2.0  # seconds of processor time, as in plugins/reading/reader.py
CATEGORIES = "rubrik.yaml"


class FoundError(AssertionError):
    """Something that no file, whatever its bytes, may cause."""


class OneFile:
    """A tree of which only one file is asked for: that which is fuzzed."""

    def __init__(self, path: str, data: bytes) -> None:
        self.entry = Entry(path, REGULAR, blob_id(data), len(data))
        self.data = data

    def read(self, entry: Entry) -> bytes:
        return self.data if entry.path == self.entry.path else b""


def header(data: bytes) -> None:
    """A post: its header, its text, and what all rules say."""
    _judge(POST, data)


def body(data: bytes) -> None:
    """A text alone, as if the gate had let it through."""
    text, _ = decode(data)
    start = time.process_time()
    rendered = render(FORBIDDEN.sub("", text))
    _in_time(start)
    markup = "\n".join(b.html for b in rendered.body if not isinstance(b, PhotoSlot))
    if strange := strange_in_body(markup):
        raise FoundError(f"in the body: {strange}")
    if any(FORBIDDEN.search(b.html) for b in rendered.body if not isinstance(b, PhotoSlot)):
        raise FoundError("a character that XML forbids in the body")


def agenda(data: bytes) -> None:
    """An activity, and what all rules say."""
    _judge(EVENT, data)


def agency(data: bytes) -> None:
    """An agency record, and the categories, which only Humas writes."""
    _judge(AGENCY, data)
    start = time.process_time()
    place = place_of(CATEGORIES)
    assert place
    _told(CATEGORIES, gate.inspect(read_categories(CATEGORIES, place, data)))
    _in_time(start)


TARGETS: dict[str, Callable[[bytes], None]] = {
    "header": header,
    "body": body,
    "agenda": agenda,
    "agency": agency,
}
_SAMPLES = {
    "header": "berita/*/*/*/*/index.md",
    "body": "berita/*/*/*/*/index.md",
    "agenda": "agenda/*/*/*/*.md",
    "agency": "perangkat-daerah/*.md",
}


def seeds(target: str, most: int = 60) -> list[bytes]:
    """Real samples of content/ to begin from, and the categories for an agency."""
    files = sorted((ROOT / "content").glob(_SAMPLES[target]))[:most]
    found = [file.read_bytes() for file in files]
    if target == "body":
        found = [data.split(b"\n---\n", 1)[-1] for data in found]
    if target == "agency":
        found.append((ROOT / "content" / CATEGORIES).read_bytes())
    return found


def _judge(path: str, data: bytes) -> None:
    start = time.process_time()
    place = place_of(path)
    assert place
    manuscript = read_manuscript(path, place, data, (("anak.jpg", "0" * 40),))
    faults = gate.inspect(manuscript)
    newsroom = _with(manuscript, OneFile(path, data).entry)
    tree = OneFile(path, data)
    found = [*faults, *gate.judge(newsroom, tree, parse_moment(NOW), "humas")]
    accept(newsroom, tree, parse_moment(NOW), "humas")
    _in_time(start)
    _told(path, faults)
    _told(path, found)
    if manuscript.content is not None:
        msgspec.msgpack.encode(manuscript.content)


def _told(path: str, faults: list) -> None:
    for fault in faults:
        if fault.line < 1 or fault.column < 1 or not fault.message or not fault.path:
            raise FoundError(f"a fault without a place or words: {fault!r}")
    for row in github.as_github(faults).splitlines():
        if not row.startswith(("::", "Tidak ada")) and " galat" not in row and " di " not in row:
            raise FoundError(f"an annotation that breaks its line: {row!r}")
    github.as_summary(faults).encode()
    speech.as_text(faults).encode()
    report.as_lines(faults).encode()
    report.as_json(faults).encode()


def _in_time(start: float) -> None:
    took = time.process_time() - start
    if took > SLOWEST:
        raise FoundError(f"took {took:.1f} s")


def _with(manuscript: Manuscript, entry: Entry) -> Newsroom:
    """The base newsroom in which this one file stands instead of what was there."""
    base = _base()
    content, place = manuscript.content, manuscript.place
    merged = {
        name: {key: value for key, value in getattr(base, name).items() if key != place.id}
        for name in ("posts", "events", "agencies")
    }
    name = {"post": "posts", "event": "events", "agency": "agencies"}[place.kind]
    if content is not None:
        merged[name][place.id] = content
    entries = [e for e in base.entries if e.path != entry.path] + [entry]
    return Newsroom(
        agencies=dict(sorted(merged["agencies"].items())),
        categories=base.categories,
        pages=base.pages,
        posts=dict(sorted(merged["posts"].items())),
        events=dict(sorted(merged["events"].items())),
        photos=base.photos,
        entries=tuple(sorted(entries)),
    )


@lru_cache(maxsize=1)
def _base() -> Newsroom:
    with TemporaryDirectory() as folder:
        return load(FolderTree(write(Path(folder), {})), lambda _: (), workers=1)
