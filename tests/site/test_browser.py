"""The built site in a real browser: on a phone and a desktop, with scripts off."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

from tests.site.browsing import chromium, served

PAGES = {
    "home": "/",
    "article": "/berita/dinkes/2026/10/imunisasi-campak/",
    "article-without-photo": "/berita/dinkes/2026/09/senam-lansia/",
    "tombstone": "/berita/dishub/2026/09/terminal-ditata/",
    "agencies": "/perangkat-daerah/",
    "agency": "/perangkat-daerah/dinkes/",
    "agency-without-posts": "/perangkat-daerah/diskominfo-sp/",
    "agency-month": "/perangkat-daerah/dinkes/2026/10/",
    "category": "/rubrik/kesehatan/",
    "month": "/rubrik/kesehatan/2026/10/",
    "tags": "/tag/",
    "tag": "/tag/posyandu/",
    "district": "/kecamatan/masamba/",
    "archive": "/arsip/",
    "agenda": "/agenda/",
    "agenda-month": "/agenda/2026/10/",
    "event": "/agenda/dinkes/2026/10/12-imunisasi-campak/",
    "event-missed": "/agenda/dishub/2026/10/13-rapat-angkutan/",
    "ledger": "/cakupan/",
    "monthly-report": "/cakupan/2026/10/",
    "fixed": "/tentang/",
    "guide": "/panduan/",
    "rules": "/panduan/aturan/",
    "rule": "/panduan/aturan/w201/",
    "lost": "/404.html",
}
SIZES = {"phone": (360, 740), "desktop": (1280, 900)}


@pytest.fixture(scope="module")
def address(built: Path) -> Iterator[str]:
    with served(built) as found:
        yield found


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with chromium() as running:
        yield running


@pytest.fixture(scope="module", params=SIZES)
def page(request: pytest.FixtureRequest, browser: Browser) -> Iterator[Page]:
    width, height = SIZES[request.param]
    context = browser.new_context(
        viewport={"width": width, "height": height}, reduced_motion="reduce"
    )
    yield context.new_page()
    context.close()


@pytest.mark.parametrize("name", PAGES)
def test_a_page_fits_asks_no_other_host_and_passes_axe(page, address, name):
    asked: list[str] = []
    complaints: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: complaints.append(message.text))
    page.goto(address + PAGES[name])
    page.wait_for_load_state("load")
    overflow = page.evaluate("document.documentElement.scrollWidth - window.innerWidth")

    assert overflow <= 0, f"{overflow} px wider than the window"
    assert [url for url in asked if not url.startswith(address)] == []
    assert complaints == []
    assert faults_of_axe(page) == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_contrast_holds_in_light_and_dark(browser, address, scheme):
    context = browser.new_context(color_scheme=scheme, viewport={"width": 360, "height": 740})
    page = context.new_page()
    for name in ("home", "article", "agency", "agenda", "ledger"):
        page.goto(address + PAGES[name])
        assert faults_of_axe(page) == [], name
    context.close()


def test_everything_reads_with_scripts_off(browser, address):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address + "/")
    page.get_by_role("link", name="Imunisasi campak menjangkau 40 balita").first.click()

    assert page.locator("h1").inner_text() == "Imunisasi campak menjangkau 40 balita di Masamba"
    assert "“Semua berjalan lancar,”" in page.locator("main").inner_text()
    context.close()


def test_the_keyboard_reaches_the_text_first(browser, address):
    context = browser.new_context(viewport={"width": 360, "height": 740})
    page = context.new_page()
    page.goto(address + PAGES["article"])
    page.keyboard.press("Tab")
    focused = page.evaluate("document.activeElement.getAttribute('href')")
    page.keyboard.press("Enter")

    assert focused.startswith("#")
    assert page.evaluate("location.hash") == focused
    context.close()


def faults_of_axe(page: Page) -> list[str]:
    """Rule and place of each violation."""
    found = Axe().run(page).response["violations"]
    return [f"{fault['id']}: {node['target']}" for fault in found for node in fault["nodes"]]
