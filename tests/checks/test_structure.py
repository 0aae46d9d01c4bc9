"""S: files as git and the disk see them."""

import pytest

from plugins.checks import gate, report
from plugins.checks.rules.structure import unusual_mode
from plugins.model.entry import EXECUTABLE, SUBMODULE, SYMLINK, Entry
from plugins.reading.reader import load
from plugins.reading.tree import FolderTree

FOLDER = "berita/dinkes/2026/11/imunisasi-campak"
POST = f"{FOLDER}/index.md"


@pytest.mark.parametrize(
    ("mode", "message", "hint"),
    [
        (SYMLINK, "Berkas “a.md” hanya penunjuk ke berkas lain.",
         "Ganti dengan berkas yang sebenarnya."),
        (SUBMODULE, "Folder “a.md” adalah repositori lain, bukan folder biasa.",
         "Hapus folder itu, lalu tambahkan berkas-berkasnya satu per satu."),
        (EXECUTABLE, "Berkas “a.md” ditandai sebagai program.",
         "Hapus tandanya: git update-index --chmod=-x content/halaman/a.md"),
        ("100664", "Berkas “a.md” bukan berkas biasa.", "Unggah lagi sebagai berkas biasa."),
    ],
)  # fmt: skip
def test_every_unusual_mode_has_its_words(mode, message, hint):
    (finding,) = unusual_mode([Entry("halaman/a.md", mode, "", 1)])

    assert (finding.message, finding.hint) == (message, hint)


def test_a_symlink_is_told_and_never_followed(judged, tmp_path):
    secret = tmp_path / "rahasia"
    secret.write_text("rahasia")
    pages = tmp_path / "content" / "halaman"
    pages.mkdir(parents=True)
    (pages / "a.md").symlink_to(secret)

    assert judged({}) == [
        "content/halaman/a.md:1:1 S102 Berkas “a.md” hanya penunjuk ke berkas lain. "
        "Ganti dengan berkas yang sebenarnya."
    ]


def test_a_text_of_more_than_64_kilobytes_is_refused(judged, text):
    assert judged({POST: text("post") + "a" * 65 * 1024}) == [
        f"content/{POST}:1:1 S103 Berkas ini berukuran “65 KB”. "
        "Ringkas menjadi paling besar 64 KB; kirim gambar sebagai berkas foto."
    ]
    assert judged({POST: text("post") + "a" * 63 * 1024}) == []


# wrong and right bytes of a post, from a change of its text, and what is said
@pytest.mark.parametrize(
    ("old", "wrong", "right", "line"),
    [
        (b"campak di", b"campak \xe9 di", "campak é di".encode(),
         "2:25 S104 Huruf di sini tersimpan dengan cara lama, “0xE9”, dan tidak terbaca. "
         "Simpan ulang sebagai UTF-8; di Notepad pilihannya ada pada “Simpan sebagai”."),
        (b"campak di", "campak\u200bdi".encode(), b"campak di",
         "2:24 S105 Ada tanda yang tidak terlihat di sini: spasi tanpa lebar “U+200B”. "
         "Hapus lalu ketik ulang kata itu, atau tempel sebagai teks tanpa format."),
        (b"campak di", b"campak\x08 di", b"campak\tdi",
         "2:24 S105 Ada tanda yang tidak terlihat di sini: tanda kendali “U+0008”. "
         "Hapus lalu ketik ulang kata itu, atau tempel sebagai teks tanpa format."),
        (b"judul: Imunisasi", b'judul: "Imunisasi\\u202ecampak"\npenulis: P', b"judul: I",
         "2:8 S105 Ada tanda yang tidak terlihat di sini: pembalik arah tulisan “U+202E”. "
         "Hapus lalu ketik ulang kata itu, atau tempel sebagai teks tanpa format."),
        (b"---\njudul", b"\xef\xbb\xbf---\njudul", b"---\njudul",
         "1:1 S106 SARAN: Berkas ini diawali penanda “BOM” yang tidak terlihat. "
         "Jalankan “make rapikan”, atau simpan ulang sebagai UTF-8 tanpa BOM."),
        (b"Melati\n", b"Melati\r\n", b"Melati\n",
         "2:43 S107 SARAN: Akhir baris berkas ini bergaya Windows, “CRLF”. "
         "Jalankan “make rapikan”, atau pilih LF di sudut kanan bawah penyunting teks."),
    ],
)  # fmt: skip
def test_only_the_wrong_bytes_are_named(old, wrong, right, line, text, faults_of):
    base = text("post").encode()
    assert old in base

    assert faults_of("post", base.replace(old, wrong, 1)) == [line]
    assert faults_of("post", base.replace(old, right, 1)) == []


@pytest.mark.parametrize("content", ["", "\n \n"])
def test_an_empty_file_is_refused(content, faults_of):
    assert faults_of("post", content) == [
        "1:1 S108 Berkas “index.md” kosong. Unggah lagi, atau hapus berkas itu."
    ]


def test_a_text_that_runs_away_is_stopped(tmp_path, text, write_files, base_files):
    slow = text("post") + "[" * 60_000
    write_files(tmp_path, {**base_files, POST: slow})
    found = load(FolderTree(tmp_path), gate.inspect, workers=1).faults

    assert [f"{f.line}:{f.column} {f.code} {report.said(f)}" for f in found] == [
        "1:1 S109 Teks ini perlu lebih dari “2 detik” untuk diolah. "
        "Hapus deretan panjang kurung atau tanda lain yang berulang."
    ]


def test_more_than_twelve_photos_are_too_many(judged, picture):
    photos = {f"{FOLDER}/foto-{number}.jpg": picture() for number in range(11)}
    lines = [line for line in judged(photos) if " F502 " not in line]
    assert lines == []

    lines = [line for line in judged({f"{FOLDER}/lagi.jpg": picture()}) if " F502 " not in line]
    assert lines == [
        f"content/{POST}:1:1 S110 Folder berita ini berisi “13 foto”. "
        "Pilih paling banyak 12 foto, lalu hapus selebihnya."
    ]


def test_a_photo_needs_a_post_beside_it(judged, picture, text):
    folder = "berita/dinkes/2026/11/lain"

    assert judged({f"{folder}/imunisasi.jpg": picture(), f"{folder}/z.jpg": picture()}) == [
        f"content/{folder}/imunisasi.jpg:1:1 S111 Folder “lain” berisi foto tanpa berita. "
        "Tambahkan index.md di folder itu, atau pindahkan fotonya ke folder beritanya."
    ]
    assert judged({f"{folder}/index.md": text("post"), f"{folder}/z.jpg": None}) == []
