"""The main job through real git over HTTP: proposed, judged, approved, live."""

import os
import re
import subprocess
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from plugins.reading.clock import now
from tests.conftest import commit_all, run_git
from tests.site.hubs import (
    Hub,
    clones,
    make,
    push,
    running_hub,
    today_folder,
    wait,
    write_post,
)

pytestmark = pytest.mark.xdist_group("hub")


@pytest.fixture(scope="module")
def hub(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Hub]:
    with running_hub(tmp_path_factory.mktemp("hub") / "proyek") as running:
        yield running


@pytest.fixture
def clone(hub: Hub, tmp_path: Path):
    return clones(hub, tmp_path)


def test_a_faulty_proposal_is_refused_with_path_line_and_column(hub, clone):
    officer = clone("petugas-dinkes")
    write_post(officer, "dinkes", "tanggal-salah", "Tanggal salah", tanggal="17 Mei 26")
    answer = push(officer, "usul/dinkes/tanggal-salah")

    path = f"content/berita/dinkes/{today_folder()}/tanggal-salah/index.md"
    assert f"remote: {path}:3:10 W201" in answer
    assert "17 Mei 26" in answer
    assert "usul/dinkes/tanggal-salah" not in run_git(officer, "ls-remote", "origin")


@pytest.mark.parametrize(
    "path",
    [
        f"content/berita/dishub/{today_folder()}/titipan/index.md",
        "content/perangkat-daerah/dinkes.md",
        "content/rubrik.yaml",
        "theme/templates/base.html",
        "plugins/checks/gate.py",
        ".github/workflows/jahat.yml",
    ],
)
def test_an_officer_cannot_touch_what_belongs_to_others(hub, clone, path):
    officer = clone("petugas-dinkes")
    file = officer / path
    file.parent.mkdir(parents=True, exist_ok=True)
    known = file.read_text() if file.exists() else ""
    file.write_text(known + "\n# tambahan\n")
    answer = push(officer, "usul/dinkes/titipan")

    assert re.search(rf"remote: {re.escape(path)}:1:1 U80[12] ", answer), answer
    assert "pre-receive hook declined" in answer


def test_an_officer_cannot_publish_or_use_another_agencys_branch(hub, clone):
    officer = clone("petugas-dinkes")
    write_post(officer, "dinkes", "langsung", "Langsung terbit")

    assert "Hanya Humas yang menerbitkan" in push(officer, "main")
    assert "bukan hak akun Anda" in run_git(
        officer, "push", "origin", "HEAD:usul/dishub/langsung", check=False
    )
    assert "tidak dikenal" in run_git(officer, "push", "origin", "HEAD:lain", check=False)


def test_identity_is_the_connections_and_nothing_that_a_pusher_writes(hub, clone, monkeypatch):
    officer = clone("petugas-dinkes")
    write_post(officer, "dinkes", "menyamar", "Menyamar")
    monkeypatch.setenv("REMOTE_USER", "humas")
    monkeypatch.setenv("KABAR_SESI", "0" * 64)
    run_git(officer, "add", "-A")
    run_git(officer, "-c", "user.name=humas", "commit", "-q", "-m", "x", "--author=humas <h@h>")
    by_http = run_git(officer, "push", "origin", "HEAD:main", check=False)
    by_path = run_git(officer, "push", str(hub.folder / "kabar.git"), "HEAD:main", check=False)

    assert "Hanya Humas yang menerbitkan" in by_http
    assert "Kiriman langsung ke berkas tidak diterima" in by_path


def test_nobody_reads_or_writes_without_a_password(hub):
    for login in ("", "humas:salah@"):
        url = f"http://{login}127.0.0.1:{hub.port}/git/kabar.git"
        said = run_git(hub.project, "ls-remote", url, check=False)
        assert "refs/heads/main" not in said

    assert hub.get("/git/kabar.git/info/refs?service=git-upload-pack").startswith("401")


