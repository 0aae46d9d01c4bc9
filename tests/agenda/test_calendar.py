"""The agenda: today, what comes, and the months."""

from hypothesis import given, settings
from hypothesis import strategies as st

from plugins.agenda.calendar import (
    AgendaMonthPage,
    AgendaPage,
    calendar_month_outputs,
    calendar_output,
    places_output,
)
from plugins.model.card import Link
from plugins.model.event import Publicity
from plugins.model.output import Output
from tests.model.makers import at, made_of, make_event

NOW = "2026-11-25 08:00"  # a Wednesday
PLACES = "agenda/kecamatan/index.html"
NOVEMBER = "agenda/2026/11/index.html"


def outputs_of(*events, now: str = NOW) -> list[Output]:
    made = made_of(*events, now=now)
    months = [output for month in made.months for output in calendar_month_outputs(month)]
    return [calendar_output(made.edition), places_output(made.edition), *months]


def pages(*events, now: str = NOW) -> dict[str, object]:
    return {output.path: output.values for output in outputs_of(*events, now=now)}


def front(*events, now: str = NOW) -> AgendaPage:
    return pages(*events, now=now)["agenda/index.html"]


def calendar_of(*events) -> AgendaMonthPage:
    return pages(*events)[NOVEMBER]


def beginning(month: AgendaMonthPage) -> dict[int, list[str]]:
    """What begins on each day of a calendar."""
    return {
        cell.number: slugs(item.line for item in cell.items if not item.again)
        for week in month.weeks
        for cell in week
        if cell.begins
    }


def slugs(lines) -> list[str]:
    return [line.id.rsplit("/", 1)[1] for line in lines]


def by_day(days) -> list[tuple[str, list[str]]]:
    return [(day.day.iso_day, slugs(day.lines)) for day in days]


def test_only_the_fronts_see_the_day():
    assert [(output.path, output.daily) for output in outputs_of(make_event())] == [
        ("agenda/index.html", True), ("agenda/kecamatan/index.html", True),
        ("agenda/2026/11/index.html", False),
    ]  # fmt: skip


def test_today_this_week_what_comes_and_the_past_stand_apart():
    events = [
        make_event("lama", "2026-11-20", last="2026-11-25"),
        make_event("kini", "2026-11-25"),
        make_event("usai", "2026-11-24"),
        make_event("minggu", "2026-11-29"),
        make_event("senin", "2026-11-30"),
    ]
    page = front(*events)

    assert page.today == at("2026-11-25")
    assert slugs(page.running) == ["20-lama", "25-kini"]
    assert by_day(page.week) == [("2026-11-29", ["29-minggu"])]
    assert by_day(page.coming) == [("2026-11-30", ["30-senin"])]
    assert by_day(page.past) == [("2026-11-24", ["24-usai"])]


def test_what_comes_stands_by_days_and_hours():
    events = [
        make_event("b", "2026-12-02"),
        make_event("c", "2026-12-01", starts=600),
        make_event("a", "2026-12-01", starts=540),
    ]

    assert by_day(front(*events).coming) == [
        ("2026-12-01", ["01-a", "01-c"]), ("2026-12-02", ["02-b"]),
    ]  # fmt: skip


def test_a_long_future_is_cut_after_a_whole_day_and_leads_to_its_months():
    days = [make_event(f"a{n:02}", f"2026-12-{n + 1:02}") for n in range(23)]
    same = [make_event(f"z{n}", "2026-12-24") for n in range(3)]
    page = front(*days, *same, make_event("natal", "2026-12-26"), make_event("b", "2027-02-01"))

    assert by_day(page.coming)[-1] == ("2026-12-24", ["24-z0", "24-z1", "24-z2"])
    assert page.more == 2
    assert [link.label for link in page.later] == ["Desember 2026", "Februari 2027"]


def test_the_past_week_stands_newest_first():
    events = [make_event("a", f"2026-11-{day}") for day in ("17", "18", "24")]

    assert by_day(front(*events).past) == [("2026-11-24", ["24-a"]), ("2026-11-18", ["18-a"])]


