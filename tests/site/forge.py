"""GitHub's API over a bare git repository, as far as the editor calls it, and as strict.

Written from the queries of Sveltia CMS 0.221.1 and GitHub's reference: a token is needed, main
is protected, `createCommitOnBranch` refuses an old head, a label is an issue's, a draft is not
merged. What is asked and not known here is answered with 404 and kept in `unknown`.
"""

import base64
import http.server
import json
import os
import re
import subprocess
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import unquote, urlsplit

OFFICER, HUMAS = "token-petugas", "token-humas"
LOGINS = {OFFICER: "petugas-dinkes", HUMAS: "redaktur-humas"}
REPOSITORY = "humas/kabar"
_REPOS = f"/api/v3/repos/{REPOSITORY}"
_ALIAS = re.compile(r"(\w+_\d+):\s*(?:ref|object|file)\b")


class RefusalError(Exception):
    """An answer that is not a success."""

    def __init__(self, status: int, message: str) -> None:
        super().__init__(message)
        self.status = status


class Pull:
    """A pull request; `labels` are those of its issue."""

    def __init__(self, number: int, title: str, branch: str, draft: bool) -> None:
        self.number, self.title, self.branch, self.draft = number, title, branch, draft
        self.state, self.labels = "OPEN", list[str]()
        self.node = f"PR_{number}"


class Call(NamedTuple):
    method: str
    path: str
    body: dict[str, Any]


