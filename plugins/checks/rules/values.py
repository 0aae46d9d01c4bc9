"""K: the values (isi) of header keys, one by one."""

from collections.abc import Iterator
from difflib import SequenceMatcher

from plugins.checks.rulebook import Finding, at, problems, rule
from plugins.checks.wording import and_words, example_line, proposed_slug, quoted, slips_of
from plugins.model.addresses import SLUG_LENGTH
from plugins.model.fault import Severity
from plugins.model.manuscript import Manuscript


@rule("K104", Severity.GALAT, of_problems=True)
def wrong_shape(manuscript: Manuscript) -> Iterator[Finding]:
    """Bentuk isian tidak sesuai.

    Mengapa: sebagian kunci berisi satu teks, sebagian berisi daftar, dan sebagian berisi
    beberapa bagian bernama. Bentuk yang lain tidak dapat dibaca.

    Salah:
        foto: posyandu.jpg

    Benar:
        foto:
          - berkas: posyandu.jpg
            alt: Kader menimbang seorang balita
    """
    for problem in problems(manuscript, "wrong-shape"):
        line = example_line(manuscript.place.kind, problem.value)
        yield at(problem, f"Bentuk isian “{problem.value}” tidak sesuai.", f"Contoh: {line}")


@rule("K105", Severity.GALAT, of_problems=True)
def empty_value(manuscript: Manuscript) -> Iterator[Finding]:
    """Kunci tanpa isi.

    Mengapa: kunci yang kosong sering berarti isinya terlupa. Bila memang tidak ada isinya,
    barisnya tidak diperlukan.

    Salah:
        ringkasan:

    Benar:
        ringkasan: Posyandu Melati melayani 40 balita dari tiga dusun.
    """
    for problem in problems(manuscript, "empty-value"):
        line = example_line(manuscript.place.kind, problem.value)
        hint = f"Isi kunci itu, contoh “{line}”, atau hapus barisnya bila tidak wajib."
        yield at(problem, f"Kunci “{problem.value}” masih kosong.", hint)


@rule("K111", Severity.GALAT, of_problems=True)
def too_long(manuscript: Manuscript) -> Iterator[Finding]:
    """Isi terlalu panjang.

    Mengapa: judul dan ringkasan tampil di daftar, kartu, dan hasil pencarian. Teks yang
    terlalu panjang terpotong di sana.

    Salah:
        judul: (teks sepanjang 245 karakter)

    Benar:
        judul: Posyandu Melati melayani 40 balita dari tiga dusun
    """
    for problem in problems(manuscript, "too-long"):
        length, longest = problem.expected.split()
        yield at(
            problem,
            f"Isi “{problem.value}” terlalu panjang: {length} karakter.",
            f"Ringkas menjadi paling banyak {longest} karakter.",
        )


@rule("K112", Severity.GALAT, of_problems=True)
def too_many(manuscript: Manuscript) -> Iterator[Finding]:
    """Daftar terlalu banyak.

    Mengapa: setiap butir menambah halaman yang ikut berubah, dan daftar yang panjang tidak
    lagi menolong pembaca.

    Salah:
        tag: [imunisasi, campak, balita, kader, gizi, ibu, anak, desa, masamba]

    Benar:
        tag: [imunisasi, campak, balita]
    """
    for problem in problems(manuscript, "too-many"):
        count, most = problem.expected.split()
        yield at(
            problem,
            f"Daftar “{problem.value}” berisi {count} butir.",
            f"Pilih yang terpenting, paling banyak {most}.",
        )


@rule("K113", Severity.GALAT, of_problems=True)
def bad_choice(manuscript: Manuscript) -> Iterator[Finding]:
    """Pilihan tidak dikenal.

    Mengapa: kunci ini hanya mengenal beberapa pilihan yang tetap.

    Salah:
        status: dibatalkan

    Benar:
        status: batal
    """
    for problem in problems(manuscript, "bad-choice"):
        choices = ", ".join(_nearest_first(problem.value, problem.expected.split()))
        message = f"Pilihan {quoted(problem.value)} tidak dikenal."
        yield at(problem, message, f"Pilih salah satu: {choices}.")


@rule("K114", Severity.GALAT, of_problems=True)
def bad_slug(manuscript: Manuscript) -> Iterator[Finding]:
    """Nama pendek memuat tanda yang tidak boleh.

    Mengapa: nama pendek menjadi bagian alamat halaman. Alamat hanya memakai huruf kecil,
    angka, dan tanda hubung.

    Salah:
        rubrik: Pemuda & Olahraga

    Benar:
        rubrik: pemuda-olahraga
    """
    for problem in problems(manuscript, "bad-slug"):
        proposed = proposed_slug(problem.value)
        shortest, longest = SLUG_LENGTH
        hint = (
            f"Tulis: {proposed}"
            if proposed != problem.value and len(proposed) >= shortest
            else f"Pakai {shortest} sampai {longest} huruf kecil, angka, atau tanda hubung."
        )
        yield at(problem, f"Nama {quoted(problem.value)} {_slip_of(problem.value)}.", hint)


@rule("K115", Severity.GALAT, of_problems=True)
def bad_number(manuscript: Manuscript) -> Iterator[Finding]:
    """Bilangan tidak terbaca.

    Mengapa: sasaran dihitung, jadi hanya bilangan bulat tanpa kata dan tanpa tanda.

    Salah:
        target: empat berita

    Benar:
        target: 4
    """
    for problem in problems(manuscript, "bad-number"):
        message = f"Isi {quoted(problem.value)} bukan bilangan bulat."
        yield at(problem, message, "Tulis angkanya saja, dari 0 sampai 9999, contoh 4.")


def _nearest_first(value: str, choices: list[str]) -> list[str]:
    def distance(choice: str) -> float:
        return -SequenceMatcher(None, value.lower(), choice).ratio()

    return sorted(choices, key=distance)  # stable: equally far ones keep their order


def _slip_of(value: str) -> str:
    if slips := slips_of(value):
        return f"memuat {and_words(slips)}"
    return "terlalu pendek" if len(value) < SLUG_LENGTH[0] else "terlalu panjang"
