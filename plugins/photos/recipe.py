"""Which renditions a photo gets, and their names: arithmetic only, no pixels.

A name stands for the original's content and the recipe, so a file never changes under
its name: it may be cached for ever, is made once, and is right wherever it was made.
"""

from collections.abc import Iterator
from math import isqrt

from plugins.model.addresses import output_path
from plugins.model.photo import PhotoFacts, Picture, Rendition
from plugins.model.post import PhotoUse
from plugins.model.preview import Preview
from plugins.model.record import Value, digest

# Pixels, by the places of the theme: a row's photo up to 3x and a phone's column at 1x, that
# column at 2x, the desktop's column of 772 at 1x and the phone's at 3x, the desktop's at 2x.
WIDTHS = (360, 672, 1008, 1440)
NEAR = 1.2  # a width that is no more than this below the widest is left out
JPEG_WIDTH = 1008  # pixels: for old browsers, feeds and link previews
MOST_PIXELS = 1440 * 1440  # of a tall photo, as long as it stays wide enough to be read
TALLEST = 16_383  # pixels: more than that WebP cannot hold
VERSION = 2  # raise it when pixels change visibly: every photo is then made anew

Size = tuple[int, int]  # width and height in pixels


class Work(Value, frozen=True):
    """One rendition to make; the values of its output."""

    href: str
    blob: str
    width: int
    height: int
    kind: str  # WEBP or JPEG
    rungs: tuple[Size, ...]  # of all renditions of the photo, the widest first


class CardWork(Value, frozen=True):
    """A card to make; the values of its output."""

    preview: Preview
    photo: Work | None = None  # the rendition that it shows


def picture_of(use: PhotoUse, facts: PhotoFacts) -> Picture:
    """The photo as the theme shows it."""
    *webp, jpeg = (Rendition(w.href, w.width, w.height) for w in works(use.blob, facts))
    return Picture(
        alt=use.alt,
        caption=use.caption,
        credit=use.credit,
        width=webp[-1].width,
        height=webp[-1].height,
        webp=tuple(webp),
        fallback=jpeg,
        tint=facts.tint,
    ).sealed()


def works(blob: str, facts: PhotoFacts) -> Iterator[Work]:
    """WebP in ascending widths, then the JPEG."""
    rungs = _rungs(facts.width, facts.height)
    for width, height in reversed(rungs):
        yield Work(_href(blob, width, "webp"), blob, width, height, "WEBP", rungs)
    width, height = next(rung for rung in rungs if rung[0] <= JPEG_WIDTH * NEAR)
    yield Work(_href(blob, width, "jpg"), blob, width, height, "JPEG", rungs)


def fallback_work(blob: str, facts: PhotoFacts) -> Work:
    """The JPEG alone."""
    *_, jpeg = works(blob, facts)
    return jpeg


def path_of(work: Work) -> str:
    return output_path(work.href)


def _rungs(width: int, height: int) -> tuple[Size, ...]:
    """Descending, never wider than the original: browsers upscale better than we do."""
    roomy = max(JPEG_WIDTH, isqrt(MOST_PIXELS * width // height))
    widest = max(1, min(width, WIDTHS[-1], roomy, width * TALLEST // height))
    widths = [widest, *(w for w in reversed(WIDTHS) if w * NEAR < widest)]
    return tuple((w, min(TALLEST, max(1, round(height * w / width)))) for w in widths)


def _href(blob: str, width: int, ending: str) -> str:
    """The renditions of one photo lie beside one another, so that they are made together."""
    name = digest(VERSION, blob).hex()[:20]
    return f"/foto/{name[:2]}/{name[2:]}-{width}.{ending}"
