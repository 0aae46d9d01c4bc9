"""The pages of the small site: structure, links and weight."""

import gzip
import re
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path
from urllib.parse import urlsplit

import pytest

VOID = {"meta", "link", "img", "source", "br", "hr", "rect", "path", "input"}
ARTICLE = "berita/dinkes/2026/10/imunisasi-campak/index.html"
HEAVIEST = 14 * 1024  # bytes of an article with its style sheet, as sent


class Reader(HTMLParser):
    """Every element with its attributes, and whether all of them were closed."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str]]] = []
        self.open: list[str] = []
        self.crossed: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        self.elements.append((tag, {name: value or "" for name, value in attrs}))
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag, attrs):
        self.elements.append((tag, dict(attrs)))

    def handle_endtag(self, tag):
        if not self.open or self.open.pop() != tag:
            self.crossed.append(tag)

    def all(self, *tags: str) -> list[dict[str, str]]:
        return [attributes for tag, attributes in self.elements if tag in tags]


@pytest.fixture(scope="module")
def pages(built: Path) -> dict[str, Reader]:
    return {
        str(file.relative_to(built)): Reader(file.read_text(encoding="utf-8"))
        for file in sorted(built.rglob("*.html"))
    }


def wrong(pages: dict[str, Reader], holds) -> list[str]:
    return [name for name, page in pages.items() if not holds(page)]


def test_elements_are_closed_in_order(pages):
    assert wrong(pages, lambda page: not page.crossed and not page.open) == []


def test_the_policy_comes_before_anything_it_governs(built):
    for file in built.rglob("*.html"):
        head = file.read_text(encoding="utf-8").partition("<head>\n")[2]
        assert head.startswith('<meta http-equiv="Content-Security-Policy" content="default-src ')


def test_every_page_has_one_h1_and_no_skipped_heading(pages):
    def holds(page: Reader) -> bool:
        levels = [int(tag[1]) for tag, _ in page.elements if re.fullmatch("h[1-6]", tag)]
        steps = pairwise(levels)
        return levels.count(1) == 1 and levels[0] == 1 and all(b - a <= 1 for a, b in steps)

    assert wrong(pages, holds) == []


def test_every_page_is_indonesian_and_has_its_landmarks(pages):
    def holds(page: Reader) -> bool:
        counts = [len(page.all(tag)) for tag in ("main", "footer")]
        return page.all("html")[0]["lang"] == "id" and counts == [1, 1] and len(page.all("nav")) > 1

    assert wrong(pages, holds) == []


def test_every_page_has_title_description_and_preview(pages):
    def holds(page: Reader) -> bool:
        meta = {a.get("name") or a.get("property"): a.get("content", "") for a in page.all("meta")}
        wanted = ("description", "og:title", "og:description", "og:site_name", "og:locale")
        return all(meta.get(name, "").strip() for name in wanted)

    assert wrong(pages, holds) == []


def test_photos_have_words_and_a_place_kept_for_them(pages):
    def holds(page: Reader) -> bool:
        return all({"alt", "width", "height"} <= set(image) for image in page.all("img"))

    assert wrong(pages, holds) == []


def test_an_identity_stands_once_on_a_page(pages):
    def holds(page: Reader) -> bool:
        found = [attributes["id"] for _, attributes in page.elements if "id" in attributes]
        return len(found) == len(set(found))

    assert wrong(pages, holds) == []


def test_nothing_runs_and_nothing_comes_from_elsewhere(pages):
    def holds(page: Reader) -> bool:
        own = [a.get("src", "/") for a in page.all("img")] + [
            a["href"] for a in page.all("link") if a["rel"] not in ("canonical",)
        ]
        return not page.all("style", "iframe") and all(a.startswith("/") for a in own)

    assert wrong(pages, holds) == []


def test_only_ledger_and_composer_have_a_script_and_it_is_a_file_of_our_own(built, pages):
    scripts = {name: page.all("script") for name, page in pages.items() if page.all("script")}

    assert list(scripts) == ["cakupan/index.html", "tulis/index.html"]
    for (script,) in scripts.values():
        assert (built / script["src"].lstrip("/")).suffix == ".js"


def test_every_link_within_the_site_leads_somewhere(built, pages):
    fixed = {"/tentang/", "/kebijakan-ralat/", "/aksesibilitas/", "/lisensi/", "/data-terbuka/"}
    dead = {
        path
        for page in pages.values()
        for attributes in page.all("a", "link")
        if (path := urlsplit(attributes["href"]).path) and attributes["href"].startswith("/")
        if not (built / path.lstrip("/") / ("index.html" if path.endswith("/") else "")).exists()
    }

    assert dead - fixed == set()  # the small site may lack fixed pages; the real one has them


def test_an_article_and_its_sheet_are_light(built):
    sheet = next((built / "aset").glob("*.css")).read_bytes()
    article = (built / ARTICLE).read_bytes()

    assert len(gzip.compress(sheet, 9)) + len(gzip.compress(article, 9)) <= HEAVIEST
