"""An output is a value: a path, a renderer, and exactly what that renderer may see."""

from collections.abc import Callable
from typing import Any, Protocol

from plugins.model.body import Body, BodyRef
from plugins.model.calendar import CalendarEntry, CalendarRef
from plugins.model.card import Card, CardsRef
from plugins.model.press import Pack
from plugins.model.record import Value


class Resources(Protocol):
    """What a renderer may fetch by the digest it was given, and nothing else."""

    def body(self, ref: BodyRef) -> Body: ...

    def cards(self, ref: CardsRef) -> tuple[Card, ...]: ...

    def calendar(self, ref: CalendarRef) -> tuple[CalendarEntry, ...]: ...

    def size(self, pack: Pack) -> int: ...

    def blob(self, blob_id: str) -> bytes: ...


Function = Callable[[Any, Resources], bytes]


class Output(Value, frozen=True):
    """`renderer` is the name of a template, or a module-level function values -> bytes.

    `values` holds records, tuples, text, numbers and Moments, so that equal values mean
    equal bytes. `daily` marks the few outputs whose values depend on the present moment,
    `costly` those that are worth keeping beside the build once they are made; after the
    `last` day, where it is not 0, they are not. The path of a `final` one stands for its
    content: a file of that name is right whoever made it, with whatever library, and is never
    made again. Costly outputs of the same `kin` share work, so one process makes them one
    after the other.
    """

    path: str  # below the output folder
    renderer: str | Function
    values: Any
    daily: bool = False
    costly: bool = False
    last: int = 0
    final: bool = False
    kin: str = ""