class Forge:
    def __init__(self, repository: Path) -> None:
        self.repository = repository
        self.pulls: list[Pull] = []
        self.calls: list[Call] = []
        self.unknown: list[str] = []
        self.lock = threading.Lock()
        self.url = ""

    # ------------------------------------------------------------ git

    def git(self, *arguments: str, data: bytes = b"", index: str = "") -> bytes:
        environment = {
            **os.environ, "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull,
            **{f"GIT_{w}_NAME": "Petugas Contoh Dinkes" for w in ("AUTHOR", "COMMITTER")},
            **{f"GIT_{w}_EMAIL": "petugas@contoh.test" for w in ("AUTHOR", "COMMITTER")},
            **({"GIT_INDEX_FILE": index} if index else {}),
        }  # fmt: skip
        command = ["git", "-C", str(self.repository), *arguments]
        done = subprocess.run(
            command, input=data, env=environment, capture_output=True, check=False
        )
        if done.returncode:
            raise RefusalError(422, done.stderr.decode())
        return done.stdout

    def head(self, branch: str) -> str:
        return self.git("rev-parse", f"refs/heads/{branch}").decode().strip()

    def exists(self, branch: str) -> bool:
        return bool(self.git("for-each-ref", f"refs/heads/{branch}"))

    def commit(self, given: dict[str, Any], login: str) -> dict[str, Any]:
        branch, changes = given["branch"]["branchName"], given["fileChanges"]
        if branch == "main" and login != LOGINS[HUMAS]:
            raise RefusalError(422, "Changes must be made through a pull request.")
        parent = self.head(branch)
        if parent != given["expectedHeadOid"]:
            raise RefusalError(422, f"Expected branch to point to {given['expectedHeadOid']}")
        index = str(self.repository / "indeks-sementara")
        self.git("read-tree", parent, index=index)
        for one in changes["additions"]:
            blob = self.git(
                "hash-object",
                "-w",
                "--stdin",
                data=base64.b64decode(one["contents"], validate=True),
            )
            entry = f"100644,{blob.decode().strip()},{one['path']}"
            self.git("update-index", "--add", "--cacheinfo", entry, index=index)
        for one in changes["deletions"]:
            self.git("update-index", "--force-remove", one["path"], index=index)
        tree = self.git("write-tree", index=index).decode().strip()
        Path(index).unlink()
        message = given["message"]["headline"]
        oid = self.git("commit-tree", tree, "-p", parent, "-m", message).decode().strip()
        self.git("update-ref", f"refs/heads/{branch}", oid, parent)
        files = {
            f"file_{n}": {"oid": self.blob(f"{oid}:{one['path']}")}
            for n, one in enumerate(changes["additions"])
        }
        return {"oid": oid, "committedDate": self.date(oid), **files}

    def blob(self, expression: str) -> str:
        return self.git("rev-parse", expression).decode().strip()

    def date(self, oid: str) -> str:
        return self.git("show", "-s", "--format=%cI", oid).decode().strip()

    def changed(self, branch: str) -> list[str]:
        names = self.git("diff", "--name-only", "-z", f"main...{branch}")
        return [name for name in names.decode().split("\0") if name]

    def merge(self, pull: Pull, login: str) -> str:
        """A merge commit on main, as the button of the forge makes it."""
        if login != LOGINS[HUMAS]:
            raise RefusalError(405, "At least 1 approving review is required.")
        if pull.draft:
            raise RefusalError(405, "Pull Request is still a draft")
        tree = self.git("merge-tree", "--write-tree", "main", pull.branch).decode().strip()
        parents = ["-p", self.head("main"), "-p", self.head(pull.branch)]
        message = f"Merge pull request #{pull.number}"
        oid = self.git("commit-tree", tree, *parents, "-m", message).decode().strip()
        self.git("update-ref", "refs/heads/main", oid)
        pull.state = "MERGED"
        return oid

    # ------------------------------------------------------------ REST

    def rest(self, call: Call, login: str) -> Any:
        path = urlsplit(call.path).path
        if path == "/api/v3/user":
            return {
                "id": 7, "login": login, "name": "Petugas Contoh Dinkes", "email": "p@contoh.test",
                "avatar_url": f"{self.url}/wajah.png", "html_url": f"{self.url}/{login}",
            }  # fmt: skip
        if path == _REPOS:
            return {"permissions": {"pull": True, "push": True}, "private": True}
        for pattern, answer in self._routes():
            if found := re.fullmatch(_REPOS + pattern, path):
                return answer(call, login, *map(unquote, found.groups()))
        self.unknown.append(f"{call.method} {call.path}")
        raise RefusalError(404, "Not Found")

    def _routes(self) -> Iterator[tuple[str, Any]]:
        yield r"/collaborators/(.+)", lambda c, who, name: None
        yield r"/git/trees/(.+)", lambda c, who, branch: self.tree(branch)
        yield r"/git/blobs/(\w+)", lambda c, who, sha: self.git("cat-file", "blob", sha)
        yield r"/git/refs/heads/(.+)", lambda c, who, branch: self.change_ref(c, branch)
        yield r"/pulls", lambda c, who: self.open_pull(c.body)
        yield r"/pulls/(\d+)", lambda c, who, n: self.change_pull(c.body, int(n))
        yield (
            r"/pulls/(\d+)/merge",
            lambda c, who, n: {"sha": self.merge(self.pulls[int(n) - 1], who)},
        )
        yield (
            r"/pulls/(\d+)/files",
            lambda c, who, n: [
                {"filename": name, "status": "added"}
                for name in self.changed(self.pulls[int(n) - 1].branch)
            ],
        )
        yield r"/issues/(\d+)(?:/labels)?", lambda c, who, n: self.issue(c, self.pulls[int(n) - 1])

    def tree(self, branch: str) -> dict[str, Any]:
        rows = self.git("ls-tree", "-r", "-l", "-z", branch).decode().split("\0")
        entries = [re.split(r"\s+", row, maxsplit=4) for row in rows if row]
        tree = [
            {"mode": mode, "type": kind, "sha": sha, "size": int(size), "path": path}
            for mode, kind, sha, size, path in entries
        ]
        return {"tree": tree, "truncated": False}

    def change_ref(self, call: Call, branch: str) -> None:
        if branch == "main":
            raise RefusalError(422, "Cannot change a protected branch")
        if call.method == "DELETE":
            self.git("update-ref", "-d", f"refs/heads/{branch}")
        else:
            self.git("update-ref", f"refs/heads/{branch}", call.body["sha"])

    def open_pull(self, given: dict[str, Any]) -> dict[str, Any]:
        pull = Pull(len(self.pulls) + 1, given["title"], given["head"], given["draft"])
        if not self.changed(pull.branch):
            raise RefusalError(422, "No commits between main and this branch")
        self.pulls.append(pull)
        return {
            "number": pull.number, "node_id": pull.node, "title": pull.title,
            "html_url": f"{self.url}/{REPOSITORY}/pull/{pull.number}",
            "head": {"sha": self.head(pull.branch)},
            "created_at": self.date(pull.branch), "updated_at": self.date(pull.branch),
        }  # fmt: skip

    def change_pull(self, given: dict[str, Any], number: int) -> dict[str, Any]:
        self.pulls[number - 1].state = {"open": "OPEN", "closed": "CLOSED"}[given["state"]]
        return {}

    def issue(self, call: Call, pull: Pull) -> Any:
        if call.method == "POST":
            pull.labels += call.body["labels"]
        elif call.method == "PATCH":
            pull.labels = call.body["labels"]
        return {"labels": [{"name": name} for name in pull.labels]}

    # ------------------------------------------------------------ GraphQL

    def graphql(self, given: dict[str, Any], login: str) -> Any:
        query, variables = given["query"], given.get("variables") or {}
        names = variables.get("input") or {}
        if "createCommitOnBranch" in query:
            return {"createCommitOnBranch": {"commit": self.commit(names, login)}}
        if "createRef" in query:
            branch = names["name"].removeprefix("refs/heads/")
            if self.exists(branch):
                raise RefusalError(
                    200, f'A ref named "{names["name"]}" already exists in the repository.'
                )
            self.git("update-ref", names["name"], names["oid"])
            return {"createRef": {"ref": {"name": branch}}}
        for mutation, draft in (
            ("convertPullRequestToDraft", True),
            ("markPullRequestReadyForReview", False),
        ):
            if mutation in query:
                pull = next(p for p in self.pulls if p.node == names["pullRequestId"])
                pull.draft = draft
                return {mutation: {"pullRequest": {"isDraft": draft}}}
        if "node(id:" in query:
            pull = next(p for p in self.pulls if p.node == variables["id"])
            return {"node": {"state": pull.state, "isDraft": pull.draft}}
        if "fork: repository" in query:
            head = {"ref": {"target": {"oid": self.head("main")}}}
            return {"fork": {"id": "R_1"}, "base": head}
        return {"repository": self.repository_of(query, variables)}

    def repository_of(self, query: str, variables: dict[str, str]) -> dict[str, Any]:
        if "defaultBranchRef" in query:
            return {"defaultBranchRef": {"name": "main"}}
        if "pullRequests(headRefName" in query:
            open_now = [
                p for p in self.pulls if p.branch == variables["branch"] and p.state == "OPEN"
            ]
            return {"pullRequests": {"totalCount": len(open_now)}}
        if "pullRequests(" in query:
            shown = [p for p in self.pulls if p.state == "OPEN" and p.labels]
            return {"pullRequests": {"nodes": list(map(self.shown, shown))}}
        found = list(_ALIAS.finditer(query))
        if found:
            ends = [m.start() for m in found[1:]] + [len(query)]
            return {
                m[1]: self.aliased(query[m.start() : end], variables)
                for m, end in zip(found, ends, strict=True)
            }
        branch = variables["branch"]
        if not self.exists(branch):
            return {"ref": None}
        oid = self.head(branch)
        history = {"nodes": [{"oid": oid, "message": "commit"}]}
        return {"ref": {"target": {"oid": oid, "history": history}}}

    def aliased(self, part: str, variables: dict[str, str]) -> Any:
        if path := re.search(r"history\(first: \d+, path: (\"(?:[^\"\\]|\\.)*\")\)", part):
            return {
                "target": {
                    "history": {"nodes": self.history(variables["branch"], json.loads(path[1]))}
                }
            }
        named = re.search(r"object\((oid|expression): (\"(?:[^\"\\]|\\.)*\")\)", part)
        if not named:
            self.unknown.append(part)
            return None
        if "on Commit" in part:
            return {"status": None, "deployments": {"nodes": []}, "checkSuites": {"nodes": []}}
        try:
            oid = self.blob(json.loads(named[2]))
        except RefusalError:
            return None
        data = self.git("cat-file", "blob", oid)
        binary = b"\0" in data
        return {
            "oid": oid, "byteSize": len(data), "isBinary": binary, "isTruncated": False,
            "text": None if binary else data.decode(),
        }  # fmt: skip

    def history(self, branch: str, path: str) -> list[dict[str, Any]]:
        text = self.git(
            "log", "-1", "--format=%H%x00%an%x00%ae%x00%cI", branch, "--", path
        ).decode()
        oid, name, email, date = text.strip().split("\0")
        user = {"id": 7, "login": LOGINS[OFFICER]}
        author = {"name": name, "email": email, "avatarUrl": "", "user": user}
        return [{"oid": oid, "author": author, "committedDate": date}]

    def shown(self, pull: Pull) -> dict[str, Any]:
        files = [{"path": path, "changeType": "ADDED"} for path in self.changed(pull.branch)]
        author = {
            "login": LOGINS[OFFICER],
            "avatarUrl": "",
            "name": "Petugas",
            "email": "",
            "databaseId": 7,
        }
        return {
            "id": pull.node, "number": pull.number, "title": pull.title,
            "url": f"{self.url}/{REPOSITORY}/pull/{pull.number}", "isDraft": pull.draft,
            "isCrossRepository": False, "createdAt": self.date(pull.branch),
            "updatedAt": self.date(pull.branch), "headRefName": pull.branch,
            "headRefOid": self.head(pull.branch), "author": author,
            "labels": {"nodes": [{"name": name} for name in pull.labels]},
            "files": {"nodes": files},
        }  # fmt: skip


