from plugins.model.card import Link
from plugins.model.event import EventState
from tests.theme.conftest import words


def told(render, state: EventState, reason: str = "", moved_to: Link | None = None) -> str:
    facts = {"value": state.value, "words": state.words, "grace_days": 3}
    return words(render("standing", reason=reason, moved_to=moved_to, **facts))


def test_what_is_awaited_names_the_days_of_grace(render):
    assert "paling lambat 3 hari sesudahnya" in told(render, EventState.MENUNGGU)


def test_what_was_missed_says_who_writes(render):
    assert "Petugas humas" in told(render, EventState.BELUM)


def test_a_postponement_gives_reason_and_new_day(render):
    link = Link("Kamis, 10 Desember 2026", "/agenda/uji/2026/12/10-uji/")

    assert told(render, EventState.DITUNDA, "Gedung dipakai", link) == (
        "Ditunda Alasan: Gedung dipakai. Jadwal penggantinya: Kamis, 10 Desember 2026."
    )


def test_a_reason_that_ends_in_a_stop_has_one(render):
    assert told(render, EventState.BATAL, "Hujan lebat.") == "Batal Alasan: Hujan lebat."


def test_a_new_day_says_which_day_it_replaces(render):
    old = Link("Rabu, 9 Desember 2026", "/agenda/uji/2026/12/09-uji/")
    html = render(
        "standing", value="akan-datang", words="akan datang", reason="", moved_to=None,
        moved_from=old, grace_days=3,
    )  # fmt: skip

    assert words(html) == "Akan datang Semula dijadwalkan Rabu, 9 Desember 2026."


def test_what_lies_ahead_needs_no_explanation(render):
    assert told(render, EventState.AKAN_DATANG) == "Akan datang"
