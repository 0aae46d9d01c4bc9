"""Several photos of a post in a real browser, fetched from a second static host."""

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple
from urllib.parse import urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from plugins.photos.media import copy_photos
from tests.conftest import copy_project, pelican, phone_photo
from tests.site.browsing import chromium, served
from tests.site.hubs import wait

pytestmark = pytest.mark.xdist_group("elsewhere")  # one browser and one build

ARTICLE = "/berita/dinkes/2026/10/imunisasi-campak/"
MORE = ("antre.jpg", "timbang.jpg", "pulang.jpg")


class Hosts(NamedTuple):
    site: str  # addresses
    media: str
    folder: Path  # of the media host


@pytest.fixture(scope="module")
def hosts(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Hosts]:
    """The site without its photos, and another host that has only those."""
    folder = tmp_path_factory.mktemp("dua-tuan-rumah")
    project, media = copy_project(folder / "proyek"), folder / "media" / "kabar"
    post = project / "content" / ARTICLE.strip("/") / "index.md"
    listed = "".join(
        f"  - berkas: {name}\n    alt: Warga pada foto {name}\n    keterangan: Warga antre.\n"
        for name in MORE
    )
    post.write_text(
        post.read_text().replace("foto:\n", f"foto:\n{listed}").replace("![](posyandu.jpg)\n", "")
    )
    for number, name in enumerate(MORE):
        (post.parent / name).write_bytes(phone_photo(1500 + number, 1000, orientation=1))
    media.mkdir(parents=True)
    with served(folder / "media") as address:
        done = pelican(project, NOW="2026-10-20 09:00", MEDIA_URL=f"{address}/kabar")
        assert done.returncode == 0, done.stdout + done.stderr
        copy_photos(project / "output", media)
        shutil.rmtree(project / "output" / "foto")
        with served(project / "output") as site:
            yield Hosts(site, address, media)


@pytest.fixture(scope="module")
def page() -> Iterator[Page]:
    with chromium() as browser:
        context = browser.new_context(
            viewport={"width": 360, "height": 740}, device_scale_factor=3, reduced_motion="reduce"
        )
        yield context.new_page()
        context.close()


def test_every_photo_comes_from_there_and_nothing_else_does(page, hosts):
    asked: list[str] = []
    complaints: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: complaints.append(message.text))
    for path in ("/", ARTICLE):
        page.goto(hosts.site + path)
        for image in page.locator("img").all():
            image.scroll_into_view_if_needed()
            image.evaluate("i => i.decode()")
            assert image.evaluate("i => i.naturalWidth") > 0
    photos = [url for url in asked if url.startswith(hosts.media)]

    assert {urlsplit(url).path.split("/")[2] for url in photos} == {"foto"}
    assert len(photos) >= 4
    assert [url for url in asked if not url.startswith((hosts.media, hosts.site))] == []
    assert [url for url in asked if url.startswith(hosts.site) and "/foto/" in url] == []
    assert complaints == []


def test_a_phone_fetches_the_width_of_a_phone(page, hosts):
    page.goto(hosts.site + ARTICLE)
    shown = page.locator("img").first.evaluate("i => i.decode().then(() => i.currentSrc)")

    assert shown.endswith("-672.webp")


def test_the_gallery_moves_with_the_keys_and_the_page_does_not(page, hosts):
    page.goto(hosts.site + ARTICLE)
    gallery = page.get_by_role("region", name="Galeri, 3 foto")
    gallery.focus()
    page.keyboard.press("ArrowRight")
    distance = (
        "Math.abs(document.querySelectorAll('.gallery__item')[1].getBoundingClientRect().left"
        " - document.querySelector('.gallery').getBoundingClientRect().left)"
    )
    wait(lambda: page.evaluate(distance) < 3)  # the second photo snaps to the left edge

    assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0


def test_a_gallery_passes_axe(page, hosts):
    page.goto(hosts.site + ARTICLE)

    assert Axe().run(page).response["violations"] == []
