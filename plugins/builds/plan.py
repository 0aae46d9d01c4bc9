"""Collect the outputs of all rooms; two rooms may not want the same path."""

import re
from collections.abc import Iterable, Sequence

from plugins.model.edition import Edition
from plugins.model.monthedition import MonthEdition
from plugins.model.output import Output
from plugins.reading.board import Board

_SAFE = re.compile(r"(?:[a-z0-9][a-z0-9.-]*/)*[a-z0-9][a-z0-9.-]*\.[a-z0-9]+\Z", re.ASCII)


class PlanError(RuntimeError):
    """The outputs contradict each other, or one would leave the output folder."""


def plan_site(edition: Edition, board: Board) -> list[Output]:
    """The outputs that all months share, in a fixed order."""
    first = [output for room in board.rooms for output in room.outputs(edition)]
    second = [o for room in board.second_rooms for o in room.outputs(edition, first)]
    return checked([*first, *second])


def plan_month(edition: MonthEdition, board: Board) -> list[Output]:
    """The outputs of one month, in a fixed order."""
    first = [output for room in board.rooms for output in room.month_outputs(edition)]
    second = [o for room in board.second_rooms for o in room.month_outputs(edition, first)]
    return checked([*first, *second])


def checked(outputs: Sequence[Output]) -> list[Output]:
    """The outputs, sorted by path, if each has a plain path of its own."""
    _refuse_unsafe(outputs)
    _refuse_doubles(outputs)
    return sorted(outputs, key=lambda output: output.path)


def _refuse_unsafe(outputs: Iterable[Output]) -> None:
    for output in outputs:
        if not _SAFE.match(output.path):
            raise PlanError(f"output path {output.path!r} is not a plain path below the output")


def _refuse_doubles(outputs: Sequence[Output]) -> None:
    seen: set[str] = set()
    for output in outputs:
        if output.path in seen:
            raise PlanError(f"two outputs want the path {output.path!r}")
        seen.add(output.path)
