"""What the gate remembers between two runs, and what it must not."""

from collections.abc import Callable
from pathlib import Path

import pytest

from plugins.checks.__main__ import main
from plugins.checks.memory import FOLDER, memory, passing
from plugins.reading import reader
from plugins.reading.settings import ROOT
from plugins.reading.store import StoredSection
from tests.checks.test_command import POST, commit, git, repository  # noqa: F401

EMPTY = StoredSection(b"kunci", b"bentuk", (), {})
SECRET = "Rahasia dari usulan"
Run = Callable[..., tuple[int, str]]


@pytest.fixture
def run(repository: Path, tmp_path_factory, capsys) -> Run:  # noqa: F811
    """The gate with a memory of its own beside the repository."""
    cache = tmp_path_factory.mktemp("ingatan")

    def ran(*arguments: str, cache: Path = cache) -> tuple[int, str]:
        fixed = ["--repository", str(repository), "--now", "2026-11-25 08:00", "--format", "lines"]
        code = main([*fixed, "--cache", str(cache), *arguments])
        return code, capsys.readouterr().out

    ran.cache = cache  # type: ignore[attr-defined]
    return ran


@pytest.fixture
def parsed(monkeypatch) -> Callable[[], int]:
    """How many texts were parsed since the last question."""
    seen: list[str] = []
    run_jobs = reader.pool.run

    def counting(jobs, *rest):
        seen.extend(job.entry.path for job in jobs if hasattr(job, "place"))
        return run_jobs(jobs, *rest)

    monkeypatch.setattr(reader.pool, "run", counting)

    def count() -> int:
        number = len(seen)
        seen.clear()
        return number

    return count


def test_what_did_not_change_is_not_parsed_again(run, parsed, commit, text):  # noqa: F811
    commit({POST: text("story", "40 anak", "42 anak")})
    first = run("--base", "main")
    assert parsed() == 8  # seven texts of main, and the one that changed
    assert run("--base", "main") == first
    assert parsed() == 1


def test_a_remembered_fault_is_told_again(run, commit, text):  # noqa: F811
    commit({POST: text("story", "rubrik:", "rubik:")})

    assert run("--head", "HEAD") == run("--head", "HEAD")
    assert run("--head", "HEAD")[0] == 1


def test_nothing_of_a_proposal_is_kept(run, commit, text):  # noqa: F811
    commit({POST: text("story", "Imunisasi campak di Posyandu Melati", SECRET)})
    run("--base", "main")
    kept = b"".join(file.read_bytes() for file in run.cache.rglob("*") if file.is_file())

    assert b"Posyandu Melati" in kept
    assert SECRET.encode() not in kept


def test_a_proposal_cannot_bring_a_memory_along(run, repository, commit, text):  # noqa: F811
    run("--head", "main")
    forged = repository / ".cache/gerbang"
    forged.parent.mkdir()
    run.cache.rename(forged)
    commit({POST: text("story", "rubrik:", "rubik:")})

    assert run("--base", "main")[0] == 1
    assert FOLDER.is_relative_to(ROOT)  # unless told otherwise, it lies beside the code


def test_a_memory_that_cannot_be_written_is_done_without(run):
    nowhere = Path("/proc/ingatan")  # not even root can make it

    assert run(cache=nowhere)[0] == 0
    assert not nowhere.exists()


def test_a_memory_that_is_a_file_is_done_without(run, tmp_path_factory):
    file = tmp_path_factory.mktemp("berkas") / "ingatan"
    file.write_text("bukan folder")

    assert run(cache=file)[0] == 0


def test_a_broken_memory_is_read_anew(run):
    expected = run("--head", "main")
    for file in (run.cache / "bagian").iterdir():
        file.write_bytes(file.read_bytes()[:-1] + b"x")

    assert run("--head", "main") == expected


def test_what_is_written_beside_a_memory_goes_and_the_rest_stays(tmp_path):
    with memory(tmp_path) as store:
        store.save("2026-11", EMPTY, b"")
        with passing(store) as beside:
            assert beside.load("2026-11")[0] == EMPTY
            beside.save("2026-12", EMPTY, b"")
            assert beside.load("2026-12")[0] == EMPTY

    with memory(tmp_path) as later:
        assert later.load("2026-11")[0] == EMPTY
        assert later.load("2026-12") is None
