"""What the gate says in public: no number of a person in full, in words or in a path.

A file may be named after a card. Its path stays whole while the gate works, because it is
what is left out or waived; it is masked on the way out.
"""

import re
from itertools import chain
from typing import TypeVar

import msgspec

from plugins.checks.numbers import SHORTEST, masked, numbers_in

Told = TypeVar("Told", bound=msgspec.Struct)
_LONG_RUN = re.compile(r"\d{9,}")
# What cameras name their photos: 20261124093000. No province of a NIK has the number 20.
_SHUTTER = re.compile(r"20[0-4]\d(?:0[1-9]|1[0-2])(?:[0-2]\d|3[01])\d{0,9}")
_SPLIT = str.maketrans({"/": "\n", "_": " "})  # parts of a path have nothing in common


def without_numbers(text: str) -> str:
    """The same text with every number of a person masked, and every other long run too.

    Rules quote what they find fault with, and what they quote may be cut in the middle.
    """
    parts = text.translate(_SPLIT)
    if not SHORTEST.search(parts):
        return text
    for number in chain(numbers_in(text), numbers_in(parts)):
        form = r"\D{0,3}".join(number.digits)
        text = re.sub(form, number.masked, text)
    return _LONG_RUN.sub(_masked_run, text)


def public(told: Told) -> Told:
    """A fault or an answer as anyone may read it."""
    texts = {k: v for k, v in msgspec.structs.asdict(told).items() if type(v) is str}
    changed = {key: text for key, old in texts.items() if (text := without_numbers(old)) != old}
    return msgspec.structs.replace(told, **changed) if changed else told


def _masked_run(match: re.Match[str]) -> str:
    return match[0] if _SHUTTER.fullmatch(match[0]) else masked(match[0])
