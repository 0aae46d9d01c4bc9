"""What the gate remembers of content between two runs: never more than what was accepted.

The main branch and the desk's own files are kept. A proposal only looks into what is kept
and writes beside it, so that nothing of a refused one stays on the server.
"""

import fcntl
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from plugins.reading.settings import ROOT
from plugins.reading.store import Held, Overlay, Store

# Beside the code, not in the repository: a proposal could bring a forged memory along.
FOLDER = ROOT / ".cache" / "gerbang"
_LOCK = "kunci"


@contextmanager
def memory(folder: Path) -> Iterator[Store]:
    """The store itself, for one process at a time; a passing one where it cannot be written.

    It may be looked into afterwards too, but then nothing may be written any more.
    """
    store = Held(folder / "bagian")
    try:
        folder.mkdir(parents=True, exist_ok=True)
        lock = (folder / _LOCK).open("w")
    except OSError:
        with passing(store) as beside:
            yield beside
        return
    with lock:
        fcntl.flock(lock, fcntl.LOCK_EX)  # ends with the process that holds it
        yield store


@contextmanager
def passing(below: Store) -> Iterator[Store]:
    """The same to look into; what is new is forgotten at the end."""
    with TemporaryDirectory() as beside:
        yield Overlay(Path(beside), below)
