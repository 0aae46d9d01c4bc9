"""Puts the composer on the board; the rules it applies were put there by checks."""

from functools import partial
from typing import Any

from pelican import signals

from plugins.intake.outputs import month_outputs, outputs
from plugins.reading.board import NAME, Room


def announce(pelican: Any) -> None:
    board = pelican.settings[NAME]
    assert board.portable
    board.rooms.append(Room(partial(outputs, board.portable), month_outputs))


def register() -> None:
    signals.initialized.connect(announce)
