"""Run jobs in forked children, each job under a time limit that nothing can outlast.

A regular expression inside the C library does not answer to signals, so a job that runs
away is stopped from outside: its child is killed and the remaining jobs go to a new one.
A child whose parent was killed ends by an alarm of its own.
"""

import gc
import os
import select
import signal
import struct
import time
import traceback
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar

Job = TypeVar("Job")

_HEAD = struct.Struct(">IBI")  # job number, kind of message, length of what follows
_RESULT, _CRASH = 0, 1


_child = False  # whether this process works for another one


class JobError(RuntimeError):
    """A job raised: a fault of this program, not of the content."""


def run(
    jobs: Sequence[Job], work: Callable[[Job], bytes], seconds: float, workers: int = 0
) -> Iterator[tuple[int, bytes | None]]:
    """Yield (job number, result) as jobs end; None for one that was stopped or died.

    *workers* of 0 means one for each processor.
    """
    count = min(workers or os.cpu_count() or 1, len(jobs))
    children = [
        _Child(range(first, len(jobs), count), jobs, work, seconds) for first in range(count)
    ]
    try:
        while children:
            for child in _ready(children, seconds):
                yield from child.results()
            for child in [c for c in children if c.is_over(seconds)]:
                children.remove(child)
                lost = child.stop()
                if lost is not None:
                    yield lost, None
                if rest := child.left():
                    children.append(_Child(rest, jobs, work, seconds))
    finally:
        for child in children:
            child.stop()


def is_child() -> bool:
    """Whether this process was forked to work for another one; it forks none itself."""
    return _child


class _Child:
    def __init__(
        self,
        numbers: Sequence[int],
        jobs: Sequence[Job],
        work: Callable[[Job], bytes],
        seconds: float,
    ) -> None:
        self.numbers = deque(numbers)  # in the order the child works on them
        self.buffer = bytearray()
        self.ended = False
        self.since = time.monotonic()
        self.pipe, writing = os.pipe()
        self.pid = os.fork()
        if self.pid == 0:
            os.close(self.pipe)
            _serve(list(self.numbers), jobs, work, writing, 2 * seconds)
        os.close(writing)

    def results(self) -> Iterator[tuple[int, bytes]]:
        """Read what has arrived and yield every whole result in it."""
        data = os.read(self.pipe, 1 << 20)
        self.ended = not data
        self.buffer += data
        while len(self.buffer) >= _HEAD.size:
            number, kind, length = _HEAD.unpack_from(self.buffer)
            if len(self.buffer) < _HEAD.size + length:
                return
            payload = bytes(self.buffer[_HEAD.size : _HEAD.size + length])
            del self.buffer[: _HEAD.size + length]
            if kind == _CRASH:
                raise JobError(payload.decode())
            self.since = time.monotonic()
            self.numbers.popleft()
            yield number, payload

    def is_over(self, seconds: float) -> bool:
        return self.ended or not self.numbers or self._is_silent(seconds)

    def stop(self) -> int | None:
        """End the child; return the job it was on, if it had not finished them all."""
        os.kill(self.pid, signal.SIGKILL)
        os.waitpid(self.pid, 0)
        os.close(self.pipe)
        return self.numbers.popleft() if self.numbers else None

    def left(self) -> list[int]:
        return list(self.numbers)

    def _is_silent(self, seconds: float) -> bool:
        """Too long without a result, and none waits in the pipe while the reader is busy."""
        late = time.monotonic() - self.since > seconds
        return late and not select.select([self.pipe], [], [], 0)[0]


def _ready(children: list[_Child], seconds: float) -> list[_Child]:
    by_pipe = {child.pipe: child for child in children}
    deadline = min(child.since for child in children) + seconds
    wait = max(0.0, deadline - time.monotonic()) + 0.01
    readable, _, _ = select.select(list(by_pipe), [], [], wait)
    return [by_pipe[pipe] for pipe in readable]


def _serve(
    numbers: list[int],
    jobs: Sequence[Job],
    work: Callable[[Job], bytes],
    writing: int,
    longest: float,
) -> None:
    """The child's whole life; it leaves without running the parent's exit handlers."""
    global _child
    _child = True
    gc.disable()  # it is short, and a collection would copy the pages it shares with the parent
    gc.freeze()  # so that one who asks for a collection leaves those alone
    status = 0
    signal.signal(signal.SIGALRM, signal.SIG_DFL)  # the system ends us; no Python runs for it
    try:
        with os.fdopen(writing, "wb") as pipe:
            for number in numbers:
                signal.setitimer(signal.ITIMER_REAL, longest)
                try:
                    kind, payload = _RESULT, work(jobs[number])
                except Exception:  # noqa: BLE001 - told to the parent, which raises
                    kind, payload = _CRASH, traceback.format_exc().encode()
                signal.setitimer(signal.ITIMER_REAL, 0)  # the parent may read as late as it likes
                pipe.write(_HEAD.pack(number, kind, len(payload)) + payload)
                pipe.flush()
    except BrokenPipeError:
        status = 1  # the parent has gone
    finally:
        os._exit(status)
