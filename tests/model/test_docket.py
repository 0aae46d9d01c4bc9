"""What the rest of the site needs to know of a month's activities."""

from plugins.model.coverage import Figures, Naming, join
from plugins.model.docket import Docket, dated_line, docket_of, is_visible
from plugins.model.event import Event, Publicity
from plugins.model.month import Month
from tests.model.makers import at, make_event, make_newsroom


def docket(*events, now: str = "2026-11-25 08:00", namings: tuple[Naming, ...] = ()) -> Docket:
    coverage = join(events, namings, at(now), 3, "humas")
    return docket_of(Month(2026, 11), events, coverage, make_newsroom(), at(now))


def slugs(lines) -> list[str]:
    return [dated.line.id.rsplit("/", 1)[1] for dated in lines]


def test_activities_stand_by_their_beginning_and_id():
    events = [
        make_event("c", starts=600),
        make_event("b"),
        make_event("a"),
        make_event("z", "2026-11-01"),
    ]

    assert slugs(docket(*events).open) == ["01-z", "24-a", "24-b", "24-c"]


def test_open_are_the_held_and_not_reported():
    covered = make_event("a", "2026-11-10")
    events = [
        covered, make_event("b", "2026-11-11", status="batal"), make_event("c", "2026-11-12"),
        make_event("d", "2026-11-24"), make_event("e", "2026-11-25"), make_event("f", "2026-11-26"),
        make_event("g", "2026-11-13", waived="digabung"),
    ]  # fmt: skip
    naming = Naming(
        covered.id, "dinkes/2026/11/berita", "dinkes", covered.first.day, 0, covered.first.day
    )
    found = docket(*events, namings=(naming,))

    assert slugs(found.open) == ["12-c", "24-d"]
    assert found.total == Figures(covered=1, waiting=1, missed=1, waived=1, ahead=2, called_off=1)
    assert found.visible == 7


def test_figures_are_kept_for_each_agency():
    found = docket(make_event(partners=("kec-masamba",)), make_event("b", agency="dishub"))

    assert found.total == Figures(waiting=2)
    assert found.by_agency == {
        "dinkes": Figures(waiting=1),
        "kec-masamba": Figures(waiting=1),
        "dishub": Figures(waiting=1),
    }


def test_an_activity_that_is_not_public_has_no_line_but_counts():
    found = docket(
        make_event(day="2026-11-01", publicity=Publicity.TIDAK), make_event("b", "2026-11-01")
    )

    assert slugs(found.open) == ["01-b"]
    assert (found.hidden, found.visible) == (1, 1)
    assert found.total == Figures(missed=2)


def test_an_activity_that_is_not_public_is_on_no_list_whatever_its_state():
    secrets = [
        make_event("rahasia", day, publicity=Publicity.TIDAK, **fields)
        for day in ("2026-11-01", "2026-11-24", "2026-11-25", "2026-11-30")
        for fields in ({}, {"status": "batal"}, {"waived": "digabung"})
    ]
    found = docket(*secrets)

    assert (found.open, found.visible, found.until) == ((), 0, 0)
    assert "rahasia" not in repr(found).lower()
    assert found.total.recorded == 4


def test_a_hidden_activity_within_the_grace_is_not_missed():
    assert docket(make_event(publicity=Publicity.TIDAK)).hidden == 0


def test_the_last_day_of_any_visible_activity_is_known():
    events = [
        make_event("a", last="2026-12-05"),
        make_event("b", last="2026-12-09", publicity=Publicity.TIDAK),
    ]

    assert docket(*events).until == at("2026-12-05").day
    assert docket().until == 0


def test_an_activity_that_is_public_afterwards_is_visible_when_it_is_over():
    event = make_event(day="2026-11-24", ends=12 * 60, publicity=Publicity.SETELAH_SELESAI)

    assert not is_visible(event, at("2026-11-24 11:59"))
    assert is_visible(event, at("2026-11-24 12:00"))


def test_a_dated_line_is_on_from_its_first_day_to_its_last():
    event = make_event(day="2026-11-24", last="2026-11-26")
    coverage = join([event], (), at("2026-11-25"), 3, "humas")
    dated = dated_line(event, coverage, make_newsroom())
    days = ("2026-11-23", "2026-11-24 23:59", "2026-11-26 23:59", "2026-11-27")

    assert [dated.is_on(at(day)) for day in days] == [False, True, True, False]
    assert dated.line.agency.label == "Dinkes"


def test_humas_is_wanted_until_an_activity_is_over_covered_or_called_off():
    event = make_event(starts=540, ends=720, wants_coverage="diminta")
    naming = Naming(event.id, "dinkes/2026/11/a", "dinkes", event.first.day, 0, event.first.day)
    called_off = make_event(starts=540, wants_coverage="diminta", status="ditunda")

    assert wanted(event, "2026-11-01 08:00")
    assert wanted(event, "2026-11-24 11:59")  # it runs: Humas can still come
    assert not wanted(event, "2026-11-24 12:00")
    assert not wanted(event, "2026-11-24 11:59", naming)
    assert not wanted(called_off, "2026-11-01 08:00")
    assert not wanted(make_event(wants_coverage="tidak"), "2026-11-01 08:00")


def wanted(event: Event, now: str, *namings: Naming) -> bool:
    coverage = join([event], namings, at(now), 3, "humas")
    return dated_line(event, coverage, make_newsroom()).wanted


def test_delays_weeks_and_places_are_counted():
    covered = make_event("a", "2026-11-10", district="masamba", partners=("dishub",))
    day = covered.first.day
    naming = Naming(covered.id, "dinkes/2026/11/berita", "dinkes", day, 0, day + 2)
    found = docket(
        covered,
        make_event("b", "2026-11-20", last="2026-11-24", district="masamba"),
        make_event("c", "2026-11-26", district="rampi"),
        make_event("d", "2026-11-12", district="seko", publicity=Publicity.TIDAK),
        make_event("e", "2026-11-12", agency="dishub", status="batal"),
        namings=(naming,),
    )

    assert found.delays == (2,)
    assert found.delays_by_agency == {"dinkes": (2,), "dishub": (2,)}
    assert found.weeks["dinkes"] == tuple(
        at(d).day for d in ("2026-11-09", "2026-11-16", "2026-11-23")
    )
    assert found.weeks["dishub"] == (at("2026-11-09").day,)
    assert found.by_district == {
        "masamba": Figures(covered=1, waiting=1), "rampi": Figures(ahead=1),
    }  # fmt: skip
    assert found.last_by_district == {"masamba": at("2026-11-24").day}
