"""Puts the gate and the pages of its rules on the board."""

from typing import Any

from pelican import signals

from plugins.checks.accept import accept
from plugins.checks.gate import inspect
from plugins.checks.pages import month_outputs, outputs
from plugins.checks.portable import portable
from plugins.checks.rulebook import rules
from plugins.reading.board import NAME, Room


def announce(pelican: Any) -> None:
    rules()  # before reading forks: each child would import them for itself
    board = pelican.settings[NAME]
    board.inspect = inspect
    board.gate = accept
    board.portable = portable()
    board.rooms.append(Room(outputs, month_outputs))


def register() -> None:
    signals.initialized.connect(announce)
