"""All pages of the agenda room."""

from collections.abc import Iterator

from plugins.agenda.calendar import calendar_outputs
from plugins.agenda.events import event_outputs
from plugins.agenda.ledger import ledger_output
from plugins.model.edition import Edition
from plugins.model.output import Output


def outputs(edition: Edition) -> Iterator[Output]:
    yield from calendar_outputs(edition)
    yield from event_outputs(edition)
    yield ledger_output(edition)
