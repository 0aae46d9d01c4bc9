"""Everything that content/ says, looked up by identity."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from plugins.model.agency import DISTRICT_PREFIX, Agency, AgencyKind, Category, Page
from plugins.model.entry import Entry
from plugins.model.event import Event
from plugins.model.fault import Fault
from plugins.model.media import MediaMonth
from plugins.model.moment import Moment
from plugins.model.photo import PhotoFacts
from plugins.model.post import Post


@dataclass(frozen=True)
class Newsroom:
    agencies: Mapping[str, Agency]
    categories: Mapping[str, Category]
    pages: Mapping[str, Page]
    posts: Mapping[str, Post]
    events: Mapping[str, Event]
    photos: Mapping[str, PhotoFacts]  # by blob id
    entries: tuple[Entry, ...] = ()  # the files it was read from, sorted by path
    faults: tuple[Fault, ...] = ()  # found while reading, file by file
    recurring: Mapping[str, Event] = field(default_factory=dict)  # later times, without files
    media: Mapping[str, MediaMonth] = field(default_factory=dict)  # by month: 2026-11

    def event(self, event_id: str) -> Event | None:
        """An activity, be it of a file or a later time of a recurring one."""
        return self.events.get(event_id) or self.recurring.get(event_id)

    def all_events(self) -> dict[str, Event]:
        """Every activity, where a file takes the place of what recurs on its day."""
        return {**self.recurring, **self.events}

    def districts(self) -> Mapping[str, str]:
        """The kecamatan by place slug, with their names: masamba -> Masamba."""
        return self._districts  # every post asks for them

    @cached_property
    def _districts(self) -> Mapping[str, str]:
        return {
            slug.removeprefix(DISTRICT_PREFIX): agency.name.removeprefix("Kecamatan ")
            for slug, agency in self.agencies.items()
            if agency.kind is AgencyKind.KECAMATAN
        }

    def family(self, slug: str) -> tuple[str, ...]:
        """The agency and the units above it: their pages carry its posts too."""
        chain: list[str] = []
        while slug and slug not in chain and slug in self.agencies:
            chain.append(slug)
            slug = self.agencies[slug].parent
        return tuple(chain)

    def officer_agencies(self, login: str, today: Moment) -> frozenset[str]:
        """The agencies for which *login* serves today."""
        return frozenset(
            slug
            for slug, agency in self.agencies.items()
            if any(officer.login == login for officer in agency.officers_on(today))
        )

    def editors(self, bureau: str, today: Moment) -> frozenset[str]:
        """The logins of Humas: the redaktur of the bureau who serve today."""
        agency = self.agencies.get(bureau)
        officers = agency.officers_on(today) if agency else ()
        return frozenset(officer.login for officer in officers if officer.role == "redaktur")
