#!/usr/bin/env python3
"""Stands in for GitHub's own program: keeps issues in a file, and writes down every call."""

import json
import os
import sys
from pathlib import Path

FOLDER = Path(os.environ["GH_FOLDER"])
STATE, CALLS = FOLDER / "issues.json", FOLDER / "calls.json"


def load(file: Path) -> list:
    return json.loads(file.read_text()) if file.exists() else []


def option(arguments: list[str], name: str) -> str:
    return arguments[arguments.index(name) + 1]


def main(arguments: list[str]) -> int:
    CALLS.write_text(json.dumps([*load(CALLS), arguments]))
    issues = load(STATE)
    if os.environ.get("GH_BROKEN"):
        print("HTTP 403: Resource not accessible by integration", file=sys.stderr)
        return 1
    if arguments[:2] == ["issue", "list"]:
        print(json.dumps([i for i in issues if i["state"] == option(arguments, "--state")]))
    elif arguments[:2] == ["issue", "create"]:
        body = Path(option(arguments, "--body-file")).read_text()
        title = option(arguments, "--title")
        issues.append({"number": len(issues) + 1, "title": title, "body": body, "state": "open"})
    elif arguments[:2] == ["issue", "edit"]:
        body = Path(option(arguments, "--body-file")).read_text()
        issues[int(arguments[2]) - 1]["body"] = body
    elif arguments[:2] == ["issue", "close"]:
        issues[int(arguments[2]) - 1]["state"] = "closed"
    else:
        return 2
    STATE.write_text(json.dumps(issues))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
