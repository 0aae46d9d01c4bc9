"""Costly outputs that are made once ever: kept beside the build, checked when used again.

An output is kept under its fingerprint; one of which its last day of use is known, in the
folder of that day, which goes when the day is over. Before its bytes each kept file has their
number and their digest, so a damaged one is a miss and never a wrong file.
"""

import os
import shutil
from hashlib import sha256
from pathlib import Path

_DIGEST = 16  # bytes
_NUMBER = 8  # bytes
_BEFORE_DATA = _DIGEST + _NUMBER + _DIGEST
_UNTIL = "sampai-"  # before the ordinal of a day, in the name of its folder


class Keep:
    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def get(self, fingerprint: bytes, last: int = 0) -> bytes | None:
        try:
            kept = self._file(fingerprint, last).read_bytes()
        except OSError:
            return None
        mark, data = kept[_BEFORE_DATA - _DIGEST : _BEFORE_DATA], kept[_BEFORE_DATA:]
        return data if mark == _mark(data) else None

    def size(self, fingerprint: bytes, last: int = 0) -> int | None:
        """How many bytes are kept, without reading them."""
        try:
            with self._file(fingerprint, last).open("rb") as kept:
                mark, number = kept.read(_DIGEST), kept.read(_NUMBER)
                length = os.fstat(kept.fileno()).st_size
        except OSError:
            return None
        size = int.from_bytes(number, "big")
        whole = mark == _mark(fingerprint + number) and length == _BEFORE_DATA + size
        return size if whole else None

    def put(self, fingerprint: bytes, data: bytes, last: int = 0) -> None:
        file = self._file(fingerprint, last)
        file.parent.mkdir(parents=True, exist_ok=True)
        partial = file.with_suffix(f".{os.getpid()}")  # another worker may make the same one
        number = len(data).to_bytes(_NUMBER, "big")
        with partial.open("wb") as kept:
            kept.writelines((_mark(fingerprint + number), number, _mark(data), data))
        partial.replace(file)

    def forget_before(self, today: int) -> None:
        """Drop what was of use up to a day that is over."""
        for folder in self.folder.glob(f"{_UNTIL}*"):
            if int(folder.name.removeprefix(_UNTIL)) < today:
                shutil.rmtree(folder)

    def _file(self, fingerprint: bytes, last: int) -> Path:
        name = fingerprint.hex()
        folder = self.folder / f"{_UNTIL}{last}" if last else self.folder
        return folder / name[:2] / name[2:]


def _mark(data: bytes) -> bytes:
    return sha256(data).digest()[:_DIGEST]  # processors have it built in
