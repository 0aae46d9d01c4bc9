"""python -m plugins.checks, on a real repository."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from plugins.checks.__main__ import main

ROOT = Path(__file__).parents[2]
POST = "berita/dinkes/2026/11/imunisasi-campak/index.md"
DISHUB_EVENT = "agenda/dishub/2026/11/24-rambu-baru.md"
SUMMARY = "1 galat di 1 berkas."
UNKNOWN_KEY = f"content/{POST}:5:1 K101 Kunci “ringkasn” tidak dikenal. Maksud Anda “ringkasan”?"
UNNAMED = (
    f"content/{POST}: Berita ini tidak menyebut agenda. Agenda Dinkes yang belum diberitakan di "
    "sekitar tanggal itu: “Imunisasi campak” (dinkes/2026/11/24-imunisasi-campak), Selasa, 24 "
    "November 2026. Tambahkan “agenda: [dinkes/2026/11/24-imunisasi-campak]” bila itu yang "
    "dimaksud."
)
EVENT = "dinkes/2026/11/24-imunisasi-campak"
Git = Callable[..., str]


@pytest.fixture
def git(tmp_path: Path) -> Git:
    """git in a new repository, deaf to the settings of this machine."""
    environment = {**os.environ, "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull}
    name = ["-c", "user.name=Petugas Contoh", "-c", "user.email=petugas@localhost"]

    def run(*arguments: str) -> str:
        command = ["git", *name, *arguments]
        done = subprocess.run(
            command, cwd=tmp_path, env=environment, check=True, capture_output=True, text=True
        )
        return done.stdout.strip()

    run("init", "--initial-branch=main")
    return run


@pytest.fixture
def commit(git: Git, tmp_path: Path, write_files) -> Callable[..., None]:
    def made(files) -> None:
        write_files(tmp_path / "content", files)
        git("add", "--all")
        git("commit", "--message", "isi")

    return made


@pytest.fixture
def repository(commit, base_files, git: Git, tmp_path: Path) -> Path:
    """main holds the base newsroom; the checkout is on a branch of dinkes."""
    commit(base_files)
    git("checkout", "-b", "usul/dinkes")
    return tmp_path


@pytest.fixture
def run(repository: Path, capsys, monkeypatch, tmp_path_factory) -> Callable[..., tuple[int, str]]:
    """The gate in lines, unless another form is asked for."""
    monkeypatch.delenv("SITEURL", raising=False)
    monkeypatch.delenv("GITHUB_STEP_SUMMARY", raising=False)

    cache = str(tmp_path_factory.mktemp("ingatan"))

    def ran(*arguments: str) -> tuple[int, str]:
        fixed = ["--repository", str(repository), "--now", "2026-11-25 08:00"]
        fixed += ["--format", "lines", "--cache", cache]
        code = main([*fixed, *arguments])
        return code, capsys.readouterr().out.rstrip("\n")

    return ran


@pytest.fixture
def wrong(text) -> str:
    return text("story", "rubrik: kesehatan\n", "rubrik: kesehatan\nringkasn: Gratis.\n")


def test_a_clean_newsroom_ends_with_zero(run):
    assert run() == (0, "Tidak ada yang perlu diperbaiki.")


def test_a_fault_in_the_work_tree_ends_with_one(run, repository, wrong):
    (repository / "content" / POST).write_text(wrong)

    assert run() == (1, f"{UNKNOWN_KEY}\n{SUMMARY}")


def test_only_the_files_that_are_named_are_told(run, repository, wrong):
    (repository / "content" / POST).write_text(wrong)
    (repository / "content/rubrik.yaml").write_text("rusak")

    assert run(f"content/{POST}") == (1, f"{UNKNOWN_KEY}\n{SUMMARY}")
    assert run(f"content/{POST.rpartition('/')[0]}/")[1] == f"{UNKNOWN_KEY}\n{SUMMARY}"
    assert run("content/halaman") == (0, "Tidak ada yang perlu diperbaiki.")


def test_advice_alone_ends_with_zero(run, repository, text):
    (repository / "content" / POST).write_text("\ufeff" + text("story"))

    code, told = run()
    assert code == 0
    assert told.splitlines()[-1] == "1 saran di 1 berkas."


def test_a_commit_is_read_from_git_and_not_from_disk(run, repository, wrong):
    (repository / "content" / POST).write_text(wrong)

    assert run("--head", "main") == (0, "Tidak ada yang perlu diperbaiki.")


def test_a_branch_is_told_what_it_changes_and_nothing_else(run, commit, git, text, wrong):
    git("checkout", "main")
    commit({DISHUB_EVENT: text("event", "acara:", "acar:")})
    git("checkout", "-b", "usul/lain")
    commit({POST: wrong})

    assert run("--base", "main") == (1, f"{UNKNOWN_KEY}\n{SUMMARY}\n{UNNAMED}")


def test_a_branch_is_not_told_of_what_main_has_mended_since(run, commit, git, text):
    git("checkout", "main")
    commit({DISHUB_EVENT: text("event", "acara:", "acar:")})
    git("checkout", "-b", "usul/lain")
    commit({POST: text("story", "40 anak", "42 anak")})
    git("checkout", "main")
    commit({DISHUB_EVENT: text("event")})

    assert run("--base", "main", "--head", "usul/lain") == (
        0,
        f"Tidak ada yang perlu diperbaiki.\n{UNNAMED}",
    )


def test_a_branch_is_told_what_it_breaks_elsewhere(run, commit, text):
    commit({POST.replace("index.md", "imunisasi.jpg"): None})

    assert run("--base", "main") == (
        1,
        f"content/{POST}:6:13 F501 Foto “imunisasi.jpg” tidak ada di folder berita ini. "
        f"Unggah fotonya ke folder berita ini, atau hapus bagian itu dari “foto”.\n{SUMMARY}",
    )


def test_a_branch_is_told_which_activity_its_post_closes(run, commit, text):
    commit({POST: text("story", "rubrik: kesehatan\n", f"rubrik: kesehatan\nagenda: [{EVENT}]\n")})
    words = f"Berita ini meliput agenda “Imunisasi campak” ({EVENT}), Selasa, 24 November 2026"
    told = f"{words}, Posyandu Melati."

    assert run("--base", "main")[1].splitlines()[-1] == f"content/{POST}: {told}"
    assert run("--base", "main", "--format", "text")[1].endswith(
        f"\n\nAgenda:\ncontent/{POST}: {told}"
    )
    assert (
        f"::notice file=content/{POST},line=1,title=Agenda::{told}"
        in (run("--base", "main", "--format", "github")[1])
    )
    assert json.loads(run("--base", "main", "--format", "json")[1])[-1] == {
        "path": f"content/{POST}", "line": 1, "column": 1, "code": "", "severity": "JAWABAN",
        "message": told, "hint": "", "waived": "", "page": "", "answer": "covers", "event": EVENT,
    }  # fmt: skip
    assert "meliput" not in run("--base", "main", "content/halaman")[1]


def test_a_branch_is_told_of_the_waiver_that_humas_would_merge(run, commit, text):
    path = f"agenda/{EVENT}.md"
    commit({path: text("event", "tempat:", "tidak_diberitakan: digabung\ntempat:")})
    told = run("--base", "main")[1].splitlines()[-1]
    commit({path: text("event", "tempat: Pos", "tidak_diberitakan: digabung\ntempat: Di Pos")})

    assert told == (
        f"content/{path}: Usulan ini meminta agenda “Imunisasi campak” ({EVENT}), Selasa, 24 "
        "November 2026, Posyandu Melati, dicatat tidak diberitakan: digabung dengan kegiatan "
        "lain. Menyetujui usulan berarti menyetujui alasan ini."
    )
    assert "Usulan ini meminta" not in run("--base", "HEAD~1")[1]


def test_an_officer_of_another_agency_is_refused(run, commit, text):
    commit({POST: text("story", "40 anak", "42 anak")})

    assert run("--base", "main", "--as", "petugas-dinkes")[0] == 0
    assert run("--base", "main", "--as", "humas")[0] == 0
    assert run("--base", "main", "--as", "petugas-dishub") == (
        1,
        f"content/{POST}:1:1 U801 Berkas ini milik “Dinkes”; akun “petugas-dishub” bertugas untuk "
        f"“Dishub”. Minta petugas Dinkes atau Humas mengirimkannya.\n{SUMMARY}\n{UNNAMED}",
    )


NEW = POST.replace("campak", "polio")


def test_a_renamed_post_is_told_that_its_address_changes(run, git, commit, text):
    git("mv", f"content/{POST[:-9]}", f"content/{NEW[:-9]}")
    commit({NEW: text("story", "Melati", "Mawar")})
    asked = ("--base", "main", "--as", "petugas-dinkes")

    code, told = run(*asked)
    assert code == 1
    assert told.startswith(f"content/{POST}:1:1 U808 Alamat berita ")

    alias = "rubrik: kesehatan\nalias: [/berita/dinkes/2026/11/imunisasi-campak/]\n"
    commit({NEW: text("story", "rubrik: kesehatan\n", alias)})
    code, told = run(*asked)
    assert (code, told.splitlines()[0]) == (0, "Tidak ada yang perlu diperbaiki.")


def test_a_post_taken_over_by_another_agency_is_told_as_a_move(run, git, repository):
    (repository / "content/berita/dishub/2026/11").mkdir(parents=True)
    git("mv", f"content/{POST[:-9]}", "content/berita/dishub/2026/11/imunisasi")
    git("commit", "--message", "pindah")

    code, told = run("--base", "main", "--as", "petugas-dishub")
    assert code == 1
    assert f"content/{POST}:1:1 U807 Berita “dinkes/2026/11/imunisasi-campak” dipindahkan" in told
    assert " U801 " not in told


def test_a_file_made_executable_is_refused(run, repository, git):
    git("update-index", "--chmod=+x", f"content/{POST}")
    git("commit", "--message", "mode")

    code, told = run("--base", "main", "--as", "petugas-dinkes")
    assert code == 1
    assert f"content/{POST}:1:1 S102 " in told


def test_a_branch_cannot_grant_itself_rights(run, commit, agency_records, text):
    record = agency_records["perangkat-daerah/humas.md"].replace("akun: humas", "akun: tamu")
    commit({"perangkat-daerah/humas.md": record})

    code, told = run("--base", "main", "--as", "tamu")
    assert code == 1
    assert " U803 " in told


def test_json_is_for_editors(run, repository, wrong):
    (repository / "content" / POST).write_text(wrong)

    code, told = run("--format", "json")
    assert code == 1
    assert json.loads(told) == [
        {
            "path": f"content/{POST}",
            "line": 5,
            "column": 1,
            "code": "K101",
            "severity": "GALAT",
            "message": "Kunci “ringkasn” tidak dikenal.",
            "hint": "Maksud Anda “ringkasan”?",
            "waived": "",
            "page": "/panduan/aturan/k101/",
        }
    ]


def test_github_shows_the_words_beside_the_line(run, repository, wrong):
    (repository / "content" / POST).write_text(wrong)

    assert run("--format", "github") == (
        1,
        f"::error file=content/{POST},line=5,col=1,title=K101::"
        "Kunci “ringkasn” tidak dikenal. Maksud Anda “ringkasan”? "
        f"Aturan: /panduan/aturan/k101/\n{SUMMARY}",
    )


def test_github_gets_a_page_for_the_job(run, repository, wrong, tmp_path_factory, monkeypatch):
    page = tmp_path_factory.mktemp("github") / "ringkasan.md"
    page.write_text("Langkah sebelumnya.\n")
    (repository / "content" / POST).write_text(wrong)
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(page))
    run("--format", "github")

    assert page.read_text().startswith(
        "Langkah sebelumnya.\n## Pemeriksaan\n\n1 galat di 1 berkas.\n"
    )
    run("--format", "lines")
    assert page.read_text().count("## Pemeriksaan") == 1


def test_the_address_of_the_site_leads_to_the_rules(run, repository, wrong, monkeypatch):
    (repository / "content" / POST).write_text(wrong)
    monkeypatch.setenv("SITEURL", "https://kabar.example/")

    assert "    aturan: https://kabar.example/panduan/aturan/k101/\n" in run("--format", "text")[1]


def test_github_cannot_be_given_commands_by_a_file_name(run, repository):
    (repository / "content" / "halaman").mkdir()
    (repository / "content" / "halaman" / "a\n::set-env name=X::y,.md").write_text("x")

    _, told = run("--format", "github")
    assert [line[:8] for line in told.splitlines()] == ["::error ", "1 galat "]


def test_a_rule_explains_itself(capsys):
    assert main(["--explain", "w203"]) == 0
    assert (
        capsys.readouterr().out
        == """\
