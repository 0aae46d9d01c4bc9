"""The editor as it is delivered: Sveltia CMS from the folder that `make redaksi` has filled.

Nothing of it lies in the repository. npm holds the package against the sha512 in
deploy/redaksi/package-lock.json; here what is taken from it is held against one more digest,
so that a changed file of the folder never reaches an officer.
"""

import re
from collections.abc import Iterator
from hashlib import sha512
from pathlib import Path

from plugins.model.record import Value, digest

VERSION = "0.221.1"
DIGEST = (
    "4a3af9a0e853b559d569206dd570eb49aea3886cb4fa718188f51c1d6abc8350"
    "cf69e1629c47cb664867890758ccbba697eaba894a04d01dc15b0e5d5665939a"
)
_CMS = "node_modules/@sveltia/cms"
# Libraries that the package leaves to a bundler; those of maps, code and vector images are not
# needed by any field of ours.
_LIBRARIES = (
    ("turndown/lib/turndown.browser.es.js", "node_modules/turndown/lib/turndown.browser.es.js"),
    ("exifr/dist/lite.esm.mjs", "node_modules/exifr/dist/lite.esm.mjs"),
    ("immutable", "node_modules/immutable/dist/immutable.es.js"),
)
_SKIPPED = (".map",)
_ELSEWHERE = re.compile(r"url\(https://cdn\.jsdelivr\.net/[^)]+\)\s*format\('[^']+'\)")
_ODD = re.compile(r"[^a-z0-9./]")
_OWN = Path(__file__).resolve().parents[2] / "theme" / "editor"
_LOADER = "()=>u(()=>import(`{file}`),[],import.meta.url)"
_LOCALES = "pt-PT,ru,sv,tr,uk,vi,zh-CN,zh-TW`.split(`,`)"


class EditorPackageError(RuntimeError):
    """The folder does not hold the editor that this project was tried with."""


class EditorFile(Value, frozen=True):
    href: str
    data: bytes


class EditorPackage(Value, frozen=True):
    script: str  # address of the module that begins
    files: tuple[EditorFile, ...]


def editor_package(folder: Path, own: Path = _OWN) -> EditorPackage:
    """Everything below one address made of its content, so that modules find one another."""
    taken = _taken(folder)
    taken["npm/index.js"] = _adapted(taken["npm/index.js"].decode()).encode()
    files = {
        **_plainly_named(taken),
        **{f"{name}.js": (own / f"{name}.js").read_bytes() for name in ("main", "words")},
    }
    root = f"/aset/redaksi-{digest(tuple(sorted(files.items()))).hex()[:16]}"
    return EditorPackage(
        f"{root}/main.js",
        tuple(EditorFile(f"{root}/{name}", data) for name, data in sorted(files.items())),
    )


def _taken(folder: Path) -> dict[str, bytes]:
    """The files of the package that we serve, by their names here; raises EditorPackageError."""
    if not (folder / _CMS / "npm" / "index.js").is_file():
        raise EditorPackageError(
            f"EDITOR is {str(folder)!r}, and the editor is not in it; run `make redaksi`.\n"
            f"EDITOR menunjuk {str(folder)!r}, tetapi penyuntingnya belum ada di sana. "
            "Jalankan `make redaksi` sekali, lalu bangun lagi."
        )
    found = dict(_files(folder))
    whole = sha512()
    for name, data in sorted(found.items()):
        whole.update(f"{name} {len(data)}\n".encode() + data)
    if whole.hexdigest() != DIGEST:
        raise EditorPackageError(
            f"the editor in {str(folder)!r} is not Sveltia CMS {VERSION} as pinned: its files "
            f"have the digest {whole.hexdigest()!r}; run `make redaksi` again.\n"
            f"Penyunting di {str(folder)!r} bukan versi {VERSION} yang dikunci proyek ini. "
            "Jalankan `make redaksi` sekali lagi."
        )
    return found


def _files(folder: Path) -> Iterator[tuple[str, bytes]]:
    cms = folder / _CMS
    for file in (cms / "npm").rglob("*"):
        if file.is_file() and file.suffix not in _SKIPPED:
            yield f"npm/{file.relative_to(cms / 'npm').as_posix()}", file.read_bytes()
    yield "LICENSE.txt", (cms / "LICENSE.txt").read_bytes()
    for _, path in _LIBRARIES:
        yield _library(path), (folder / path).read_bytes()


def _library(path: str) -> str:
    """Servers know what .js is; not all know .mjs."""
    return f"pustaka/{path.split('/')[1]}.js"


def _plainly_named(files: dict[str, bytes]) -> dict[str, bytes]:
    """No output has a capital letter in its name; the modules name the files by the new ones."""
    names = {name: _ODD.sub("-", name.lower()) for name in files}
    renamed = [(n.rsplit("/")[-1].encode(), p.rsplit("/")[-1].encode()) for n, p in names.items()]
    exchanged = [(old, new) for old, new in renamed if old != new]
    return {
        names[name]: _renaming(data, exchanged) if name.endswith(".js") else data
        for name, data in files.items()
    }


def _renaming(script: bytes, names: list[tuple[bytes, bytes]]) -> bytes:
    for old, new in names:
        script = script.replace(old, new)
    return script


def _adapted(script: str) -> str:
    """Libraries by their place, Indonesian where Vietnamese was, and nobody else asked."""
    for bare, path in _LIBRARIES:
        script = _exchanged(script, f"import(`{bare}`)", f"import(`../{_library(path)}`)")
    words, ours = _LOADER.format(file="../locales/vi.json"), _LOADER.format(file="../words.js")
    script = _exchanged(script, f"vi:{words}", f"id:{ours}")
    script = _exchanged(script, _LOCALES, _LOCALES.replace("vi,", "id,"))
    return _ELSEWHERE.sub("local('')", script)  # the same fonts are loaded from beside it


def _exchanged(script: str, old: str, new: str) -> str:
    if script.count(old) != 1:
        raise EditorPackageError(
            f"{old!r} stands {script.count(old)} times in Sveltia CMS {VERSION}; expected once"
        )
    return script.replace(old, new)
