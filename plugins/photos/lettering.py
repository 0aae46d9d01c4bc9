"""Text set in the site's typeface, made to fit by measuring it.

FreeType in Pillow's wheels reads the WOFF2 that the pages use, so there is no second copy
of the typeface; its licence lies beside it. See docs/dev/decisions/0016.
"""

import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from PIL import ImageFont

TYPEFACE = Path(__file__).resolve().parents[2] / "theme/static/fonts/plus-jakarta-sans.woff2"
_MISSING = "\U0010ffff"  # a noncharacter: no typeface draws it
_MORE = " …"


class Face(NamedTuple):
    size: int  # pixels
    weight: int  # 200 to 800


class Setting(NamedTuple):
    """Lines of text that fit their box."""

    face: Face
    lines: tuple[str, ...]

    @property
    def leading(self) -> int:
        """Pixels from one line to the next."""
        return round(self.face.size * 1.22)

    @property
    def height(self) -> int:
        return self.leading * len(self.lines)

    @property
    def width(self) -> float:
        return max((length(line, self.face) for line in self.lines), default=0)


class Step(NamedTuple):
    """A size to try, and the lines that it may take."""

    size: int
    lines: int


def fitted(text: str, width: int, weight: int, steps: Sequence[Step]) -> Setting:
    """The largest of *steps* in which the text fits and no word is broken.

    The last step takes every text: it breaks words and leaves off what is too much.
    """
    words = drawable(text).split()
    for step in steps:
        face = Face(step.size, weight)
        widest = max((length(word, face) for word in words), default=0)
        lines = list(_wrapped(words, face, width))
        if widest <= width and len(lines) <= step.lines:
            return Setting(face, _balanced(words, face, widest, width, len(lines)))
    if len(lines) > step.lines:
        lines[step.lines - 1 :] = [_shortened(lines[step.lines - 1], face, width)]
    return Setting(face, tuple(lines))


@lru_cache(maxsize=8192)
def length(text: str, face: Face) -> float:
    return font(face).getlength(text)


@lru_cache(maxsize=64)
def font(face: Face) -> ImageFont.FreeTypeFont:
    found = ImageFont.truetype(TYPEFACE, face.size, layout_engine=ImageFont.Layout.BASIC)
    found.set_variation_by_axes([face.weight])
    return found


def drawable(text: str) -> str:
    """The text without what the typeface lacks: accents go first, then whole letters."""
    return "".join(map(_drawable, text))


@lru_cache(maxsize=1024)
def _drawable(letter: str) -> str:
    if letter.isascii() or letter.isspace() or _is_drawn(letter):
        return letter
    plain = unicodedata.normalize("NFKD", letter)
    kept = (part for part in plain if part != letter and not unicodedata.combining(part))
    return "".join(part for part in kept if part.isascii() or _is_drawn(part))


def _is_drawn(letter: str) -> bool:
    face = font(Face(40, 400))
    return bytes(face.getmask(letter)) != bytes(face.getmask(_MISSING))


def _wrapped(words: Iterable[str], face: Face, width: float) -> Iterator[str]:
    """Lines no wider than the box. The typeface kerns no spaces, so widths of words add up."""
    line, taken, space = "", 0.0, length(" ", face)
    for word in words:
        wanted = taken + space + length(word, face)
        if line and wanted <= width:
            line, taken = f"{line} {word}", wanted
            continue
        if line:
            yield line
        *full, line = _broken(word, face, width)
        yield from full
        taken = length(line, face)
    if line:
        yield line


def _broken(word: str, face: Face, width: float) -> list[str]:
    """A word in pieces none of which is wider than the box; nearly always one piece."""
    pieces = [""]
    for letter in word if length(word, face) > width else ():
        if pieces[-1] and length(pieces[-1] + letter, face) > width:
            pieces.append("")
        pieces[-1] += letter
    return pieces if pieces[-1] else [word]


def _balanced(
    words: list[str], face: Face, widest: float, width: float, count: int
) -> tuple[str, ...]:
    """As many lines of nearly the same length: a last line of one word looks like a slip."""
    narrow, wide = max(widest, width / 2), width
    while wide - narrow > 8:
        middle = (narrow + wide) / 2
        if len(list(_wrapped(words, face, middle))) > count:
            narrow = middle
        else:
            wide = middle
    return tuple(_wrapped(words, face, wide))


def _shortened(line: str, face: Face, width: float) -> str:
    while line and length(line + _MORE, face) > width:
        line = line[:-1].rstrip(" ,;:–—")
    return line + _MORE
