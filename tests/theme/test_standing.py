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


def test_what_lies_ahead_needs_no_explanation(render):
    assert told(render, EventState.AKAN_DATANG) == "Akan datang"
