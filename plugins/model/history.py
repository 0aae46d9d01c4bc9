"""What the repository's history says: how often an activity was changed, and how long
proposals waited."""

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
