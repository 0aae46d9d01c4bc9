"""Sitemaps by month, so that one post changes one of them; and robots.txt."""

from collections.abc import Iterable, Iterator, Sequence
from xml.sax.saxutils import escape

from plugins.model.addresses import COMPOSER, EDITOR, output_path
from plugins.model.edition import Edition
from plugins.model.monthedition import MonthEdition
from plugins.model.output import Output, Resources
from plugins.model.record import Value
from plugins.model.site import Site

XMLNS = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'
_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
_PAGE = "index.html"
_TOOLS = frozenset(map(output_path, (COMPOSER, EDITOR)))  # for officers, not for readers


class Sitemap(Value, frozen=True):
    """Root-relative addresses of one sitemap, sorted."""

    site: Site
    hrefs: tuple[str, ...]


def sitemap_outputs(edition: Edition, published: Sequence[Output]) -> Iterator[Output]:
    """The sitemap of the pages that all months share, and the index of all sitemaps."""
    yield Output("sitemap/halaman.xml", url_set, _sitemap(edition.site, published))
    names = (*(month.name for month in sorted(edition.months)), "halaman")
    hrefs = tuple(f"/sitemap/{name}.xml" for name in names)
    yield Output("sitemap.xml", sitemap_index, Sitemap(edition.site, hrefs))
    yield Output("robots.txt", robots, edition.site)


def sitemap_month_outputs(edition: MonthEdition, published: Sequence[Output]) -> Iterator[Output]:
    """The sitemap of a month, where the first stage publishes any page of it."""
    page = _sitemap(edition.site, published)
    if page.hrefs:
        yield Output(f"sitemap/{edition.chapter.month.name}.xml", url_set, page)


def url_set(page: Sitemap, _resources: Resources) -> bytes:
    rows = "".join(f"<url><loc>{_absolute(page.site, href)}</loc></url>\n" for href in page.hrefs)
    return f"{_HEAD}<urlset {XMLNS}>\n{rows}</urlset>\n".encode()


def sitemap_index(page: Sitemap, _resources: Resources) -> bytes:
    rows = "".join(
        f"<sitemap><loc>{_absolute(page.site, href)}</loc></sitemap>\n" for href in page.hrefs
    )
    return f"{_HEAD}<sitemapindex {XMLNS}>\n{rows}</sitemapindex>\n".encode()


def robots(site: Site, _resources: Resources) -> bytes:
    """Samples are not for search engines."""
    if site.sample:
        return b"User-agent: *\nDisallow: /\n"
    return f"User-agent: *\nAllow: /\nSitemap: {site.origin}/sitemap.xml\n".encode()


def _sitemap(site: Site, published: Iterable[Output]) -> Sitemap:
    pages = (
        output.path
        for output in published
        if output.path.endswith(_PAGE) and output.path not in _TOOLS
    )
    return Sitemap(site, tuple(sorted("/" + path.removesuffix(_PAGE) for path in pages)))


def _absolute(site: Site, href: str) -> str:
    return escape(site.origin + href)
