"""Pixels: one upright, clean rendition of a photo."""

import io

from PIL import Image, ImageCms

from plugins.model.output import Resources
from plugins.photos.recipe import Work
from plugins.reading.photos import KINDS, ORIENTATION

WEBP_QUALITY = 75  # 1 to 100
WEBP_METHOD = 4  # 0 fast to 6 small
JPEG_QUALITY = 78  # 1 to 100
_SRGB = ImageCms.createProfile("sRGB")
_WHITE = (255, 255, 255)
_TURNS = {  # by EXIF orientation
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}


def rendition(work: Work, resources: Resources) -> bytes:
    """Decode, turn upright, convert to sRGB, resize; nothing but pixels goes on."""
    with Image.open(io.BytesIO(resources.blob(work.blob)), formats=KINDS) as original:
        # JPEG decodes at a half, a quarter or an eighth; keep twice the target for quality.
        reach = 2 * max(work.width, work.height)
        original.draft("RGB", (reach, reach))
        flat = _flattened(_in_srgb(_in_eight_bits(_upright(original))))
    small = flat.resize((work.width, work.height), Image.Resampling.LANCZOS, reducing_gap=2.0)
    return _encoded(small, work.kind)


def _upright(image: Image.Image) -> Image.Image:
    """Not ImageOps.exif_transpose: it writes the EXIF anew, which fails where it is misshapen."""
    turn = _TURNS.get(image.getexif().get(ORIENTATION, 1))
    return image if turn is None else image.transpose(turn)


def _in_eight_bits(image: Image.Image) -> Image.Image:
    """Scale the greys of a 16-bit PNG, which Pillow would clip to white; its key is dropped."""
    if image.mode != "I;16":
        return image
    grey = image.convert("F").point(lambda level: level / 257).convert("L")
    grey.info.pop("transparency", None)
    return grey


def _in_srgb(image: Image.Image) -> Image.Image:
    profile = image.info.get("icc_profile")
    if not profile or image.mode not in ("RGB", "RGBA", "CMYK", "L"):
        return image
    try:
        source = ImageCms.ImageCmsProfile(io.BytesIO(profile))
        mode = "RGBA" if image.mode == "RGBA" else "RGB"
        return ImageCms.profileToProfile(image, source, _SRGB, outputMode=mode) or image
    except (ImageCms.PyCMSError, OSError):
        return image  # a broken profile says nothing about the pixels


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


def clean_pixels(data: bytes, size: tuple[int, int]) -> Image.Image:
    """A photo in an upright size no larger than its own: sRGB, and nothing but pixels."""
    with Image.open(io.BytesIO(data), formats=KINDS) as original:
        original.draft("RGB", (max(size), max(size)))
        flat = _flattened(_in_srgb(_in_eight_bits(_upright(original))))
    return flat.resize(size, Image.Resampling.LANCZOS, reducing_gap=2.0)
