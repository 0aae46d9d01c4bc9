"""Markdown into blocks and photo slots that cannot harm the page they stand on.

Three locks, one behind the other: the parser knows no raw HTML, entities or references;
nh3 keeps a closed list of tags; and the result is matched against a grammar of exactly
what may appear.
"""

import html
import re
from collections.abc import Iterable
from itertools import islice

import nh3

from plugins.model.body import Block, Body, Html, PhotoSlot, Table
from plugins.model.manuscript import Rendered
from plugins.reading.header import forbidden_in
from plugins.reading.markup import BETWEEN, LINK, SLOT, EndlessListError, markup_of
from plugins.reading.typography import typeset

TAGS = frozenset(
    "a blockquote br em h2 h3 h4 hr li ol p strong table tbody td th thead tr ul".split()
)
_SANITISER = nh3.Cleaner(
    tags=set(TAGS),
    clean_content_tags=set("script style svg math iframe template noscript textarea".split()),
    attributes={"a": {"href"}},
    url_schemes={"http", "https", "mailto", "tel"},
    link_rel=None,
    strip_comments=True,
)
_TAG = re.compile(r"<(/?)([a-z][a-z0-9]*)((?: [a-z]+=\"[^\"<>]*\")*)>")
_PARAGRAPH = re.compile(r"<p>(.*?)</p>", re.DOTALL)
_HREF = re.compile(r" href=\"([^\"<>]*)\"\Z")
_VOID = frozenset({"br", "hr"})
_GROWTH = 6  # the output may be this many times the source, plus a kilobyte


def render(text: str) -> Rendered:
    """Render one body. The text must be decoded by plugins.reading.header."""
    try:
        markup = markup_of(text)
    except EndlessListError:
        return Rendered(body=(), trouble="daftar bertingkat")
    clean = _SANITISER.clean(typeset(markup.html))
    trouble = _trouble(clean, len(text))
    return Rendered(
        body=() if trouble else _blocks(clean),
        excerpt="" if trouble else _excerpt(clean),
        photos=markup.photos,
        stray_photos=markup.stray_photos,
        bad_links=markup.bad_links,
        trouble=trouble,
    )


def _trouble(markup: str, source_length: int) -> str:
    """Re-read the output with a grammar of our own; the sanitiser is not trusted alone."""
    text = markup.replace(BETWEEN, "").replace(SLOT, "")
    if found := forbidden_in(text):
        return f"U+{ord(found[0]):04X}"
    if len(text) > source_length * _GROWTH + 1000:
        return "ukuran"
    parts = _TAG.split(text)  # a text, then the three groups of a tag, and so on
    between = "".join(parts[::4])
    if "<" in between or ">" in between:
        return "< atau >"
    return _unbalanced(zip(parts[1::4], parts[2::4], parts[3::4], strict=True))


def _unbalanced(tags: Iterable[tuple[str, str, str]]) -> str:
    open_tags: list[str] = []
    for closing, tag, attributes in tags:
        if tag not in TAGS or not _attributes_fit(tag, attributes):
            return f"<{tag}{attributes}>"
        if closing:
            if not open_tags or open_tags.pop() != tag:
                return f"</{tag}>"
        elif tag not in _VOID:
            open_tags.append(tag)
    return f"<{open_tags[-1]}>" if open_tags else ""


def _attributes_fit(tag: str, attributes: str) -> bool:
    if not attributes:
        return True
    found = _HREF.match(attributes)
    return tag == "a" and found is not None and bool(LINK.match(html.unescape(found[1])))


def _blocks(clean: str) -> Body:
    """Split at the marks; neighbouring HTML becomes one block, a table stands alone."""
    blocks: list[Block] = []
    for part in clean.split(BETWEEN):
        if part.startswith(SLOT):
            blocks.append(PhotoSlot(part[1:].strip()))
        elif part.startswith("<table>"):
            blocks.append(Table(part))
        elif part.strip():
            if blocks and isinstance(blocks[-1], Html):
                blocks[-1] = Html(blocks[-1].html + "\n" + part)
            else:
                blocks.append(Html(part))
    return tuple(blocks)


def _excerpt(clean: str, longest: int = 200) -> str:
    """The beginning of the text without tags, cut after a whole word."""
    paragraphs = (match[1] for match in islice(_PARAGRAPH.finditer(clean), 3))
    plain = html.unescape(_TAG.sub("", " ".join(paragraphs)))
    plain = " ".join(plain.split())
    if len(plain) <= longest:
        return plain
    return plain[: longest - 2].rsplit(" ", 1)[0].rstrip(" ,;:–—") + " …"
