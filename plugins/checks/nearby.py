"""The months that can tell what becomes of a proposal, so that no others are read."""

from collections.abc import Iterable
from datetime import date

from plugins.checks import gate
from plugins.checks.closing import AROUND, Answer, Facts, answers
from plugins.checks.rulebook import PREFIX, Change
from plugins.model.addresses import Place, place_of
from plugins.model.moment import Moment
from plugins.model.month import Month, month_of, month_of_id
from plugins.model.newsroom import Newsroom
from plugins.reading.reader import Reader, merge
from plugins.reading.sections import SHARED
from plugins.reading.settings import setting
from plugins.reading.store import Store
from plugins.reading.tree import Tree

LAST_DAY = date.max.toordinal()
LATER = 3  # months after an activity in which its news is looked for


Side = tuple[Tree, Store]  # a tree, and where to look for what was read of it


def closing_of(
    changed: Iterable[Change], before: Side, after: Side, now: Moment, bureau: str
) -> list[Answer]:
    """The answers to a proposal, from the months that it concerns on either side."""
    places = [
        place
        for change in changed
        if not change.removes and (place := place_of(change.path.removeprefix(PREFIX)))
    ]
    posts = frozenset(place.id for place in places if place.kind in ("post", "photo"))
    events = [place for place in places if place.kind == "event"]
    if not posts and not events:
        return []
    room = nearby(_reader(after), places)
    old = _read(_reader(before), {Month(place.year, place.month) for place in events}).events
    waived = {e.id: old[e.id].waived if e.id in old else "" for e in events}
    facts = Facts(room, posts, now, setting("GRACE_DAYS"), bureau)
    return answers(facts, waived)


def _reader(side: Side) -> Reader:
    tree, store = side
    return Reader(tree, gate.inspect, store)


def nearby(reader: Reader, places: Iterable[Place]) -> Newsroom:
    """The shared records, and the months around the touched posts and what they name."""
    own = {Month(place.year, place.month) for place in places if place.month}
    touched = _read(reader, own)
    named = {month_of_id(event_id) for post in touched.posts.values() for event_id in post.events}
    around = {
        month_of(Moment(min(max(post.date.day + days, 1), LAST_DAY)))
        for post in touched.posts.values()
        for days in (-AROUND, AROUND)
    }
    wanted = {month.back(-later) for month in (*own, *named, *around) for later in range(LATER + 1)}
    return _read(reader, wanted)


def _read(reader: Reader, months: Iterable[Month]) -> Newsroom:
    names = {SHARED, *(month.name for month in months)} & reader.keys.keys()
    return merge([reader.section(name).newsroom for name in sorted(names)])
