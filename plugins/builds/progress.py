"""Long builds show what they do; short ones say nothing before their one line."""

import sys
import time
from types import TracebackType
from typing import Any

QUIET = 2.0  # seconds before anything is shown


class Progress:
    """A bar on a terminal, once a build has taken longer than a moment."""

    def __init__(self) -> None:
        self.started = time.monotonic()
        self.bar: Any = None
        self.task: Any = None

    def __enter__(self) -> "Progress":
        return self

    def __exit__(
        self,
        _kind: type[BaseException] | None,
        _error: BaseException | None,
        _trace: TracebackType | None,
    ) -> None:
        if self.bar is not None:
            self.bar.stop()

    def tell(self, done: int, total: int) -> None:
        if self.bar is None and time.monotonic() - self.started > QUIET and sys.stderr.isatty():
            self._show(total)
        if self.bar is not None:
            self.bar.update(self.task, completed=done, total=total)

    def _show(self, total: int) -> None:
        # A tenth of a second to import, which a short build need not pay.
        from rich.console import Console  # noqa: PLC0415
        from rich.progress import Progress as Bar  # noqa: PLC0415

        self.bar = Bar(console=Console(stderr=True), transient=True)
        self.task = self.bar.add_task("Membangun", total=total)
        self.bar.start()
