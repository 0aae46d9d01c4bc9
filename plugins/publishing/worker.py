"""The one worker: deploys on request, when time has come, and when a hook was lost."""

import fcntl
import signal
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType

import msgspec

from plugins.publishing.deploy import Deployer, Outcome
from plugins.publishing.layout import Layout
from plugins.publishing.previews import Maker
from plugins.reading.clock import now

PAUSE = 0.1  # seconds between two looks at the request
RECONCILE = 60.0  # seconds between two comparisons of the live site with main
NEVER = "9999"  # later than any moment in ISO 8601


class Status(msgspec.Struct, frozen=True):
    """The latest outcome, for the pusher who waits and for people who look."""

    commit: str
    ok: bool
    message: str
    number: int  # grows with every deploy


class BusyError(RuntimeError):
    """Another worker holds the lock."""


class Worker:
    def __init__(self, deployer: Deployer) -> None:
        self.deployer = deployer
        self.layout = deployer.layout
        self.previews = Maker(self.layout, deployer.url)
        self.failed = ""  # commit that was tried and failed; not tried again by itself
        self.stopping = False
        self.looked_at: Path | None = None  # the release whose next change is known
        self.due = NEVER

    def run(self) -> None:
        """Work until told to stop. Raises BusyError where another worker runs."""
        signal.signal(signal.SIGTERM, self._stop)
        signal.signal(signal.SIGINT, self._stop)
        with locked(self.layout):
            self.layout.preview_request.touch()  # one that was made when we stopped is lost
            checked = 0.0
            while not self.stopping:
                asked = self._take_request()
                if asked or time.monotonic() - checked > RECONCILE:
                    self.step(asked)
                    checked = time.monotonic()
                elif self._time_has_come():
                    self.step(asked=False, force=True)
                self.previews.step()
                time.sleep(PAUSE)
            self.previews.stop()

    def step(self, asked: bool, force: bool = False) -> Outcome | None:
        """One deploy, if there is something to do; its outcome is told in the status file."""
        if not asked and not force and self.deployer.wanted() == self.failed:
            return None
        self.previews.stop()
        outcome = self.deployer.deploy(force)
        if outcome is not None:
            self.failed = "" if outcome.ok else outcome.commit
            self._tell(outcome)
        return outcome

    def _time_has_come(self) -> bool:
        """Asked ten times a second, so a release's manifest is read once."""
        release = self.deployer.releases.current()
        if release != self.looked_at:
            live = self.deployer.live()
            self.looked_at, self.due = release, live.next_change if live else NEVER
        return self.due <= now().iso and not self.failed

    def _take_request(self) -> bool:
        try:
            self.layout.request.unlink()
        except FileNotFoundError:
            return False
        return True

    def _tell(self, outcome: Outcome) -> None:
        before = read_status(self.layout)
        number = before.number + 1 if before else 1
        status = Status(outcome.commit, outcome.ok, outcome.message, number)
        partial = self.layout.status.with_suffix(".sebagian")
        partial.write_bytes(msgspec.json.encode(status))
        partial.replace(self.layout.status)
        print(outcome.message, flush=True)

    def _stop(self, _signal: int, _frame: FrameType | None) -> None:
        self.stopping = True


def read_status(layout: Layout) -> Status | None:
    try:
        return msgspec.json.decode(layout.status.read_bytes(), type=Status)
    except (FileNotFoundError, msgspec.MsgspecError):
        return None


@contextmanager
def locked(layout: Layout) -> Iterator[None]:
    """Hold the deploy lock; the kernel lets go of it however this process ends."""
    with layout.lock.open("w") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            raise BusyError(f"{layout.lock} is held: another worker runs") from None
        yield
