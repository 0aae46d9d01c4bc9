"""`make media`: the photos of a built site into the folder that another host serves.

A name stands for its content, so what lies there already is never sent again; and nothing
is removed, for pages in feeds and caches may still ask for it.
"""

import os
import shutil
from pathlib import Path

FOLDER = "foto"


def copy_photos(site: Path, target: Path) -> int:
    """Copy what is missing below *target*/foto; return how many files that were."""
    copied = 0
    for file in sorted((site / FOLDER).rglob("*.*")):
        place = target / file.relative_to(site)
        if not place.exists():
            place.parent.mkdir(parents=True, exist_ok=True)
            partial = place.with_name(f".{place.name}.sebagian")
            shutil.copyfile(file, partial)
            os.replace(partial, place)
            copied += 1
    return copied
