"""What a photo file is, learned without trusting it: kind, upright size, soundness."""

import io
import re
import warnings
from collections.abc import Iterable
from typing import NamedTuple

import msgspec
from PIL import Image, ImageFile, IptcImagePlugin, UnidentifiedImageError

from plugins.model.photo import PhotoFacts

KINDS = ("JPEG", "PNG", "WEBP")
MAX_PIXELS = {"JPEG": 40_000_000, "PNG": 40_000_000, "WEBP": 20_000_000}  # below 512 MB each
UPRIGHT_SWAPS = frozenset({5, 6, 7, 8})  # EXIF orientations that lie on their side
ORIENTATION = 274  # EXIF tag
EXIF_FOLDER = 0x8769  # where cameras keep comments
LONGEST_CAPTION, LONGEST_CREDIT = 500, 120  # characters, as model/fields.py allows
_DESCRIPTION, _ARTIST = 270, 315  # EXIF tags
_IPTC_CAPTION, _IPTC_CREDIT, _IPTC_BYLINE = (2, 120), (2, 110), (2, 80)
_MEANINGLESS = frozenset(
    {"olympus digital camera", "sony dsc", "digital camera", "samsung", "dcim"}
)
_LONG_NUMBER = re.compile(r"\d(?:\W{0,3}\d){6}")
_LONGEST_TEXT = 2000  # characters of one field
_WHITE = (255, 255, 255)
_STRIP = 256  # rows
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
        if width * height > MAX_PIXELS[kind]:
            return PhotoFacts(kind, width, height, len(data), frames, "too-many-pixels")
        if frames > 1:
            return PhotoFacts(kind, width, height, len(data), frames, "animated")
        image.draft("RGB", _PROBE)
        image.load()
        facts = msgspec.structs.replace(facts, texts=_texts(image), tint=_tint(image))
        if image.getexif().get(ORIENTATION) in UPRIGHT_SWAPS:
            return msgspec.structs.replace(facts, width=height, height=width)
        return facts


class PhotoWords(NamedTuple):
    """What a camera or an editor wrote into a photo: hostile, and only ever proposed."""

    caption: str
    credit: str


def photo_words(data: bytes) -> PhotoWords:
    """Caption and credit of IPTC, else of EXIF; empty where there are none that can be read."""
    try:
        with Image.open(io.BytesIO(data), formats=KINDS) as image:
            iptc = IptcImagePlugin.getiptcinfo(image) or {}
            exif = image.getexif()
    except (OSError, SyntaxError, ValueError, EOFError, IndexError, Image.DecompressionBombError):
        return PhotoWords("", "")
    captions = (iptc.get(_IPTC_CAPTION), exif.get(_DESCRIPTION))
    credits = (iptc.get(_IPTC_CREDIT), iptc.get(_IPTC_BYLINE), exif.get(_ARTIST))
    return PhotoWords(_first(captions, LONGEST_CAPTION), _first(credits, LONGEST_CREDIT))


def _first(fields: Iterable[object], longest: int) -> str:
    """The first field that holds words, on one line."""
    for field in fields:
        one = field[0] if isinstance(field, list) and field else field
        text = " ".join("".join(c if c.isprintable() else " " for c in _as_text(one)).split())
        if text and text.lower() not in _MEANINGLESS and "\ufffd" not in text:
            return text if len(text) <= longest else ""
    return ""


def opaque(image: Image.Image) -> Image.Image:
    """Eight bits and no transparency: what is clear becomes white, as the page was.

    Strip by strip, for a whole copy in another mode takes 160 MB.
    """
    if image.mode in ("RGB", "CMYK", "L") and "transparency" not in image.info:
        return image
    canvas = Image.new("RGB", image.size, _WHITE)
    for top in range(0, image.height, _STRIP):
        box = (0, top, image.width, min(top + _STRIP, image.height))
        strip = _eight_bits(image.crop(box))
        if strip.mode in ("RGBA", "LA", "PA") or "transparency" in strip.info:
            clear = strip.convert("RGBA")
            canvas.paste(clear, box, clear.getchannel("A"))
        else:
            canvas.paste(strip.convert("RGB"), box)
    canvas.info = image.info
    return canvas


def _eight_bits(image: Image.Image) -> Image.Image:
    """Scale the greys of a 16-bit PNG, which Pillow would clip to white; its key is dropped."""
    if image.mode != "I;16":
        return image
    grey = image.convert("F").point(lambda level: level / 257).convert("L")
    grey.info.pop("transparency", None)
    return grey


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
    if not isinstance(field, str):
        return ""
    try:
        return field.encode("latin-1").decode("utf-8")  # Pillow takes EXIF for Latin-1
    except UnicodeError:
        return field
