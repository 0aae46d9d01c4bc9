"""K: keys and values of a header."""

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from plugins.checks.wording import yaml_quoted

RUBRIK = "rubrik: kesehatan\n"

# kind, what is replaced, the wrong text, the right text, what is said of the wrong one
CASES = [
    (
        "post", RUBRIK, RUBRIK + "ringkasn: Pelayanan gratis.\n", RUBRIK + "ringkasan: Gratis.\n",
        "5:1 K101 Kunci “ringkasn” tidak dikenal. Maksud Anda “ringkasan”?",
    ),
    (
        "post", "tanggal: 2026-11-24 09:30\n", "", "Date: 2026-11-24\n",
        "2:1 K102 Kunci “tanggal” belum ada. "
        "Tambahkan satu baris, contoh “tanggal: 2026-11-24 09:30”.",
    ),
    (
        "post", RUBRIK, RUBRIK * 2, RUBRIK,
        "5:1 K103 Kunci “rubrik” ditulis dua kali. Hapus salah satu barisnya.",
    ),
    (
        "post", RUBRIK, RUBRIK + "judul: [satu, dua]\n".replace("judul", "penulis"),
        RUBRIK + "penulis: Petugas Contoh\n",
        "5:10 K104 Bentuk isian “penulis” tidak sesuai. Contoh: penulis: Nama petugas",
    ),
    (
        "post", RUBRIK, RUBRIK + "ringkasan:\n", RUBRIK + "ringkasan: Gratis.\n",
        "5:11 K105 Kunci “ringkasan” masih kosong. Isi kunci itu, contoh "
        "“ringkasan: Satu kalimat pokok berita.”, atau hapus barisnya bila tidak wajib.",
    ),
    (
        "post", "anak\n---\n", "anak\n", "anak\n---\n",
        "1:1 K106 Kepala berkas dibuka dengan “---”, tetapi tidak ditutup. "
        "Tulis “---” pada baris sendiri sesudah kunci yang terakhir.",
    ),
    (
        "page", "---\njudul: Tentang situs ini\n---\n", "Tentang situs ini\n",
        "judul: Tentang situs ini\n",
        "1:1 K107 Baris “Tentang situs ini” tidak berbentuk “kunci: isi”. "
        "Awali berkas dengan kepala berkas di antara dua baris “---”, lalu tulis isinya.",
    ),
    (
        "post", "Imunisasi campak di", "Imunisasi: campak di", "“Imunisasi” campak di",
        "2:8 K108 Isi “Imunisasi: campak di Posyandu Melati” memuat titik dua, jadi perlu "
        'diapit tanda petik. Tulis: judul: "Imunisasi: campak di Posyandu Melati"',
    ),
    (
        "post", "judul: Imunisasi campak di", 'judul: Juara #1 di',
        'judul: "Juara #1 di Posyandu Melati"\nringkasan: Imunisasi di',
        "2:14 K116 Isi “Juara #1 di Posyandu Melati” memuat tanda #, jadi perlu diapit tanda "
        'petik. Tulis: judul: "Juara #1 di Posyandu Melati"',
    ),
    (
        "post", RUBRIK, f"# TEBAKAN rubrik: karena paling sering dipakai Dinkes\n{RUBRIK}", RUBRIK,
        "4:1 K117 PERINGATAN: Isi “rubrik” ditebak karena paling sering dipakai Dinkes. "
        "Betulkan bila keliru, lalu hapus baris ini.",
    ),
    (
        "post", "judul: Imunisasi", "judul: @dinkes", 'judul: "@dinkes"\nringkasan: Imunisasi',
        "2:8 K109 Baris “judul: @dinkes campak di Posyandu Melati” tidak terbaca. Apit isinya "
        'dengan tanda petik: judul: "@dinkes campak di Posyandu Melati"',
    ),
    (
        "post", "judul: Imunisasi", "judul: &dinkes", "judul: Imunisasi & dinkes",
        "2:8 K110 Isi yang diawali “&dinkes” tidak terbaca sebagai teks. "
        "Apit seluruh isi baris itu dengan tanda petik, atau hapus tanda di awalnya.",
    ),
    (
        "post", RUBRIK, RUBRIK + f"ringkasan: {'panjang ' * 60}\n",
        RUBRIK + f"ringkasan: {'panjang ' * 50}\n",
        "5:12 K111 Isi “ringkasan” terlalu panjang: 479 karakter. "
        "Ringkas menjadi paling banyak 400 karakter.",
    ),
    (
        "post", RUBRIK, RUBRIK + "tag: [aa, bb, cc, dd, ee, ff, gg, hh, ii]\n",
        RUBRIK + "tag: [aa, bb, cc, dd, ee, ff, gg, hh]\n",
        "5:6 K112 Daftar “tag” berisi 9 butir. Pilih yang terpenting, paling banyak 8.",
    ),
    (
        "event", "tempat:", "publik: Setelah Selesai\ntempat:", "publik: setelah-selesai\ntempat:",
        "6:9 K113 Pilihan “Setelah Selesai” tidak dikenal. "
        "Pilih salah satu: setelah-selesai, tidak, ya.",
    ),
    (
        "post", RUBRIK, "rubrik: Kesehatan Ibu & Anak\n", "rubrik: kesehatan-ibu-anak\n",
        "4:9 K114 Nama “Kesehatan Ibu & Anak” memuat huruf besar, spasi, dan tanda lain. "
        "Tulis: kesehatan-ibu-anak",
    ),
    (
        "agency", "jenis: dinas\n", "jenis: dinas\ntarget: empat\n", "jenis: dinas\ntarget: 4\n",
        "5:9 K115 Isi “empat” bukan bilangan bulat. "
        "Tulis angkanya saja, dari 0 sampai 9999, contoh 4.",
    ),
]  # fmt: skip


