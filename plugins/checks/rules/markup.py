"""M: the text (isi) below the header."""

import re
from collections.abc import Iterator
from itertools import chain

from plugins.checks.locate import in_body, parts_of
from plugins.checks.prose import worded
from plugins.checks.rulebook import Finding, problems, rule
from plugins.checks.wording import quoted
from plugins.model.body import PhotoSlot
from plugins.model.fault import Severity
from plugins.model.manuscript import Manuscript
from plugins.model.portable import RuleData
from plugins.model.prompts import PROMPTS
from plugins.model.source import Source, Text
from plugins.reading.header import FATAL

MOST_TOLD = 20  # places of one kind in one file
_MARK = re.compile(r"[{|](?:attach|static|filename|category|author|index|tag)[}|]")
_BEFORE_PIPE = frozenset("(\"'=<")  # a table may have the cell |tag|
_TAG = re.compile(r"</?([A-Za-z][A-Za-z0-9-]*)(?=[\s/>:]|\Z)|<!--")
_UNREAD = (*sorted(FATAL), "text-too-large", "too-slow")
_TAG_HINTS = {
    "a": "Untuk tautan tulis [teks](https://alamat).",
    "b": "Untuk huruf tebal tulis **teks**.",
    "strong": "Untuk huruf tebal tulis **teks**.",
    "i": "Untuk huruf miring tulis *teks*.",
    "em": "Untuk huruf miring tulis *teks*.",
    "img": "Untuk foto tulis ![](nama-foto.jpg), lalu daftarkan pada “foto”.",
    "iframe": "Untuk video tulis tautan: [judul video](https://alamat).",
    "video": "Untuk video tulis tautan: [judul video](https://alamat).",
    "br": "Untuk paragraf baru tulis satu baris kosong.",
    "p": "Untuk paragraf baru tulis satu baris kosong.",
    "http": "Untuk tautan tulis [teks](https://alamat).",
    "https": "Untuk tautan tulis [teks](https://alamat).",
}


@rule("M601", Severity.GALAT)
def raw_html(manuscript: Manuscript) -> Iterator[Finding]:
    """Kode HTML di dalam teks.

    Mengapa: kode HTML dapat merusak halaman, dan pembaca hanya melihatnya sebagai teks
    aneh. Teks ditulis dengan tanda yang sederhana saja.

    Salah:
        Pelayanan <b>gratis</b> untuk warga.

    Benar:
        Pelayanan **gratis** untuk warga.
    """
    found = list(_TAG.finditer(manuscript.source.body))
    for match in found[:MOST_TOLD]:
        line, column = in_body(manuscript.source, match.start())
        hint = _TAG_HINTS.get(
            (match[1] or "").lower(), "Hapus kode itu, atau beri spasi sesudah “<”."
        )
        message = f"Kode HTML {quoted(match[0])} tidak dapat dipakai."
        yield Finding(message, hint, line, column)


@rule("M602", Severity.GALAT)
def bad_link(manuscript: Manuscript) -> Iterator[Finding]:
    """Tautan tidak dapat dipakai.

    Mengapa: tautan harus membawa pembaca ke halaman lain, alamat surel, atau nomor
    telepon. Bentuk yang lain tidak berfungsi atau berbahaya.

    Salah:
        [situs kabupaten](www.contoh.id)

    Benar:
        [situs kabupaten](https://www.contoh.id)
    """
    for target in manuscript.rendered.bad_links:
        if not _marks(f"({target}"):
            line, column = in_body(manuscript.source, _link_index(manuscript.source, target))
            message = f"Tautan {quoted(target)} tidak dapat dipakai."
            message = message if target else "Tautan “()” belum bertujuan."
            yield Finding(message, _link_hint(target), line, column)


@rule("M603", Severity.GALAT)
def unsafe_result(manuscript: Manuscript) -> Iterator[Finding]:
    """Teks tidak dapat diolah dengan aman.

    Mengapa: hasil olahan setiap teks diperiksa sekali lagi. Bila hasilnya tidak wajar,
    teks tidak diterbitkan, supaya halaman lain tidak ikut rusak.

    Salah:
        >>>>>>>>>>>>>>>>>>>> (ratusan tanda kutipan berturut-turut)

    Benar:
        > Satu kutipan ditandai satu tanda saja.
    """
    if trouble := manuscript.rendered.trouble:
        line, column = in_body(manuscript.source, -1)
        yield Finding(
            f"Teks ini menghasilkan {quoted(trouble)} yang tidak wajar setelah diolah.",
            "Sederhanakan tanda-tanda di dalam teks, atau mintalah bantuan Humas.",
            line,
            column,
        )


