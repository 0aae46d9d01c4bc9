"""Which output was made of what: the memory that makes a rebuild cost what changed.

One section for each month and one for the pages that all months share. A section says
under which key it was planned and the fingerprint of each output. A manifest lies in the
cache under the name of its digest, and each output tree carries the name of its own: a
copied tree is described as well as the first, a half-written one by none, and is built
anew.
"""

import re
from pathlib import Path

import msgspec

from plugins.model.record import digest_of_bytes
from plugins.model.report import MARK

TREES = 12  # manifests that are kept: a few releases, and the folder of `make html`
_NAME = re.compile(r"[0-9a-f]{32}\Z")
_DIGEST = 16  # bytes


class Planned(msgspec.Struct, frozen=True):
    """One section: outputs in the order of their paths."""

    key: bytes
    outputs: dict[str, bytes]  # path -> fingerprint


_encode = msgspec.msgpack.Encoder(order="deterministic").encode
_decode_all = msgspec.msgpack.Decoder(dict[str, bytes]).decode
_decode_one = msgspec.msgpack.Decoder(Planned).decode


class BuildManifest:
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

    def section_paths(self, name: str) -> set[str]:
        section = self.section(name)
        return set(section.outputs) if section else set()


def pack(planned: Planned) -> bytes:
    """A section as the manifest keeps it: its key in front, to be compared undecoded."""
    return planned.key + _encode(planned)


def load(folder: Path, output: Path) -> BuildManifest | None:
    """The manifest of an output tree, or None where none describes this tree."""
    try:
        mark = (output / MARK).read_text("ascii")
        if not _NAME.match(mark):
            return None
        data = (folder / mark).read_bytes()
        if digest_of_bytes(data).hex() != mark:
            return None
        return BuildManifest(_decode_all(data))
    except (OSError, UnicodeDecodeError, msgspec.MsgspecError):
        return None


def unmark(output: Path) -> None:
    """From here on the tree is in motion: whoever finds it so builds it anew."""
    (output / MARK).unlink(missing_ok=True)


def save(sections: dict[str, bytes], folder: Path, output: Path) -> None:
    """Keep the manifest and bind it to the tree, which is now whole."""
    data = _encode(dict(sorted(sections.items())))
    mark = digest_of_bytes(data).hex()
    folder.mkdir(parents=True, exist_ok=True)
    partial = folder / ".sebagian"
    partial.write_bytes(data)
    partial.replace(folder / mark)
    _forget_oldest(folder)
    output.mkdir(parents=True, exist_ok=True)
    (output / MARK).write_text(mark, "ascii")


def _forget_oldest(folder: Path) -> None:
    files = [file for file in folder.iterdir() if _NAME.match(file.name)]
    for file in sorted(files, key=lambda file: file.stat().st_mtime_ns)[:-TREES]:
        file.unlink(missing_ok=True)
