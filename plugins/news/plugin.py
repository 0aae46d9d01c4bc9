"""Puts the outputs of this room on the board."""

from typing import Any

from pelican import signals

from plugins.news.outputs import month_outputs, outputs
from plugins.reading.board import NAME, Room


def announce(pelican: Any) -> None:
    pelican.settings[NAME].rooms.append(Room(outputs, month_outputs))


def register() -> None:
    signals.initialized.connect(announce)
