"""B: ordinals, money, hours and degrees."""

import pytest

LEAD = "MASAMBA — Kader berlatih pada Selasa (24/11/2026). "
AFTER = len(LEAD) + 1

CASES = [
    ("Peringatan HUT RI ke 81 meriah.", 18, "B905 Bilangan tingkat “ke 81” tidak sesuai ejaan. Tulis “ke-81”."),
    ("Juara untuk ke 3 kalinya.", 12, "B905 Bilangan tingkat “ke 3” tidak sesuai ejaan. Tulis “ke-3”."),
    ("Peserta MTQ ke-XIV tiba.", 12, "B905 Bilangan tingkat “ke-XIV” tidak sesuai ejaan. Tulis “XIV” atau “ke-14”."),
    ("HUT Korpri ke - 55 meriah.", 11, "B905 Bilangan tingkat “ke - 55” tidak sesuai ejaan. Tulis “ke-55”."),
    ("Bantuan Rp. 10.000,- diserahkan.", 8, "B906 Penulisan “Rp. 10.000,-” tidak sesuai ejaan. Tulis “Rp10.000”."),
    ("Tarif Rp 2.000 sehari.", 6, "B906 Penulisan “Rp 2.000” tidak sesuai ejaan. Tulis “Rp2.000”."),
    ("Loket buka pukul 9:30 pagi.", 17, "B907 Penulisan jam “9:30” tidak sesuai ejaan. Tulis “09.30”."),
    ("Siaran mulai 16:00 wita.", 13, "B907 Penulisan jam “16:00 wita” tidak sesuai ejaan. Tulis “16.00 WITA”."),
    ("Hadir Petugas Contoh, S.Sos,M.Si.", 22, "B908 Penulisan gelar “S.Sos,M.Si.” tidak sesuai ejaan. Tulis “S.Sos., M.Si.”."),
    ("Hadir Petugas Contoh, SH. MH, dan tamu.", 22, "B908 Penulisan gelar “SH. MH” tidak sesuai ejaan. Tulis “S.H., M.H.”."),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "column", "line"), CASES)
def test_a_figure_is_named_where_it_stands(sentence, column, line, said_of):
    assert said_of(LEAD + sentence + "\n") == [f"14:{AFTER + column} {line}"]


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
