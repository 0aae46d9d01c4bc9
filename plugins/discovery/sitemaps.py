"""Sitemaps by month, so that one post changes one of them; and robots.txt."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from xml.sax.saxutils import escape

from plugins.model.addresses import place_of
from plugins.model.edition import Edition
from plugins.model.output import Output, Resources
from plugins.model.record import Value
from plugins.model.site import Site

XMLNS = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'
_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
_PAGE = "index.html"


class Sitemap(Value, frozen=True):
    """Root-relative addresses of one sitemap, sorted."""

    site: Site
    hrefs: tuple[str, ...]


def sitemap_outputs(edition: Edition, published: Sequence[Output]) -> Iterator[Output]:
    """List what the first stage publishes as pages; dated addresses go by their month."""
    hidden = {f"berita/{post.id}/{_PAGE}" for post in edition.withdrawn}
    groups = _by_month(o.path for o in published if o.path.endswith(_PAGE) and o.path not in hidden)
    for name, hrefs in groups.items():
        page = Sitemap(edition.site, hrefs)
        yield Output(f"sitemap/{name}.xml", url_set, page)
    names = tuple(f"/sitemap/{name}.xml" for name in groups)
    yield Output("sitemap.xml", sitemap_index, Sitemap(edition.site, names))
    yield Output("robots.txt", robots, edition.site)


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


def _by_month(paths: Iterable[str]) -> dict[str, tuple[str, ...]]:
    groups = defaultdict(list)
    for path in paths:
        groups[_group(path)].append("/" + path.removesuffix(_PAGE))
    return {name: tuple(sorted(groups[name])) for name in sorted(groups)}


def _group(path: str) -> str:
    place = place_of(path.removesuffix("/" + _PAGE) + ("/index.md" if path[0] == "b" else ".md"))
    return f"{place.year:04}-{place.month:02}" if place and place.year else "halaman"


def _absolute(site: Site, href: str) -> str:
    return escape(site.origin + href)
