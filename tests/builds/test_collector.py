"""Python's garbage collector in a build."""

import runpy
import subprocess
import sys

from tests.conftest import ROOT

LOADED = """
import sys, plugins.builds.collector
print(*sorted(name for name in sys.modules if name.startswith("plugins.")))
"""


def test_the_collector_is_told_before_any_other_plugin():
    assert runpy.run_path(str(ROOT / "pelicanconf.py"))["PLUGINS"][0] == "plugins.builds.collector"


def test_telling_it_imports_nothing_that_would_be_looked_through_before():
    command = [sys.executable, "-c", LOADED]
    told = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)

    assert told.stdout == "plugins.builds plugins.builds.collector\n"
