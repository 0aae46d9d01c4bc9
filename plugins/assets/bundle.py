"""Style sheets as one file, fonts and scripts beside it, under names made of their content."""

import re
from collections.abc import Iterator
from pathlib import Path

from plugins.model.addresses import output_path
from plugins.model.edition import Assets, Edition
from plugins.model.monthedition import MonthEdition
from plugins.model.output import Output, Resources
from plugins.model.record import Value, digest

_IMPORT = re.compile(r'@import "([^"]+)";')
_URL = re.compile(r'url\("\.\./static/([^"]+)"\)')
_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_MODULE = re.compile(r'(?<= from ")\./([\w-]+\.js)(?=";)')
_REMARK = re.compile(r"^[ \t]*/\*.*?\*/[ \t]*\n|^[ \t]+|^\n", re.DOTALL | re.MULTILINE)
_PRELOADED = ("fonts/plus-jakarta-sans.woff2",)
_COMPOSER, _FIRST, _OFFLINE = "compose/", "compose/main.js", "compose/offline.js"


class AssetFile(Value, frozen=True):
    href: str
    data: bytes


def asset_files(theme: Path) -> tuple[Assets, tuple[AssetFile, ...]]:
    """Name every file of theme/static by its content, and each style sheet as one."""
    static = static_files(theme / "static")
    sheets = {
        name: _asset(style_sheet(theme / "css", static, f"{name}.css").encode(), ".css")
        for name in ("site", "compose")
        if (theme / "css" / f"{name}.css").exists() or name == "site"
    }
    modules = sorted(n for n in static if n.startswith(_COMPOSER) and n != _OFFLINE)
    assets = Assets(
        stylesheet=sheets["site"].href,
        fonts=tuple(static[name].href for name in _PRELOADED),
        icon=static["icon.svg"].href,
        sorting=static["sort.js"].href,
        composer=tuple(static[n].href for n in sorted(modules, key=lambda n: n != _FIRST)),
        composer_sheet=sheets["compose"].href if "compose" in sheets else "",
        offline=static[_OFFLINE].href if _OFFLINE in static else "",
    )
    return assets.sealed(), (*sheets.values(), *static.values())


def style_sheet(folder: Path, static: dict[str, AssetFile], name: str = "site.css") -> str:
    """Join the sheets in the order in which one names them, which is the cascade.

    Raises FileNotFoundError or KeyError for a sheet or a file that does not exist.
    """
    names = _IMPORT.findall((folder / name).read_text(encoding="utf-8"))
    sheets = [(folder / name).read_text(encoding="utf-8") for name in names]
    joined = "\n".join(_COMMENT.sub("", sheet) for sheet in sheets)
    lines = (line.strip() for line in joined.splitlines())
    compact = "\n".join(line for line in lines if line)
    # Sheet and files share one folder, so the address needs no base prefix.
    return _URL.sub(lambda m: f'url("{static[m[1]].href.rsplit("/", 1)[1]}")', compact) + "\n"


def asset_outputs(files: tuple[AssetFile, ...], _edition: Edition) -> Iterator[Output]:
    return (Output(output_path(file.href), as_it_is, file) for file in files)


def asset_month_outputs(_edition: MonthEdition) -> Iterator[Output]:
    """No month has a style of its own."""
    return iter(())


def as_it_is(file: AssetFile, _resources: Resources) -> bytes:
    return file.data


def static_files(folder: Path) -> dict[str, AssetFile]:
    """The files by their names in the folder; licences stay with the source."""
    files = (file for file in sorted(folder.rglob("*")) if file.is_file())
    found: dict[str, AssetFile] = {}
    for file in files:
        if file.suffix != ".txt":
            _add(file, folder, found, ())
    return found


def _add(file: Path, root: Path, found: dict[str, AssetFile], above: tuple[Path, ...]) -> AssetFile:
    """A module names others as they lie in the source; they are named by content before it.

    Raises ValueError where modules import one another in a circle.
    """
    name = str(file.relative_to(root))
    if file in above:
        raise ValueError(f"{name!r} imports itself, by way of {above[-1].name!r}")
    if name not in found:
        data = file.read_bytes()
        if file.suffix == ".js":
            named = _MODULE.sub(
                lambda m: (
                    "./"
                    + _add(file.with_name(m[1]), root, found, (*above, file)).href.rsplit("/", 1)[1]
                ),
                data.decode(),
            )
            data = _REMARK.sub("", named).encode()  # no text of ours runs over two lines
        found[name] = _asset(data, file.suffix)
    return found[name]


def _asset(data: bytes, ending: str) -> AssetFile:
    return AssetFile(f"/aset/{digest(data).hex()[:16]}{ending}", data)
