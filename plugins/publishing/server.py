"""The hub's web server: the site for everyone, git and previews for those with an account."""

from collections.abc import Iterable
from typing import Any

from waitress.server import create_server

from plugins.model.proposal import PREVIEWS
from plugins.publishing.accounts import Accounts
from plugins.publishing.githttp import GitHttp
from plugins.publishing.layout import Layout
from plugins.publishing.login import StartResponse
from plugins.publishing.previews import PreviewSite
from plugins.publishing.static import StaticSite

GIT_PREFIX = "/git"
MAX_PUSH = 512 * 1024 * 1024  # bytes; the gate's own limits are far below
THREADS = 8


class PortTakenError(RuntimeError):
    """Another program listens on the port."""


class Hub:
    def __init__(self, layout: Layout) -> None:
        self.site = StaticSite(layout.live)
        self.git = GitHttp(layout.root, Accounts(layout.accounts), layout.sessions)
        self.previews = PreviewSite(layout.previews, Accounts(layout.accounts))

    def __call__(self, environ: dict[str, Any], start_response: StartResponse) -> Iterable[bytes]:
        path = environ["PATH_INFO"]
        if path.startswith(GIT_PREFIX + "/kabar.git/"):
            environ = {**environ, "PATH_INFO": path.removeprefix(GIT_PREFIX)}
            return self.git(environ, start_response)
        if path.startswith(PREVIEWS):
            return self.previews(environ, start_response)
        return self.site(environ, start_response)


def listen(layout: Layout, host: str, port: int) -> Any:
    """Take the port now and serve when `run` is called; raises PortTakenError."""
    try:
        return create_server(
            Hub(layout),
            host=host,
            port=port,
            threads=THREADS,
            max_request_body_size=MAX_PUSH,
            ident="",
        )
    except OSError as error:
        raise PortTakenError(f"port {port} is taken ({error.strerror})") from error
