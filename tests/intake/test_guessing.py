"""What a hand-over does not say: guessed from what it does say, or not at all."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.intake.daysaid import days_said
from plugins.intake.guessing import (
    display_name,
    events_before,
    guess_agency,
    guess_category,
    guess_day,
    guess_district,
    guess_event,
    guess_officer,
    named_event,
)
from plugins.model.event import Publicity
from plugins.model.moment import MONTHS, Moment, parse_moment
from tests.model.makers import AGENCIES, make_agency, make_event, make_newsroom, make_officer

TODAY = parse_moment("2026-11-25")
SENT = parse_moment("2026-11-24 15:00")
EVENT = make_event("imunisasi-campak", title="Imunisasi campak di Posyandu Melati")
OFFICER = make_officer(name="Petugas Contoh Dinkes")
ROOM = make_newsroom(
    EVENT, agencies=[make_agency(name="Dinas Kesehatan", officers=(OFFICER,)), *AGENCIES[1:]]
)
DAYS = {
    "di aula, Senin (23/11).": ("2026-11-23", True, ""),
    "di aula, Senin (23/11/2026).": ("2026-11-23", False, ""),
    "Senin, 23/11/26": ("2026-11-23", False, ""),
    "Senin pagi (23/11)": ("2026-11-23", True, ""),
    "hari Senin, tanggal 23 November 2026 pukul": ("2026-11-23", False, ""),
    "Senin 23 Nov 2026": ("2026-11-23", False, ""),
    "pada 23 Nopember": ("2026-11-23", True, ""),
    "Jum'at (20/11)": ("2026-11-20", True, ""),
    "2026-11-23": ("2026-11-23", False, ""),
    "Selasa (23/11/2026)": ("2026-11-23", False, "Selasa"),
    "Rabu (31/12)": ("2025-12-31", True, ""),
    "Kamis (29/2)": ("", False, ""),
    "skor 2-1 dan 3.5 persen, 24/7, Sabtu 2-1": ("", False, ""),
}


@pytest.mark.parametrize("text", DAYS)
def test_days_are_read_as_people_write_them(text):
    found = next(days_said(text, SENT), None)
    iso, guessed, wrong = DAYS[text]

    assert (found.day.iso_day if found else "") == iso
    assert found is None or (found.year_guessed, found.wrong_weekday) == (guessed, wrong)


@given(st.integers(731_000, 760_000), st.integers(-180, 180))
def test_a_weekday_finds_the_year(day, away):
    meant = Moment(day)
    text = f"{meant.weekday} ({meant.date.day}/{meant.month})"

    (said,) = days_said(text, Moment(day + away))

    assert said.day == meant
    assert said.year_guessed


@given(st.integers(730_200, 766_000))
def test_a_written_day_is_taken_as_written(day):
    meant = Moment(day)
    forms = [
        meant.long,
        meant.medium,
        meant.iso_day,
        f"{meant.date.day}/{meant.month}/{meant.year}",
    ]

    for form in forms:
        assert next(days_said(f"pada {form}.", SENT)).day == meant


@given(st.text(alphabet="0123456789/.-( )SeninaKmst" + MONTHS[10], max_size=60))
def test_no_text_is_an_error(text):
    assert all(said.written for said in days_said(text, SENT))


@pytest.mark.parametrize(
    ("text", "sent", "day", "how"),
    [
        (
            "Senin (23/11)", SENT, "2026-11-23",
            "dari “Senin (23/11)” di naskah; tahunnya tidak tertulis, dikira 2026",
        ),
        (
            "Warga kerja bakti kemarin.", SENT, "2026-11-23",
            "dari “kemarin” di naskah dan waktu pesannya dikirim",
        ),
        ("Warga kerja bakti.", SENT, "2026-11-24", "dari waktu pesannya dikirim"),
        (
            "Warga kerja bakti kemarin.", None, "2026-11-25",
            "dari hari ini, karena naskahnya tidak bertanggal",
        ),
        (
            "akan digelar Senin (30/11/2026)", SENT, "2026-11-24",
            "dari waktu pesannya dikirim; “Senin (30/11/2026)” di naskah baru akan datang",
        ),
        ("sejak 17 Agustus 1945", SENT, "2026-11-24", "dari waktu pesannya dikirim"),
        (
            "Selasa (23/11/2026)", SENT, "2026-11-23",
            "dari “Selasa (23/11/2026)” di naskah; "
            "PERIKSA: 23 November 2026 hari Senin, bukan Selasa",
        ),
    ],
)  # fmt: skip
def test_the_day_of_the_news_comes_with_its_reason(text, sent, day, how):
    guess = guess_day(text, sent, TODAY)

    assert (guess.value, guess.how) == (day, how)


@pytest.mark.parametrize(
    ("text", "sender", "agency"),
    [
        ("Warga senam.", "Petugas Contoh Dinkes", "dinkes"),
        ("Dinas Perhubungan menata terminal.", "Petugas Contoh Dinkes", "dinkes"),
        ("Warga senam.", "Humas Dishub Lutra", "dishub"),
        ("Dishub menata terminal di Kecamatan Masamba.", "+62 812-3456-7801", "dishub"),
        ("Camat Masamba membuka musrenbang.", "", "kec-masamba"),
        ("Warga Kecamatan Masamba kerja bakti.", "", "kec-masamba"),
        ("Dinkes dan Dishub bekerja sama.", "", ""),
        ("Warga senam.", "", ""),
    ],
)
def test_the_agency_is_the_one_that_all_points_to(text, sender, agency):
    guess = guess_agency(text, sender, TODAY, ROOM)

    assert (guess.value if guess else "") == agency


def test_a_sender_is_credited_by_name_and_never_by_number():
    dinkes = ROOM.agencies["dinkes"]

    assert guess_officer("petugas contoh dinkes", dinkes, TODAY).value == "Petugas Contoh Dinkes"
    assert guess_officer("Rina Dinkes", dinkes, TODAY).value == "Rina Dinkes"
    assert guess_officer("+62 812-3456-7801", dinkes, TODAY).value == "Petugas Contoh Dinkes"
    assert display_name("+62 812-3456-7801") == ""
    assert display_name("\u202eanir# <b>") == "anir b"


def test_the_activity_is_the_agencys_own_with_the_same_words_shortly_before():
    def guessed(title: str, day: str = "2026-11-24", agency: str = "dinkes") -> str:
        guess = guess_event(title, "", agency, parse_moment(day), [EVENT])
        return guess.value if guess else ""

    assert guessed("Imunisasi campak untuk 42 anak di posyandu") == EVENT.id
    assert guessed("Imunisasi campak untuk 42 anak di posyandu", "2026-12-24") == ""
    assert guessed("Imunisasi campak untuk 42 anak di posyandu", "2026-11-20") == ""
    assert guessed("Imunisasi campak untuk 42 anak di posyandu", agency="dishub") == ""
    assert guessed("Senam pagi warga") == ""
    hidden = make_event("rahasia", title=EVENT.title, publicity=Publicity.TIDAK)
    assert events_before("dinkes", TODAY, [EVENT, hidden]) == [EVENT]
    twin = make_event("imunisasi-campak-melati", title=EVENT.title)
    assert guess_event(EVENT.title, "", "dinkes", TODAY, [EVENT, twin]) is None


def test_an_address_of_the_agenda_names_the_activity():
    text = f"Lihat https://contoh.test/agenda/{EVENT.id}/"

    assert named_event(text, ROOM) == EVENT
    assert named_event("/agenda/dinkes/2026/11/24-lain/", ROOM) is None


def test_place_and_category_are_taken_from_what_is_known():
    dinkes = ROOM.agencies["dinkes"]

    assert guess_district("di Kecamatan Masamba", dinkes, ROOM).value == "masamba"
    assert guess_district("di Kecamatan Masamba Selatan", dinkes, ROOM) is None
    assert guess_district("MASAMBA — Warga", dinkes, ROOM) is None
    assert guess_district("Warga", ROOM.agencies["kec-masamba"], ROOM).value == "masamba"
    assert guess_category(dinkes, ROOM).how.startswith("karena")
