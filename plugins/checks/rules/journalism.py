"""J: what makes a text a news item: its opening, its summary, its captions and credits."""

import re
from collections.abc import Iterator
from itertools import islice

from plugins.checks.locate import node_of, parts_of, text_of
from plugins.checks.prose import (
    Paragraph,
    Prose,
    finding,
    plain_paragraphs,
    prose_of,
    told,
    worded,
)
from plugins.checks.rulebook import Finding, rule
from plugins.checks.wording import and_words, quoted
from plugins.checks.wordlists import DATELINES, WHEN_WORDS, WHERE_WORDS, WHO_WORDS
from plugins.model.fault import Severity
from plugins.model.manuscript import Manuscript
from plugins.model.portable import RuleData

OPENING_WORDS = 60  # in which when, where and who are looked for
DATELINE_WITHIN = 3  # paragraphs
LONGEST_LEAD = 70  # words of the first paragraph
_AROUND_WORDS = ".,;:!?()*“”\"‘’'"
LEAD = RuleData(
    "lead",
    "Paragraf pertama terdiri atas “{words} kata”.",
    f"Pecah menjadi dua; paling banyak {LONGEST_LEAD} kata, sebaiknya sekitar 35.",
    r"[A-Z][A-Z'’. -]*[A-Z] — (?=\S)",
    number=LONGEST_LEAD,
    least=DATELINE_WITHIN,
)
SUMMARY = RuleData(
    "summary",
    "Berita {found} belum punya ringkasan.",
    "Tambahkan “ringkasan” berisi satu kalimat pokok berita.",
)
_WITHOUT = "Foto {found} belum punya "
CAPTION = RuleData(
    "photo-without",
    f"{_WITHOUT}keterangan.",
    "Tambahkan “keterangan”: apa, siapa, dan di mana pada foto itu.",
    words=(("keterangan", ""),),
)
CREDIT = RuleData(
    "photo-without",
    f"{_WITHOUT}kredit.",
    "Tambahkan “kredit”: nama pemotret atau kantornya.",
    words=(("kredit", ""),),
)
SAME_CAPTION = RuleData(
    "caption",
    "Keterangan foto {found} sama dengan judul.",
    "Tulis apa yang tampak: siapa, sedang apa, dan di mana.",
)
_DATELINE = re.compile(LEAD.pattern)
_OTHER_DATELINE = re.compile(
    r"[*_(]*(?=[A-Z])[\w.,/ -]{3,40}?[)*_]*(?: ?[,:])?(?:\s+[-–—]{1,3}\s+|[–—]+|-{2,3}|\s-)\s*"
)
_WHEN = re.compile(r"\b(?:\d{1,2}[/.-]\d{1,2}|(?:19|20)\d\d)\b")
_WHERE = re.compile(r"\b(?:[Dd]i|ke|dari) [A-Z]")
# An agency in capitals, or whoever does something: penenun, pedagang, pembina.
_WHO = re.compile(r"\b(?:[A-Z]{3,}|[Pp]e\w{4,}(?<!an))\b")
_VAGUE_CREDITS = frozenset(
    """
    ist istimewa internet google net dok dokumentasi whatsapp wa facebook fb instagram ig
    medsos web website screenshot tangkapan admin google.com pinterest
    """.split()
)
VAGUE = RuleData(
    "credit",
    "Kredit {found} tidak menyebut pemilik foto.",
    "Tulis nama pemotret atau kantornya; bila tidak diketahui, ganti fotonya.",
    r"(?:foto|sumber|kredit|by|oleh)\s*:?\s*",
    ignore_case=True,
    words=tuple((word, "") for word in sorted(_VAGUE_CREDITS)),
)
_CREDIT_PREFIX = re.compile(VAGUE.pattern, re.IGNORECASE)


