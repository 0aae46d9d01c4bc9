"""J: opening, summary, captions, credits."""

import pytest

LEAD = "MASAMBA — Kader berlatih pada Selasa (24/11/2026).\n"
TITLE = "Imunisasi campak di Posyandu Melati"
SUMMARY = "ringkasan: Petugas melayani 40 anak dari tiga dusun.\n"
CAPTION = "    keterangan: Imunisasi di Posyandu Melati, Masamba.\n"
CREDIT = "    kredit: Petugas Contoh Dinkes\n"


def test_an_opening_without_day_and_doer_is_told_what_is_missing(said_of):
    assert said_of("MASAMBA — Kegiatan sosialisasi berlangsung lancar.\n") == [
        "13:1 J901 Pembuka “MASAMBA — Kegiatan sosialisasi berlangsung lancar. …” belum menyebut "
        "siapa dan kapan. Lengkapi dalam paragraf pertama, contoh "
        "“di aula kantor camat, Selasa (24/11/2026)”."
    ]


@pytest.mark.parametrize(
    "opening",
    [
        "MASAMBA — Penenun menyusun katalog sejak awal pekan.",
        "MASAMBA — Layanan itu dibuka DPMPTSP pukul 09.00 Wita.",
        "MASAMBA — Tiga puluh murid memilih buku, 24/11/2026.",
    ],
)
def test_an_opening_that_tells_all_is_good(opening, said_of):
    assert said_of(opening + "\n") == []


def test_a_first_paragraph_of_more_than_seventy_words_is_counted(said_of):
    assert said_of(LEAD.strip() + " Kader hadir" * 32 + ".\n") == [
        "13:1 J902 Paragraf pertama terdiri atas “71 kata”. "
        "Pecah menjadi dua; paling banyak 70 kata, sebaiknya sekitar 35."
    ]
    assert said_of(LEAD.strip() + " Kader hadir" * 31 + ".\n") == []


@pytest.mark.parametrize(
    ("beginning", "line"),
    [
        ("Sabbang - ", "Awal berita “Sabbang -” belum sesuai bentuknya. "
            "Tulis tempat kejadian saja, contoh “SABBANG — ”."),
        ("Kominfo Seko --- ", "Awal berita “Kominfo Seko ---” belum sesuai bentuknya. "
            "Tulis tempat kejadian saja, contoh “SEKO — ”."),
        ("", "Berita yang dimulai dengan “Kader berlatih pada Selasa” belum diawali nama tempat. "
            "Awali dengan tempat kejadian, contoh “MASAMBA — ”."),
    ],
)  # fmt: skip
def test_a_post_begins_with_its_place(beginning, line, said_of):
    body = f"{beginning}Kader berlatih pada Selasa (24/11/2026) di aula.\n"

    assert said_of(body) == [f"13:1 J903 {line}"]


def test_what_was_pasted_above_the_dateline_is_not_the_opening(said_of):
    assert [line.split()[1] for line in said_of(f"Diteruskan\n\n{LEAD}")] == ["T903"]


def test_a_post_without_summary_is_told_so(said_of):
    assert said_of(LEAD, SUMMARY, "") == [
        f"2:8 J904 Berita “{TITLE}” belum punya ringkasan. "
        "Tambahkan “ringkasan” berisi satu kalimat pokok berita."
    ]


def test_a_photo_without_caption_is_told_so(said_of):
    assert said_of(LEAD, CAPTION, "") == [
        "6:13 J905 Foto “imunisasi.jpg” belum punya keterangan. "
        "Tambahkan “keterangan”: apa, siapa, dan di mana pada foto itu."
    ]


def test_a_photo_without_credit_is_told_so(said_of):
    assert said_of(LEAD, CREDIT, "") == [
        "6:13 J906 Foto “imunisasi.jpg” belum punya kredit. "
        "Tambahkan “kredit”: nama pemotret atau kantornya."
    ]


def test_a_caption_that_repeats_the_title_is_named(said_of):
    assert said_of(LEAD, CAPTION, f"    keterangan: {TITLE}.\n") == [
        f"8:17 J907 Keterangan foto “{TITLE}.” sama dengan judul. "
        "Tulis apa yang tampak: siapa, sedang apa, dan di mana."
    ]


@pytest.mark.parametrize("credit", ["Ist", "Internet", "Dok.", "(Foto: ist)", "Google"])
def test_a_credit_that_names_nobody_is_named(credit, said_of):
    assert said_of(LEAD, CREDIT, f'    kredit: "{credit}"\n') == [
        f"9:13 J908 Kredit “{credit}” tidak menyebut pemilik foto. "
        "Tulis nama pemotret atau kantornya; bila tidak diketahui, ganti fotonya."
    ]


@pytest.mark.parametrize("credit", ["Dok. Dinas Kesehatan", "Ilustrasi contoh, CC0", "Humas"])
def test_a_credit_that_names_somebody_is_good(credit, said_of):
    assert said_of(LEAD, CREDIT, f"    kredit: {credit}\n") == []
