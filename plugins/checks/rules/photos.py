"""F: photo files beside a post, and the photos its header lists."""

from collections.abc import Iterator

from plugins.checks.files import below
from plugins.checks.rulebook import PREFIX, Finding, Question, Scope, rule
from plugins.checks.wording import JPEG_ON_PHONES, nearest, quoted
from plugins.model.addresses import PHOTO_ENDINGS, place_of, post_path
from plugins.model.entry import Entry
from plugins.model.fault import Severity
from plugins.model.newsroom import Newsroom
from plugins.model.photo import PhotoFacts
from plugins.model.post import Post
from plugins.reading.jobs import MAX_PHOTO

ENDINGS = {"JPEG": ("jpg", "jpeg"), "PNG": ("png",), "WEBP": ("webp",)}
MEGABYTE = 1024 * 1024

_SHRINK = (
    "Kecilkan: make foto-kecilkan BERKAS={path}. Dari ponsel: kirim foto itu kepada diri sendiri "
    "lewat WhatsApp, lalu unggah salinannya."
)
_TROUBLES = {
    "kind": (
        "Foto {name} bukan JPEG, PNG, atau WebP.",
        f"Simpan sebagai JPEG. {JPEG_ON_PHONES}",
    ),
    "truncated": ("Foto {name} terpotong atau rusak.", "Unggah lagi dari ponsel atau kamera."),
    "too-many-pixels": (
        "Foto {name} melebihi 40 juta piksel (WebP: 20 juta).",
        _SHRINK,
    ),
    "animated": ("Foto {name} berisi gambar bergerak.", "Kirim satu gambar diam."),
    "empty": ("Berkas foto {name} kosong.", "Unggah lagi dari ponsel atau kamera."),
    "too-large": (
        f"Foto {{name}} terlalu besar: {{size}} MB, paling besar {MAX_PHOTO // MEGABYTE} MB.",
        _SHRINK,
    ),
    "too-slow": (
        "Foto {name} terlalu lama dibuka.",
        "Buka di ponsel atau komputer, simpan ulang sebagai JPEG, lalu unggah lagi.",
    ),
}


@rule("F501", Severity.GALAT, Scope.NEWSROOM)
def missing_photo(question: Question) -> Iterator[Finding]:
    """Foto tidak ada di folder berita.

    Mengapa: foto yang terdaftar tetapi tidak terunggah meninggalkan lubang pada halaman.

    Salah:
        - berkas: posyandu.jpg (padahal di folder: posyandu-melati.jpg)

    Benar:
        - berkas: posyandu-melati.jpg
    """
    for post in question.newsroom.posts.values():
        missing = [use.file for use in post.photos if not use.blob]
        beside = _files_beside(post, question.newsroom) if missing else []
        for file in missing:
            if file not in beside:
                yield Finding(
                    f"Foto “{file}” tidak ada di folder berita ini.",
                    _missing_hint(file, beside),
                    path=post_path(post.id),
                    key="foto",
                    value=file,
                )


@rule("F502", Severity.PERINGATAN, Scope.NEWSROOM)
def undeclared_photo(question: Question) -> Iterator[Finding]:
    """Foto di folder tidak terdaftar.

    Mengapa: foto tampil hanya bila terdaftar pada “foto” bersama teks alternatifnya. Tanpa
    itu foto ikut tersimpan, tetapi tidak pernah terbit.

    Salah:
        rapat.jpg ada di folder, tetapi tidak ada pada “foto”

    Benar:
        foto:
          - berkas: rapat.jpg
            alt: Peserta rapat duduk melingkar
    """
    newsroom = question.newsroom
    broken = {fault.path for fault in newsroom.faults if fault.blocks}
    for entry in below(newsroom.entries, "berita/"):
        folder, _, file = entry.path.rpartition("/")
        post = newsroom.posts.get(folder.removeprefix("berita/"))
        if post is None or file.endswith(".md") or f"{PREFIX}{folder}/index.md" in broken:
            continue
        if not any(use.file == file for use in post.photos) and place_of(entry.path):
            yield Finding(
                f"Foto “{file}” tidak terdaftar pada “foto” di index.md.",
                f"Daftarkan “berkas: {file}” beserta “alt”-nya, atau hapus fotonya.",
                path=entry.path,
            )


@rule("F503", Severity.GALAT, Scope.NEWSROOM)
def unsound_photo(question: Question) -> Iterator[Finding]:
    """Foto tidak dapat dipakai.

    Mengapa: setiap foto dibuka sampai piksel terakhir sebelum terbit, supaya tidak ada
    pembaca yang menerima foto rusak atau berkas yang terlalu berat.

    Salah:
        posyandu.jpg berukuran 14 MB, terpotong, atau sebenarnya HEIC

    Benar:
        posyandu.jpg berukuran 2 MB dan dapat dibuka di ponsel
    """
    for entry, facts in _photos(question.newsroom):
        if facts.trouble and place_of(entry.path):
            message, hint = _TROUBLES[facts.trouble]
            size = f"{facts.size / MEGABYTE:.1f}".replace(".", ",")
            name = quoted(entry.path.rpartition("/")[2])
            yield Finding(
                message.format(name=name, size=size),
                hint.format(path=PREFIX + entry.path),
                path=entry.path,
            )


@rule("F504", Severity.GALAT, Scope.NEWSROOM)
def wrong_ending(question: Question) -> Iterator[Finding]:
    """Akhiran nama foto tidak sesuai isinya.

    Mengapa: peramban dan program pengolah foto dapat menolak foto yang akhirannya salah.

    Salah:
        logo.jpg yang isinya PNG

    Benar:
        logo.png
    """
    for entry, facts in _photos(question.newsroom):
        name = entry.path.rpartition("/")[2]
        stem, _, ending = name.rpartition(".")
        right = ENDINGS.get(facts.kind, ())
        if not facts.trouble and right and ending not in right and place_of(entry.path):
            kind = "WebP" if facts.kind == "WEBP" else facts.kind
            yield Finding(
                f"Isi foto “{name}” sebenarnya {kind}.",
                f"Ganti namanya menjadi {stem}.{right[0]}, juga pada “foto” di index.md.",
                path=entry.path,
            )


def _photos(newsroom: Newsroom) -> Iterator[tuple[Entry, PhotoFacts]]:
    """Photo files with what is known of them; an empty text shares its blob with no photo."""
    for entry in below(newsroom.entries, "berita/"):
        facts = newsroom.photos.get(entry.blob)
        if facts and entry.path.endswith(PHOTO_ENDINGS):
            yield entry, facts


def _files_beside(post: Post, newsroom: Newsroom) -> list[str]:
    folder = post_path(post.id).removesuffix("index.md")
    names = [entry.path.removeprefix(folder) for entry in below(newsroom.entries, folder)]
    return [name for name in names if name != "index.md"]


def _missing_hint(file: str, beside: list[str]) -> str:
    by_lower = {name.lower(): name for name in beside}
    near = by_lower.get(nearest(file, by_lower))
    if near:
        return f"Maksud Anda {quoted(near)}?"
    return "Unggah fotonya ke folder berita ini, atau hapus bagian itu dari “foto”."
