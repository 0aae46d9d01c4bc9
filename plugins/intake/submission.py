"""An issue of a form, as GitHub hands it over, into a package: read, cleaned, written, judged.

This is the part that meets what strangers wrote. It holds no token that could write anything.
"""

import json
import subprocess
import sys
from collections.abc import Mapping, Sequence
from contextlib import closing
from pathlib import Path
from typing import Any, NamedTuple

import msgspec

from plugins.intake.attachments import Forge, fetch_all, signed_addresses
from plugins.intake.branches import commit_files, existing
from plugins.intake.desk import near_in
from plugins.intake.githubapi import ApiError, GitHub
from plugins.intake.issuebody import answers_of, form_of, slugs_in
from plugins.intake.issueforms import NEWS, Form
from plugins.intake.issuephotos import pictures_in
from plugins.intake.issuepost import AnswersError, Written, named_paths, write
from plugins.intake.package import Package, save
from plugins.intake.rows import clean
from plugins.model.agency import Agency, Officer
from plugins.model.moment import Moment
from plugins.model.newsroom import Newsroom
from plugins.reading.tree import CommitTree

MAIN = "origin/main"
PREVIEWS = "pratinjau"  # beside the package
LARGEST_BODY = 256 * 1024  # characters; GitHub takes 65,536
_LONGEST_SUBJECT = 200
_REVIEWED = "DN"  # letters of the codes about personal data and children, as in checks/
_JOINER = "\u2060"  # invisible


class Issue(msgspec.Struct, frozen=True):
    """What we need of an event's `issue`; everything in it was typed by a stranger."""

    number: int
    body: str
    login: str
    user_id: int


class SubmissionError(RuntimeError):
    """The event is none that can be read; the message is for the developer."""


class Verdict(NamedTuple):
    passes: bool
    personal: bool  # it holds what must not enter the history
    text: str  # Indonesian


def read_event(file: Path) -> Issue:
    """Of $GITHUB_EVENT_PATH; raises SubmissionError."""
    try:
        issue: Any = json.loads(file.read_text(encoding="utf-8"))["issue"]
        user = issue["user"] or {"login": "ghost", "id": 0}
        read = Issue(
            int(issue["number"]), str(issue["body"] or ""), str(user["login"]), int(user["id"])
        )
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise SubmissionError(f"no event of an issue: {error!r}") from error
    if read.number < 1:
        raise SubmissionError(f"issue number is {read.number!r}")
    return read


def compose(
    repository: Path, issue: Issue, forge: Forge, api: GitHub | None, today: Moment, to: Path
) -> str:
    """Write the package into *to*; what was done. Nothing for an issue of no form."""
    form = form_of(issue.body[:LARGEST_BODY])
    if form is None:
        return "Isu ini tidak ditulis dengan formulir kiriman; tidak ada yang dilakukan."
    answers = answers_of(issue.body[:LARGEST_BODY], form)
    with closing(CommitTree(repository, MAIN)) as tree:
        room = near_in(tree, named_paths(answers), recent=0)
    agency = _agency(answers, room)
    officer = _officer(issue.login, agency, today)
    try:
        written = _written(form, answers, room, officer, issue, forge, api)
        _refuse_known(repository, written)
    except AnswersError as error:
        save(to, _refused(issue, error.troubles), {})
        return f"Kiriman isu {issue.number} belum dapat dibaca."
    commit = commit_files(repository, MAIN, MAIN, dict(written.files), _subject(form, written))
    verdict = judge(repository, commit, officer.login if officer else issue.login)
    told = "\n\n".join(_answer(written, agency, officer, verdict))
    package = _package(issue, _subject(form, written), officer, verdict, told)
    files = {} if verdict.personal else dict(written.files)
    save(to, msgspec.structs.replace(package, files=tuple(files)), files)
    if files:
        _show(repository, commit, f"Kiriman isu {issue.number}", to.parent / PREVIEWS)
    return f"Kiriman isu {issue.number} dibaca: {len(written.files)} berkas."


def judge(repository: Path, commit: str, login: str) -> Verdict:
    """What the gate says of a commit that *login* proposes."""
    command = [
        sys.executable, "-m", "plugins.checks", "--repository", str(repository),
        "--base", MAIN, "--head", commit, f"--as={login}", "--format", "json",
    ]  # fmt: skip
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode not in (0, 1):
        raise SubmissionError(f"the gate could not run: {done.stderr}")
    rows = [row for row in json.loads(done.stdout) if not row["waived"]]
    personal = any(row["severity"] == "GALAT" and row["code"][:1] in _REVIEWED for row in rows)
    text = "\n".join(map(_row, rows)) or "Tidak ada yang perlu diperbaiki."
    return Verdict(done.returncode == 0, personal, text)


def calm(text: str) -> str:
    """Words in which GitHub finds no name, number, address or command to act upon."""
    for sign in ("@", "#", "://", "[", "GH-", "gh-"):
        text = text.replace(sign, sign + _JOINER)
    return text


