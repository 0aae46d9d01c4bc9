"""The text of a post as blocks and photo slots, and the handle that stands for it."""

import msgspec

from plugins.model.record import Value, digest_of_bytes


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


_encode = msgspec.msgpack.Encoder().encode
_decode = msgspec.msgpack.Decoder(Body).decode


def encode_body(body: Body) -> bytes:
    """The bytes under which a body is kept, and whose digest is its handle."""
    return _encode(body)


def decode_body(data: bytes) -> Body:
    return _decode(data)


def body_ref(body: Body, excerpt: str) -> BodyRef:
    return BodyRef(digest_of_bytes(encode_body(body)), excerpt) if body else BodyRef()
