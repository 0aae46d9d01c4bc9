"""The editor /redaksi/ in a real browser: from a phone to the page that readers see.

A cheap phone with touch, the pinned package as `make redaksi` brings it, and GitHub's API over
a real repository (forge.py). Needs npm once, so it is part of `make audit`.
"""

import io
import json
import subprocess
import sys
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple
from urllib.parse import urlsplit

import pytest
import yaml
from PIL import Image
from playwright.sync_api import Browser, BrowserContext, Locator, Page, expect

from tests.conftest import ROOT, commit_all, copy_project, pelican, run_git
from tests.site.browsing import chromium, served
from tests.site.forge import HUMAS, OFFICER, REPOSITORY, Forge, Pull, forge_over

PACKAGE = ROOT / "deploy" / "redaksi"
NOW = "2026-10-20 09:00"
SLUG = "senam-lansia-sehat-digelar-di-masamba"
FOLDER = f"content/berita/dinkes/2026/10/{SLUG}"
POST = """\
---
judul: 'Senam lansia: "sehat" digelar di Masamba'
tanggal: 2026-10-19 15:30
rubrik: kesehatan
ringkasan: Senam lansia digelar di alun-alun Masamba.
penulis: Petugas Contoh Dinkes
kecamatan:
  - masamba
foto:
  - berkas: img-2026.webp
    alt: Lansia senam di alun-alun
    keterangan: Lansia senam di alun-alun Masamba.
---

MASAMBA — Dinas Kesehatan menggelar senam lansia di alun-alun Masamba, Senin (19/10/2026).

“Semua peserta sehat,” kata Kepala Dinas Kesehatan.
"""
pytestmark = [pytest.mark.audit, pytest.mark.xdist_group("editor")]


class Stage(NamedTuple):
    """A site with the editor, and the forge it writes to."""

    project: Path
    forge: Forge
    address: str  # of the editor


@pytest.fixture(scope="module")
def stage(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Stage]:
    assert (PACKAGE / "node_modules").exists(), "the editor is missing; run: make redaksi"
    folder = tmp_path_factory.mktemp("redaksi")
    project = copy_project(folder / "proyek")
    waiting = project / "content/agenda/dinkes/2026/10/18-donor-darah.md"
    waiting.write_text("---\nacara: Donor darah\ntanggal: 2026-10-18\n---\n", encoding="utf-8")
    run_git(project, "init", "-q", "-b", "main")
    commit_all(project, "awal")
    bare = folder / "jauh.git"
    run_git(folder, "clone", "-q", "--bare", str(project), str(bare))
    with forge_over(bare) as forge:
        conf = project / "pelicanconf.py"
        text = conf.read_text(encoding="utf-8").replace('FORGE = ""', 'FORGE = "github"')
        text = text.replace('FORGE_URL = ""', f'FORGE_URL = "{forge.url}/{REPOSITORY}"')
        text = text.replace('EDITOR = ""', f'EDITOR = "{PACKAGE}"')
        conf.write_text(text.replace('SITEURL = ""', 'SITEURL = "https://uji.test/kabar"'))
        build(project)
        with served(project / "situs") as found:
            yield Stage(project, forge, f"{found}/kabar/redaksi/")


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with chromium() as running:
        yield running


@pytest.fixture
def phone(browser: Browser) -> Iterator[BrowserContext]:
    context = browser.new_context(
        viewport={"width": 360, "height": 740}, has_touch=True, is_mobile=True, locale="id-ID",
        reduced_motion="reduce", timezone_id="Asia/Jakarta", service_workers="block",
    )  # fmt: skip
    context.set_default_timeout(10_000)
    yield context
    context.close()


def build(project: Path) -> None:
    done = pelican(project, "-o", "situs/kabar", NOW=NOW)
    assert done.returncode == 0, done.stdout + done.stderr


def large_photo() -> bytes:
    """Four megabytes as a phone makes them: lying on its side, with a place in its EXIF."""
    image = Image.effect_noise((4000, 3000), 60).convert("RGB")
    image.paste((200, 30, 30), (0, 0, 1000, 750))  # tells which way is up
    exif = Image.Exif()
    exif[274], exif[315] = 6, "Pemotret Rahasia"
    exif.get_ifd(34853).update({1: "S", 2: (2.0, 33.0, 0.0), 3: "E", 4: (120.0, 19.0, 0.0)})
    buffer = io.BytesIO()
    image.save(buffer, "JPEG", quality=60, exif=exif)
    return buffer.getvalue()


