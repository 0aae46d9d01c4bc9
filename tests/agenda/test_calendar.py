"""The agenda: today, what comes, and the months."""

from hypothesis import given, settings
from hypothesis import strategies as st

from plugins.agenda.calendar import (
    AgendaMonthPage,
    AgendaPage,
    calendar_month_outputs,
    calendar_output,
)
from plugins.model.card import Link
from plugins.model.event import Publicity
from plugins.model.output import Output
from tests.model.makers import at, made_of, make_event

NOW = "2026-11-25 08:00"


def outputs_of(*events, now: str = NOW) -> list[Output]:
    made = made_of(*events, now=now)
    months = [output for month in made.months for output in calendar_month_outputs(month)]
    return [calendar_output(made.edition), *months]


def pages(*events, now: str = NOW) -> dict[str, object]:
    return {output.path: output.values for output in outputs_of(*events, now=now)}


def front(*events, now: str = NOW) -> AgendaPage:
    return pages(*events, now=now)["agenda/index.html"]


def slugs(lines) -> list[str]:
    return [line.id.rsplit("/", 1)[1] for line in lines]


def by_day(days) -> list[tuple[str, list[str]]]:
    return [(day.day.iso_day, slugs(day.lines)) for day in days]


def test_only_the_front_sees_the_day():
    assert [(output.path, output.daily) for output in outputs_of(make_event())] == [
        ("agenda/index.html", True), ("agenda/2026/11/index.html", False),
    ]  # fmt: skip


def test_running_is_what_is_on_today_also_what_began_earlier():
    events = [
        make_event("lama", "2026-11-20", last="2026-11-25"),
        make_event("kini", "2026-11-25"),
        make_event("usai", "2026-11-24"),
        make_event("nanti", "2026-11-26"),
    ]
    page = front(*events)

    assert page.today == at("2026-11-25")
    assert slugs(page.running) == ["20-lama", "25-kini"]
    assert by_day(page.coming) == [("2026-11-26", ["26-nanti"])]
    assert by_day(page.past) == [("2026-11-24", ["24-usai"])]


def test_what_comes_stands_by_days_and_hours():
    events = [
        make_event("b", "2026-11-27"),
        make_event("c", "2026-11-26", starts=600),
        make_event("a", "2026-11-26", starts=540),
    ]

    assert by_day(front(*events).coming) == [
        ("2026-11-26", ["26-a", "26-c"]), ("2026-11-27", ["27-b"]),
    ]  # fmt: skip


def test_the_past_week_stands_newest_first():
    events = [make_event("a", f"2026-11-{day}") for day in ("17", "18", "24")]

    assert by_day(front(*events).past) == [("2026-11-24", ["24-a"]), ("2026-11-18", ["18-a"])]


def test_months_are_links_newest_first():
    events = [make_event("a", "2026-09-01"), make_event("b", "2027-01-01")]

    assert front(*events).months == (
        Link("Januari 2027", "/agenda/2027/01/"), Link("September 2026", "/agenda/2026/09/"),
    )  # fmt: skip


def test_a_month_page_holds_its_days():
    shown = pages(
        make_event("b", "2026-11-27"), make_event("a", "2026-11-02"), make_event("c", "2026-10-01")
    )

    assert isinstance(shown["agenda/2026/11/index.html"], AgendaMonthPage)
    assert shown["agenda/2026/11/index.html"].title == "November 2026"
    assert by_day(shown["agenda/2026/11/index.html"].days) == [
        ("2026-11-02", ["02-a"]), ("2026-11-27", ["27-b"]),
    ]  # fmt: skip


def test_an_activity_that_is_not_public_is_nowhere():
    assert list(pages(make_event(publicity=Publicity.TIDAK))) == ["agenda/index.html"]


def test_an_empty_agenda_has_a_front():
    page = front()

    assert (page.running, page.coming, page.past, page.months) == ((), (), (), ())


dates = st.dates(at("2026-09-01").date, at("2027-02-28").date)
spans = st.tuples(dates, st.integers(0, 20), st.integers(-1, 1439))


@given(st.lists(spans, max_size=15))
@settings(max_examples=40, deadline=None, derandomize=True)
def test_every_activity_stands_on_the_page_of_its_first_month_once(found):
    events = [
        make_event(f"a{n}", str(day), last=at(str(day)).later(length).iso_day, starts=starts)
        for n, (day, length, starts) in enumerate(found)
    ]
    shown = pages(*events)
    placed = {
        line.id: page.href
        for page in shown.values()
        if isinstance(page, AgendaMonthPage)
        for day in page.days
        for line in day.lines
    }

    assert placed == {
        event.id: f"/agenda/{event.first.year:04}/{event.first.month:02}/" for event in events
    }


@given(st.lists(spans, max_size=15))
@settings(max_examples=40, deadline=None, derandomize=True)
def test_no_activity_stands_twice_on_the_front(found):
    events = [
        make_event(f"a{n}", str(day), last=at(str(day)).later(length).iso_day, starts=starts)
        for n, (day, length, starts) in enumerate(found)
    ]
    page = front(*events)
    shown = [*page.running, *(line for day in (*page.coming, *page.past) for line in day.lines)]

    assert len({line.id for line in shown}) == len(shown)
