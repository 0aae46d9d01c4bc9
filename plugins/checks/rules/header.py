"""K: the header (kepala berkas) of a post, activity, agency or page."""

from collections.abc import Iterator
from difflib import get_close_matches

from plugins.checks.rulebook import Finding, at, problems, rule
from plugins.model.fault import Severity
from plugins.model.manuscript import Manuscript


@rule("K101", Severity.GALAT)
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
        near = get_close_matches(problem.value.lower(), problem.expected.split(), n=1, cutoff=0.6)
        known = ", ".join(problem.expected.split())
        hint = f"Maksud Anda “{near[0]}”?" if near else f"Kunci yang boleh: {known}."
        yield at(problem, f"Kunci “{problem.value}” tidak dikenal.", hint)


@rule("K102", Severity.GALAT)
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
        yield at(
            problem,
            f"Kunci “{problem.value}” belum ada.",
            f"Tambahkan baris: {problem.value}: {problem.expected}",
        )
