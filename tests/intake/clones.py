"""A clone of the small site, with a plain bare repository behind it, as Humas has one."""

from collections.abc import Callable
from pathlib import Path

import pytest

from plugins.intake.__main__ import main
from tests.conftest import ROOT, commit_all, copy_content, run_git

Run = Callable[..., tuple[int, str]]


def make_clone(folder: Path) -> Path:
    """content/ and nothing else: the doors run from our own code."""
    origin, clone = folder / "hub.git", folder / "klon"
    source = folder / "awal"
    copy_content(source / "content")
    run_git(source, "init", "-q", "-b", "main")
    commit_all(source, "awal")
    run_git(folder, "clone", "-q", "--bare", str(source), str(origin))
    run_git(folder, "clone", "-q", str(origin), str(clone))
    for key, value in (("user.name", "Redaktur Contoh"), ("user.email", "humas@localhost")):
        run_git(clone, "config", key, value)
    (clone / ".git/info/exclude").write_text(".terima/\n.cache/\n")
    return clone


def runner(clone: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> Run:
    """`python -m plugins.intake …` in the clone: its exit code, and all that it said."""
    monkeypatch.chdir(clone)
    monkeypatch.setenv("PYTHONPATH", str(ROOT))  # the gate runs in a process of its own

    def ran(*arguments: str) -> tuple[int, str]:
        code = main(arguments)
        told = capfd.readouterr()
        return code, told.out + told.err

    return ran
