"""GitHub as far as kiriman.yml meets it: its REST API over a real repository, and attachments."""

import json
import re
import subprocess
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from html import escape
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

from tests.conftest import run_git

TOKEN = "token-uji"
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

    def branches(self) -> list[str]:
        told = run_git(self.repository, "for-each-ref", "--format=%(refname:lstrip=2)")
        return told.split()

    def tip(self, branch: str) -> str:
        return run_git(self.repository, "rev-parse", f"refs/heads/{branch}").strip()

    def put_comment(self, login: str, body: str) -> None:
        self.comments.append({"id": len(self.comments) + 1, "user": {"login": login}, "body": body})

    def open_pulls(self) -> list[dict]:
        return [pull for pull in self.pulls if pull["state"] == "open"]


class Handler(BaseHTTPRequestHandler):
    state: GitHubState

    def log_message(self, *_arguments: object) -> None:
        pass

    def do_GET(self) -> None:
        self._answer("GET")

    def do_POST(self) -> None:
        self._answer("POST")

    def do_PATCH(self) -> None:
        self._answer("PATCH")

    def do_DELETE(self) -> None:
        self._answer("DELETE")

    def _answer(self, method: str) -> None:
        parts = urlsplit(self.path)
        self.state.asked.append(f"{method} {parts.path}")
        length = int(self.headers.get("Content-Length") or 0)
        given = json.loads(self.rfile.read(length)) if length else None
        if not parts.path.startswith("/api/repos/humas/kabar/"):
            self._attachment(parts.path, parts.query)
        elif self.headers.get("Authorization") != f"Bearer {TOKEN}":
            self._send(401, {"message": "Bad credentials"})
        else:
            path = parts.path.removeprefix("/api/repos/humas/kabar")
            self._send(*self._api(method, path, parse_qs(parts.query), given))

    def _attachment(self, path: str, query: str) -> None:
        if self.headers.get("Authorization"):
            self._send(400, {"message": "a token has no business here"})
        elif path in self.state.redirects:
            self.send_response(302)
            self.send_header("Location", self.state.redirects[path])
            self.send_header("Content-Length", "0")
            self.end_headers()
        elif path in self.state.attachments and (not self.state.private or "jwt=" in query):
            data = self.state.attachments[path]
            self.send_response(200)
            self.send_header("Content-Length", str(len(data)))
            self.end_headers()
            self.wfile.write(data)
        else:
            self._send(404, {"message": "Not Found"})

    def _api(self, method: str, path: str, query: dict, given: Any) -> tuple[int, Any]:
        state = self.state
        if (method, path) == ("GET", "/pulls"):
            head = query["head"][0].removeprefix("humas:")
            return 200, [p for p in state.open_pulls() if p["head"]["ref"] == head]
        if (method, path) == ("POST", "/pulls"):
            return self._open(given)
        if match := re.fullmatch(r"/pulls/(\d+)", path):
            state.pulls[int(match[1]) - 100].update(given)
            return 200, state.pulls[int(match[1]) - 100]
        if match := re.fullmatch(r"/issues/(\d+)/comments", path):
            if method == "GET":
                page = int(query.get("page", ["1"])[0])
                return 200, state.comments[100 * (page - 1) : 100 * page]
            state.put_comment(BOT, given["body"])
            return 201, state.comments[-1]
        if match := re.fullmatch(r"/issues/comments/(\d+)", path):
            state.comments[int(match[1]) - 1]["body"] = given["body"]
            return 200, state.comments[int(match[1]) - 1]
        if path == "/issues":
            pulls = {pull["number"] for pull in state.open_pulls()}
            return 200, [{"number": number} for number in sorted(pulls | state.open_issues)]
        if (method, path) == ("GET", "/actions/artifacts"):
            found = [{"id": i, "name": name} for i, name in state.artifacts.items()]
            return 200, {"total_count": len(found), "artifacts": found}
        if match := re.fullmatch(r"/actions/artifacts/(\d+)", path):
            return (204, None) if state.artifacts.pop(int(match[1]), None) else (404, {})
        if match := re.fullmatch(r"/issues/(\d+)", path):
            full = "full" in self.headers["Accept"]
            return 200, {"number": int(match[1]), **({"body_html": state.html} if full else {})}
        if match := re.fullmatch(r"/statuses/([0-9a-f]{40})", path):
            state.statuses.append({"sha": match[1], **given})
            return 201, {}
        if (match := re.fullmatch(r"/git/refs/heads/(.+)", path)) and method == "DELETE":
            return self._delete(match[1])
        return 404, {"message": "Not Found"}

    def _open(self, given: dict) -> tuple[int, Any]:
        state = self.state
        if not state.may_open_pulls:
            told = "GitHub Actions is not permitted to create or approve pull requests."
            return 403, {"message": told}
        if given["head"] not in state.branches() or given["base"] not in state.branches():
            return 422, {"message": "Validation Failed"}
        if any(p["head"]["ref"] == given["head"] for p in state.open_pulls()):
            return 422, {"message": "A pull request already exists"}
        number = 100 + len(state.pulls)
        state.pulls.append({**given, "number": number, "state": "open",
                            "head": {"ref": given["head"]}})  # fmt: skip
        return 201, state.pulls[-1]

    def _delete(self, branch: str) -> tuple[int, Any]:
        if branch not in self.state.branches():
            return 422, {"message": "Reference does not exist"}
        run_git(self.state.repository, "update-ref", "-d", f"refs/heads/{branch}")
        for pull in self.state.open_pulls():
            if pull["head"]["ref"] == branch:
                pull["state"] = "closed"
        return 204, None

    def _send(self, status: int, body: Any) -> None:
        data = json.dumps(body).encode() if body is not None else b""
        self.send_response(status)
        self.send_header("Content-Type", "application/json; charset=utf-8")
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)


@contextmanager
def serving(state: GitHubState) -> Iterator[GitHubState]:
    handler = type("Bound", (Handler,), {"state": state})
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    state.url = f"http://127.0.0.1:{server.server_port}"
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    try:
        yield state
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


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
