"""What one fault does on main, by blast radius: one post, the site, or an alarm."""

from collections.abc import Iterable
from dataclasses import replace

from plugins.checks.gate import judge
from plugins.checks.masking import public
from plugins.checks.rulebook import PREFIX
from plugins.model.addresses import Place, event_path, media_path, place_of, post_path
from plugins.model.fault import Fault
from plugins.model.moment import Moment
from plugins.model.newsroom import Newsroom
from plugins.reading.board import Accepted
from plugins.reading.tree import Tree

ALARMS = frozenset({"S102"})  # symlinks and the like: people are called


def accept(newsroom: Newsroom, tree: Tree, now: Moment, bureau: str) -> Accepted:
    """Judge everything; leave out posts and activities with a GALAT, name what is fatal."""
    faults = judge(newsroom, tree, now, bureau)
    blocking = [fault for fault in faults if fault.blocks]
    out = _quarantined(fault for fault in blocking if not _harms_the_site(fault))
    kept = replace(
        newsroom,
        posts={k: p for k, p in newsroom.posts.items() if post_path(p.id) not in out},
        events={k: e for k, e in newsroom.events.items() if event_path(e.id) not in out},
        media={k: m for k, m in newsroom.media.items() if media_path(k) not in out},
    )
    fatal = tuple(fault for fault in blocking if _harms_the_site(fault))
    told = tuple(map(public, faults))
    return Accepted(kept, tuple(sorted(out)), told, tuple(map(public, fatal)))


def _harms_the_site(fault: Fault) -> bool:
    """Agency records, categories and fixed pages reach every page; so do alarms."""
    place = place_of(fault.path.removeprefix(PREFIX))
    shared = place is not None and place.kind in ("agency", "categories", "page")
    return shared or fault.code in ALARMS


def _quarantined(faults: Iterable[Fault]) -> set[str]:
    """The files to leave out; a fault of a photo is its post's."""
    out = set()
    for fault in faults:
        place = place_of(fault.path.removeprefix(PREFIX))
        if place is not None:
            out.add(_file_of(place))
    return out


def _file_of(place: Place) -> str:
    if place.kind == "event":
        return event_path(place.id)
    return media_path(place.id) if place.kind == "media" else post_path(place.id)
