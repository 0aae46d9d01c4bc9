"""`make rapikan`: put files into the normal form, and show every stroke."""

import difflib
import os
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import NamedTuple

from plugins.intake.enlisting import enlisted
from plugins.intake.normalform import KINDS, UncertainFormError, normal_form
from plugins.model.addresses import place_of, post_path
from plugins.reading import pool
from plugins.reading.git import GitError, git
from plugins.reading.header import decode
from plugins.reading.jobs import MAX_PHOTO, MAX_TEXT
from plugins.reading.photos import PhotoWords, photo_words
from plugins.reading.reader import TEXT_SECONDS
from plugins.reading.terminal import paint

PREFIX = "content/"
_MAINS = ("origin/main", "main")
_COLOURS = {"---": "bold", "+++": "bold", "@@": "cyan", "-": "red", "+": "green"}
_NOTES = (
    (lambda data: data.startswith(b"\xef\xbb\xbf"), "tanda awal berkas (BOM) dihapus"),
    (lambda data: b"\r" in data, "akhir baris gaya Windows diganti"),
    (lambda data: not data.endswith(b"\n"), "baris terakhir ditutup"),
)


class NormalizeError(RuntimeError):
    """Nothing was looked at; the message is for the officer."""


class Result(NamedTuple):
    """What became of one file."""

    path: str  # below content/
    before: bytes
    after: bytes
    trouble: str = ""  # why it was left alone, behind line and column


def normalize_files(repository: Path, paths: Sequence[str], dry_run: bool, colour: bool) -> str:
    """Put files below content/ into the normal form, unless *dry_run*; return what to tell."""
    content = repository / PREFIX
    texts = dict.fromkeys(map(_text_of, paths))  # a new photo concerns its post
    jobs = [path for path in texts if (place := place_of(path)) and place.kind in KINDS]
    results = list(_results(content, jobs))
    changed = [result for result in results if result.after != result.before]
    for result in () if dry_run else changed:
        _replace(content / result.path, result.after)
    told = [_difference(result, colour) for result in changed]
    told += [_left_alone(result) for result in results if result.trouble]
    return "\n".join([*told, _summary(results, changed, dry_run)])


def changed_paths(repository: Path) -> list[str]:
    """The files below content/ that differ from main, new ones included."""
    try:
        base = git(repository, "merge-base", "HEAD", _main(repository)).decode().strip()
        listed = git(repository, "diff", "--name-only", "-z", "--diff-filter=d", base, "--", PREFIX)
        loose = git(repository, "ls-files", "-o", "-z", "--exclude-standard", "--", PREFIX)
    except GitError as error:
        raise NormalizeError(
            "Berkas yang berubah tidak dapat ditentukan. Sebutkan dengan BERKAS=…, "
            f"atau rapikan semuanya dengan SEMUA=1. ({error})"
        ) from error
    names = (listed + loose).decode(errors="surrogateescape").split("\0")
    return sorted({name.removeprefix(PREFIX) for name in names if name})


def all_paths(repository: Path) -> list[str]:
    return sorted(_below(repository / PREFIX, repository / PREFIX))


def named_paths(repository: Path, names: Iterable[str]) -> list[str]:
    """Files, and what lies in folders, as they are named from here."""
    content = (repository / PREFIX).absolute()
    found: set[str] = set()
    for name in names:
        place = Path(os.path.normpath(Path(name).absolute()))
        if not place.is_relative_to(content) or not place.exists():
            raise NormalizeError(f"Tidak ada berkas “{name}” di folder content/.")
        if place.is_dir():
            found |= _below(content, place)
        else:
            found.add(str(place.relative_to(content)))
    return sorted(found)


def _text_of(path: str) -> str:
    place = place_of(path)
    return post_path(place.id) if place and place.kind == "photo" else path


def _below(content: Path, folder: Path) -> set[str]:
    files = (file for file in folder.rglob("*.md") if file.is_file())
    return {str(file.relative_to(content)) for file in files}


def _main(repository: Path) -> str:
    for name in _MAINS:
        try:
            git(repository, "rev-parse", "-q", "--verify", f"{name}^{{commit}}")
        except GitError:
            continue
        return name
    raise GitError("tidak ada cabang main")


