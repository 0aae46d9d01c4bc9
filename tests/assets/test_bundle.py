"""Style sheet and fonts under names made of their content."""

from pathlib import Path

import pytest

from plugins.assets.bundle import asset_files, asset_outputs, style_sheet
from plugins.builds.plan import checked
from tests.conftest import ROOT
from tests.model.makers import edition_of

FONT = "fonts/plus-jakarta-sans.woff2"


def write(folder: Path, path: str, text: str) -> None:
    file = folder / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")


@pytest.fixture
def theme(tmp_path: Path) -> Path:
    write(
        tmp_path,
        "css/site.css",
        '/* urutan */\n@import "tokens.css";\n@import "komponen/kartu.css";\n',
    )
    write(tmp_path, "css/tokens.css", ":root {\n  --warna: #0b5;\n}\n\n/* dua\n   baris */\n")
    write(tmp_path, "css/komponen/kartu.css", f'.kartu {{\n  src: url("../static/{FONT}");\n}}\n')
    write(tmp_path, f"static/{FONT}", "huruf")
    write(tmp_path, "static/fonts/OFL.txt", "lisensi")
    write(tmp_path, "static/icon.svg", "<svg/>")
    write(tmp_path, "static/sort.js", "urut()")
    return tmp_path


def named(theme: Path) -> dict[str, bytes]:
    return {file.href: file.data for file in asset_files(theme)[1]}


def test_the_sheets_are_one_file_in_the_order_of_the_cascade(theme):
    assets, (sheet, *_) = asset_files(theme)
    font = assets.fonts[0].removeprefix("/aset/")

    assert sheet.data.decode() == (
        f':root {{\n--warna: #0b5;\n}}\n.kartu {{\nsrc: url("{font}");\n}}\n'
    )
    assert assets.stylesheet == sheet.href


def test_every_file_but_a_licence_is_an_asset(theme):
    assert {href.rsplit(".", 1)[1] for href in named(theme)} == {"css", "woff2", "svg", "js"}


def test_a_name_follows_the_content_alone(theme, tmp_path_factory):
    before = asset_files(theme)[0]
    write(theme, "css/tokens.css", ":root {\n  --warna: #f00;\n}\n")
    after = asset_files(theme)[0]

    assert after.stylesheet != before.stylesheet
    assert (after.fonts, after.icon) == (before.fonts, before.icon)


def test_another_font_renames_the_sheet_that_names_it(theme):
    before = asset_files(theme)[0]
    write(theme, f"static/{FONT}", "huruf lain")
    after = asset_files(theme)[0]

    assert after.fonts != before.fonts
    assert after.stylesheet != before.stylesheet


def test_a_comment_changes_no_name(theme):
    before = asset_files(theme)[0]
    write(theme, "css/tokens.css", "/* baru */\n:root {\n\n  --warna: #0b5;\n}\n")

    assert asset_files(theme)[0] == before


def test_the_names_are_sealed(theme):
    assert asset_files(theme)[0].digest != b""


def test_a_sheet_that_is_imported_but_missing_is_an_error(theme):
    write(theme, "css/site.css", '@import "hilang.css";\n')
    with pytest.raises(FileNotFoundError):
        asset_files(theme)


def test_a_file_that_a_sheet_names_but_does_not_exist_is_an_error(theme):
    write(theme, "css/tokens.css", 'a { src: url("../static/hilang.png"); }')
    with pytest.raises(KeyError):
        asset_files(theme)


def test_a_sheet_may_stand_alone(theme):
    write(theme, "css/site.css", '@import "tokens.css";\n')

    assert style_sheet(theme / "css", {}) == ":root {\n--warna: #0b5;\n}\n"


def test_every_asset_is_an_output_with_its_bytes(theme, tmp_path):
    _, files = asset_files(theme)
    outputs = list(asset_outputs(files, edition_of()))

    assert {"/" + o.path: o.renderer(o.values, None) for o in outputs} == named(theme)


def test_the_assets_of_our_own_theme_have_safe_names_and_none_twice():
    _, files = asset_files(ROOT / "theme")

    assert len(checked(list(asset_outputs(files, edition_of())))) == len(files)


def test_modules_name_one_another_by_content_and_the_first_one_stands_first(theme):
    write(theme, "static/compose/zip.js", "/* arsip */\nexport const a = 1;\n")
    write(theme, "static/compose/main.js", 'import { a } from "./zip.js";\n\n  a;\n')
    write(theme, "static/compose/offline.js", "self.a;\n")
    assets = asset_files(theme)[0]
    first, second = assets.composer
    name = second.rpartition("/")[2]

    assert named(theme)[first] == f'import {{ a }} from "./{name}";\na;\n'.encode()
    assert named(theme)[second] == b"export const a = 1;\n"
    assert named(theme)[assets.offline] == b"self.a;\n"


def test_modules_that_import_one_another_are_an_error(theme):
    write(theme, "static/compose/a.js", 'import { b } from "./b.js";\n')
    write(theme, "static/compose/b.js", 'import { a } from "./a.js";\n')
    with pytest.raises(ValueError, match="imports itself"):
        asset_files(theme)