class _Handler(http.server.BaseHTTPRequestHandler):
    forge: Forge
    protocol_version = "HTTP/1.1"

    def _answer(self) -> None:
        length = int(self.headers.get("Content-Length") or 0)
        body = json.loads(self.rfile.read(length) or b"{}")
        call = Call(self.command, self.path, body)
        login = LOGINS.get(
            (self.headers.get("Authorization") or " ").split()[-1:][0]
            if self.headers.get("Authorization")
            else ""
        )
        with self.forge.lock:
            self.forge.calls.append(call)
            try:
                if login is None:
                    raise RefusalError(401, "Bad credentials")
                if self.path == "/api/graphql":
                    self._send(200, {"data": self.forge.graphql(body, login)})
                else:
                    found = self.forge.rest(call, login)
                    self._send(204 if found is None else 200, found)
            except RefusalError as refusal:
                if self.path == "/api/graphql" and refusal.status != 401:
                    self._send(200, {"data": {}, "errors": [{"message": str(refusal)}]})
                else:
                    self._send(refusal.status, {"message": str(refusal)})

    def _send(self, status: int, found: Any) -> None:
        raw = isinstance(found, bytes)
        data = found if raw else b"" if found is None else json.dumps(found).encode()
        self.send_response(status)
        self.send_header("Access-Control-Allow-Origin", "*")
        kind = (
            "application/octet-stream"
            if raw and b"\0" in data
            else "text/plain"
            if raw
            else "application/json"
        )
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)

    def do_OPTIONS(self) -> None:
        self.send_response(204)
        self.send_header("Access-Control-Allow-Origin", "*")
        self.send_header("Access-Control-Allow-Headers", "authorization, content-type, accept")
        self.send_header("Access-Control-Allow-Methods", "GET, POST, PATCH, PUT, DELETE")
        self.send_header("Content-Length", "0")
        self.end_headers()

    do_GET = do_POST = do_PATCH = do_PUT = do_DELETE = _answer  # noqa: N815

    def log_message(self, *_arguments: object) -> None:
        pass


@contextmanager
def forge_over(repository: Path) -> Iterator[Forge]:
    forge = Forge(repository)
    handler = type("Handler", (_Handler,), {"forge": forge})
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    forge.url = f"http://127.0.0.1:{server.server_port}"
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    try:
        yield forge
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
