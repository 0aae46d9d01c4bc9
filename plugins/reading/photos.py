"""What a photo file is, learned without trusting it: kind, upright size, soundness."""

import io
import re
import warnings

import msgspec
from PIL import Image, ImageFile, IptcImagePlugin, UnidentifiedImageError

from plugins.model.photo import PhotoFacts

KINDS = ("JPEG", "PNG", "WEBP")
MAX_PIXELS = 40_000_000
UPRIGHT_SWAPS = frozenset({5, 6, 7, 8})  # EXIF orientations that lie on their side
ORIENTATION = 274  # EXIF tag
EXIF_FOLDER = 0x8769  # where cameras keep comments
_LONG_NUMBER = re.compile(r"\d(?:\W{0,3}\d){6}")
_LONGEST_TEXT = 2000  # characters of one field
_WHITE = (255, 255, 255)
_FEW = (48, 48)  # pixels that a mean is taken of
_PROBE = (400, 400)  # JPEG may decode at a fraction of its size; every byte is still read


def photo_facts(data: bytes) -> PhotoFacts:
    """Decode a photo to its last pixel and describe it; `trouble` says what stopped that."""
    if not data:
        return PhotoFacts(trouble="empty")
    with warnings.catch_warnings():
        warnings.simplefilter("error", Image.DecompressionBombWarning)
        try:
            return _facts(data)
        except (Image.DecompressionBombWarning, Image.DecompressionBombError):
            return PhotoFacts(size=len(data), trouble="too-many-pixels")
        except UnidentifiedImageError:
            return PhotoFacts(size=len(data), trouble="kind")
        except (OSError, SyntaxError, ValueError, EOFError, IndexError, MemoryError):
            # What Pillow's decoders raise for damaged data is not one class of error.
            return PhotoFacts(size=len(data), trouble="truncated")


def _facts(data: bytes) -> PhotoFacts:
    with Image.open(io.BytesIO(data), formats=KINDS) as image:
        kind, (width, height) = image.format or "", image.size
        frames = getattr(image, "n_frames", 1)
        if kind == "MPO":  # phones put a preview or a depth map behind an ordinary JPEG
            kind, frames = "JPEG", 1
        facts = PhotoFacts(kind, width, height, len(data), frames)
        if width * height > MAX_PIXELS:
            return PhotoFacts(kind, width, height, len(data), frames, "too-many-pixels")
        if frames > 1:
            return PhotoFacts(kind, width, height, len(data), frames, "animated")
        image.draft("RGB", _PROBE)
        image.load()
        facts = msgspec.structs.replace(facts, texts=_texts(image), tint=_tint(image))
        if image.getexif().get(ORIENTATION) in UPRIGHT_SWAPS:
            return msgspec.structs.replace(facts, width=height, height=width)
        return facts


def opaque(image: Image.Image) -> Image.Image:
    """Eight bits and no transparency: what is clear becomes white, as the page was."""
    if image.mode == "I;16":  # Pillow would clip it to white; its key is dropped
        image = image.convert("F").point(lambda level: level / 257).convert("L")
        image.info.pop("transparency", None)
    if image.mode in ("RGBA", "LA", "PA") or "transparency" in image.info:
        image = image.convert("RGBA")
        canvas = Image.new("RGB", image.size, _WHITE)
        canvas.paste(image, mask=image.getchannel("A"))
        canvas.info = image.info
        return canvas
    return image if image.mode in ("RGB", "CMYK", "L") else image.convert("RGB")


def _tint(image: Image.Image) -> str:
    """The mean colour, each of red, green and blue in one of three levels: “abc”."""
    few = image.resize(_FEW, Image.Resampling.NEAREST)
    mean = opaque(few).convert("RGB").resize((1, 1), Image.Resampling.BOX).getpixel((0, 0))
    assert isinstance(mean, tuple)
    return "".join("abc"[level * 3 // 256] for level in mean)


def _texts(image: ImageFile.ImageFile) -> tuple[str, ...]:
    """The texts of EXIF, IPTC and the file's comment that hold a long number."""
    exif = image.getexif()
    fields = [*exif.values(), *exif.get_ifd(EXIF_FOLDER).values()]
    fields += [image.info.get("comment", ""), *(getattr(image, "text", None) or {}).values()]
    fields += list((IptcImagePlugin.getiptcinfo(image) or {}).values())
    words = (_as_text(field)[:_LONGEST_TEXT] for field in fields)
    return tuple(dict.fromkeys(text for text in words if _LONG_NUMBER.search(text)))


def _as_text(field: object) -> str:
    """A field of text in whatever way it was stored; nothing where it is a number."""
    if isinstance(field, bytes):
        plain = field.replace(b"\0", b"")  # also of UTF-16, of which digits are half
        return plain.decode("utf-8", "replace")
    return field if isinstance(field, str) else ""