W203 Jam tidak terbaca.
GALAT: menghalangi penerbitan.

Mengapa: jam masuk ke kalender warga, jadi harus pasti: dua angka jam, dua angka menit.

Salah:
    mulai: 9 pagi

Benar:
    mulai: 09:00
"""
    )


def test_an_unknown_rule_cannot_be_explained(capsys):
    assert main(["--explain", "Z999"]) == 2
    assert capsys.readouterr().out.startswith("Tidak ada aturan Z999. Daftar kode: A701 A702 ")


def test_a_revision_that_git_does_not_know_makes_the_gate_unusable(run):
    assert run("--base", "tidak-ada") == (2, "")


def test_a_folder_without_content_makes_the_gate_unusable(tmp_path):
    assert main(["--repository", str(tmp_path)]) == 2


def test_a_moment_that_cannot_be_read_makes_the_gate_unusable():
    with pytest.raises(SystemExit) as ended:
        main(["--now", "besok"])

    assert ended.value.code == 2


def test_the_module_runs_as_a_command(repository, wrong):
    (repository / "content" / POST).write_text(wrong)
    command = [sys.executable, "-m", "plugins.checks", "--repository", str(repository)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)

    assert done.returncode == 1
    assert f"\n{UNKNOWN_KEY}\n" in done.stdout
    assert "\033" not in done.stdout


def test_the_pages_of_the_rules_can_be_asked_whether_they_are_stale():
    command = [sys.executable, "-m", "plugins.checks.docs", "--check"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)

    assert (done.returncode, done.stderr) == (0, "")
