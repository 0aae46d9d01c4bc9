"""B: letters, quotation marks and paragraphs that went wrong on the way into the file."""

import re
from collections.abc import Iterator
from itertools import islice

from plugins.checks.locate import text_of
from plugins.checks.prose import MOST_TOLD, Paragraph, Prose, finding, prose_of, worded
from plugins.checks.rulebook import Finding, rule
from plugins.checks.wording import quoted
from plugins.checks.wordlists import ACRONYMS
from plugins.model.fault import Severity
from plugins.model.manuscript import Manuscript
from plugins.model.portable import RuleData

SHOUTED_WORDS = 3  # fewer may be a name
SHOUTED_SHARE = 0.6  # of the words of a title; news titles have at most 0.54 (domain.md §2.2)
DOUBLED_WORDS = 8  # a shorter paragraph may be said twice
SHOUTED = RuleData(
    "shouted",
    "Judul {found} ditulis dengan huruf besar semua.",
    "Tulis seperti “{calm}”; nama tetap berhuruf besar.",
    r"[^\W_][\w'’-]*",
    words=tuple((word, "") for word in sorted(ACRONYMS)),
    number=round(100 * SHOUTED_SHARE),
    least=SHOUTED_WORDS,
)
_ALIKE = {
    "Kiril": "аеорсухіјѕһԁԛԝАВЕКМНОРСТУХІЈЅҮ",
    "Yunani": "οαρνυικχΑΒΕΖΗΙΚΜΝΟΡΤΥΧ",
}
_ALPHABETS = {letter: name for name, letters in _ALIKE.items() for letter in letters}
_MIXED = re.compile(rf"[A-Za-z]+[{''.join(_ALPHABETS)}]|[{''.join(_ALPHABETS)}][A-Za-z]")
_WORD = re.compile(r"[^\W\d_]+")
_TITLE_WORD = re.compile(SHOUTED.pattern)
_MARKS = frozenset('"“”')
_ROMAN = re.compile(r"[IVXLC]+\Z")


@rule("B909", Severity.PERINGATAN)
def unpaired_quote(manuscript: Manuscript) -> Iterator[Finding]:
    """Tanda petik tidak berpasangan.

    Mengapa: tanpa tanda petik penutup, pembaca tidak tahu di mana ucapan narasumber
    berakhir dan kalimat penulis dimulai.

    Salah:
        "Loket buka sampai sore, kata Kepala Puskesmas.

    Benar:
        "Loket buka sampai sore," kata Kepala Puskesmas.
    """
    prose = prose_of(manuscript)
    if not any(mark in prose.text for mark in _MARKS):
        return
    for paragraph, following in islice(_unpaired(prose), MOST_TOLD):
        index = _lonely(paragraph.text)
        goes_on = index == 0 and following.startswith(tuple(_MARKS))
        if index >= 0 and not goes_on:  # a long quotation opens every paragraph, closes once
            shown = paragraph.text[index:].split("\n")[0]
            message = f"Tanda petik pada {quoted(shown)} tidak berpasangan."
            hint = "Tambahkan tanda petik pembuka atau penutupnya."
            yield finding(prose, paragraph.start + index, message, hint)


@rule("B910", Severity.PERINGATAN, data=SHOUTED)
def shouted_title(manuscript: Manuscript) -> Iterator[Finding]:
    """Judul ditulis dengan huruf besar semua.

    Mengapa: huruf besar semua terasa seperti teriakan dan sukar dibaca. Huruf besar cukup
    untuk huruf pertama, nama, dan singkatan.

    Salah:
        judul: DPRD DAN BUPATI MENYEPAKATI RANCANGAN APBD

    Benar:
        judul: DPRD dan Bupati menyepakati rancangan APBD
    """
    key = "judul" if manuscript.place.kind == "post" else "acara"
    title = text_of(manuscript, key)
    if title is None or not prose_of(manuscript).text:
        return
    words = _TITLE_WORD.findall(title.text)
    shouted = [word for word in words if _is_shouted(word)]
    if len(shouted) >= SHOUTED_WORDS and len(shouted) >= len(words) * SHOUTED_SHARE:
        message, hint = worded(SHOUTED, title.text, calm=_calm(title.text))
        yield Finding(message, hint, title.line, title.column)


