"""Puts the outputs of this room on the board."""

from typing import Any

from pelican import signals

from plugins.discovery.outputs import month_outputs, outputs
from plugins.reading.board import NAME, SecondRoom


def announce(pelican: Any) -> None:
    pelican.settings[NAME].second_rooms.append(SecondRoom(outputs, month_outputs))


def register() -> None:
    signals.initialized.connect(announce)
