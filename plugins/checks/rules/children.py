"""N: children (anak) beside crime or violence: UU 11/2012 Pasal 19 and 97.

The lists are closed. A paragraph about prevention, a programme or an agency is silent.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from plugins.checks.prose import Prose, finding, prose_of
from plugins.checks.rulebook import Finding, rule
from plugins.model.fault import Severity
from plugins.model.manuscript import Manuscript

_CHILD = re.compile(
    r"(?<!\w)(?:bocah|balita|remaja putri|remaja putra|siswi|siswa|pelajar|murid|santri|santriwati|"
    r"anak (?:di bawah umur|perempuan|laki-laki|kandung|tiri|korban|pelaku|saksi)|"
    r"(?:seorang|dua|tiga|empat|beberapa) anak|korban anak|anak berusia|"
    r"(?:berusia|usia|umur|berumur) (?:[1-9]|1[0-7]) tahun|\((?:[1-9]|1[0-7])(?: tahun)?\))(?!\w)",
    re.IGNORECASE,
)
_CRIMES = frozenset({"sabu-sabu"}) | frozenset(
    (
        "dicabuli mencabuli pencabulan pemerkosaan diperkosa memperkosa persetubuhan "
        "disetubuhi pelecehan dilecehkan melecehkan penganiayaan dianiaya menganiaya "
        "pembunuhan dibunuh membunuh penculikan diculik dipukuli dikeroyok pengeroyokan "
        "perundungan dirundung kekerasan pencurian mencuri narkoba sabu tersangka ditangkap "
        "eksploitasi tawuran ditelantarkan penelantaran pemerasan diperas perampasan "
        "pembegalan membegal diamankan perdagangan "
    ).split()
)  # “diamankan” and “perdagangan” count with the word that follows
_CRIME = re.compile(
    rf"\b(?:{'|'.join(sorted(_CRIMES - {'diamankan', 'perdagangan'}))}"
    r"|diamankan polisi|perdagangan orang)\b",
    re.IGNORECASE,
)
_PREVENTION = re.compile(
    r"\b(?:pencegahan|mencegah|dicegah|cegah|sosialisasi|penyuluhan|edukasi|"
    r"anti-?\s?(?:kekerasan|perundungan|narkoba)|antikekerasan|antiperundungan|antinarkoba|"
    r"bahaya|stop|kampanye|layak anak|"
    r"ramah anak|forum anak|perlindungan|melindungi|"
    r"bebas (?:dari )?(?:kekerasan|narkoba|perundungan)|"
    r"pelatihan|lomba|deklarasi|imunisasi|tanpa kekerasan|satgas|gugus tugas|seminar|"
    r"menolak|pembinaan|konvensi|materi)\b",
    re.IGNORECASE,
)
_CERTAIN = re.compile(
    r"\b(?:dicabuli|mencabuli|diperkosa|memperkosa|disetubuhi|dilecehkan|dianiaya|dibunuh|"
    r"diculik|dipukuli|dikeroyok|dirundung|ditangkap|diamankan polisi|tersangka|diperas|"
    r"ditelantarkan|mencuri|korban (?:pencabulan|pelecehan|kekerasan|perundungan|penganiayaan))\b",
    re.IGNORECASE,
)
_SCHOOL = r"(?:SDN?|SMPN?|SMAN?|SMKN?|MTsN?|MIN|MAN|TK|PAUD)\.? (?:Negeri )?(?:\d|[A-Z][a-z])"
_NAMED = re.compile(
    rf"\b(?:{_SCHOOL}|(?i:bernama|inisial lengkap) [A-Z]|(?:Desa|Dusun|Kelurahan|Jalan|Jl\.) [A-Z])"
    r"|\b(?i:siswi|siswa|bocah|korban|pelajar|pelaku|anak)(?: \w+)?,?"
    r" [A-Z][a-z]+(?: [A-Z][a-z]+)? \(\d"
)
_NAMED_ANYWHERE = re.compile(r"!\[")


class _Mention(NamedTuple):
    """One paragraph in which a child stands beside a crime."""

    start: int
    child: str
    crime: str
    identified: bool


@rule("N901", Severity.GALAT)
def identified_child(manuscript: Manuscript) -> Iterator[Finding]:
    """Anak dalam perkara dapat dikenali.

    Mengapa: nama, sekolah, alamat, dan wajah anak yang menjadi korban, saksi, atau pelaku
    wajib dirahasiakan (UU 11/2012 Pasal 19); pelanggarnya dapat dipidana.

    Salah:
        Siswi SMP Negeri 9 Contoh itu menjadi korban perundungan.

    Benar:
        Seorang anak mendapat pendampingan dari petugas perlindungan anak.
    """
    prose = prose_of(manuscript)
    for mention in _mentions(manuscript):
        if mention.identified:
            message = f"Anak dapat dikenali: {_words(mention)} disertai nama, tempat, atau foto."
            hint = "Hapus nama, sekolah, alamat, dan foto; cukup “seorang anak”."
            yield finding(prose, mention.start, message, hint)


@rule("N902", Severity.PERINGATAN)
def child_beside_crime(manuscript: Manuscript) -> Iterator[Finding]:
    """Anak disebut bersama tindak pidana atau kekerasan.

    Mengapa: keterangan kecil dari beberapa berita dapat digabung sampai anaknya dikenali.
    Redaktur menimbang apakah peristiwanya perlu diberitakan.

    Salah:
        Seorang bocah dianiaya tetangganya.

    Benar:
        Petugas mendampingi satu keluarga; rinciannya dirahasiakan.
    """
    prose = prose_of(manuscript)
    for mention in _mentions(manuscript):
        if not mention.identified:
            message = f"Anak disebut bersama perkara: {_words(mention)}."
            hint = "Pastikan tidak ada yang membuat anak itu dikenali, atau hapus bagian ini."
            yield finding(prose, mention.start, message, hint)


def _words(mention: _Mention) -> str:
    return f"“{mention.child} … {mention.crime}”"


def _mentions(manuscript: Manuscript) -> Iterator[_Mention]:
    prose = prose_of(manuscript)
    if prose.words.isdisjoint(_CRIMES):
        return
    shown = bool(getattr(manuscript.content, "photos", ()))
    for start, text in _pieces(prose):
        crime, child = _CRIME.search(text), _CHILD.search(text)
        certain = _CERTAIN.search(text)
        if child and crime and (certain or not _PREVENTION.search(text)):
            identified = shown or bool(_NAMED.search(text) or _NAMED_ANYWHERE.search(text))
            yield _Mention(start + child.start(), child[0], (certain or crime)[0], identified)


def _pieces(prose: Prose) -> Iterator[tuple[int, str]]:
    """The texts of the header one by one, then the paragraphs of the body."""
    for start, end in zip(prose.starts, prose.starts[1:], strict=False):
        yield start, prose.text[start:end]
    yield from prose.paragraphs