def test_agencies_and_places_lead_to_what_is_ahead_of_them():
    events = [
        make_event("a", "2026-11-26", district="masamba", partners=("dishub",)),
        make_event("b", "2026-11-25", agency="pkm-baebunta"),
        make_event("usai", "2026-11-24", district="masamba"),
        make_event("batal", "2026-11-26", status="batal", district="masamba"),
    ]
    page = front(*events)

    assert [(link.label, link.href, link.count) for link in page.agencies] == [
        ("Dinkes", "/perangkat-daerah/dinkes/#agenda", 2),
        ("Dishub", "/perangkat-daerah/dishub/#agenda", 1),
        ("Pkm-Baebunta", "/perangkat-daerah/pkm-baebunta/#agenda", 1),
    ]
    assert [(link.label, link.href, link.count) for link in page.places] == [
        ("Masamba", "/agenda/kecamatan/#masamba", 1)
    ]


def test_every_kecamatan_has_its_agenda_on_one_page():
    many = [make_event(f"a{n:02}", "2026-11-26", district="masamba") for n in range(13)]
    page = pages(*many, make_event("usai", "2026-11-24", district="masamba"))[PLACES]
    (place,) = page.places

    assert (place.name, place.slug, place.news) == ("Masamba", "masamba", "/kecamatan/masamba/")
    assert (len(place.coming), place.more) == (12, 1)
    assert slugs(place.past) == ["24-usai"]


def test_months_are_links_newest_first():
    events = [make_event("a", "2026-09-01"), make_event("b", "2027-01-01")]

    assert front(*events).months == (
        Link("Januari 2027", "/agenda/2027/01/"), Link("September 2026", "/agenda/2026/09/"),
    )  # fmt: skip


def test_a_month_is_a_calendar_of_whole_weeks():
    month = calendar_of(make_event("b", "2026-11-27"), make_event("a", "2026-11-02"))
    days = [[cell.number for cell in week] for week in month.weeks]

    assert (month.title, month.count) == ("November 2026", 2)
    assert days[0] == [0, 0, 0, 0, 0, 0, 1]
    assert days[-1] == [30, 0, 0, 0, 0, 0, 0]
    assert beginning(month) == {2: ["02-a"], 27: ["27-b"]}


def test_an_activity_of_some_days_goes_on_in_the_calendar_and_a_long_one_says_its_end():
    month = calendar_of(
        make_event("pendek", "2026-11-02", last="2026-11-04"),
        make_event("panjang", "2026-11-02", last="2026-11-20"),
    )
    items = [
        (cell.number, item.line.id[-7:], item.again, item.until)
        for week in month.weeks
        for cell in week
        for item in cell.items
    ]

    assert items == [
        (2, "panjang", False, "sampai 20 Nov"), (2, "-pendek", False, "sampai 4 Nov"),
        (3, "-pendek", True, ""), (4, "-pendek", True, ""),
    ]  # fmt: skip
    assert not month.weeks[1][1].begins


def test_a_month_leads_to_the_nearest_months_that_have_any():
    events = [make_event("a", day) for day in ("2026-07-01", "2026-11-02", "2027-01-01")]
    month = pages(*events, make_event("b", "2026-12-01", publicity=Publicity.TIDAK))[NOVEMBER]

    assert month.older == Link("Juli 2026", "/agenda/2026/07/")
    assert month.newer == Link("Januari 2027", "/agenda/2027/01/")


def test_an_activity_that_is_not_public_is_nowhere():
    secret = make_event(publicity=Publicity.TIDAK)

    assert list(pages(secret)) == ["agenda/index.html", PLACES]


def test_an_empty_agenda_has_a_front():
    page = front()

    assert (page.running, page.week, page.coming, page.past, page.months) == ((), (), (), (), ())
    assert (page.agencies, page.places) == ((), ())


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
        item.line.id: page.href
        for page in shown.values()
        if isinstance(page, AgendaMonthPage)
        for week in page.weeks
        for cell in week
        for item in cell.items
        if not item.again
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
    shown = [
        *page.running,
        *(line for day in (*page.week, *page.coming, *page.past) for line in day.lines),
    ]

    assert len({line.id for line in shown}) == len(shown)
