"""What a published tree is: its source commit and every file in it, inside the tree itself."""

import os
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

import msgspec

NAME = "manifes.json"


class Manifest(msgspec.Struct, frozen=True, kw_only=True):
    commit: str  # of the source
    moment: str  # for which it was built, ISO 8601
    next_change: str  # the first later moment at which any output would differ
    quarantined: tuple[str, ...]  # paths below content/ that were left out
    files: dict[str, str]  # path -> sha256 of its bytes


class NoManifestError(RuntimeError):
    """The tree holds no manifest that can be read."""


def describe(
    folder: Path, commit: str, moment: str, next_change: str, quarantined: tuple[str, ...]
) -> Manifest:
    """Read the whole tree from disk, as it will be served."""
    files = {path: sha256((folder / path).read_bytes()).hexdigest() for path in file_paths(folder)}
    return Manifest(
        commit=commit,
        moment=moment,
        next_change=next_change,
        quarantined=quarantined,
        files=files,
    )


def save(manifest: Manifest, folder: Path) -> None:
    data = msgspec.json.format(msgspec.json.encode(manifest, order="sorted"), indent=1)
    (folder / NAME).write_bytes(data + b"\n")


def read(folder: Path) -> Manifest:
    try:
        return decode((folder / NAME).read_bytes())
    except OSError as error:
        raise NoManifestError(f"no manifest in {folder.name!r}: {error}") from error


def decode(data: bytes) -> Manifest:
    try:
        return msgspec.json.decode(data, type=Manifest)
    except msgspec.MsgspecError as error:
        raise NoManifestError(f"the manifest cannot be read: {error}") from error


def file_paths(folder: Path) -> Iterator[str]:
    """Every file below *folder* but the manifest, sorted; a link of any kind is refused."""
    found = []
    for root, folders, names in os.walk(folder):
        for name in (*folders, *names):
            if os.path.islink(os.path.join(root, name)):
                raise ValueError(f"a link in the output: {os.path.join(root, name)!r}")
        found += [os.path.relpath(os.path.join(root, name), folder) for name in names]
    return iter(sorted(path for path in found if path != NAME))


def addresses_of_posts(manifest: Manifest) -> frozenset[str]:
    """The pages of posts: what must never be lost."""
    return frozenset(
        path
        for path in manifest.files
        if path.startswith("berita/") and path.endswith("/index.html")
    )
