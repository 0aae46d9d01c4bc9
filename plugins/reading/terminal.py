"""Colour where a person reads a terminal, and nowhere else."""

import os
from typing import TextIO

_CODES = {"bold": "1", "dim": "2", "red": "31", "green": "32", "yellow": "33", "cyan": "36"}


def shows_colour(stream: TextIO) -> bool:
    """Whether to colour what goes there; see no-color.org for the variable."""
    dumb = os.environ.get("TERM") == "dumb"
    return stream.isatty() and not dumb and not os.environ.get("NO_COLOR")


def paint(text: str, colour: str, wanted: bool = True) -> str:
    return f"\033[{_CODES[colour]}m{text}\033[0m" if wanted and text else text
