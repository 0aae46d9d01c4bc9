"""What the rooms together publish: how far one post reaches, and what no page may hold."""

from functools import partial
from pathlib import Path

import msgspec
from hypothesis import given, settings
from hypothesis import strategies as st

from plugins.agencies import outputs as agencies
from plugins.agenda import outputs as agenda
from plugins.builds.fingerprint import fingerprint
from plugins.builds.plan import plan_month, plan_site
from plugins.checks.portable import portable
from plugins.discovery import outputs as discovery
from plugins.intake import outputs as intake
from plugins.model.card import CardsRef
from plugins.model.event import Event, Interval, Publicity, Repeat
from plugins.model.manuscript import Content
from plugins.model.moment import Moment
from plugins.model.month import month_of_id
from plugins.model.output import Output
from plugins.model.post import Correction, PhotoUse, Post, Withdrawal
from plugins.news import outputs as news
from plugins.photos import outputs as photos
from plugins.reading.board import Board, Room, SecondRoom
from plugins.reading.tree import FolderTree
from tests.builds.newsrooms import renderer
from tests.model.makers import SITE, Made, at, made_of, make_event, make_newsroom, make_post

NOW = "2026-11-25 08:00"
BOARD = Board(
    SITE,
    at(NOW),
    FolderTree(Path()),
    rooms=[
        *(Room(room.outputs, room.month_outputs) for room in (news, agencies, agenda, photos)),
        Room(partial(intake.outputs, portable(), None), intake.month_outputs),
    ],
    second_rooms=[SecondRoom(discovery.outputs, discovery.month_outputs)],
)
OF_A_DAY = 60
SECRETS = {
    "title": "RAHASIA", "summary": "RAHASIA", "writer": "RAHASIA", "tags": ("rahasia",),
    "photos": (PhotoUse("rahasia.jpg", "RAHASIA", "RAHASIA", "RAHASIA", "1" * 40),),
    "corrections": (Correction(at("2026-11-24 10:00"), "RAHASIA"),),
    "aliases": ("/lama/",),
}  # fmt: skip


def outputs_of(made: Made) -> list[Output]:
    """Everything that is published: of the whole site and of every month."""
    months = [output for month in made.months for output in plan_month(month, BOARD)]
    return [*plan_site(made.edition, BOARD), *months]


def holding(word: str, *contents, now: str = NOW) -> list[str]:
    """The paths of outputs that hold a word, in any case, in address, values or cards."""
    made = made_of(*contents, now=now)
    return [o.path for o in outputs_of(made) if word in (o.path + seen_by(o, made)).lower()]


def seen_by(output: Output, made: Made) -> str:
    """All that a renderer can see, also behind the handle of a list."""
    handle = getattr(output.values, "cards", None)
    cards = made.cards(handle) if isinstance(handle, CardsRef) else ()
    return repr(output.values) + repr(cards)


def test_a_post_under_embargo_leaves_no_word_in_any_output():
    event = make_event()
    hidden = make_post(
        "kejutan-rahasia", events=(event.id,), publish_at=at("2026-11-25 08:01"), **SECRETS
    )

    assert holding("rahasia", make_post("umum"), event, hidden) == []
    assert len(holding("rahasia", make_post("umum"), event, hidden, now="2026-11-25 08:01")) > 10


def test_a_withdrawn_post_leaves_no_word_in_any_output():
    event = make_event()
    withdrawn = make_post(
        "dicabut", events=(event.id,), withdrawal=Withdrawal(at("2026-11-25"), "Terbit dua kali."),
        **SECRETS,
    )  # fmt: skip

    assert holding("rahasia", make_post("umum", tags=("lain",)), event, withdrawn) == []


def test_an_activity_that_is_not_public_leaves_no_word_in_any_output():
    secret = make_event(
        "rapat-rahasia", "2026-11-01", title="RAHASIA", place="RAHASIA", publicity=Publicity.TIDAK,
        reason="RAHASIA", note="RAHASIA", participants="RAHASIA", partners=("dishub",),
        wants_coverage="diminta",
    )  # fmt: skip
    moved = make_event("b", status="ditunda", moved_to=secret.id)
    post = make_post("umum", events=(secret.id, moved.id))

    assert holding("rahasia", secret, moved, post) == []


def test_an_activity_that_is_public_afterwards_leaves_no_word_before():
    secret = make_event(
        "rahasia",
        "2026-11-25",
        title="RAHASIA",
        ends=600,
        publicity=Publicity.SETELAH_SELESAI,
        wants_coverage="diminta",
    )
    post = make_post("umum", events=(secret.id,))

    assert holding("rahasia", secret, post, now="2026-11-25 09:59") == []
    assert len(holding("rahasia", secret, post, now="2026-11-25 10:00")) >= 4


moments = st.tuples(st.integers(-30, 40), st.integers(0, 1439))


@given(st.sampled_from(Publicity), moments, st.sampled_from(("", "batal")), st.booleans())
@settings(max_examples=20, deadline=None, derandomize=True)
def test_no_byte_of_a_site_tells_of_an_activity_before_the_public_may_know(
    publicity, moment, status, weekly
):
    secret = make_event(
        "rahasia", "2026-11-20", ends=600, title="RAHASIA", place="RAHASIA", district="masamba",
        publicity=publicity, partners=("dishub",), status=status, reason="RAHASIA",
        wants_coverage="diminta",
        repeat=Repeat(Interval.PEKAN, at("2026-11-27")) if weekly else None,
    )  # fmt: skip
    now = Moment(at("2026-11-20").day + moment[0], moment[1])
    made = made_of(
        secret,
        make_event("umum", status="ditunda", moved_to=secret.id),
        make_post("umum", "2026-10-01", events=(secret.id,)),
        now=f"{now.iso_day} {now.clock}",
    )
    telling = [o.path for o in outputs_of(made) if b"rahasia" in rendered(o, made).lower()]
    public = publicity is Publicity.YA
    over = publicity is Publicity.SETELAH_SELESAI and secret.ends_at <= made.edition.now.minutes

    assert bool(telling) == (public or over), telling