@pytest.mark.parametrize(
    ("kind", "old", "wrong", "right", "line"), CASES, ids=[case[4].split()[1] for case in CASES]
)
def test_only_the_wrong_text_is_named(kind, old, wrong, right, line, text, faults_of):
    assert faults_of(kind, text(kind, old, wrong)) == [line]
    assert faults_of(kind, text(kind, old, right)) == []


@pytest.mark.parametrize("kind", ["post", "event", "agency", "page", "categories"])
def test_the_base_texts_are_without_fault(kind, text, faults_of):
    assert faults_of(kind, text(kind)) == []


def test_a_key_that_resembles_nothing_lists_the_known_ones(text, faults_of):
    assert faults_of("page", text("page", "---\n", "---\nsave_as: ../x.html\n")) == [
        "2:1 K101 Kunci “save_as” tidak dikenal. Kunci yang boleh: judul, ringkasan."
    ]


def test_a_synonym_beside_its_key_is_a_duplicate(text, faults_of):
    assert faults_of("post", text("post", RUBRIK, RUBRIK + "Category: kesehatan\n")) == [
        "5:1 K103 Kunci “Category” sama artinya dengan “rubrik”, yang sudah ditulis. "
        "Hapus salah satu barisnya."
    ]


def test_a_photo_without_parts_is_shown_the_parts(text, faults_of):
    wrong = text("post", "  - berkas: imunisasi.jpg\n    alt: Petugas", "  - imunisasi.jpg")

    assert faults_of("post", wrong) == [
        "6:5 K104 Bentuk isian “foto” tidak sesuai. "
        "Contoh: foto: [{berkas: posyandu.jpg, alt: Apa yang tampak pada foto}]"
    ]


def test_a_missing_part_of_a_photo_is_named_where_the_photo_stands(text, faults_of):
    assert faults_of("post", text("post", "    alt: Petugas menyuntik seorang anak\n")) == [
        "6:5 K102 Kunci “alt” belum ada. "
        "Tambahkan satu baris, contoh “alt: Apa yang tampak pada foto”."
    ]


