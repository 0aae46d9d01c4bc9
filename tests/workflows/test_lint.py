"""zizmor and actionlint have nothing to say about the workflows."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.workflows.actions import FOLDER

pytestmark = pytest.mark.audit

NAIVE = """\
on: pull_request_target
jobs:
  periksa:
    runs-on: ubuntu-terbaru
    steps:
      - uses: actions/checkout@v4
        with:
          ref: ${{ github.event.pull_request.head.sha }}
      - run: echo "${{ github.event.pull_request.title }}"
"""


def told(*command: str) -> tuple[int, str]:
    """The code and the words of a program that is installed beside this Python."""
    program = [str(Path(sys.executable).parent / command[0]), *command[1:]]
    done = subprocess.run(program, capture_output=True, text=True, check=False)
    return done.returncode, done.stdout + done.stderr


def test_zizmor_finds_nothing_even_as_an_auditor():
    code, said = told("zizmor", "--offline", "--persona", "auditor", str(FOLDER))

    assert "No findings to report" in said
    assert code == 0


def test_actionlint_finds_nothing():
    code, said = told("actionlint", *map(str, sorted(FOLDER.glob("*.yml"))))

    assert (code, said) == (0, "")


def test_both_would_find_what_is_wrong(tmp_path):
    file = tmp_path / ".github/workflows/naif.yml"
    file.parent.mkdir(parents=True)
    file.write_text(NAIVE, encoding="utf-8")
    audited, audit = told("zizmor", "--offline", "--persona", "auditor", str(tmp_path))
    linted, lint = told("actionlint", str(file))

    assert audited != 0
    assert "dangerous-triggers" in audit
    assert "template-injection" in audit
    assert linted != 0
    assert "ubuntu-terbaru" in lint
