"""S: files as git and the disk see them (susunan): kind, size, encoding, neighbours."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from plugins.checks.rulebook import PREFIX, Finding, Scope, at, entry_finding, problems, rule
from plugins.checks.wording import quoted
from plugins.model.addresses import PHOTO_ENDINGS, place_of
from plugins.model.entry import EXECUTABLE, REGULAR, SUBMODULE, SYMLINK, Entry
from plugins.model.fault import Severity
from plugins.model.manuscript import Manuscript

MOST_PHOTOS = 12  # in the folder of one post
LARGEST_TEXT = 64  # kilobytes

_MODES = {
    SYMLINK: (
        "Berkas {name} hanya penunjuk ke berkas lain.",
        "Ganti dengan berkas yang sebenarnya.",
    ),
    SUBMODULE: (
        "Folder {name} adalah repositori lain, bukan folder biasa.",
        "Hapus folder itu, lalu tambahkan berkas-berkasnya satu per satu.",
    ),
    EXECUTABLE: (
        "Berkas {name} ditandai sebagai program.",
        "Hapus tandanya: git update-index --chmod=-x {path}",
    ),
}
_OTHER_MODE = ("Berkas {name} bukan berkas biasa.", "Unggah lagi sebagai berkas biasa.")
_CHARACTERS = {
    "U+0000": "tanda kosong",
    "U+200B": "spasi tanpa lebar",
    "U+200C": "pemisah huruf tanpa lebar",
    "U+200D": "penyambung huruf tanpa lebar",
    "U+200E": "penanda arah tulisan",
    "U+200F": "penanda arah tulisan",
    "U+202A": "penanda arah tulisan",
    "U+202B": "penanda arah tulisan",
    "U+202C": "penanda arah tulisan",
    "U+202D": "pembalik arah tulisan",
    "U+202E": "pembalik arah tulisan",
    "U+2060": "penyambung kata tanpa lebar",
    "U+FEFF": "penanda awal berkas",
}


@rule("S102", Severity.GALAT, Scope.TREE)
def unusual_mode(entries: Sequence[Entry]) -> Iterator[Finding]:
    """Berkas bukan berkas biasa.

    Mengapa: penunjuk ke berkas lain dapat membocorkan isi komputer penerbit, dan program
    tidak ada gunanya di antara berita.

    Salah:
        foto.jpg -> /home/petugas/foto.jpg

    Benar:
        foto.jpg (berkas foto itu sendiri)
    """
    for entry in entries:
        if entry.mode != REGULAR:
            message, hint = _MODES.get(entry.mode, _OTHER_MODE)
            name = quoted(entry.path.rpartition("/")[2])
            yield entry_finding(
                entry, message.format(name=name), hint.format(path=PREFIX + entry.path)
            )


@rule("S103", Severity.GALAT, of_problems=True)
def text_too_large(manuscript: Manuscript) -> Iterator[Finding]:
    """Teks terlalu besar.

    Mengapa: berita yang wajar tidak sampai sepersepuluh batas ini. Berkas sebesar itu
    biasanya memuat gambar atau tempelan dari aplikasi lain.

    Salah:
        index.md berukuran 300 KB

    Benar:
        index.md berukuran 4 KB, dengan foto sebagai berkas tersendiri
    """
    for problem in problems(manuscript, "text-too-large"):
        yield at(
            problem,
            f"Berkas ini berukuran “{problem.value} KB”.",
            f"Ringkas menjadi paling besar {LARGEST_TEXT} KB; kirim gambar sebagai berkas foto.",
        )


@rule("S104", Severity.GALAT, of_problems=True)
def not_utf8(manuscript: Manuscript) -> Iterator[Finding]:
    """Teks tidak tersimpan sebagai UTF-8.

    Mengapa: cara simpan yang lama membuat sebagian huruf berubah menjadi tanda aneh.

    Salah:
        berkas disimpan dengan pengodean ANSI atau Windows-1252

    Benar:
        berkas disimpan dengan pengodean UTF-8
    """
    for problem in problems(manuscript, "not-utf8"):
        yield at(
            problem,
            f"Huruf di sini tersimpan dengan cara lama, “{problem.value}”, dan tidak terbaca.",
            "Simpan ulang sebagai UTF-8; di Notepad pilihannya ada pada “Simpan sebagai”.",
        )


@rule("S105", Severity.GALAT, of_problems=True)
def bad_character(manuscript: Manuscript) -> Iterator[Finding]:
    """Ada tanda yang tidak terlihat.

    Mengapa: tanda tak terlihat ikut tersalin dari aplikasi lain. Tanda itu mengacaukan
    pencarian dan umpan berita, bahkan dapat menyamarkan nama berkas.

    Salah:
        judul: Imunisasi[spasi tanpa lebar]Campak

    Benar:
        judul: Imunisasi Campak
    """
    for problem in problems(manuscript, "bad-character"):
        words = _CHARACTERS.get(problem.value, "tanda kendali")
        yield at(
            problem,
            f"Ada tanda yang tidak terlihat di sini: {words} “{problem.value}”.",
            "Hapus lalu ketik ulang kata itu, atau tempel sebagai teks tanpa format.",
        )


@rule("S106", Severity.SARAN, of_problems=True)
def byte_order_mark(manuscript: Manuscript) -> Iterator[Finding]:
    """Berkas diawali penanda UTF-8.

    Mengapa: penanda itu tidak terlihat dan tidak berguna. Sebagian program menampilkannya
    sebagai tanda aneh di awal teks.

    Salah:
        disimpan sebagai “UTF-8 dengan BOM”

    Benar:
        disimpan sebagai “UTF-8”
    """
    for problem in problems(manuscript, "byte-order-mark"):
        yield at(
            problem,
            "Berkas ini diawali penanda “BOM” yang tidak terlihat.",
            "Jalankan “make rapikan”, atau simpan ulang sebagai UTF-8 tanpa BOM.",
        )


@rule("S107", Severity.SARAN, of_problems=True)
def carriage_return(manuscript: Manuscript) -> Iterator[Finding]:
    """Akhir baris bergaya Windows.

    Mengapa: berkas dengan akhir baris campuran tampak berubah seluruhnya, padahal hanya
    satu kata yang diperbaiki.

    Salah:
        akhir baris CRLF

    Benar:
        akhir baris LF
    """
    for problem in problems(manuscript, "carriage-return"):
        yield at(
            problem,
            "Akhir baris berkas ini bergaya Windows, “CRLF”.",
            "Jalankan “make rapikan”, atau pilih LF di sudut kanan bawah penyunting teks.",
        )


@rule("S108", Severity.GALAT, of_problems=True)
def empty_file(manuscript: Manuscript) -> Iterator[Finding]:
    """Berkas kosong.

    Mengapa: berkas tanpa isi biasanya berarti pengunggahan terputus.

    Salah:
        index.md berukuran 0 B

    Benar:
        index.md berisi kepala berkas dan teks berita
    """
    for problem in problems(manuscript, "empty-file"):
        name = manuscript.path.rpartition("/")[2]
        yield at(
            problem,
            f"Berkas “{name}” kosong.",
            "Unggah lagi, atau hapus berkas itu.",
        )


@rule("S109", Severity.GALAT, of_problems=True)
def too_slow(manuscript: Manuscript) -> Iterator[Finding]:
    """Teks terlalu lama diolah.

    Mengapa: teks seperti itu memperlambat penerbitan semua perangkat daerah. Penyebabnya
    hampir selalu deretan tanda yang sangat panjang.

    Salah:
        [[[[[[[[[[[[[[[[[[[[ (ribuan kurung berturut-turut)

    Benar:
        [teks tautan](https://contoh.id)
    """
    for problem in problems(manuscript, "too-slow"):
        yield at(
            problem,
            f"Teks ini perlu lebih dari “{problem.value} detik” untuk diolah.",
            "Hapus deretan panjang kurung atau tanda lain yang berulang.",
        )


@rule("S110", Severity.GALAT, Scope.TREE)
def too_many_photos(entries: Sequence[Entry]) -> Iterator[Finding]:
    """Foto terlalu banyak dalam satu berita.

    Mengapa: pembaca di ponsel membayar setiap foto dengan kuota. Beberapa foto yang
    terpilih lebih bercerita daripada semuanya.

    Salah:
        30 foto dalam satu folder berita

    Benar:
        3 foto yang paling bercerita
    """
    for folder, photos in _photos_by_folder(entries).items():
        if len(photos) > MOST_PHOTOS:
            yield Finding(
                f"Folder berita ini berisi “{len(photos)} foto”.",
                f"Pilih paling banyak {MOST_PHOTOS} foto, lalu hapus selebihnya.",
                path=f"{folder}/index.md",
            )


@rule("S111", Severity.GALAT, Scope.TREE)
def photo_without_post(entries: Sequence[Entry]) -> Iterator[Finding]:
    """Foto tanpa berita.

    Mengapa: foto hanya terbit bersama berita di folder yang sama. Biasanya index.md
    terlupa, atau foto masuk ke folder yang salah.

    Salah:
        content/berita/dinkes/2026/11/imunisasi-campak/posyandu.jpg

    Benar:
        content/berita/dinkes/2026/11/imunisasi-campak/index.md
        content/berita/dinkes/2026/11/imunisasi-campak/posyandu.jpg
    """
    paths = {entry.path for entry in entries}
    for folder, photos in _photos_by_folder(entries).items():
        if f"{folder}/index.md" not in paths and place_of(photos[0].path):
            yield entry_finding(
                photos[0],
                f"Folder “{folder.rpartition('/')[2]}” berisi foto tanpa berita.",
                "Tambahkan index.md di folder itu, atau pindahkan fotonya ke folder beritanya.",
            )


def _photos_by_folder(entries: Sequence[Entry]) -> dict[str, list[Entry]]:
    """The photos that lie as deep as a post's folder: berita/<pd>/<yyyy>/<mm>/<slug>/."""
    folders: dict[str, list[Entry]] = defaultdict(list)
    for entry in entries:
        folder, _, name = entry.path.rpartition("/")
        if name.rpartition(".")[2] in PHOTO_ENDINGS and _is_post_folder(folder):
            folders[folder].append(entry)
    return folders


def _is_post_folder(folder: str) -> bool:
    return folder.startswith("berita/") and folder.count("/") == 4
