"""What a proposal does to the agenda: which activities its posts close, and why not others.

The join of model/coverage.py decides; here its answers are put into words for the officer
who proposes and for Humas who merges.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from enum import StrEnum
from typing import NamedTuple

import msgspec

from plugins.checks.rulebook import PREFIX, Change
from plugins.checks.wording import and_words, quoted
from plugins.model.addresses import event_path, place_of, post_path
from plugins.model.coverage import announces, covers, join, namings_of
from plugins.model.event import WAIVER_REASONS, Event, EventState, Publicity
from plugins.model.moment import Moment
from plugins.model.newsroom import Newsroom
from plugins.model.post import Post
from plugins.model.record import Value
from plugins.reading.settings import setting

AROUND = 7  # days between a post and an activity that it may have meant
MOST = 3  # activities that are proposed
_WITHOUT_NEWS = (EventState.BERLANGSUNG, EventState.MENUNGGU, EventState.BELUM)


class Kind(StrEnum):
    COVERS = "covers"
    EMBARGOED = "embargoed"  # it will, once it is out
    AGAIN = "again"  # it does too
    ANNOUNCES = "announces"
    FOREIGN = "foreign"  # its agency has no part in the activity
    CALLED_OFF = "called-off"  # the typed status stands
    WITHDRAWN = "withdrawn"
    UNNAMED = "unnamed"  # the post names no activity
    WAIVES = "waives"  # an activity asks to be counted without news


class Answer(Value, frozen=True):
    """What one file means for one activity."""

    path: str  # of the repository
    kind: Kind
    event: str  # id; empty where none is named
    words: str  # Indonesian, one line


class Facts(NamedTuple):
    """What the answers are drawn from: some months of the branch, and the site's rules."""

    room: Newsroom
    touched: Collection[str]  # ids of the posts that the proposal adds or changes
    now: Moment
    grace_days: int
    bureau: str


def closing_of(
    changed: Iterable[Change], old: Newsroom, new: Newsroom, now: Moment, bureau: str
) -> list[Answer]:
    """The answers to a proposal; both rooms hold all that it has to do with."""
    paths = (change.path.removeprefix(PREFIX) for change in changed if not change.removes)
    places = [place for path in paths if (place := place_of(path))]
    posts = frozenset(place.id for place in places if place.kind in ("post", "photo"))
    events = [place.id for place in places if place.kind == "event"]
    waived = {i: old.events[i].waived if i in old.events else "" for i in events}
    return answers(Facts(new, posts, now, setting("GRACE_DAYS"), bureau), waived)


def answers(facts: Facts, waived_before: Mapping[str, str]) -> list[Answer]:
    """One for each activity that a touched post names, and one for each new waiver.

    *waived_before* are the reasons that the base has, by id of the touched activities.
    """
    posts = (facts.room.posts[i] for i in sorted(facts.touched) if i in facts.room.posts)
    found = [answer for post in posts for answer in _of_post(post, facts)]
    return [*found, *_waivers(facts.room, waived_before)]


def _of_post(post: Post, facts: Facts) -> Iterator[Answer]:
    path = PREFIX + post_path(post.id)
    if not post.events and post.withdrawal is None:
        yield Answer(path, Kind.UNNAMED, "", _unnamed(post, facts))
    for event_id in post.events:
        event = facts.room.event(event_id)
        if event is not None:  # else R401 has told
            kind, words = _about(post, event, facts)
            yield Answer(path, kind, event_id, words)


