"""The list of agencies, their pages, and the months of their posts."""

from plugins.agencies.outputs import AgencyMonthPage, AgencyPage, month_outputs, outputs
from plugins.model.agency import AgencyKind
from plugins.model.card import Link
from plugins.model.coverage import Figures
from plugins.model.event import Publicity
from tests.model.makers import (
    AGENCIES,
    REF,
    Made,
    at,
    made_of,
    make_agency,
    make_event,
    make_officer,
    make_post,
)


def pages_of(made: Made) -> dict[str, object]:
    months = [output for month in made.months for output in month_outputs(month)]
    return {output.path: output.values for output in (*outputs(made.edition), *months)}


def pages(*contents, **fields) -> dict[str, object]:
    return pages_of(made_of(*contents, **fields))


def cards_of(slug: str, *contents, **fields) -> list[str]:
    """The posts on the front of an agency."""
    made = made_of(*contents, **fields)
    return slugs(made.cards(pages_of(made)[f"perangkat-daerah/{slug}/index.html"].cards))


def page(slug: str, *contents, **fields) -> AgencyPage:
    return pages(*contents, **fields)[f"perangkat-daerah/{slug}/index.html"]


def slugs(items) -> list[str]:
    return [item.id.rsplit("/", 1)[1] for item in items]


def test_there_is_a_list_and_a_page_for_every_agency():
    assert list(pages()) == [
        "perangkat-daerah/index.html",
        "perangkat-daerah/dinkes/index.html",
        "perangkat-daerah/dishub/index.html",
        "perangkat-daerah/humas/index.html",
        "perangkat-daerah/kec-masamba/index.html",
        "perangkat-daerah/pkm-baebunta/index.html",
        "perangkat-daerah/dinkes/media/index.html",
        "perangkat-daerah/dishub/media/index.html",
        "perangkat-daerah/humas/media/index.html",
        "perangkat-daerah/kec-masamba/media/index.html",
        "perangkat-daerah/pkm-baebunta/media/index.html",
    ]


def test_only_the_fronts_see_the_day():
    made = made_of(make_post())
    months = [output for month in made.months for output in month_outputs(month)]

    assert {o.renderer for o in outputs(made.edition) if o.daily} == {
        "agency.html", "kit.html",
    }  # fmt: skip
    assert [output.daily for output in months] == [False]


def test_a_page_shows_what_the_record_says():
    agency = make_agency(
        "dinkes", name="Dinas Kesehatan", address="Jalan Contoh", phone="0471",
        email="a@contoh.test", website="https://contoh.test", since=at("2021-01-01"),
        until=at("2026-12-31"), replaced_by="dishub", data_note="Diperiksa.", body=REF,
    )  # fmt: skip
    shown = page("dinkes", agencies=[agency, make_agency("dishub")])

    assert (shown.name, shown.short, shown.kind, shown.address, shown.phone, shown.email) == (
        "Dinas Kesehatan", "Dinkes", "Dinas", "Jalan Contoh", "0471", "a@contoh.test",
    )  # fmt: skip
    assert (shown.website, shown.since, shown.until, shown.data_note, shown.body) == (
        "https://contoh.test", at("2021-01-01"), at("2026-12-31"), "Diperiksa.", REF,
    )  # fmt: skip
    assert shown.replaced_by == Link("Nama dishub", "/perangkat-daerah/dishub/")
    assert shown.feed == "/perangkat-daerah/dinkes/feed.atom"


def test_parents_and_units_are_links_to_each_other():
    assert page("pkm-baebunta").parent == Link("Dinas Kesehatan", "/perangkat-daerah/dinkes/")
    assert page("dinkes").children == (
        Link("Bidang Humas", "/perangkat-daerah/humas/"),
        Link("Puskesmas", "/perangkat-daerah/pkm-baebunta/"),
    )


def test_only_officers_of_the_day_are_named():
    officers = (
        make_officer("a", name="Lama", until=at("2026-11-24")),
        make_officer("b", "2026-11-25", name="Baru"),
    )
    agencies = [make_agency("dinkes", officers=officers)]

    assert page("dinkes", agencies=agencies, now="2026-11-24 08:00").officers == ("Lama",)
    assert page("dinkes", agencies=agencies, now="2026-11-25 08:00").officers == ("Baru",)


def test_posts_of_units_and_partners_stand_on_the_page():
    own = make_post("sendiri", "2026-11-20")
    unit = make_post("unit", "2026-11-21", agency="pkm-baebunta")
    partner = make_post("mitra", "2026-11-22", agency="dishub", partners=("dinkes",))

    assert cards_of("dinkes", own, unit, partner) == ["mitra", "unit", "sendiri"]
    assert cards_of("pkm-baebunta", own, unit, partner) == ["unit"]


