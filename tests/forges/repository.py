"""A bare git repository behind the interface of a forge: what all of them do with it."""

import os
import subprocess
import threading
from abc import ABC, abstractmethod
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

OFFICER, HUMAS = "token-petugas", "token-humas"
LOGINS = {OFFICER: "petugas-dinkes", HUMAS: "redaktur-humas"}
REPOSITORY = "humas/kabar"


class RefusalError(Exception):
    """An answer that is not a success."""

    def __init__(self, status: int, message: str) -> None:
        super().__init__(message)
        self.status = status


class Call(NamedTuple):
    method: str
    path: str  # with its query
    body: dict[str, Any]
    headers: Mapping[str, str]


class Pull:
    """A proposal as the forge keeps it: a pull request, or a merge request."""

    def __init__(self, number: int, title: str, branch: str, draft: bool) -> None:
        self.number, self.title, self.branch, self.draft = number, title, branch, draft
        self.state, self.labels = "OPEN", list[str]()
        self.node = f"PR_{number}"


class Forge(ABC):
    """What is asked and not known is answered with 404 and kept in `unknown`."""

    def __init__(self, repository: Path) -> None:
        self.repository = repository
        self.pulls: list[Pull] = []
        self.calls: list[Call] = []
        self.unknown: list[str] = []
        self.lock = threading.Lock()
        self.url = ""

    @abstractmethod
    def answer(self, call: Call, login: str | None) -> tuple[int, Any]:
        """Status and what is sent: bytes as they are, the rest as JSON."""

    def unheard(self, call: Call) -> RefusalError:
        self.unknown.append(f"{call.method} {call.path}")
        return RefusalError(404, "Not Found")

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

    def blob(self, expression: str) -> str:
        return self.git("rev-parse", expression).decode().strip()

    def date(self, oid: str) -> str:
        return self.git("show", "-s", "--format=%cI", oid).decode().strip()

    def changed(self, branch: str) -> list[str]:
        names = self.git("diff", "--name-only", "-z", f"main...{branch}")
        return [name for name in names.decode().split("\0") if name]

    def last_commit(self, branch: str, path: str) -> list[str]:
        """Name of the commit, of its author, his address, and its date."""
        form = "--format=%H%x00%an%x00%ae%x00%cI"
        return self.git("log", "-1", form, branch, "--", path).decode().strip().split("\0")

    def write(
        self, branch: str, parent: str, message: str, additions: Mapping[str, bytes],
        deletions: Sequence[str] = (),
    ) -> str:  # fmt: skip
        """A commit on *branch*, which may be new; its name."""
        index = str(self.repository / "indeks-sementara")
        self.git("read-tree", parent, index=index)
        for path, data in additions.items():
            oid = self.git("hash-object", "-w", "--stdin", data=data).decode().strip()
            entry = f"100644,{oid},{path}"
            self.git("update-index", "--add", "--cacheinfo", entry, index=index)
        for path in deletions:
            self.git("update-index", "--force-remove", path, index=index)
        tree = self.git("write-tree", index=index).decode().strip()
        Path(index).unlink()
        oid = self.git("commit-tree", tree, "-p", parent, "-m", message).decode().strip()
        self.git("update-ref", f"refs/heads/{branch}", oid)
        return oid

    def merge_branch(self, branch: str, message: str) -> str:
        """A merge commit on main, as the button of a forge makes it."""
        tree = self.git("merge-tree", "--write-tree", "main", branch).decode().strip()
        parents = ["-p", self.head("main"), "-p", self.head(branch)]
        oid = self.git("commit-tree", tree, *parents, "-m", message).decode().strip()
        self.git("update-ref", "refs/heads/main", oid)
        return oid
