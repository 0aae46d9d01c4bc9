"""B: words, and that no rule of language fails on any text."""

import time

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plugins.checks import gate
from plugins.checks.prose import prose_of
from plugins.model.addresses import place_of
from plugins.reading.records import read_manuscript

LEAD = "MASAMBA — Kader berlatih pada Selasa (24/11/2026). "
AFTER = len(LEAD) + 1

# what is wrong, what is said of it, and what is right
CASES = [
    (
        "Rapat digelar diaula kantor.", "Rapat digelar di aula kantor.", 14,
        " B901 Kata depan pada “diaula” perlu dipisah. Tulis “di aula”.",
    ),
    (
        "Kedepan, warga dilibatkan.", "Ke depan, warga dilibatkan.", 0,
        " B901 Kata depan pada “Kedepan” perlu dipisah. Tulis “Ke depan”.",
    ),
    (
        "Kegiatan di laksanakan pagi.", "Kegiatan dilaksanakan pagi.", 9,
        " B902 Awalan pada “di laksanakan” perlu disambung. Tulis “dilaksanakan”.",
    ),
    (
        "Rapat antar instansi ditunda.", "Rapat antarinstansi ditunda.", 6,
        " B903 Bentuk terikat pada “antar instansi” perlu disambung. Tulis “antarinstansi”.",
    ),
    (
        "Pegawai non ASN hadir.", "Pegawai non-ASN hadir.", 8,
        " B903 Bentuk terikat pada “non ASN” perlu disambung. Tulis “non-ASN”.",
    ),
    (
        "Pada hari Jum'at loket tutup.", "Pada hari Jumat loket tutup.", 10,
        " B904 Ejaan “Jum'at” tidak baku. Tulis “Jumat”.",
    ),
    (
        "Camat menghimbau warga.", "Camat mengimbau warga.", 6,
        " B904 Ejaan “menghimbau” tidak baku. Tulis “mengimbau”.",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("wrong", "right", "column", "line"), CASES)
def test_a_word_is_named_where_it_stands(wrong, right, column, line, said_of):
    assert said_of(LEAD + wrong + "\n") == [f"13:{AFTER + column}{line}"]
    assert said_of(LEAD + right + "\n") == []


@pytest.mark.parametrize(
    "sentence",
    [
        "Di antaranya ada kader dari Kediri, Keera, dan Masamba.",
        "Dimas keluar dari aula dan berbicara kepada kita.",
        "Lagu “Dimana Bumi Dipijak” dinyanyikan.",
        "Anak panti hadir di buka puasa bersama.",
        "Aturan itu dimuat di undang-undang.",
        "Relawan menjalankan antar jemput lansia.",
        "Ikan tuna segar dijual di dermaga.",
        "Lihat [peta](https://contoh.id/dimana/diatas) atau `diaula`.",
    ],
)
def test_a_sentence_that_only_looks_wrong_is_good(sentence, said_of):
    assert said_of(LEAD + sentence + "\n") == []


def test_a_word_in_the_title_is_named_in_the_header(said_of):
    assert said_of(LEAD + "\n", "Imunisasi campak di", "Imunisasi diseluruh") == [
        "2:18 B901 Kata depan pada “diseluruh” perlu dipisah. Tulis “di seluruh”."
    ]


def test_a_word_that_is_wrong_everywhere_is_named_five_times(said_of):
    assert len(said_of(LEAD + "Mereka kesana.\n\n" * 9)) == 5


def test_an_activity_is_read_too_and_a_page_is_not(text):
    wrong = text("event", "Posyandu Melati", "Aula, kemudian diluar aula")
    event = read_manuscript(*_place("agenda/dinkes/2026/11/24-x.md"), wrong.encode())
    page = read_manuscript(
        *_place("halaman/tentang.md"), text("page", "Isi halaman.", "Isi diluar.").encode()
    )

    assert [(f.code, f.line, f.column) for f in gate.inspect(event) if f.code == "B901"] == [
        ("B901", 6, 24)
    ]
    assert [f.code for f in gate.inspect(page)] == []


BITS = st.sampled_from(
    "di |ke |-|*|\"|“|”|~|#a|\n|\n\n|Rp|. |,|(|)|Senin|Jum'at|24/11|/2026|pukul 9:30|S.Sos|HUT |"
    "antar desa|MASAMBA — |[|](x)|`|@|https://|Baca juga:|Yth.|😊|а|XII|dan".split("|")
)


@settings(max_examples=150, deadline=None)
@given(st.lists(BITS | st.text(max_size=12), max_size=40))
def test_no_rule_fails_on_any_text(parts):
    body = "".join(parts)
    header = "---\njudul: Imunisasi campak\ntanggal: 2026-11-24\nrubrik: kesehatan\n---\n\n"
    path, place = _place("berita/dinkes/2026/11/imunisasi/index.md")
    manuscript = read_manuscript(path, place, (header + body).encode("utf-8", "replace"))
    last = 7 + body.count("\n") + body.count("\r")

    for fault in gate.inspect(manuscript):
        assert 1 <= fault.line <= last
        assert fault.column >= 1


@pytest.mark.parametrize("bit", ["](", "a@", "*a", '"', "a\n\n", "Rabu (1", "S.Sos, ", "A — "])
def test_a_text_full_of_marks_is_read_in_good_time(bit):
    path, place = _place("berita/dinkes/2026/11/imunisasi/index.md")
    header = "---\njudul: Imunisasi\ntanggal: 2026-11-24\nrubrik: kesehatan\n---\n"
    plain = read_manuscript(path, place, f"{header}Isi.".encode())
    full = msgspec.structs.replace(plain.source, body=bit * (60_000 // len(bit)))
    begun = time.perf_counter()
    gate.inspect(msgspec.structs.replace(plain, source=full))

    assert time.perf_counter() - begun < 1.5  # 0.1 s on an idle core; reading stops after 2


@given(st.text(max_size=200))
def test_what_is_blanked_keeps_its_place(text):
    header = "---\njudul: Imunisasi\ntanggal: 2026-11-24\nrubrik: kesehatan\n---\n"
    path, place = _place("berita/dinkes/2026/11/imunisasi/index.md")
    body = f"[a](b) {text} https://contoh.id".encode("utf-8", "replace")
    manuscript = read_manuscript(path, place, header.encode() + body)
    prose = prose_of(manuscript)

    assert not prose.text or len(prose.text) - prose.body == len(manuscript.source.body)


def _place(path):
    return path, place_of(path)


def test_a_name_that_opens_a_text_is_left_as_it_is():
    path = "berita/dinkes/2026/11/lagu/index.md"
    title = "judul: '“Dimana Bumi Dipijak” dinyanyikan'"
    head = f"---\n{title}\ntanggal: 2026-11-24\nrubrik: budaya\n---\n"
    text = f"{head}\n{LEAD}{'Warga menyanyi bersama. ' * 9}\n"
    manuscript = read_manuscript(path, place_of(path), text.encode())

    assert [fault.code for fault in gate.inspect(manuscript) if fault.code == "B901"] == []