def test_a_proposal_is_repaired_approved_and_live_on_every_page(hub, clone):
    officer, editor = clone("petugas-dinkes"), clone("humas")
    title = "Posyandu Melati buka layanan pagi"
    made = talk(officer, "berita", "PD=dinkes", f"JUDUL={title}")
    path = f"content/berita/dinkes/{today_folder()}/posyandu-melati-buka-layanan-pagi/index.md"
    assert f"Dibuat: {path}" in made
    file = officer / path
    file.write_text(file.read_text().replace("tanggal: 2", "tangal: 2"))
    refused = talk(officer, "usul", fails=True)
    assert "K101" in refused
    assert "Maksud Anda “tanggal”?" in refused

    moment = now()
    file.write_text(
        f"---\njudul: {title}\ntanggal: {moment.iso_day}\nrubrik: kesehatan\n"
        "ringkasan: Posyandu Melati di Masamba kini buka sejak pagi.\n---\n\n"
        f"MASAMBA — Posyandu Melati buka lebih pagi mulai {moment.weekday} ({moment.iso_day}).\n"
    )
    sent = talk(officer, "usul")
    assert "Usulan terkirim sebagai usul/dinkes/posyandu-melati-buka-layanan-pagi" in sent

    listed = talk(editor, "setuju")
    assert title in listed
    assert f"A\t{path}" in listed
    approved = talk(editor, "setuju", "USUL=usul/dinkes/posyandu-melati-buka-layanan-pagi")
    assert "Tayang di http://" in approved

    month = f"{moment.year:04}/{moment.month:02}"
    for page in (
        f"/berita/dinkes/{month}/posyandu-melati-buka-layanan-pagi/",
        "/",
        "/perangkat-daerah/dinkes/",
        f"/perangkat-daerah/dinkes/{month}/",
        f"/arsip/{month}/",
        "/rubrik/kesehatan/",
        "/feed.atom",
        "/perangkat-daerah/dinkes/feed.atom",
    ):
        assert title in hub.get(page), page
    assert "Tidak ada usulan" in talk(editor, "setuju")


def test_a_returned_proposal_is_mended_and_closes_its_activity(hub, clone):
    officer, editor = clone("petugas-dishub"), clone("humas")
    write_post(officer, "dishub", "rambu-lagi", "Rambu lagi", rubrik="pemerintahan")
    talk(officer, "usul")
    returned = talk(
        editor, "setuju", "TOLAK=usul/dishub/rambu-lagi", "ALASAN=Tambahkan nama simpang."
    )

    assert "dikembalikan dengan alasan: Tambahkan nama simpang." in returned
    assert "Humas mengembalikan usul/dishub/rambu-lagi: Tambahkan nama simpang." in talk(
        officer, "usul"
    )

    event = "dishub/2026/10/13-rapat-angkutan"
    assert f"/tulis/?kegiatan={event}" in hub.get("/cakupan/")
    write_post(
        officer, "dishub", "rambu-lagi", "Rambu lagi di simpang pasar", rubrik="pemerintahan",
        agenda=f"[{event}]",
    )  # fmt: skip
    sent, answer = talk(officer, "usul"), "Berita ini meliput agenda “"
    assert "Usulan terkirim" in sent
    assert answer in sent
    assert answer in talk(editor, "setuju")
    approved = talk(editor, "setuju", "USUL=usul/dishub/rambu-lagi")
    assert answer in approved
    assert "Tayang di http://" in approved
    assert event not in hub.get("/cakupan/")
    assert "Sudah diberitakan" in hub.get(f"/agenda/{event}/")


def test_a_preview_is_for_those_with_an_account_and_ends_with_the_proposal(hub, clone):
    officer, editor = clone("petugas-dinkes"), clone("humas")
    write_post(officer, "dinkes", "kabar-nanti", "Kabar nanti", terbit_pada=soon())
    branch = "usul/dinkes/kabar-nanti"
    address = f"/pratinjau/{branch}/"
    page = f"{address}berita-dinkes-{today_folder().replace('/', '-')}-kabar-nanti.html"
    assert f"Pratinjau: {hub.url}{address}" in talk(officer, "usul")
    wait(lambda: hub.ask(page, "humas")[0] == 200)
    status, headers, text = hub.ask(page, "petugas-dishub")
    published = [p for p in (hub.folder / "situs").rglob("*")
                 if p.is_file() and b"abar nanti" in p.read_bytes()]  # fmt: skip

    assert status == 200
    assert "PRATINJAU, belum terbit." in text
    assert "Isi Kabar nanti." in text
    assert headers["Content-Security-Policy"].startswith("default-src 'none'; style-src 'unsafe-")
    assert "script-src" not in headers["Content-Security-Policy"]
    assert headers["Cache-Control"] == "private, no-store"
    assert headers["X-Robots-Tag"].startswith("noindex")
    assert hub.get(page) == "401 Nama akun atau sandi tidak cocok.\n"
    assert published == []
    for way in ("/..%2f", "/%2e%2e/%2e%2e/", "/../../../akun.json", "/usulan", "/../coba.html"):
        assert hub.ask(address.rstrip("/") + way, "humas")[0] == 404, way

    assert f"Pratinjau:  {hub.url}{address}" in talk(editor, "setuju")
    talk(editor, "setuju", f"USUL={branch}")
    wait(lambda: hub.ask(page, "humas")[0] == 404)
    assert list((hub.folder / "pratinjau").glob("usul/*/*")) == []


