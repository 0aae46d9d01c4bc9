"""The second stage as a whole."""

from plugins.discovery.outputs import outputs
from plugins.model.output import Output
from plugins.model.post import Withdrawal
from tests.model.makers import at, edition_of, make_post


def test_the_second_stage_makes_feeds_standing_pages_and_sitemaps():
    post = make_post(withdrawal=Withdrawal(at("2026-11-25"), "Salah."), aliases=("/lama/",))
    first = [Output("index.html", "home.html", None)]
    paths = [output.path for output in outputs(edition_of(post), first)]

    assert {"feed.atom", "sitemap.xml", "robots.txt", "lama/index.html"} <= set(paths)
    assert "berita/dinkes/2026/11/imunisasi/index.html" in paths
    assert len(paths) == len(set(paths))


def test_a_tombstone_and_a_redirect_are_in_no_sitemap():
    post = make_post(withdrawal=Withdrawal(at("2026-11-25"), "Salah."), aliases=("/lama/",))
    made = outputs(edition_of(post), [Output("index.html", "home.html", None)])
    sitemaps = [output.values.hrefs for output in made if output.path.startswith("sitemap/")]

    assert sitemaps == [("/",)]
