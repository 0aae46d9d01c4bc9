"""One open issue on GitHub for each agency that owes news, kept up to date through `gh`.

Texts reach gh as files and arguments, never through a shell. Only issues that this
workflow opened itself are looked at.
"""

import subprocess
from pathlib import Path
from tempfile import TemporaryDirectory

import msgspec

from plugins.agenda.reminders import LIST, listed

PREFIX = "Pengingat liputan: "
DONE = "Semua kegiatan yang dibuka untuk umum sudah diberitakan. Terima kasih."
_MOST = 1000  # open issues that are looked at


class Issue(msgspec.Struct, frozen=True):
    number: int
    title: str
    body: str


class ForgeError(RuntimeError):
    """gh refused; the message is what it said."""


def keep_issues(folder: Path) -> list[str]:
    """Open, renew and close issues so that they say what the reminders say; what was done.

    Raises ForgeError, also where the folder holds no list: nothing is closed by mistake.
    """
    if not (folder / LIST).exists():
        raise ForgeError(f"{folder / LIST} tidak ada. Jalankan dulu: make pengingat")
    wanted = {
        PREFIX + entry.singkatan: _calm((folder / name).read_text(encoding="utf-8"))
        for name, entry in sorted(listed(folder).items())
        if entry.belum
    }
    done = []
    for issue in _open_issues():
        done += _settle(issue, wanted)
    for title, body in wanted.items():
        _gh_with(body, "issue", "create", "--title", title)
        done.append(f"dibuka: {title}")
    return done


def _settle(issue: Issue, wanted: dict[str, str]) -> list[str]:
    """Renew or close one issue; what it answers for is taken from *wanted*."""
    body = wanted.pop(issue.title, None)
    if body is None:
        _gh("issue", "close", str(issue.number), "--comment", DONE)
        return [f"ditutup: {issue.title}"]
    if _lines(issue.body) == _lines(body):
        return []
    _gh_with(body, "issue", "edit", str(issue.number))
    return [f"diperbarui: {issue.title}"]


def _open_issues() -> list[Issue]:
    """Ours, oldest first: a second one of the same title is closed."""
    fields = ("--json", "number,title,body", "--limit", str(_MOST))
    told = _gh("issue", "list", "--state", "open", "--app", "github-actions", *fields)
    found = msgspec.json.decode(told, type=list[Issue])
    ours = (issue for issue in found if issue.title.startswith(PREFIX))
    return sorted(ours, key=lambda issue: issue.number)


def _calm(text: str) -> str:
    """A name behind @ in a title must not call anyone on GitHub."""
    return text.replace("@", "@\u2060")


def _lines(text: str) -> list[str]:
    return text.strip().splitlines()


def _gh_with(body: str, *arguments: str) -> None:
    with TemporaryDirectory() as folder:
        file = Path(folder) / "isi.md"
        file.write_text(body, encoding="utf-8")
        _gh(*arguments, "--body-file", str(file))


def _gh(*arguments: str) -> bytes:
    done = subprocess.run(["gh", *arguments], capture_output=True, check=False)
    if done.returncode:
        raise ForgeError(done.stderr.decode(errors="replace").strip())
    return done.stdout
