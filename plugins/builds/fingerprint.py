"""What the bytes of an output depend on, as one digest."""

from hashlib import blake2b
from typing import Any

import msgspec

from plugins.model.moment import Moment
from plugins.model.output import Output
from plugins.model.record import Record, Value

_SIZE = 16  # bytes


class UnstableValueError(TypeError):
    """An output was given a value whose bytes may differ between runs."""


def fingerprint(output: Output, constants: bytes) -> bytes:
    """Combine the renderer's name and the values' stored digests with *constants*.

    *constants* stand for what all outputs share: site, assets, code, templates.
    """
    hasher = blake2b(constants, digest_size=_SIZE)
    hasher.update(_name(output.renderer).encode())
    _add(hasher, output.values)
    return hasher.digest()


def _name(renderer: Any) -> str:
    return renderer if isinstance(renderer, str) else f"{renderer.__module__}:{renderer.__name__}"


def _add(hasher: Any, value: Any) -> None:
    """Records count by the digest they carry; everything else is encoded with its kind."""
    if isinstance(value, Record):
        if not value.digest:
            raise UnstableValueError(f"{type(value).__name__} was not sealed")
        hasher.update(b"r" + value.digest)
    elif isinstance(value, tuple):
        hasher.update(b"t%d:" % len(value))
        for member in value:
            _add(hasher, member)
    elif isinstance(value, Value) and not isinstance(value, Moment):
        hasher.update(type(value).__name__.encode() + b"(")
        for name in value.__struct_fields__:
            _add(hasher, getattr(value, name))
    elif value is None or isinstance(value, str | int | bytes | Moment):
        encoded = msgspec.msgpack.encode(value)
        hasher.update(b"v%d:" % len(encoded) + encoded)
    else:
        raise UnstableValueError(f"an output may not hold {value!r} ({type(value).__name__})")
