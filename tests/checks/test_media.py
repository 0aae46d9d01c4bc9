"""L: the table of media monitoring, from the file to what the gate says and lets through."""

import pytest

from plugins.checks import gate, report
from plugins.model.addresses import place_of
from plugins.reading.media import read_media

PATH = "pantauan-media/2026/11.csv"
HEAD = "tanggal,media,judul,tautan,nada,berita\n"
ROW = "2026-11-24,Radar Contoh,Panen raya,https://radar.example/a,positif,\n"
CASES = [
    (
        "tgl,media,judul\n" + "2026-11-24,a,b\n",
        "1:1 L901 Kolom “tgl” tidak dikenal. Maksud Anda “tanggal”?",
    ),
    (
        "tanggal,media\n",
        "1:1 L901 Kolom “judul” belum ada. "
        "Contoh baris pertama: “tanggal,media,judul,tautan,nada,berita”.",
    ),
    (HEAD.replace("nada", "judul"), "1:1 L901 Kolom “judul” ada dua. Hapus salah satunya."),
    (
        HEAD + '2026-11-24,"Radar\n',
        "2:1 L901 Baris ini tidak terbaca sebagai CSV. Periksa tanda petiknya.",
    ),
    (
        HEAD + ROW + ROW.replace("2026-11-24", "kemarin"),
        "3:1 L902 Tanggal “kemarin” tidak terbaca. Tulis seperti 2026-11-24.",
    ),
    (
        HEAD + ROW.replace("-11-", "-10-"),
        "2:1 L902 Tanggal “2026-10-24” di luar November 2026. "
        "Pindahkan barisnya ke berkas bulan itu: content/pantauan-media/tahun/bulan.csv.",
    ),
    (
        HEAD + ROW.replace("https://", "ftp://"),
        "2:1 L902 Tautan “ftp://radar.example/a” bukan alamat web. "
        "Tulis lengkap dengan https:// atau http://, atau kosongkan.",
    ),
    (
        HEAD + ROW.replace("positif", "positip"),
        "2:1 L902 Nada “positip” tidak dikenal. Maksud Anda “positif”?",
    ),
    (
        HEAD + ROW.replace("positif,", "positif,dinkes"),
        "2:1 L902 Berita “dinkes” bukan alamat berita situs ini. "
        "Tulis seperti dinkes/2026/11/imunisasi-campak, atau kosongkan.",
    ),
    (
        HEAD + ROW.replace("Radar Contoh", ""),
        "2:1 L902 Kolom “media” masih kosong. Isi tanggal, media, dan judul pada tiap baris.",
    ),
]  # fmt: skip


def told(text: str) -> list[str]:
    place = place_of(PATH)
    assert place
    faults = sorted(gate.inspect(read_media(PATH, place, text.encode())))
    return [f"{f.line}:{f.column} {f.code} {report.said(f)}" for f in faults]


@pytest.mark.parametrize(("text", "words"), CASES)
def test_a_slip_is_told_with_its_line_and_what_to_write_instead(text, words):
    assert words in told(text)


def test_a_comma_that_was_not_quoted_is_explained():
    cells = "2026-11-24,Radar,Panen, raya,https://radar.example/a,positif,x\n"

    assert any(
        words.endswith("Apit isian yang memuat koma dengan tanda petik dua.")
        for words in told(HEAD + cells)
    )


def test_a_good_table_passes_in_silence():
    assert told(HEAD + ROW) == []
    assert told("\ufeff" + (HEAD + ROW).replace(",", ";").replace("\n", "\r\n")) == []


def test_a_faulty_table_is_left_out_and_the_rest_goes_on(judged):
    assert judged({PATH: HEAD + ROW}) == []
    assert judged({PATH: HEAD + ROW.replace("2026-11-24", "x")}) == [
        f"content/{PATH}:2:1 L902 Tanggal “x” tidak terbaca. Tulis seperti 2026-11-24."
    ]
