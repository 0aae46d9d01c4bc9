"""What arrived at Humas, in one form, whichever way it came."""

from typing import NamedTuple

from plugins.model.moment import Moment


class Picture(NamedTuple):
    name: str  # as the sender's telephone called it
    data: bytes
    caption: str = ""


class Leftover(NamedTuple):
    """A part that does not become news; it is kept beside, unless it was too large to read."""

    name: str
    reason: str  # Indonesian
    data: bytes = b""


class Handover(NamedTuple):
    """The bare material of one post: nothing has been guessed of it yet."""

    text: str = ""
    pictures: tuple[Picture, ...] = ()
    sender: str = ""  # as the telephone that wrote the chat names him
    author: str = ""  # as a document names him: often only the name of a computer
    sent: Moment | None = None
    left: tuple[Leftover, ...] = ()
    notes: tuple[str, ...] = ()  # Indonesian: what Humas must know of how it was read
    title: str = ""  # where the sender marked one as such


class HandoverError(ValueError):
    """Nothing can be taken; the message says why, in Indonesian, and what to do instead."""


PICTURES = (".jpg", ".jpeg", ".png", ".webp")


def ending(name: str) -> str:
    dot = name.rfind(".")
    return name[dot:].lower() if dot >= 0 else ""


def is_picture(name: str) -> bool:
    """By its name; stickers are no news."""
    return ending(name) in PICTURES and not name.upper().startswith("STK-")
