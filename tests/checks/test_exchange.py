"""What the guide shows of an officer's exchange with the gate is what the gate says."""

import re

import pytest

from plugins.reading.settings import ROOT
from tests.checks.test_command import commit, git, repository, run  # noqa: F401

PAGE = (ROOT / "docs/panduan/dari-merah-sampai-tayang.md").read_text(encoding="utf-8")
RED, GREEN = re.findall(r"^```\n(---\n.*?)^```", PAGE, re.DOTALL | re.MULTILINE)
TOLD = next(block for block in PAGE.split("```") if block.startswith("\n$ make usul\n"))
PATH = "berita/dinkes/2026/11/posyandu-melati-buka-layanan-pagi/index.md"


@pytest.fixture
def answer(run, commit, picture):  # noqa: F811
    """What the gate says of a text as the officer's proposal."""

    def said(text: str) -> list[str]:
        commit({PATH: text, PATH.replace("index.md", "posyandu.jpg"): picture()})
        return run("--base", "main", "--as", "petugas-dinkes", "--format", "text")[1].splitlines()

    return said


def test_every_line_of_the_red_answer_is_said(answer):
    shown = [line for line in TOLD.splitlines() if line and not line.startswith(("$", "Belum"))]

    assert len(shown) > 10
    assert set(shown) <= set(answer(RED))


def test_the_repaired_text_passes(answer):
    assert answer(GREEN)[0] == "Tidak ada yang perlu diperbaiki."
