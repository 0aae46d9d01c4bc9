"""What a published tree is: its source commit and every file in it, inside the tree itself."""

import os
from collections.abc import Iterable, Iterator
from hashlib import sha256
from pathlib import Path

import msgspec

from plugins.model.report import MARK, BuildReport

NAME = "manifes.json"


class Manifest(msgspec.Struct, frozen=True, kw_only=True):
    commit: str  # of the source
    moment: str  # for which it was built, ISO 8601
    next_change: str  # the first later moment at which any output would differ
    quarantined: tuple[str, ...]  # paths below content/ that were left out
    files: dict[str, str]  # path -> sha256 of its bytes


class NoManifestError(RuntimeError):
    """The tree holds no manifest that can be read."""


def describe(folder: Path, commit: str, report: BuildReport) -> Manifest:
    """Read the whole tree from disk, as it will be served."""
    return _made(commit, report, _hashed(folder, file_paths(folder)))


def describe_changes(folder: Path, commit: str, report: BuildReport) -> Manifest:
    """Read from disk what the build wrote; the rest is as the tree's older manifest says.

    A tree without a manifest is read whole.
    """
    try:
        known = read(folder).files
    except NoManifestError:
        return describe(folder, commit, report)
    gone = set(report.gone)
    files = {path: digest for path, digest in known.items() if path not in gone}
    return _made(commit, report, files | _hashed(folder, report.written))


def save(manifest: Manifest, folder: Path) -> None:
    """Replace the file, for an older release may share it."""
    data = msgspec.json.format(msgspec.json.encode(manifest, order="sorted"), indent=1)
    partial = folder / f".{NAME}.sebagian"
    partial.write_bytes(data + b"\n")
    partial.replace(folder / NAME)


def read(folder: Path) -> Manifest:
    try:
        return decode((folder / NAME).read_bytes())
    except OSError as error:
        raise NoManifestError(f"no manifest in {folder.name!r}: {error}") from error


def read_or_list(folder: Path, commit: str) -> Manifest:
    """The manifest of the live tree; where it is damaged, what can be seen of the tree.

    So no address gets lost unseen, and the next look at the clock builds anew.
    """
    try:
        return read(folder)
    except NoManifestError:
        files = dict.fromkeys(file_paths(folder), "")
        return Manifest(commit=commit, moment="", next_change="", quarantined=(), files=files)


def decode(data: bytes) -> Manifest:
    try:
        return msgspec.json.decode(data, type=Manifest)
    except msgspec.MsgspecError as error:
        raise NoManifestError(f"the manifest cannot be read: {error}") from error


def file_paths(folder: Path) -> Iterator[str]:
    """What the public gets of *folder*, sorted, the manifest apart; a link is refused."""
    found = []
    for root, folders, names in os.walk(folder):
        for name in (*folders, *names):
            if os.path.islink(os.path.join(root, name)):
                raise ValueError(f"a link in the output: {os.path.join(root, name)!r}")
        found += [os.path.relpath(os.path.join(root, name), folder) for name in names]
    return iter(sorted(path for path in found if path not in (NAME, MARK)))


def addresses_of_posts(manifest: Manifest) -> frozenset[str]:
    """The pages of posts: what must never be lost."""
    return frozenset(
        path
        for path in manifest.files
        if path.startswith("berita/") and path.endswith("/index.html")
    )


def _made(commit: str, report: BuildReport, files: dict[str, str]) -> Manifest:
    return Manifest(
        commit=commit,
        moment=report.now,
        next_change=report.next_change,
        quarantined=report.quarantined,
        files=files,
    )


def _hashed(folder: Path, paths: Iterable[str]) -> dict[str, str]:
    return {path: sha256((folder / path).read_bytes()).hexdigest() for path in paths}
