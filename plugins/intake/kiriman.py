"""The three steps of kiriman.yml, as the runner of GitHub calls them."""

import os
from pathlib import Path

from plugins.intake.attachments import GITHUB, Forge
from plugins.intake.githubapi import github_of_job
from plugins.intake.package import FACTS, PackageError, load
from plugins.intake.submission import compose, read_event
from plugins.intake.submitting import close, send
from plugins.reading.clock import now

STEPS = ("susun", "kirim", "tutup")


def step(name: str, repository: Path, folder: Path) -> str:
    """Run one; the issue comes as a file, never as a word of the command."""
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


def _say_whether_there_is_one(folder: Path) -> None:
    """The next job runs only for an issue of a form."""
    if file := os.environ.get("GITHUB_OUTPUT"):
        with Path(file).open("a", encoding="utf-8") as stream:
            stream.write(f"ada={'ya' if (folder / FACTS).exists() else 'tidak'}\n")
