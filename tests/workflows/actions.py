"""Workflow files as GitHub reads them, and a runner for their `run:` steps."""

import os
import re
import subprocess
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

import yaml

from tests.conftest import ROOT

FOLDER = ROOT / ".github/workflows"
_EXPRESSION = re.compile(r"\$\{\{\s*(.+?)\s*\}\}")


class Step(NamedTuple):
    file: str
    job: str
    number: int
    name: str
    uses: str
    run: str
    env: Mapping[str, str]
    given: Mapping[str, Any]  # under `with:`


def workflows() -> dict[str, dict]:
    files = sorted([*FOLDER.glob("*.yml"), *FOLDER.glob("*.yaml")])
    return {file.name: yaml.safe_load(file.read_text(encoding="utf-8")) for file in files}


def triggers(workflow: dict) -> dict:
    """What `on:` says, which YAML 1.1 reads as the truth."""
    return workflow[True]


def jobs() -> Iterator[tuple[str, str, dict]]:
    for file, workflow in workflows().items():
        for name, job in workflow["jobs"].items():
            yield file, name, job


def steps() -> list[Step]:
    return [
        Step(
            file, job, number, step.get("name", ""), step.get("uses", ""), step.get("run", ""),
            step.get("env", {}), step.get("with", {}),
        )
        for file, job, found in jobs()
        for number, step in enumerate(found["steps"])
    ]  # fmt: skip


def filled(text: str, context: Mapping[str, str]) -> str:
    """Put in what GitHub would; an expression that is not expected is an error."""
    return _EXPRESSION.sub(lambda match: context[match[1]], str(text))


class Runner:
    """A folder in which steps run as on a runner of GitHub, one after the other."""

    def __init__(
        self, workspace: Path, context: Mapping[str, str], programs: Mapping[str, str] | None = None
    ) -> None:
        """*programs* stand in for what a runner has and this machine need not have."""
        self.programs = programs or {}
        self.workspace = workspace
        self.context = context
        self.summary = workspace.parent / f"{workspace.name}-ringkasan.md"

    def run(self, step: Step) -> subprocess.CompletedProcess[str]:
        script = self.workspace.parent / f"{self.workspace.name}-{step.number}.sh"
        script.write_text(step.run, encoding="utf-8")
        return subprocess.run(
            ["bash", "-e", str(script)], cwd=self.workspace, env=self._environment(step),
            capture_output=True, text=True, check=False,
        )  # fmt: skip

    def _environment(self, step: Step) -> dict[str, str]:
        """That of the runner and of the step; of ours only what finds programs and Python."""
        return {
            "PATH": os.environ["PATH"],
            "HOME": os.environ.get("HOME", "/root"),
            "LANG": "C.UTF-8",
            "CI": "true",
            "GITHUB_ACTIONS": "true",
            "GITHUB_WORKSPACE": str(self.workspace),
            "GITHUB_STEP_SUMMARY": str(self.summary),
            "GIT_CONFIG_GLOBAL": os.devnull,  # a runner has no name and no mail address for git
            "GIT_CONFIG_SYSTEM": os.devnull,
            "VENV": sys.prefix,
            **self.programs,
            **{key: filled(value, self.context) for key, value in step.env.items()},
        }
