"""GitLab's API over a bare git repository, as far as the editor calls it, and as strict.

Written from the calls of Sveltia CMS 0.221.1 (services/backends/git/gitlab in its source map) and
GitLab's reference: a token is a bearer's, main is protected so that only Maintainers push and
merge, a branch is not started twice, a file is not created twice, a draft has its word in the
title, a page of the tree has 100 files.
"""

import base64
import re
from collections.abc import Iterator
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit

from tests.forges.repository import HUMAS, LOGINS, REPOSITORY, Call, Forge, Pull, RefusalError
from tests.forges.serving import served

_PROJECT = f"/api/v4/projects/{REPOSITORY.replace('/', '%2F')}"
_MEMBERS = {login: number for number, login in enumerate(LOGINS.values(), 7)}
_TREE_PAGE = 100
_DRAFT = "Draft: "


class GitLab(Forge):
    def answer(self, call: Call, login: str | None) -> tuple[int, Any]:
        if login is None:
            raise RefusalError(401, "401 Unauthorized")
        if call.path == "/api/graphql":
            return 200, {"data": {"project": {"repository": self.repository_of(call)}}}
        path = urlsplit(call.path).path
        for pattern, method, answer in self._routes():
            found = re.fullmatch(pattern, path)
            if found and method == call.method:
                told = answer(call, login, *map(unquote, found.groups()))
                return {"POST": 201, "DELETE": 204}.get(method, 200), told
        raise self.unheard(call)

    def _routes(self) -> Iterator[tuple[str, str, Any]]:
        repository, requests = f"{_PROJECT}/repository", f"{_PROJECT}/merge_requests"
        yield "/api/v4/user", "GET", lambda c, who: self.profile(who)
        yield "/api/v4/avatar", "GET", lambda c, who: {"avatar_url": None}
        yield f"{_PROJECT}/users", "GET", lambda c, who: self.members(c)
        yield f"{_PROJECT}/deployments", "GET", lambda c, who: []
        yield f"{repository}/commits", "POST", self.commit
        yield f"{repository}/commits", "GET", lambda c, who: self.commits(c)
        yield f"{repository}/commits/[0-9a-f]+/statuses", "GET", lambda c, who: []
        yield f"{repository}/branches/([^/]+)", "GET", lambda c, who, name: self.branch(name)
        yield f"{repository}/branches/([^/]+)", "DELETE", lambda c, who, name: self.drop(name)
        yield f"{repository}/files/([^/]+)/raw", "GET", lambda c, who, path: self.raw(c, path)
        yield requests, "GET", lambda c, who: self.listed(c)
        yield requests, "POST", lambda c, who: self.open_request(c.body)
        yield f"{requests}/(\\d+)", "GET", lambda c, who, n: self.shown(self.pulls[int(n) - 1])
        yield f"{requests}/(\\d+)", "PUT", lambda c, who, n: self.change(c.body, int(n))
        yield f"{requests}/(\\d+)/diffs", "GET", lambda c, who, n: self.diffs(int(n))
        yield f"{requests}/(\\d+)/merge", "PUT", lambda c, who, n: self.merge(int(n), who)

    # ------------------------------------------------------------ people

    def profile(self, login: str) -> dict[str, Any]:
        return {
            "id": _MEMBERS[login], "username": login, "name": "Petugas Contoh Dinkes",
            "email": "p@contoh.test", "avatar_url": None, "web_url": f"{self.url}/{login}",
        }  # fmt: skip

    def members(self, call: Call) -> list[dict[str, Any]]:
        wanted = _query(call)["search"]
        return [{"id": number, "username": login}
                for login, number in _MEMBERS.items() if wanted in login]  # fmt: skip

    # ------------------------------------------------------------ the repository

    def commit(self, call: Call, login: str) -> dict[str, Any]:
        given, branch = call.body, call.body["branch"]
        start = given.get("start_branch")
        if branch == "main" and login != LOGINS[HUMAS]:
            raise RefusalError(403, "403 Forbidden - You are not allowed to push into this branch")
        if start and self.exists(branch):
            raise RefusalError(400, f"A branch called '{branch}' already exists.")
        if not start and not self.exists(branch):
            raise RefusalError(400, "You can only create or edit files when you are on a branch")
        parent = self.head(start or branch)
        additions = dict(self._additions(parent, given["actions"]))
        oid = self.write(branch, parent, given["commit_message"], additions)
        return {"id": oid, "committed_date": self.date(oid)}

    def _additions(self, parent: str, actions: list[dict[str, Any]]) -> Iterator[tuple[str, bytes]]:
        for one in actions:
            path, text = one["file_path"], one["content"]
            there = bool(self.git("ls-tree", parent, "--", path))
            if there != {"create": False, "update": True}[one["action"]]:
                told = "already exists" if there else "doesn't exist"
                raise RefusalError(400, f"A file with this name {told}")
            encoded = one["encoding"] == "base64"
            yield path, base64.b64decode(text, validate=True) if encoded else text.encode()

    def commits(self, call: Call) -> list[dict[str, Any]]:
        asked = _query(call)
        oid, name, email, date = self.last_commit(asked["ref_name"], asked["path"])
        return [{"id": oid, "author_name": name, "author_email": email, "committed_date": date}]

    def branch(self, name: str) -> dict[str, Any]:
        if not self.exists(name):
            raise RefusalError(404, "404 Branch Not Found")
        return {"name": name, "commit": {"id": self.head(name)}}

    def drop(self, name: str) -> None:
        if name == "main":
            raise RefusalError(403, "403 Forbidden - Protected branch cannot be deleted")
        self.git("update-ref", "-d", f"refs/heads/{name}")

    def raw(self, call: Call, path: str) -> bytes:
        return self.git("cat-file", "blob", f"{_query(call)['ref']}:{path}")

    # ------------------------------------------------------------ merge requests

    def open_request(self, given: dict[str, Any]) -> dict[str, Any]:
        title = given["title"]
        pull = Pull(len(self.pulls) + 1, title, given["source_branch"], title.startswith(_DRAFT))
        if given["target_branch"] != "main" or not self.exists(pull.branch):
            raise RefusalError(400, "target or source branch does not exist")
        pull.labels = given["labels"].split(",")
        self.pulls.append(pull)
        return self.shown(pull)

    def listed(self, call: Call) -> list[dict[str, Any]]:
        asked = _query(call)
        found = [pull for pull in self.pulls if pull.state == "OPEN"]
        if "labels" in asked:
            found = [p for p in found if set(asked["labels"].split(",")) <= set(p.labels)]
        if "source_branch" in asked:
            found = [pull for pull in found if pull.branch == asked["source_branch"]]
        return list(map(self.shown, found))

    def shown(self, pull: Pull) -> dict[str, Any]:
        there = self.exists(pull.branch)
        return {
            "iid": pull.number, "id": 900 + pull.number, "title": pull.title, "draft": pull.draft,
            "state": {"OPEN": "opened"}.get(pull.state, pull.state.lower()),
            "source_branch": pull.branch, "labels": pull.labels,
            "sha": self.head(pull.branch) if there else None,
            "web_url": f"{self.url}/{REPOSITORY}/-/merge_requests/{pull.number}",
            "created_at": self.date(pull.branch), "updated_at": self.date(pull.branch),
            "author": {"id": 7, "username": "petugas-dinkes", "name": "Petugas Contoh Dinkes"},
        }  # fmt: skip

    def change(self, given: dict[str, Any], number: int) -> dict[str, Any]:
        pull = self.pulls[number - 1]
        pull.title = given.get("title", pull.title)
        pull.draft = pull.title.startswith(_DRAFT)
        removed = given.get("remove_labels", "").split(",")
        added = given["add_labels"].split(",") if "add_labels" in given else []
        pull.labels = [label for label in pull.labels if label not in removed] + added
        if given.get("state_event") == "close":
            pull.state = "CLOSED"
        return self.shown(pull)

    def diffs(self, number: int) -> list[dict[str, Any]]:
        return [
            {"old_path": path, "new_path": path, "deleted_file": False, "renamed_file": False}
            for path in self.changed(self.pulls[number - 1].branch)
        ]

    def merge(self, number: int, login: str) -> dict[str, Any]:
        pull = self.pulls[number - 1]
        if login != LOGINS[HUMAS]:
            raise RefusalError(401, "401 Unauthorized")
        if pull.draft:
            raise RefusalError(405, "405 Method Not Allowed")
        self.merge_branch(pull.branch, f"Merge branch '{pull.branch}' into 'main'")
        pull.state = "MERGED"
        return self.shown(pull)

    # ------------------------------------------------------------ GraphQL

    def repository_of(self, call: Call) -> dict[str, Any]:
        query, variables = call.body["query"], call.body["variables"]
        if "rootRef" in query:
            return {"rootRef": "main"}
        if "lastCommit" in query:
            oid = self.head(variables["branch"])
            return {"tree": {"lastCommit": {"sha": oid, "message": "commit"}}}
        if "recursive: true" in query:
            return {"tree": {"blobs": self.tree(variables["branch"], variables["cursor"])}}
        if "rawTextBlob" in query:
            return {"blobs": {"nodes": list(self.blobs(variables["branch"], variables["paths"]))}}
        raise self.unheard(call._replace(path=query))

    def tree(self, branch: str, cursor: str) -> dict[str, Any]:
        rows = self.git("ls-tree", "-r", "-z", branch).decode().split("\0")
        files = [re.split(r"[ \t]", row, maxsplit=3) for row in rows if row]
        start = int(cursor or 0)
        nodes = [{"type": "blob", "path": path, "sha": sha}
                 for _, _, sha, path in files[start : start + _TREE_PAGE]]  # fmt: skip
        end = start + len(nodes)
        return {
            "nodes": nodes,
            "pageInfo": {"endCursor": str(end), "hasNextPage": end < len(files)},
        }

    def blobs(self, branch: str, paths: list[str]) -> Iterator[dict[str, Any]]:
        assert len(paths) <= _TREE_PAGE
        for path in paths:
            oid = self.blob(f"refs/heads/{branch}:{path}")
            data = self.git("cat-file", "blob", oid)
            text = None if b"\0" in data else data.decode()
            yield {"path": path, "oid": oid, "size": str(len(data)), "rawTextBlob": text}


def _query(call: Call) -> dict[str, str]:
    return {key: values[0] for key, values in parse_qs(urlsplit(call.path).query).items()}


def gitlab_over(repository: Path) -> AbstractContextManager[GitLab]:
    return served(GitLab(repository))
