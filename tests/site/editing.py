"""A site with the editor /redaksi/ before a forge, and what an officer does in it."""

import io
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import NamedTuple

from PIL import Image
from playwright.sync_api import Browser, BrowserContext, Locator, Page

from tests.conftest import ROOT, commit_all, pelican, run_git
from tests.forges.github import github_over
from tests.forges.repository import OFFICER, REPOSITORY, Forge, Pull
from tests.site.browsing import served

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


class Stage(NamedTuple):
    """A site with the editor, and the forge it writes to."""

    project: Path
    forge: Forge
    site: str
    now: str

    @property
    def address(self) -> str:
        return f"{self.site}/redaksi/"

    def build(self) -> None:
        done = pelican(self.project, "-o", "situs/kabar", NOW=self.now)
        assert done.returncode == 0, done.stdout + done.stderr


@contextmanager
def staged(
    project: Path, now: str, kind: str = "github",
    over: Callable[[Path], AbstractContextManager[Forge]] = github_over,
) -> Iterator[Stage]:  # fmt: skip
    """*project* is committed as it is, and served below /kabar."""
    assert (PACKAGE / "node_modules").exists(), "the editor is missing; run: make redaksi"
    run_git(project, "init", "-q", "-b", "main")
    commit_all(project, "awal")
    bare = project.parent / "jauh.git"
    run_git(project, "clone", "-q", "--bare", str(project), str(bare))
    with over(bare) as forge:
        conf = project / "pelicanconf.py"
        text = conf.read_text(encoding="utf-8").replace('FORGE = ""', f'FORGE = "{kind}"')
        text = text.replace('FORGE_URL = ""', f'FORGE_URL = "{forge.url}/{REPOSITORY}"')
        text = text.replace('EDITOR = ""', f'EDITOR = "{PACKAGE}"')
        conf.write_text(text.replace('SITEURL = ""', 'SITEURL = "https://uji.test/kabar"'))
        with served(project / "situs") as found:
            stage = Stage(project, forge, f"{found}/kabar", now)
            stage.build()
            yield stage


@contextmanager
def cheap_phone(browser: Browser) -> Iterator[BrowserContext]:
    context = browser.new_context(
        viewport={"width": 360, "height": 740}, has_touch=True, is_mobile=True, locale="id-ID",
        reduced_motion="reduce", timezone_id="Asia/Jakarta", service_workers="block",
    )  # fmt: skip
    context.set_default_timeout(10_000)
    yield context
    context.close()


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


def signed_in(page: Page, address: str) -> Page:
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


def box(page: Page, key: str) -> Locator:
    return field(page, key).get_by_role("textbox")


def write(page: Page, key: str, text: str) -> None:
    box(page, key).fill(text)


def write_post(page: Page) -> None:
    page.get_by_text("Berita 2026", exact=True).tap()
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
    page.wait_for_timeout(600)  # the editor takes over what was typed a moment later
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


def made_ready(page: Page, pull: Pull) -> None:
    """From the draft to what Humas may merge; nothing on the way offers to publish."""
    page.get_by_role("button", name="Kirim untuk diperiksa").tap()
    in_state(page, pull, "pending_review")
    page.get_by_text("Senam lansia: ").tap()  # the editor has gone back to its list
    page.get_by_role("button").filter(has_text="Diperiksa").tap()
    assert page.get_by_text("Terbitkan").count() + page.get_by_text("Publish").count() == 0
    page.wait_for_timeout(600)  # the menu slides in, and a tap on its way hits nothing
    page.get_by_role("menuitemradio").filter(has_text="Siap").tap()
    in_state(page, pull, "pending_publish")


def gate(stage: Stage, branch: str) -> subprocess.CompletedProcess[str]:
    """As the forge runs it on a pull request: the code of main, the commits of the branch."""
    command = [sys.executable, "-m", "plugins.checks", "--repository", str(stage.forge.repository)]
    return subprocess.run(
        [*command, "--base", "main", "--head", branch],
        cwd=stage.project, capture_output=True, text=True, check=False,
    )  # fmt: skip