@rule("J901", Severity.SARAN)
def incomplete_opening(manuscript: Manuscript) -> Iterator[Finding]:
    """Pembuka berita belum lengkap.

    Mengapa: pembaca sering hanya membaca paragraf pertama. Di situ sebaiknya sudah ada
    siapa, di mana, dan kapan.

    Salah:
        Pelatihan pencatatan gizi berlangsung lancar dan penuh semangat.

    Benar:
        MASAMBA — Dinas Kesehatan melatih 40 kader posyandu di aula kantor camat, Selasa
        (24/11/2026).
    """
    prose = prose_of(manuscript)
    lead = _lead(manuscript, prose)
    if lead is None:
        return
    dateline = _DATELINE.match(lead.text)
    told = prose.text[lead.start + (dateline.end() if dateline else 0) :]
    opening = told.split(None, OPENING_WORDS)[:OPENING_WORDS]
    words = {word.strip(_AROUND_WORDS).lower() for word in opening}
    text = " ".join(opening)
    found = {
        "siapa": not words.isdisjoint(WHO_WORDS) or _WHO.search(text),
        "di mana": dateline or not words.isdisjoint(WHERE_WORDS) or _WHERE.search(text),
        "kapan": not words.isdisjoint(WHEN_WORDS) or _WHEN.search(text),
    }
    missing = [question for question, answer in found.items() if not answer]
    if missing:
        first = " ".join(lead.text.split()[:6])
        message = f"Pembuka {quoted(first + ' …')} belum menyebut {and_words(missing)}."
        hint = (
            "Lengkapi dalam paragraf pertama, contoh “di aula kantor camat, Selasa (24/11/2026)”."
        )
        yield finding(prose, lead.start, message, hint)


@rule("J902", Severity.SARAN, data=LEAD)
def long_lead(manuscript: Manuscript) -> Iterator[Finding]:
    """Paragraf pertama terlalu panjang.

    Mengapa: paragraf pertama tampil di hasil pencarian dan pesan. Yang pendek dibaca sampai
    selesai; rinciannya dapat menyusul.

    Salah:
        (paragraf pertama sepanjang 95 kata, dengan semua nama tamu)

    Benar:
        (paragraf pertama sepanjang 30 kata: siapa, apa, di mana, kapan)
    """
    prose = prose_of(manuscript)
    lead = _lead(manuscript, prose)
    words = len(lead.text.split()) if lead else 0
    if lead and words > LONGEST_LEAD:
        yield told(prose, lead.start, LEAD, "", words=words)


@rule("J903", Severity.SARAN)
def no_dateline(manuscript: Manuscript) -> Iterator[Finding]:
    """Berita tidak diawali nama tempat.

    Mengapa: nama tempat dengan huruf besar dan garis panjang di awal berita memberi tahu
    pembaca dari mana kabar itu. Bentuk yang sama membuat semua berita serasi.

    Salah:
        Masamba - Puskesmas Masamba memberi imunisasi kepada 42 anak.

    Benar:
        MASAMBA — Puskesmas Masamba memberi imunisasi kepada 42 anak.
    """
    prose = prose_of(manuscript)
    lead = _lead(manuscript, prose)
    if lead is None or _DATELINE.match(lead.text):
        return
    if other := _OTHER_DATELINE.match(lead.text):
        written = other[0].strip()
        place = next((name for name in DATELINES if name in written.upper()), "MASAMBA")
        message = f"Awal berita {quoted(written)} belum sesuai bentuknya."
        hint = f"Tulis tempat kejadian saja, contoh “{place} — ”."
    else:
        first = " ".join(lead.text.split()[:4])
        message = f"Berita yang dimulai dengan {quoted(first)} belum diawali nama tempat."
        hint = "Awali dengan tempat kejadian, contoh “MASAMBA — ”."
    yield finding(prose, lead.start, message, hint)


@rule("J904", Severity.PERINGATAN, data=SUMMARY)
def no_summary(manuscript: Manuscript) -> Iterator[Finding]:
    """Berita tanpa ringkasan.

    Mengapa: ringkasan tampil di daftar berita, hasil pencarian, dan pesan WhatsApp. Tanpa
    ringkasan, yang tampil potongan paragraf pertama.

    Salah:
        judul: Posyandu Melati melayani 40 balita

    Benar:
        judul: Posyandu Melati melayani 40 balita
        ringkasan: Balita dari tiga dusun ditimbang dan diberi vitamin A.
    """
    title = text_of(manuscript, "judul")
    if not title or not _is_post(manuscript) or node_of(manuscript, "ringkasan"):
        return
    if prose_of(manuscript).text:
        yield Finding(*worded(SUMMARY, title.text), title.line, title.column)