@rule("B911", Severity.GALAT)
def foreign_letter(manuscript: Manuscript) -> Iterator[Finding]:
    """Huruf mirip dari abjad lain.

    Mengapa: huruf Kiril atau Yunani tampak sama dengan huruf Latin, tetapi kata yang
    memuatnya tidak ditemukan pencarian dan dieja keliru oleh pembaca layar.

    Salah:
        Mаsamba (huruf “а” pertama dari abjad Kiril)

    Benar:
        Masamba (semua huruf dari abjad Latin)
    """
    prose = prose_of(manuscript)
    if prose.odd.isdisjoint(_ALPHABETS):
        return
    words = (m for m in _WORD.finditer(prose.text) if _MIXED.search(m[0]))
    for match in islice(words, MOST_TOLD):
        index, letter = next((i, c) for i, c in enumerate(match[0]) if c in _ALPHABETS)
        message = (
            f"Kata {quoted(match[0])} memuat huruf “{letter}” dari abjad {_ALPHABETS[letter]}."
        )
        hint = "Hapus kata itu, lalu ketik ulang dengan papan ketik biasa."
        yield finding(prose, match.start() + index, message, hint)


@rule("B912", Severity.PERINGATAN)
def doubled_paragraph(manuscript: Manuscript) -> Iterator[Finding]:
    """Paragraf ditulis dua kali.

    Mengapa: paragraf yang sama biasanya tertempel dua kali tanpa disadari.

    Salah:
        Pendaftaran dibuka sampai Jumat.
        (dan paragraf yang sama sekali lagi)

    Benar:
        Pendaftaran dibuka sampai Jumat.
    """
    prose = prose_of(manuscript)
    if len({p.text for p in prose.paragraphs}) == len(prose.paragraphs):
        return
    for paragraph in islice(_repeated(prose), MOST_TOLD):
        message = f"Paragraf {quoted(paragraph.text)} sudah ada di atas."
        yield finding(prose, paragraph.start, message, "Hapus paragraf yang berulang ini.")


def _repeated(prose: Prose) -> Iterator[Paragraph]:
    seen: set[str] = set()
    for paragraph in prose.paragraphs:
        if paragraph.text in seen and len(paragraph.text.split()) >= DOUBLED_WORDS:
            yield paragraph
        seen.add(paragraph.text)


def _unpaired(prose: Prose) -> Iterator[tuple[Paragraph, str]]:
    """Paragraphs in which the marks do not come out even, with the text of the next one."""
    following = [*(p.text for p in prose.paragraphs[1:]), ""]
    for paragraph, after in zip(prose.paragraphs, following, strict=False):
        text = paragraph.text
        if text.count('"') % 2 or text.count("“") != text.count("”"):
            yield paragraph, after


def _lonely(text: str) -> int:
    """The mark without a partner; -1 where it is the sign for inches, as in 32"."""
    opened = -1
    for index in (i for i, c in enumerate(text) if c in _MARKS):
        before, mark = text[index - 1 : index], text[index]
        if mark == '"' and before.isdigit() and opened < 0:
            continue
        opens = mark == "“" or (mark == '"' and (not before or before in " \n(—–-*_[‘'"))
        if opens and opened >= 0:
            return opened
        if not opens and opened < 0:
            return index
        opened = index if opens else -1
    return opened


def _is_shouted(word: str) -> bool:
    bare = word.strip("'’-")
    if len(bare) < 2 or not bare.isupper() or any(c.isdigit() for c in bare):
        return False
    return not (bare in ACRONYMS or _ROMAN.match(bare))


def _calm(title: str) -> str:
    """Small letters but for the first one and the acronyms."""
    calm = _TITLE_WORD.sub(lambda m: m[0].lower() if _is_shouted(m[0]) else m[0], title)
    return calm[:1].upper() + calm[1:]
