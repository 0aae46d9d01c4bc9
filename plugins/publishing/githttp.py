"""git over HTTP: git's own http-backend behind WSGI, with one password for each person."""

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import IO, Any

from plugins.publishing.accounts import Accounts
from plugins.publishing.login import StartResponse, ask_for_login, login_from
from plugins.publishing.packets import ANSWER, explained
from plugins.publishing.sessions import VARIABLE, session

_CHUNK = 64 * 1024  # bytes
_KEPT = ("PATH", "HOME", "LANG")  # of our own environment; nothing of the request's
_PASSED = {
    "REQUEST_METHOD": "REQUEST_METHOD",
    "QUERY_STRING": "QUERY_STRING",
    "CONTENT_TYPE": "CONTENT_TYPE",
    "CONTENT_LENGTH": "CONTENT_LENGTH",
    "HTTP_CONTENT_ENCODING": "HTTP_CONTENT_ENCODING",
    "HTTP_GIT_PROTOCOL": "GIT_PROTOCOL",
    "REMOTE_ADDR": "REMOTE_ADDR",
}


class GitHttp:
    """Serves the repositories below one folder to those who have an account."""

    def __init__(self, project_root: Path, accounts: Accounts, sessions: Path) -> None:
        self.project_root = project_root
        self.accounts = accounts
        self.sessions = sessions

    def __call__(self, environ: dict[str, Any], start_response: StartResponse) -> Iterable[bytes]:
        login = login_from(environ.get("HTTP_AUTHORIZATION", ""), self.accounts)
        if login is None:
            return ask_for_login(start_response)
        return self._answer(environ, login, start_response)

    def _answer(
        self, environ: dict[str, Any], login: str, start_response: StartResponse
    ) -> Iterator[bytes]:
        """Run http-backend; the session lasts until its last byte is sent."""
        with session(self.sessions, login) as name, tempfile.TemporaryFile() as body:
            shutil.copyfileobj(environ["wsgi.input"], body)
            body.seek(0)
            backend = subprocess.Popen(
                ["git", "http-backend"],
                stdin=body,
                stdout=subprocess.PIPE,
                env=self._environment(environ, login, name),
            )
            with backend:
                assert backend.stdout
                status, headers = _read_head(backend.stdout)
                start_response(status, headers)
                if ("Content-Type", ANSWER) in headers:
                    yield from explained(backend.stdout)
                while chunk := backend.stdout.read(_CHUNK):
                    yield chunk

    def _environment(self, environ: dict[str, Any], login: str, name: str) -> dict[str, str]:
        ours = {key: os.environ[key] for key in _KEPT if key in os.environ}
        asked = {to: str(environ[key]) for key, to in _PASSED.items() if environ.get(key)}
        return {
            **ours,
            **asked,
            "GIT_PROJECT_ROOT": str(self.project_root),
            "GIT_HTTP_EXPORT_ALL": "1",
            "PATH_INFO": environ["PATH_INFO"],
            "REMOTE_USER": login,
            VARIABLE: name,
        }


def _read_head(stream: IO[bytes]) -> tuple[str, list[tuple[str, str]]]:
    """The CGI head: headers up to an empty line, the status among them."""
    status, headers = "200 OK", []
    while line := stream.readline().rstrip(b"\r\n"):
        name, _, value = line.decode("latin-1").partition(":")
        if name.lower() == "status":
            status = value.strip()
        else:
            headers.append((name, value.strip()))
    return status, headers
