"""Puts the names of style sheet, fonts and icon on the board, and their files with them."""

from functools import partial
from pathlib import Path
from typing import Any

from pelican import signals

from plugins.assets.bundle import asset_files, asset_month_outputs, asset_outputs
from plugins.reading.board import NAME, Room


def announce(pelican: Any) -> None:
    board = pelican.settings[NAME]
    board.assets, files = asset_files(Path(pelican.settings["THEME"]))
    board.rooms.append(Room(partial(asset_outputs, files), asset_month_outputs))


def register() -> None:
    signals.initialized.connect(announce)
