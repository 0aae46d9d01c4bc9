"""GitHub as far as kiriman.yml meets it: its REST API over a real repository, and attachments."""

import re
import subprocess
import threading
from collections.abc import Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from html import escape
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

from tests.conftest import run_git
from tests.forges.repository import Call
from tests.forges.serving import Redirect, served

TOKEN = "token-uji"
_API = "/api/repos/humas/kabar"
BOT = "github-actions[bot]"


@dataclass
class GitHubState:
    repository: Path  # bare
    pulls: list[dict] = field(default_factory=list)
    comments: list[dict] = field(default_factory=list)
    statuses: list[dict] = field(default_factory=list)
    attachments: dict[str, bytes] = field(default_factory=dict)  # by path
    redirects: dict[str, str] = field(default_factory=dict)  # by path
    private: bool = False  # attachments need a signed address
    may_open_pulls: bool = True
    artifacts: dict[int, str] = field(default_factory=dict)  # names by number
    open_issues: set[int] = field(default_factory=set)
    asked: list[str] = field(default_factory=list)
    html: str = ""
    url: str = ""
    lock: threading.Lock = field(default_factory=threading.Lock)
    calls: list[Call] = field(default_factory=list)

    def branches(self) -> list[str]:
        told = run_git(self.repository, "for-each-ref", "--format=%(refname:lstrip=2)")
        return told.split()

    def tip(self, branch: str) -> str:
        return run_git(self.repository, "rev-parse", f"refs/heads/{branch}").strip()

    def put_comment(self, login: str, body: str) -> None:
        self.comments.append({"id": len(self.comments) + 1, "user": {"login": login}, "body": body})

    def open_pulls(self) -> list[dict]:
        return [pull for pull in self.pulls if pull["state"] == "open"]

    def answer(self, call: Call, _login: str | None) -> tuple[int, Any]:
        parts = urlsplit(call.path)
        self.asked.append(f"{call.method} {parts.path}")
        if not parts.path.startswith(_API):
            return self._attachment(parts.path, parts.query, call.headers)
        if call.headers.get("Authorization") != f"Bearer {TOKEN}":
            return 401, {"message": "Bad credentials"}
        return self._api(call, parts.path.removeprefix(_API), parse_qs(parts.query))

    def _attachment(self, path: str, query: str, headers: Mapping[str, str]) -> tuple[int, Any]:
        if headers.get("Authorization"):
            return 400, {"message": "a token has no business here"}
        if path in self.redirects:
            return 302, Redirect(self.redirects[path])
        if path in self.attachments and (not self.private or "jwt=" in query):
            return 200, self.attachments[path]
        return 404, {"message": "Not Found"}

    def _api(self, call: Call, path: str, query: dict) -> tuple[int, Any]:
        method, given = call.method, call.body
        if (method, path) == ("GET", "/pulls"):
            head = query["head"][0].removeprefix("humas:")
            return 200, [p for p in self.open_pulls() if p["head"]["ref"] == head]
        if (method, path) == ("POST", "/pulls"):
            return self._open(given)
        if match := re.fullmatch(r"/pulls/(\d+)", path):
            self.pulls[int(match[1]) - 100].update(given)
            return 200, self.pulls[int(match[1]) - 100]
        if match := re.fullmatch(r"/issues/(\d+)/comments", path):
            if method == "GET":
                page = int(query.get("page", ["1"])[0])
                return 200, self.comments[100 * (page - 1) : 100 * page]
            self.put_comment(BOT, given["body"])
            return 201, self.comments[-1]
        if match := re.fullmatch(r"/issues/comments/(\d+)", path):
            self.comments[int(match[1]) - 1]["body"] = given["body"]
            return 200, self.comments[int(match[1]) - 1]
        if path == "/issues":
            pulls = {pull["number"] for pull in self.open_pulls()}
            return 200, [{"number": number} for number in sorted(pulls | self.open_issues)]
        if (method, path) == ("GET", "/actions/artifacts"):
            found = [{"id": i, "name": name} for i, name in self.artifacts.items()]
            return 200, {"total_count": len(found), "artifacts": found}
        if match := re.fullmatch(r"/actions/artifacts/(\d+)", path):
            return (204, None) if self.artifacts.pop(int(match[1]), None) else (404, {})
        if match := re.fullmatch(r"/issues/(\d+)", path):
            full = "full" in call.headers["Accept"]
            return 200, {"number": int(match[1]), **({"body_html": self.html} if full else {})}
        if match := re.fullmatch(r"/statuses/([0-9a-f]{40})", path):
            self.statuses.append({"sha": match[1], **given})
            return 201, {}
        if (match := re.fullmatch(r"/git/refs/heads/(.+)", path)) and method == "DELETE":
            return self._delete(match[1])
        return 404, {"message": "Not Found"}

    def _open(self, given: dict) -> tuple[int, Any]:
        if not self.may_open_pulls:
            told = "GitHub Actions is not permitted to create or approve pull requests."
            return 403, {"message": told}
        if given["head"] not in self.branches() or given["base"] not in self.branches():
            return 422, {"message": "Validation Failed"}
        if any(p["head"]["ref"] == given["head"] for p in self.open_pulls()):
            return 422, {"message": "A pull request already exists"}
        number = 100 + len(self.pulls)
        self.pulls.append({**given, "number": number, "state": "open",
                            "head": {"ref": given["head"]}})  # fmt: skip
        return 201, self.pulls[-1]

    def _delete(self, branch: str) -> tuple[int, Any]:
        if branch not in self.branches():
            return 422, {"message": "Reference does not exist"}
        run_git(self.repository, "update-ref", "-d", f"refs/heads/{branch}")
        for pull in self.open_pulls():
            if pull["head"]["ref"] == branch:
                pull["state"] = "closed"
        return 204, None


def serving(state: GitHubState) -> AbstractContextManager[GitHubState]:
    return served(state)


def signed(state: GitHubState, identity: str) -> str:
    """How a private repository shows an attachment to those who may see it."""
    path = f"/private/55/1234-{identity}.jpg"
    state.attachments[path] = state.attachments[f"/user-attachments/assets/{identity}"]
    address = f"{state.url}{path}?jwt=ey.J.x&v=1"
    return f'<p dir="auto"><a href="{escape(address)}"><img src="{escape(address)}"></a></p>'


def commits(repository: Path, revisions: str) -> list[str]:
    done = subprocess.run(
        ["git", "-C", str(repository), "log", "--format=%an|%ae|%s", revisions],
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    return done.stdout.splitlines()
