"""A page of the site as one file that needs nothing else, and runs and sends nothing.

Style, font and photos go into it as data: URIs; what only the public site needs (scripts,
other sizes of photos, addresses for search engines) is left out.
"""

import re
from base64 import b64encode
from collections.abc import Callable, Iterable, Sequence
from html import escape
from html.parser import HTMLParser
from urllib.parse import urljoin, urlsplit

from plugins.model.proposal import PREVIEW_POLICY

Fetch = Callable[[str], bytes | None]  # an output by its path; None where there is no such one
Attributes = list[tuple[str, str | None]]

_HEAD = (
    f'\n<meta http-equiv="Content-Security-Policy" content="{PREVIEW_POLICY}">'
    '\n<meta name="robots" content="noindex, nofollow, noarchive">'
    '\n<meta name="referrer" content="no-referrer">'
)
_URL = re.compile(r'url\("([^":]+)"\)')
_LOADING = frozenset("src srcset sizes poster action formaction data ping loading".split())
_SILENT = frozenset({"script", "source"})
_KINDS = {
    "jpg": "image/jpeg", "webp": "image/webp", "svg": "image/svg+xml", "woff2": "font/woff2",
    "png": "image/png",
}  # fmt: skip
_BLANK = "data:,"


def self_contained(page: str, banner: str, url: str, prefixes: Sequence[str], fetch: Fetch) -> str:
    """The page under a *banner*; its links lead to the site at *url*, or nowhere without one.

    *prefixes* stand before the paths of outputs: the address of photos, the path of the site.
    """
    rewriter = _Rewriter(banner, url, prefixes, fetch)
    rewriter.feed(page)
    rewriter.close()
    return "".join(rewriter.parts)


class _Rewriter(HTMLParser):
    """Copies a page piece by piece; whatever could load something is written anew."""

    def __init__(self, banner: str, url: str, prefixes: Sequence[str], fetch: Fetch) -> None:
        super().__init__(convert_charrefs=False)
        self.parts: list[str] = []
        self._banner = banner
        self._url = url
        self._prefixes = prefixes
        self._fetch = fetch
        self._skipping = False  # within a script

    def handle_decl(self, decl: str) -> None:
        self.parts.append(f"<!{decl}>")

    def handle_starttag(self, tag: str, attributes: Attributes) -> None:
        self.parts += self._start(tag, attributes)
        self._skipping = tag == "script"

    def handle_startendtag(self, tag: str, attributes: Attributes) -> None:
        if tag not in _SILENT:
            text = "".join(self._start(tag, attributes))
            self.parts.append(text.removesuffix(">") + "/>" if text.endswith(">") else text)

    def handle_endtag(self, tag: str) -> None:
        self._skipping = False
        if tag not in _SILENT:
            self.parts.append(f"</{tag}>")

    def handle_data(self, data: str) -> None:
        if not self._skipping:
            self.parts.append(data)

    def handle_entityref(self, name: str) -> None:
        self.parts.append(f"&{name};")

    def handle_charref(self, name: str) -> None:
        self.parts.append(f"&#{name};")

    def _start(self, tag: str, attributes: Attributes) -> Iterable[str]:
        given = {name: value or "" for name, value in attributes}
        if tag in _SILENT or (tag == "meta" and _is_replaced(given)):
            return
        if tag == "link":
            if given.get("rel") == "stylesheet":
                yield f"<style>\n{self._sheet(self._path(given['href']))}</style>"
            return
        yield _written(tag, [pair for pair in map(self._kept, attributes) if pair])
        if tag == "head":
            yield _HEAD
        if tag == "body":
            yield f"\n{self._banner}"

    def _kept(self, attribute: tuple[str, str | None]) -> tuple[str, str | None] | None:
        """The attribute as it may stand here."""
        name, value = attribute
        if name == "src":
            return name, self._data(self._path(value or ""))
        if name in ("href", "xlink:href"):
            href = self._href(value or "")
            return (name, href) if href else None
        return None if name in _LOADING or name.startswith("on") else attribute

    def _href(self, href: str) -> str:
        """A place on the page or beside it, or an address of the web."""
        scheme = urlsplit(href).scheme
        if scheme:
            return href if scheme in ("http", "https", "mailto", "tel") else ""
        if href.startswith("/"):
            return urljoin(self._url, href) if self._url else ""
        return href

    def _path(self, address: str) -> str:
        """The output behind an address of the site."""
        for prefix in self._prefixes:
            if prefix and address.startswith(f"{prefix}/"):
                return address[len(prefix) + 1 :]
        return address.lstrip("/")

    def _data(self, path: str) -> str:
        data, kind = self._fetch(path), _KINDS.get(path.rpartition(".")[2], "")
        return f"data:{kind};base64,{b64encode(data).decode()}" if data and kind else _BLANK

    def _sheet(self, path: str) -> str:
        folder = path.rpartition("/")[0]
        text = (self._fetch(path) or b"").decode()
        return _URL.sub(lambda m: f'url("{self._data(f"{folder}/{m[1]}")}")', text)


def _is_replaced(given: dict[str, str]) -> bool:
    """Rules for the page are our own; what tells other sites of it is left out."""
    named = given.get("name", "").lower() in ("robots", "referrer")
    return "http-equiv" in given or "property" in given or named


def _written(tag: str, attributes: Attributes) -> str:
    told = (name if value is None else f'{name}="{escape(value)}"' for name, value in attributes)
    return f"<{' '.join([tag, *told])}>"
