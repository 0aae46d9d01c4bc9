"""F: how a post uses its photos: file names, alternative texts, places in the text."""

import re
from collections.abc import Iterator
from pathlib import PurePosixPath

from plugins.checks.locate import in_body, node_of, parts_of
from plugins.checks.prose import worded
from plugins.checks.rulebook import Finding, at, problems, rule
from plugins.checks.wording import example_line, nearest, proposed_slug, quoted
from plugins.model.addresses import PHOTO_ENDINGS
from plugins.model.fault import Severity
from plugins.model.manuscript import Manuscript
from plugins.model.portable import RuleData
from plugins.model.source import Source

SHORTEST_ALT = 5  # characters
_IMAGE = re.compile(r"!\[[^\]\n]*\]\(\s*<?([^)>\n]*?)>?(?:\s+[\"'][^)\n]*)?\s*\)")
_TEMPLATE = re.compile(r"[{}|]")  # M604 speaks about these
_PARAGRAPH_END = re.compile(r"\n[ \t]*\n")
_EXAMPLE = example_line("post", "alt").removeprefix("alt: ").lower()  # copied from a hint
_EMPTY_WORDS = frozenset({"gambar", "foto berita", "foto kegiatan", "dokumentasi", "image"})
ALT = RuleData(
    "alt",
    "Teks alternatif {found} belum menjelaskan foto.",
    "Tulis apa yang tampak, contoh “Kader menimbang seorang balita”.",
    words=tuple((word, "") for word in sorted(_EMPTY_WORDS | {_EXAMPLE})),
    number=SHORTEST_ALT,
)


@rule("F505", Severity.GALAT)
def undeclared_photo_in_text(manuscript: Manuscript) -> Iterator[Finding]:
    """Foto di dalam teks tidak terdaftar.

    Mengapa: teks alternatif, keterangan, dan kredit foto diambil dari “foto” di kepala
    berkas. Foto dari situs lain tidak dapat ditampilkan.

    Salah:
        ![](rapat.jpg) di dalam teks, tanpa rapat.jpg pada “foto”

    Benar:
        foto:
          - berkas: rapat.jpg
            alt: Peserta rapat duduk melingkar
    """
    if manuscript.place.kind != "post":
        return
    declared = [part["berkas"].text for part in parts_of(manuscript, "foto") if "berkas" in part]
    for name in dict.fromkeys(manuscript.rendered.photos):
        if name not in declared and not _TEMPLATE.search(name):
            near = nearest(name, declared)
            hint = f"Maksud Anda “{near}”?" if near else _declare_hint(name)
            line, column = _spot(manuscript.source, name, alone=True)
            message = f"Foto {quoted(name)} di dalam teks tidak terdaftar pada “foto”."
            yield Finding(message, hint, line, column)


@rule("F506", Severity.GALAT)
def photo_inside_line(manuscript: Manuscript) -> Iterator[Finding]:
    """Foto berada di tengah kalimat.

    Mengapa: foto tampil selebar halaman bersama keterangannya, jadi perlu baris sendiri
    dengan baris kosong di atas dan di bawahnya.

    Salah:
        Warga antre sejak pagi ![](antrean.jpg) di puskesmas.

    Benar:
        Warga antre sejak pagi di puskesmas.

        ![](antrean.jpg)
    """
    for name in dict.fromkeys(manuscript.rendered.stray_photos):
        if not _TEMPLATE.search(name):
            line, column = _spot(manuscript.source, name, alone=False)
            message = f"Foto {quoted(name)} berada di tengah baris teks."
            hint = "Beri baris sendiri, dengan baris kosong di atas dan di bawahnya."
            yield Finding(message, hint, line, column)


