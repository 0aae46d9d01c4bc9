"""The line of an activity in lists."""

from plugins.model.card import Link
from plugins.model.coverage import EventStatus
from plugins.model.event import EventState
from plugins.model.eventline import event_line
from tests.model.makers import make_event


def test_a_line_tells_what_when_where_who_and_the_state():
    event = make_event(day="2026-11-24", starts=540)
    status = EventStatus(state=EventState.MENUNGGU).sealed()
    line = event_line(event, status, Link("Dinkes", "/perangkat-daerah/dinkes/"))

    assert (line.title, line.days, line.hours, line.place, line.agency.label, line.state) == (
        "Acara imunisasi", "Selasa, 24 November 2026", "09.00 WITA", "Posyandu Melati", "Dinkes",
        EventState.MENUNGGU,
    )  # fmt: skip


def test_a_line_leads_to_the_page_of_its_activity():
    status = EventStatus(state=EventState.SUDAH).sealed()
    line = event_line(make_event(), status, Link("Dinkes", "/"))

    assert line.href == "/agenda/dinkes/2026/11/24-imunisasi/"
