"""make setuju without a hub: each proposal with a page to look at, and none once it is gone."""

from pathlib import Path

import pytest

from tests.conftest import commit_all, run_git
from tests.intake.clones import make_clone, runner

BRANCH = "usul/dinkes/imunisasi-campak"
POST = "content/berita/dinkes/2026/10/imunisasi-campak/index.md"
INDEX = f".pratinjau/{BRANCH}/index.html"


@pytest.fixture
def clone(tmp_path: Path) -> Path:
    """One proposal waits at the origin."""
    made = make_clone(tmp_path)
    (made / ".git/info/exclude").write_text(".pratinjau/\n.cache/\n")
    run_git(made, "switch", "-q", "-c", BRANCH)
    file = made / POST
    file.write_text(file.read_text(encoding="utf-8") + "\nKalimat baru.\n", encoding="utf-8")
    commit_all(made)
    run_git(made, "push", "-q", "origin", BRANCH)
    run_git(made, "switch", "-q", "main")
    return made


def test_a_proposal_is_listed_with_a_page_which_goes_when_it_is_returned(clone, monkeypatch, capfd):
    run = runner(clone, monkeypatch, capfd)
    _, told = run("setuju")
    first = (clone / INDEX).stat().st_mtime_ns
    run("setuju")
    page = clone / INDEX.replace("index", "berita-dinkes-2026-10-imunisasi-campak")

    assert f"  Pratinjau:  {INDEX}\n" in told
    assert "Kalimat baru." in page.read_text(encoding="utf-8")
    assert (clone / INDEX).stat().st_mtime_ns == first

    run("setuju", "--return", BRANCH, "--reason", "Tambahkan jam.")
    assert not (clone / ".pratinjau" / BRANCH).exists()


def test_a_preview_that_cannot_be_made_stands_in_nobodys_way(clone, monkeypatch, capfd):
    run = runner(clone, monkeypatch, capfd)
    (clone / ".pratinjau").write_text("sebuah berkas di tempat foldernya")
    _, listed = run("setuju")
    code, told = run("setuju", "--approve", BRANCH)

    assert "  Pratinjau:  belum dapat dibuat; lihat: make pratinjau\n" in listed
    assert code == 0, told
    assert f"{BRANCH} disetujui." in told
