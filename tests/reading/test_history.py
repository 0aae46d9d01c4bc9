"""What a real repository's history tells of activities and proposals."""

import os
import subprocess
from pathlib import Path

import pytest

from plugins.model.history import History, Revision
from plugins.reading.history import history_of
from tests.model.makers import at

EVENT = "dinkes/2026/11/24-rapat"
DAY = at("2026-11-24").minutes


class Repository:
    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.content = folder / "content"
        self.cache = folder.parent / "riwayat"
        self.git("init", "-q", "-b", "main")

    def git(self, *arguments: str, hour: str = "08:00") -> str:
        moment = f"2026-11-24T{hour}:00+08:00"
        names = {"GIT_AUTHOR_NAME": "a", "GIT_AUTHOR_EMAIL": "a", "GIT_COMMITTER_NAME": "a",
                 "GIT_COMMITTER_EMAIL": "a", "GIT_AUTHOR_DATE": moment,
                 "GIT_COMMITTER_DATE": moment}  # fmt: skip
        command = ["git", "-C", str(self.folder), *arguments]
        done = subprocess.run(command, env=os.environ | names, capture_output=True, check=True)
        return done.stdout.decode().strip()

    def commit(self, path: str, hour: str, text: str = "") -> str:
        file = self.folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text or f"{path} {hour}\n")
        self.git("add", "-A")
        self.git("commit", "-qm", path, hour=hour)
        return self.git("rev-parse", "HEAD")

    def merge(self, branch: str, hour: str) -> str:
        self.git("merge", "-q", "--no-ff", "-m", branch, branch, hour=hour)
        return self.git("rev-parse", "HEAD")

    def propose(self, branch: str, path: str, *hours: str) -> None:
        self.git("switch", "-q", "-c", branch, "main")
        for hour in hours:
            self.commit(path, hour)
        self.git("switch", "-q", "main")

    def history(self, revision: str | None = None) -> History:
        """Asked twice: continued from what is known, and from the beginning."""
        found = history_of(self.content, revision, self.cache)
        assert found == history_of(self.content, revision, self.folder.parent / f"neu-{revision}")
        return found


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    (tmp_path / "repo").mkdir()
    found = Repository(tmp_path / "repo")
    found.commit("content/halaman/tentang.md", "06:00")
    return found


def test_a_folder_outside_git_has_no_history(tmp_path):
    (tmp_path / "content").mkdir()

    assert history_of(tmp_path / "content", None, tmp_path / "riwayat") == History()


def test_changes_of_an_activity_are_counted_on_the_main_line(repository):
    repository.commit(f"content/agenda/{EVENT}.md", "08:00")
    assert repository.history().revisions == {EVENT: Revision(1, DAY + 8 * 60)}

    repository.propose("usul", f"content/agenda/{EVENT}.md", "09:00", "09:10", "09:20")
    assert repository.history().revisions == {EVENT: Revision(1, DAY + 8 * 60)}

    repository.merge("usul", "10:00")
    assert repository.history().revisions == {EVENT: Revision(2, DAY + 10 * 60)}


def test_a_proposal_waits_from_its_first_commit_to_its_merge(repository):
    repository.propose("satu", "content/berita/dinkes/2026/11/a/index.md", "08:00", "09:00")
    repository.propose("dua", "content/berita/dinkes/2026/11/b/index.md", "08:30")
    repository.merge("satu", "09:30")
    assert repository.history().waits == {"2026-11": (90,)}

    repository.merge("dua", "09:45")
    assert repository.history().waits == {"2026-11": (75, 90)}


def test_what_is_no_content_is_no_proposal(repository):
    repository.propose("mesin", "plugins/baru.py", "08:00")
    repository.merge("mesin", "10:00")

    assert repository.history() == History()


def test_an_earlier_commit_has_an_earlier_history(repository):
    first = repository.commit(f"content/agenda/{EVENT}.md", "08:00")
    repository.commit(f"content/agenda/{EVENT}.md", "09:00")

    assert repository.history().revisions == {EVENT: Revision(2, DAY + 9 * 60)}
    assert repository.history(first).revisions == {EVENT: Revision(1, DAY + 8 * 60)}


def test_a_rewritten_main_line_is_learned_anew(repository):
    repository.commit(f"content/agenda/{EVENT}.md", "08:00")
    repository.history()
    repository.git("reset", "-q", "--hard", "HEAD~1")
    repository.commit(f"content/agenda/{EVENT}.md", "09:00")

    assert repository.history().revisions == {EVENT: Revision(1, DAY + 9 * 60)}


@pytest.mark.parametrize("damage", [b"", b"x" * 40])
def test_a_damaged_memory_is_no_memory(repository, damage):
    repository.commit(f"content/agenda/{EVENT}.md", "08:00")
    repository.cache.write_bytes(damage)

    assert repository.history().revisions == {EVENT: Revision(1, DAY + 8 * 60)}
