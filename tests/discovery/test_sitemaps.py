"""Sitemaps and robots.txt."""

import xml.etree.ElementTree as ET

import msgspec

from plugins.discovery.sitemaps import sitemap_outputs
from plugins.model.output import Output
from plugins.model.site import Site
from tests.model.makers import SITE, edition_of

XMLNS = "{http://www.sitemaps.org/schemas/sitemap/0.9}"


def written(*paths: str, site: Site = SITE) -> dict[str, bytes]:
    """What is written for a first stage that publishes *paths*."""
    published = [Output(path, "a.html", None) for path in paths]
    outputs = sitemap_outputs(edition_of(site=site), published)
    return {output.path: output.renderer(output.values, None) for output in outputs}


def locations(data: bytes) -> list[str]:
    return [element.text for element in ET.fromstring(data).iter(f"{XMLNS}loc")]


def test_dated_pages_go_by_their_month_and_the_others_together():
    files = written(
        "berita/dinkes/2026/11/b/index.html",
        "berita/dinkes/2026/11/a/index.html",
        "agenda/dinkes/2026/10/12-a/index.html",
        "arsip/2026/11/index.html",
        "perangkat-daerah/dinkes/2026/11/index.html",
        "tentang/index.html",
        "bantuan/index.html",
        "index.html",
    )

    assert {
        path: locations(data) for path, data in files.items() if path.startswith("sitemap/")
    } == {
        "sitemap/2026-10.xml": ["https://contoh.test/agenda/dinkes/2026/10/12-a/"],
        "sitemap/2026-11.xml": [
            "https://contoh.test/berita/dinkes/2026/11/a/",
            "https://contoh.test/berita/dinkes/2026/11/b/",
        ],
        "sitemap/halaman.xml": [
            "https://contoh.test/",
            "https://contoh.test/arsip/2026/11/",
            "https://contoh.test/bantuan/",
            "https://contoh.test/perangkat-daerah/dinkes/2026/11/",
            "https://contoh.test/tentang/",
        ],
    }


def test_the_index_names_every_sitemap():
    files = written("index.html", "berita/dinkes/2026/11/b/index.html")

    assert locations(files["sitemap.xml"]) == [
        "https://contoh.test/sitemap/2026-11.xml",
        "https://contoh.test/sitemap/halaman.xml",
    ]


def test_only_pages_are_listed():
    files = written("index.html", "404.html", "foto/ab/c.webp", "feed.atom", "aset/a.css")

    assert locations(files["sitemap/halaman.xml"]) == ["https://contoh.test/"]


def test_the_order_of_the_pages_does_not_matter():
    paths = ["index.html", "tentang/index.html", "berita/dinkes/2026/11/b/index.html"]

    assert written(*paths) == written(*reversed(paths))


def test_one_more_post_changes_the_sitemap_of_its_month_only():
    old = [f"berita/dinkes/2026/{month}/a/index.html" for month in ("09", "10", "11")]
    before, after = written(*old), written(*old, "berita/dinkes/2026/10/b/index.html")

    assert [path for path in after if after[path] != before.get(path)] == ["sitemap/2026-10.xml"]


def test_an_empty_site_has_an_empty_index():
    assert locations(written()["sitemap.xml"]) == []


def test_special_characters_of_the_address_are_escaped():
    site = msgspec.structs.replace(SITE, url="https://contoh.test/a&b").sealed()

    assert locations(written("index.html", site=site)["sitemap/halaman.xml"]) == [
        "https://contoh.test/a&b/"
    ]


def test_robots_names_the_sitemap():
    assert written()["robots.txt"] == (
        b"User-agent: *\nAllow: /\nSitemap: https://contoh.test/sitemap.xml\n"
    )


def test_samples_are_for_no_robot():
    sample = msgspec.structs.replace(SITE, sample=True).sealed()

    assert written(site=sample)["robots.txt"] == b"User-agent: *\nDisallow: /\n"
