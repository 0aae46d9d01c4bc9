"""Fuzzing guided by coverage: atheris, on all four targets, with the samples as seeds.

KABAR_FUZZ_SECONDS sets how long, all targets together. What it finds goes, as a literal,
into test_finds.py.
"""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT
from tests.fuzz.targets import TARGETS

SECONDS = int(os.environ.get("KABAR_FUZZ_SECONDS", "300"))
BROKEN = ("crash-", "timeout-", "oom-", "leak-")  # how libFuzzer names an input that broke it

pytestmark = [
    pytest.mark.audit,
    pytest.mark.skipif(sys.version_info >= (3, 14), reason="atheris has no wheel for it yet"),
]


@pytest.mark.parametrize("target", TARGETS)
def test_no_input_breaks_the_gate(target: str, tmp_path: Path):
    seconds = max(1, SECONDS // len(TARGETS))
    command = [sys.executable, "-m", "tests.fuzz", target, str(tmp_path), str(seconds)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    finds = {p.name: p.read_bytes() for p in tmp_path.iterdir() if p.name.startswith(BROKEN)}
    runs = re.search(r"Done (\d+) runs", done.stderr)

    assert finds == {}, done.stderr[-3000:]
    assert done.returncode == 0, done.stderr[-3000:]
    assert runs and int(runs[1]) > 20 * seconds