def test_a_front_shows_twenty_posts_and_links_the_months():
    posts = [make_post(f"p{n:02}", f"2026-11-{n + 1:02}") for n in range(25)]
    shown = pages(*posts, make_post("lama", "2026-09-01"))

    assert shown["perangkat-daerah/dinkes/index.html"].cards.count == 20
    assert shown["perangkat-daerah/dinkes/index.html"].months == (
        Link("November 2026", "/perangkat-daerah/dinkes/2026/11/"),
        Link("September 2026", "/perangkat-daerah/dinkes/2026/09/"),
    )
    assert len(shown["perangkat-daerah/dinkes/2026/11/index.html"].cards) == 25


def test_a_month_names_the_agency_in_full():
    shown = pages(make_post())["perangkat-daerah/dinkes/2026/11/index.html"]

    assert isinstance(shown, AgencyMonthPage)
    assert (shown.href, shown.front, shown.title) == (
        "/perangkat-daerah/dinkes/2026/11/",
        Link("Dinas Kesehatan", "/perangkat-daerah/dinkes/"),
        "November 2026",
    )


def test_activities_without_a_report_wait_oldest_first_and_others_come():
    events = [
        make_event("baru", "2026-11-24"),
        make_event("lama", "2026-11-01"),
        make_event("kini", "2026-11-25"),
        make_event("unit", "2026-11-26", agency="pkm-baebunta"),
        make_event("batal", "2026-11-20", status="batal"),
        make_event("lain", "2026-11-20", agency="dishub"),
    ]
    shown = page("dinkes", *events, now="2026-11-25 08:00")

    assert slugs(shown.waiting) == ["01-lama", "24-baru"]
    assert slugs(shown.coming) == ["25-kini", "26-unit"]


def test_eight_activities_are_ahead_and_the_others_are_counted():
    events = [make_event(f"a{n}", f"2026-12-0{n + 1}") for n in range(9)]
    shown = page("dinkes", *events)

    assert (len(shown.coming), shown.more) == (8, 1)
    assert shown.calendar == "/perangkat-daerah/dinkes/agenda.ics"


def test_what_is_called_off_stands_among_the_coming_and_then_among_the_recent():
    events = [
        make_event("usai", "2026-11-20", waived="digabung"),
        make_event("batal", "2026-11-24", status="batal"),
        make_event("nanti", "2026-11-27", status="ditunda"),
        make_event("ditunggu", "2026-11-24"),
        make_event("dulu", "2026-11-10", status="batal"),
    ]
    shown = page("dinkes", *events)

    assert slugs(shown.coming) == ["27-nanti"]
    assert slugs(shown.recent) == ["24-batal", "20-usai"]
    assert slugs(shown.waiting) == ["24-ditunggu"]


def test_an_activity_that_is_not_public_is_counted_and_not_shown():
    event = make_event(publicity=Publicity.TIDAK)
    shown = page("dinkes", event, now="2026-11-25 08:00")

    assert (shown.waiting, shown.coming) == ((), ())
    assert shown.figures == Figures(waiting=1)


def test_figures_are_of_this_month_and_of_the_agency_itself():
    events = [make_event("a", agency="pkm-baebunta"), make_event("b", "2026-10-01")]

    assert page("dinkes", *events).figures == Figures()
    assert page("pkm-baebunta", *events).figures == Figures(waiting=1)
    assert page("dinkes").month == "November 2026"


def sections(agencies) -> dict[str, list[str]]:
    shown = pages(agencies=agencies)["perangkat-daerah/index.html"]
    return {section.title: [a.short for a in section.agencies] for section in shown.sections}


def test_the_list_is_by_kind_and_a_to_z():
    agencies = [
        make_agency("b", name="Dinas Sosial"),
        make_agency("a", name="Dinas kesehatan"),
        make_agency("c", kind=AgencyKind.INSPEKTORAT),
        make_agency("d", kind=AgencyKind.SATUAN),
        make_agency("e", kind=AgencyKind.KECAMATAN),
        make_agency("f", parent="a", kind=AgencyKind.PUSKESMAS),
    ]

    assert sections(agencies) == {
        "Sekretariat dan inspektorat": ["C"],
        "Badan dan satuan": ["D"],
        "Dinas": ["A", "B"],
        "Kecamatan": ["E"],
    }


def test_an_agency_without_an_officer_is_shown_as_vacant():
    officer = make_officer(until=at("2026-11-24"))
    agencies = [make_agency("dinkes", officers=(officer,)), *AGENCIES[1:]]
    shown = pages(agencies=agencies, now="2026-11-25 08:00")["perangkat-daerah/index.html"]

    assert [
        a.vacant for section in shown.sections for a in section.agencies if a.short == "Dinkes"
    ] == [True]


def test_units_stand_below_their_parent_in_the_list():
    shown = pages()["perangkat-daerah/index.html"]
    (dinkes,) = [a for section in shown.sections for a in section.agencies if a.short == "Dinkes"]

    assert [link.label for link in dinkes.children] == ["Bidang Humas", "Puskesmas"]
