"""The few questions that are put to GitHub, with the token of the job and nothing else's."""

import json
import os
import re
import urllib.error
import urllib.request
from collections.abc import Iterator
from typing import Any
from urllib.parse import quote

API = "https://api.github.com"
SECONDS = 30.0
LARGEST = 8 * 1024 * 1024  # bytes of an answer
AT_ONCE = 100  # members of a list in one answer
PAGES = 20  # of a list that are looked through
_REPOSITORY = re.compile(r"[\w.-]+/[\w.-]+\Z", re.ASCII)


class ApiError(RuntimeError):
    """GitHub refused; `status` is its code, 0 where nobody answered."""

    def __init__(self, message: str, status: int = 0) -> None:
        super().__init__(message)
        self.status = status


class GitHub:
    def __init__(self, repository: str, token: str, api: str = API) -> None:
        if not _REPOSITORY.match(repository):
            raise ValueError(f"repository is {repository!r}; expected 'owner/name'")
        self.repository = repository
        self._token = token
        self._root = f"{api}/repos/{repository}"

    def issue_html(self, number: int) -> str:
        """The text of an issue as people see it, in which attachments are signed."""
        kind = "application/vnd.github.full+json"
        return str(self._ask("GET", f"/issues/{number}", kind=kind).get("body_html") or "")

    def open_pull(self, branch: str) -> int:
        """The number of the open pull request of a branch of ours; 0 without one."""
        owner = self.repository.partition("/")[0]
        head = quote(f"{owner}:{branch}", safe="")
        found = self._ask("GET", f"/pulls?state=open&head={head}")
        return int(found[0]["number"]) if found else 0

    def create_pull(self, branch: str, base: str, title: str, body: str) -> int:
        given = {"head": branch, "base": base, "title": title, "body": body}
        return int(self._ask("POST", "/pulls", given)["number"])

    def edit_pull(self, number: int, title: str, body: str) -> None:
        self._ask("PATCH", f"/pulls/{number}", {"title": title, "body": body})

    def set_status(self, commit: str, passes: bool, context: str, told: str) -> None:
        state = "success" if passes else "failure"
        given = {"state": state, "context": context, "description": told}
        self._ask("POST", f"/statuses/{commit}", given)

    def answer(self, issue: int, mark: str, writer: str, body: str) -> None:
        """One comment of ours, found by its *mark* and written anew."""
        for comment in self._all(f"/issues/{issue}/comments?", ""):
            own = (comment.get("user") or {}).get("login") == writer
            if own and str(comment.get("body") or "").startswith(mark):
                self._ask("PATCH", f"/issues/comments/{comment['id']}", {"body": body})
                return
        self._ask("POST", f"/issues/{issue}/comments", {"body": body})

    def open_numbers(self) -> set[int]:
        """Of open issues and pull requests, which GitHub counts together."""
        return {int(issue["number"]) for issue in self._all("/issues?state=open", "")}

    def artifacts(self) -> list[tuple[int, str]]:
        """Number and name of what workflows have kept."""
        found = self._all("/actions/artifacts?", "artifacts")
        return [(int(one["id"]), str(one["name"])) for one in found]

    def remove_artifact(self, number: int) -> None:
        self._ask("DELETE", f"/actions/artifacts/{number}")

    def remove_branch(self, branch: str) -> bool:
        """Whether there was one; its pull request is closed with it."""
        try:
            self._ask("DELETE", f"/git/refs/heads/{quote(branch)}")
        except ApiError as error:
            if error.status in (404, 422):
                return False
            raise
        return True

    def _all(self, path: str, key: str) -> Iterator[Any]:
        """What a list holds, page by page; *key* names it where it lies in an object."""
        for page in range(1, PAGES + 1):
            told = self._ask("GET", f"{path}&per_page={AT_ONCE}&page={page}")
            found = told[key] if key else told
            yield from found
            if len(found) < AT_ONCE:
                break

    def _ask(
        self, method: str, path: str, given: object = None, kind: str = "application/json"
    ) -> Any:
        request = urllib.request.Request(
            self._root + path,
            method=method,
            data=json.dumps(given).encode() if given is not None else None,
            headers={
                "Authorization": f"Bearer {self._token}",
                "Accept": kind
                if kind.startswith("application/vnd")
                else "application/vnd.github+json",
                "Content-Type": "application/json",
                "X-GitHub-Api-Version": "2022-11-28",
                "User-Agent": "kabar-lutra",
            },
        )
        try:
            with _OPENER.open(request, timeout=SECONDS) as answer:
                return json.loads(answer.read(LARGEST) or b"null")
        except urllib.error.HTTPError as error:
            said = error.read(2000).decode(errors="replace")
            raise ApiError(f"{method} {path}: {error.code} {said}", error.code) from error
        except (OSError, ValueError) as error:
            raise ApiError(f"{method} {path}: {error}") from error


class _NoRedirect(urllib.request.HTTPRedirectHandler):
    """The token goes to no other address."""

    def redirect_request(self, *_asked: Any) -> None:
        return None


_OPENER = urllib.request.build_opener(_NoRedirect)


def github_of_job() -> GitHub:
    """As the runner of GitHub tells it."""
    environment = os.environ
    repository = environment.get("GITHUB_REPOSITORY", "")
    api = environment.get("GITHUB_API_URL", API)
    return GitHub(repository, environment.get("GH_TOKEN", ""), api)
