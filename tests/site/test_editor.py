"""The editor /redaksi/ in a real browser: from a phone to the page that readers see.

A cheap phone with touch, the pinned package as `make redaksi` brings it, and GitHub's API over
a real repository (tests/forges). Needs npm once, so it is part of `make audit`.
"""

import io
import json
import urllib.error
import urllib.request
from collections.abc import Iterator
from urllib.parse import urlsplit

import pytest
import yaml
from PIL import Image
from playwright.sync_api import Browser, BrowserContext, expect

from tests.conftest import copy_project, run_git
from tests.forges.repository import HUMAS, OFFICER, REPOSITORY, Forge, Pull
from tests.site.browsing import chromium
from tests.site.editing import (
    FOLDER,
    NOW,
    POST,
    SLUG,
    Stage,
    cheap_phone,
    field,
    gate,
    made_ready,
    saved,
    signed_in,
    staged,
    write,
    write_post,
)

pytestmark = [pytest.mark.audit, pytest.mark.xdist_group("editor")]


@pytest.fixture(scope="module")
def stage(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Stage]:
    project = copy_project(tmp_path_factory.mktemp("redaksi") / "proyek")
    waiting = project / "content/agenda/dinkes/2026/10/18-donor-darah.md"
    waiting.write_text("---\nacara: Donor darah\ntanggal: 2026-10-18\n---\n", encoding="utf-8")
    with staged(project, NOW) as found:
        yield found


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with chromium() as running:
        yield running


@pytest.fixture
def phone(browser: Browser) -> Iterator[BrowserContext]:
    with cheap_phone(browser) as context:
        yield context


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
    page = signed_in(phone.new_page(), stage.address)
    write_post(page)
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    pull = saved(page, forge, 0)

    assert (pull.draft, pull.labels) == (True, ["sveltia-cms/draft"])
    assert forge.changed(pull.branch) == [f"{FOLDER}/img-2026.webp", f"{FOLDER}/index.md"]
    written = forge.git("show", f"{pull.branch}:{FOLDER}/index.md").decode()
    assert written == POST

    made_ready(page, pull)

    told = gate(stage, pull.branch)
    assert told.returncode == 0, told.stdout + told.stderr
    assert merge(forge, pull, OFFICER) == 405
    assert merge(forge, pull, HUMAS) == 200
    run_git(stage.project, "pull", "-q", "--ff-only", str(forge.repository), "main")
    stage.build()

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
    page = signed_in(phone.new_page(), stage.address)
    page.get_by_text("Berita 2026", exact=True).tap()
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
    page = signed_in(phone.new_page(), stage.address)
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
