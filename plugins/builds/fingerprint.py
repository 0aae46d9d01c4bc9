"""What the bytes of an output depend on, as one digest."""

from hashlib import blake2b
from typing import Any

import msgspec
from msgspec import inspect

from plugins.model.output import Output

_SIZE = 16  # bytes
_encode = msgspec.msgpack.Encoder().encode
_STEADY = (
    inspect.IntType, inspect.StrType, inspect.BoolType, inspect.BytesType, inspect.NoneType,
    inspect.EnumType,
)  # fmt: skip


_KNOWN: set[type[Any]] = set()  # kinds of values that were looked at


class UnstableValueError(TypeError):
    """An output was given a value whose bytes may differ between runs."""


def fingerprint(output: Output, constants: bytes) -> bytes:
    """Combine the renderer's name and the values with *constants*.

    *constants* stand for what the renderer sees beside the values: site, assets, code,
    templates. The values are encoded whole, which costs less than walking over them. A final
    output is the same whoever renders it: moving code must not cost ten years of photos.
    """
    refuse_unsteady(type(output.values))
    hasher = blake2b(constants, digest_size=_SIZE)
    if not output.final:
        hasher.update(_name(output.renderer).encode() + b"\0")
    hasher.update(type(output.values).__name__.encode() + b"\0")
    hasher.update(_encode(output.values))
    return hasher.digest()


def _name(renderer: Any) -> str:
    return renderer if isinstance(renderer, str) else f"{renderer.__module__}:{renderer.__name__}"


def refuse_unsteady(kind: type[Any]) -> None:
    """Raise UnstableValueError where values of a type could be equal and print differently.

    Records, tuples, text, numbers and None are steady; a dict or a set is not, nor is
    anything that this program did not declare.
    """
    if kind not in _KNOWN:
        _check(inspect.type_info(kind), kind.__name__, set())
        _KNOWN.add(kind)


def _check(found: inspect.Type, name: str, seen: set[type]) -> None:
    if isinstance(found, inspect.StructType):
        if found.cls not in seen:
            seen.add(found.cls)
            for field in found.fields:
                _check(field.type, f"{name}.{field.name}", seen)
    elif isinstance(found, inspect.UnionType):
        for member in found.types:
            _check(member, name, seen)
    elif isinstance(found, inspect.VarTupleType):
        _check(found.item_type, name, seen)
    elif isinstance(found, inspect.TupleType):
        for member in found.item_types:
            _check(member, name, seen)
    elif not isinstance(found, _STEADY):
        raise UnstableValueError(f"an output may not hold {name} ({type(found).__name__})")
