"""Markdown into markup, block by block, with what was found on the way.

One parser instance is reused for all texts of a process. It knows no raw HTML, entities,
references or code. Most of a news text is paragraphs without a single mark; those are
written as they are, which a property test compares with what the parser would write.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Any, NamedTuple
from xml.etree.ElementTree import Element

import markdown
from markdown.blockprocessors import HashHeaderProcessor
from markdown.extensions.sane_lists import SaneListExtension
from markdown.extensions.tables import TableExtension

# Control characters cannot stand in a decoded source, so they are free as marks. The one
# between blocks is white space to smartypants, so that a quote after it opens; the one
# before a photo is not, because markdown strips its result.
BETWEEN = "\x1c"
SLOT = "\x05"

LINK = re.compile(r"(?:https?://[^\s/?#]+[^\s]*|mailto:[^\s]+|tel:[0-9+-]+|/(?!/)[^\s\\]*)\Z")
_ENTITY = re.compile(r"&(?=#?[0-9A-Za-z]{1,32};)")
_HEADINGS = {"h1": "h2", "h5": "h4", "h6": "h4"}  # the page has its own h1
# Between empty lines: a line that begins with a letter, quoted or not, and holds no mark of
# Markdown's; such a line as a heading; such lines as a list or one as a quotation, which may
# only stand between the other two, for they grow together with their like.
_MARKS = r"\n\t\\`*_\[\]<>&{}|"
_LINE = rf'"?[^\W\d_](?:[^{_MARKS}]*[^\s{_MARKS}])?'
_TITLE = rf'"?[^\W\d_](?:[^{_MARKS}#]*[^\s{_MARKS}#])?'
_PLAIN = re.compile(
    rf"(?:\A\n*|(?<=\n\n))(?:(?P<line>{_LINE})|(?P<level>\#{{1,6}})\ +(?P<title>{_TITLE})"
    rf"|(?P<items>-\ {_LINE}(?:\n-\ {_LINE})*)|>\ (?P<quoted>{_LINE}))(?=\n\n|\n?\Z)"
)


class Markup(NamedTuple):
    html: str  # blocks with BETWEEN between them; a photo as SLOT and its name
    photos: tuple[str, ...]  # file names in the order of the text
    stray_photos: tuple[str, ...]  # images inside a line of text; not shown
    bad_links: tuple[str, ...]  # targets that were refused


class EndlessListError(RuntimeError):
    """Lists in lists in lists, deeper than the parser can go."""


def markup_of(text: str) -> Markup:
    """Convert a decoded text. Plain paragraphs stand between what the parser must see."""
    _, serializer = _parser()
    serializer.forget()
    pieces: list[str] = []
    end = 0
    for match in _short_ways(text):
        pieces += [*_parsed(text[end : match.start()]), _written(match)]
        end = match.end()
    pieces += _parsed(text[end:])
    return Markup(
        html=BETWEEN.join(pieces),
        photos=tuple(serializer.slots),
        stray_photos=tuple(serializer.strays),
        bad_links=tuple(dict.fromkeys(serializer.bad_links)),
    )


def _short_ways(text: str) -> Iterator[re.Match[str]]:
    """The blocks that need no parser; a list or quotation only between others."""
    found = list(_PLAIN.finditer(text))
    ends = [0, *(match.end() for match in found)]
    starts = [*(match.start() for match in found), len(text)]
    joined = [not text[end:start].strip() for end, start in zip(ends, starts, strict=True)]
    grows = [False, *(bool(match["items"] or match["quoted"]) for match in found), False]
    for number, match in enumerate(found):
        alone = joined[number] and joined[number + 1] and not (grows[number] or grows[number + 2])
        if alone or not grows[number + 1]:
            yield match


def _written(match: re.Match[str]) -> str:
    if match["line"]:
        return f"<p>{match['line']}</p>"
    if match["level"]:
        tag = f"h{len(match['level'])}"
        tag = _HEADINGS.get(tag, tag)
        return f"<{tag}>{match['title']}</{tag}>"
    if match["quoted"]:
        return f"<blockquote>\n<p>{match['quoted']}</p>\n</blockquote>"
    items = "".join(f"<li>{line[2:]}</li>\n" for line in match["items"].split("\n"))
    return f"<ul>\n{items}</ul>"


def parsed(text: str) -> str:
    """What the parser writes; the reference for the plain paragraphs."""
    parser, _ = _parser()
    parser.reset()
    try:
        written: str = parser.convert(_ENTITY.sub("&amp;", text))
    except RecursionError:
        _parser.cache_clear()  # the parser believes that it is still inside them
        raise EndlessListError from None
    return written


def _parsed(text: str) -> list[str]:
    written = parsed(text) if text.strip() else ""
    return [written] if written else []


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
                parts += [SLOT + name for name in names]
            else:
                self._tame(child)
                child.tail = None
                parts.append(self.write(child))
        return f"<div>{BETWEEN.join(parts)}</div>"  # markdown strips the root tag again

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
    # Not by name: markdown would look for names in all that is installed, for 20 ms.
    parser = markdown.Markdown(extensions=[TableExtension(), SaneListExtension()])
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
