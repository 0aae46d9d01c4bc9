"""Previews of what waits for Humas: made beside the site, shown to those with an account.

The folders are brought to what the repository holds: one for each proposal that is open at
its newest commit, and none that was merged, returned or deleted.
"""

import os
import re
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from plugins.model.addresses import SLUG
from plugins.model.proposal import PREVIEW_POLICY, PREVIEWS, RETURNED
from plugins.publishing.accounts import Accounts
from plugins.publishing.deploy import MAIN, build_environment
from plugins.publishing.layout import Layout
from plugins.publishing.login import StartResponse, ask_for_login, login_from
from plugins.reading.git import git

TIP = "usulan"  # holds the commit that a folder shows
SECONDS = 300.0  # for one proposal
_NAME = re.compile(rf"usul/{SLUG}/{SLUG}\Z", re.ASCII)
_ADDRESS = re.compile(rf"(usul/{SLUG}/{SLUG})/({SLUG}\.html)?\Z", re.ASCII)
_HEADERS = [
    ("Content-Security-Policy", f"{PREVIEW_POLICY}; frame-ancestors 'none'"),
    ("X-Content-Type-Options", "nosniff"),
    ("X-Robots-Tag", "noindex, nofollow, noarchive"),
    ("Referrer-Policy", "no-referrer"),
    ("Cache-Control", "private, no-store"),
]
_MISSING = (
    "Tidak ada pratinjau di alamat ini. Mungkin masih dibuat (tunggu sebentar, lalu muat ulang), "
    "atau usulannya sudah disetujui atau dikembalikan.\n"
)


class PreviewSite:
    """The previews over HTTP; nothing is told to those without an account."""

    def __init__(self, folder: Path, accounts: Accounts) -> None:
        self.folder = folder
        self.accounts = accounts

    def __call__(self, environ: dict[str, Any], start_response: StartResponse) -> Iterable[bytes]:
        if login_from(environ.get("HTTP_AUTHORIZATION", ""), self.accounts) is None:
            return ask_for_login(start_response)
        if environ["REQUEST_METHOD"] not in ("GET", "HEAD"):
            start_response("405 Method Not Allowed", [("Allow", "GET, HEAD"), *_HEADERS])
            return [b""]
        page = self._page(environ["PATH_INFO"].removeprefix(PREVIEWS))
        kind = "text/plain" if page is None else "text/html"
        data = _MISSING.encode() if page is None else page
        headers = [
            ("Content-Type", f"{kind}; charset=utf-8"),
            ("Content-Length", str(len(data))),
            *_HEADERS,
        ]
        start_response("404 Not Found" if page is None else "200 OK", headers)
        return [data]

    def _page(self, address: str) -> bytes | None:
        match = _ADDRESS.match(address)
        if match is None:
            return None
        try:
            return (self.folder / match[1] / (match[2] or "index.html")).read_bytes()
        except OSError:
            return None


class Maker:
    """Runs the making in a process of its own, so that a deploy never waits for it."""

    def __init__(self, layout: Layout, url: str) -> None:
        self.layout = layout
        self.url = url
        self._child: subprocess.Popen[bytes] | None = None

    def step(self) -> None:
        """Begin where it was asked for; one at a time."""
        if self._child is not None and self._child.poll() is None:
            return
        self._child = None
        if not self.layout.preview_request.exists() or not self.layout.checkout.exists():
            return
        self.layout.preview_request.unlink(missing_ok=True)
        command = [
            sys.executable, "-m", "plugins.publishing", "previews",
            "--folder", str(self.layout.root), "--url", self.url,
        ]  # fmt: skip
        self._child = subprocess.Popen(
            command, cwd=self.layout.checkout, env=build_environment(self.url),
            start_new_session=True,
        )  # fmt: skip

    def stop(self) -> None:
        """Before the work tree changes under it; what was not finished is made afterwards."""
        if self._child is not None and self._child.poll() is None:
            os.killpg(self._child.pid, signal.SIGTERM)
            self._child.wait()
            self.layout.preview_request.touch()
        self._child = None


def keep_previews(layout: Layout, url: str) -> list[str]:
    """Bring the folders to what waits now; the branches that were made."""
    wanted = open_proposals(layout.repository)
    for branch in _shown(layout.previews):
        if branch not in wanted:
            shutil.rmtree(layout.previews / branch)
    stale = {b: tip for b, tip in wanted.items() if _tip_of(layout.previews / b) != tip}
    return [branch for branch, tip in stale.items() if _make(layout, branch, tip, url)]


def open_proposals(repository: Path) -> dict[str, str]:
    """The newest commit of each branch that is neither merged nor returned."""
    listed = git(
        repository, "for-each-ref", "--no-merged", MAIN,
        "--format=%(refname:lstrip=2)%09%(objectname)%09%(contents:subject)", "refs/heads/usul",
    )  # fmt: skip
    rows = (row.split("\t", 2) for row in listed.decode(errors="replace").splitlines())
    return {
        name: tip
        for name, tip, subject in rows
        if _NAME.match(name) and not subject.startswith(RETURNED)
    }


def _make(layout: Layout, branch: str, tip: str, url: str) -> bool:
    """A folder takes its place whole; after a failure there is none, and another push tries."""
    partial = layout.previews / ".sebagian"
    shutil.rmtree(partial, ignore_errors=True)
    partial.mkdir(parents=True, mode=0o700)
    command = [
        sys.executable, "-m", "plugins.builds", "--repository", ".",
        "--base", MAIN, "--head", tip, "--to", str(partial), "--label", f"Usulan {branch}",
        "--cache", str(layout.cache / "pratinjau"),
    ]  # fmt: skip
    done = subprocess.run(
        command, cwd=layout.checkout, env=build_environment(url), capture_output=True,
        timeout=SECONDS, check=False,
    )  # fmt: skip
    folder = layout.previews / branch
    shutil.rmtree(folder, ignore_errors=True)
    if done.returncode:
        sys.stderr.write(done.stderr.decode(errors="replace"))
        return False
    (partial / TIP).write_text(tip, encoding="ascii")
    folder.parent.mkdir(parents=True, exist_ok=True)
    partial.rename(folder)
    return True


def _shown(folder: Path) -> list[str]:
    return [str(found.relative_to(folder)) for found in folder.glob("usul/*/*")]


def _tip_of(folder: Path) -> str:
    try:
        return (folder / TIP).read_text(encoding="ascii")
    except OSError:
        return ""
