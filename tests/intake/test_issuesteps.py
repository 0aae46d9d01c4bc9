"""An issue of a form at the doors of kiriman.yml: from the event to pull request and answer."""

import io
import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PIL import Image

from plugins.intake.__main__ import main
from plugins.intake.issueforms import main as write_forms
from plugins.intake.normalform import normal_form
from plugins.model.addresses import place_of
from tests.conftest import ROOT, commit_all, phone_photo, run_git
from tests.intake.github import BOT, TOKEN, GitHubState, commits, serving, signed

PAYLOADS = Path(__file__).with_name("payloads")
FIRST, SECOND = "3f2c9a10-6d3e-4b57-9a44-0c1d2e3f4a5b", "8b7a6c5d-1e2f-4a3b-8c9d-0e1f2a3b4c5d"
BRANCH = "usul/isu/kiriman-12"
FOLDER = "content/berita/dinkes/2026/10/puskesmas-masamba-layani-imunisasi-campak-42-anak"
PHOTO = "puskesmas-masamba-layani-imunisasi"
WRITTEN = f"""\
---
judul: Puskesmas Masamba layani imunisasi campak 42 anak
tanggal: 2026-10-12
rubrik: kesehatan
ringkasan: Puskesmas Masamba memberi imunisasi campak kepada 42 anak di Kecamatan Masamba.
penulis: Petugas Contoh Dinkes
agenda: [dinkes/2026/10/12-imunisasi-campak]
bersama: [kec-masamba]
kecamatan: [masamba]
foto:
  - berkas: {PHOTO}-1.jpg
    alt: Kader menimbang balita di teras posyandu
    keterangan: Kader Posyandu Melati menimbang balita.
    kredit: Humas Dinkes
  - berkas: {PHOTO}-2.jpg
    alt: Petugas menyiapkan vaksin di meja
    kredit: Humas Dinkes
---

MASAMBA — Puskesmas Masamba memberi imunisasi campak kepada 42 anak di Posyandu Melati, \
Kecamatan Masamba, Senin (12/10/2026).

![]({PHOTO}-1.jpg)

Imunisasi itu melindungi balita dari campak sebelum musim hujan. \
Kader posyandu mendata anak sejak pagi.

"Semua berjalan lancar," kata Kepala Puskesmas Masamba.

Pelayanan berikutnya dibuka pekan depan di balai desa.

![]({PHOTO}-2.jpg)
"""
EVENT = """\
---
acara: Pemeriksaan gizi balita di Posyandu Mawar
tanggal: 2026-10-27
mulai: 09:00
tempat: Posyandu Mawar, Kelurahan Bone
kecamatan: masamba
bersama: [kec-masamba, dishub]
peserta: Ibu dan balita
---
"""


