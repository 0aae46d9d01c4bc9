"""Content comes in sections: one for each calendar month, and one that all pages share."""

import re
from collections import defaultdict
from collections.abc import Iterable

from plugins.model.entry import Entry
from plugins.model.record import digest

SHARED = "bersama"  # agency records, categories, fixed pages, and whatever lies astray
# The calendar begins with the year 1, and a month looks at the ninety days before it.
_MONTH = re.compile(
    r"(?:(?:berita|agenda)/[^/]+/((?!000)\d{4})/(0[1-9]|1[0-2])/"
    r"|pantauan-media/((?!000)\d{4})/(0[1-9]|1[0-2])\.csv\Z)",
    re.ASCII,
)


def section_of(path: str) -> str:
    """The section of a path below content/: `2026-11`, or the shared one."""
    match = _MONTH.match(path)
    return "-".join(filter(None, match.groups())) if match else SHARED


def by_section(entries: Iterable[Entry]) -> dict[str, list[Entry]]:
    groups: dict[str, list[Entry]] = defaultdict(list)
    for entry in entries:
        groups[section_of(entry.path)].append(entry)
    return groups


def section_digest(entries: Iterable[Entry]) -> bytes:
    return digest(tuple((entry.path, entry.mode, entry.blob) for entry in entries))
