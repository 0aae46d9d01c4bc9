"""What shapes a result beside what it is made of: our code, the libraries, Python itself."""

import os
import sys
from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path

import msgspec

from plugins.model.record import digest

_ROOMS = Path(__file__).resolve().parents[1]
_SOURCES = ("*.py", "*.typ")
_LIBRARIES = Path(msgspec.__file__).resolve().parents[1]  # where pip and uv put all of them


@lru_cache(maxsize=8)
def code_digest(rooms: tuple[str, ...]) -> bytes:
    """Stands for the source of the rooms, the installed versions, and Python's."""
    return digest(sources(rooms), installed(), sys.version)


def sources(rooms: Iterable[str]) -> tuple[tuple[str, bytes], ...]:
    """Path and bytes of every module of the rooms, and of what they set paper with, sorted."""
    found = (f for room in rooms for kind in _SOURCES for f in (_ROOMS / room).rglob(kind))
    files = sorted(found)
    return tuple((str(file.relative_to(_ROOMS)), file.read_bytes()) for file in files)


@lru_cache(maxsize=1)
def installed() -> tuple[str, ...]:
    """Every installed distribution with its version: markdown-3.11.3.dist-info.

    One look at a folder; asking importlib.metadata costs fifty milliseconds a build.
    """
    names = os.listdir(_LIBRARIES)
    return tuple(sorted(name for name in names if name.endswith(".dist-info")))
