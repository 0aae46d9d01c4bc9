"""make usul and make setuju at their doors, for someone with little git."""

from pathlib import Path

import pytest

from tests.conftest import commit_all, run_git
from tests.intake.clones import make_clone, runner
from tests.intake.parcels import put

TEXT = """\
---
judul: Terminal Masamba punya ruang tunggu
tanggal: 2026-10-13
rubrik: pemerintahan
---

MASAMBA — Dinas Perhubungan membuka ruang tunggu, Selasa (13/10/2026).
"""
FILE = "content/berita/dishub/2026/10/ruang-tunggu/index.md"
BRANCH = "usul/dishub/ruang-tunggu"
SENT = f"Usulan terkirim sebagai {BRANCH}. Humas akan memeriksanya; kabarnya: make usul\n"
# What a server of the hub does where it finds a fault.
HOOK = "#!/bin/sh\nwhile read old new ref; do git grep -q salah $new && exit 1; done; exit 0\n"


@pytest.fixture
def clone(tmp_path: Path) -> Path:
    return make_clone(tmp_path)


@pytest.fixture
def run(clone, monkeypatch, capfd):
    return runner(clone, monkeypatch, capfd)


def test_what_became_of_a_proposal_is_told_until_it_is_published(clone, run):
    put(clone, FILE, TEXT)
    assert SENT in run("usul")[1]
    assert run("usul")[1] == f"{BRANCH} masih menunggu Humas; tidak ada perubahan baru.\n"

    assert run("setuju", "--return", BRANCH)[1].startswith(
        "Tulis alasannya: make setuju TOLAK=usul"
    )
    run("setuju", "--return", "ruang-tunggu", "--reason", "Kapan $dibuka?")
    assert run("usul")[1] == (
        f"Humas mengembalikan {BRANCH}: Kapan $dibuka?\nPerbaiki berkasnya, lalu: make usul\n"
    )
    put(clone, FILE, TEXT.replace("Selasa", "Selasa pagi,"))
    assert SENT in run("usul")[1]

    code, told = run("setuju", "--approve", "ruang")
    assert (code, told) == (1, f"Tidak ada usulan “ruang”. Yang menunggu: {BRANCH}.\n")
    assert run("setuju", "--approve", "ruang-tunggu")[1] == f"{BRANCH} disetujui.\n"
    assert run("usul")[1].startswith(f"{BRANCH} sudah disetujui Humas. Tidak ada perubahan di")


def test_what_the_server_refuses_is_not_kept_in_the_history_and_can_be_mended(clone, run):
    hook = clone.parent / "hub.git/hooks/pre-receive"
    put(hook.parent, hook.name, HOOK)
    hook.chmod(0o755)
    put(clone, FILE, TEXT.replace("membuka", "salah membuka"))
    code, told = run("usul")

    assert code == 1
    assert told.endswith(
        "Kiriman ditolak; alasannya tertulis di atas. Berkas Anda tetap ada di folder content/. "
        "Perbaiki, lalu: make usul\n"
    )
    put(clone, FILE, TEXT)
    assert SENT in run("usul")[1]
    assert "salah" not in run_git(clone, "log", "-p", "main..HEAD")


@pytest.mark.parametrize("detached", [False, True])
def test_who_commits_by_himself_is_served_too(clone, run, detached):
    if detached:
        run_git(clone, "switch", "-q", "--detach")
    put(clone, FILE, TEXT)
    commit_all(clone)

    assert SENT in run("usul")[1]
    assert BRANCH in run_git(clone, "ls-remote", "--heads", "origin")


def test_what_cannot_be_one_proposal_is_named_with_what_to_do(clone, run):
    put(clone / "content", "catatan.md", "hai")
    assert run("usul")[1].startswith(
        "Ini bukan berita atau agenda: content/catatan.md.\nBuat tempat"
    )

    (clone / "content/catatan.md").unlink()
    put(clone, FILE, TEXT)
    put(clone, FILE.replace("dishub", "humas"), TEXT)
    code, told = run("usul")
    assert code == 1
    assert told.endswith(
        "Hapus, atau pindahkan dulu ke luar folder content/: "
        "content/berita/humas/2026/10/ruang-tunggu/index.md. Lalu: make usul\n"
    )


@pytest.mark.parametrize(
    ("address", "told"),
    [
        (
            "http://127.0.0.1:9/kabar.git",
            "Server 127.0.0.1 tidak dapat dihubungi. Periksa sambungan",
        ),
        (
            "",
            "Folder ini belum terhubung ke server. Minta alamatnya kepada Humas, lalu: git remote",
        ),
    ],
)
@pytest.mark.parametrize("door", ["usul", "setuju"])
def test_a_server_that_does_not_answer_is_named_and_nothing_is_lost(
    clone, run, address, told, door
):
    put(clone, FILE, TEXT)
    run_git(clone, "remote", *(["set-url", "origin", address] if address else ["remove", "origin"]))
    code, answer = run(door)

    assert code == 1
    assert answer.startswith(told)
    assert (clone / FILE).exists()


def test_a_file_that_changed_on_the_server_too_is_left_as_it_is(clone, run):
    file = clone / "content/berita/dinkes/2026/10/imunisasi-campak/index.md"
    old = file.read_text()
    put(clone, FILE, TEXT)
    file.write_text(old.replace("judul: ", "judul: Baru "))
    commit_all(clone)
    run_git(clone, "push", "-q", "origin", "main")
    run_git(clone, "reset", "-q", "--hard", "HEAD~1")
    file.write_text(old.replace("judul: ", "judul: Lain "))
    code, told = run("usul")

    assert code == 1
    assert told.startswith("Berkas yang Anda ubah berubah juga di server, jadi belum dikirim.")
    assert "judul: Lain " in file.read_text()
