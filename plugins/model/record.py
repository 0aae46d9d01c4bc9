"""Frozen values that carry their own digest, so that an output never hashes them twice."""

from hashlib import blake2b
from typing import Self

import msgspec


def digest(*values: object) -> bytes:
    """Return 16 bytes that stand for *values*: records, tuples, text, numbers, None.

    The encoding is msgpack with fields in declared order, so equal values give equal
    digests on every machine.
    """
    return digest_of_bytes(msgspec.msgpack.encode(values))


def digest_of_bytes(data: bytes) -> bytes:
    return blake2b(data, digest_size=16).digest()


class Value(msgspec.Struct, frozen=True, gc=False):
    """A small value that is encoded whole wherever it stands in a record."""


class Record(Value, frozen=True, kw_only=True):
    """A value with a stored digest; `sealed` computes it once, after the last change."""

    digest: bytes = b""

    def sealed(self) -> Self:
        bare = msgspec.structs.replace(self, digest=b"")
        return msgspec.structs.replace(bare, digest=digest(type(self).__name__, bare))
