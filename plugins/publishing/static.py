"""The live release over HTTP, for the hub; in production nginx does this."""

import mimetypes
import os
from collections.abc import Iterable
from pathlib import Path
from typing import Any
from wsgiref.util import FileWrapper

from plugins.publishing.login import StartResponse

HEADERS = (
    ("X-Content-Type-Options", "nosniff"),
    ("Referrer-Policy", "strict-origin-when-cross-origin"),
    ("Cache-Control", "no-cache"),
)
_TYPES = {
    ".atom": "application/atom+xml; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".html": "text/html; charset=utf-8",
    ".ics": "text/calendar; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".json": "application/json; charset=utf-8",
    ".svg": "image/svg+xml",
    ".txt": "text/plain; charset=utf-8",
    ".webp": "image/webp",
    ".woff2": "font/woff2",
    ".xml": "application/xml; charset=utf-8",
}


class StaticSite:
    """Follows the live link anew at each request, so a switch needs no restart."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def __call__(self, environ: dict[str, Any], start_response: StartResponse) -> Iterable[bytes]:
        if environ["REQUEST_METHOD"] not in ("GET", "HEAD"):
            start_response("405 Method Not Allowed", [("Allow", "GET, HEAD"), *HEADERS])
            return [b""]
        path = environ["PATH_INFO"].encode("latin-1").decode("utf-8", errors="replace")
        root = self.folder.resolve()
        file = _file_for(root, path)
        if file is not None and file.is_dir():
            start_response("301 Moved Permanently", [("Location", path + "/"), *HEADERS])
            return [b""]
        if file is None:
            return _send(root / "404.html", "404 Not Found", start_response)
        return _send(file, "200 OK", start_response)


def _file_for(root: Path, path: str) -> Path | None:
    """The file that a path names below the root; a folder where its slash is missing."""
    relative = path.lstrip("/") + ("index.html" if path.endswith("/") else "")
    if "\0" in relative:
        return None
    file = Path(os.path.normpath(root / relative))
    inside = file.is_relative_to(root) and file.exists() and file.resolve().is_relative_to(root)
    return file if inside else None


def _send(file: Path, status: str, start_response: StartResponse) -> Iterable[bytes]:
    if not file.is_file():
        start_response("503 Service Unavailable", [("Retry-After", "2"), *HEADERS])
        return [b"Situs sedang disiapkan. Muat ulang sebentar lagi.\n"]
    guessed = mimetypes.guess_type(file.name)[0] or "application/octet-stream"
    kind = _TYPES.get(file.suffix, guessed)
    stream = file.open("rb")
    size = os.fstat(stream.fileno()).st_size
    headers = [("Content-Type", kind), ("Content-Length", str(size)), *HEADERS]
    start_response(status, headers)
    return FileWrapper(stream)
