"""Who is at the other end of a push: decided by the server, never by the pusher.

The server writes the authenticated login under a random name in a folder that only it
can read, and hands that name to git. A hook believes a name only if its file is there,
so an environment variable that a pusher sets proves nothing.
"""

import os
import re
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from plugins.publishing.accounts import write_private

VARIABLE = "KABAR_SESI"
_NAME = re.compile(r"[0-9a-f]{64}\Z")


@contextmanager
def session(folder: Path, login: str) -> Iterator[str]:
    """The name of a session for *login*, valid while the connection lasts."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    name = secrets.token_hex(32)
    write_private(folder / name, login.encode())
    try:
        yield name
    finally:
        (folder / name).unlink(missing_ok=True)


def login_of(folder: Path, name: str | None) -> str | None:
    if name is None or not _NAME.match(name):
        return None
    try:
        return (folder / name).read_text(encoding="utf-8")
    except FileNotFoundError:
        return None


def forget_all(folder: Path) -> None:
    """Sessions that outlived a killed server."""
    if folder.exists():
        for item in os.scandir(folder):
            Path(item.path).unlink()
