"""Sitemaps and robots.txt."""

import xml.etree.ElementTree as ET

import msgspec

from plugins.agenda.outputs import month_outputs as agenda
from plugins.discovery.sitemaps import sitemap_month_outputs, sitemap_outputs
from plugins.model.event import Publicity
from plugins.model.output import Output
from plugins.model.site import Site
from plugins.news.outputs import month_outputs as news
from tests.model.makers import SITE, Made, edition_of, made_of, make_event, make_post

XMLNS = "{http://www.sitemaps.org/schemas/sitemap/0.9}"


def shared(*paths: str, site: Site = SITE) -> dict[str, bytes]:
    """What is written where the pages that all months share lie at *paths*."""
    published = [Output(path, "a.html", None) for path in paths]
    outputs = sitemap_outputs(edition_of(site=site), published)
    return {output.path: output.renderer(output.values, None) for output in outputs}


def monthly(made: Made) -> dict[str, bytes]:
    """The sitemaps of the months, for the pages that the rooms make of them."""
    outputs = [
        output
        for month in made.months
        for output in sitemap_month_outputs(month, [*news(month), *agenda(month)])
    ]
    return {output.path: output.renderer(output.values, None) for output in outputs}


def index_of(made: Made) -> list[str]:
    outputs = {output.path: output for output in sitemap_outputs(made.edition, [])}
    output = outputs["sitemap.xml"]
    return locations(output.renderer(output.values, None))


def locations(data: bytes) -> list[str]:
    return [element.text for element in ET.fromstring(data).iter(f"{XMLNS}loc")]


def test_a_month_lists_its_pages_sorted():
    made = made_of(make_post("b", tags=("x",)), make_post("a"), make_event("c", "2026-10-12"))

    assert {path: locations(data) for path, data in monthly(made).items()} == {
        "sitemap/2026-10.xml": [
            "https://contoh.test/agenda/2026/10/",
            "https://contoh.test/agenda/dinkes/2026/10/12-c/",
            "https://contoh.test/cakupan/2026/10/",
            "https://contoh.test/cakupan/dinkes/2026/10/",
        ],
        "sitemap/2026-11.xml": [
            "https://contoh.test/arsip/2026/11/",
            "https://contoh.test/berita/dinkes/2026/11/a/",
            "https://contoh.test/berita/dinkes/2026/11/b/",
            "https://contoh.test/cakupan/2026/11/",
            "https://contoh.test/cakupan/dinkes/2026/11/",
            "https://contoh.test/rubrik/kesehatan/2026/11/",
            "https://contoh.test/tag/x/2026/11/",
        ],
    }


def test_the_index_names_the_sitemap_of_every_month_that_has_one():
    contents = [
        make_post("a"), make_event("b", "2026-10-12"),
        make_event("rahasia", "2026-09-12", publicity=Publicity.TIDAK),  # counted in a report
    ]  # fmt: skip
    made = made_of(*contents)

    assert index_of(made) == [
        "https://contoh.test/sitemap/2026-09.xml",
        "https://contoh.test/sitemap/2026-10.xml",
        "https://contoh.test/sitemap/2026-11.xml",
        "https://contoh.test/sitemap/halaman.xml",
    ]
    assert sorted(monthly(made)) == [
        "sitemap/2026-09.xml", "sitemap/2026-10.xml", "sitemap/2026-11.xml",
    ]  # fmt: skip


def test_the_pages_that_all_months_share_have_a_sitemap_of_their_own():
    files = shared("index.html", "tentang/index.html", "rubrik/kesehatan/index.html")

    assert locations(files["sitemap/halaman.xml"]) == [
        "https://contoh.test/",
        "https://contoh.test/rubrik/kesehatan/",
        "https://contoh.test/tentang/",
    ]


def test_only_pages_are_listed():
    files = shared("index.html", "404.html", "foto/ab/c.webp", "feed.atom", "aset/a.css")

    assert locations(files["sitemap/halaman.xml"]) == ["https://contoh.test/"]


def test_one_more_post_changes_the_sitemap_of_its_month_only():
    old = [make_post("a", f"2026-{month}-01") for month in ("09", "10", "11")]
    before, after = monthly(made_of(*old)), monthly(made_of(*old, make_post("b", "2026-10-02")))

    assert [path for path in after if after[path] != before.get(path)] == ["sitemap/2026-10.xml"]


def test_special_characters_of_the_address_are_escaped():
    site = msgspec.structs.replace(SITE, url="https://contoh.test/a&b").sealed()

    assert locations(shared("index.html", site=site)["sitemap/halaman.xml"]) == [
        "https://contoh.test/a&b/"
    ]


def test_robots_names_the_sitemap():
    assert shared()["robots.txt"] == (
        b"User-agent: *\nAllow: /\nSitemap: https://contoh.test/sitemap.xml\n"
    )


def test_samples_are_for_no_robot():
    sample = msgspec.structs.replace(SITE, sample=True).sealed()

    assert shared(site=sample)["robots.txt"] == b"User-agent: *\nDisallow: /\n"
