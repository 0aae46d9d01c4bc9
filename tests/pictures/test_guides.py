"""The one-page guides of the doors: each prints on one page, with pictures that are there."""

import re
from collections.abc import Iterator

import pytest
from markdown import markdown
from playwright.sync_api import Browser

from tests.conftest import ROOT
from tests.pictures.hand import MOST_BYTES
from tests.site.browsing import chromium

GUIDES = (
    "pintu-whatsapp", "menulis-lewat-ponsel", "pintu-akun", "kirim-lewat-formulir",
    "pintu-redaksi", "pintu-perintah", "pintu-terima",
)  # fmt: skip
FOLDER = ROOT / "docs/panduan"
STYLE = """
body { font: 14px/1.45 sans-serif; } img { max-width: 100%; height: auto; }
td, th { padding: 2px 8px; text-align: left; vertical-align: top; } h1 { font-size: 22px; }
"""
HEAD = "<!doctype html><meta charset=utf-8>"
_PAGE = re.compile(rb"/Type ?/Page\b")
_IMAGE = re.compile(
    r'<img src="\.\./gambar/([\w.-]+)" width="\d+" alt="([^"]+)"(?: align="right")?>'
)


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with chromium() as running:
        yield running


@pytest.mark.audit
@pytest.mark.parametrize("name", GUIDES)
def test_a_guide_prints_on_one_page(browser, name, tmp_path):
    text = (FOLDER / f"{name}.md").read_text(encoding="utf-8")
    page = browser.new_page()
    file = FOLDER / f".cetak-{name}.html"  # beside the guide, so that its pictures are found
    try:
        body = markdown(text, extensions=["tables", "sane_lists", "md_in_html"])
        file.write_text(f"{HEAD}<style>{STYLE}</style>{body}", encoding="utf-8")
        page.goto(file.as_uri())
        margin = dict.fromkeys(("top", "bottom", "left", "right"), "15mm")
        printed = page.pdf(format="A4", margin=margin)
    finally:
        file.unlink()
        page.close()
    assert len(_PAGE.findall(printed)) == 1


@pytest.mark.parametrize("name", GUIDES)
def test_a_guide_shows_pictures_that_are_there_and_says_what_they_show(name):
    text = (FOLDER / f"{name}.md").read_text(encoding="utf-8")
    shown = _IMAGE.findall(text)
    assert len(shown) == text.count("<img ") > 0
    for file, alt in shown:
        assert 0 < (ROOT / "docs/gambar" / file).stat().st_size <= MOST_BYTES
        assert len(alt.split()) >= 3
