"""B: words of the Indonesian language (bahasa) as EYD V and KBBI write them."""

import re
from collections.abc import Iterator

from plugins.checks.prose import finding, in_quoted_name, prose_of, spots, told, word_spots
from plugins.checks.rulebook import Finding, rule
from plugins.checks.wording import quoted
from plugins.checks.wordlists import BOUND, JOINED, NONSTANDARD, STEMS
from plugins.model.fault import Severity
from plugins.model.manuscript import Manuscript
from plugins.model.portable import RuleData

# “di buka puasa bersama” tells a place, not a deed.
APART = RuleData(
    "pattern",
    "Awalan pada {found} perlu disambung.",
    "Tulis “{joined}”.",
    rf"\b[Dd]i ({'|'.join(sorted(STEMS))})(?![\w-])(?<!buka(?= puasa))",
)
JOINED_WORDS = RuleData(
    "words",
    "Kata depan pada {found} perlu dipisah.",
    "Tulis “{right}”.",
    words=tuple(JOINED.items()),
)
SPELLING = RuleData(
    "words", "Ejaan {found} tidak baku.", "Tulis “{right}”.", words=tuple(NONSTANDARD.items())
)
_APART = re.compile(APART.pattern)
_NOUNS = frozenset(noun for nouns in BOUND.values() for noun in nouns.split())
_BOUND = re.compile(
    "|".join(
        rf"\b(?:{prefix}|{prefix.title()}) (?i:{'|'.join(nouns.split())})(?![\w-])"
        for prefix, nouns in BOUND.items()
    )
)


@rule("B901", Severity.SARAN, data=JOINED_WORDS)
def joined_preposition(manuscript: Manuscript) -> Iterator[Finding]:
    """Kata depan “di” atau “ke” disambung.

    Mengapa: “di” dan “ke” yang menunjukkan tempat ditulis terpisah. Yang disambung hanya
    awalan di depan kata kerja, misalnya “dilaksanakan”.

    Salah:
        Pelatihan digelar diaula kantor camat.

    Benar:
        Pelatihan digelar di aula kantor camat.
    """
    prose = prose_of(manuscript)
    for match in word_spots(prose, JOINED.keys()):
        right = _like(match[0], JOINED[match[0].lower()])
        yield told(prose, match.start(), JOINED_WORDS, match[0], right=right)


@rule("B902", Severity.SARAN, data=APART)
def prefix_apart(manuscript: Manuscript) -> Iterator[Finding]:
    """Awalan “di-” terpisah dari kata kerjanya.

    Mengapa: “di” di depan kata kerja adalah awalan, jadi ditulis serangkai. Yang terpisah
    hanya “di” yang menunjukkan tempat.

    Salah:
        Kegiatan di laksanakan di Masamba.

    Benar:
        Kegiatan dilaksanakan di Masamba.
    """
    prose = prose_of(manuscript)
    present = prose.words.intersection(STEMS)
    if not any(f"i {stem}" in prose.text for stem in present):
        return
    for match in spots(prose, _APART):
        joined = match[0].replace(" ", "")
        yield told(prose, match.start(), APART, match[0], joined=joined)


@rule("B903", Severity.SARAN)
def bound_form_apart(manuscript: Manuscript) -> Iterator[Finding]:
    """Bentuk terikat ditulis terpisah.

    Mengapa: bentuk seperti antar-, pasca-, sub-, dan non- bukan kata yang berdiri sendiri.
    Bentuk itu disambung; di depan huruf besar dipakai tanda hubung.

    Salah:
        Rapat antar instansi membahas penanganan pasca panen bagi pegawai non ASN.

    Benar:
        Rapat antarinstansi membahas penanganan pascapanen bagi pegawai non-ASN.
    """
    prose = prose_of(manuscript)
    if prose.words.isdisjoint(BOUND) or prose.words.isdisjoint(_NOUNS):
        return
    for match in spots(prose, _BOUND):
        if not in_quoted_name(prose.text, match):
            message = f"Bentuk terikat pada {quoted(match[0])} perlu disambung."
            yield finding(prose, match.start(), message, f"Tulis “{_bound(match[0])}”.")


@rule("B904", Severity.SARAN, data=SPELLING)
def nonstandard_word(manuscript: Manuscript) -> Iterator[Finding]:
    """Ejaan kata tidak baku.

    Mengapa: tulisan resmi memakai ejaan Kamus Besar Bahasa Indonesia, dan pencarian hanya
    menemukan kata yang ditulis sama.

    Salah:
        Camat menghimbau warga mengurus ijin pada hari Jum'at.

    Benar:
        Camat mengimbau warga mengurus izin pada hari Jumat.
    """
    prose = prose_of(manuscript)
    for match in word_spots(prose, NONSTANDARD.keys()):
        right = _like(match[0], NONSTANDARD[match[0].lower()])
        yield told(prose, match.start(), SPELLING, match[0], right=right)


def _like(written: str, right: str) -> str:
    """The right word with the capital that was written."""
    return right[0].upper() + right[1:] if written[0].isupper() else right


def _bound(written: str) -> str:
    """antar instansi -> antarinstansi; non ASN -> non-ASN; Pasca Panen -> Pascapanen"""
    prefix, noun = written.split(" ")
    if prefix[0].isupper():
        return prefix + (f"-{noun}" if noun.isupper() else noun.lower())
    return f"{prefix}-{noun}" if noun[0].isupper() else prefix + noun
