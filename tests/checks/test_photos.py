"""F501 to F504: photo files."""

import pytest

from plugins.checks.rulebook import Question
from plugins.checks.rules.photos import unsound_photo
from plugins.checks.wording import JPEG_ON_PHONES
from plugins.model.entry import REGULAR, Entry
from plugins.model.moment import parse_moment
from plugins.model.newsroom import Newsroom
from plugins.model.photo import PhotoFacts

FOLDER = "berita/dinkes/2026/11/imunisasi-campak"
POST = f"{FOLDER}/index.md"
PHOTO = f"{FOLDER}/imunisasi.jpg"


def test_a_misspelled_photo_suggests_the_nearest_file(judged, text):
    lines = judged({POST: text("post", "imunisasi.jpg", "imunisas.jpg")})

    assert lines == [
        f"content/{PHOTO}:1:1 F502 PERINGATAN: Foto “imunisasi.jpg” tidak terdaftar pada “foto” "
        "di index.md. Daftarkan “berkas: imunisasi.jpg” beserta “alt”-nya, atau hapus fotonya.",
        f"content/{POST}:6:13 F501 Foto “imunisas.jpg” tidak ada di folder berita ini. "
        "Maksud Anda “imunisasi.jpg”?",
    ]


def test_a_photo_in_capitals_is_recognised(judged, picture):
    lines = judged({PHOTO: None, f"{FOLDER}/IMUNISASI.JPG": picture()})

    assert lines == [
        f"content/{FOLDER}/IMUNISASI.JPG:1:1 S101 Nama “IMUNISASI” memuat huruf besar. "
        "Ganti nama berkas menjadi imunisasi.jpg.",
        f"content/{POST}:6:13 F501 Foto “imunisasi.jpg” tidak ada di folder berita ini. "
        "Maksud Anda “IMUNISASI.JPG”?",
    ]


def test_a_photo_that_was_not_sent_is_asked_for(judged):
    assert judged({PHOTO: None}) == [
        f"content/{POST}:6:13 F501 Foto “imunisasi.jpg” tidak ada di folder berita ini. "
        "Unggah fotonya ke folder berita ini, atau hapus bagian itu dari “foto”."
    ]


def test_a_photo_that_is_not_listed_is_told(judged, picture):
    assert judged({f"{FOLDER}/rapat.jpg": picture()}) == [
        f"content/{FOLDER}/rapat.jpg:1:1 F502 PERINGATAN: Foto “rapat.jpg” tidak terdaftar pada "
        "“foto” di index.md. Daftarkan “berkas: rapat.jpg” beserta “alt”-nya, atau hapus fotonya."
    ]
    assert judged({f"{FOLDER}/rapat.jpg": None}) == []


def test_a_post_with_faults_is_not_asked_about_its_other_photos(judged, text, picture):
    wrong = text("post", "berkas: imunisasi.jpg", "berkas: Imunisasi.jpg")

    assert judged({POST: wrong, f"{FOLDER}/rapat.jpg": picture()}) == [
        f"content/{POST}:6:13 F507 Nama berkas foto “Imunisasi.jpg” tidak sesuai. "
        "Ganti menjadi imunisasi.jpg, di sini dan di foldernya."
    ]


SHRINK = (
    f"Kecilkan: make foto-kecilkan BERKAS=content/{PHOTO}. Dari ponsel: kirim foto itu kepada "
    "diri sendiri lewat WhatsApp, lalu unggah salinannya."
)
PHONE = "Unggah lagi dari ponsel atau kamera."


@pytest.mark.parametrize(
    ("facts", "said"),
    [
        (PhotoFacts(trouble="kind"),
         "Foto “imunisasi.jpg” bukan JPEG, PNG, atau WebP. "
         f"Simpan sebagai JPEG. {JPEG_ON_PHONES}"),
        (PhotoFacts(trouble="truncated"), f"Foto “imunisasi.jpg” terpotong atau rusak. {PHONE}"),
        (PhotoFacts(trouble="too-many-pixels"),
         f"Foto “imunisasi.jpg” melebihi 40 juta piksel (WebP: 20 juta). {SHRINK}"),
        (PhotoFacts(trouble="animated"),
         "Foto “imunisasi.jpg” berisi gambar bergerak. Kirim satu gambar diam."),
        (PhotoFacts(trouble="empty"), f"Berkas foto “imunisasi.jpg” kosong. {PHONE}"),
        (PhotoFacts(size=9_800_000, trouble="too-large"),
         f"Foto “imunisasi.jpg” terlalu besar: 9,3 MB, paling besar 8 MB. {SHRINK}"),
        (PhotoFacts(trouble="too-slow"),
         "Foto “imunisasi.jpg” terlalu lama dibuka. "
         "Buka di ponsel atau komputer, simpan ulang sebagai JPEG, lalu unggah lagi."),
    ],
)  # fmt: skip
def test_every_trouble_of_a_photo_has_its_words(facts, said):
    entry = Entry(PHOTO, REGULAR, "abc", 1)
    newsroom = Newsroom({}, {}, {}, {}, {}, photos={"abc": facts}, entries=(entry,))
    (finding,) = unsound_photo(Question(newsroom, parse_moment("2026-11-25"), "humas"))

    assert f"{finding.message} {finding.hint}" == said


POINTER = b"version https://git-lfs.github.com/spec/v1\noid sha256:4d7a2146\nsize 12345\n"
HEIC = b"\x00\x00\x00\x18ftypheic\x00\x00\x00\x00mif1heic" + b"\x00" * 200


@pytest.mark.parametrize(
    "data", [POINTER, HEIC, b"GIF89a" + b"\x00" * 90], ids=["lfs", "heic", "gif"]
)
def test_what_is_no_photo_is_refused(data, judged):
    assert judged({PHOTO: data}) == [
        f"content/{PHOTO}:1:1 F503 Foto “imunisasi.jpg” bukan JPEG, PNG, atau WebP. "
        f"Simpan sebagai JPEG. {JPEG_ON_PHONES}"
    ]


def test_half_a_photo_is_refused(judged, picture):
    whole = picture(size=(400, 300))

    assert judged({PHOTO: whole[: len(whole) // 2]}) == [
        f"content/{PHOTO}:1:1 F503 Foto “imunisasi.jpg” terpotong atau rusak. {PHONE}"
    ]
    assert judged({PHOTO: whole}) == []


def test_an_empty_photo_is_refused_and_an_empty_text_beside_it_is_no_photo(judged):
    assert judged({PHOTO: b"", "halaman/kosong.md": b""}) == [
        f"content/{PHOTO}:1:1 F503 Berkas foto “imunisasi.jpg” kosong. {PHONE}",
        "content/halaman/kosong.md:1:1 S108 Berkas “kosong.md” kosong. "
        "Unggah lagi, atau hapus berkas itu.",
    ]


@pytest.mark.parametrize(
    ("kind", "word", "right"), [("PNG", "PNG", "imunisasi.png"), ("WEBP", "WebP", "imunisasi.webp")]
)
def test_the_ending_must_say_what_the_photo_is(kind, word, right, judged, picture, text):
    assert judged({PHOTO: picture(kind)}) == [
        f"content/{PHOTO}:1:1 F504 Isi foto “imunisasi.jpg” sebenarnya {word}. "
        f"Ganti namanya menjadi {right}, juga pada “foto” di index.md."
    ]
    renamed = {PHOTO: None, f"{FOLDER}/{right}": picture(kind)}
    assert judged({**renamed, POST: text("post", "imunisasi.jpg", right)}) == []
