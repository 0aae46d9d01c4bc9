"""GitHub's API over a bare git repository, as far as the editor calls it, and as strict.

Written from the queries of Sveltia CMS 0.221.1 and GitHub's reference: a token is needed, main
is protected, `createCommitOnBranch` refuses an old head, a label is an issue's, a draft is not
merged. graphql.py has the other half.
"""

import re
from collections.abc import Iterator
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

from tests.forges.graphql import Queries
from tests.forges.repository import HUMAS, LOGINS, REPOSITORY, Call, Pull, RefusalError
from tests.forges.serving import served

_REPOS = f"/api/v3/repos/{REPOSITORY}"


class GitHub(Queries):
    def answer(self, call: Call, login: str | None) -> tuple[int, Any]:
        if login is None:
            raise RefusalError(401, "Bad credentials")
        if call.path != "/api/graphql":
            found = self.rest(call, login)
            return (204 if found is None else 200), found
        try:
            return 200, {"data": self.graphql(call.body, login)}
        except RefusalError as refusal:
            return 200, {"data": {}, "errors": [{"message": str(refusal)}]}

    def merge(self, pull: Pull, login: str) -> str:
        if login != LOGINS[HUMAS]:
            raise RefusalError(405, "At least 1 approving review is required.")
        if pull.draft:
            raise RefusalError(405, "Pull Request is still a draft")
        oid = self.merge_branch(pull.branch, f"Merge pull request #{pull.number}")
        pull.state = "MERGED"
        return oid

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
        raise self.unheard(call)

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


def github_over(repository: Path) -> AbstractContextManager[GitHub]:
    return served(GitHub(repository))
