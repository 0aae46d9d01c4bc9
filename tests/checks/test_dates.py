"""W: days and hours."""

import pytest

CASES = [
    (
        "post", "tanggal: 2026-11-24 09:30", "tanggal: 24/11/26", "tanggal: 24 November 2026",
        "3:10 W201 Tanggal “24/11/26” tidak terbaca: bentuknya tidak dikenal. "
        "Tulis seperti 2026-11-24 atau 2026-11-24 09:30.",
    ),
    (
        "event", "tanggal: 2026-11-24", "tanggal: 2026-11-24 09:00", "tanggal: 2026-11-24",
        "3:10 W202 Tanggal “2026-11-24 09:00” memuat jam. "
        "Tulis 2026-11-24; jamnya pada “mulai”.",
    ),
    (
        "event", "mulai: 09:00", "mulai: 9 pagi", "mulai: 09.00",
        "4:8 W203 Jam “9 pagi” tidak terbaca: bentuknya tidak dikenal. Tulis seperti 09:00.",
    ),
    (
        "post", "tanggal: 2026-11-24", "tanggal: 2026-10-24", "tanggal: 2026-11-01",
        "3:10 W204 Tanggal “2026-10-24 09:30” tidak cocok dengan letak berkas “2026/11”. "
        "Perbaiki tanggalnya, atau pindahkan berkas ke "
        "content/berita/dinkes/2026/10/imunisasi-campak/index.md.",
    ),
    (
        "event", "mulai:", "sampai: 2026-11-23\nmulai:", "sampai: 2026-11-26\nmulai:",
        "4:9 W206 Hari terakhir “2026-11-23” mendahului hari pertama “2026-11-24”. "
        "Perbaiki “sampai”, atau hapus baris itu bila kegiatan hanya sehari.",
    ),
]  # fmt: skip


@pytest.mark.parametrize(
    ("kind", "old", "wrong", "right", "line"), CASES, ids=[case[4].split()[1] for case in CASES]
)
def test_only_the_wrong_text_is_named(kind, old, wrong, right, line, text, faults_of):
    assert faults_of(kind, text(kind, old, wrong)) == [line]
    assert faults_of(kind, text(kind, old, right)) == []


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("24/11/2026", "bentuknya tidak dikenal. Maksud Anda 2026-11-24?"),
        ("24-11-2026 9.30", "bentuknya tidak dikenal. Maksud Anda 2026-11-24 09:30?"),
        ("2026-11-24 9:30", "bentuknya tidak dikenal. Maksud Anda 2026-11-24 09:30?"),
        ("Selasa, 24 November 2026", "bentuknya tidak dikenal. Maksud Anda 2026-11-24?"),
        ("24 November 2026, pukul 09.30 WITA",
         "bentuknya tidak dikenal. Maksud Anda 2026-11-24 09:30?"),
        ("24 Nopember 2026", "tidak ada bulan bernama Nopember. Maksud Anda 2026-11-24?"),
        ("2026-11-31", "tanggal itu tidak ada dalam kalender. "
                       "Tulis seperti 2026-11-24 atau 2026-11-24 09:30."),
        ("2026-11-24 25:00", "jam itu tidak ada. "
                             "Tulis seperti 2026-11-24 atau 2026-11-24 09:30."),
        ("²²/11/2026", "bentuknya tidak dikenal. "
                       "Tulis seperti 2026-11-24 atau 2026-11-24 09:30."),
    ],
)  # fmt: skip
def test_the_day_that_was_meant_is_proposed(written, said, text, faults_of):
    assert faults_of("post", text("post", "2026-11-24 09:30", written)) == [
        f"3:10 W201 Tanggal “{written}” tidak terbaca: {said}"
    ]


def test_a_day_without_hour_is_not_told_of_hours(text, faults_of):
    assert faults_of("event", text("event", "2026-11-24", "besok")) == [
        "3:10 W201 Tanggal “besok” tidak terbaca: bentuknya tidak dikenal. "
        "Tulis seperti 2026-11-24."
    ]


def test_an_hour_in_the_term_of_an_officer_is_refused(text, faults_of):
    assert faults_of("agency", text("agency", "2025-05-01", "2025-05-01 08:00")) == [
        "9:12 W202 Tanggal “2025-05-01 08:00” memuat jam. Tulis 2025-05-01."
    ]


@pytest.mark.parametrize("written", ["9:00", "pukul 9.00", "09.00 WITA", "Jam 9:00"])
def test_the_hour_that_was_meant_is_proposed(written, text, faults_of):
    assert faults_of("event", text("event", "09:00", written)) == [
        f"4:8 W203 Jam “{written}” tidak terbaca: bentuknya tidak dikenal. Maksud Anda 09:00?"
    ]


def test_an_activity_must_lie_on_its_own_day(text, faults_of):
    assert faults_of("event", text("event", "2026-11-24", "25 November 2026")) == [
        "3:10 W204 Tanggal “25 November 2026” tidak cocok dengan letak berkas “2026/11/24”. "
        "Perbaiki tanggalnya, atau pindahkan berkas ke "
        "content/agenda/dinkes/2026/11/25-imunisasi-campak.md."
    ]


def test_an_activity_must_end_after_it_starts(text, faults_of):
    assert faults_of("event", text("event", "selesai: 12:00", "selesai: 09:00")) == [
        "5:10 W206 Jam selesai “09:00” tidak sesudah jam mulai “09:00”. "
        "Periksa kedua jamnya; bila lewat tengah malam, tulis hari terakhir pada “sampai”."
    ]


def test_an_activity_over_midnight_may_end_at_an_earlier_hour(text, faults_of):
    over_midnight = "sampai: 2026-11-25\nmulai: 20:00\nselesai: 02:00"

    assert faults_of("event", text("event", "mulai: 09:00\nselesai: 12:00", over_midnight)) == []


@pytest.mark.parametrize(
    ("key", "line", "day", "side"),
    [
        ("tanggal", 3, "1999-12-31", "sebelum tahun 2000"),
        ("tanggal", 3, "2027-11-27", "lebih dari setahun lagi"),
    ],
)
def test_a_far_day_is_taken_for_a_slip(key, line, day, side, text, judged):
    year, month, date = day.split("-")
    path = f"agenda/dinkes/{year}/{month}/{date}-imunisasi-campak.md"

    assert judged({path: text("event", "2026-11-24", day)}) == [
        f"content/{path}:{line}:10 W205 Tanggal “{day}” terlalu jauh: {side}. "
        "Periksa angka tahunnya."
    ]


def test_a_day_within_a_year_is_near_enough(text, judged):
    path = "agenda/dinkes/2027/11/26-imunisasi-campak.md"

    assert judged({path: text("event", "2026-11-24", "2027-11-26")}) == []


def test_a_far_embargo_is_taken_for_a_slip(text, judged):
    path = "berita/dinkes/2026/11/imunisasi-campak/index.md"
    embargo = "rubrik: kesehatan\nterbit_pada: 2062-11-25 07:00"

    assert judged({path: text("post", "rubrik: kesehatan", embargo)}) == [
        f"content/{path}:5:14 W205 Tanggal “2062-11-25” terlalu jauh: lebih dari setahun lagi. "
        "Periksa angka tahunnya."
    ]