def test_a_colon_beside_quotes_is_mended_with_single_quotes(text, faults_of):
    wrong = text("post", "Imunisasi campak", 'Kata "sehat": campak')

    assert faults_of("post", wrong) == [
        '2:8 K108 Isi “Kata "sehat": campak di Posyandu Melati” memuat titik dua, jadi perlu '
        "diapit tanda petik. Tulis: judul: 'Kata \"sehat\": campak di Posyandu Melati'"
    ]


@given(st.text(st.characters(codec="utf-8", exclude_categories=["C", "Z"])))
def test_a_quoted_scalar_reads_back_as_the_same_text(value):
    assert yaml.safe_load(f"judul: {yaml_quoted(value)}") == {"judul": value}


def test_an_open_quote_sends_the_reader_upwards(text, faults_of):
    assert faults_of("post", text("post", "judul: Imunisasi", 'judul: "Imunisasi')) == [
        "8:1 K109 Kepala berkas tidak terbaca sampai baris ini. "
        "Periksa tanda petik dan kurung yang belum ditutup di baris-baris atasnya."
    ]


def test_an_open_bracket_sends_the_reader_to_the_line_above(text, faults_of):
    assert faults_of("post", text("post", RUBRIK, "tag: [campak\n" + RUBRIK)) == [
        "5:7 K109 Baris “rubrik: kesehatan” tidak terbaca. "
        "Periksa titik dua, tanda petik, dan spasi di baris ini dan baris di atasnya."
    ]


def test_a_header_too_deep_is_refused(text, faults_of):
    assert faults_of("post", text("post", RUBRIK, "foto: {a: {b: {c: {d: e}}}}\n")) == [
        "4:16 K109 Isian ini terlalu bertingkat. Pakai paling banyak empat tingkat."
    ]


def test_a_header_that_is_a_list_is_refused(faults_of):
    assert faults_of("page", "---\n- judul\n---\n") == [
        "2:1 K109 Kepala berkas bukan baris-baris “kunci: isi”. "
        "Tulis satu kunci tiap baris, contoh “judul: Judul berita”."
    ]


def test_categories_that_are_no_list_are_refused(faults_of):
    assert faults_of("categories", "slug: kesehatan\n") == [
        "1:1 K109 Daftar rubrik tidak terbaca di sini. "
        'Tulis tiap rubrik begini: - {slug: kesehatan, nama: Kesehatan, iptc: "07000000"}'
    ]


def test_a_tag_of_yaml_is_refused(text, faults_of):
    assert faults_of("post", text("post", "judul: Imunisasi", "judul: !!str Imunisasi")) == [
        "2:8 K110 Isi yang diawali “tag:yaml.org,2002:str” tidak terbaca sebagai teks. "
        "Apit seluruh isi baris itu dengan tanda petik, atau hapus tanda di awalnya."
    ]


@pytest.mark.parametrize(
    ("slug", "said"),
    [
        ("k", "Nama “k” terlalu pendek. Pakai 2 sampai 80 huruf kecil, angka, atau tanda hubung."),
        ("---", "Nama “---” memuat tanda hubung yang tidak mengapit kata. "
                "Pakai 2 sampai 80 huruf kecil, angka, atau tanda hubung."),
        ("é", "Nama “é” memuat tanda lain. "
              "Pakai 2 sampai 80 huruf kecil, angka, atau tanda hubung."),
    ],
)  # fmt: skip
def test_a_slug_that_cannot_be_mended_is_told_the_form(slug, said, text, faults_of):
    assert faults_of("post", text("post", "kesehatan", f"'{slug}'")) == [f"4:9 K114 {said}"]


def test_a_slug_too_long_is_cut_in_the_proposal(text, faults_of):
    assert faults_of("post", text("post", "kesehatan", "a" * 81)) == [
        f"4:9 K114 Nama “{'a' * 79}…” terlalu panjang. Tulis: {'a' * 80}"
    ]


def test_a_key_with_hidden_marks_shows_them(faults_of):
    assert faults_of("page", '---\njudul: Tentang\n"ju\\ndul\\u202e": x\n---\n') == [
        "3:1 K101 Kunci “ju[U+000A]dul[U+202E]” tidak dikenal. Maksud Anda “judul”?"
    ]
