"""`make setuju`: what waits for Humas, and the merge that publishes it."""

import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from plugins.intake.previews import forget_preview, preview_of
from plugins.intake.propose import MAIN, REMOTE, fetch
from plugins.model.proposal import RETURNED
from plugins.reading.git import GitError, git
from plugins.reading.header import GUESS


class ApprovalError(RuntimeError):
    """The proposal cannot be approved or returned; the message is for the editor."""


class Open(NamedTuple):
    """One proposal that is not merged yet."""

    branch: str
    author: str
    title: str
    returned: str  # the reason, where Humas has sent it back
    files: tuple[str, ...]
    verdict: str  # what the gate says
    passes: bool


def open_proposals(repository: Path) -> list[Open]:
    fetch(repository)
    listed = git(
        repository, "for-each-ref", "--no-merged", MAIN, "--format=%(refname:lstrip=3)",
        f"refs/remotes/{REMOTE}/usul",
    )  # fmt: skip
    return [_describe(repository, branch) for branch in listed.decode().split()]


def listing(repository: Path, proposals: list[Open]) -> str:
    """The proposals as text for a terminal, with what to type next."""
    if not proposals:
        return "Tidak ada usulan yang menunggu."
    return "\n\n".join(_block(repository, proposal) for proposal in proposals)


def approve(repository: Path, branch: str) -> str:
    """Merge a proposal into main and push, which publishes it."""
    proposal = _find(repository, branch)
    branch = proposal.branch
    with _main_worktree(repository) as folder:
        _run(folder, "merge", "-q", "--no-ff", "-m", f"Setuju: {proposal.title}", _remote(branch))
        _confirm(folder)
        _check(folder)
        _publish(folder, "HEAD:refs/heads/main")
    _publish(repository, "--delete", branch)
    forget_preview(repository, branch)
    return f"{branch} disetujui."


def send_back(repository: Path, branch: str, reason: str) -> str:
    """Put the reason on the branch as a commit that changes nothing."""
    if not reason.strip():
        raise ApprovalError(f'Tulis alasannya: make setuju TOLAK={branch} ALASAN="…"')
    branch = _find(repository, branch).branch
    tip = _remote(branch)
    tree = git(repository, "rev-parse", f"{tip}^{{tree}}").decode().strip()
    commit = _run(repository, "commit-tree", tree, "-p", tip, "-m", RETURNED + reason.strip())
    _publish(repository, f"{commit.strip()}:refs/heads/{branch}")
    forget_preview(repository, branch)
    return f"{branch} dikembalikan dengan alasan: {reason.strip()}"


def _describe(repository: Path, branch: str) -> Open:
    tip = _remote(branch)
    told = git(repository, "log", "-1", "--format=%s", tip).decode().strip()
    own = git(repository, "log", "--reverse", "--format=%an%x09%s", f"{MAIN}..{tip}").decode()
    author, _, title = own.splitlines()[0].partition("\t")
    files = git(repository, "diff", "--name-status", f"{MAIN}...{tip}").decode().splitlines()
    verdict, passes = _verdict(repository, tip)
    returned = told.removeprefix(RETURNED) if told.startswith(RETURNED) else ""
    return Open(branch, author, title, returned, tuple(files), verdict, passes)


def _block(repository: Path, proposal: Open) -> str:
    lines = [f"{proposal.branch}", f"  {proposal.title}, dari {proposal.author}"]
    if proposal.returned:
        lines.append(f"  Sudah dikembalikan: {proposal.returned}")
    lines += [f"  {row}" for row in proposal.files]
    lines += [f"  {row}" for row in proposal.verdict.splitlines()]
    lines.append(f"  Pratinjau:  {preview_of(repository, proposal.branch)}")
    if proposal.passes:
        lines.append(f"  Setujui:    make setuju USUL={proposal.branch}")
    lines.append(f'  Kembalikan: make setuju TOLAK={proposal.branch} ALASAN="…"')
    return "\n".join(lines)


def _verdict(repository: Path, tip: str) -> tuple[str, bool]:
    command = [
        sys.executable, "-m", "plugins.checks",
        "--repository", str(repository), "--base", MAIN, "--head", tip, "--format", "lines",
    ]  # fmt: skip
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    return (done.stdout + done.stderr).strip(), done.returncode == 0


def _find(repository: Path, branch: str) -> Open:
    """By its whole name, or by the end of it where only one ends so."""
    proposals = open_proposals(repository)
    found = [one for one in proposals if f"/{one.branch}".endswith(f"/{branch.strip()}")]
    if len(found) != 1:
        names = ", ".join(one.branch for one in proposals) or "tidak ada"
        raise ApprovalError(f"Tidak ada usulan “{branch}”. Yang menunggu: {names}.")
    return found[0]


@contextmanager
def _main_worktree(repository: Path) -> Iterator[Path]:
    """A temporary work tree of main, so the editor's own files stay as they are."""
    with tempfile.TemporaryDirectory() as holder:
        folder = Path(holder) / "main"
        git(repository, "worktree", "add", "-q", "--detach", str(folder), MAIN)
        try:
            yield folder
        finally:
            git(repository, "worktree", "remove", "--force", str(folder))


def _check(folder: Path) -> None:
    """Two proposals that pass alone may clash together, so the merge is judged again."""
    command = [sys.executable, "-m", "plugins.checks", "--base", MAIN, "--head", "HEAD"]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    if done.returncode:
        raise ApprovalError(f"Gabungannya tidak lolos pemeriksaan:\n{done.stdout}{done.stderr}")


def _confirm(folder: Path) -> None:
    """What make terima guessed is confirmed by being approved, so its remarks go."""
    changed = git(
        folder, "diff", "--name-only", "-z", "--diff-filter=d", "HEAD^1", "HEAD", "--", "content/"
    ).decode(errors="surrogateescape")
    texts = [folder / name for name in changed.split("\0") if name.endswith(".md")]
    for file in (file for file in texts if file.is_file() and not file.is_symlink()):
        data = file.read_bytes()
        header, fence, body = data.partition(b"\n---\n")
        kept = [row for row in header.split(b"\n") if not row.startswith(GUESS.encode())]
        if fence and b"\n".join(kept) != header:
            file.write_bytes(b"\n".join(kept) + fence + body)
    if git(folder, "status", "--porcelain", "--untracked-files=no"):
        _run(folder, "commit", "-q", "-a", "-m", "Setuju: tebakan dipastikan")


def _publish(repository: Path, *arguments: str) -> None:
    """Push; the server's own words go straight to the terminal."""
    command = ["git", "-C", str(repository), "push", "-q", REMOTE, *arguments]
    if subprocess.run(command, check=False).returncode:
        raise ApprovalError("Server menolak; alasannya tertulis di atas. Tidak ada yang berubah.")


def _run(repository: Path, *arguments: str) -> str:
    """git that writes commits, under a name even where none is configured."""
    try:
        git(repository, "config", "user.name")
        named: tuple[str, ...] = ()
    except GitError:
        named = ("-c", "user.name=Humas", "-c", "user.email=humas@localhost")
    try:
        return git(repository, *named, *arguments).decode()
    except GitError as error:
        raise ApprovalError(f"git menolak: {error}") from error


def _remote(branch: str) -> str:
    return f"{REMOTE}/{branch}"