def _results(content: Path, paths: Sequence[str]) -> Iterable[Result]:
    """Tidy each file in a child, which a text that takes too long cannot hold up."""
    before = {path: _read(content, path) for path in paths}
    readable = [path for path in paths if before[path] is not None]

    def work(path: str) -> bytes:
        return _normal(path, before[path] or b"", _photos_beside(content, path))

    done = pool.run(readable, work, 2 * TEXT_SECONDS)
    after = {readable[number]: payload for number, payload in done}
    for path in paths:
        data = before[path]
        if data is None:
            yield Result(path, b"", b"", "1:1 bukan berkas biasa, atau terlalu besar")
            continue
        payload = after[path] or b"!1:1 terlalu lama dibaca"
        if payload.startswith(b"!"):
            yield Result(path, data, data, payload[1:].decode())
        else:
            yield Result(path, data, payload[1:])


def _read(content: Path, path: str) -> bytes | None:
    """The bytes of a plain file that lies in content/ itself, not behind a link."""
    file = content / path
    own = file.resolve() == (content.resolve() / path) and file.is_file()
    return file.read_bytes() if own and file.stat().st_size <= MAX_TEXT else None


def _photos_beside(content: Path, path: str) -> dict[str, Callable[[], PhotoWords]]:
    """What each photo beside a post says of itself, read when it is asked for."""
    place = place_of(path)
    if place is None or place.kind != "post":
        return {}
    names = sorted(file.name for file in (content / path).parent.iterdir() if file.is_file())
    near = {name: path.removesuffix("index.md") + name for name in names}
    photos = {n: p for n, p in near.items() if (found := place_of(p)) and found.kind == "photo"}
    return {name: partial(_words_of, content / photo) for name, photo in photos.items()}


def _words_of(file: Path) -> PhotoWords:
    small = file.stat().st_size <= MAX_PHOTO
    return photo_words(file.read_bytes()) if small else PhotoWords("", "")


def _normal(path: str, data: bytes, beside: Mapping[str, Callable[[], PhotoWords]]) -> bytes:
    """The new bytes behind a `=`, or the reason behind a `!`."""
    place = place_of(path)
    assert place
    try:
        normal = normal_form(path, place, data)
        listed = enlisted(path, normal, beside) if beside else normal
        return b"=" + (normal if listed == normal else normal_form(path, place, listed))
    except UncertainFormError as error:
        return f"!{error.line}:{error.column} {error}".encode()


def _replace(file: Path, data: bytes) -> None:
    partial = file.with_name(file.name + ".sebagian")
    partial.write_bytes(data)
    partial.chmod(file.stat().st_mode)
    partial.replace(file)


def _difference(result: Result, colour: bool) -> str:
    """The strokes as a unified diff, and in words what a diff does not show."""
    texts = (decode(data)[0].removesuffix("\n") for data in (result.before, result.after))
    old, new = (text.split("\n") for text in texts)
    name = PREFIX + result.path
    rows = list(difflib.unified_diff(old, new, f"a/{name}", f"b/{name}", lineterm="", n=2))
    notes = [words for holds, words in _NOTES if holds(result.before)]
    head = [] if rows else [name]
    return "\n".join(
        [*head, *(_painted(row, colour) for row in rows), *(f"  {note}" for note in notes)]
    )


def _painted(row: str, colour: bool) -> str:
    found = next((paints for mark, paints in _COLOURS.items() if row.startswith(mark)), "")
    return paint(row, found, colour) if found else row


def _left_alone(result: Result) -> str:
    where, _, reason = result.trouble.partition(" ")
    return f"{PREFIX}{result.path}:{where} dibiarkan: {reason}."


def _summary(results: Sequence[Result], changed: Sequence[Result], dry_run: bool) -> str:
    left = sum(bool(result.trouble) for result in results)
    rest = f" {left} berkas dibiarkan; lihat: make periksa" if left else ""
    if not results:
        return "Tidak ada berkas yang perlu dilihat. Untuk semuanya: make rapikan SEMUA=1"
    if not changed:
        return f"{len(results) - left} berkas sudah rapi.{rest}"
    if dry_run:
        return f"{len(changed)} berkas akan dirapikan; belum ada yang ditulis.{rest}"
    return f"{len(changed)} berkas dirapikan.{rest}"
