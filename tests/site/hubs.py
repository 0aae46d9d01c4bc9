"""A hub as a person starts it, the clones of its users, and what they push."""

import http.client
import json
import os
import signal
import socket
import subprocess
import sys
import threading
import time
import urllib.error
import urllib.request
from base64 import b64encode
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from plugins.reading.clock import now
from tests.conftest import commit_all, copy_project, run_git

TIMEOUT = 60  # seconds for anything the hub must get done


class Hub:
    """A hub as `make hub` starts it, with what a person would read off its screen."""

    def __init__(self, project: Path, port: int) -> None:
        self.project = project
        self.port = port
        self.folder = project / ".hub"
        self.url = f"http://127.0.0.1:{port}"
        command = make(f"PORT={port}", "hub")
        self.process = subprocess.Popen(
            command, cwd=project, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
            start_new_session=True, preexec_fn=hear_interrupts,
        )  # fmt: skip
        self.lines: list[str] = []
        self.reader = threading.Thread(target=self._read, daemon=True)
        self.reader.start()

    def _read(self) -> None:
        assert self.process.stdout
        for line in self.process.stdout:
            self.lines.append(line)

    @property
    def said(self) -> str:
        return "".join(self.lines)

    def wait_until_it_says(self, words: str) -> None:
        wait(lambda: words in self.said or self.process.poll() is not None, self.said)
        assert words in self.said, self.said

    def password(self, login: str) -> str:
        rows = (self.folder / "sandi-contoh.txt").read_text().splitlines()
        return dict(row.split() for row in rows)[login]

    def remote(self, login: str) -> str:
        return f"http://{login}:{self.password(login)}@127.0.0.1:{self.port}/git/kabar.git"

    def get(self, path: str) -> str:
        try:
            with urllib.request.urlopen(self.url + path) as answer:
                return answer.read().decode()
        except urllib.error.HTTPError as error:
            return f"{error.code} {error.read().decode()}"

    def ask(self, path: str, login: str) -> tuple[int, dict[str, str], str]:
        """Status, headers and text for someone who has given name and password."""
        given = b64encode(f"{login}:{self.password(login)}".encode()).decode()
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=30)
        connection.request("GET", path, headers={"Authorization": f"Basic {given}"})
        answer = connection.getresponse()
        text = answer.read().decode()
        connection.close()
        return answer.status, dict(answer.headers), text

    def manifest(self) -> dict:
        return json.loads(self.get("/manifes.json"))

    def stop(self) -> int:
        os.killpg(self.process.pid, signal.SIGINT)  # what Ctrl-C in a terminal does
        code = self.process.wait(timeout=20)
        self.reader.join(timeout=5)
        assert self.process.stdout
        self.process.stdout.close()
        return code


def hear_interrupts() -> None:
    """A shell that runs the tests in its background has told its children to ignore Ctrl-C."""
    signal.signal(signal.SIGINT, signal.default_int_handler)


def make(*arguments: str) -> list[str]:
    return ["make", "--no-print-directory", f"VENV={sys.prefix}", *arguments]


def wait(condition, told="", seconds: float = TIMEOUT) -> None:
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        if condition():
            return
        time.sleep(0.1)
    raise AssertionError(f"nothing happened within {seconds:.0f} s\n{told}")


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@contextmanager
def running_hub(folder: Path) -> Iterator[Hub]:
    """A hub of a fresh project in *folder*; it is stopped at the end."""
    copy_project(folder)
    run_git(folder, "init", "-q", "-b", "main")
    commit_all(folder, "awal")
    hub = Hub(folder, free_port())
    hub.wait_until_it_says("Ctrl-C")
    yield hub
    if hub.process.poll() is None:
        hub.stop()


def clones(hub: Hub, folder: Path) -> Callable[[str], Path]:
    """Makes the clone of a login below *folder*."""

    def make_clone(login: str) -> Path:
        run_git(folder, "clone", "-q", hub.remote(login), str(folder / login))
        return folder / login

    return make_clone


def today_folder() -> str:
    moment = now()
    return f"{moment.year:04}/{moment.month:02}"


def write_post(clone: Path, agency: str, slug: str, title: str, **keys: str) -> Path:
    moment = now()
    keys = {"tanggal": moment.iso_day, "rubrik": "kesehatan", **keys}
    header = "\n".join(f"{key}: {value}" for key, value in keys.items())
    file = clone / f"content/berita/{agency}/{today_folder()}/{slug}/index.md"
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(f"---\njudul: {title}\n{header}\n---\n\nMASAMBA — Isi {title}.\n")
    return file


def push(clone: Path, ref: str, message: str = "berita: coba") -> str:
    commit_all(clone, message)
    return run_git(clone, "push", "origin", f"HEAD:{ref}", check=False)