def test_a_returned_proposal_is_shown_again_when_it_is_mended(hub, clone):
    officer, editor = clone("petugas-dishub"), clone("humas")
    file = write_post(officer, "dishub", "kembali", "Kembali", rubrik="pemerintahan")
    page = f"/pratinjau/usul/dishub/kembali/berita-dishub-{today_folder().replace('/', '-')}"
    page += "-kembali.html"
    talk(officer, "usul")
    wait(lambda: hub.ask(page, "humas")[0] == 200)
    talk(editor, "setuju", "TOLAK=usul/dishub/kembali", "ALASAN=Tambahkan.")
    wait(lambda: hub.ask(page, "humas")[0] == 404)
    talk(officer, "usul")
    file.write_text(file.read_text() + "\nTambahan.\n")
    talk(officer, "usul")
    wait(lambda: "Tambahan." in hub.ask(page, "humas")[2])


def soon() -> str:
    return f"{now().later(20).iso_day} 07:00"


def test_a_broken_template_keeps_the_old_site_and_the_pusher_hears_it(hub, clone):
    editor = clone("humas")
    before = hub.manifest()
    base = editor / "theme/templates/base.html"
    whole = base.read_text()
    base.write_text(whole + "{{ page.tidak_ada }}")
    answer = push(editor, "main", "theme: rusak")

    assert "Situs lama tetap tayang" in answer
    assert "tidak_ada" in answer
    assert hub.manifest() == before

    base.write_text(whole)
    assert "Tayang di" in push(editor, "main", "theme: pulih")
    assert hub.manifest()["commit"] != before["commit"]


def test_a_broken_post_that_reached_main_is_left_out_and_reported(hub, clone):
    editor = clone("humas")
    write_post(editor, "dinkes", "lolos", "Lolos", rubrik="tidak-ada")
    commit_all(editor)
    # Past the gate on purpose, as a person at the server's own keyboard could.
    run_git(hub.folder / "kabar.git", "fetch", "-q", str(editor), "+HEAD:refs/heads/main")
    write_post(editor, "dinkes", "baik", "Berita baik sesudahnya")
    answer = push(editor, "main")

    path = f"berita/dinkes/{today_folder()}"
    assert "DIKARANTINA" in answer
    assert re.search(rf"content/{path}/lolos/index\.md:\d+:\d+ R402", answer), answer
    assert "Berita baik sesudahnya" in hub.get(f"/{path}/baik/")
    assert hub.get(f"/{path}/lolos/").startswith("404")
    assert hub.manifest()["quarantined"] == [f"{path}/lolos/index.md"]

    run_git(editor, "rm", "-rq", f"content/{path}/lolos")
    push(editor, "main")
    assert hub.manifest()["quarantined"] == []


def test_two_pushes_at_once_end_at_the_newest(hub, clone):
    editor = clone("humas")
    write_post(editor, "dinkes", "kembar-satu", "Kembar satu")
    first = commit_all(editor)
    write_post(editor, "dinkes", "kembar-dua", "Kembar dua")
    second = commit_all(editor)
    pushes = [threading.Thread(target=push_until_taken, args=(editor, c)) for c in (first, second)]
    for one in pushes:
        one.start()
    for one in pushes:
        one.join()

    wait(lambda: hub.manifest()["commit"] == second)
    assert "Kembar dua" in hub.get("/")


def push_until_taken(clone: Path, commit: str) -> None:
    """The loser of a race is told so and pushes again, unless its commit is already there."""
    for _ in range(5):
        said = run_git(clone, "push", "origin", f"{commit}:main", check=False)
        if "failed to update ref" not in said and "cannot lock ref" not in said:
            return


def test_a_second_hub_says_that_the_port_is_taken(hub):
    done = subprocess.run(
        make(f"PORT={hub.port}", "HUB=.hub-dua", "hub"),
        cwd=hub.project, capture_output=True, text=True, check=False,
    )  # fmt: skip

    assert done.returncode != 0
    assert f"Porta {hub.port} sedang dipakai" in done.stdout


def test_ctrl_c_ends_everything_and_a_second_run_continues(hub):
    before = hub.manifest()["commit"]
    code = hub.stop()

    assert code in (0, 2, 130, -2)
    assert "Hub berhenti." in hub.said
    assert processes_in(hub.folder) == []

    again = Hub(hub.project, hub.port)
    again.wait_until_it_says("Ctrl-C")
    assert again.manifest()["commit"] == before
    assert again.stop() is not None
    assert processes_in(hub.folder) == []


def talk(folder: Path, *arguments: str, fails: bool = False) -> str:
    """Run a make target in a clone, as officers and editors do."""
    done = subprocess.run(
        make(*arguments), cwd=folder, capture_output=True, text=True, check=False,
        env={**os.environ, "GIT_TERMINAL_PROMPT": "0"},
    )  # fmt: skip
    said = done.stdout + done.stderr
    assert bool(done.returncode) == fails, said
    return said


def processes_in(folder: Path) -> list[str]:
    """Command lines of processes that were started for this hub."""
    found = []
    for item in Path("/proc").iterdir():
        try:
            line = (item / "cmdline").read_bytes().replace(b"\0", b" ").decode()
        except (OSError, UnicodeDecodeError):
            continue
        if str(folder) in line:
            found.append(line)
    return found
