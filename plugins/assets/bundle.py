"""Style sheets into one file, and fonts beside it, under names made of their content."""

import re
from collections.abc import Iterator
from pathlib import Path

from plugins.model.addresses import output_path
from plugins.model.edition import Assets, Edition, MonthEdition
from plugins.model.output import Output, Resources
from plugins.model.record import Value, digest

_IMPORT = re.compile(r'@import "([^"]+)";')
_URL = re.compile(r'url\("\.\./static/([^"]+)"\)')
_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_PRELOADED = ("fonts/plus-jakarta-sans.woff2",)


class AssetFile(Value, frozen=True):
    href: str
    data: bytes


def asset_files(theme: Path) -> tuple[Assets, tuple[AssetFile, ...]]:
    """Name every file of theme/static by its content, and the sheets of theme/css as one."""
    static = {
        str(file.relative_to(theme / "static")): _asset(file.read_bytes(), file.suffix)
        for file in sorted((theme / "static").rglob("*"))
        if file.is_file() and file.suffix != ".txt"  # licences stay with the source
    }
    sheet = _asset(style_sheet(theme / "css", static).encode(), ".css")
    assets = Assets(
        stylesheet=sheet.href,
        fonts=tuple(static[name].href for name in _PRELOADED),
        icon=static["icon.svg"].href,
        sorting=static["sort.js"].href,
    )
    return assets.sealed(), (sheet, *static.values())


def style_sheet(folder: Path, static: dict[str, AssetFile]) -> str:
    """Join the sheets in the order of site.css, which is the cascade.

    Raises FileNotFoundError or KeyError for a sheet or a file that does not exist.
    """
    names = _IMPORT.findall((folder / "site.css").read_text(encoding="utf-8"))
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


def _asset(data: bytes, ending: str) -> AssetFile:
    return AssetFile(f"/aset/{digest(data).hex()[:16]}{ending}", data)
