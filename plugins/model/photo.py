"""What is known of a photo file without showing it, and the renditions made of it."""

from plugins.model.record import Record, Value


class PhotoFacts(Value, frozen=True):
    """Read once per blob. `trouble` is empty for a photo that decodes to its last pixel."""

    kind: str = ""  # JPEG, PNG or WEBP
    width: int = 0  # pixels, upright: after the orientation was applied
    height: int = 0
    size: int = 0  # bytes
    frames: int = 1
    trouble: str = ""  # one of: kind, truncated, too-many-pixels, animated, empty
    texts: tuple[str, ...] = ()  # of the metadata, only those with a long number
    tint: str = ""  # mean colour in 27 steps: levels a to c of red, green and blue


class Rendition(Value, frozen=True):
    href: str
    width: int
    height: int


class Picture(Record, frozen=True):
    """A photo as the theme shows it: sources with sizes, and the officer's texts."""

    alt: str
    caption: str
    credit: str
    width: int
    height: int
    webp: tuple[Rendition, ...]  # ascending widths
    fallback: Rendition  # JPEG
    tint: str = ""  # what stands in its place until it is here; see PhotoFacts
