"""Tables in words, as the page and the paper of a report both show them."""

from enum import StrEnum

from plugins.model.event import EventState
from plugins.model.record import Value

LONG = 12  # rows; a phone shows each as a block, so that more fill several screens


class Kind(StrEnum):
    """What a column holds, which decides how it is set."""

    TEXT = "teks"
    NUMBER = "angka"
    RATE = "cakupan"  # a fraction in words, and a bar


class Column(Value, frozen=True):
    label: str
    kind: Kind = Kind.TEXT


class Bar(Value, frozen=True):
    """Of the activities held: reported, waiting, missed; the rest is waived."""

    covered: int
    waiting: int
    missed: int
    held: int


class Cell(Value, frozen=True):
    text: str
    href: str = ""  # of a page of the site
    url: str = ""  # of a page elsewhere
    note: str = ""  # below the text, smaller
    late: bool = False  # what should worry
    none: bool = False  # a zero, which steps back
    bar: Bar | None = None
    state: EventState | None = None


class Sheet(Value, frozen=True):
    """The first cell of a row names it."""

    caption: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]

    @property
    def is_long(self) -> bool:
        """Whether a small screen folds it away until somebody asks for it."""
        return len(self.rows) > LONG


class Chart(StrEnum):
    """What is drawn above the sheets of a section."""

    NONE = ""
    DELAYS = "hari"
    YEAR = "tahun"


class Section(Value, frozen=True):
    title: str
    notes: tuple[str, ...] = ()
    sheets: tuple[Sheet, ...] = ()
    empty: str = ""  # what is said where there is no sheet
    chart: Chart = Chart.NONE


def text(*labels: str) -> tuple[Column, ...]:
    return tuple(Column(label) for label in labels)


def numbers(*labels: str) -> tuple[Column, ...]:
    return tuple(Column(label, Kind.NUMBER) for label in labels)


def number(count: int | None, late: bool = False) -> Cell:
    """A count; what is not known is a dash."""
    if not count:
        return Cell("–" if count is None else "0", none=True)
    return Cell(str(count), late=late)
