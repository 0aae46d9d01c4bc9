"""The three steps of kiriman.yml, as the runner of GitHub calls them."""

import os
import re
from pathlib import Path

from plugins.intake.attachments import GITHUB, Forge
from plugins.intake.githubapi import GitHub, github_of_job
from plugins.intake.package import FACTS, PackageError, load
from plugins.intake.submission import compose, read_event
from plugins.intake.submitting import close, send
from plugins.reading.clock import now

STEPS = ("susun", "kirim", "tutup", "buang")
_PREVIEW = re.compile(r"pratinjau-(\d+)\Z", re.ASCII)  # of an issue or a pull request


def step(name: str, repository: Path, folder: Path) -> str:
    """Run one; the issue comes as a file, never as a word of the command."""
    if name == "buang":
        return remove_previews(github_of_job())
    issue = read_event(Path(os.environ["GITHUB_EVENT_PATH"]))
    if name == "tutup":
        return close(issue.number, github_of_job())
    if name == "susun":
        forge = Forge(os.environ.get("GITHUB_SERVER_URL", GITHUB))
        told = compose(repository, issue, forge, github_of_job(), now(), folder)
        _say_whether_there_is_one(folder)
        return told
    package, files = load(folder)
    if package.number != issue.number:
        raise PackageError(f"package is of issue {package.number!r}, not {issue.number!r}")
    return send(repository, package, files, github_of_job(), os.environ.get("RUN_URL", ""))


def remove_previews(api: GitHub) -> str:
    """Of proposals that are closed by now: what is public needs none, the rest is nobody's."""
    still_open = api.open_numbers()
    old = [
        number
        for number, name in api.artifacts()
        if (match := _PREVIEW.match(name)) and int(match[1]) not in still_open
    ]
    for number in old:
        api.remove_artifact(number)
    return f"{len(old)} pratinjau dibuang."


def _say_whether_there_is_one(folder: Path) -> None:
    """The next job runs only for an issue of a form."""
    if file := os.environ.get("GITHUB_OUTPUT"):
        with Path(file).open("a", encoding="utf-8") as stream:
            stream.write(f"ada={'ya' if (folder / FACTS).exists() else 'tidak'}\n")
