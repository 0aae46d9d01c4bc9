"""Who GitHub asks for a review, and what a pull request asks its sender."""

import re
from pathlib import Path

import pytest

from plugins.checks.codeowners import FILE, OwnerError, main, owners, text_of
from plugins.model.moment import parse_moment
from plugins.reading.reader import load_agencies
from plugins.reading.tree import FolderTree

ROOT = Path(__file__).parents[2]
TEMPLATES = ROOT / ".github/PULL_REQUEST_TEMPLATE"
NOW = parse_moment("2026-11-25 08:00")
HUMAS = """\
---
nama: Bidang Humas dan IKP
singkatan: Humas
jenis: bidang
petugas:
{officers}---
"""
OFFICER = """\
  - nama: Orang Contoh
    akun: {login}
    peran: {role}
    sejak: {since}
    sampai: {until}
"""


def officer(
    login: str, role: str = "redaktur", since: str = "2025-01-01", until: str = "2030-01-01"
):
    return OFFICER.format(login=login, role=role, since=since, until=until)


@pytest.fixture
def root(tmp_path: Path, write_files, agency_records) -> Path:
    """A project whose content is real, with two redaktur of Humas on duty."""
    settings = (ROOT / "pelicanconf.py").read_text(encoding="utf-8")
    (tmp_path / "pelicanconf.py").write_text(settings.replace("CONTOH = True", "CONTOH = False"))
    humas = HUMAS.format(officers=officer("redaktur-b") + officer("redaktur-a"))
    write_files(tmp_path / "content", {**agency_records, "perangkat-daerah/humas.md": humas})
    return tmp_path


def run(root: Path, *arguments: str) -> int:
    return main(["--root", str(root), "--now", "2026-11-25 08:00", *arguments])


def owners_in(root: Path) -> list[str]:
    rows = (root / FILE).read_text(encoding="utf-8").splitlines()
    return [word for row in rows if not row.startswith("#") for word in row.split()]


def test_the_redaktur_of_humas_own_everything(root):
    assert run(root) == 0
    assert owners_in(root) == ["*", "@redaktur-a", "@redaktur-b"]


def test_it_can_be_asked_whether_the_file_is_stale(root, capsys):
    assert run(root, "--check") == 1
    assert capsys.readouterr().err == (
        "stale: .github/CODEOWNERS; run python -m plugins.checks.codeowners\n"
    )
    assert not (root / FILE).exists()
    run(root)
    assert run(root, "--check") == 0
    (root / FILE).write_text("* @petugas-dinkes\n")
    assert run(root, "--check") == 1


def test_an_officer_never_owns_anything(root, write_files):
    both = officer("rangkap") + officer("redaktur-a") + officer("penulis", role="petugas")
    dinkes = "---\nnama: Dinkes\nsingkatan: Dinkes\njenis: dinas\npetugas:\n{}---\n"
    files = {
        "perangkat-daerah/humas.md": HUMAS.format(officers=both),
        "perangkat-daerah/dinkes.md": dinkes.format(officer("rangkap", role="petugas")),
    }
    write_files(root / "content", files)
    newsroom = load_agencies(FolderTree(root / "content"))

    assert owners(newsroom, "humas", NOW) == ["redaktur-a"]


def test_who_has_left_or_not_begun_is_not_asked(root, write_files):
    people = officer("lama", until="2026-11-24") + officer("nanti", since="2026-11-26")
    humas = HUMAS.format(officers=people + officer("kini"))
    write_files(root / "content", {"perangkat-daerah/humas.md": humas})
    run(root)

    assert owners_in(root) == ["*", "@kini"]


def test_a_redaktur_of_another_agency_is_not_of_humas(root, write_files):
    dinkes = "---\nnama: Dinkes\nsingkatan: Dinkes\njenis: dinas\npetugas:\n{}---\n"
    write_files(root / "content", {"perangkat-daerah/dinkes.md": dinkes.format(officer("orang"))})
    run(root)

    assert "@orang" not in owners_in(root)


@pytest.mark.parametrize("login", ["a b", "-a", "a-", "a--b", "a@b", "", "a" * 40, "a\n* @b"])
def test_what_github_cannot_know_is_refused(login):
    with pytest.raises(OwnerError):
        text_of([login], sample=False)


def test_without_a_redaktur_nobody_is_asked():
    assert [row for row in text_of([], sample=False).splitlines() if row[0] != "#"] == []


def test_sample_accounts_are_nobodys_on_github():
    assert [row for row in text_of(["humas"], sample=True).splitlines() if row[0] != "#"] == []


@pytest.mark.parametrize("name", ["berita", "agenda", "ralat", "pencabutan"])
def test_a_template_is_read_on_a_phone_in_a_moment(name):
    rows = (TEMPLATES / f"{name}.md").read_text(encoding="utf-8").splitlines()
    boxes = [row for row in rows if row.startswith("- [ ] ")]

    assert 3 <= len(boxes) <= 6
    assert [row for row in rows if len(row) > 62] == []
    assert not re.search(r"<!--|https?:", "\n".join(rows))


def test_there_is_a_template_for_each_kind_of_proposal():
    assert sorted(file.stem for file in TEMPLATES.iterdir()) == [
        "agenda", "berita", "pencabutan", "ralat",
    ]  # fmt: skip
