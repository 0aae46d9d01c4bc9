"""What git asks before it takes a push, and what it tells afterwards."""

import os
import re
import subprocess
import sys
import time
from collections.abc import Iterable, Iterator
from contextlib import closing
from pathlib import Path
from typing import NamedTuple

from plugins.model.addresses import SLUG
from plugins.model.proposal import preview_href
from plugins.publishing.layout import Layout
from plugins.publishing.sessions import VARIABLE, login_of
from plugins.publishing.worker import Status, read_status
from plugins.reading.clock import now
from plugins.reading.git import GitError, contains, git
from plugins.reading.reader import load_agencies
from plugins.reading.settings import read_settings
from plugins.reading.tree import CommitTree

MAIN = "refs/heads/main"
WAIT = 60.0  # seconds that a pusher waits for the deploy
_NOTHING = "0" * 40
_PROPOSAL = re.compile(rf"(?=.{{,150}}\Z)refs/heads/usul/(?P<agency>{SLUG})/{SLUG}\Z", re.ASCII)
_MOST = 8  # references in one push; the gate runs once for each
_PATH_PUSH = (
    "Kiriman langsung ke berkas tidak diterima: pengirimnya tidak dikenal. "
    "Pakai alamat http dari Humas dengan nama akun dan sandi Anda."
)


class Update(NamedTuple):
    old: str
    new: str
    ref: str


class Rights(NamedTuple):
    login: str
    own: frozenset[str]  # agencies for which the login serves today
    edits: bool  # whether it is a redaktur of Humas


def pre_receive(layout: Layout, lines: Iterable[str]) -> int:
    """Refuse with an Indonesian line, or let everything pass; 0 means accepted."""
    login = login_of(layout.sessions, os.environ.get(VARIABLE))
    if login is None:
        return _refuse([_PATH_PUSH])
    rights = _rights(layout.repository, login)
    updates = [Update(*line.split()) for line in lines if line.strip()]
    if len(updates) > _MOST:
        return _refuse([f"Satu kiriman memuat {len(updates)} cabang; paling banyak {_MOST}."])
    reasons = [reason for update in updates for reason in _reasons(update, rights)]
    reasons = reasons or [r for update in updates for r in _breaks(layout.repository, update)]
    if reasons:
        return _refuse(reasons)
    return max(
        (_gate(layout, update, login) for update in updates if update.new != _NOTHING), default=0
    )


def post_receive(layout: Layout, lines: Iterable[str]) -> int:
    """Ask for a deploy when main has moved, and tell the pusher what became of it."""
    updates = [Update(*line.split()) for line in lines]
    moved = [update for update in updates if update.ref == MAIN]
    layout.preview_request.touch()  # also after a merge, which ends a preview
    if not moved:
        for update in (update for update in updates if update.new != _NOTHING):
            branch = update.ref.removeprefix("refs/heads/")
            print("Usulan diterima. Humas akan memeriksa dan menyetujuinya.")
            print(f"Pratinjau, dengan akun Anda: {preview_href(branch)}")
        return 0
    before = read_status(layout)
    layout.request.touch()
    print("Disetujui. Situs sedang dibangun …", flush=True)
    status = _wait(layout, before, moved[-1].new)
    print(status.message if status else "Belum selesai; situs menyusul. Lihat status.json.")
    return 0


def _rights(repository: Path, login: str) -> Rights:
    """Rights come from main as it is before the push, so a push cannot grant itself any."""
    with closing(CommitTree(repository, MAIN)) as tree:
        newsroom = load_agencies(tree)
    today = now()
    bureau = read_settings()["BUREAU"]
    editors = newsroom.editors(bureau, today)
    return Rights(login, newsroom.officer_agencies(login, today), login in editors)


def _reasons(update: Update, rights: Rights) -> Iterator[str]:
    """Why this reference may not be moved, before any content is looked at."""
    if not rights.own and not rights.edits:
        yield f"Akun “{rights.login}” bukan petugas humas yang bertugas hari ini. Hubungi Humas."
    elif update.ref == MAIN:
        if not rights.edits:
            yield "Hanya Humas yang menerbitkan. Kirim usulan dengan: make usul"
        elif update.new == _NOTHING:
            yield "Cabang main tidak boleh dihapus."
    elif match := _PROPOSAL.match(update.ref):
        if not rights.edits and match["agency"] not in rights.own:
            own = ", ".join(sorted(rights.own))
            yield f"Usulan untuk “{match['agency']}” bukan hak akun Anda ({own})."
    else:
        name = update.ref.removeprefix("refs/heads/")
        yield f"Nama cabang “{name}” tidak dikenal. Pakai: usul/<perangkat-daerah>/<judul-pendek>"


def _breaks(repository: Path, update: Update) -> Iterator[str]:
    """Why these commits may not stand there: nothing that was taken is ever replaced."""
    if update.new == _NOTHING:
        return
    replaces = update.old != _NOTHING and not contains(repository, update.new, update.old)
    if update.ref == MAIN:
        if replaces:
            yield "Riwayat main tidak boleh diganti. Ambil dulu yang baru: git pull --rebase"
    elif not _begins_in_main(repository, update.new):
        yield "Usulan ini tidak berpangkal pada main. Ambil dulu: git pull --rebase origin main"
    elif replaces:
        name = update.ref.removeprefix("refs/heads/")
        yield f"Isi “{name}” di hub tidak boleh diganti. Kirim perbaikannya sebagai tambahan."


def _begins_in_main(repository: Path, commit: str) -> bool:
    try:
        git(repository, "merge-base", MAIN, commit)
    except GitError:
        return False
    return True


def _gate(layout: Layout, update: Update, login: str) -> int:
    """Run the gate of the live code over what is pushed; git keeps it in quarantine so far."""
    base = update.old if update.ref == MAIN and update.old != _NOTHING else MAIN
    command = [
        sys.executable, "-m", "plugins.checks",
        "--repository", ".", "--base", base, "--head", update.new, "--as", login,
        "--cache", str(layout.cache / "gerbang"),
    ]  # fmt: skip
    code = subprocess.run(command, check=False).returncode
    if code:
        print("Kiriman belum diterima; tidak ada yang berubah. Perbaiki lalu kirim lagi.")
    return code


def _refuse(reasons: Iterable[str]) -> int:
    for reason in dict.fromkeys(reasons):
        print(f"DITOLAK: {reason}")
    return 1


def _wait(layout: Layout, before: Status | None, commit: str) -> Status | None:
    """The outcome of the first later deploy that holds *commit*."""
    known = before.number if before else 0
    deadline = time.monotonic() + WAIT
    while time.monotonic() < deadline:
        status = read_status(layout)
        if status and status.number > known:
            if contains(layout.repository, status.commit, commit):
                return status
            known = status.number
        time.sleep(0.05)
    return None
