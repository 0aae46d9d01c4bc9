"""Bytes into the output folder: whole files only, and nothing that was not planned."""

import os
from collections.abc import Iterable
from pathlib import Path


def write(folder: Path, path: str, data: bytes) -> bool:
    """Write one file through a rename; return False where it already held these bytes."""
    file = folder / path
    _remove_links(folder, path)
    if _holds(file, data):
        return False
    file.parent.mkdir(parents=True, exist_ok=True)
    partial = file.with_name(f".{file.name}.sebagian")
    partial.write_bytes(data)
    partial.replace(file)
    return True


def remove_others(folder: Path, planned: Iterable[str]) -> list[str]:
    """Remove files that the plan does not hold, then folders that became empty."""
    keep = set(planned)
    removed = []
    for root, folders, files in os.walk(folder, topdown=False):
        for name in files:
            path = os.path.relpath(os.path.join(root, name), folder)
            if path not in keep:
                os.unlink(os.path.join(root, name))
                removed.append(path)
        for name in folders:
            inner = os.path.join(root, name)
            if os.path.islink(inner):
                os.unlink(inner)
            elif not os.listdir(inner):
                os.rmdir(inner)
    return removed


def _remove_links(folder: Path, path: str) -> None:
    """A link on the way would lead the file out of the output folder."""
    place = str(folder)
    for part in path.split("/"):
        place = os.path.join(place, part)
        if os.path.islink(place):
            os.unlink(place)


def _holds(file: Path, data: bytes) -> bool:
    try:
        return file.stat().st_size == len(data) and file.read_bytes() == data
    except FileNotFoundError:
        return False