def fenced(text: str) -> str:
    """Words that GitHub shows as they are, whatever stands in them."""
    longest = max((len(run) for run in _runs(text)), default=0)
    fence = "`" * max(3, longest + 1)
    return f"{fence}text\n{text}\n{fence}"


def _row(row: Mapping[str, Any]) -> str:
    """One finding on a line: officers see no file, so only what it says matters."""
    return clean(f"{row['severity']} {row['code']} {row['message']} {row['hint']}")


def _package(
    issue: Issue, subject: str, officer: Officer | None, verdict: Verdict, told: str
) -> Package:
    """What is known of an issue beside its files."""
    return Package(
        number=issue.number,
        subject=subject,
        author=clean(officer.name if officer else _plain(issue.login)) or "petugas",
        mail=f"{issue.user_id}+{_plain(issue.login)}@users.noreply.github.com",
        trusted=officer is not None,
        passes=verdict.passes,
        kept=not verdict.personal,
        told=told,
    )


def _refuse_known(repository: Path, written: Written) -> None:
    """What was published is not written over by a form."""
    if there := existing(repository, MAIN, written.files):
        raise AnswersError([f"sudah ada content/{there[0]}; beri judul lain"])


def _written(
    form: Form,
    answers: Mapping[str, str],
    room: Newsroom,
    officer: Officer | None,
    issue: Issue,
    forge: Forge,
    api: GitHub | None,
) -> Written:
    if len(issue.body) > LARGEST_BODY:
        raise AnswersError(["isinya terlalu panjang"])
    urls = [found.url for found in pictures_in(answers, forge) if found.ours]
    if urls and api is not None:
        forge = forge._replace(signed=_signed(issue, forge, api))
    return write(form, answers, room, officer, fetch_all(urls, forge), forge)


def _signed(issue: Issue, forge: Forge, api: GitHub) -> dict[str, str]:
    """A public repository needs none, so a refusal is no reason to stop."""
    try:
        return signed_addresses(api.issue_html(issue.number), forge)
    except ApiError:
        return {}


def _agency(answers: Mapping[str, str], room: Newsroom) -> Agency | None:
    slugs = slugs_in(answers["pd"])
    return room.agencies.get(slugs[0]) if slugs else None


def _officer(login: str, agency: Agency | None, today: Moment) -> Officer | None:
    """GitHub does not tell capitals from small letters in the name of an account."""
    serving = agency.officers_on(today) if agency else ()
    own = (officer for officer in serving if officer.login.casefold() == login.casefold())
    return next(own, None)


def _subject(form: Form, written: Written) -> str:
    kind = "berita" if form is NEWS else "agenda"
    return f"{kind}: {calm(written.title[:_LONGEST_SUBJECT])} ({written.agency})"


def _show(repository: Path, commit: str, label: str, to: Path) -> None:
    """A proposal without a preview is one too."""
    command = [
        sys.executable, "-m", "plugins.builds", "--repository", str(repository),
        "--base", MAIN, "--head", commit, "--to", str(to), "--label", label,
    ]  # fmt: skip
    subprocess.run(command, check=False)


def _refused(issue: Issue, troubles: Sequence[str]) -> Package:
    rows = "\n".join(f"- {clean(trouble)}" for trouble in troubles)
    told = (
        f"Kiriman ini belum dapat dibuat menjadi usulan:\n\n{fenced(rows)}\n\n"
        "Tidak ada yang hilang. Perbaiki isiannya dengan menyunting isu ini (⋯ lalu Edit)."
    )
    nothing = Verdict(passes=False, personal=True, text="")
    return _package(issue, "kiriman: belum terbaca", None, nothing, told)


def _answer(
    written: Written,
    agency: Agency | None,
    officer: Officer | None,
    verdict: Verdict,
) -> list[str]:
    name = agency.name if agency else written.agency
    told = [
        f"Pengirim tercatat sebagai petugas humas {calm(name)}."
        if officer
        else f"**Humas perlu memeriksa pengirimnya:** akun ini tidak tercatat sebagai petugas "
        f"humas {calm(name)} yang bertugas hari ini."
    ]
    if written.notes:
        rows = "\n".join(f"- {clean(note)}" for note in written.notes)
        told.append(f"Tidak semua lampiran dipakai:\n\n{fenced(rows)}")
    told.append(f"Pemeriksaan:\n\n{fenced(verdict.text)}")
    if verdict.personal:
        told.append(
            "Isinya memuat data pribadi, jadi **tidak disimpan** sebagai usulan. Sunting isu ini "
            "dan hapus data itu; riwayat suntingan isu dapat dihapus oleh Humas."
        )
    return told


def _plain(login: str) -> str:
    return "".join(c for c in login if c.isascii() and (c.isalnum() or c in "-[]_"))


def _runs(text: str) -> list[str]:
    runs, run = [], ""
    for sign in f"{text} ":
        if sign == "`":
            run += sign
        elif run:
            runs.append(run)
            run = ""
    return runs
