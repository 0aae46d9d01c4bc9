"""The text of a post as blocks and photo slots, and the handle that stands for it."""

from plugins.model.record import Value


class Html(Value, frozen=True, tag="html"):
    """Sanitised HTML of whole block elements."""

    html: str


class Table(Value, frozen=True, tag="table"):
    """One sanitised table, apart from the rest so that the theme can let it scroll."""

    html: str


class PhotoSlot(Value, frozen=True, tag="photo"):
    """The place of one declared photo; how it looks is decided by the theme."""

    file: str


Block = Html | Table | PhotoSlot
Body = tuple[Block, ...]


class BodyRef(Value, frozen=True):
    """A handle: outputs carry this, and the blocks are read when a page needs them."""

    digest: bytes = b""
    excerpt: str = ""  # the first sentences as plain text, at most 200 characters
