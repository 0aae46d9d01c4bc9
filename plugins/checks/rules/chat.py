"""T: what was pasted along (tempelan) from chats: marks, greetings, emoji, file names."""

import re
from collections.abc import Iterator

from plugins.checks.locate import parts_of
from plugins.checks.prose import MOST_TOLD, Prose, finding, line_spots, prose_of, spots, told
from plugins.checks.rulebook import Finding, rule
from plugins.checks.wording import quoted
from plugins.model.fault import Severity
from plugins.model.manuscript import Manuscript
from plugins.model.portable import RuleData

BOLD_WORDS = 3  # of a line between single stars; shorter ones may be an emphasis
_STARRED = re.compile(r"(?<![*\w\\])\*(?![\s*])([^*\n]*[^*\s])\*(?![*\w])")
STRUCK = RuleData(
    "pattern",
    "Tanda coret pada {found} tidak berfungsi di sini.",
    "Hapus kata itu bersama tandanya.",
    r"(?<![\w~])~{1,2}(?![\s~])[^~\n]*[^~\s]~{1,2}(?!\w)",
)
FORWARDED = RuleData(
    "line",
    "Baris {found} tersalin dari percakapan.",
    "Hapus tanda itu, sisakan isi beritanya.",
    r"[ \t>*_]*(?:\[\d{1,2}[/.]\d{1,2}(?:[/.]\d{2,4})?,? \d{1,2}[.:]\d{2}(?:[.:]\d{2})?\]"
    r"|\d{1,2}/\d{1,2}/\d{2,4},? \d{1,2}[.:]\d{2} - "
    r"|(?:Diteruskan(?: berkali-kali)?|Forwarded(?: (?:many times|message))?)[*_]*[ \t]*$).*",
)
GREETING = RuleData(
    "line",
    "Kata {found} adalah salam atau kata pengantar laporan.",
    "Hapus, lalu mulai dengan isi beritanya.",
    r"[*_ \t]*((?:Wa)?[Aa]ssalam\w*['’`]?\w*|Wassalam\w*|Yth\.|Kepada Yth|(?:Mohon )?[Ii]zin "
    r"(?:share|membagikan|melaporkan|melapor|meneruskan|berbagi|menyampaikan|info)"
    r"|Selamat (?:pagi|siang|sore|malam),? (?:[Bb]apak|[Ii]bu|[Ss]emua|[Rr]ekan|[Kk]omandan|[Pp]ak|"
    r"[Bb]u)|Demikian (?:disampaikan|dilaporkan|laporan|informasi)|Mohon (?:arahan|petunjuk) "
    r"|Terima kasih atas perhatian|Salam sehat|Salam hormat)",
)
_GREETING_WORDS = frozenset(
    "yth izin demikian selamat mohon terima salam wassalam wassalamualaikum".split()
)
EMOJI = RuleData(
    "pattern",
    "Emoji “{symbol}” tidak dipakai dalam berita.",
    "Hapus emoji itu.",
    "[\U0001f000-\U0001faff]|(?![✓✔★☆♪])[\u2600-\u27bf]",
)
HASHTAG = RuleData(
    "pattern",
    "Tagar {found} tidak berfungsi di sini.",
    "Hapus, lalu tulis kata kuncinya pada “tag” di kepala berkas.",
    # Not where the text speaks about the hashtag itself.
    r"(?<![\w&/#])(?<![Tt]agar )(?<![Tt]agar [“\"])#[A-Za-z]\w+",
)
_STRUCK, _EMOJI, _HASHTAG = (re.compile(d.pattern) for d in (STRUCK, EMOJI, HASHTAG))
_FORWARDED, _GREETING = (re.compile(d.pattern, re.MULTILINE) for d in (FORWARDED, GREETING))
_CHAT_NAME = re.compile(
    r"(?:img|vid)[-_]\d{8}[-_]wa\d+|whatsapp[-_ ](?:image|video)[-_ ]\d"
    r"|(?:img|dsc|dscn|pxl)[-_]\d{3,}|screenshot[-_]",
    re.IGNORECASE,
)


@rule("T901", Severity.PERINGATAN)
def chat_bold(manuscript: Manuscript) -> Iterator[Finding]:
    """Huruf tebal ala WhatsApp.

    Mengapa: satu bintang membuat huruf tebal di WhatsApp, tetapi di sini huruf miring. Huruf
    miring cukup untuk kata asing; nama dan jabatan tidak perlu ditebalkan.

    Salah:
        *Bupati Luwu Utara* membuka pelatihan di *Aula La Galigo*.

    Benar:
        Bupati Luwu Utara membuka pelatihan di Aula La Galigo.
    """
    prose = prose_of(manuscript)
    if "*" not in prose.text:
        return
    starred = [m for m in _STARRED.finditer(prose.text) if not _is_in_list(prose, m)]
    named = [m for m in starred if _is_name(m[1])]
    for match in starred[:MOST_TOLD]:
        many = match in named and len(named) > 1
        if match.start() < prose.body or many or _is_whole_line(prose.text, match):
            message = f"Tanda bintang pada {quoted(match[0])} menjadi huruf miring di sini."
            hint = f"Hapus bintangnya: {match[1]}" if len(match[1]) < 60 else "Hapus bintangnya."
            yield finding(prose, match.start(), message, hint)


