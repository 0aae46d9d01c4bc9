"""Puts the site's facts, the moment, the content tree and its history on the board."""

from pathlib import Path
from typing import Any

from pelican import signals

from plugins.reading.board import NAME, Board
from plugins.reading.clock import moment_of
from plugins.reading.history import history_of
from plugins.reading.settings import site_of
from plugins.reading.tree import tree_at


def announce(pelican: Any) -> None:
    settings = pelican.settings
    folder, commit = Path(settings["PATH"]), settings.get("COMMIT")
    settings[NAME] = Board(
        site=site_of(settings),
        now=moment_of(settings.get("NOW")),
        tree=tree_at(folder, commit),
        history=history_of(folder, commit, Path(settings["CACHE_PATH"]) / "riwayat"),
    )


def register() -> None:
    signals.initialized.connect(announce)
