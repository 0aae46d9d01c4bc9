"""Pixels: one upright, clean rendition of a photo."""

import io

from PIL import Image

from plugins.model.output import Resources
from plugins.photos.recipe import Work
from plugins.reading.originals import in_eight_bits, in_srgb, upright
from plugins.reading.photos import KINDS

WEBP_QUALITY = 75  # 1 to 100
WEBP_METHOD = 4  # 0 fast to 6 small
JPEG_QUALITY = 78  # 1 to 100
_WHITE = (255, 255, 255)


def rendition(work: Work, resources: Resources) -> bytes:
    """Decode, turn upright, convert to sRGB, resize; nothing but pixels goes on."""
    with Image.open(io.BytesIO(resources.blob(work.blob)), formats=KINDS) as original:
        # JPEG decodes at a half, a quarter or an eighth; keep twice the target for quality.
        reach = 2 * max(work.width, work.height)
        original.draft("RGB", (reach, reach))
        flat = _flattened(in_srgb(in_eight_bits(upright(original))))
    small = flat.resize((work.width, work.height), Image.Resampling.LANCZOS, reducing_gap=2.0)
    return _encoded(small, work.kind)


def _flattened(image: Image.Image) -> Image.Image:
    """RGB on a fresh canvas: transparency on white, and no metadata comes along."""
    canvas = Image.new("RGB", image.size, _WHITE)
    if image.mode in ("RGBA", "LA", "PA") or "transparency" in image.info:
        transparent = image.convert("RGBA")
        canvas.paste(transparent, mask=transparent.getchannel("A"))
    else:
        canvas.paste(image.convert("RGB"))
    return canvas


def _encoded(image: Image.Image, kind: str) -> bytes:
    buffer = io.BytesIO()
    if kind == "WEBP":
        image.save(buffer, "WEBP", quality=WEBP_QUALITY, method=WEBP_METHOD)
    else:
        image.save(buffer, "JPEG", quality=JPEG_QUALITY, progressive=True, optimize=True)
    return buffer.getvalue()
