"""Puts the outputs of this room on the board."""

from typing import Any

from pelican import signals

from plugins.agencies.outputs import outputs
from plugins.reading.board import NAME


def announce(pelican: Any) -> None:
    pelican.settings[NAME].rooms.append(outputs)


def register() -> None:
    signals.initialized.connect(announce)
