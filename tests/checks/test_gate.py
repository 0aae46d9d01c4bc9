"""The gate as a whole: one broken post, and whatever bytes there may be."""

from hypothesis import given, settings
from hypothesis import strategies as st

from plugins.checks import gate, report
from plugins.checks.wording import printable
from plugins.model.addresses import place_of
from plugins.reading.records import read_categories, read_manuscript

BROKEN = """\
---
judul: Imunisasi campak
judul: Imunisasi campak di Posyandu Melati
tanggal: 24/11/2026
rubrik: Kesehatan Ibu
ringkasn: Petugas melayani 40 anak.
tag: [imunisasi, Campak Rubela]
agenda: [dinkes/24-imunisasi]
bersama: [dinkes]
klasifikasi: segera
foto:
  - berkas: Imunisasi.JPG
    alt: foto
ralat:
  - tanggal: 2026-11-25
---

<p>Petugas ![](Imunisasi.JPG) melayani 40 anak.</p>

[Situs](www.contoh.id) dan {static}.
"""


def test_one_broken_post_is_told_everything_at_once(faults_of):
    assert faults_of("post", BROKEN) == [
        "3:1 K103 Kunci “judul” ditulis dua kali. Hapus salah satu barisnya.",
        "4:10 W201 Tanggal “24/11/2026” tidak terbaca: bentuknya tidak dikenal. "
        "Maksud Anda 2026-11-24?",
        "5:9 K114 Nama “Kesehatan Ibu” memuat huruf besar dan spasi. Tulis: kesehatan-ibu",
        "6:1 K101 Kunci “ringkasn” tidak dikenal. Maksud Anda “ringkasan”?",
        "7:18 K114 Nama “Campak Rubela” memuat huruf besar dan spasi. Tulis: campak-rubela",
        "8:10 R405 Rujukan kegiatan “dinkes/24-imunisasi” salah bentuk. "
        "Contoh yang benar: dinkes/2026/11/24-imunisasi-campak.",
        "9:11 P307 SARAN: “dinkes” adalah pemilik berkas ini, bukan pendukung. "
        "Hapus nama itu dari “bersama”.",
        "10:14 K113 Pilihan “segera” tidak dikenal. "
        "Pilih salah satu: serta-merta, berkala, setiap-saat.",
        "12:13 F507 Nama berkas foto “Imunisasi.JPG” tidak sesuai. "
        "Ganti menjadi imunisasi.jpg, di sini dan di foldernya.",
        "13:10 F508 Teks alternatif “foto” belum menjelaskan foto. "
        "Tulis apa yang tampak, contoh “Kader menimbang seorang balita”.",
        "15:5 K102 Kunci “isi” belum ada. Tambahkan satu baris, contoh “isi: Apa yang diperbaiki”.",
        "18:1 M601 Kode HTML “<p” tidak dapat dipakai. "
        "Untuk paragraf baru tulis satu baris kosong.",
        "18:12 F506 Foto “Imunisasi.JPG” berada di tengah baris teks. "
        "Beri baris sendiri, dengan baris kosong di atas dan di bawahnya.",
        "18:48 M601 Kode HTML “</p” tidak dapat dipakai. "
        "Untuk paragraf baru tulis satu baris kosong.",
        "20:9 M602 Tautan “www.contoh.id” tidak dapat dipakai. "
        "Tulis lengkap: https://www.contoh.id",
        "20:28 M604 Tanda “{static}” tidak dapat dipakai. "
        "Hapus tanda itu: foto cukup nama berkasnya, tautan cukup alamatnya.",
    ]


def test_a_newsroom_without_fault_is_silent(judged):
    assert judged({}) == []


PATHS = (
    "berita/dinkes/2026/11/imunisasi-campak/index.md",
    "agenda/dinkes/2026/11/24-imunisasi-campak.md",
    "perangkat-daerah/dinkes.md",
    "halaman/tentang.md",
)
KEYS = (
    "judul acara nama singkatan jenis tanggal sampai mulai selesai rubrik tag agenda bersama "
    "kecamatan foto berkas alt ralat isi dicabut alasan status pindah_ke petugas akun peran sejak "
    "target alias terbit_pada"
).split()
WORDS = st.sampled_from(
    [
        "", "2026-11-24", "24 November 2026", "²/³/2026", "09:00", "9.00", "dinkes", "kesehatan",
        "[a, b]", "[", "{a: b}", '"x', "'x'", "*a", "&a b", "!x", "@x", "a: b", "#", "- a",
        "Foto A.JPG", "../x.jpg", "ditunda", "dinkes/2026/11/24-imunisasi-campak", "\u202e", "~",
    ]
)  # fmt: skip
LINES = st.builds(
    "{}{}: {}".format, st.sampled_from(["", "  ", "  - "]), st.sampled_from(KEYS), WORDS
)
BODIES = st.lists(
    st.sampled_from(
        ["![](a.jpg)", "<b>", "[x](", ")", "{static}", "|a|b|", "|-|-|", "> ", "\n\n", "# ", "teks"]
    )
).map(" ".join)
TEXTS = st.builds("---\n{}\n---\n{}".format, st.lists(LINES, max_size=8).map("\n".join), BODIES)


def inspected(path: str, data: bytes) -> tuple[bool, list[str]]:
    place = place_of(path)
    assert place
    manuscript = read_manuscript(path, place, data)
    faults = gate.inspect(manuscript)
    assert all(fault.line >= 1 and fault.column >= 1 for fault in faults)
    blocked = any(fault.blocks for fault in faults)
    return manuscript.content is not None or blocked, report.as_lines(faults).splitlines()[:-1]


@settings(max_examples=150, deadline=None, derandomize=True)
@given(st.sampled_from(PATHS), st.binary(max_size=300))
def test_whatever_the_bytes_what_was_not_understood_is_told(path, data):
    understood_or_blocked, _ = inspected(path, data)

    assert understood_or_blocked


@settings(max_examples=300, deadline=None, derandomize=True)
@given(st.sampled_from(PATHS), TEXTS)
def test_whatever_the_header_what_was_not_understood_is_told(path, text):
    understood_or_blocked, lines = inspected(path, text.encode())

    assert understood_or_blocked
    assert all(line == printable(line) and path in line for line in lines)


@settings(max_examples=100, deadline=None, derandomize=True)
@given(st.binary(max_size=200))
def test_whatever_the_categories_the_gate_does_not_fall(data):
    place = place_of("rubrik.yaml")
    assert place
    for fault in gate.inspect(read_categories("rubrik.yaml", place, data)):
        assert fault.code != ""