def signed_in(phone: BrowserContext, address: str) -> Page:
    page = phone.new_page()
    page.goto(address)
    page.get_by_label("Perangkat daerah").select_option("dinkes")
    page.get_by_role("button", name="Buka").tap()
    page.get_by_role("button", name="Masuk dengan token").tap()
    page.get_by_role("textbox").fill(OFFICER)
    page.get_by_role("button", name="Masuk", exact=True).tap()
    page.get_by_text("Berita 2026").wait_for()
    return page


def field(page: Page, key: str) -> Locator:
    """The editor makes a field when it comes near the screen."""
    found = page.locator(f'section.field[data-key-path="{key}"]')
    for _ in range(40):
        if found.count():
            break
        page.locator("section.field").last.scroll_into_view_if_needed()
        page.wait_for_timeout(50)
    return found


def write(page: Page, key: str, text: str) -> None:
    field(page, key).get_by_role("textbox").fill(text)


def write_post(page: Page) -> None:
    page.get_by_text("Berita 2026").tap()
    page.get_by_role("button", name="Tulis baru").tap()
    write(page, "judul", 'Senam lansia: "sehat" digelar di Masamba')
    field(page, "tanggal").locator("input").fill("2026-10-19T15:30")
    field(page, "rubrik").get_by_text("Kesehatan").tap()
    write(page, "ringkasan", "Senam lansia digelar di alun-alun Masamba.")
    field(page, "kecamatan").get_by_text("Masamba").tap()
    field(page, "foto").get_by_role("button", name="Tambah").tap()
    photo = {"name": "IMG 2026.JPG", "mimeType": "image/jpeg", "buffer": large_photo()}
    assert len(photo["buffer"]) > 4_000_000
    field(page, "foto.0.berkas").locator("input[type=file]").first.set_input_files(photo)
    field(page, "foto.0.berkas").get_by_role("button", name="Ganti foto").wait_for()
    write(page, "foto.0.alt", "Lansia senam di alun-alun")
    write(page, "foto.0.keterangan", "Lansia senam di alun-alun Masamba.")
    field(page, "body").locator("[contenteditable=true]").tap()
    first, second = POST.split("---\n\n")[1].strip().split("\n\n")
    page.keyboard.type(first)
    page.keyboard.press("Enter")
    page.keyboard.type(second)


def saved(page: Page, forge: Forge, known: int) -> Pull:
    page.get_by_role("button", name="Simpan", exact=True).tap()
    for _ in range(200):
        if len(forge.pulls) > known and forge.pulls[-1].labels:
            return forge.pulls[-1]
        page.wait_for_timeout(100)
    raise AssertionError(page.inner_text("body"))


def in_state(page: Page, pull: Pull, label: str) -> None:
    for _ in range(100):
        if (pull.labels, pull.draft) == ([f"sveltia-cms/{label}"], False):
            return
        page.wait_for_timeout(100)
    raise AssertionError((pull.labels, page.inner_text("body")))


def gate(stage: Stage, branch: str) -> subprocess.CompletedProcess[str]:
    """As the forge runs it on a pull request: the code of main, the commits of the branch."""
    command = [sys.executable, "-m", "plugins.checks", "--repository", str(stage.forge.repository)]
    return subprocess.run(
        [*command, "--base", "main", "--head", branch],
        cwd=stage.project, capture_output=True, text=True, check=False,
    )  # fmt: skip


def merge(forge: Forge, pull: Pull, token: str) -> int:
    """The status that the merge button of the forge gets."""
    request = urllib.request.Request(
        f"{forge.url}/api/v3/repos/{REPOSITORY}/pulls/{pull.number}/merge",
        data=json.dumps({"merge_method": "merge"}).encode(),
        headers={"Authorization": f"token {token}"}, method="PUT",
    )  # fmt: skip
    try:
        with urllib.request.urlopen(request) as answer:
            return int(answer.status)
    except urllib.error.HTTPError as refused:
        return refused.code


