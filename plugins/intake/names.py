"""Agencies and kecamatan by whatever people call them in a table."""

import re
from collections.abc import Mapping
from difflib import get_close_matches

from plugins.model.addresses import SLUG_LENGTH
from plugins.model.newsroom import Newsroom

_BETWEEN = re.compile(r"[,;/&\n]|\bdan\b", re.IGNORECASE)
_DISTRICT = re.compile(r"kec(?:amatan)?\b[. -]*", re.IGNORECASE)


class Names:
    """What is known, by its bare name: letters and digits only."""

    def __init__(self, room: Newsroom) -> None:
        self.agencies: Mapping[str, str] = {
            _bare(name): slug
            for slug, agency in sorted(room.agencies.items())
            for name in (agency.name, agency.short, *agency.aliases, slug)
        }
        self.districts: Mapping[str, str] = {
            _bare(name): slug for slug, full in room.districts().items() for name in (full, slug)
        }

    def agency(self, text: str) -> str:
        """The slug, or nothing where none bears this name."""
        return self.agencies.get(_bare(text), "")

    def nearest(self, text: str) -> str:
        return next(iter(self.near(text)), "")

    def near(self, text: str) -> list[str]:
        """The slugs of those with a similar name, the most similar first."""
        found = get_close_matches(_bare(text), self.agencies, n=3, cutoff=0.6)
        return list(dict.fromkeys(self.agencies[name] for name in found))

    def district(self, text: str) -> str:
        """The slug of a kecamatan, or nothing."""
        return self.districts.get(_bare(_DISTRICT.sub("", text.strip(), count=1)), "")

    def several(self, text: str) -> tuple[tuple[str, ...], list[str]]:
        """The agencies of a list, and the parts of it that name none."""
        whole = self.agency(text)
        parts = [part.strip() for part in _BETWEEN.split(text) if part.strip()]
        if whole or not parts:
            return ((whole,) if whole else ()), []
        found = [self.agency(part) for part in parts]
        unknown = [part for part, slug in zip(parts, found, strict=True) if not slug]
        return tuple(dict.fromkeys(slug for slug in found if slug)), unknown


def _bare(text: str) -> str:
    return "".join(re.findall(r"[a-z0-9]+", text.lower()))[: SLUG_LENGTH[1]]
