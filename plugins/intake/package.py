"""What the job that reads an issue hands to the job that may write: files and words, no more."""

from pathlib import Path

import msgspec

from plugins.model.addresses import place_of

FILES = "berkas"
FACTS = "kiriman.json"
LARGEST = 64 * 1024 * 1024  # bytes of all files
MOST = 20  # files
_KINDS = ("post", "photo", "event")


class Package(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One issue, read and judged."""

    number: int  # of the issue
    subject: str  # of the commit and the pull request, on one line
    author: str
    mail: str
    trusted: bool  # an officer of that agency sent it
    passes: bool  # the gate has no objection
    kept: bool  # whether its files may stand in the repository
    told: str  # the answer in the issue, in Markdown
    files: tuple[str, ...] = ()  # paths below content/, in order


class PackageError(ValueError):
    """A package that this program did not make."""


def save(folder: Path, package: Package, files: dict[str, bytes]) -> None:
    for path, data in files.items():
        file = folder / FILES / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(data)
    folder.mkdir(parents=True, exist_ok=True)
    (folder / FACTS).write_bytes(msgspec.json.encode(package))


def load(folder: Path) -> tuple[Package, dict[str, bytes]]:
    """Raises PackageError: whoever took over the first job gains no more than a proposal."""
    try:
        package = msgspec.json.decode((folder / FACTS).read_bytes(), type=Package)
    except (OSError, msgspec.MsgspecError) as error:
        raise PackageError(f"{folder / FACTS} cannot be read: {error}") from error
    if package.number < 1 or len(package.files) > MOST or "\n" in package.subject:
        raise PackageError(f"package {package.number!r} is misshapen")
    files: dict[str, bytes] = {}
    for path in package.files:
        place = place_of(path)
        file = folder / FILES / path
        if place is None or place.kind not in _KINDS or file.is_symlink() or not file.is_file():
            raise PackageError(f"{path!r} is no post, photo or activity")
        files[path] = file.read_bytes()
    if sum(map(len, files.values())) > LARGEST:
        raise PackageError(f"the files hold more than {LARGEST} bytes")
    return package, files
