"""The second stage as a whole."""

from plugins.discovery.outputs import month_outputs, outputs
from plugins.model.output import Output
from plugins.model.post import Withdrawal
from tests.model.makers import at, edition_of, made_of, make_post

WITHDRAWN = {"withdrawal": Withdrawal(at("2026-11-25"), "Salah."), "aliases": ("/lama/",)}


def test_the_second_stage_makes_feeds_and_sitemaps():
    paths = [o.path for o in outputs(edition_of(), [Output("index.html", "home.html", None)])]

    assert {"feed.atom", "sitemap.xml", "sitemap/halaman.xml", "robots.txt"} <= set(paths)
    assert len(paths) == len(set(paths))


def test_the_second_stage_makes_the_standing_pages_of_a_month():
    (month,) = made_of(make_post(**WITHDRAWN)).months

    assert [output.path for output in month_outputs(month, [])] == [
        "berita/dinkes/2026/11/imunisasi/index.html", "lama/index.html",
    ]  # fmt: skip


def test_a_tombstone_and_a_redirect_are_in_no_sitemap():
    (month,) = made_of(make_post("dicabut", **WITHDRAWN), make_post("ada")).months
    first = [Output("berita/dinkes/2026/11/ada/index.html", "article.html", None)]
    (sitemap,) = [o for o in month_outputs(month, first) if o.path.startswith("sitemap/")]

    assert sitemap.values.hrefs == ("/berita/dinkes/2026/11/ada/",)