@rule("M604", Severity.GALAT)
def template_mark(manuscript: Manuscript) -> Iterator[Finding]:
    """Tanda Pelican di dalam teks.

    Mengapa: tanda seperti {static} dan {attach} dapat mengambil berkas yang bukan milik
    berita. Di situs ini foto dan tautan ditulis tanpa tanda itu.

    Salah:
        ![]({attach}posyandu.jpg)

    Benar:
        ![](posyandu.jpg)
    """
    for match in _marks(manuscript.source.body)[:MOST_TOLD]:
        line, column = in_body(manuscript.source, match.start())
        message = f"Tanda “{match[0]}” tidak dapat dipakai."
        hint = "Hapus tanda itu: foto cukup nama berkasnya, tautan cukup alamatnya."
        yield Finding(message, hint, line, column)


@rule("M605", Severity.GALAT)
def empty_body(manuscript: Manuscript) -> Iterator[Finding]:
    """Berita belum berisi teks.

    Mengapa: judul dan foto saja belum menjadi berita.

    Salah:
        ---
        judul: Posyandu Melati melayani 40 balita
        ---

    Benar:
        ---
        judul: Posyandu Melati melayani 40 balita
        ---

        MASAMBA — Posyandu Melati melayani 40 balita pada Selasa (24/11/2026).
    """
    rendered = manuscript.rendered
    unread = any(True for _ in problems(manuscript, *_UNREAD))
    if manuscript.place.kind != "post" or unread or rendered.trouble:
        return
    if all(isinstance(block, PhotoSlot) for block in rendered.body):
        line, column = in_body(manuscript.source, -1)
        message = "Berita ini belum berisi teks."
        hint = "Tulis isi berita di bawah kepala berkas, sesudah satu baris kosong."
        yield Finding(message, hint, line, column)


def _marks(text: str) -> list[re.Match[str]]:
    """The marks of Pelican; the older form, between bars, only where an address stands."""
    if "{" not in text and "|" not in text:
        return []
    return [
        match
        for match in _MARK.finditer(text)
        if match[0].startswith("{") or text[match.start() - 1 : match.start()] in _BEFORE_PIPE
    ]


def _link_index(source: Source, target: str) -> int:
    """Where the link stands; its text may be written otherwise than it was read."""
    written = source.body.find(f"]({target}")
    if target and written < 0:
        written = source.body.find(target) - 2
    if not target:
        empty = re.search(r"\]\(\s*(?:<>)?\s*\)", source.body)
        written = empty.start() if empty else -1
    return written + 2 if written >= 0 else -1


def _link_hint(target: str) -> str:
    if re.match(r"(?:www\.|[\w-]+\.[a-z]{2,})", target) and "@" not in target:
        return f"Tulis lengkap: https://{target}"
    if re.fullmatch(r"[\w.+-]+@[\w.-]+", target):
        return f"Tulis mailto:{target}"
    if re.fullmatch(r"\+?[\d -]{6,20}", target):
        return f"Tulis tel:{target.replace(' ', '-')}"
    return "Awali dengan https://, http://, mailto:, tel:, atau “/” untuk halaman situs ini."


PROMPT = RuleData(
    "prompt",
    "Pertanyaan contoh {found} belum diganti.",
    "Ganti dengan jawabannya, atau hapus.",
    words=tuple((prompt, "") for prompt in PROMPTS),
)


@rule("M606", Severity.GALAT, data=PROMPT)
def prompt_left(manuscript: Manuscript) -> Iterator[Finding]:
    """Pertanyaan contoh belum diganti.

    Mengapa: berita baru dimulai dengan pertanyaan dalam kurung siku. Semuanya harus
    diganti dengan jawaban sebelum dikirim.

    Salah:
        MASAMBA — [Siapa] [melakukan apa] di [tempat], Selasa (24/11/2026).

    Benar:
        MASAMBA — Puskesmas Masamba memberi imunisasi kepada 42 anak, Selasa (24/11/2026).
    """
    for key, node in manuscript.source.header.pairs:
        if isinstance(node, Text) and node.text in PROMPTS:
            message = f"Isi {quoted(key.text)} masih berupa pertanyaan contoh."
            yield Finding(message, PROMPT.hint, node.line, node.column)
    for name, text in chain.from_iterable(p.items() for p in parts_of(manuscript, "foto")):
        if text.text in PROMPTS:
            message = f"Isi {quoted(name)} foto masih berupa pertanyaan contoh."
            yield Finding(message, PROMPT.hint, text.line, text.column)
    for prompt in PROMPTS if "[" in manuscript.source.body else ():
        start = manuscript.source.body.find(prompt)
        if start >= 0:
            line, column = in_body(manuscript.source, start)
            yield Finding(*worded(PROMPT, prompt), line, column)
