"""Pixels: upright, clean renditions of a photo, which is decoded once for all of them."""

import io

from PIL import Image, ImageCms

from plugins.model.output import Resources
from plugins.photos.recipe import Size, Work
from plugins.reading.photos import KINDS, ORIENTATION, UPRIGHT_SWAPS, opaque

WEBP_QUALITY = 75  # 1 to 100
WEBP_METHOD = 2  # 0 fast to 6 small; 4 costs twice the time for 4 % of the bytes
JPEG_QUALITY = 75  # 1 to 100
_SRGB = ImageCms.createProfile("sRGB")
_TURNS = {  # by EXIF orientation
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}


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


def clean_pixels(data: bytes, size: Size) -> Image.Image:
    """A photo in an upright size no larger than its own: sRGB, and nothing but pixels.

    Shrunk before anything else is done to it, which is what keeps a photo of 40 million
    pixels below 512 MB.
    """
    with Image.open(io.BytesIO(data), formats=KINDS) as original:
        turn = original.getexif().get(ORIENTATION, 1)
        lying = (size[1], size[0]) if turn in UPRIGHT_SWAPS else size
        # JPEG decodes at a half, a quarter or an eighth, which is a good filter by itself.
        original.draft("RGB", lying)
        small = opaque(original).resize(lying, Image.Resampling.LANCZOS)
    upright = small.transpose(_TURNS[turn]) if turn in _TURNS else small
    canvas = Image.new("RGB", size)
    canvas.paste(_in_srgb(upright).convert("RGB"))  # no metadata comes along
    return canvas


def _in_srgb(image: Image.Image) -> Image.Image:
    profile = image.info.get("icc_profile")
    if not profile or image.mode not in ("RGB", "CMYK", "L"):
        return image
    try:
        source = ImageCms.ImageCmsProfile(io.BytesIO(profile))
        return ImageCms.profileToProfile(image, source, _SRGB, outputMode="RGB") or image
    except (ImageCms.PyCMSError, OSError):
        return image  # a broken profile says nothing about the pixels


def _encoded(image: Image.Image, kind: str) -> bytes:
    buffer = io.BytesIO()
    if kind == "WEBP":
        image.save(buffer, "WEBP", quality=WEBP_QUALITY, method=WEBP_METHOD)
    else:
        image.save(buffer, "JPEG", quality=JPEG_QUALITY, progressive=True, optimize=True)
    return buffer.getvalue()
