"""Which files lie below content/, asked of the sorted list that every newsroom carries.

A file that exists but could not be read has faults of its own, so what refers to it is
not also blamed.
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from plugins.model.addresses import event_path, place_of
from plugins.model.agency import DISTRICT_PREFIX
from plugins.model.entry import Entry
from plugins.model.newsroom import Newsroom

AGENCIES = "perangkat-daerah/"


def below(entries: Sequence[Entry], prefix: str) -> Iterator[Entry]:
    """The entries whose path begins with *prefix*."""
    start = bisect_left(entries, prefix, key=lambda entry: entry.path)
    for number in range(start, len(entries)):
        if not entries[number].path.startswith(prefix):
            return
        yield entries[number]


def has_file(newsroom: Newsroom, path: str) -> bool:
    return any(entry.path == path for entry in below(newsroom.entries, path))


def agency_slugs(newsroom: Newsroom) -> frozenset[str]:
    """The agencies that have a record, also where the record has faults."""
    places = (place_of(entry.path) for entry in below(newsroom.entries, AGENCIES))
    return frozenset(place.slug for place in places if place)


def district_slugs(newsroom: Newsroom) -> frozenset[str]:
    """The kecamatan by place slug, also where a record has faults."""
    unread = {
        slug.removeprefix(DISTRICT_PREFIX)
        for slug in agency_slugs(newsroom) - newsroom.agencies.keys()
        if slug.startswith(DISTRICT_PREFIX)
    }
    return frozenset(newsroom.districts().keys() | unread)


def has_event(newsroom: Newsroom, event_id: str) -> bool:
    return bool(newsroom.event(event_id)) or has_file(newsroom, event_path(event_id))


def events_beside(newsroom: Newsroom, event_id: str) -> list[str]:
    """The activities of the same agency and month, by id."""
    month = event_path(event_id).rpartition("/")[0] + "/"
    places = (place_of(entry.path) for entry in below(newsroom.entries, month))
    return [place.id for place in places if place]
