"""T: what was pasted along (tempelan) from portals and PDF files."""

import re
from collections.abc import Iterator
from itertools import islice, pairwise

from plugins.checks.prose import (
    MOST_TOLD,
    Paragraph,
    Prose,
    finding,
    is_plain,
    line_spots,
    plain_paragraphs,
    prose_of,
    told,
)
from plugins.checks.rulebook import Finding, rule
from plugins.checks.wording import quoted
from plugins.model.fault import Severity
from plugins.model.manuscript import Manuscript
from plugins.model.portable import RuleData

WRAPPED_LINES = 4  # of one paragraph that end in the middle of a sentence
BOILERPLATE = RuleData(
    "line-of-body",
    "Baris {found} tersalin dari halaman lain.",
    "Hapus baris itu; penulis dan penyunting ditulis di kepala berkas.",
    r"[ \t>*_•·]*((?:Baca [Jj]uga|BACA JUGA)\b.*|[Kk]lik (?:di sini|disini|tautan|link)\b.*"
    r"|(?:Sumber|Source|Editor|Penulis|Reporter|Pewarta|Wartawan|Laporan|Tags?|Share) ?:.*"
    r"|Admin(?:istrator)?[*_ ]*$|Copyright\b.*|(?:©|\(c\)) ?\d{4}.*|Hak cipta ©.*"
    r"|(?:Dibaca|Dilihat|Views?) ?:? ?\d+.*|\d+ (?:Views?|kali dibaca|Komentar)[*_ ]*$"
    r"|Bagikan(?: ini| artikel ini)? ?:?[*_ ]*$|Sebarkan artikel ini.*|Tinggalkan Balasan.*"
    r"|Artikel ini telah (?:tayang|terbit).*|Ikuti kami di .*|URL berhasil.*|banner \d+x\d+.*"
    r"|(?:facebook|twitter|whatsapp|telegram)(?: \w+){1,4}[ ]*$)",
)
_BOILERPLATE = re.compile(BOILERPLATE.pattern, re.MULTILINE)
_BOILERPLATE_WORDS = frozenset(
    """
    baca klik sumber source editor penulis reporter pewarta wartawan laporan tag tags share admin
    administrator copyright © hak dibaca dilihat view views komentar bagikan sebarkan tinggalkan
    artikel ikuti url banner facebook twitter whatsapp telegram
    """.split()
)
_ENDS_OPEN = re.compile(r"[a-z0-9,]\Z")
_WRAP = re.compile(r"[a-z0-9,]\n(?=[a-z])")  # the lines of a poem begin with capitals
_CUT_WORD = re.compile(r"[a-z]{2}-\n[a-z]{2}")


@rule("T907", Severity.PERINGATAN, data=BOILERPLATE)
def portal_boilerplate(manuscript: Manuscript) -> Iterator[Finding]:
    """Sisa salinan dari portal lain.

    Mengapa: tulisan seperti “Baca juga” dan “Dibaca: 120 kali” milik halaman asalnya. Nama
    penulis dan penyunting sudah punya tempat di kepala berkas.

    Salah:
        Baca juga: Puskesmas menambah jam layanan

    Benar:
        (baris itu dihapus)
    """
    prose = prose_of(manuscript)
    if prose.words.isdisjoint(_BOILERPLATE_WORDS) and "(c)" not in prose.text:
        return
    for match in line_spots(prose, _BOILERPLATE):
        if match.start() >= prose.body:
            yield told(prose, match.start(1), BOILERPLATE, match[1].strip())


@rule("T909", Severity.SARAN)
def hard_wrapped(manuscript: Manuscript) -> Iterator[Finding]:
    """Baris terpotong seperti di PDF.

    Mengapa: baris yang disalin dari PDF terputus di tengah kalimat, kadang di tengah kata.
    Satu paragraf sebaiknya satu baris.

    Salah:
        Pelatihan itu diikuti kader
        dari tiga desa dan berlang-
        sung sampai sore.

    Benar:
        Pelatihan itu diikuti kader dari tiga desa dan berlangsung sampai sore.
    """
    prose = prose_of(manuscript)
    wrapped = (p for p in plain_paragraphs(prose) if "\n" in p.text and _is_wrapped(p.text))
    for paragraph in islice(wrapped, MOST_TOLD):
        cut = _cut_word(paragraph.text)
        index = paragraph.text.rfind("\n", 0, cut.start()) + 1 if cut else 0
        shown = paragraph.text[index:].partition("\n")[0]
        message = f"Baris {quoted(shown)} terputus di tengah kalimat."
        hint = "Sambung baris-barisnya menjadi satu paragraf."
        yield finding(prose, paragraph.start + index, message, hint)


@rule("T910", Severity.PERINGATAN)
def broken_sentence(manuscript: Manuscript) -> Iterator[Finding]:
    """Kalimat terputus menjadi dua paragraf.

    Mengapa: baris kosong memulai paragraf baru. Di tengah kalimat biasanya itu sisa batas
    halaman PDF atau salinan percakapan.

    Salah:
        Pelatihan itu diikuti kader dari

        tiga desa.

    Benar:
        Pelatihan itu diikuti kader dari tiga desa.
    """
    prose = prose_of(manuscript)
    for after in islice(_broken(prose), MOST_TOLD):
        shown = " ".join(after.text.split()[:6])
        message = f"Paragraf yang diawali {quoted(shown)} melanjutkan kalimat di atasnya."
        hint = "Hapus baris kosong di antaranya."
        yield finding(prose, after.start, message, hint)


def _broken(prose: Prose) -> Iterator[Paragraph]:
    """Paragraphs that go on with a sentence; a list may stand in the middle of its own."""
    for paragraph, after in pairwise(prose.paragraphs):
        goes_on = after.text[0].islower() and _ENDS_OPEN.search(paragraph.text)
        if goes_on and is_plain(paragraph) and is_plain(after):
            yield after


def _is_wrapped(text: str) -> bool:
    return len(_WRAP.findall(text)) >= WRAPPED_LINES or _cut_word(text) is not None


def _cut_word(text: str) -> re.Match[str] | None:
    """A word cut at the end of a line; “anak-” before “anak” is a word said twice."""
    for match in _CUT_WORD.finditer(text):
        before = text[: match.start() + 2].rsplit(None, 1)[-1]
        after = text[match.end() - 2 :].split(None, 1)[0]
        if not after.startswith(before):
            return match
    return None