def _about(post: Post, event: Event, facts: Facts) -> tuple[Kind, str]:
    """The first that applies, in the order in which the join decides."""
    agenda = f"agenda {_name(event)}"
    if post.withdrawal is not None:
        return Kind.WITHDRAWN, f"Berita ini dicabut, jadi tidak lagi meliput {agenda}."
    (naming,) = (n for n in namings_of([post]) if n.event == event.id)
    if announces(naming.day, event):
        told = f"Tanggal berita sebelum kegiatan {_name(event)}"
        return Kind.ANNOUNCES, f"{told}: dicatat sebagai pengumuman, bukan liputan."
    if not covers(naming, event, facts.bureau):
        own = f"Perangkat daerah berita ini ({_short(post.agency, facts.room)})"
        words = f"{own} bukan penyelenggara atau pendukung {agenda}."
        return Kind.FOREIGN, f"{words} Tidak dihitung sebagai liputan."
    if event.status:
        words = f"Agenda {_name(event)} berstatus {event.status}"
        return Kind.CALLED_OFF, f"{words}; statusnya tetap, beritanya ditautkan."
    if others := _others(post, event, facts):
        words = f"Agenda {_name(event)} sudah diberitakan oleh {and_words(others)}"
        return Kind.AGAIN, f"{words}; berita kedua tetap diterima."
    if post.publish_at and not post.is_out(facts.now):
        when = f"Mulai terbit {post.publish_at.full}, berita ini meliput {agenda}"
        return Kind.EMBARGOED, f"{when}{_where(event)}."
    return Kind.COVERS, f"Berita ini meliput {agenda}{_where(event)}."


def _others(post: Post, event: Event, facts: Facts) -> list[str]:
    """The posts that cover it already; of those of this proposal the ones told before."""
    told = {i for i in facts.touched if i >= post.id}
    known = (p for p in facts.room.posts.values() if p.id not in told and p.is_out(facts.now))
    found = (n for n in namings_of(known) if n.event == event.id)
    covering = (n.post for n in found if covers(n, event, facts.bureau))
    return sorted(quoted(facts.room.posts[post].title) for post in covering)


def _unnamed(post: Post, facts: Facts) -> str:
    said = "Berita ini tidak menyebut agenda"
    near = _near(post, facts)
    who = "Humas" if post.agency == facts.bureau else _short(post.agency, facts.room)
    if not near:
        return f"{said}, dan tidak ada agenda {who} tanpa berita di sekitar tanggalnya."
    listed = "; ".join(f"{_name(event)}, {event.days}" for event in near)
    return (
        f"{said}. Agenda {who} yang belum diberitakan di sekitar tanggal itu: {listed}. "
        f"Tambahkan “agenda: [{near[0].id}]” bila itu yang dimaksud."
    )


def _near(post: Post, facts: Facts) -> list[Event]:
    """The activities without news that this post would cover, nearest first."""
    meant = [
        event
        for event in facts.room.all_events().values()
        if abs(post.date.day - event.last.day) <= AROUND
        and event.publicity is not Publicity.TIDAK
        and _would_cover(post, event, facts.bureau)
    ]
    out = (p for p in facts.room.posts.values() if p.id != post.id and p.is_out(facts.now))
    found = join(meant, namings_of(out), facts.now, facts.grace_days, facts.bureau)
    open_ones = (e for e in meant if found.statuses[e.id].state in _WITHOUT_NEWS)
    return sorted(open_ones, key=lambda e: (abs(post.date.day - e.last.day), e.id))[:MOST]


def _would_cover(post: Post, event: Event, bureau: str) -> bool:
    """Whether it would, if it named the activity."""
    (naming,) = namings_of([msgspec.structs.replace(post, events=(event.id,), withdrawal=None)])
    return covers(naming, event, bureau)


def _waivers(room: Newsroom, before: Mapping[str, str]) -> Iterator[Answer]:
    for event_id in sorted(before.keys() & room.events.keys()):
        event = room.events[event_id]
        if event.waived and event.waived != before[event_id]:
            reason = WAIVER_REASONS.get(event.waived, event.waived)
            words = (
                f"Usulan ini meminta agenda {_name(event)}{_where(event)}, dicatat tidak "
                f"diberitakan: {reason}. Menyetujui usulan berarti menyetujui alasan ini."
            )
            yield Answer(PREFIX + event_path(event_id), Kind.WAIVES, event_id, words)


def _name(event: Event) -> str:
    return f"{quoted(event.title)} ({event.id})"


def _where(event: Event) -> str:
    return "".join(f", {part}" for part in (event.days, event.place) if part)


def _short(slug: str, room: Newsroom) -> str:
    return room.agencies[slug].short if slug in room.agencies else slug
