"""The place lens: what the public heard of each kecamatan, and where nothing was heard."""

from collections.abc import Sequence

from plugins.model import addresses
from plugins.model.books import PLACE_MONTHS, PlaceFigures
from plugins.model.coverage import Figures
from plugins.model.edition import Edition
from plugins.model.moment import Moment
from plugins.model.month import month_of
from plugins.model.record import Value

QUIET_DAYS = 90  # after so many days without news or activity a kecamatan is named


class PlaceRow(Value, frozen=True):
    """One kecamatan; only what is public counts here."""

    slug: str
    name: str
    href: str
    figures: Figures  # activities of the present month and the two before it
    posts: int  # of the same months
    last: Moment | None  # day of the last news or held activity; None without any
    quiet: bool  # nothing for QUIET_DAYS days


class Places(Value, frozen=True):
    since: str  # September 2026, the first of the months that are counted
    quiet_days: int
    rows: tuple[PlaceRow, ...]  # A to Z
    tiles: tuple[tuple[PlaceRow | None, ...], ...]  # as they lie, north above

    @property
    def quiet(self) -> str:
        """The names of the quiet ones: Rampi, Rongkong, dan Seko; nothing where none is."""
        return enumeration([row.name for row in self.rows if row.quiet])

    @property
    def all_quiet(self) -> bool:
        return all(row.quiet for row in self.rows)


def places_of(edition: Edition) -> Places:
    named = sorted(edition.room.districts().items(), key=lambda item: item[1].lower())
    rows = {slug: _row(slug, name, edition) for slug, name in named}
    return Places(
        since=month_of(edition.now).back(PLACE_MONTHS - 1).words,
        quiet_days=QUIET_DAYS,
        rows=tuple(rows.values()),
        tiles=tuple(tuple(map(rows.get, line)) for line in edition.site.district_map),
    )


def enumeration(names: Sequence[str]) -> str:
    """As EYD lists: Seko; Rampi dan Seko; Rampi, Rongkong, dan Seko."""
    if len(names) < 3:
        return " dan ".join(names)
    return f"{', '.join(names[:-1])}, dan {names[-1]}"


def _row(slug: str, name: str, edition: Edition) -> PlaceRow:
    found = edition.places.get(slug, PlaceFigures(Figures(), 0, 0))
    return PlaceRow(
        slug=slug,
        name=name,
        href=addresses.district_href(slug),
        figures=found.figures,
        posts=found.posts,
        last=Moment(found.last) if found.last else None,
        quiet=edition.now.day - found.last > QUIET_DAYS,
    )
