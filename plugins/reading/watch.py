"""A limit for each step of a long job in a child, kept by the system and told to the parent.

An expression that runs away inside the C library answers to nothing, so the child that is
on it is ended by an alarm. What remains is its count of steps, in memory that both share:
the job is then done again by another child, without the step that took too long.
"""

import mmap
import signal
import struct
from collections import defaultdict
from collections.abc import Callable, Sequence
from typing import TypeVar

Result = TypeVar("Result")

_COUNT = struct.Struct("=I")


class Watch:
    """Of one job: how many steps it has begun, and which of them are to be left out."""

    def __init__(self, shared: mmap.mmap, place: int, lost: frozenset[int]) -> None:
        self.shared = shared
        self.place = place
        self.lost = lost
        self.count = 0

    def step(self, work: Callable[[], Result], seconds: float) -> Result | None:
        """The result, or None for a step that has outlasted its time before."""
        number = self.count
        self.count += 1
        if number in self.lost:
            return None
        _COUNT.pack_into(self.shared, self.place, self.count)
        signal.setitimer(signal.ITIMER_REAL, seconds)
        result = work()
        signal.setitimer(signal.ITIMER_REAL, 0)
        return result


class Watches:
    """Of all jobs, on the parent's side; made before the children are."""

    def __init__(self, jobs: Sequence[str]) -> None:
        self.places = {job: number * _COUNT.size for number, job in enumerate(jobs)}
        self.shared = mmap.mmap(-1, max(len(jobs), 1) * _COUNT.size)
        self.lost: dict[str, set[int]] = defaultdict(set)

    def watch(self, job: str) -> Watch:
        return Watch(self.shared, self.places[job], frozenset(self.lost[job]))

    def leave_out(self, job: str) -> None:
        """Take the step that ended the child of a job out of it."""
        (count,) = _COUNT.unpack_from(self.shared, self.places[job])
        if count == 0 or count - 1 in self.lost[job]:
            raise RuntimeError(f"the section {job!r} cannot be read; its worker was lost")
        self.lost[job].add(count - 1)
