"""The built site in a real browser: on a phone and a desktop, with scripts off."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

from plugins.builds.__main__ import main as previews
from tests.conftest import commit_all, run_git
from tests.site.browsing import chromium, served

pytestmark = pytest.mark.xdist_group("browser")  # one browser and one build

PAGES = {
    "home": "/",
    "article": "/berita/dinkes/2026/10/imunisasi-campak/",
    "article-without-photo": "/berita/dinkes/2026/09/senam-lansia/",
    "tombstone": "/berita/dishub/2026/09/terminal-ditata/",
    "agencies": "/perangkat-daerah/",
    "agency": "/perangkat-daerah/dinkes/",
    "media-kit": "/perangkat-daerah/dinkes/media/",
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
    "agenda-places": "/agenda/kecamatan/",
    "event": "/agenda/dinkes/2026/10/12-imunisasi-campak/",
    "event-missed": "/agenda/dishub/2026/10/13-rapat-angkutan/",
    "ledger": "/cakupan/",
    "evidence": "/cakupan/dinkes/",
    "evidence-month": "/cakupan/dinkes/2026/10/",
    "monthly-report": "/cakupan/2026/10/",
    "fixed": "/tentang/",
    "guide": "/panduan/",
    "composer": "/tulis/",
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
    for name in ("home", "article", "agency", "agenda", "ledger", "evidence-month"):
        page.goto(address + PAGES[name])
        assert faults_of_axe(page) == [], name
    context.close()


def test_a_post_is_passed_on_without_any_script(browser, address):
    context = browser.new_context(
        java_script_enabled=False, viewport={"width": 360, "height": 740}, has_touch=True
    )
    page = context.new_page()
    page.goto(address + PAGES["article"])
    button = page.get_by_role("link", name="Kirim lewat WhatsApp")
    page.get_by_text("Salin teks pesan").tap()
    text = page.locator(".share__text")

    assert button.get_attribute("href").startswith("https://wa.me/?text=%2AImunisasi")
    assert button.bounding_box()["height"] >= 40
    assert text.is_visible()
    assert text.inner_text().startswith("*Imunisasi campak menjangkau 40 balita di Masamba*")
    box = text.bounding_box()
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= 360
    context.close()


def test_everything_reads_with_scripts_off(browser, address):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address + "/")
    page.get_by_role("link", name="Imunisasi campak menjangkau 40 balita").first.click()

    assert page.locator("h1").inner_text() == "Imunisasi campak menjangkau 40 balita di Masamba"
    assert "“Semua berjalan lancar,”" in page.locator("main").inner_text()
    context.close()


def column(page: Page, number: int) -> list[int]:
    """The numbers of a column of the ledger, from top to bottom."""
    cells = page.locator(f".ledger__row > :nth-child({number})")
    return [int(cell) for cell in cells.evaluate_all("all => all.map(c => c.dataset.value)")]


def test_the_ledger_is_sorted_by_its_head_or_on_phones_by_a_list(browser, address):
    page = browser.new_page(viewport={"width": 1280, "height": 900})
    page.goto(address + PAGES["ledger"])
    page.get_by_role("button", name="Urutkan menurut Perangkat daerah").click()
    names = page.locator(".ledger__link").all_inner_texts()
    assert names == sorted(names, key=str.lower)

    button = page.get_by_role("button", name="Urutkan menurut Tercatat")
    button.press("Enter")
    greatest_first = column(page, 3)
    button.press("Enter")
    assert greatest_first == sorted(greatest_first, reverse=True) != column(page, 3)
    assert column(page, 3) == sorted(greatest_first)
    sorted_heads = page.locator("th[aria-sort]").evaluate_all("all => all.map(h => h.ariaSort)")
    assert sorted_heads == ["ascending"]

    page.set_viewport_size({"width": 360, "height": 740})
    page.get_by_role("combobox").select_option(label="Belum")
    assert column(page, 5) == sorted(column(page, 5), reverse=True)
    assert button.count() == 0
    page.close()


def test_on_paper_the_ledger_is_a_table_and_evidence_names_its_addresses(browser, address):
    page = browser.new_page(viewport={"width": 673, "height": 950})  # A4 between its margins
    page.emulate_media(media="print")
    page.goto(address + PAGES["ledger"])

    assert page.locator(".ledger__head").first.is_visible()
    assert not page.locator(".sorter, .sorter__list, .masthead__menu").filter(visible=True).count()
    assert page.evaluate("document.documentElement.scrollWidth") <= 673
    page.goto(address + PAGES["evidence-month"])
    printed = page.locator(".evidence__address").filter(visible=True).all_inner_texts()
    assert "http://localhost/berita/dinkes/2026/10/imunisasi-campak/" in printed
    page.close()


def test_a_long_table_of_a_report_is_closed_on_phones_alone(browser, address):
    page = browser.new_page(viewport={"width": 360, "height": 740})
    page.goto(address + PAGES["monthly-report"])
    page.locator(".sheet").first.evaluate("""table => {
        const fold = Object.assign(document.createElement("details"), {className: "sheet__fold"});
        fold.innerHTML = '<summary class="sheet__summary">13 baris</summary>';
        table.replaceWith(fold);
        fold.append(table);
    }""")  # the small site has no month with so many rows
    summary, row = page.locator(".sheet__summary"), page.locator(".sheet__fold .sheet__row").first

    assert (summary.is_visible(), row.is_visible()) == (True, False)
    summary.click()
    assert row.is_visible()
    summary.click()
    page.set_viewport_size({"width": 1280, "height": 900})
    assert (summary.is_visible(), row.is_visible()) == (False, True)
    page.set_viewport_size({"width": 360, "height": 740})
    page.emulate_media(media="print")
    assert (summary.is_visible(), row.is_visible()) == (False, True)
    page.close()


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


def test_a_preview_shows_its_photo_from_a_file_and_asks_nothing(browser, project, tmp_path):
    run_git(tmp_path, "clone", "-q", str(project), str(tmp_path / "klon"))
    file = tmp_path / "klon/content/berita/dinkes/2026/10/imunisasi-campak/index.md"
    file.write_text(file.read_text(encoding="utf-8") + "\nBaru.\n", encoding="utf-8")
    commit_all(tmp_path / "klon")
    arguments = ("--repository", str(tmp_path / "klon"), "--base", "HEAD^")
    assert previews((*arguments, "--to", str(tmp_path), "--cache", str(tmp_path / "cache"))) == 0
    context = browser.new_context(viewport={"width": 360, "height": 740})
    page = context.new_page()
    asked: list[str] = []
    complaints: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: complaints.append(message.text))
    page.goto(f"file://{tmp_path}/index.html")
    page.get_by_role("link", name="Imunisasi campak").click()
    photo = page.locator("figure img").first
    photo.scroll_into_view_if_needed()
    photo.evaluate("image => image.decode()")
    width = page.evaluate("document.documentElement.scrollWidth")

    assert photo.evaluate("image => image.naturalWidth") > 400
    assert page.locator(".banner").first.inner_text().startswith("PRATINJAU, belum terbit.")
    assert page.evaluate("document.fonts.size") >= 1
    assert width <= 360
    assert [url for url in asked if not url.startswith(("file:", "data:"))] == []
    assert complaints == []
    assert faults_of_axe(page) == []
    context.close()


def faults_of_axe(page: Page) -> list[str]:
    """Rule and place of each violation."""
    found = Axe().run(page, options={"resultTypes": ["violations"]}).response["violations"]
    return [f"{fault['id']}: {node['target']}" for fault in found for node in fault["nodes"]]
