"""A package into a branch, a pull request and an answer: the part that may write.

It passes on bytes and words that were made before, and reads none of them.
"""

import subprocess
from pathlib import Path

from plugins.intake.branches import BOT, commit_files, committers
from plugins.intake.githubapi import ApiError, GitHub
from plugins.intake.package import Package
from plugins.reading.git import GitError, git

REMOTE = "origin"
BASE = "main"
MAIN = f"{REMOTE}/{BASE}"
_HERE = f"refs/remotes/{REMOTE}/kiriman"  # where a branch is put to be looked at
MARK = "<!-- kiriman -->"
CHECK = "Periksa usulan"  # the name of the check that main asks for
_FOOT = (
    "Ada yang keliru? Sunting isian isu ini (⋯ lalu Edit); usulannya ikut berubah. "
    "Menutup isu ini membatalkan usulannya."
)
_TAKEN = (
    "**Perubahan ini tidak lagi diambil:** Humas sudah menyunting usulannya. Tulis perubahan "
    "Anda sebagai komentar."
)


def branch_of(issue: int) -> str:
    return f"usul/isu/kiriman-{issue}"


def send(
    repository: Path, package: Package, files: dict[str, bytes], api: GitHub, run: str = ""
) -> str:
    """Bring branch, pull request and answer to what the package says; what was done."""
    branch = branch_of(package.number)
    tip = _fetched(repository, branch)
    if not package.kept:
        pull = api.open_pull(branch) if tip else 0
        kept = f"Usulan #{pull} tetap seperti sebelumnya." if pull else ""
        _answer(api, package, [package.told, kept])
        return f"isu {package.number}: dijawab, tanpa usulan"
    if tip and committers(repository, MAIN, tip) - {BOT[1]}:
        _answer(api, package, [_TAKEN, package.told])
        return f"isu {package.number}: Humas sudah menyunting {branch}"
    parent = tip or git(repository, "rev-parse", MAIN).decode().strip()
    author = (package.author, package.mail)
    commit = commit_files(repository, MAIN, parent, files, package.subject, author)
    if commit != tip:
        _push(repository, commit, branch)
    pull, opened = _pull(api, package, branch)
    api.set_status(commit, package.passes, CHECK, _verdict(package))
    _answer(api, package, [opened, package.told, _preview(run), _FOOT])
    return f"isu {package.number}: {branch}, usulan {pull}"


def close(issue: int, api: GitHub) -> str:
    """Withdraw what an issue proposed; a merged proposal only loses its branch."""
    gone = api.remove_branch(branch_of(issue))
    return f"isu {issue}: cabangnya {'dihapus' if gone else 'tidak ada'}"


def _fetched(repository: Path, branch: str) -> str:
    """The newest commit of the branch as the forge has it; empty without one."""
    told = git(repository, "ls-remote", "--heads", REMOTE, f"refs/heads/{branch}").decode()
    if not told.strip():
        return ""
    try:
        git(repository, "fetch", "-q", REMOTE, f"+refs/heads/{branch}:{_HERE}")
        return git(repository, "rev-parse", _HERE).decode().strip()
    except GitError:
        return ""


def _push(repository: Path, commit: str, branch: str) -> None:
    """Never by force: what stands there is what we have seen, or nothing is moved."""
    command = ["git", "-C", str(repository), "push", "-q", REMOTE, f"{commit}:refs/heads/{branch}"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        raise GitError(f"git push ended with {done.returncode}: {done.stderr.strip()}")


def _pull(api: GitHub, package: Package, branch: str) -> tuple[int, str]:
    """The number of the pull request, and how it is named in the answer."""
    body = "\n\n".join(
        [f"Kiriman lewat formulir: #{package.number}.", package.told, f"Closes #{package.number}"]
    )
    pull = api.open_pull(branch)
    if pull:
        api.edit_pull(pull, package.subject, body)
        return pull, f"Usulan #{pull} sudah diperbarui. Belum terbit: Humas memeriksanya dulu."
    try:
        pull = api.create_pull(branch, BASE, package.subject, body)
    except ApiError as error:
        if error.status != 403:
            raise
        told = f"Isinya sudah ada di cabang `{branch}`; Humas perlu membuka usulannya dari sana."
        return 0, told
    return (
        pull,
        f"Terima kasih. Kiriman ini menjadi usulan #{pull}. Belum terbit: Humas memeriksanya dulu.",
    )


def _verdict(package: Package) -> str:
    return "Lolos pemeriksaan" if package.passes else "Ada yang harus diperbaiki; lihat isunya"


def _preview(run: str) -> str:
    return f"Pratinjau: berkas “pratinjau” di [halaman pemeriksaan]({run})." if run else ""


def _answer(api: GitHub, package: Package, parts: list[str]) -> None:
    text = "\n\n".join([MARK, *(part for part in parts if part)])
    api.answer(package.number, MARK, BOT[0], text[:65_000])
