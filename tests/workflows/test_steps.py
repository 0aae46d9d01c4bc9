"""Every `run:` step of the workflows, really run in clean clones as GitHub would."""

import re
import secrets
import shutil
from pathlib import Path
from typing import NamedTuple

import pytest

from plugins.publishing import manifest
from tests.agenda.forge import Forge
from tests.conftest import ROOT, commit_all, copy_content, run_git
from tests.intake.github import TOKEN as GITHUB_TOKEN
from tests.intake.github import GitHubState, serving
from tests.site.hubs import write_post
from tests.workflows.actions import Runner, Step, steps

pytestmark = pytest.mark.xdist_group("workflows")

PAYLOADS = ROOT / "tests/intake/payloads"
TOKEN = secrets.token_hex(20)  # drawn, because the clones hold the text of this file


@pytest.fixture(scope="module")
def forge(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A bare repository: the last commit of ours, begun by Humas with content of its own."""
    folder = tmp_path_factory.mktemp("github")
    work = folder / "humas"
    run_git(folder, "clone", "-q", "--no-local", str(ROOT), str(work))
    run_git(work, "checkout", "-q", "-B", "main")
    settings = work / "pelicanconf.py"
    settings.write_text(settings.read_text().replace("CONTOH = True", "CONTOH = False"))
    shutil.rmtree(work / "content")
    copy_content(work / "content")
    commit_all(work, "isi: mulai")
    run_git(folder, "clone", "-q", "--bare", str(work), str(folder / "kabar.git"))
    return folder / "kabar.git"


def checkout(forge: Path, folder: Path, ref: str) -> Path:
    """What actions/checkout leaves with persist-credentials off."""
    run_git(forge, "clone", "-q", "--no-local", str(forge), str(folder))
    run_git(folder, "checkout", "-q", "--detach", ref)
    return folder


def step_of(file: str, run: str) -> Step:
    (found,) = (step for step in steps() if step.file == file and step.run.startswith(run))
    return found


def test_the_tests_below_run_every_step():
    told = [(step.file, step.run) for step in steps() if step.run]

    assert [(file, re.sub(r" .*? (?=periksa)| REPOSITORY.*", " ", run).strip())
            for file, run in told] == [
        ("kiriman.yml", "make kiriman LANGKAH=susun"),
        ("kiriman.yml", "make kiriman LANGKAH=kirim"),
        ("kiriman.yml", "make kiriman LANGKAH=tutup"),
        ("pengingat.yml", "make pengingat SETTINGS=publishconf.py COMMIT=HEAD KE=pengingat"),
        ("pengingat.yml", "make isu DARI=pengingat"),
        ("periksa.yml", "make periksa"),
        ("periksa.yml", "make -C gerbang pratinjau"),
        ("terbit.yml", "make publish"),
        ("terbit.yml", "make tell"),
        ("terbit.yml", "make pages"),
        ("terbit.yml", "make kiriman LANGKAH=buang"),
    ]  # fmt: skip


class PullRequest:
    """A branch of an officer on the forge, and the check that GitHub would run on it."""

    def __init__(self, forge: Path, folder: Path) -> None:
        self.forge = forge
        self.work = checkout(forge, folder / "petugas", "main")
        self.workspace = folder / "ruang"
        self.workspace.mkdir()

    def check(self, login: str = "petugas-dinkes"):
        return self._run("make -C gerbang periksa", login)

    def preview(self):
        return self._run("make -C gerbang pratinjau", "petugas-dinkes")

    def _run(self, step: str, login: str):
        base = run_git(self.forge, "rev-parse", "main").strip()
        head = commit_all(self.work)
        run_git(self.work, "push", "-q", "-f", "origin", f"{head}:refs/heads/usulan")
        checkout(self.forge, self.workspace / "gerbang", base)
        checkout(self.forge, self.workspace / "usulan", head)
        context = {
            "github.event.pull_request.base.sha": base,
            "github.event.pull_request.head.sha": head,
            "github.event.pull_request.user.login": login,
            "vars.SITEURL": "https://kabar.example",
        }
        return Runner(self.workspace, context).run(step_of("periksa.yml", step))


@pytest.fixture
def pull_request(forge: Path, tmp_path: Path) -> PullRequest:
    return PullRequest(forge, tmp_path)


def test_a_good_proposal_passes(pull_request):
    write_post(pull_request.work, "dinkes", "baik", "Berita baik")
    done = pull_request.check()

    assert done.returncode == 0, done.stdout + done.stderr
    assert "::error" not in done.stdout


def test_a_faulty_proposal_fails_with_annotations_on_its_lines_and_a_page_of_steps(pull_request):
    file = write_post(pull_request.work, "dinkes", "salah", "Salah", tanggal="17 Mei 26")
    done = pull_request.check()
    path = file.relative_to(pull_request.work)
    page = (pull_request.workspace.parent / "ruang-ringkasan.md").read_text(encoding="utf-8")

    assert done.returncode != 0
    assert f"::error file={path},line=3,col=10,title=W201::" in done.stdout
    assert " Aturan: https://kabar.example/panduan/aturan/w201/\n" in done.stdout
    assert page.startswith("## Pemeriksaan\n\n1 galat")
    assert "**[W201](https://kabar.example/panduan/aturan/w201/)**" in page
    assert "\n### Yang perlu dilakukan\n\n1. Perbaiki content/berita/dinkes/" in page


def test_a_proposal_is_shown_by_the_code_and_theme_of_the_base(pull_request):
    write_post(pull_request.work, "dinkes", "baik", "Berita baik")
    (pull_request.work / "theme/templates/article.html").write_text("JAHAT")
    done = pull_request.preview()
    pages = {file.name: file.read_text() for file in pull_request.workspace.glob("pratinjau/*")}

    assert done.returncode == 0, done.stdout + done.stderr
    assert len(pages) == 2
    assert [name for name, page in pages.items() if "PRATINJAU, belum terbit." not in page] == []
    assert "JAHAT" not in "".join(pages.values())


def test_a_proposal_cannot_change_its_own_checker(pull_request):
    work = pull_request.work
    write_post(work, "dinkes", "salah", "Salah", tanggal="17 Mei 26")
    (work / "plugins/checks/gate.py").write_text("raise SystemExit(0)\n")
    (work / "plugins/checks/__main__.py").write_text("raise SystemExit(0)\n")
    (work / "Makefile").write_text("periksa:\n\ttrue\n")
    (work / "pelicanconf.py").write_text("raise SystemExit(0)\n")
    done = pull_request.check()

    assert done.returncode != 0
    assert ",title=W201::" in done.stdout
    assert "::error file=plugins/checks/gate.py,line=1,col=1,title=U802::" in done.stdout


def test_a_stranger_is_told_so(pull_request):
    write_post(pull_request.work, "dinkes", "asing", "Asing")
    done = pull_request.check(login="orang-asing")

    assert done.returncode != 0
    assert ",title=U803::" in done.stdout


def test_a_title_cannot_give_commands_to_the_runner(pull_request):
    title = "'a%0A::set-env name=PATH::x' # ::warning::"
    write_post(pull_request.work, "dinkes", "perintah", title, rubrik="'::stop-commands::x'")
    done = pull_request.check()
    rows = [row for row in done.stdout.splitlines() if row.startswith("::")]

    assert done.returncode != 0
    assert [
        row for row in rows if not re.match("::(error|warning|notice) file=content/", row)
    ] == []


def deploy(forge: Path, folder: Path) -> tuple[Path, str]:
    """Both jobs of terbit.yml; returns the site that was handed over, and what was said."""
    folder.mkdir()
    context = {
        "vars.SITEURL": "https://kabar.example",
        "github.token": TOKEN,
    }
    building = Runner(checkout(forge, folder / "bangun", "main"), context)
    built = building.run(step_of("terbit.yml", "make publish"))
    told = building.run(step_of("terbit.yml", "make tell"))
    assert (built.returncode, told.returncode) == (0, 0), built.stdout + built.stderr + told.stdout
    pushing = Runner(checkout(forge, folder / "sebar", "main"), context)
    hand_over(folder / "bangun", folder / "sebar")
    pushed = pushing.run(step_of("terbit.yml", "make pages"))
    assert pushed.returncode == 0, pushed.stdout + pushed.stderr
    return folder / "sebar/output", pushed.stdout


def hand_over(source: Path, target: Path, name: str = "situs") -> None:
    """What upload-artifact and download-artifact do, hidden files left out unless asked for."""
    given = [(step.uses.split("@")[0], step.given) for step in steps()]
    (upload,) = (w for u, w in given if u.endswith("/upload-artifact") and w["name"] == name)
    (download,) = (w for u, w in given if u.endswith("/download-artifact") and w["name"] == name)
    hidden = None if upload.get("include-hidden-files") else shutil.ignore_patterns(".*")

    shutil.copytree(source / upload["path"], target / download["path"], ignore=hidden)


class Published(NamedTuple):
    folder: Path
    output: Path
    said: str
    commit: str  # of gh-pages


@pytest.fixture(scope="module")
def published(forge: Path, tmp_path_factory: pytest.TempPathFactory) -> Published:
    """A merge that was published once."""
    folder = tmp_path_factory.mktemp("terbit")
    output, said = deploy(forge, folder / "satu")
    return Published(folder, output, said, run_git(forge, "rev-parse", "gh-pages"))


def test_a_merge_is_built_handed_over_and_pushed(forge, published):
    main = run_git(forge, "rev-parse", "main").strip()
    deployed = manifest.decode(run_git(forge, "show", "gh-pages:manifes.json").encode())
    files = run_git(forge, "ls-tree", "-r", "--name-only", "gh-pages").split()

    assert f"Terbit di cabang gh-pages: sumber {main[:12]}" in published.said
    assert deployed.commit == main
    assert {".nojekyll", "index.html", "feed.atom"} <= set(files)
    assert set(deployed.files) <= set(files)
    assert "https://kabar.example/" in (published.output / "feed.atom").read_text()


def test_the_token_is_in_no_file_and_no_output(forge, published):
    every = [p for p in published.folder.rglob("*") if p.is_file()]
    files = [p for p in every if TOKEN.encode() in p.read_bytes()]

    assert TOKEN not in published.said
    assert len(every) > 500
    assert files == []
    assert run_git(forge, "log", "--oneline", "-S", TOKEN, "gh-pages") == ""
    assert run_git(forge, "log", "--oneline", "-S", "<html", "gh-pages") != ""


def test_a_second_run_without_a_change_publishes_nothing_anew(forge, published, tmp_path):
    _, said = deploy(forge, tmp_path / "dua")

    assert "Sudah tayang; tidak ada yang berubah." in said
    assert run_git(forge, "rev-parse", "gh-pages") == published.commit


def test_an_issue_is_read_handed_over_proposed_and_withdrawn(forge, tmp_path):
    state = GitHubState(forge)
    context = {
        "vars.SITEURL": "https://kabar.example", "github.token": GITHUB_TOKEN,
        "github.server_url": "https://github.com", "github.repository": "humas/kabar",
        "github.run_id": "7",
    }  # fmt: skip
    event = PAYLOADS / "opened-agenda.json"
    with serving(state):
        given = {
            "GITHUB_EVENT_PATH": str(event), "GITHUB_REPOSITORY": "humas/kabar",
            "GITHUB_API_URL": f"{state.url}/api", "GITHUB_OUTPUT": str(tmp_path / "keluaran"),
        }  # fmt: skip
        reading = Runner(checkout(forge, tmp_path / "susun", "main"), context, given)
        read = reading.run(step_of("kiriman.yml", "make kiriman LANGKAH=susun"))
        assert read.returncode == 0, read.stdout + read.stderr
        sending = Runner(checkout(forge, tmp_path / "kirim", "main"), context, given)
        hand_over(tmp_path / "susun", tmp_path / "kirim", "kiriman")
        sent = sending.run(step_of("kiriman.yml", "make kiriman LANGKAH=kirim"))
        assert sent.returncode == 0, sent.stdout + sent.stderr
        assert [pull["head"]["ref"] for pull in state.open_pulls()] == ["usul/isu/kiriman-13"]
        assert "humas/kabar/actions/runs/7" in state.comments[0]["body"]
        state.artifacts = {1: "pratinjau-13", 2: "pratinjau-14"}
        state.open_issues = {13}
        closed = sending.run(step_of("kiriman.yml", "make kiriman LANGKAH=tutup"))
        swept = sending.run(step_of("terbit.yml", "make kiriman LANGKAH=buang"))

    assert (closed.returncode, swept.returncode) == (0, 0), closed.stderr + swept.stderr
    assert state.open_pulls() == []
    assert "usul/isu/kiriman-13" not in state.branches()
    assert state.artifacts == {1: "pratinjau-13"}
    assert (tmp_path / "keluaran").read_text() == "ada=ya\n"


def test_each_morning_reminders_are_made_and_handed_over_to_issues(forge, tmp_path):
    context = {
        "vars.SITEURL": "https://kabar.example", "github.token": TOKEN,
        "github.repository": "humas/kabar",
    }  # fmt: skip
    making = Runner(checkout(forge, tmp_path / "susun", "main"), context)
    made = making.run(step_of("pengingat.yml", "make pengingat"))
    assert made.returncode == 0, made.stdout + made.stderr
    hub = Forge(tmp_path / "forge")
    hub.put({"number": 1, "title": "Pengingat liputan: Lama", "body": "", "state": "open"})
    telling = Runner(checkout(forge, tmp_path / "kabari", "main"), context, hub.environment)
    hand_over(tmp_path / "susun", tmp_path / "kabari", "pengingat")
    told = telling.run(step_of("pengingat.yml", "make isu"))

    assert told.returncode == 0, told.stdout + told.stderr
    assert "Pengingat liputan: Lama" not in hub.open_titles()
    assert hub.open_titles() == ["Pengingat liputan: Dishub"]
    assert "   https://kabar.example/tulis/?kegiatan=dishub/" in hub.issues[1]["body"]
    assert TOKEN not in told.stdout + told.stderr