@rule("T902", Severity.PERINGATAN, data=STRUCK)
def chat_strike(manuscript: Manuscript) -> Iterator[Finding]:
    """Tulisan dicoret ala WhatsApp.

    Mengapa: tanda ~ tidak mencoret apa pun di sini; pembaca melihat tandanya dan kata yang
    seharusnya sudah dihapus.

    Salah:
        Loket dibuka ~Senin~ Selasa.

    Benar:
        Loket dibuka Selasa.
    """
    prose = prose_of(manuscript)
    if prose.text.count("~") < 2:
        return
    for match in spots(prose, _STRUCK):
        yield told(prose, match.start(), STRUCK, match[0])


@rule("T903", Severity.PERINGATAN, data=FORWARDED)
def forwarded_mark(manuscript: Manuscript) -> Iterator[Finding]:
    """Tanda pesan terusan.

    Mengapa: jam, nama, dan nomor pengirim ikut tersalin dari percakapan. Itu bukan bagian
    berita, bahkan dapat membuka data pribadi.

    Salah:
        [24/11 09.12] Petugas Contoh: Kegiatan berjalan lancar.

    Benar:
        Kegiatan berjalan lancar.
    """
    prose = prose_of(manuscript)
    if not any(mark in prose.text for mark in ("[", " - ", "iteruskan", "orwarded")):
        return
    for match in line_spots(prose, _FORWARDED):
        yield told(prose, match.start(), FORWARDED, match[0].strip())


@rule("T904", Severity.PERINGATAN, data=GREETING)
def chat_greeting(manuscript: Manuscript) -> Iterator[Finding]:
    """Salam dan basa-basi laporan.

    Mengapa: berita dibaca warga, bukan dikirim kepada pimpinan. Salam, “izin melaporkan”,
    dan “demikian disampaikan” milik surat atau percakapan.

    Salah:
        Yth. Bapak Kepala Dinas, izin melaporkan kegiatan imunisasi hari ini.

    Benar:
        MASAMBA — Dinas Kesehatan memberi imunisasi kepada 42 anak.
    """
    prose = prose_of(manuscript)
    if prose.words.isdisjoint(_GREETING_WORDS) and "ssalam" not in prose.text:
        return
    for match in line_spots(prose, _GREETING):
        yield told(prose, match.start(1), GREETING, match[1])


@rule("T905", Severity.PERINGATAN, data=EMOJI)
def emoji(manuscript: Manuscript) -> Iterator[Finding]:
    """Emoji di dalam berita.

    Mengapa: pembaca layar menyebut emoji satu per satu dan sebagian ponsel menampilkan kotak
    kosong. Berita cukup dengan kata.

    Salah:
        Selamat kepada para juara 🎉🎉

    Benar:
        Selamat kepada para juara.
    """
    prose = prose_of(manuscript)
    if max(prose.odd, default="") < "\u2600":
        return
    for match in spots(prose, _EMOJI):
        yield told(prose, match.start(), EMOJI, match[0], symbol=match[0])


@rule("T906", Severity.PERINGATAN, data=HASHTAG)
def hashtag(manuscript: Manuscript) -> Iterator[Finding]:
    """Tagar di dalam berita.

    Mengapa: tagar tidak mengantar ke mana pun di sini. Kata kunci ditulis pada “tag”, supaya
    berita muncul di halaman tag itu.

    Salah:
        #luwuutara #imunisasi

    Benar:
        tag: [imunisasi]
    """
    prose = prose_of(manuscript)
    if "#" not in prose.text:
        return
    for match in spots(prose, _HASHTAG):
        yield told(prose, match.start(), HASHTAG, match[0])


@rule("T908", Severity.PERINGATAN)
def camera_file_name(manuscript: Manuscript) -> Iterator[Finding]:
    """Nama foto buatan kamera atau WhatsApp.

    Mengapa: nama foto menjadi bagian alamatnya. Nama yang menyebut isi foto lebih mudah
    ditemukan dan tidak tertukar.

    Salah:
        berkas: img-20261124-wa0003.jpg

    Benar:
        berkas: imunisasi-posyandu-melati.jpg
    """
    for photo in parts_of(manuscript, "foto") if manuscript.place.kind == "post" else ():
        file = photo.get("berkas")
        if file and _CHAT_NAME.match(file.text):
            message = f"Nama foto {quoted(file.text)} berasal dari kamera atau WhatsApp."
            hint = "Ganti dengan isi fotonya, contoh “imunisasi-posyandu.jpg”."
            yield Finding(message, hint, file.line, file.column)


def _is_in_list(prose: Prose, match: re.Match[str]) -> bool:
    """Whether the first star is the bullet of a list: “* satu” has a space, “*satu*” none."""
    line = prose.text.rfind("\n", 0, match.start()) + 1
    return prose.text[line : match.start()].strip() in ("*", "-", "+")


def _is_name(words: str) -> bool:
    """Names, offices and shouts are made bold in chats; foreign words are small letters."""
    return len(words.split()) > 1 and all(w[0].isupper() or w[0].isdigit() for w in words.split())


def _is_whole_line(text: str, match: re.Match[str]) -> bool:
    start = text.rfind("\n", 0, match.start()) + 1
    end = text.find("\n", match.end())
    line = text[start : end if end >= 0 else len(text)].strip()
    return line.rstrip(".:") == match[0] and len(match[1].split()) >= BOLD_WORDS