def rendered(output: Output, made: Made) -> bytes:
    """The bytes of an output, its path before them."""
    return output.path.encode() + renderer().render(output, made)


def marks(outputs: list[Output]) -> dict[str, bytes]:
    return {output.path: fingerprint(output, b"") for output in outputs}


@st.composite
def archives(draw):
    """Some activities and thirty older posts, and one more post of any date among them."""
    events = [make_event(f"e{n}", f"2026-1{n % 2}-1{n}", agency="dishub") for n in range(4)]
    tags = st.lists(st.sampled_from("abc"), max_size=3, unique=True).map(tuple)
    agency = st.sampled_from(("dinkes", "dishub", "pkm-baebunta"))
    dates = st.dates(at("2026-09-01").date, at("2026-11-25").date).map(str)
    posts = [
        make_post(f"p{n}", draw(dates), agency=draw(agency), tags=draw(tags)) for n in range(30)
    ]
    named = draw(st.lists(st.sampled_from([e.id for e in events]), max_size=2, unique=True))
    late = make_post(
        "telat", draw(dates), agency=draw(agency), tags=draw(tags), events=tuple(named),
        partners=draw(st.sampled_from(((), ("kec-masamba",)))),
    )  # fmt: skip
    return [*events, *posts], late


@given(archives())
@settings(max_examples=25, deadline=None, derandomize=True)
def test_one_merged_post_touches_a_bounded_number_of_outputs(archive):
    old, late = archive
    outputs = outputs_of(made_of(*old, late))
    before, after = marks(outputs_of(made_of(*old))), marks(outputs)
    daily = {output.path for output in outputs if output.daily}
    touched = {path for path in after if after[path] != before.get(path)}
    room = make_newsroom()
    shown_by = {slug for own in late.agencies for slug in room.family(own)}
    reports = {month_of_id(event) for event in late.events} - {month_of_id(late.id)}
    bound = 15 + 4 * (len(shown_by) + len(late.tags) + len(late.events) + len(reports))

    assert before.keys() <= after.keys()
    assert len(touched - daily) <= bound
    assert len(touched & daily) <= OF_A_DAY
    below = {path.split("/")[1] for path in touched & daily if path.count("/") > 1}
    assert below <= shown_by | owed_by(late, old)  # no other agency's fronts and evidence


def owed_by(post: Post, contents: list[Content]) -> set[str]:
    """The agencies of the activities that a post names, with those above them."""
    room, events = make_newsroom(), {c.id: c for c in contents if isinstance(c, Event)}
    owing = {slug for event in post.events for slug in events[event].agencies}
    return {above for slug in owing for above in room.family(slug)}


def test_asking_humas_to_come_touches_what_tells_of_the_activity_and_no_other_month():
    around = (
        make_event("lama", "2026-10-05"), make_event("nanti", "2027-01-05"),
        make_event("sebelah", "2026-12-11"), make_post(),
    )  # fmt: skip
    plain = make_event("senam", "2026-12-10", partners=("dishub",))
    asking = msgspec.structs.replace(plain, wants_coverage="diminta").sealed()
    before = marks(outputs_of(made_of(*around, plain)))
    after = marks(outputs_of(made_of(*around, asking)))

    assert {path for path in after if after[path] != before[path]} == {
        "agenda/dinkes/2026/12/10-senam/index.html", "agenda/dinkes/2026/12/10-senam/kegiatan.ics",
        "agenda/2026/12/agenda.csv", "agenda/2026/12/agenda.json", "agenda/2026/12/agenda.ics",
        "agenda/agenda.ics", "perangkat-daerah/dinkes/agenda.ics",
        "perangkat-daerah/dishub/agenda.ics", "cakupan/cakupan.csv", "cakupan/cakupan.json",
        "tulis/pilihan.json",
    }  # fmt: skip


def test_an_output_that_is_not_daily_does_not_depend_on_the_hour():
    contents = (make_post(tags=("a",)), make_event(), make_event("nanti", "2026-12-01"))
    morning = marks(outputs_of(made_of(*contents)))
    later = outputs_of(made_of(*contents, now="2026-11-26 21:00"))

    assert [
        output.path
        for output in later
        if not output.daily and fingerprint(output, b"") != morning.get(output.path)
    ] == []


def test_no_two_outputs_of_a_whole_site_want_the_same_path_but_for_shared_photos():
    use = PhotoUse("a.jpg", "Kader", "", "", "1" * 40)
    event = make_event(partners=("kec-masamba",))
    contents = (
        make_post("a", events=(event.id,), tags=("imunisasi",), photos=(use,), aliases=("/lama/",)),
        make_post("b", "2026-10-01", agency="pkm-baebunta", districts=("masamba",), photos=(use,)),
        make_post("c", withdrawal=Withdrawal(at("2026-11-25"), "Salah.")),
        event,
    )
    paths = [output.path for output in outputs_of(made_of(*contents))]
    twice = {path for path in paths if paths.count(path) > 1}

    assert len(paths) > 50
    assert {path.split("/")[0] for path in twice} == {"foto"}
