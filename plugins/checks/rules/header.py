"""K: the header (kepala berkas) of a post, activity, agency or page, as a form."""

import re
from collections.abc import Iterator

from plugins.checks.rulebook import Finding, at, problems, rule
from plugins.checks.wording import example_line, meant, quoted, yaml_quoted
from plugins.model.fault import Severity
from plugins.model.manuscript import Manuscript
from plugins.model.source import Problem

# A line whose value YAML takes for something else than text, because of how it begins.
_MISLEADING = re.compile(r"(?:- )?([A-Za-z_]+):\s+([@`%*&!|>\"'\]},#?-].*)\Z")
_CUT = 60  # characters of a line that reading keeps


@rule("K101", Severity.GALAT, of_problems=True)
def unknown_key(manuscript: Manuscript) -> Iterator[Finding]:
    """Kunci kepala berkas tidak dikenal.

    Mengapa: kunci yang salah ketik tidak dibaca, sehingga isinya hilang tanpa disadari.
    Alamat dan pemilik berita ditentukan oleh letak berkas, bukan oleh kunci.

    Salah:
        tangal: 2026-11-24

    Benar:
        tanggal: 2026-11-24
    """
    for problem in problems(manuscript, "unknown-key"):
        known = problem.expected.split()
        every = f"Kunci yang boleh: {', '.join(known)}."
        message = f"Kunci {quoted(problem.value)} tidak dikenal."
        yield at(problem, message, meant(problem.value, known, every))


@rule("K102", Severity.GALAT, of_problems=True)
def missing_key(manuscript: Manuscript) -> Iterator[Finding]:
    """Kunci wajib belum diisi.

    Mengapa: tanpa kunci ini berita tidak dapat ditempatkan di halaman mana pun.

    Salah:
        judul: Posyandu Melati melayani 40 balita

    Benar:
        judul: Posyandu Melati melayani 40 balita
        tanggal: 2026-11-24 09:30
        rubrik: kesehatan
    """
    for problem in problems(manuscript, "missing-key"):
        line = example_line(manuscript.place.kind, problem.value)
        yield at(
            problem,
            f"Kunci “{problem.value}” belum ada.",
            f"Tambahkan satu baris, contoh “{line}”.",
        )


@rule("K103", Severity.GALAT, of_problems=True)
def duplicate_key(manuscript: Manuscript) -> Iterator[Finding]:
    """Kunci yang sama ditulis dua kali.

    Mengapa: hanya satu isi yang dapat dipakai, dan komputer tidak tahu yang mana.

    Salah:
        judul: Posyandu Melati melayani 40 balita
        judul: Posyandu Melati melayani 42 balita

    Benar:
        judul: Posyandu Melati melayani 42 balita
    """
    for problem in problems(manuscript, "duplicate-key"):
        written, key = problem.value, problem.expected
        if written.lower() == key:
            message = f"Kunci “{key}” ditulis dua kali."
        else:
            message = f"Kunci {quoted(written)} sama artinya dengan “{key}”, yang sudah ditulis."
        yield at(problem, message, "Hapus salah satu barisnya.")


@rule("K106", Severity.GALAT, of_problems=True)
def open_fence(manuscript: Manuscript) -> Iterator[Finding]:
    """Kepala berkas tidak ditutup.

    Mengapa: tanpa baris “---” yang kedua, kepala berkas dan isi berita tidak dapat
    dibedakan.

    Salah:
        ---
        judul: Posyandu Melati melayani 40 balita

        MASAMBA — Posyandu Melati melayani 40 balita.

    Benar:
        ---
        judul: Posyandu Melati melayani 40 balita
        ---

        MASAMBA — Posyandu Melati melayani 40 balita.
    """
    for problem in problems(manuscript, "open-fence"):
        yield at(
            problem,
            "Kepala berkas dibuka dengan “---”, tetapi tidak ditutup.",
            "Tulis “---” pada baris sendiri sesudah kunci yang terakhir.",
        )


@rule("K107", Severity.GALAT, of_problems=True)
def no_header(manuscript: Manuscript) -> Iterator[Finding]:
    """Berkas tidak diawali kepala berkas.

    Mengapa: judul, tanggal, dan rubrik dibaca dari kepala berkas, yaitu baris-baris
    “kunci: isi” di antara dua baris “---” pada awal berkas.

    Salah:
        Posyandu Melati melayani 40 balita pada hari Selasa.

    Benar:
        ---
        judul: Posyandu Melati melayani 40 balita
        tanggal: 2026-11-24 09:30
        rubrik: kesehatan
        ---

        Posyandu Melati melayani 40 balita pada hari Selasa.
    """
    for problem in problems(manuscript, "no-header"):
        yield at(
            problem,
            f"Baris {quoted(problem.value)} tidak berbentuk “kunci: isi”.",
            "Awali berkas dengan kepala berkas di antara dua baris “---”, lalu tulis isinya.",
        )


