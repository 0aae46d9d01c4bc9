"""`make gambar`: pictures of the doors for docs/panduan, and their taps, counted on the way.

python -m tests.pictures [door …] walks each door with the sample content, as an officer would:
the composer and the editor in Chromium on a phone of 360 pixels, the commands in a terminal.
"""

import re
import shutil
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from playwright.sync_api import Browser

from tests.conftest import ROOT, copy_project, pelican
from tests.pictures import composer, editor, form, terminal
from tests.site.browsing import chromium, served
from tests.site.editing import staged

NOW = "2026-11-25 09:00"
TABLE = ROOT / "docs/panduan/pintu.md"
FORGE = "https://github.com/contoh/kabar"
Rows = Iterator[tuple[str, str]]


def main(names: list[str]) -> int:
    counted: dict[str, str] = {}
    with tempfile.TemporaryDirectory() as holder, chromium() as browser:
        for name in names or list(DOORS):
            folder = Path(holder) / name
            folder.mkdir()
            counted |= dict(DOORS[name](browser, folder))
    if not names:
        _write_table(counted)
    return 0


def _composer(browser: Browser, folder: Path) -> Rows:
    """The sample site, as if it had a forge."""
    project = _sample(folder)
    conf = project / "pelicanconf.py"
    text = conf.read_text(encoding="utf-8").replace('FORGE = ""', 'FORGE = "github"')
    conf.write_text(text.replace('FORGE_URL = ""', f'FORGE_URL = "{FORGE}"'), encoding="utf-8")
    done = pelican(project, NOW=NOW)
    assert done.returncode == 0, done.stdout + done.stderr
    with served(project / "output") as address:
        yield from composer.walks(browser, address, NOW)


def _editor(browser: Browser, folder: Path) -> Rows:
    with staged(_sample(folder), NOW) as stage:
        yield from editor.walks(browser, stage)


def _form(browser: Browser, folder: Path) -> Rows:
    yield from form.drawn(browser)


def _terminal(browser: Browser, folder: Path) -> Rows:
    yield from terminal.typed(browser, _sample(folder))


def _sample(folder: Path) -> Path:
    project = copy_project(folder / "proyek", contoh=True)
    shutil.rmtree(project / "content")
    shutil.copytree(ROOT / "content", project / "content")
    return project


DOORS: Mapping[str, Callable[[Browser, Path], Rows]] = {
    "tulis": _composer,
    "redaksi": _editor,
    "formulir": _form,
    "perintah": _terminal,
}


def _write_table(counted: Mapping[str, str]) -> None:
    head = "| pekerjaan | ketukan | huruf diketik | menit |\n|---|---|---|---|\n"
    rows = "\n".join(f"| {name} | {row} |" for name, row in counted.items())
    text = TABLE.read_text(encoding="utf-8")
    text = _between(text, "dihitung: make gambar", head + rows)
    text = _between(text, "dijumlahkan: make gambar", form.taps())
    TABLE.write_text(text, encoding="utf-8")


def _between(text: str, mark: str, block: str) -> str:
    place = re.compile(rf"(<!-- {mark} -->\n).*?(<!-- sampai di sini -->)", re.DOTALL)
    assert place.search(text), mark
    return place.sub(lambda found: f"{found[1]}\n{block}\n\n{found[2]}", text)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
