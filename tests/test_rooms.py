"""Who may import whom: model <- reading <- every other room, and no room another one."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT

PLUGINS = ROOT / "plugins"
ROOMS = sorted(folder.name for folder in PLUGINS.iterdir() if (folder / "__init__.py").exists())
FILES = sorted(PLUGINS.rglob("*.py"))
MAY_IMPORT_PELICAN = {"builds/generator.py"}


def name_of(file: Path) -> str:
    return file.relative_to(PLUGINS).as_posix()


def imports(file: Path) -> set[str]:
    """The full names of all modules that a file imports, wherever it does so."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{name_of(file)} imports relatively"
            found |= {f"{node.module}.{alias.name}" for alias in node.names}
    return found


def rooms_of(file: Path) -> set[str]:
    """The rooms of ours that a file imports from."""
    return {name.split(".")[1] for name in imports(file) if name.startswith("plugins.")}


def packages_of(file: Path) -> set[str]:
    return {name.split(".")[0] for name in imports(file)}


def test_the_rooms_are_those_of_the_house():
    assert {"model", "reading", "checks", "news", "agencies", "agenda", "photos"} <= set(ROOMS)
    assert {"discovery", "assets", "builds", "intake", "publishing"} <= set(ROOMS)


@pytest.mark.parametrize("room", ROOMS)
def test_a_room_imports_only_what_lies_below_it_and_itself(room):
    below = {"model": set(), "reading": {"model"}}.get(room, {"model", "reading"})
    strays = {
        name_of(file): rooms_of(file) - below - {room}
        for file in FILES
        if file.is_relative_to(PLUGINS / room)
    }

    assert {name: found for name, found in strays.items() if found} == {}


def test_the_package_itself_imports_no_room():
    assert rooms_of(PLUGINS / "__init__.py") == set()


def test_only_the_plugin_of_a_room_and_the_generator_import_pelican():
    importers = {name_of(file) for file in FILES if "pelican" in packages_of(file)}

    assert {name for name in importers if not name.endswith("/plugin.py")} == MAY_IMPORT_PELICAN


def test_only_reading_and_photos_import_pillow():
    importers = {name_of(file).split("/")[0] for file in FILES if "PIL" in packages_of(file)}

    assert importers == {"reading", "photos"}


@pytest.mark.parametrize("file", [f for f in FILES if f.name == "__init__.py"], ids=name_of)
def test_a_package_file_is_a_docstring_only(file):
    body = ast.parse(file.read_text(encoding="utf-8")).body

    assert [type(node) for node in body] == [ast.Expr]
    assert isinstance(body[0].value, ast.Constant)


@pytest.mark.parametrize("module", ["time", "datetime", "os", "pathlib", "random", "subprocess"])
def test_the_model_knows_no_disk_no_clock_and_no_chance(module):
    calendar = {"model/moment.py", "model/month.py", "model/recurrence.py"}  # a date is a value
    allowed = calendar if module == "datetime" else set()
    importers = {name_of(f) for f in FILES if module in packages_of(f) and f.parent.name == "model"}

    assert importers == allowed


LOADED = """
import sys
import plugins.agencies.outputs, plugins.agenda.outputs, plugins.builds.build, plugins.checks.accept
import plugins.checks.pages, plugins.checks.rules.all, plugins.discovery.outputs
import plugins.intake.outputs, plugins.news.outputs, plugins.photos.outputs, plugins.reading.reader
print(*sorted({"PIL", "markdown", "nh3", "typst", "yaml"} & sys.modules.keys()))
"""


def test_a_build_loads_what_is_large_only_when_something_needs_it():
    told = subprocess.run(
        [sys.executable, "-c", LOADED], cwd=ROOT, capture_output=True, text=True, check=True
    )

    assert told.stdout == "\n"
