"""B: ordinals, money, hours and degrees."""

import pytest

LEAD = "MASAMBA — Kader berlatih pada Selasa (24/11/2026). "
AFTER = len(LEAD) + 1

TOLD = {
    "B905": "Bilangan tingkat “{}” tidak sesuai ejaan. Tulis “{}”.",
    "B906": "Penulisan “{}” tidak sesuai ejaan. Tulis “{}”.",
    "B907": "Penulisan jam “{}” tidak sesuai ejaan. Tulis “{}”.",
    "B908": "Penulisan gelar “{}” tidak sesuai ejaan. Tulis “{}”.",
}
CASES = [
    (" B905 ", "Peringatan HUT RI ke 81 meriah.", 18, "ke 81", "ke-81"),
    (" B905 ", "Juara untuk ke 3 kalinya.", 12, "ke 3", "ke-3"),
    (" B905 ", "Peserta MTQ ke-XIV tiba.", 12, "ke-XIV", "XIV” atau “ke-14"),
    (" B905 ", "HUT Korpri ke - 55 meriah.", 11, "ke - 55", "ke-55"),
    (" B906 ", "Bantuan Rp. 10.000,- diserahkan.", 8, "Rp. 10.000,-", "Rp10.000"),
    (" B906 ", "Tarif Rp 2.000 sehari.", 6, "Rp 2.000", "Rp2.000"),
    (" B906 ", "Biaya Rp.300,000 sebulan.", 6, "Rp.300,000", "Rp300,000"),
    (" B907 ", "Loket buka pukul 9:30 pagi.", 17, "9:30", "09.30"),
    (" B907 ", "Siaran mulai 16:00 wita.", 13, "16:00 wita", "16.00 WITA"),
    (" B908 ", "Hadir Petugas Contoh, S.Sos,M.Si.", 22, "S.Sos,M.Si.", "S.Sos., M.Si."),
    (" B908 ", "Hadir Petugas Contoh, SH. MH, dan tamu.", 22, "SH. MH", "S.H., M.H."),
]


@pytest.mark.parametrize(("code", "sentence", "column", "written", "right"), CASES)
def test_a_figure_is_named_where_it_stands(code, sentence, column, written, right, said_of):
    told = TOLD[code.strip()].format(written, right)

    assert said_of(LEAD + sentence + "\n") == [f"13:{AFTER + column}{code}{told}"]


def test_an_ordinal_at_the_beginning_of_a_paragraph_is_named(said_of):
    told = TOLD["B905"].format("ke 3", "ke-3")

    assert said_of(LEAD + "\n\nHari ke 3 sepi.\n") == [f"15:6 B905 {told}"]


@pytest.mark.parametrize(
    "sentence",
    [
        "Peringatan HUT Ke-81 RI dan MTQ XIV.",
        "Obat dikirim ke 3 desa dan ke 15 kecamatan.",
        "Peringkat naik dari 5 ke 3, lalu turun.",
        "Rombongan RI ke 3 negara sudah pulang.",
        "Harga Rp10.000, lalu Rp1,2 juta.",
        "Loket buka pukul 09.00 sampai 15.30 Wita.",
        "Skor 2-1, skala 1:2.500, dan ruas 3.45 km.",
        "Hadir Petugas Contoh, S.Pd., M.Pd., dan M. H. Contoh.",
        "Nilai SKM naik, SIP dan SE diperbarui.",
    ],
)
def test_a_figure_that_only_looks_wrong_is_good(sentence, said_of):
    assert said_of(LEAD + sentence + "\n") == []
