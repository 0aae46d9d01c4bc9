"""The queries and mutations of GitHub's GraphQL that the editor sends."""

import base64
import json
import re
from typing import Any

from tests.forges.repository import (
    HUMAS,
    LOGINS,
    OFFICER,
    REPOSITORY,
    Forge,
    Pull,
    RefusalError,
)

_ALIAS = re.compile(r"(\w+_\d+):\s*(?:ref|object|file)\b")


class Queries(Forge):
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

    def commit(self, given: dict[str, Any], login: str) -> dict[str, Any]:
        branch, changes = given["branch"]["branchName"], given["fileChanges"]
        if branch == "main" and login != LOGINS[HUMAS]:
            raise RefusalError(422, "Changes must be made through a pull request.")
        parent = self.head(branch)
        if parent != given["expectedHeadOid"]:
            raise RefusalError(422, f"Expected branch to point to {given['expectedHeadOid']}")
        additions = {one["path"]: base64.b64decode(one["contents"], validate=True)
                     for one in changes["additions"]}  # fmt: skip
        deletions = [one["path"] for one in changes["deletions"]]
        oid = self.write(branch, parent, given["message"]["headline"], additions, deletions)
        files = {
            f"file_{n}": {"oid": self.blob(f"{oid}:{path}")} for n, path in enumerate(additions)
        }
        return {"oid": oid, "committedDate": self.date(oid), **files}

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
        oid, name, email, date = self.last_commit(branch, path)
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
