"""`make usul`: what an officer changed becomes one branch that Humas can approve."""

import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from urllib.parse import urlsplit

from plugins.model.addresses import Place, place_of
from plugins.model.proposal import RETURNED
from plugins.reading.git import GitError, git
from plugins.reading.header import read_source

REMOTE = "origin"
MAIN = f"{REMOTE}/main"
_PREFIX = "content/"


class ProposalError(RuntimeError):
    """The proposal cannot be made; the message is for the officer."""


def propose(repository: Path) -> tuple[str, str]:
    """Check, commit and push the changes below content/; what to tell, and the branch sent."""
    fetch(repository)
    changed = changed_paths(repository)
    branch = _own_branch(repository)
    if not changed:
        if committed := _unsent(repository, branch):
            return _send_again(repository, branch, committed)
        return _news(repository, branch), ""
    name = branch or branch_name(changed)
    switch(repository, name, fresh=branch is None)
    git(repository, "add", "--all", "--", _PREFIX)
    _check(repository, changed)
    commit(repository, commit_message(repository, changed))
    push(repository, name, undo=True)
    return _sent(name), name


def fetch(repository: Path) -> None:
    """What the server has now; ProposalError says why it did not answer."""
    try:
        git(repository, "fetch", "-q", "--prune", REMOTE)
    except GitError as error:
        raise ProposalError(_unreachable(repository, str(error))) from error


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
        raise ProposalError(
            f"Ini bukan berita atau agenda: {_listed(changed)}.\n"
            'Buat tempatnya dengan make berita PD=… JUDUL="…" atau make agenda, lalu pindahkan '
            "isinya ke berkas yang disebut di sana."
        )
    if len(agencies) > 1:
        theirs = [path for path in changed if (p := place_of(path)) and p.agency != agencies[0]]
        raise ProposalError(
            f"Perubahan menyangkut beberapa perangkat daerah ({', '.join(agencies)}). "
            "Kirim satu perangkat daerah untuk setiap usulan.\n"
            f"Hapus, atau pindahkan dulu ke luar folder content/: {_listed(theirs)}. "
            "Lalu: make usul"
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


def _unsent(repository: Path, branch: str | None) -> list[str]:
    """Paths below content/ of commits that the server does not have."""
    known = f"{REMOTE}/{branch}" if branch and exists(repository, f"{REMOTE}/{branch}") else MAIN
    listed = git(repository, "diff", "--name-only", "-z", f"{known}...HEAD", "--", _PREFIX)
    return [path.removeprefix(_PREFIX) for path in listed.decode().split("\0") if path]


def _send_again(repository: Path, branch: str | None, committed: Sequence[str]) -> tuple[str, str]:
    """Those who know git have committed by themselves, maybe on main."""
    name = branch or branch_name(committed)
    if not branch:
        git(repository, "switch", "-q", "-C", name)
    _check(repository, committed)
    push(repository, name)
    return _sent(name), name


def _sent(name: str) -> str:
    return f"Usulan terkirim sebagai {name}. Humas akan memeriksanya; kabarnya: make usul"


def _news(repository: Path, branch: str | None) -> str:
    """What became of the proposal, where nothing has changed since."""
    if branch:
        subject = git(repository, "log", "-1", "--format=%s", f"{REMOTE}/{branch}").decode().strip()
        if subject.startswith(RETURNED):
            reason = subject.removeprefix(RETURNED)
            return f"Humas mengembalikan {branch}: {reason}\nPerbaiki berkasnya, lalu: make usul"
        return f"{branch} masih menunggu Humas; tidak ada perubahan baru."
    name = git(repository, "branch", "--show-current").decode().strip()
    behind = git(repository, "rev-list", "--count", f"HEAD..{MAIN}").decode().strip() != "0"
    told = f"{name} sudah disetujui Humas. " if name.startswith("usul/") and behind else ""
    return f'{told}Tidak ada perubahan di folder content/. Mulai dengan: make berita PD=… JUDUL="…"'


def switch(repository: Path, name: str, fresh: bool) -> None:
    """Stand on the proposal branch, with the changes; what Humas added comes along."""
    theirs = f"{REMOTE}/{name}"
    try:
        if fresh:
            start = theirs if exists(repository, theirs) else MAIN
            git(repository, "switch", "-q", "-C", name, start, "--no-track")
        elif exists(repository, theirs):
            git(repository, "merge", "-q", "--ff-only", theirs)
    except GitError as error:
        raise ProposalError(
            "Berkas yang Anda ubah berubah juga di server, jadi belum dikirim. Punya Anda masih "
            "utuh.\nPindahkan berkas Anda ke luar folder content/, jalankan git restore content/ "
            f"dan make usul, lalu taruh kembali perubahannya.\n({error})"
        ) from error


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


def push(repository: Path, name: str, undo: bool = False) -> None:
    """The server's own words go straight to the terminal.

    *undo* takes the last commit back where it was refused, so that it can be mended.
    """
    command = ["git", "-C", str(repository), "push", "-q", REMOTE, f"HEAD:refs/heads/{name}"]
    if subprocess.run(command, check=False).returncode:
        if undo:
            git(repository, "reset", "-q", "HEAD~1")
        raise ProposalError(
            "Kiriman ditolak; alasannya tertulis di atas. Berkas Anda tetap ada di folder "
            "content/. Perbaiki, lalu: make usul"
        )


def _unreachable(repository: Path, said: str) -> str:
    """git's words on the last line, for whoever is asked for help."""
    try:
        url = urlsplit(git(repository, "remote", "get-url", REMOTE).decode().strip())
    except GitError:
        return (
            f"Folder ini belum terhubung ke server. Minta alamatnya kepada Humas, lalu: "
            f"git remote add {REMOTE} http://akun-anda@alamat-dari-humas/git/kabar.git"
        )
    if "Authentication failed" in said or "could not read" in said:
        told = "Nama akun atau sandi tidak cocok. Minta sandi yang baru kepada Humas"
    else:
        place = url.hostname or url.path
        told = f"Server {place} tidak dapat dihubungi. Periksa sambungan internet"
    return f"{told}, lalu ulangi. Berkas Anda tetap ada di sini.\n({said})"


def _listed(paths: Sequence[str]) -> str:
    return ", ".join(_PREFIX + path for path in paths)


def exists(repository: Path, revision: str) -> bool:
    try:
        git(repository, "rev-parse", "-q", "--verify", f"refs/remotes/{revision}")
    except GitError:
        return False
    return True
