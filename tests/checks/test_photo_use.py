"""F505 to F509: how a post uses its photos."""

import pytest

BODY = "MASAMBA — Petugas melayani 40 anak.\n"
DECLARE = "Tambahkan di kepala berkas: foto: [{berkas: rapat.jpg, alt: Apa yang tampak pada foto}]"


def test_a_photo_in_the_text_must_be_listed(faults_of, text):
    assert faults_of("post", text("post", BODY, BODY + "\n![](rapat.jpg)\n")) == [
        f"12:1 F505 Foto “rapat.jpg” di dalam teks tidak terdaftar pada “foto”. {DECLARE}"
    ]
    assert faults_of("post", text("post", BODY, BODY + "\n![](imunisasi.jpg)\n")) == []


def test_a_misspelled_photo_in_the_text_suggests_the_listed_one(faults_of, text):
    assert faults_of("post", text("post", BODY, BODY + "\n![foto](imunisas.jpg)\n")) == [
        "12:1 F505 Foto “imunisas.jpg” di dalam teks tidak terdaftar pada “foto”. "
        "Maksud Anda “imunisasi.jpg”?"
    ]


def test_a_photo_of_another_site_cannot_be_shown(faults_of, text):
    assert faults_of("post", text("post", BODY, BODY + "\n![](https://contoh.id/a.jpg)\n")) == [
        "12:1 F505 Foto “https://contoh.id/a.jpg” di dalam teks tidak terdaftar pada “foto”. "
        "Unggah fotonya ke folder berita ini, lalu daftarkan pada “foto”."
    ]


INSIDE = (
    "Foto “imunisasi.jpg” berada di tengah baris teks. "
    "Beri baris sendiri, dengan baris kosong di atas dan di bawahnya."
)


@pytest.mark.parametrize(
    ("body", "place"),
    [
        ("Warga ![](imunisasi.jpg) antre.\n", "10:7"),
        ("Warga antre.\n![](imunisasi.jpg)\n", "11:1"),
        ("![](imunisasi.jpg)\n\nWarga ![](imunisasi.jpg) antre.\n", "12:7"),
        ("- ![](imunisasi.jpg)\n", "10:3"),
    ],
)
def test_a_photo_needs_a_line_of_its_own(body, place, faults_of, text):
    assert faults_of("post", text("post", BODY, body + "\nIsi.\n")) == [f"{place} F506 {INSIDE}"]


def test_two_photos_one_below_the_other_are_good(faults_of, text):
    two = BODY + "\n![](imunisasi.jpg)\n![](imunisasi.jpg)\n"

    assert faults_of("post", text("post", BODY, two)) == []


@pytest.mark.parametrize(
    ("name", "hint"),
    [
        ("Foto Posyandu.JPG", "Ganti menjadi foto-posyandu.jpg, di sini dan di foldernya."),
        ("IMG_2026.HEIC", "Simpan sebagai JPEG dengan nama seperti img-2026.jpg."),
        ("foto/rapat.jpg", "Ganti menjadi rapat.jpg, di sini dan di foldernya."),
        ("C:\\Foto\\Rapat.jpg", "Ganti menjadi rapat.jpg, di sini dan di foldernya."),
        ("???", "Simpan sebagai JPEG dengan nama seperti posyandu.jpg."),
    ],
)
def test_a_file_name_is_put_right(name, hint, faults_of, text):
    assert faults_of("post", text("post", "imunisasi.jpg", f"'{name}'")) == [
        f"6:13 F507 Nama berkas foto “{name}” tidak sesuai. {hint}"
    ]


ALT = "Petugas menyuntik seorang anak"


@pytest.mark.parametrize(
    "alt",
    [
        "foto", "imunisasi.jpg", "Imunisasi", "IMUNISASI.JPG", "Dokumentasi",
        "Apa yang tampak pada foto",
    ],
)  # fmt: skip
def test_an_alternative_text_must_tell_what_is_seen(alt, faults_of, text):
    assert faults_of("post", text("post", ALT, alt)) == [
        f"7:10 F508 Teks alternatif “{alt}” belum menjelaskan foto. "
        "Tulis apa yang tampak, contoh “Kader menimbang seorang balita”."
    ]


def test_a_short_but_telling_alternative_text_is_good(faults_of, text):
    assert faults_of("post", text("post", ALT, "Jembatan")) == []


def test_a_post_without_photo_is_advised_to_have_one(faults_of, text):
    photo = "foto:\n  - berkas: imunisasi.jpg\n    alt: Petugas menyuntik seorang anak\n"

    assert faults_of("post", text("post", photo)) == [
        "2:1 F509 SARAN: Berita ini belum berfoto. "
        "Tambahkan “foto” bila ada; tanpa foto pun berita tetap dapat terbit."
    ]
    assert faults_of("post", text("post")) == []