@rule("F507", Severity.GALAT, of_problems=True)
def bad_file_name(manuscript: Manuscript) -> Iterator[Finding]:
    """Nama berkas foto tidak sesuai.

    Mengapa: nama foto menjadi bagian alamatnya: huruf kecil, angka, dan tanda hubung,
    dengan akhiran .jpg, .jpeg, .png, atau .webp.

    Salah:
        berkas: Foto Posyandu.JPG

    Benar:
        berkas: foto-posyandu.jpg
    """
    for problem in problems(manuscript, "bad-file"):
        file = PurePosixPath(problem.value.replace("\\", "/"))
        stem, ending = proposed_slug(file.stem), file.suffix.lower().removeprefix(".")
        hint = (
            f"Ganti menjadi {stem}.{ending}, di sini dan di foldernya."
            if stem and ending in PHOTO_ENDINGS
            else f"Simpan sebagai JPEG dengan nama seperti {stem or 'posyandu'}.jpg."
        )
        yield at(problem, f"Nama berkas foto {quoted(problem.value)} tidak sesuai.", hint)


@rule("F508", Severity.GALAT, data=ALT)
def placeholder_alt(manuscript: Manuscript) -> Iterator[Finding]:
    """Teks alternatif tidak menjelaskan foto.

    Mengapa: warga tunanetra mendengar teks ini sebagai pengganti foto, dan semua orang
    membacanya bila foto gagal dimuat.

    Salah:
        alt: posyandu.jpg

    Benar:
        alt: Kader menimbang seorang balita di Posyandu Melati
    """
    for part in parts_of(manuscript, "foto"):
        alt, file = part.get("alt"), part.get("berkas")
        words = " ".join(alt.text.split()) if alt else ""
        if alt and words and _says_nothing(words, file.text if file else ""):
            yield Finding(*worded(ALT, words), alt.line, alt.column)


@rule("F509", Severity.SARAN)
def no_photo(manuscript: Manuscript) -> Iterator[Finding]:
    """Berita tanpa foto.

    Mengapa: berita dengan foto lebih mudah dikenali di daftar dan saat dibagikan. Berita
    tanpa foto tetap boleh terbit.

    Salah:
        (tidak ada “foto” di kepala berkas)

    Benar:
        foto:
          - berkas: posyandu.jpg
            alt: Kader menimbang seorang balita di Posyandu Melati
    """
    header = manuscript.source.header
    if manuscript.place.kind == "post" and header.pairs and node_of(manuscript, "foto") is None:
        message = "Berita ini belum berfoto."
        hint = "Tambahkan “foto” bila ada; tanpa foto pun berita tetap dapat terbit."
        yield Finding(message, hint, header.line, header.column)


def _declare_hint(name: str) -> str:
    if "/" in name:
        return "Unggah fotonya ke folder berita ini, lalu daftarkan pada “foto”."
    return (
        f"Tambahkan di kepala berkas: {example_line('post', 'foto').replace('posyandu.jpg', name)}"
    )


def _spot(source: Source, name: str, alone: bool) -> tuple[int, int]:
    """Where a photo stands in the body: in a paragraph of its own, or among words."""
    found = [match for match in _IMAGE.finditer(source.body) if match[1].strip() == name]
    fitting = (match for match in found if _is_alone(source.body, match) is alone)
    first = next(fitting, found[0] if found else None)
    return in_body(source, first.start() if first else -1)


def _is_alone(body: str, image: re.Match[str]) -> bool:
    before = list(_PARAGRAPH_END.finditer(body, 0, image.start()))
    after = _PARAGRAPH_END.search(body, image.end())
    paragraph = body[before[-1].end() if before else 0 : after.start() if after else len(body)]
    return not _IMAGE.sub("", paragraph).strip()


def _says_nothing(alt: str, file: str) -> bool:
    told = alt.lower()
    stem = file.lower().rpartition(".")[0]
    names = {file.lower(), stem, stem.replace("-", " ")}
    return len(alt) < SHORTEST_ALT or told in names | _EMPTY_WORDS or told == _EXAMPLE
