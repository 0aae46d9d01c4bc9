"""The page of one activity."""

import pytest

from plugins.agenda.events import EventPage, event_outputs
from plugins.model.body import BodyRef
from plugins.model.card import Link
from plugins.model.event import WAIVER_REASONS, EventState, Interval, Publicity, Repeat
from plugins.model.post import Withdrawal
from tests.builds.newsrooms import renderer
from tests.model.makers import REF, at, made_of, make_event, make_post, month_outputs_of


def pages(*contents, now: str = "2026-11-25 08:00") -> dict[str, EventPage]:
    return {o.path: o.values for o in month_outputs_of(event_outputs, *contents, now=now)}


def page(event, *contents, now: str = "2026-11-25 08:00") -> EventPage:
    return pages(event, *contents, now=now)[f"agenda/{event.id}/index.html"]


def test_a_page_says_what_when_where_and_who():
    event = make_event(
        starts=540, ends=720, district="masamba", partners=("kec-masamba",), leader="bupati",
        attendance="dihadiri", participants="Kader", body=REF,
    )  # fmt: skip
    shown = page(event)

    assert (shown.title, shown.days, shown.hours, shown.place, shown.participants) == (
        "Acara imunisasi", "Selasa, 24 November 2026", "09.00–12.00 WITA", "Posyandu Melati",
        "Kader",
    )  # fmt: skip
    assert shown.agency == Link("Dinas Kesehatan", "/perangkat-daerah/dinkes/")
    assert shown.partners == (Link("Kecamatan Masamba", "/perangkat-daerah/kec-masamba/"),)
    assert shown.district == Link("Masamba", "/kecamatan/masamba/")
    assert (shown.leader, shown.body) == ("dihadiri Bupati", REF)


def test_what_is_not_said_stays_empty():
    shown = page(make_event())

    assert (shown.leader, shown.district, shown.moved_to, shown.reason) == ("", None, None, "")
    assert page(make_event(attendance="diwakili")).leader == "diwakili"


def test_an_unknown_place_is_no_link():
    assert page(make_event(district="tidak-ada")).district is None


def test_an_activity_leads_to_its_posts_and_its_announcements():
    event = make_event()
    early = make_post("dini", "2026-11-20", events=(event.id,))
    late = make_post("berita", "2026-11-24", events=(event.id,))
    shown = page(event, early, late)

    assert shown.state is EventState.SUDAH
    assert [card.href for card in shown.posts] == ["/berita/dinkes/2026/11/berita/"]
    assert [card.href for card in shown.announcements] == ["/berita/dinkes/2026/11/dini/"]


def test_a_withdrawn_or_hidden_post_is_not_named():
    event = make_event()
    withdrawn = make_post(
        "a", events=(event.id,), withdrawal=Withdrawal(at("2026-11-25"), "Salah.")
    )
    hidden = make_post("b", events=(event.id,), publish_at=at("2026-12-01"))
    shown = page(event, withdrawn, hidden)

    assert (shown.posts, shown.announcements) == ((), ())
    assert shown.state is EventState.MENUNGGU


def test_a_postponed_activity_leads_to_its_new_day():
    new = make_event("ganti", "2026-12-01")
    old = make_event(status="ditunda", reason="Hujan.", moved_to=new.id)
    shown = page(old, new)

    assert (shown.state, shown.reason) == (EventState.DITUNDA, "Hujan.")
    assert shown.moved_to == Link("Selasa, 1 Desember 2026", "/agenda/dinkes/2026/12/01-ganti/")


def test_a_new_day_leads_back_to_the_one_it_replaces():
    new = make_event("ganti", "2026-12-01")
    old = make_event(status="ditunda", moved_to=new.id)

    assert page(new, old).moved_from == Link(
        "Selasa, 24 November 2026", "/agenda/dinkes/2026/11/24-imunisasi/"
    )
    assert page(old, new).moved_from is None


def test_the_one_it_replaces_is_not_named_where_it_is_not_public():
    new = make_event("ganti", "2026-12-01")
    old = make_event(status="ditunda", moved_to=new.id, publicity=Publicity.TIDAK)

    assert page(new, old).moved_from is None


def test_a_new_day_that_is_not_public_is_not_named():
    new = make_event("ganti", "2026-12-01", publicity=Publicity.TIDAK)

    assert page(make_event(status="ditunda", moved_to=new.id), new).moved_to is None