@rule("K108", Severity.GALAT, of_problems=True)
def unquoted_colon(manuscript: Manuscript) -> Iterator[Finding]:
    """Titik dua di dalam isi tanpa tanda petik.

    Mengapa: titik dua memisahkan kunci dari isinya. Bila isi sendiri memuat titik dua dan
    spasi, seluruh isi itu perlu diapit tanda petik.

    Salah:
        judul: Musrenbang: usulan warga Masamba diterima

    Benar:
        judul: "Musrenbang: usulan warga Masamba diterima"
    """
    for problem in problems(manuscript, "yaml-colon"):
        key = problem.expected.partition(":")[0]
        yield at(
            problem,
            f"Isi {quoted(problem.value)} memuat titik dua, jadi perlu diapit tanda petik.",
            f"Tulis: {key}: {yaml_quoted(problem.value.strip())}",
        )


@rule("K116", Severity.GALAT, of_problems=True)
def unquoted_hash(manuscript: Manuscript) -> Iterator[Finding]:
    """Tanda pagar di dalam isi tanpa tanda petik.

    Mengapa: sesudah spasi, tanda # dan semua kata di belakangnya tidak ikut terbaca,
    sehingga judul terpotong tanpa disadari.

    Salah:
        judul: Puskesmas Baebunta juara #1 lomba posyandu

    Benar:
        judul: "Puskesmas Baebunta juara #1 lomba posyandu"
    """
    for problem in problems(manuscript, "yaml-remark"):
        yield at(
            problem,
            f"Isi {quoted(problem.value)} memuat tanda #, jadi perlu diapit tanda petik.",
            f"Tulis: {problem.expected}: {yaml_quoted(problem.value.strip())}",
        )


@rule("K117", Severity.PERINGATAN, of_problems=True)
def unconfirmed_guess(manuscript: Manuscript) -> Iterator[Finding]:
    """Tebakan belum dipastikan.

    Mengapa: `make terima` menebak isian yang tidak disebut dalam kiriman petugas. Hanya
    orang yang tahu apakah tebakan itu benar.

    Salah:
        # TEBAKAN rubrik: karena paling sering dipakai Dinkes
        rubrik: kesehatan

    Benar:
        rubrik: kesehatan
    """
    for problem in problems(manuscript, "guess"):
        message = f"Isi {quoted(problem.expected)} ditebak {problem.value}."
        yield at(problem, message, "Betulkan bila keliru, lalu hapus baris ini.")


@rule("K109", Severity.GALAT, of_problems=True)
def unreadable_yaml(manuscript: Manuscript) -> Iterator[Finding]:
    """Kepala berkas tidak terbaca.

    Mengapa: satu tanda yang salah letak membuat semua baris kepala berkas tidak terbaca.
    Yang paling sering: tanda petik atau kurung siku belum ditutup, titik dua tertinggal,
    atau isi diawali tanda seperti @ dan *.

    Salah:
        judul: @dinkes mengajak warga hidup sehat

    Benar:
        judul: "@dinkes mengajak warga hidup sehat"
    """
    for problem in problems(manuscript, *_UNREADABLE):
        yield at(problem, *_UNREADABLE[problem.kind](problem))


@rule("K110", Severity.GALAT, of_problems=True)
def yaml_alias_or_tag(manuscript: Manuscript) -> Iterator[Finding]:
    """Isi diawali tanda *, &, atau !.

    Mengapa: di kepala berkas ketiga tanda ini adalah perintah untuk komputer, bukan teks.
    Isi yang memang diawali tanda itu perlu diapit tanda petik.

    Salah:
        judul: !Penting imunisasi campak dimulai

    Benar:
        judul: "!Penting imunisasi campak dimulai"
    """
    for problem in problems(manuscript, "yaml-alias", "yaml-tag"):
        yield at(
            problem,
            f"Isi yang diawali {quoted(problem.value)} tidak terbaca sebagai teks.",
            "Apit seluruh isi baris itu dengan tanda petik, atau hapus tanda di awalnya.",
        )


def _unreadable_line(problem: Problem) -> tuple[str, str]:
    if not problem.value:
        return (
            "Kepala berkas tidak terbaca sampai baris ini.",
            "Periksa tanda petik dan kurung yang belum ditutup di baris-baris atasnya.",
        )
    message = f"Baris {quoted(problem.value)} tidak terbaca."
    found = _MISLEADING.match(problem.value)
    if found and len(problem.value) < _CUT:
        return message, f"Apit isinya dengan tanda petik: {found[1]}: {yaml_quoted(found[2])}"
    return message, "Periksa titik dua, tanda petik, dan spasi di baris ini dan baris di atasnya."


def _too_deep(_: Problem) -> tuple[str, str]:
    return "Isian ini terlalu bertingkat.", "Pakai paling banyak empat tingkat."


def _not_pairs(_: Problem) -> tuple[str, str]:
    return (
        "Kepala berkas bukan baris-baris “kunci: isi”.",
        "Tulis satu kunci tiap baris, contoh “judul: Judul berita”.",
    )


def _not_categories(_: Problem) -> tuple[str, str]:
    return (
        "Daftar rubrik tidak terbaca di sini.",
        'Tulis tiap rubrik begini: - {slug: kesehatan, nama: Kesehatan, iptc: "07000000"}',
    )


_UNREADABLE = {
    "yaml": _unreadable_line,
    "yaml-depth": _too_deep,
    "header-not-pairs": _not_pairs,
    "categories-not-list": _not_categories,
}
