"""What the rooms tell the one generator, gathered before anything is read.

Each room's plugin.py puts its functions here when Pelican is initialised; the generator
of builds/ takes them in the order of PLUGINS. Every field has one writer, listed in
plugins/README.md.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from plugins.model.chapter import PictureOf
from plugins.model.edition import Assets, Edition
from plugins.model.fault import Fault
from plugins.model.history import History
from plugins.model.manuscript import Manuscript
from plugins.model.moment import Moment
from plugins.model.monthedition import MonthEdition
from plugins.model.newsroom import Newsroom
from plugins.model.output import Output
from plugins.model.portable import Portable
from plugins.model.press import Pack
from plugins.model.site import Site
from plugins.reading.tree import Tree

NAME = "BOARD"  # the key in Pelican's settings


class Accepted(NamedTuple):
    """What the gate lets through, and what it keeps back."""

    newsroom: Newsroom
    quarantined: tuple[str, ...]  # paths below content/, of posts and activities left out
    faults: tuple[Fault, ...]
    fatal: tuple[Fault, ...]  # those for which the site must not be built


class Room(NamedTuple):
    """What one room makes: pages that all months share, and pages of one month."""

    outputs: Callable[[Edition], Iterable[Output]]
    month_outputs: Callable[[MonthEdition], Iterable[Output]]


class SecondRoom(NamedTuple):
    """The same, for outputs about outputs: they see what the first stage will publish."""

    outputs: Callable[[Edition, Sequence[Output]], Iterable[Output]]
    month_outputs: Callable[[MonthEdition, Sequence[Output]], Iterable[Output]]


Gate = Callable[[Newsroom, Tree, Moment, str], Accepted]


@dataclass
class Board:
    site: Site
    now: Moment
    tree: Tree
    history: History = field(default_factory=History)
    inspect: Callable[[Manuscript], Iterable[Fault]] | None = None
    gate: Gate | None = None
    picture_of: PictureOf | None = None
    pack_output: Callable[[Pack], Output] | None = None
    assets: Assets | None = None
    portable: Portable | None = None
    rooms: list[Room] = field(default_factory=list)
    second_rooms: list[SecondRoom] = field(default_factory=list)
