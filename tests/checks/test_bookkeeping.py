"""C: weekdays, years and titles."""

import pytest

LEAD = "MASAMBA — Kader berlatih pada Selasa (24/11/2026). "
AFTER = len(LEAD) + 1
TUESDAY = "Tanggal 24 November 2026 jatuh pada hari Selasa."
SUMMARY = "ringkasan: Petugas melayani 40 anak dari tiga dusun."


@pytest.mark.parametrize(
    "written",
    [
        "Rabu (24/11/2026)", "Rabu, 24 November 2026", "rabu 24-11-2026", "RABU (24/11/26)",
        "Rabu malam (24/11/2026)", "Jum'at, 24 Nov 2026", "Rabu tanggal 24 Nopember 2026",
    ],
)  # fmt: skip
def test_a_weekday_that_does_not_fit_is_put_right(written, said_of):
    said = [line for line in said_of(f"{LEAD}Hadir {written} pagi.\n") if " C901 " in line]

    assert said == [f"13:{AFTER + 6} C901 Hari dan tanggal “{written}” tidak cocok. {TUESDAY}"]


@pytest.mark.parametrize(
    "written",
    [
        "Selasa (24/11/2026)", "Selasa, 24 November 2026", "Rabu–Jumat (25–27/11/2026)",
        "Rabu dan Kamis, 25–26 November 2026", "Senin 08.00–15.30 Wita", "Sabtu 2-1",
        "minggu 1", "Selasa, 24 November 1998", "24 November",
        "Selasa (24/11/98)",
        "Senin (30/11) dan Selasa (1/12/2026)",
    ],
)  # fmt: skip
def test_a_date_that_only_looks_wrong_is_good(written, said_of):
    assert said_of(f"{LEAD}Hadir {written}.\n") == []


def test_a_day_that_the_calendar_does_not_have_is_named(said_of):
    assert said_of(f"{LEAD}Hadir Senin (31/11/2026).\n") == [
        f"13:{AFTER + 6} C901 Tanggal “Senin (31/11/2026)” tidak ada dalam kalender. "
        "Periksa angka hari dan bulannya."
    ]


def test_a_weekday_in_summary_and_caption_is_checked_too(said_of):
    wrong = "ringkasan: Petugas hadir Rabu (24/11/2026)."

    assert said_of(LEAD + "\n", SUMMARY, wrong) == [
        f"10:26 C901 Hari dan tanggal “Rabu (24/11/2026)” tidak cocok. {TUESDAY}"
    ]


@pytest.mark.parametrize(
    ("written", "hint"),
    [
        ("Jumat (27/11)", "Tulis “Jumat (27/11/2026)”."),
        ("Jumat, 27 November", "Tulis “Jumat, 27 November 2026”."),
        ("Kamis (27/11)", "Tambahkan tahunnya, contoh “Selasa (24/11/2026)”."),
    ],
)
def test_a_date_without_year_is_given_the_one_that_fits(written, hint, said_of):
    assert said_of(f"{LEAD}Hadir {written} nanti.\n") == [
        f"13:{AFTER + 6} C902 Tanggal “{written}” belum bertahun. {hint}"
    ]


@pytest.mark.parametrize("marks", ["{}", "**{}**", "## {}", "{}."])
def test_a_title_that_comes_again_as_the_first_line_is_named(marks, said_of):
    line = marks.format("Imunisasi campak di Posyandu Melati")

    assert said_of(f"{line}\n\n{LEAD}\n") == [
        f"13:1 C903 Baris pertama “{line}” mengulang judul. Hapus baris itu dari teks."
    ]
