"""A forge behind a server on this machine, as browsers of other origins may ask it."""

import http.server
import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, NamedTuple, Protocol, TypeVar

from tests.forges.repository import LOGINS, Call, RefusalError


class Answering(Protocol):
    """What is served: a forge, or the half of one."""

    url: str
    lock: threading.Lock
    calls: list[Call]

    def answer(self, call: Call, login: str | None) -> tuple[int, Any]: ...


class Redirect(NamedTuple):
    address: str


F = TypeVar("F", bound=Answering)


class _Handler(http.server.BaseHTTPRequestHandler):
    forge: Answering
    protocol_version = "HTTP/1.1"

    def _answer(self) -> None:
        length = int(self.headers.get("Content-Length") or 0)
        body = json.loads(self.rfile.read(length) or b"{}")
        call = Call(self.command, self.path, body, self.headers)
        token = (self.headers.get("Authorization") or "").rpartition(" ")[2]
        with self.forge.lock:
            self.forge.calls.append(call)
            try:
                self._send(*self.forge.answer(call, LOGINS.get(token)))
            except RefusalError as refusal:
                self._send(refusal.status, {"message": str(refusal)})

    def _send(self, status: int, found: Any) -> None:
        address = found.address if isinstance(found, Redirect) else ""
        raw = isinstance(found, bytes)
        data = found if raw else b"" if found is None or address else json.dumps(found).encode()
        self.send_response(status)
        if address:
            self.send_header("Location", address)
        self.send_header("Access-Control-Allow-Origin", "*")
        self.send_header("Content-Type", _kind(data) if raw else "application/json")
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


class _Server(http.server.ThreadingHTTPServer):
    def handle_error(self, request: object, address: object) -> None:
        """A browser that closes while it waits is no news."""


def _kind(data: bytes) -> str:
    return "application/octet-stream" if b"\0" in data else "text/plain"


@contextmanager
def served(forge: F) -> Iterator[F]:
    handler = type("Handler", (_Handler,), {"forge": forge})
    server = _Server(("127.0.0.1", 0), handler)
    forge.url = f"http://127.0.0.1:{server.server_port}"
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    try:
        yield forge
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
