"""What the composer lets an officer choose from."""

import json

from plugins.intake.choices import MOST_EVENTS, choices_json, choices_output
from plugins.model.event import Publicity
from tests.model.makers import made_of, make_event, make_post

NOW = "2026-11-25 08:00"


def chosen(*contents, now: str = NOW) -> dict:
    output = choices_output(made_of(*contents, now=now).edition)
    assert (output.path, output.daily) == ("tulis/pilihan.json", True)
    return json.loads(choices_json(output.values, None))


def test_an_activity_has_what_a_post_or_a_new_date_needs():
    event = make_event(
        "rapat", "2026-11-24", title="Rapat", starts=540, ends=750, place="Aula",
        district="masamba", partners=("dishub",),
    )  # fmt: skip
    (found,) = chosen(event)["kegiatan"]

    assert found == {
        "id": event.id, "acara": "Rapat", "tanggal": "2026-11-24", "sampai": "",
        "mulai": "09:00", "selesai": "12:30", "tempat": "Aula", "kecamatan": "masamba",
        "bersama": ["dishub"], "keadaan": "menunggu-berita",
    }  # fmt: skip


def test_what_waits_for_news_stays_and_what_is_covered_or_far_goes():
    missed = make_event("lama", "2026-03-02")
    covered = make_event("diliput", "2026-03-03")
    far = make_event("jauh", "2027-03-03")
    called_off = make_event("batal", "2026-11-24", status="batal")
    post = make_post("b", "2026-03-04", events=(covered.id,))
    found = chosen(missed, covered, far, called_off, post)

    assert [one["id"] for one in found["kegiatan"]] == [missed.id]


def test_nothing_that_is_not_public_is_among_them():
    hidden = make_event("rahasia", "2026-11-24", publicity=Publicity.TIDAK)
    later = make_event("nanti", "2026-11-26", publicity=Publicity.SETELAH_SELESAI)

    assert chosen(hidden, later)["kegiatan"] == []


def test_there_are_never_more_than_a_phone_can_take_and_the_newest_stay():
    events = [make_event(f"e{n}", f"2025-{n % 12 + 1:02}-10") for n in range(MOST_EVENTS + 10)]
    found = [one["tanggal"] for one in chosen(*events)["kegiatan"]]

    assert len(found) == MOST_EVENTS
    assert found[-1] == "2025-12-10"


def test_agencies_stand_by_name_with_who_serves():
    found = chosen()

    assert [one["nama"] for one in found["pd"]] == sorted(one["nama"] for one in found["pd"])
    assert {"slug": "masamba", "nama": "Masamba"} in found["kecamatan"]
