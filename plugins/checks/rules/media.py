"""L: the table of media monitoring (lembar pantauan media), which only Humas fills."""

from collections.abc import Iterator

from plugins.checks.rulebook import Finding, at, problems, rule
from plugins.checks.wording import and_words, meant, quoted
from plugins.model.fault import Severity
from plugins.model.manuscript import Manuscript
from plugins.model.media import COLUMNS, REQUIRED
from plugins.model.source import Problem

_EXAMPLE = "Contoh baris pertama: “tanggal,media,judul,tautan,nada,berita”."


@rule("L901", Severity.GALAT)
def unreadable_media_table(manuscript: Manuscript) -> Iterator[Finding]:
    """Lembar pantauan media tidak terbaca.

    Mengapa: baris pertama menyebut nama kolom. Tanpa itu komputer tidak tahu mana judul dan
    mana tautan.

    Salah:
        tgl,koran,judul berita

    Benar:
        tanggal,media,judul,tautan,nada,berita
    """
    for problem in problems(manuscript, "media-unreadable"):
        yield at(problem, "Baris ini tidak terbaca sebagai CSV.", "Periksa tanda petiknya.")
    for problem in problems(manuscript, "media-long"):
        yield at(problem, f"Lembar ini memuat “{problem.value} baris”.", "Paling banyak 1.000.")
    for problem in problems(manuscript, "media-twice"):
        yield at(problem, f"Kolom {quoted(problem.value)} ada dua.", "Hapus salah satunya.")
    for problem in problems(manuscript, "media-column"):
        every = f"Kolom yang boleh: {', '.join(COLUMNS)}."
        message = f"Kolom {quoted(problem.value)} tidak dikenal."
        yield at(problem, message, meant(problem.value, COLUMNS, every))
    for problem in problems(manuscript, "media-missing"):
        yield at(problem, f"Kolom “{problem.value}” belum ada.", _EXAMPLE)


@rule("L902", Severity.GALAT)
def wrong_media_row(manuscript: Manuscript) -> Iterator[Finding]:
    """Baris pantauan media keliru.

    Mengapa: laporan bulanan memuat baris ini apa adanya, dengan tautan yang dapat diklik
    siapa saja.

    Salah:
        2026-13-01,Radar Contoh,Panen raya,www.radar.example,bagus,

    Benar:
        2026-11-24,Radar Contoh,Panen raya,https://radar.example/panen,positif,
    """
    for problem in problems(manuscript, *_ROWS):
        yield at(problem, *_ROWS[problem.kind](problem))


def _empty(problem: Problem) -> tuple[str, str]:
    return f"Kolom “{problem.value}” masih kosong.", f"Isi {and_words(REQUIRED)} pada tiap baris."


def _cells(problem: Problem) -> tuple[str, str]:
    return (
        f"Isian {quoted(problem.value)} tidak punya kolom.",
        "Apit isian yang memuat koma dengan tanda petik dua.",
    )


def _cell(problem: Problem) -> tuple[str, str]:
    return (
        f"Isian “{problem.expected}” terlalu panjang: {quoted(problem.value)} …",
        "Tulis dalam satu baris, paling banyak 300 huruf.",
    )


def _day(problem: Problem) -> tuple[str, str]:
    return f"Tanggal {quoted(problem.value)} tidak terbaca.", "Tulis seperti 2026-11-24."


def _month(problem: Problem) -> tuple[str, str]:
    return (
        f"Tanggal {quoted(problem.value)} di luar {problem.expected}.",
        "Pindahkan barisnya ke berkas bulan itu: content/pantauan-media/tahun/bulan.csv.",
    )


def _link(problem: Problem) -> tuple[str, str]:
    return (
        f"Tautan {quoted(problem.value)} bukan alamat web.",
        "Tulis lengkap dengan https:// atau http://, atau kosongkan.",
    )


def _tone(problem: Problem) -> tuple[str, str]:
    known = problem.expected.split()
    otherwise = f"Pakai {', '.join(known[:-1])}, atau {known[-1]}, atau kosongkan."
    return f"Nada {quoted(problem.value)} tidak dikenal.", meant(problem.value, known, otherwise)


def _post(problem: Problem) -> tuple[str, str]:
    return (
        f"Berita {quoted(problem.value)} bukan alamat berita situs ini.",
        "Tulis seperti dinkes/2026/11/imunisasi-campak, atau kosongkan.",
    )


_ROWS = {
    "media-empty": _empty,
    "media-cells": _cells,
    "media-cell": _cell,
    "media-day": _day,
    "media-month": _month,
    "media-link": _link,
    "media-tone": _tone,
    "media-post": _post,
}
