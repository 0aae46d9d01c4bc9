"""Costly outputs that are made once ever: kept beside the build, checked when used again.

An output is kept under its fingerprint. Each kept file begins with the digest of its
bytes, so a damaged one is a miss and never a wrong file.
"""

from hashlib import sha256
from pathlib import Path

_DIGEST = 16  # bytes


class Keep:
    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def get(self, fingerprint: bytes) -> bytes | None:
        try:
            kept = self._file(fingerprint).read_bytes()
        except OSError:
            return None
        mark, data = kept[:_DIGEST], kept[_DIGEST:]
        return data if mark == _mark(data) else None

    def put(self, fingerprint: bytes, data: bytes) -> None:
        file = self._file(fingerprint)
        file.parent.mkdir(parents=True, exist_ok=True)
        partial = file.with_suffix(".sebagian")
        partial.write_bytes(_mark(data) + data)
        partial.replace(file)

    def _file(self, fingerprint: bytes) -> Path:
        name = fingerprint.hex()
        return self.folder / name[:2] / name[2:]


def _mark(data: bytes) -> bytes:
    return sha256(data).digest()[:_DIGEST]  # processors have it built in