def test_a_post_with_a_photo_goes_from_a_phone_to_its_page(stage, phone):
    forge, asked = stage.forge, set()
    phone.on("request", lambda request: asked.add(urlsplit(request.url).netloc))
    page = signed_in(phone, stage.address)
    write_post(page)
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    pull = saved(page, forge, 0)

    assert (pull.draft, pull.labels) == (True, ["sveltia-cms/draft"])
    assert forge.changed(pull.branch) == [f"{FOLDER}/img-2026.webp", f"{FOLDER}/index.md"]
    written = forge.git("show", f"{pull.branch}:{FOLDER}/index.md").decode()
    assert written == POST

    page.get_by_role("button", name="Kirim untuk diperiksa").tap()
    in_state(page, pull, "pending_review")
    page.get_by_text("Senam lansia: ").tap()  # the editor has gone back to its list
    page.get_by_role("button").filter(has_text="Diperiksa").tap()
    assert page.get_by_text("Terbitkan").count() + page.get_by_text("Publish").count() == 0
    page.wait_for_timeout(600)  # the menu slides in, and a tap on its way hits nothing
    page.get_by_role("menuitemradio").filter(has_text="Siap").tap()
    in_state(page, pull, "pending_publish")

    told = gate(stage, pull.branch)
    assert told.returncode == 0, told.stdout + told.stderr
    assert merge(forge, pull, OFFICER) == 405
    assert merge(forge, pull, HUMAS) == 200
    run_git(stage.project, "pull", "-q", "--ff-only", str(forge.repository), "main")
    build(stage.project)

    with Image.open(stage.project / FOLDER / "img-2026.webp") as source:
        notes = dict(source.getexif())
    assert (source.format, source.size, notes) == ("WEBP", (1536, 2048), {})
    address = stage.address.replace("/redaksi/", f"/berita/dinkes/2026/10/{SLUG}/")
    page.goto(address)
    shown = page.locator("main img").first
    expect(shown).to_have_js_property("complete", True)
    file = urlsplit(shown.evaluate("image => image.currentSrc")).path
    raw = (stage.project / "situs" / file.lstrip("/")).read_bytes()
    published = Image.open(io.BytesIO(raw)).convert("RGB")
    right, up = published.width - 8, 8
    assert published.height > published.width
    red, green, _ = published.getpixel((right, up))
    assert red > 150 and green < 90, "the corner that was painted is not where it belongs"
    assert not any(mark in raw for mark in (b"Exif", b"GPS", b"Rahasia"))
    assert asked - {""} <= {urlsplit(stage.address).netloc, urlsplit(forge.url).netloc}  # "": blob:
    assert forge.unknown == []


def test_what_humas_wrote_in_a_post_stays_when_an_officer_edits_it(stage, phone):
    forge, known = stage.forge, len(stage.forge.pulls)
    page = signed_in(phone, stage.address)
    page.get_by_text("Berita 2026").tap()
    page.get_by_text("Imunisasi campak menjangkau").first.tap()
    write(page, "judul", "Imunisasi campak menjangkau 41 balita di Masamba")
    assert field(page, "agenda").count()  # it offers what waits for news, not what this post names
    field(page, "body").get_by_text("Semua berjalan").first.wait_for()
    pull = saved(page, forge, known)
    path = "content/berita/dinkes/2026/10/imunisasi-campak/index.md"
    before = forge.git("show", f"main:{path}").decode()
    after = forge.git("show", f"{pull.branch}:{path}").decode()

    assert gate(stage, pull.branch).returncode == 0
    assert told_by(after) == told_by(before.replace("40 balita", "41 balita", 1))


def test_an_activity_is_one_file_named_by_its_day(stage, phone):
    forge, known = stage.forge, len(stage.forge.pulls)
    page = signed_in(phone, stage.address)
    page.get_by_text("Agenda 2026").tap()
    page.get_by_role("button", name="Tulis baru").tap()
    write(page, "acara", "Rapat kader posyandu")
    field(page, "tanggal").locator("input").fill("2026-10-27")
    field(page, "mulai").locator("input").fill("09:00")
    write(page, "tempat", "Aula Dinas Kesehatan")
    pull = saved(page, forge, known)
    path = "content/agenda/dinkes/2026/10/27-rapat-kader-posyandu.md"

    assert forge.changed(pull.branch) == [path]
    assert forge.git("show", f"{pull.branch}:{path}").decode() == (
        "---\nacara: Rapat kader posyandu\ntanggal: 2026-10-27\nmulai: 09:00\n"
        "tempat: Aula Dinas Kesehatan\n---\n"
    )
    told = gate(stage, pull.branch)
    assert told.returncode == 0, told.stdout + told.stderr


def told_by(text: str) -> tuple[dict[str, object], str]:
    """What the keys say, in any order and either form of list, and the body."""
    _, header, body = text.split("---\n", 2)
    return yaml.safe_load(header), body
