"""Puts the outputs of this room on the board."""

from typing import Any

from pelican import signals

from plugins.photos.outputs import month_outputs, outputs, pack_output
from plugins.photos.recipe import picture_of
from plugins.reading.board import NAME, Room


def announce(pelican: Any) -> None:
    board = pelican.settings[NAME]
    board.picture_of = picture_of
    board.pack_output = pack_output
    board.rooms.append(Room(outputs, month_outputs))


def register() -> None:
    signals.initialized.connect(announce)
