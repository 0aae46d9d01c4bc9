"""Pixels: upright, clean renditions of a photo, which is decoded once for all of them."""

import io

from PIL import Image

from plugins.model.output import Resources
from plugins.photos.recipe import Size, Work
from plugins.reading.originals import clean_pixels

WEBP_QUALITY = 75  # 1 to 100
WEBP_METHOD = 2  # 0 fast to 6 small; 4 costs twice the time for 4 % of the bytes
JPEG_QUALITY = 75  # 1 to 100


class Ladder:
    """One photo in its sizes, each made of the next wider one when it is asked for.

    A rendition's pixels follow from the photo and its rungs, whichever was asked for first.
    """

    def __init__(self, widest: Image.Image, rungs: tuple[Size, ...]) -> None:
        self.rungs = rungs
        self._steps = [widest]

    def step(self, size: Size) -> Image.Image:
        number = self.rungs.index(size)
        for smaller in self.rungs[len(self._steps) : number + 1]:
            self._steps.append(self._steps[-1].resize(smaller, Image.Resampling.LANCZOS))
        return self._steps[number]


_last: dict[tuple[str, tuple[Size, ...]], Ladder] = {}  # of one photo: the one just worked on


def rendition(work: Work, resources: Resources) -> bytes:
    return _encoded(pixels(work, resources), work.kind)


def pixels(work: Work, resources: Resources) -> Image.Image:
    """A rendition before it is encoded; it is not to be drawn on."""
    key = (work.blob, work.rungs)
    if key not in _last:
        _last.clear()
        _last[key] = Ladder(clean_pixels(resources.blob(work.blob), work.rungs[0]), work.rungs)
    return _last[key].step((work.width, work.height))


def _encoded(image: Image.Image, kind: str) -> bytes:
    buffer = io.BytesIO()
    if kind == "WEBP":
        image.save(buffer, "WEBP", quality=WEBP_QUALITY, method=WEBP_METHOD)
    else:
        image.save(buffer, "JPEG", quality=JPEG_QUALITY, progressive=True, optimize=True)
    return buffer.getvalue()