class Desk:
    """A checkout of main on a runner, with GitHub around it."""

    def __init__(self, state: GitHubState, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self.state = state
        self.folder = folder
        self.monkeypatch = monkeypatch
        self.runs = 0
        self.said = ""
        for name, value in {
            "GITHUB_API_URL": f"{state.url}/api", "GITHUB_SERVER_URL": state.url,
            "GITHUB_REPOSITORY": "humas/kabar", "GH_TOKEN": TOKEN, "PYTHONPATH": str(ROOT),
            "RUN_URL": "https://github.com/humas/kabar/actions/runs/7",
        }.items():  # fmt: skip
            monkeypatch.setenv(name, value)
        monkeypatch.delenv("GITHUB_STEP_SUMMARY", raising=False)

    def event(self, name: str, change: Callable[[dict], None] = lambda _: None) -> Path:
        text = (PAYLOADS / name).read_text(encoding="utf-8")
        payload = json.loads(
            text.replace("https://github.com/user-att", f"{self.state.url}/user-att")
        )
        change(payload["issue"])
        file = self.folder / "peristiwa.json"
        file.write_text(json.dumps(payload), encoding="utf-8")
        return file

    def run(self, name: str, change: Callable[[dict], None] = lambda _: None) -> Path:
        """All jobs of the workflow for one event, each in a checkout of its own."""
        self.runs += 1
        self.monkeypatch.setenv("GITHUB_EVENT_PATH", str(self.event(name, change)))
        between = self.folder / f"lari-{self.runs}/kiriman"
        outputs = self.folder / f"keluaran-{self.runs}"
        self.monkeypatch.setenv("GITHUB_OUTPUT", str(outputs))
        if name.startswith("closed"):
            assert self._step("tutup", between) == 0
            return between
        assert self._step("susun", between) == 0
        self.monkeypatch.delenv("GITHUB_OUTPUT")
        if outputs.read_text() == "ada=ya\n":
            assert self._step("kirim", between) == 0
        return between

    def _step(self, step: str, between: Path) -> int:
        clone = self.folder / f"{step}-{self.runs}"
        run_git(self.folder, "clone", "-q", str(self.state.repository), str(clone))
        return main(["kiriman", step, "--folder", str(between), "--repository", str(clone)])

    def show(self, path: str, branch: str = BRANCH) -> str:
        return run_git(self.state.repository, "show", f"{branch}:{path}")

    def changed(self, branch: str = BRANCH) -> list[str]:
        told = run_git(self.state.repository, "diff", "--name-only", f"main...{branch}")
        return told.split()

    @property
    def answer(self) -> str:
        (own,) = [c["body"] for c in self.state.comments if c["user"]["login"] == BOT]
        return own


@pytest.fixture(scope="module")
def origin(project: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("github")
    run_git(folder, "clone", "-q", "--bare", str(project), str(folder / "kabar.git"))
    return folder / "kabar.git"


@pytest.fixture
def desk(origin: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Desk]:
    bare = tmp_path / "kabar.git"
    run_git(tmp_path, "clone", "-q", "--bare", str(origin), str(bare))
    state = GitHubState(bare)
    state.attachments[f"/user-attachments/assets/{FIRST}"] = phone_photo()
    state.attachments["/store/kedua"] = phone_photo(1200, 900, 1)
    with serving(state):
        state.redirects[f"/user-attachments/assets/{SECOND}"] = f"{state.url}/store/kedua"
        yield Desk(state, tmp_path, monkeypatch)


def answer_for(label: str, value: str) -> Callable[[dict], None]:
    """The same issue with another answer under a heading."""

    def change(issue: dict) -> None:
        head, mark, rest = issue["body"].replace("\r\n", "\n").partition(f"### {label}\n\n")
        assert mark
        _, following, tail = rest.partition("\n\n### ")
        issue["body"] = f"{head}{mark}{value}{following}{tail}"

    return change


def by(login: str) -> Callable[[dict], None]:
    return lambda issue: issue["user"].update(login=login, id=7)


def test_the_news_of_an_officer_becomes_a_proposal_in_the_normal_form(desk):
    between = desk.run("opened-berita.json")
    text = desk.show(f"{FOLDER}/index.md")
    place = place_of(f"{FOLDER}/index.md".removeprefix("content/"))
    (pull,) = desk.state.pulls

    assert text == WRITTEN
    assert normal_form("x", place, text.encode()) == text.encode()
    assert desk.changed() == [
        f"{FOLDER}/{n}" for n in ("index.md", f"{PHOTO}-1.jpg", f"{PHOTO}-2.jpg")
    ]
    assert commits(desk.state.repository, f"main..{BRANCH}") == [
        "Petugas Contoh Dinkes|90112233+petugas-dinkes@users.noreply.github.com"
        "|berita: Puskesmas Masamba layani imunisasi campak 42 anak (dinkes)"
    ]
    assert pull["base"] == "main"
    assert pull["body"].endswith("Closes #12")
    assert [(s["sha"], s["state"], s["context"]) for s in desk.state.statuses] == [
        (desk.state.tip(BRANCH), "success", "Periksa usulan")
    ]
    assert "menjadi usulan #100. Belum terbit" in desk.answer
    assert "Pengirim tercatat sebagai petugas humas Dinas Kesehatan." in desk.answer
    assert "lampiran ke-3: dokumen, bukan foto" in desk.answer
    assert "actions/runs/7" in desk.answer
    assert sorted(f.name for f in (between.parent / "pratinjau").iterdir()) == [
        "berita-dinkes-2026-10-puskesmas-masamba-layani-imunisasi-campak-42-anak.html",
        "index.html",
    ]


def test_photos_stand_upright_without_a_place_and_without_a_name(desk):
    desk.run("opened-berita.json")
    clone = desk.folder / "lihat"
    run_git(desk.folder, "clone", "-q", "-b", BRANCH, str(desk.state.repository), str(clone))
    data = (clone / FOLDER / f"{PHOTO}-2.jpg").read_bytes()
    with Image.open(io.BytesIO(data)) as image:
        size, exif = image.size, dict(image.getexif())

    assert size == (1200, 1600)
    assert exif == {}
    assert b"Rahasia" not in data
    assert b"rahasia" not in data


def test_an_edit_renews_the_same_branch_and_pull_request_and_answer(desk):
    desk.run("opened-berita.json", by("Petugas-Dinkes"))  # GitHub sees no capitals
    desk.run("opened-berita.json")  # the same again changes nothing
    assert {s["state"] for s in desk.state.statuses} == {"success"}
    first = desk.state.tip(BRANCH)
    desk.run("edited-berita.json")
    new = FOLDER.replace("42", "45")

    assert len(commits(desk.state.repository, f"main..{BRANCH}")) == 2
    assert run_git(desk.state.repository, "merge-base", first, BRANCH).strip() == first
    assert {path.rpartition("/")[0] for path in desk.changed()} == {new}
    assert [(p["number"], p["title"]) for p in desk.state.pulls] == [
        (100, "berita: Puskesmas Masamba layani imunisasi campak 45 anak (dinkes)")
    ]
    assert "Usulan #100 sudah diperbarui." in desk.answer


def test_what_humas_has_edited_is_not_written_over(desk):
    desk.run("opened-berita.json")
    clone = desk.folder / "humas"
    run_git(desk.folder, "clone", "-q", "-b", BRANCH, str(desk.state.repository), str(clone))
    (clone / FOLDER / "index.md").write_text(WRITTEN.replace("42 anak", "44 anak"))
    commit_all(clone)
    run_git(clone, "push", "-q", "origin", BRANCH)
    tip = desk.state.tip(BRANCH)
    desk.run("edited-berita.json")

    assert desk.state.tip(BRANCH) == tip
    assert "Humas sudah menyunting usulannya" in desk.answer


def test_a_closed_issue_takes_its_branch_with_it(desk):
    desk.run("opened-berita.json")
    desk.run("closed-berita.json")
    desk.run("closed-berita.json")  # twice is no error

    assert desk.state.branches() == ["main"]
    assert desk.state.open_pulls() == []


def test_an_activity_becomes_a_proposal(desk):
    desk.run("opened-agenda.json")
    branch = "usul/isu/kiriman-13"
    path = "content/agenda/dinkes/2026/10/27-pemeriksaan-gizi-balita-di-posyandu-mawar.md"

    assert desk.changed(branch) == [path]
    assert desk.show(path, branch) == EVENT


def test_who_is_no_officer_of_the_agency_is_named_so_and_the_gate_is_red(desk):
    desk.run("opened-berita.json", by("petugas-dishub"))

    assert "**Humas perlu memeriksa pengirimnya:**" in desk.answer
    assert "U803" in desk.answer or "U801" in desk.answer
    assert [s["state"] for s in desk.state.statuses] == ["failure"]
    assert len(desk.state.open_pulls()) == 1
    assert "penulis:" not in desk.show(f"{FOLDER}/index.md")


def test_what_cannot_be_read_is_answered_and_nothing_is_made(desk):
    desk.run("opened-berita.json", answer_for("Tanggal", "kemarin sore"))

    assert desk.state.branches() == ["main"]
    assert desk.state.pulls == []
    assert "Tanggal “kemarin sore” tidak terbaca; tulis seperti 24 November 2026" in desk.answer

    desk.run("edited-berita.json")
    assert len(desk.state.open_pulls()) == 1
    assert "menjadi usulan #100" in desk.answer


def test_a_choice_that_the_form_does_not_have_is_refused(desk):
    desk.run("opened-berita.json", answer_for("Rubrik", "Politik (../../x), Kesehatan (kesehatan)"))

    assert desk.state.pulls == []
    assert "tidak ada dalam pilihan formulir" in desk.answer


def test_personal_data_never_enters_the_history(desk):
    story = "MASAMBA — Bantuan untuk Siti, NIK 7322014107850001, Senin (12/10/2026)."
    between = desk.run("opened-berita.json", answer_for("Naskah berita", story))
    kept = [f.read_bytes() for f in between.parent.rglob("*") if f.is_file()]

    assert desk.state.branches() == ["main"]
    assert "tidak disimpan" in desk.answer
    assert "7322014107850001" not in desk.answer
    assert [data for data in kept if b"7322014107850001" in data] == []


def test_words_of_a_stranger_are_text_in_the_file_and_command_nobody(desk):
    touched = desk.folder / "tersentuh"
    story = f"MASAMBA — $(touch {touched}) `touch {touched}` ${{{{ github.token }}}} {{{{ 7*7 }}}}"

    def change(issue: dict) -> None:
        answer_for("Judul berita", "Warga @humas fixes #1 [skip ci] $(id)")(issue)
        answer_for("Naskah berita", f"{story}\n\n---\nstatus: batal\n---")(issue)

    desk.run("opened-berita.json", change)
    path = next(path for path in desk.changed() if path.endswith("index.md"))
    (subject,) = commits(desk.state.repository, f"main..{BRANCH}")

    assert not touched.exists()
    assert f"\n---\n\n{story}\n\n---\nstatus: batal\n---\n" in desk.show(path)
    assert "/warga-humas-fixes-1-skip-ci-id/" in path
    assert not re.search(r"@\w|#\d|\[skip", subject.rpartition("|")[2])
    assert not re.search(r"@\w|#\d|\[skip", desk.state.pulls[0]["title"])
    assert TOKEN not in desk.show(path) + desk.answer


def test_a_private_repository_gives_signed_addresses(desk):
    desk.state.private = True
    desk.state.html = signed(desk.state, FIRST)
    desk.run("opened-berita.json")

    assert f"{FOLDER}/{PHOTO}-1.jpg" in desk.changed()
    assert f"{FOLDER}/{PHOTO}-2.jpg" not in desk.changed()
    assert "lampiran ke-1: tidak dapat diambil (404)" in desk.answer


def test_where_actions_may_open_no_pull_requests_the_branch_is_named(desk):
    desk.state.may_open_pulls = False
    desk.run("opened-berita.json")

    assert BRANCH in desk.state.branches()
    assert f"Isinya sudah ada di cabang `{BRANCH}`" in desk.answer


def test_only_the_comment_of_the_workflow_itself_is_written_anew(desk):
    desk.state.put_comment("orang-asing", "<!-- kiriman -->\n\nPalsu")
    for number in range(120):
        desk.state.put_comment("orang-lain", f"Komentar {number}")
    desk.state.put_comment(BOT, "<!-- kiriman -->\n\nJawaban lama")
    desk.run("opened-berita.json")

    assert desk.state.comments[0]["body"] == "<!-- kiriman -->\n\nPalsu"
    assert desk.answer.startswith("<!-- kiriman -->\n\nTerima kasih.")


def test_previews_of_closed_proposals_are_removed_and_nothing_else(desk):
    desk.state.artifacts = {1: "pratinjau-12", 2: "pratinjau-13", 3: "situs", 4: "pratinjau-x1"}
    desk.state.open_issues = {13}

    assert main(["kiriman", "buang"]) == 0
    assert sorted(desk.state.artifacts) == [2, 3, 4]


def test_every_other_issue_is_left_alone(desk):
    desk.run(
        "opened-berita.json", lambda issue: issue.update(body="### Judul berita\n\nfoto rusak")
    )
    desk.run("opened-berita.json", lambda issue: issue.update(body=None))

    assert desk.state.asked == []
    assert desk.state.branches() == ["main"]


def test_the_forms_are_those_that_the_records_give():
    assert write_forms(["--check"]) == 0
