"""All pages of the agenda room."""

from collections.abc import Iterator

from plugins.agenda.calendar import calendar_month_outputs, calendar_output, places_output
from plugins.agenda.events import event_outputs
from plugins.agenda.evidence import evidence_month_outputs, evidence_outputs
from plugins.agenda.export import export_outputs
from plugins.agenda.ical import calendar_file_outputs, calendar_outputs
from plugins.agenda.ledgerfiles import ledger_outputs
from plugins.agenda.report_outputs import report_month_outputs, report_outputs
from plugins.model.edition import Edition
from plugins.model.monthedition import MonthEdition
from plugins.model.output import Output


def outputs(edition: Edition) -> Iterator[Output]:
    yield calendar_output(edition)
    yield places_output(edition)
    yield from calendar_outputs(edition)
    yield from report_outputs(edition)
    yield from ledger_outputs(edition)
    yield from evidence_outputs(edition)


def month_outputs(edition: MonthEdition) -> Iterator[Output]:
    yield from calendar_month_outputs(edition)
    yield from event_outputs(edition)
    yield from report_month_outputs(edition)
    yield from calendar_file_outputs(edition)
    yield from export_outputs(edition)
    yield from evidence_month_outputs(edition)
