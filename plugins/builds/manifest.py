"""Which output was made of what: the memory that makes a rebuild cost what changed.

One section for each month and one for the pages that all months share. A section says
under which key it was planned and the fingerprint of each output. The manifest lies
beside the output and is bound to it by a mark inside the output tree: a lost, copied or
half-written tree does not carry the right mark, and is built anew.
"""

from pathlib import Path

import msgspec

from plugins.model.record import digest_of_bytes

MARK = ".jejak"  # in the output: the digest of the manifest that describes the tree
_DIGEST = 16  # bytes


class Planned(msgspec.Struct, frozen=True):
    """One section: outputs in the order of their paths."""

    key: bytes
    outputs: dict[str, bytes]  # path -> fingerprint


_encode = msgspec.msgpack.Encoder(order="deterministic").encode
_decode_all = msgspec.msgpack.Decoder(dict[str, bytes]).decode
_decode_one = msgspec.msgpack.Decoder(Planned).decode


class Manifest:
    """Sections are decoded only when they are asked for."""

    def __init__(self, sections: dict[str, bytes]) -> None:
        self.sections = sections

    def key(self, name: str) -> bytes:
        """The key of a section, which stands at its beginning."""
        section = self.section(name)
        return section.key if section else b""

    def section(self, name: str) -> Planned | None:
        data = self.sections.get(name)
        return _decode_one(data[_DIGEST:]) if data is not None else None

    def planned_under(self, name: str, key: bytes) -> bool:
        data = self.sections.get(name)
        return data is not None and data[:_DIGEST] == key

    def paths(self) -> set[str]:
        """Every output of every section."""
        return {path for name in self.sections for path in self.section_paths(name)}

    def __len__(self) -> int:
        """Outputs of all sections; a photo that two months show counts twice."""
        return sum(len(self.section_paths(name)) for name in self.sections)

    def section_paths(self, name: str) -> set[str]:
        section = self.section(name)
        return set(section.outputs) if section else set()


def pack(planned: Planned) -> bytes:
    """A section as the manifest keeps it: its key in front, to be compared undecoded."""
    return planned.key + _encode(planned)


def load(file: Path, output: Path) -> Manifest | None:
    """The manifest of an output tree, or None where it does not describe this tree."""
    try:
        data = file.read_bytes()
        mark = (output / MARK).read_bytes()
        if digest_of_bytes(data).hex().encode() != mark:
            return None
        return Manifest(_decode_all(data))
    except (OSError, msgspec.MsgspecError):
        return None


def unmark(output: Path) -> None:
    """From here on the tree is in motion: whoever finds it so builds it anew."""
    (output / MARK).unlink(missing_ok=True)


def save(sections: dict[str, bytes], file: Path, output: Path) -> None:
    """Keep the manifest and bind it to the tree, which is now whole."""
    data = _encode(dict(sorted(sections.items())))
    file.parent.mkdir(parents=True, exist_ok=True)
    partial = file.with_suffix(".sebagian")
    partial.write_bytes(data)
    partial.replace(file)
    output.mkdir(parents=True, exist_ok=True)
    (output / MARK).write_bytes(digest_of_bytes(data).hex().encode())
