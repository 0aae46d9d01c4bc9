"""S101: paths that mean nothing."""

import pytest

from plugins.checks.rules.paths import unplaced_path
from plugins.checks.wording import JPEG_ON_PHONES
from plugins.model.entry import REGULAR, Entry

MONTH = "berita/dinkes/2026/11"
CASES = [
    (
        f"{MONTH}/imunisasi-campak/Foto Posyandu.JPG",
        "Nama “Foto Posyandu” memuat huruf besar dan spasi.",
        "Ganti nama berkas menjadi foto-posyandu.jpg.",
    ),
    (
        f"{MONTH}/imunisasi-campak/posyandu.JPG",
        "Akhiran nama “posyandu.JPG” memuat huruf besar.",
        "Ganti nama berkas menjadi posyandu.jpg.",
    ),
    (
        "berita/dinkes/2026/9/imunisasi-campak/index.md",
        "Folder bulan “9” tidak terdiri atas dua angka.",
        "Pindahkan ke content/berita/dinkes/2026/09/imunisasi-campak/index.md.",
    ),
    (
        "berita/dinkes/26/11/imunisasi-campak/index.md",
        "Folder tahun “26” tidak terdiri atas empat angka.",
        "Contoh letak yang benar: content/berita/dinkes/2026/11/nama-berita/index.md.",
    ),
    (
        f"{MONTH}/imunisasi_campak.md",
        "Nama “imunisasi_campak” memuat garis bawah.",
        f"Pindahkan ke content/{MONTH}/imunisasi-campak/index.md.",
    ),
    (
        f"{MONTH}/imunisasi-campak.md",
        "Teks berita “imunisasi-campak.md” harus bernama “index.md” di dalam foldernya sendiri.",
        f"Pindahkan ke content/{MONTH}/imunisasi-campak/index.md.",
    ),
    (
        f"{MONTH}/imunisasi-campak/teks.md",
        "Teks berita “teks.md” harus bernama “index.md” di dalam foldernya sendiri.",
        "Ganti nama berkas menjadi index.md.",
    ),
    (
        f"{MONTH}/imunisasi-campak/teks.txt",
        "Berkas “teks.txt” tidak berakhiran .md, .jpg, .png, atau .webp.",
        "Ganti nama berkas menjadi index.md.",
    ),
    (
        f"{MONTH}/posyandu.jpg",
        "Foto “posyandu.jpg” tidak berada di dalam folder sebuah berita.",
        "Contoh letak yang benar: content/berita/dinkes/2026/11/nama-berita/posyandu.jpg.",
    ),
    (
        f"{MONTH}/imunisasi-campak/IMG_01.HEIC",
        "Berkas “IMG_01.HEIC” tidak berakhiran .md, .jpg, .png, atau .webp.",
        "Simpan foto sebagai JPEG, lalu unggah lagi, "
        f"contoh content/{MONTH}/imunisasi-campak/img-01.jpg. {JPEG_ON_PHONES}",
    ),
    (
        f"{MONTH}/imunisasi-campak/lampiran/index.md",
        "Letak berkas “index.md” tidak lengkap atau terlalu dalam.",
        "Contoh letak yang benar: content/berita/dinkes/2026/11/nama-berita/index.md.",
    ),
    (
        "berita/dinkes/index.md",
        "Letak berkas “index.md” tidak lengkap atau terlalu dalam.",
        "Contoh letak yang benar: content/berita/dinkes/2026/11/nama-berita/index.md.",
    ),
    (
        "agenda/dinkes/2026/11/imunisasi-campak.md",
        "Nama kegiatan “imunisasi-campak.md” tidak diawali dua angka tanggalnya.",
        "Contoh letak yang benar: content/agenda/dinkes/2026/11/24-nama-kegiatan.md.",
    ),
    (
        "agenda/dinkes/2026/11/24-imunisasi-campak.jpg",
        "Berkas “24-imunisasi-campak.jpg” tidak berakhiran .md.",
        "Contoh letak yang benar: "
        "content/berita/dinkes/2026/11/nama-berita/24-imunisasi-campak.jpg.",
    ),
    (
        "perangkat-daerah/Dinkes.md",
        "Nama “Dinkes” memuat huruf besar.",
        "Ganti nama berkas menjadi dinkes.md.",
    ),
    (
        "halaman/-tentang.md",
        "Nama “-tentang” memuat tanda hubung yang tidak mengapit kata.",
        "Ganti nama berkas menjadi tentang.md.",
    ),
    (
        "Berita/dinkes/2026/11/imunisasi-campak/index.md",
        "Folder “Berita” tidak dikenal di dalam content/.",
        "Maksud Anda “berita”?",
    ),
    (
        "images/foto.jpg",
        "Folder “images” tidak dikenal di dalam content/.",
        "Pakai salah satu folder: berita/, agenda/, perangkat-daerah/, halaman/.",
    ),
    (
        "rubrik.yml",
        "Berkas “rubrik.yml” tidak dikenal di dalam content/.",
        "Maksud Anda “rubrik.yaml”?",
    ),
    (
        f"{MONTH}/imunisasi-campak/.DS_Store",
        "Berkas “.DS_Store” dibuat oleh komputer dan bukan isi situs.",
        "Hapus berkas itu.",
    ),
    (
        f"{MONTH}/x\nPALSU/index.md",
        "Nama “x[U+000A]PALSU” memuat huruf besar dan spasi.",
        f"Pindahkan ke content/{MONTH}/x-palsu/index.md.",
    ),
]


@pytest.mark.parametrize(("path", "message", "hint"), CASES, ids=[case[0] for case in CASES])
def test_the_slip_is_named_and_the_right_path_proposed(path, message, hint):
    (finding,) = unplaced_path([Entry(path, REGULAR, "", 1)])

    assert (finding.message, finding.hint, finding.path) == (message, hint, path)


def test_the_report_gives_code_and_place(judged, picture):
    path = "berita/dinkes/2026/11/imunisasi-campak/Foto.jpg"

    assert judged({path: picture()}) == [
        f"content/{path}:1:1 S101 Nama “Foto” memuat huruf besar. "
        "Ganti nama berkas menjadi foto.jpg."
    ]


def test_a_path_cannot_forge_a_line_of_the_report(judged):
    assert judged({"halaman/a\ncontent.md": "x"}) == [
        "content/halaman/a[U+000A]content.md:1:1 S101 Nama “a[U+000A]content” memuat spasi. "
        "Ganti nama berkas menjadi a-content.md."
    ]
