"""What a proposal can have to do with: the months it changes and those tied to them.

A rule sees these months before and after, so what it says of them is what it would say
with the whole archive in view (only what R401 guesses was meant may lie farther off). Which
month names which is remembered, so that the others are not even opened.
"""

from collections.abc import Collection, Iterator, Mapping
from contextlib import suppress
from itertools import chain
from pathlib import Path

import msgspec

from plugins.model.addresses import event_path
from plugins.model.month import Month, month_named
from plugins.model.newsroom import Newsroom
from plugins.model.record import Value
from plugins.model.recurrence import occurrences
from plugins.reading.reader import Reader, merge
from plugins.reading.sections import SHARED, section_of
from plugins.reading.tree import CommitTree

NEAR = 2  # months on either side; no rule compares posts that lie farther apart
_FILE = "rujukan"


class Link(Value, frozen=True):
    """The sections that the files of one section name."""

    key: bytes  # of the section as it was read
    names: tuple[str, ...]


Links = Mapping[str, Link]
_decode = msgspec.msgpack.Decoder(dict[str, Link]).decode


def links_of(reader: Reader, folder: Path) -> Links:
    """Of every section; only those that changed since are read."""
    file = folder / _FILE
    known = _remembered(file)
    links = {name: _link(reader, name, known.get(name)) for name in reader.keys}
    if links != known:
        _remember(file, links)
    return links


def rooms_around(start: Reader, head: Reader, links: Links) -> tuple[Newsroom, Newsroom]:
    """What rules have to see of both commits, of which *links* are those of the first."""
    names = sections_around(start, head, links)
    return _room(start, names), _room(head, names)


def sections_around(start: Reader, head: Reader, links: Links) -> frozenset[str]:
    both = start.keys.keys() | head.keys.keys()
    touched = {name for name in both if start.keys.get(name) != head.keys.get(name)}
    if SHARED in touched:  # an agency or a category is named by every month
        return frozenset(both)
    asked = set(touched)
    for reader in (start, head):
        for name in touched & reader.keys.keys():
            asked |= names_of(reader.section(name).newsroom)
    asking = {name for name, link in links.items() if not asked.isdisjoint(link.names)}
    near = chain.from_iterable(_near(month_named(name)) for name in touched)
    return frozenset({SHARED, *asked, *asking, *near} & both)


def names_of(room: Newsroom) -> frozenset[str]:
    """The sections in which the activities and older addresses lie that a room knows of."""
    paths = [event_path(i) for post in room.posts.values() for i in post.events]
    paths += [event_path(o.id) for event in room.events.values() for o in occurrences(event)]
    paths += [event_path(event.moved_to) for event in room.events.values() if event.moved_to]
    paths += [alias.lstrip("/").lower() for post in room.posts.values() for alias in post.aliases]
    return frozenset(map(section_of, paths))


def _link(reader: Reader, name: str, known: Link | None) -> Link:
    key = reader.keys[name]
    if known is not None and known.key == key:
        return known
    return Link(key, tuple(sorted(names_of(reader.section(name).newsroom))))


def _near(month: Month) -> Iterator[str]:
    return (month.back(distance).name for distance in range(-NEAR, NEAR + 1))


def _room(reader: Reader, names: Collection[str]) -> Newsroom:
    here = sorted(reader.keys.keys() & names)
    assert isinstance(reader.tree, CommitTree)
    entries = reader.tree.entries_of_all(here)
    return merge([reader.section(name).newsroom for name in here], entries)


def _remembered(file: Path) -> dict[str, Link]:
    try:
        return _decode(file.read_bytes())
    except (OSError, msgspec.MsgspecError):
        return {}


def _remember(file: Path, links: Links) -> None:
    partial = file.with_suffix(".sebagian")
    with suppress(OSError):  # what cannot be remembered is asked again
        partial.write_bytes(msgspec.msgpack.encode(links))
        partial.replace(file)
