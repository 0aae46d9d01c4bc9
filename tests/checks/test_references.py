"""R401 to R405: references from one file to another."""

import pytest

POST = "berita/dinkes/2026/11/imunisasi-campak/index.md"
EVENT = "agenda/dinkes/2026/11/24-imunisasi-campak.md"
RUBRIK = "rubrik: kesehatan\n"


def test_a_misspelled_activity_suggests_the_nearest_one_of_that_month(judged, text):
    agenda = "agenda: [dinkes/2026/11/24-imunisasi-campak, dinkes/2026/11/24-imunisasi-campa]\n"
    wrong = text("post", RUBRIK, RUBRIK + agenda)

    assert judged({POST: wrong}) == [
        f"content/{POST}:5:46 R401 Kegiatan “dinkes/2026/11/24-imunisasi-campa” tidak ditemukan. "
        "Maksud Anda “dinkes/2026/11/24-imunisasi-campak”?"
    ]
    assert judged({POST: wrong.replace("campa]", "campak]")}) == []


@pytest.mark.parametrize(
    ("event", "hint"),
    [
        ("dinkes/2026/11/02-rapat", "Periksa nama berkasnya di content/agenda/dinkes/2026/11/."),
        ("dinkes/2026/10/24-imunisasi-campak",
         "Maksud Anda “dinkes/2026/11/24-imunisasi-campak”?"),
        ("dishub/2026/11/24-imunisasi-campak", "Buat dahulu berkas kegiatannya."),
    ],
)  # fmt: skip
def test_an_activity_elsewhere_is_searched_for(event, hint, judged, text):
    assert judged({POST: text("post", RUBRIK, RUBRIK + f"agenda: [{event}]\n")}) == [
        f"content/{POST}:5:10 R401 Kegiatan “{event}” tidak ditemukan. {hint}"
    ]


def test_a_broken_activity_is_one_fault_and_no_cascade(judged, text):
    post = text("post", RUBRIK, RUBRIK + "agenda: [dinkes/2026/11/24-imunisasi-campak]\n")

    assert judged({POST: post, EVENT: text("event", "tanggal: 2026-11-24\n")}) == [
        f"content/{EVENT}:2:1 K102 Kunci “tanggal” belum ada. "
        "Tambahkan satu baris, contoh “tanggal: 2026-11-24”."
    ]


def test_a_misspelled_category_suggests_the_nearest_one(judged, text):
    assert judged({POST: text("post", "kesehatan", "kesehatn")}) == [
        f"content/{POST}:4:9 R402 Rubrik “kesehatn” tidak dikenal. Maksud Anda “kesehatan”?"
    ]


def test_a_category_like_no_other_lists_all(judged, text):
    assert judged({POST: text("post", "kesehatan", "olahraga")}) == [
        f"content/{POST}:4:9 R402 Rubrik “olahraga” tidak dikenal. Rubrik yang ada: kesehatan."
    ]


def test_without_any_category_the_missing_file_is_named(judged):
    assert judged({"rubrik.yaml": None}) == [
        f"content/{POST}:4:9 R402 Rubrik “kesehatan” tidak dikenal. Isi dahulu content/rubrik.yaml."
    ]


def test_a_broken_list_of_categories_is_one_fault_and_no_cascade(judged, text):
    assert judged({"rubrik.yaml": text("categories", "nama: Kesehatan\n", "nama:\n")}) == [
        "content/rubrik.yaml:2:8 K105 Kunci “nama” masih kosong. "
        "Isi kunci itu, contoh “nama: Kesehatan”, atau hapus barisnya bila tidak wajib."
    ]


@pytest.mark.parametrize(
    ("slug", "hint"),
    [
        ("kec-masamba", "Tulis tanpa “kec-”: masamba"),
        ("masaba", "Maksud Anda “masamba”?"),
        ("seko", "Kecamatan yang ada: masamba."),
    ],
)
def test_an_unknown_district_is_named(slug, hint, judged, text):
    post = text("post", RUBRIK, RUBRIK + f"kecamatan: [masamba, {slug}]\n")
    event = text("event", "mulai:", f"kecamatan: {slug}\nmulai:")

    assert judged({POST: post, EVENT: event}) == [
        f"content/{EVENT}:4:12 R403 Kecamatan “{slug}” tidak dikenal. {hint}",
        f"content/{POST}:5:22 R403 Kecamatan “{slug}” tidak dikenal. {hint}",
    ]


def test_a_known_district_is_good(judged, text):
    assert judged({POST: text("post", RUBRIK, RUBRIK + "kecamatan: [masamba]\n")}) == []


def test_a_postponed_activity_names_one_that_exists(judged, text):
    moved = "status: ditunda\nalasan: Cuaca buruk\npindah_ke: dinkes/2026/12/01-imunisasi\nmulai:"
    new = "agenda/dinkes/2026/12/01-imunisasi.md"
    wrong = {EVENT: text("event", "mulai:", moved)}

    assert judged(wrong) == [
        f"content/{EVENT}:6:12 R404 Kegiatan “dinkes/2026/12/01-imunisasi” tidak ditemukan. "
        "Maksud Anda “dinkes/2026/11/24-imunisasi-campak”?"
    ]
    assert judged({**wrong, new: text("event", "2026-11-24", "2026-12-01")}) == []


def test_a_postponed_activity_cannot_move_to_itself(judged, text):
    own = "dinkes/2026/11/24-imunisasi-campak"
    moved = f"status: ditunda\nalasan: Cuaca buruk\npindah_ke: {own}\nmulai:"

    assert judged({EVENT: text("event", "mulai:", moved)}) == [
        f"content/{EVENT}:6:12 R404 Kegiatan “dinkes/2026/11/24-imunisasi-campak” menunjuk "
        "dirinya sendiri sebagai jadwal baru. "
        "Buat berkas kegiatan baru pada tanggal barunya, lalu rujuk berkas itu."
    ]


@pytest.mark.parametrize(
    ("written", "hint"),
    [
        ("content/agenda/dinkes/2026/11/24-imunisasi-campak.md",
         "Tulis: dinkes/2026/11/24-imunisasi-campak"),
        ("/agenda/dinkes/2026/11/24-imunisasi-campak/",
         "Tulis: dinkes/2026/11/24-imunisasi-campak"),
        ("Imunisasi Campak", "Contoh yang benar: dinkes/2026/11/24-imunisasi-campak."),
    ],
)  # fmt: skip
def test_a_reference_of_another_form_is_mended_where_it_can_be(written, hint, faults_of, text):
    assert faults_of("post", text("post", RUBRIK, RUBRIK + f"agenda: [{written}]\n")) == [
        f"5:10 R405 Rujukan kegiatan “{written}” salah bentuk. {hint}"
    ]
