"""The front page."""

from plugins.model.agency import AgencyKind
from plugins.model.coverage import Figures
from plugins.model.event import Publicity
from plugins.model.post import PhotoUse
from plugins.news.home import HomePage, home_output
from tests.model.makers import at, edition_of, make_agency, make_event, make_post

PICTURED = {"photos": (PhotoUse("a.jpg", "Kader", "", "", "1" * 40),)}


def home(*contents, **fields) -> HomePage:
    return home_output(edition_of(*contents, **fields)).values


def slug(item) -> str:
    return item.id.rsplit("/", 1)[1]


def test_the_front_page_sees_the_day():
    output = home_output(edition_of(now="2026-11-25 08:00"))

    assert (output.path, output.renderer, output.daily) == ("index.html", "home.html", True)
    assert (output.values.today, output.values.month) == (at("2026-11-25"), "November 2026")


def test_the_newest_post_with_a_photo_leads_and_the_others_follow():
    posts = [
        make_post("a", "2026-11-24"),
        make_post("b", "2026-11-23", **PICTURED),
        make_post("c", "2026-11-22", **PICTURED),
    ]
    page = home(*posts)

    assert slug(page.lead) == "b"
    assert [slug(card) for card in page.latest] == ["a", "c"]


def test_without_a_photo_among_the_newest_the_newest_leads():
    plain = [make_post(f"p{n}", f"2026-11-2{n}") for n in range(4)]

    assert slug(home(*plain, make_post("lama", "2026-11-01", **PICTURED)).lead) == "p3"


def test_nine_posts_follow_the_lead():
    posts = [make_post(f"p{n:02}", f"2026-11-{n + 1:02}") for n in range(15)]

    assert [slug(card) for card in home(*posts).latest] == [f"p{n:02}" for n in range(13, 4, -1)]


def test_a_site_without_posts_has_a_front_page():
    page = home()

    assert (page.lead, page.latest, page.events, page.upcoming) == (None, (), (), ())


def test_activities_of_today_also_those_that_began_earlier():
    events = [
        make_event("lama", "2026-11-23", last="2026-11-25"),
        make_event("kini", "2026-11-25"),
        make_event("usai", "2026-11-24"),
        make_event("nanti", "2026-11-26"),
        make_event("rahasia", "2026-11-25", publicity=Publicity.TIDAK),
    ]
    page = home(*events, now="2026-11-25 08:00")

    assert [slug(line) for line in page.events] == ["23-lama", "25-kini"]
    assert [slug(line) for line in page.upcoming] == ["26-nanti"]


def test_at_most_three_activities_stand_on_the_front_page():
    events = [make_event(f"a{n}", f"2026-11-{day}") for n in range(5) for day in ("25", "26")]
    page = home(*events, now="2026-11-25 08:00")

    assert (len(page.events), len(page.upcoming)) == (3, 3)


def test_figures_are_of_this_month_and_missed_ones_of_all_time():
    events = [make_event("a", "2026-11-01"), make_event("b", "2026-09-01"),
              make_event("c", "2026-11-01", publicity=Publicity.TIDAK)]  # fmt: skip
    page = home(*events, now="2026-11-25 08:00")

    assert page.figures == Figures(missed=2)
    assert page.missed == 3


def test_agencies_stand_in_groups_a_to_z_with_their_posts_of_this_month():
    agencies = [
        make_agency("dishub", short="Dishub"),
        make_agency("dinkes", short="Dinkes"),
        make_agency("bapenda", short="Bapenda", kind=AgencyKind.BADAN),
        make_agency("kec-bone", short="Kec. Bone", kind=AgencyKind.KECAMATAN),
        make_agency("pkm-a", short="PKM A", kind=AgencyKind.PUSKESMAS, parent="dinkes"),
    ]
    posts = [
        make_post("a", "2026-11-01"),
        make_post("b", "2026-10-31"),
        make_post("c", agency="pkm-a"),
    ]
    groups = home(*posts, agencies=agencies).agencies

    assert [(g.title, [(a.label, a.posts) for a in g.agencies]) for g in groups] == [
        ("Dinas", [("Dinkes", 2), ("Dishub", 0)]),
        ("Badan, sekretariat, dan lainnya", [("Bapenda", 0)]),
        ("Kecamatan", [("Kec. Bone", 0)]),
    ]


def test_every_agency_without_a_parent_is_in_one_group():
    agencies = [make_agency(f"unit-{kind}", kind=kind) for kind in AgencyKind]
    groups = home(agencies=agencies).agencies

    assert sorted(agency.href for group in groups for agency in group.agencies) == sorted(
        f"/perangkat-daerah/unit-{kind}/" for kind in AgencyKind
    )


def test_categories_are_links():
    assert [link.href for link in home().categories] == [
        "/rubrik/kesehatan/",
        "/rubrik/pemerintahan/",
    ]