@rule("J905", Severity.PERINGATAN, data=CAPTION)
def no_caption(manuscript: Manuscript) -> Iterator[Finding]:
    """Foto tanpa keterangan.

    Mengapa: keterangan menjelaskan apa, siapa, dan di mana. Teks alternatif hanya untuk
    yang tidak dapat melihat fotonya.

    Salah:
        foto:
          - berkas: posyandu.jpg
            alt: Kader menimbang seorang balita

    Benar:
        foto:
          - berkas: posyandu.jpg
            alt: Kader menimbang seorang balita
            keterangan: Kader Posyandu Melati menimbang balita di Masamba.
    """
    yield from _without(manuscript, "keterangan", CAPTION)


@rule("J906", Severity.PERINGATAN, data=CREDIT)
def no_credit(manuscript: Manuscript) -> Iterator[Finding]:
    """Foto tanpa kredit.

    Mengapa: setiap foto ada pembuatnya. Undang-undang Hak Cipta meminta namanya disebut.

    Salah:
        keterangan: Kader menimbang balita.

    Benar:
        keterangan: Kader menimbang balita.
        kredit: Petugas Contoh Dinkes
    """
    yield from _without(manuscript, "kredit", CREDIT)


@rule("J907", Severity.PERINGATAN, data=SAME_CAPTION)
def caption_is_title(manuscript: Manuscript) -> Iterator[Finding]:
    """Keterangan foto sama dengan judul.

    Mengapa: pembaca sudah membaca judulnya. Keterangan sebaiknya menambah apa yang tampak
    di foto.

    Salah:
        judul: Posyandu Melati melayani 40 balita
        keterangan: Posyandu Melati melayani 40 balita

    Benar:
        judul: Posyandu Melati melayani 40 balita
        keterangan: Seorang balita ditimbang kader di halaman Posyandu Melati, Masamba.
    """
    title = text_of(manuscript, "judul")
    for photo in parts_of(manuscript, "foto") if title and _is_post(manuscript) else ():
        caption = photo.get("keterangan")
        if title and caption and _bare(caption.text) == _bare(title.text):
            message, hint = worded(SAME_CAPTION, caption.text)
            yield Finding(message, hint, caption.line, caption.column)


@rule("J908", Severity.PERINGATAN, data=VAGUE)
def vague_credit(manuscript: Manuscript) -> Iterator[Finding]:
    """Kredit foto tidak menyebut pemilik.

    Mengapa: “Ist”, “Internet”, atau “Google” tidak menyebut siapa pembuat foto. Foto yang
    tidak diketahui pemiliknya tidak boleh dipakai.

    Salah:
        kredit: Ist

    Benar:
        kredit: Petugas Contoh Dinkes
    """
    for photo in parts_of(manuscript, "foto") if _is_post(manuscript) else ():
        credit = photo.get("kredit")
        named = _CREDIT_PREFIX.sub("", credit.text.lower()) if credit else ""
        words = re.findall(r"[\w.]*\w", named)
        if credit and credit.text.strip() and all(word in _VAGUE_CREDITS for word in words):
            yield Finding(*worded(VAGUE, credit.text), credit.line, credit.column)


def _lead(manuscript: Manuscript, prose: Prose) -> Paragraph | None:
    """The first paragraph of running text of a post.

    What was pasted before the dateline has rules of its own, so it is passed over.
    """
    if not _is_post(manuscript):
        return None
    first = list(islice(plain_paragraphs(prose), DATELINE_WITHIN))
    dated = (paragraph for paragraph in first if _DATELINE.match(paragraph.text))
    return next(dated, first[0] if first else None)


def _is_post(manuscript: Manuscript) -> bool:
    return manuscript.place.kind == "post"


def _without(manuscript: Manuscript, key: str, data: RuleData) -> Iterator[Finding]:
    for photo in parts_of(manuscript, "foto") if _is_post(manuscript) else ():
        file = photo.get("berkas")
        if file and key not in photo:
            yield Finding(*worded(data, file.text), file.line, file.column)


def _bare(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.casefold()))
