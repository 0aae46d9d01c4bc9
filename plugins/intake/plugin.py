"""Puts composer and editor on the board; the rules of the first were put there by checks."""

from functools import partial
from typing import Any

from pelican import signals

from plugins.intake.editor import editor_of
from plugins.intake.outputs import month_outputs, outputs
from plugins.reading.board import NAME, Room


def announce(pelican: Any) -> None:
    board = pelican.settings[NAME]
    assert board.portable
    editor = editor_of(pelican.settings["EDITOR"], board.site.forge)
    board.rooms.append(Room(partial(outputs, board.portable, editor), month_outputs))


def register() -> None:
    signals.initialized.connect(announce)
