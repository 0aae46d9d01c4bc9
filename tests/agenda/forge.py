"""A program called `gh` on PATH, which records what it is asked."""

import json
import os
import sys
from pathlib import Path

PROGRAM = Path(__file__).with_name("gh.py")


class Forge:
    def __init__(self, folder: Path) -> None:
        self.folder = folder
        (folder / "bin").mkdir(parents=True)
        program = folder / "bin/gh"
        text = PROGRAM.read_text(encoding="utf-8")
        program.write_text(text.replace("/usr/bin/env python3", sys.executable), encoding="utf-8")
        program.chmod(0o755)

    @property
    def environment(self) -> dict[str, str]:
        return {"PATH": f"{self.folder}/bin{os.pathsep}{os.environ['PATH']}",
                "GH_FOLDER": str(self.folder)}  # fmt: skip

    @property
    def issues(self) -> list[dict]:
        return self._load("issues.json")

    @property
    def calls(self) -> list[list[str]]:
        return self._load("calls.json")

    def open_titles(self) -> list[str]:
        return [issue["title"] for issue in self.issues if issue["state"] == "open"]

    def put(self, *issues: dict) -> None:
        (self.folder / "issues.json").write_text(json.dumps(issues), encoding="utf-8")

    def forget_calls(self) -> None:
        (self.folder / "calls.json").unlink(missing_ok=True)

    def _load(self, name: str) -> list:
        file = self.folder / name
        return json.loads(file.read_text(encoding="utf-8")) if file.exists() else []
