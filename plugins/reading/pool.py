"""Run jobs in forked children, each job under a time limit that nothing can outlast.

A child takes the next job when it has ended one, so that a long job keeps no other waiting.
A regular expression inside the C library does not answer to signals, so a job that runs
away is stopped from outside: its child is killed and a new one takes its place. A child
whose parent was killed ends by an alarm of its own.
"""

import gc
import os
import select
import signal
import struct
import time
import traceback
from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar

Job = TypeVar("Job")

_HEAD = struct.Struct(">IBI")  # job number, kind of message, length of what follows
_BEGUN, _RESULT, _CRASH = 0, 1, 2
_NUMBER = struct.Struct(">I")  # of a job, in the queue
_AHEAD = 1000  # numbers that wait in the queue; a pipe holds sixteen times as many


_child = False  # whether this process works for another one


class JobError(RuntimeError):
    """A job raised: a fault of this program, not of the content."""


def run(
    jobs: Sequence[Job], work: Callable[[Job], bytes], seconds: float, workers: int = 0
) -> Iterator[tuple[int, bytes | None]]:
    """Yield (job number, result) as jobs end; None for one that was stopped or died.

    *workers* of 0 means one for each processor. In a child, which forks none itself, the
    jobs are done one after the other, within the time of the child's own job.
    """
    if _child:
        yield from ((number, work(job)) for number, job in enumerate(jobs))
        return
    count = min(workers or os.cpu_count() or 1, len(jobs))
    queue = _Queue(len(jobs))
    children = [_Child(queue, jobs, work, seconds) for _ in range(count)]
    unheard = set(range(len(jobs)))
    try:
        while children:
            for child in _ready(children, seconds):
                for number, payload in child.results():
                    unheard.discard(number)
                    yield number, payload
            for child in [c for c in children if c.ended or c.is_late(seconds)]:
                children.remove(child)
                lost = child.stop()
                if lost is not None:
                    children.append(_Child(queue, jobs, work, seconds))
                    unheard.discard(lost)
                    yield lost, None
        yield from ((number, None) for number in sorted(unheard))  # a child died at the queue
    finally:
        queue.close()
        for child in children:
            child.stop()


class _Queue:
    """A pipe of job numbers, from which each child takes its next one."""

    def __init__(self, count: int) -> None:
        self.count = count
        self.put = 0
        self.reading, self.writing = os.pipe()
        self.fill(_AHEAD)

    def fill(self, many: int) -> None:
        """Put so many more in, so few that the pipe takes them; close it behind the last."""
        last = min(self.put + many, self.count)
        if last > self.put:
            os.write(self.writing, b"".join(map(_NUMBER.pack, range(self.put, last))))
            self.put = last
        if self.put == self.count:
            self.end()

    def take(self) -> int | None:
        """Wait for a number; None when there are no more."""
        data = os.read(self.reading, _NUMBER.size)
        return _NUMBER.unpack(data)[0] if data else None

    def end(self) -> None:
        """In a child too, or the others would wait for ever for what it might put in."""
        if self.writing >= 0:
            os.close(self.writing)
            self.writing = -1

    def close(self) -> None:
        self.end()
        os.close(self.reading)


class _Child:
    def __init__(
        self, queue: _Queue, jobs: Sequence[Job], work: Callable[[Job], bytes], seconds: float
    ) -> None:
        self.queue = queue
        self.buffer = bytearray()
        self.ended = False
        self.job: int | None = None  # that it is on
        self.since = time.monotonic()
        self.pipe, writing = os.pipe()
        self.pid = os.fork()
        if self.pid == 0:
            os.close(self.pipe)
            queue.end()
            _serve(queue, jobs, work, writing, 2 * seconds)
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
            if kind == _BEGUN:
                self.job = number
                self.queue.fill(1)
            else:
                self.job = None
                yield number, payload

    def is_late(self, seconds: float) -> bool:
        """Too long on one job, and no result waits in the pipe while the reader is busy."""
        late = self.job is not None and time.monotonic() - self.since > seconds
        return late and not select.select([self.pipe], [], [], 0)[0]

    def stop(self) -> int | None:
        """End the child; return the job it was on, if it had not finished that."""
        os.kill(self.pid, signal.SIGKILL)
        os.waitpid(self.pid, 0)
        os.close(self.pipe)
        return self.job


def _ready(children: list[_Child], seconds: float) -> list[_Child]:
    by_pipe = {child.pipe: child for child in children}
    deadline = min(child.since for child in children) + seconds
    wait = max(0.0, deadline - time.monotonic()) + 0.01
    readable, _, _ = select.select(list(by_pipe), [], [], wait)
    return [by_pipe[pipe] for pipe in readable]


def _serve(
    queue: _Queue,
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
            while (number := queue.take()) is not None:
                pipe.write(_HEAD.pack(number, _BEGUN, 0))
                pipe.flush()
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
