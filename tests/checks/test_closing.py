"""What a proposal does to the agenda, in the words of the gate."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plugins.checks.closing import Facts, Kind, answers
from plugins.model.coverage import join, namings_of
from plugins.model.event import EventState, Publicity
from plugins.model.post import Withdrawal
from tests.model.makers import at, make_event, make_newsroom, make_post

NOW = at("2026-11-30 08:00")
EVENT = make_event("imunisasi", title="Imunisasi campak", partners=("kec-masamba",))
NAME = "“Imunisasi campak” (dinkes/2026/11/24-imunisasi)"
PLACE = "Selasa, 24 November 2026, Posyandu Melati"


def facts(touched, *contents, event=EVENT) -> Facts:
    room = make_newsroom(event, *contents, *touched)
    return Facts(room, {post.id for post in touched}, NOW, 3, "humas")


def told(*touched, others=(), event=EVENT) -> list[tuple[Kind, str]]:
    return [(a.kind, a.words) for a in answers(facts(touched, *others, event=event), {})]


def naming(slug="berita", date="2026-11-24", **fields):
    return make_post(slug, date, events=(EVENT.id,), **fields)


def test_a_post_closes_the_activity_it_names():
    assert told(naming()) == [(Kind.COVERS, f"Berita ini meliput agenda {NAME}, {PLACE}.")]


@pytest.mark.parametrize("agency", ["dinkes", "kec-masamba", "humas"])
def test_a_partner_and_humas_close_it_too(agency):
    assert told(naming(agency=agency))[0][0] is Kind.COVERS


def test_another_agency_does_not():
    assert told(naming(agency="dishub")) == [
        (
            Kind.FOREIGN,
            "Perangkat daerah berita ini (Dishub) bukan penyelenggara atau pendukung agenda "
            f"{NAME}. Tidak dihitung sebagai liputan.",
        )
    ]


def test_a_post_dated_before_it_announces():
    assert told(naming(date="2026-11-20")) == [
        (
            Kind.ANNOUNCES,
            f"Tanggal berita sebelum kegiatan {NAME}: dicatat sebagai pengumuman, bukan liputan.",
        )
    ]


def test_a_second_post_is_welcome():
    known = [naming("lama", title="Kabar lama"), naming("asing", agency="dishub")]

    assert told(naming(), others=known) == [
        (
            Kind.AGAIN,
            f"Agenda {NAME} sudah diberitakan oleh “Kabar lama”; berita kedua tetap diterima.",
        )
    ]


def test_of_two_posts_of_one_proposal_the_first_closes():
    kinds = [kind for kind, _ in told(naming("b"), naming("a"))]

    assert kinds == [Kind.COVERS, Kind.AGAIN]


def test_a_post_under_embargo_closes_it_later():
    assert told(naming(publish_at=at("2026-12-01 07:00"))) == [
        (
            Kind.EMBARGOED,
            "Mulai terbit Selasa, 1 Desember 2026, pukul 07.00 WITA, berita ini meliput agenda "
            f"{NAME}, {PLACE}.",
        )
    ]


def test_what_was_called_off_stays_so():
    called_off = make_event("imunisasi", title="Imunisasi campak", status="batal")

    assert told(naming(), event=called_off) == [
        (Kind.CALLED_OFF, f"Agenda {NAME} berstatus batal; statusnya tetap, beritanya ditautkan.")
    ]


def test_a_withdrawn_post_opens_it_again():
    post = naming(withdrawal=Withdrawal(at("2026-11-29"), "Keliru."))

    assert told(post) == [
        (Kind.WITHDRAWN, f"Berita ini dicabut, jadi tidak lagi meliput agenda {NAME}.")
    ]


def test_a_post_that_names_none_hears_which_it_may_mean():
    assert told(make_post()) == [
        (
            Kind.UNNAMED,
            "Berita ini tidak menyebut agenda. Agenda Dinkes yang belum diberitakan di sekitar "
            f"tanggal itu: {NAME}, Selasa, 24 November 2026. Tambahkan “agenda: [{EVENT.id}]” "
            "bila itu yang dimaksud.",
        )
    ]


@pytest.mark.parametrize(
    ("post", "others"),
    [
        (make_post(date="2026-11-23"), ()),  # before it began
        (make_post(date="2026-12-02"), ()),  # too long after
        (make_post(agency="dishub"), ()),
        (make_post(), (naming(),)),  # it has news already
    ],
)
def test_nothing_is_proposed_that_the_post_would_not_close(post, others):
    ((kind, words),) = told(post, others=others)

    assert kind is Kind.UNNAMED
    assert words.endswith("tanpa berita di sekitar tanggalnya.")


def test_one_time_of_what_recurs_is_closed_and_proposed_by_itself():
    later = make_event("senam", "2026-11-25", title="Senam")
    post = make_post(date="2026-11-25", events=(later.id,))
    unnamed = make_post("lain", "2026-11-25")
    room = make_newsroom(post, unnamed, recurring={later.id: later})

    closed = answers(Facts(room, {post.id}, NOW, 3, "humas"), {})
    alone = make_newsroom(unnamed, recurring={later.id: later})
    meant = answers(Facts(alone, {unnamed.id}, NOW, 3, "humas"), {})
    assert [(a.kind, a.event) for a in closed] == [(Kind.COVERS, later.id)]
    assert f"“agenda: [{later.id}]”" in meant[0].words


def test_an_activity_that_is_not_public_is_not_proposed():
    hidden = make_event("imunisasi", title="Rahasia", publicity=Publicity.TIDAK)

    assert "Rahasia" not in told(make_post(), event=hidden)[0][1]


def test_an_activity_that_does_not_exist_has_a_rule_of_its_own():
    assert told(make_post(events=("dinkes/2026/11/24-lain",))) == []


def test_a_new_waiver_is_told_and_an_old_one_is_not():
    waived = make_event("imunisasi", title="Imunisasi campak", waived="digabung")
    question = facts((), event=waived)

    (answer,) = answers(question, {waived.id: ""})
    assert answer.kind is Kind.WAIVES
    assert answer.words == (
        f"Usulan ini meminta agenda {NAME}, {PLACE}, dicatat tidak diberitakan: digabung dengan "
        "kegiatan lain. Menyetujui usulan berarti menyetujui alasan ini."
    )
    assert answers(question, {waived.id: "digabung"}) == []
    assert [a.kind for a in answers(question, {waived.id: "rapat-internal"})] == [Kind.WAIVES]
    assert answers(facts(()), {EVENT.id: "digabung"}) == []  # taken back


@settings(max_examples=150, derandomize=True, deadline=None)
@given(
    agency=st.sampled_from(["dinkes", "dishub", "humas", "kec-masamba"]),
    date=st.sampled_from(["2026-11-23", "2026-11-24", "2026-11-25", "2026-11-29 10:00"]),
    embargo=st.sampled_from([None, at("2026-11-25"), at("2026-12-05")]),
    withdrawn=st.booleans(),
    status=st.sampled_from(["", "batal", "ditunda"]),
    waived=st.sampled_from(["", "digabung"]),
)
def test_the_answer_is_what_the_join_will_say(agency, date, embargo, withdrawn, status, waived):
    """There is no second truth: a post is said to close what the ledger will then close."""
    event = make_event("imunisasi", partners=("kec-masamba",), status=status, waived=waived)
    post = naming(
        agency=agency, date=date, publish_at=embargo,
        withdrawal=Withdrawal(NOW, "Keliru.") if withdrawn else None,
    )  # fmt: skip
    ((kind, _),) = told(post, event=event)
    out = [post] if post.is_out(NOW) else []
    after = join([event], namings_of(out), NOW, 3, "humas").statuses[event.id]

    assert (kind is Kind.COVERS) == (after.state is EventState.SUDAH)
    assert kind is Kind.ANNOUNCES or not after.announcements