def test_an_activity_without_news_says_why():
    shown = page(make_event(waived="digabung"))

    assert (shown.state, shown.reason) == (EventState.TIDAK, WAIVER_REASONS["digabung"])


ASKED = "Petugas meminta Humas meliput kegiatan ini."


def told_of(now: str, **fields) -> bool:
    """Whether the rendered page of an activity of 24 November, nine to twelve, asks Humas."""
    made = made_of(make_event(starts=540, ends=720, **fields), now=now)
    output = next(o for month in made.months for o in event_outputs(month))
    return ASKED in renderer().render(output, made).decode("utf-8")


def test_a_page_asks_humas_to_come_until_the_activity_is_over():
    assert told_of("2026-11-20 08:00", wants_coverage="diminta")
    assert told_of("2026-11-24 11:59", wants_coverage="diminta")
    assert not told_of("2026-11-24 12:00", wants_coverage="diminta")


@pytest.mark.parametrize("fields", [
    {}, {"wants_coverage": "tidak"}, {"wants_coverage": "diminta", "status": "batal"},
    {"wants_coverage": "diminta", "status": "ditunda"},
    {"wants_coverage": "diminta", "waived": "digabung"},
])  # fmt: skip
def test_a_page_asks_for_nobody_where_nobody_was_asked_or_nothing_takes_place(fields):
    assert not told_of("2026-11-20 08:00", **fields)


def test_only_public_activities_have_a_page():
    events = [
        make_event("ya"),
        make_event("usai", publicity=Publicity.SETELAH_SELESAI),
        make_event("tidak", publicity=Publicity.TIDAK),
        make_event("nanti", "2026-12-01", publicity=Publicity.SETELAH_SELESAI),
    ]

    assert sorted(pages(*events)) == [
        "agenda/dinkes/2026/11/24-usai/index.html",
        "agenda/dinkes/2026/11/24-ya/index.html",
    ]


WEEKLY = {"repeat": Repeat(Interval.PEKAN, at("2026-12-31"))}


def test_what_recurs_says_how_often_until_when_and_when_next():
    event = make_event("senam", "2026-11-10", **WEEKLY)
    routine = page(event).routine

    assert (routine.words, routine.until.medium) == ("setiap pekan", "31 Desember 2026")
    assert routine.next == Link("Selasa, 17 November 2026", "/agenda/dinkes/2026/11/17-senam/")
    assert routine.first is None


def test_a_later_time_leads_to_the_first_where_the_text_is():
    event = make_event("senam", "2026-11-10", body=REF, **WEEKLY)
    later = pages(event)["agenda/dinkes/2026/11/17-senam/index.html"]

    assert later.routine.first == Link(
        "Selasa, 10 November 2026", "/agenda/dinkes/2026/11/10-senam/"
    )
    assert (later.body, pages(event)[f"agenda/{event.id}/index.html"].body) == (BodyRef(), REF)


def test_the_next_time_is_not_one_that_was_called_off_or_hidden():
    event = make_event("senam", "2026-11-03", **WEEKLY)
    cancelled = make_event("senam", "2026-11-10", status="batal")
    hidden = make_event("senam", "2026-11-17", publicity=Publicity.TIDAK)

    assert page(event, cancelled, hidden).routine.next.label == "Selasa, 24 November 2026"


def test_the_next_time_in_another_month_is_said_without_a_link():
    event = make_event("senam", "2026-11-24", **WEEKLY)

    assert page(event).routine.next == Link("Selasa, 1 Desember 2026", "")


def test_a_file_laid_over_one_time_still_belongs_to_the_series():
    event = make_event("senam", "2026-11-10", **WEEKLY)
    moved = make_event("senam", "2026-11-17", status="ditunda", reason="Hujan")

    assert page(moved, event).routine.first.href == "/agenda/dinkes/2026/11/10-senam/"


def test_the_last_time_has_no_next_and_an_ordinary_activity_no_routine():
    event = make_event("senam", "2026-12-29", **WEEKLY)

    assert page(event, now="2026-12-01 08:00").routine.next is None
    assert page(make_event()).routine is None


def test_hours_are_said_as_far_as_they_are_known():
    assert page(make_event(starts=540)).hours == "09.00 WITA sampai selesai"
    assert page(make_event(ends=720)).hours == "sampai 12.00 WITA"
    assert page(make_event(starts=540, ends=720)).hours == "09.00–12.00 WITA"
    assert page(make_event()).hours == ""
