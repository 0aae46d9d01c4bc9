"""Python's garbage collector, told that a build is short.

This is the first of the plugins, and what it does it does while it is imported, for the
imports of the others are what the collector looks through most often. Whatever no cycle
holds is freed as ever.
"""

import atexit
import gc

# Python's 700 means 140 collections in a build of one post, some 60 ms (docs/dev/cold-build.md).
OBJECTS_BEFORE_COLLECTION = 1_000_000

gc.set_threshold(OBJECTS_BEFORE_COLLECTION)
atexit.register(gc.freeze)  # or it would look through everything once more before it ends


def register() -> None:
    """Nothing to listen to."""
