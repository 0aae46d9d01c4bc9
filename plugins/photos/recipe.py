"""Which renditions a photo gets, and their names: arithmetic only, no pixels.

A name stands for the original's content and the recipe, so a file never changes under
its name and may be cached for ever.
"""

from collections.abc import Iterator

from plugins.model.addresses import output_path
from plugins.model.photo import PhotoFacts, Picture, Rendition
from plugins.model.post import PhotoUse
from plugins.model.record import Value, digest

WEBP_WIDTHS = (480, 1200)  # pixels: a list or phone, and the article's column at 2x
JPEG_WIDTH = 960  # pixels: for old browsers, feeds and link previews
TALLEST = 16_383  # pixels: more than that WebP cannot hold
VERSION = 1  # raise it when render.py makes other pixels


class Work(Value, frozen=True):
    """One rendition to make; the values of its output."""

    href: str
    blob: str
    width: int
    height: int
    kind: str  # WEBP or JPEG


def picture_of(use: PhotoUse, facts: PhotoFacts) -> Picture:
    """The photo as the theme shows it."""
    webp = [Rendition(w.href, w.width, w.height) for w in _works(use.blob, facts, "WEBP")]
    jpeg = next(_works(use.blob, facts, "JPEG"))
    return Picture(
        alt=use.alt,
        caption=use.caption,
        credit=use.credit,
        width=webp[-1].width,
        height=webp[-1].height,
        webp=tuple(webp),
        fallback=Rendition(jpeg.href, jpeg.width, jpeg.height),
    ).sealed()


def works(blob: str, facts: PhotoFacts) -> Iterator[Work]:
    yield from _works(blob, facts, "WEBP")
    yield from _works(blob, facts, "JPEG")


def path_of(work: Work) -> str:
    return output_path(work.href)


def _works(blob: str, facts: PhotoFacts, kind: str) -> Iterator[Work]:
    """Ascending widths, never wider than the original: browsers upscale better than we do."""
    wanted = WEBP_WIDTHS if kind == "WEBP" else (JPEG_WIDTH,)
    widest = max(1, min(facts.width, facts.width * TALLEST // facts.height))
    for width in sorted({min(width, widest) for width in wanted}):
        height = min(TALLEST, max(1, round(facts.height * width / facts.width)))
        name = digest(VERSION, blob, width, kind).hex()[:20]
        ending = "webp" if kind == "WEBP" else "jpg"
        yield Work(f"/foto/{name[:2]}/{name[2:]}.{ending}", blob, width, height, kind)
