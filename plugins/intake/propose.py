"""`make usul`: what an officer changed becomes one branch that Humas can approve."""

import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from urllib.parse import urlsplit

from plugins.model.addresses import Place, place_of
from plugins.model.proposal import RETURNED
from plugins.reading.header import read_source
from plugins.reading.tree import GitError, git

REMOTE = "origin"
MAIN = f"{REMOTE}/main"
_PREFIX = "content/"


class ProposalError(RuntimeError):
    """The proposal cannot be made; the message is for the officer."""


def propose(repository: Path) -> tuple[str, str]:
    """Check, commit and push the changes below content/; what to tell, and the branch sent."""
    git(repository, "fetch", "-q", "--prune", REMOTE)
    changed = changed_paths(repository)
    branch = _own_branch(repository)
    if not changed:
        return _nothing_new(repository, branch), ""
    name = branch or branch_name(changed)
    switch(repository, name, fresh=branch is None)
    git(repository, "add", "--all", "--", _PREFIX)
    _check(repository, changed)
    commit(repository, commit_message(repository, changed))
    push(repository, name)
    return f"Usulan terkirim sebagai {name}. Humas akan memeriksanya.", name


def changed_paths(repository: Path) -> list[str]:
    """Paths below content/ that differ from the last commit, new files included."""
    listed = git(repository, "status", "--porcelain", "-z", "--untracked-files=all", "--", _PREFIX)
    rows = [row for row in listed.decode().split("\0") if row]
    return sorted(row[3:].removeprefix(_PREFIX) for row in rows if row[2:3] == " ")


def branch_name(changed: Sequence[str]) -> str:
    """usul/<agency>/<slug>, after the first post or activity that changed."""
    places = [place for path in changed if (place := place_of(path)) and place.agency]
    agencies = sorted({place.agency for place in places})
    if not places:
        raise ProposalError("Tidak ada berita atau agenda yang berubah di folder content/.")
    if len(agencies) > 1:
        raise ProposalError(
            f"Perubahan menyangkut beberapa perangkat daerah ({', '.join(agencies)}). "
            "Kirim satu perangkat daerah untuk setiap usulan."
        )
    return f"usul/{agencies[0]}/{places[0].slug}"


def commit_message(repository: Path, changed: Sequence[str]) -> str:
    """`berita: judul (dinkes)`, taken from the first file with a title, and what was guessed."""
    for path in changed:
        place = place_of(path)
        file = repository / _PREFIX / path
        if place and place.kind in ("post", "event") and file.exists():
            kind = "berita" if place.kind == "post" else "agenda"
            subject = f"{kind}: {_title(file, place)} ({place.agency})"
            return "\n\n".join([subject, *_guesses(file)])
    return "berita: perubahan"


def _title(file: Path, place: Place) -> str:
    header = read_source(file.name, file.read_bytes()).header
    titles = [
        getattr(value, "text", "")
        for key, value in header.pairs
        if key.text.lower() in ("judul", "acara", "title")
    ]
    return titles[0] if titles else place.slug


def _guesses(file: Path) -> list[str]:
    """What make terima guessed and nobody has confirmed, for those who read the history."""
    problems = read_source(file.name, file.read_bytes()).problems
    rows = [f"- {p.expected}: {p.value}" for p in problems if p.kind == "guess"]
    return ["\n".join(["Ditebak:", *rows])] if rows else []


def _own_branch(repository: Path) -> str | None:
    """The proposal branch we stand on, unless it has been merged already."""
    name = git(repository, "branch", "--show-current").decode().strip()
    if not name.startswith("usul/"):
        return None
    ahead = git(repository, "rev-list", "--count", f"{MAIN}..HEAD").decode().strip()
    return name if ahead != "0" or exists(repository, f"{REMOTE}/{name}") else None


def _nothing_new(repository: Path, branch: str | None) -> str:
    if branch and exists(repository, f"{REMOTE}/{branch}"):
        subject = git(repository, "log", "-1", "--format=%s", f"{REMOTE}/{branch}").decode().strip()
        if subject.startswith(RETURNED):
            return f"Humas mengembalikan {branch}: {subject.removeprefix(RETURNED)}"
        return f"{branch} masih menunggu Humas; tidak ada perubahan baru."
    return 'Tidak ada perubahan di folder content/. Mulai dengan: make berita PD=… JUDUL="…"'


def switch(repository: Path, name: str, fresh: bool) -> None:
    """Stand on the proposal branch, with the changes; what Humas added comes along."""
    if fresh:
        start = f"{REMOTE}/{name}" if exists(repository, f"{REMOTE}/{name}") else MAIN
        git(repository, "switch", "-q", "-C", name, start, "--no-track")
    elif exists(repository, f"{REMOTE}/{name}"):
        git(repository, "merge", "-q", "--ff-only", f"{REMOTE}/{name}")


def _check(repository: Path, changed: Sequence[str]) -> None:
    """Ask the gate about the officer's own files before anything leaves this machine."""
    own = sorted({_PREFIX + unit(path) for path in changed})
    command = [sys.executable, "-m", "plugins.checks", "--repository", str(repository), *own]
    if subprocess.run(command, cwd=repository, check=False).returncode:
        raise ProposalError("Belum dikirim. Perbaiki yang bertanda di atas, lalu make usul lagi.")


def unit(path: str) -> str:
    """A post is its whole folder: what is wrong with a photo may be told at its text."""
    return path.rpartition("/")[0] if path.startswith("berita/") else path


def commit(repository: Path, message: str) -> None:
    environment = dict(os.environ)
    for name, value in zip(("NAME", "EMAIL"), _identity(repository), strict=True):
        environment.setdefault(f"GIT_AUTHOR_{name}", value)
        environment.setdefault(f"GIT_COMMITTER_{name}", value)
    command = ["git", "-C", str(repository), "commit", "-q", "-m", message]
    subprocess.run(command, env=environment, check=True)


def _identity(repository: Path) -> tuple[str, str]:
    """Name and address of the author: git's own setting, else the account of the remote."""
    try:
        name = git(repository, "config", "user.name").decode().strip()
        return name, git(repository, "config", "user.email").decode().strip()
    except GitError:
        url = git(repository, "remote", "get-url", REMOTE).decode().strip()
        login = urlsplit(url).username or "petugas"
        return login, f"{login}@localhost"


def push(repository: Path, name: str) -> None:
    """The server's own words go straight to the terminal."""
    command = ["git", "-C", str(repository), "push", REMOTE, f"HEAD:refs/heads/{name}"]
    if subprocess.run(command, check=False).returncode:
        raise ProposalError("Kiriman ditolak; alasannya tertulis di atas. Tidak ada yang hilang.")


def exists(repository: Path, revision: str) -> bool:
    try:
        git(repository, "rev-parse", "-q", "--verify", f"refs/remotes/{revision}")
    except GitError:
        return False
    return True
