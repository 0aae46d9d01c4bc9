"""Markdown into blocks and photo slots that cannot harm the page they stand on.

Three locks, one behind the other: the parser knows no raw HTML, entities or references;
nh3 keeps a closed list of tags; and the result is matched against a grammar of exactly
what may appear. One parser instance is reused for all posts of a process.
"""

import html
import re
from functools import lru_cache
from typing import Any
from xml.etree.ElementTree import Element

import markdown
import nh3
from markdown.blockprocessors import HashHeaderProcessor
from typogrify.filters import smartypants

from plugins.model.body import Block, Body, Html, PhotoSlot, Table
from plugins.model.manuscript import Rendered
from plugins.reading.header import FORBIDDEN

# Control characters cannot stand in a decoded source, so they are free as marks. The one
# between blocks is white space to smartypants, so that a quote after it opens; the one
# before a photo is not, because markdown strips its result.
_BETWEEN = "\x1c"
_SLOT = "\x05"
_MARKS = re.compile(f"[{_BETWEEN}{_SLOT}]")

TAGS = frozenset(
    "a blockquote br em h2 h3 h4 hr li ol p strong table tbody td th thead tr ul".split()
)
LINK = re.compile(r"(?:https?://[^\s/?#]+[^\s]*|mailto:[^\s]+|tel:[0-9+-]+|/(?!/)[^\s\\]*)\Z")
_CLEAN_OF = {"script", "style", "svg", "math", "iframe", "template", "noscript", "textarea"}
_ENTITY = re.compile(r"&(?=#?[0-9A-Za-z]{1,32};)")
_MARKS_OF_SMARTYPANTS = re.compile(r"[\"'`]|--|\.\.\.|\. \. \.")
_TAG = re.compile(r"<(/?)([a-z][a-z0-9]*)((?: [a-z]+=\"[^\"<>]*\")*)>")
_HREF = re.compile(r" href=\"([^\"<>]*)\"\Z")
_VOID = frozenset({"br", "hr"})
_HEADINGS = {"h1": "h2", "h5": "h4", "h6": "h4"}  # the page has its own h1
_GROWTH = 6  # the output may be this many times the source, plus a kilobyte


class _SpacedHashHeader(HashHeaderProcessor):  # type: ignore[misc]
    """A heading needs a space after its marks; `#luwuutara` is a hashtag, not a heading."""

    RE = re.compile(r"(?:^|\n)(?P<level>#{1,6}) +(?P<header>[^\n]+?)#*(?:\n|$)")


class _BlockSerializer:
    """Writes each top-level element apart, and photos of their own paragraph as slots."""

    def __init__(self, write: Any) -> None:
        self.write = write
        self.forget()

    def forget(self) -> None:
        self.slots: list[str] = []
        self.strays: list[str] = []
        self.bad_links: list[str] = []

    def __call__(self, root: Element) -> str:
        parts = []
        for child in root:
            names = _photos_of(child)
            if names:
                self.slots += names
                parts += [_SLOT + name for name in names]
            else:
                self._tame(child)
                child.tail = None
                parts.append(self.write(child))
        return f"<div>{_BETWEEN.join(parts)}</div>"  # markdown strips the root tag again

    def _tame(self, block: Element) -> None:
        """Drop what no rule of the sanitiser could report: where it stood is known here."""
        for element in block.iter():
            element.tag = _HEADINGS.get(element.tag, element.tag)
            if element.tag == "img":
                self.strays.append(element.get("src", ""))
                element.tag, element.attrib = "span", {}
            elif element.tag == "a":
                target = element.get("href", "")
                fits = LINK.match(target)
                element.attrib = {"href": target} if fits else {}
                self.bad_links += [] if fits else [target]


@lru_cache(maxsize=1)
def _parser() -> tuple[markdown.Markdown, _BlockSerializer]:
    parser = markdown.Markdown(extensions=["tables", "sane_lists"])
    parser.preprocessors.deregister("html_block")
    for name in ("code", "setextheader", "reference"):
        parser.parser.blockprocessors.deregister(name)
    for name in (
        "backtick", "reference", "image_reference", "short_reference", "short_image_ref",
        "autolink", "automail", "html", "entity",
    ):  # fmt: skip
        parser.inlinePatterns.deregister(name)
    parser.parser.blockprocessors.register(_SpacedHashHeader(parser.parser), "hashheader", 70)
    serializer = _BlockSerializer(parser.serializer)
    parser.serializer = serializer
    return parser, serializer


def render(text: str) -> Rendered:
    """Render one body. The text must be decoded by plugins.reading.header."""
    parser, serializer = _parser()
    parser.reset()
    serializer.forget()
    try:
        markup = parser.convert(_ENTITY.sub("&amp;", text))
    except RecursionError:  # from lists in lists in lists
        _parser.cache_clear()  # the parser believes that it is still inside them
        return Rendered(body=(), trouble="daftar bertingkat")
    clean = _sanitise(typeset(markup))
    trouble = _trouble(clean, len(text))
    return Rendered(
        body=() if trouble else _blocks(clean),
        excerpt="" if trouble else _excerpt(clean),
        photos=tuple(serializer.slots),
        stray_photos=tuple(serializer.strays),
        bad_links=tuple(dict.fromkeys(serializer.bad_links)),
        trouble=trouble,
    )


def typeset(markup: str) -> str:
    """Set typographic quotes, dashes and dots, where their marks occur at all."""
    return smartypants(markup) if _MARKS_OF_SMARTYPANTS.search(markup) else markup


def typeset_text(text: str) -> str:
    """The same for a plain text such as a title; the result is plain text again."""
    if not _MARKS_OF_SMARTYPANTS.search(text):
        return text
    return html.unescape(smartypants(html.escape(text, quote=False)))


def _photos_of(element: Element) -> list[str]:
    """The photos of a paragraph that holds nothing else."""
    images = list(element)
    alone = (
        element.tag == "p"
        and images
        and all(child.tag == "img" for child in images)
        and not (element.text or "").strip()
        and not any((child.tail or "").strip() for child in images)
    )
    return [child.get("src", "") for child in images] if alone else []


def _sanitise(markup: str) -> str:
    return nh3.clean(
        markup,
        tags=set(TAGS),
        clean_content_tags=_CLEAN_OF,
        attributes={"a": {"href"}},
        url_schemes={"http", "https", "mailto", "tel"},
        link_rel=None,
        strip_comments=True,
    )


def _trouble(markup: str, source_length: int) -> str:
    """Re-read the output with a grammar of our own; the sanitiser is not trusted alone."""
    text = _MARKS.sub("", markup)
    if found := FORBIDDEN.search(text):
        return f"U+{ord(found[0]):04X}"
    if len(text) > source_length * _GROWTH + 1000:
        return "ukuran"
    if re.search("[<>]", _TAG.sub("", text)):
        return "< atau >"
    return _unbalanced(text)


def _unbalanced(text: str) -> str:
    open_tags: list[str] = []
    for match in _TAG.finditer(text):
        closing, tag, attributes = match[1], match[2], match[3]
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
    for part in clean.split(_BETWEEN):
        if part.startswith(_SLOT):
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
    paragraphs = re.findall(r"<p>(.*?)</p>", clean, re.DOTALL)
    plain = html.unescape(_TAG.sub("", " ".join(paragraphs[:3])))
    plain = " ".join(plain.split())
    if len(plain) <= longest:
        return plain
    return plain[: longest - 2].rsplit(" ", 1)[0].rstrip(" ,;:–—") + " …"
