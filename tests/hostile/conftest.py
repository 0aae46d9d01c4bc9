"""The hostile site, built once as a person builds it."""

import shutil
from pathlib import Path

import pytest

from tests.conftest import copy_project, pelican
from tests.hostile.harmless import files
from tests.hostile.newsroom import NOW, write


@pytest.fixture(scope="session")
def hostile_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The output of the hostile newsroom; whoever builds it must find it without a fault."""
    project = copy_project(tmp_path_factory.mktemp("jahat") / "proyek")
    shutil.rmtree(project / "content")
    write(project / "content", files())
    done = pelican(project, NOW=NOW)
    assert done.returncode == 0, done.stdout + done.stderr
    return project / "output"
