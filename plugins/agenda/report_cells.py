"""The cells that several tables of the report share."""

from collections.abc import Iterable

from plugins.agenda.report import Counted, ReportEvent, ReportLine
from plugins.agenda.sheet import Bar, Cell, Column, Kind
from plugins.model import addresses

COVERAGE = Column("Sudah diberitakan", Kind.RATE)
VACANT = "Belum ada petugas humas"


def agency_cell(line: ReportLine, named: bool = True) -> Cell:
    note = VACANT if line.vacant and named else ""
    return Cell(line.name, addresses.agency_href(line.slug), note=note)


def rate_cell(counted: Counted) -> Cell:
    if not counted.held:
        return Cell("belum ada yang terlaksana" if counted.recorded else "–")
    found = counted.figures
    without = f"tanpa yang dikecualikan: {found.rate_without_waived.words}"
    return Cell(
        found.rate.words,
        note=without if 0 < counted.waived < counted.held else "",
        bar=Bar(counted.covered, counted.waiting, counted.missed, counted.held),
    )


def event_row(event: ReportEvent) -> tuple[Cell, ...]:
    return (
        Cell(event.title, event.href, note=event.place),
        Cell(", ".join(event.agencies)),
        Cell(event.days),
        Cell(event.state.words, note=event.reason, state=event.state),
    )


def and_words(words: Iterable[str]) -> str:
    *some, last = words
    return f"{', '.join(some)}{',' * (len(some) > 1)} dan {last}" if some else last
