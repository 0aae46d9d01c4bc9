"""What the repository's history says: how often an activity was changed, and how long
proposals waited."""

from collections import defaultdict
from collections.abc import Mapping

import msgspec

from plugins.model.record import Value


class Revision(Value, frozen=True):
    """Of one file, counted on the main line."""

    changes: int  # commits that touched it, the first one included
    at: int  # the last of them, on the time line of Moment.minutes


class History(msgspec.Struct, frozen=True):
    """Without a repository around the content all of it is empty."""

    revisions: Mapping[str, Revision] = {}  # of activities, by id
    waits: Mapping[str, tuple[int, ...]] = {}  # minutes from proposal to merge, by month of merge


def revision_of(event: str, series: str, revisions: Mapping[str, Revision]) -> Revision | None:
    """Of an activity: of its own file, and of the recurring one of which it is a time.

    Both count, so a file laid over one time goes on from where the series was, and a
    calendar that saw the older one takes the newer.
    """
    found = [revisions[key] for key in (event, series) if key in revisions]
    if not found:
        return None
    return Revision(sum(one.changes for one in found), max(one.at for one in found))


def by_month(revisions: Mapping[str, Revision]) -> dict[str, dict[str, Revision]]:
    """By the month in the id; a recurring activity's file stands in its first month only."""
    found: dict[str, dict[str, Revision]] = defaultdict(dict)
    for identity, revision in revisions.items():
        year, month = identity.split("/")[1:3]
        found[f"{year}-{month}"][identity] = revision
    return dict(found)
