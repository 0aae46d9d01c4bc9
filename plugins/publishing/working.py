"""`make serve`: build, serve, and build again when a source changes."""

import subprocess
import threading
import time
from collections.abc import Iterable, Sequence
from pathlib import Path

from waitress import serve

from plugins.publishing.static import StaticSite

WATCHED = ("content", "theme", "plugins", "pelicanconf.py")
PAUSE = 0.5  # seconds


def run(command: Sequence[str], output: Path, port: int) -> int:
    """Serve *output* on localhost; the build command runs at each change."""
    subprocess.run(command, check=False)
    threading.Thread(target=_watch, args=(command,), daemon=True).start()
    print(f"Situs kerja: http://127.0.0.1:{port}/ (Ctrl-C berhenti)", flush=True)
    serve(StaticSite(output), host="127.0.0.1", port=port, ident="")
    return 0


def _watch(command: Sequence[str]) -> None:
    before = _state()
    while True:
        time.sleep(PAUSE)
        if (after := _state()) != before:
            before = after
            subprocess.run(command, check=False)


def _state() -> dict[str, tuple[int, int]]:
    """Size and time of every watched file."""
    return {str(file): _facts(file) for file in _files() if file.exists()}


def _files() -> Iterable[Path]:
    for name in WATCHED:
        root = Path(name)
        yield from root.rglob("*.*") if root.is_dir() else [root]


def _facts(file: Path) -> tuple[int, int]:
    facts = file.stat()
    return facts.st_size, facts.st_mtime_ns
