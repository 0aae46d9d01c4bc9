"""Puts the gate on the board."""

from typing import Any

from pelican import signals

from plugins.checks.accept import accept
from plugins.checks.gate import inspect
from plugins.reading.board import NAME


def announce(pelican: Any) -> None:
    board = pelican.settings[NAME]
    board.inspect = inspect
    board.gate = accept


def register() -> None:
    signals.initialized.connect(announce)
