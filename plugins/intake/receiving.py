"""A file that was handed over into its bare material, whatever kind of file it is."""

import re
from collections.abc import Iterable, Iterator, Sequence
from io import BytesIO
from pathlib import Path
from typing import BinaryIO

from plugins.intake.archives import Archive, ArchiveError
from plugins.intake.batches import LONG, Batch, news_in, rivals
from plugins.intake.chats import is_chat, read_chat
from plugins.intake.composed import Composed, is_composed, read_composed
from plugins.intake.documents import read_document
from plugins.intake.handover import (
    Handover,
    HandoverError,
    Leftover,
    Picture,
    ending,
    is_picture,
)
from plugins.intake.rows import clean, shown
from plugins.model.moment import Moment
from plugins.model.source import Text
from plugins.reading.header import read_source

LONGEST_CHAT = 8 * 1024 * 1024  # bytes at the end of a chat that are looked at
LARGEST_TEXT = 256 * 1024  # bytes of a text that somebody pasted
LARGEST_PICTURE = 32 * 1024 * 1024
MOST_PICTURES = 12  # as many as a post may list
LARGEST_KEPT = 64 * 1024 * 1024  # bytes of all leftovers that are copied beside
LISTED = 15  # news items that are shown for choosing
_DOCUMENT = "word/document.xml"
_WORD = (".docx", ".docm")
_FOREIGN = (
    (b"\xd0\xcf\x11\xe0", "berkas Office lama (.doc); simpan ulang sebagai .docx"),
    (b"%PDF", "PDF; salin teksnya ke berkas .txt, atau minta dokumen Word-nya"),
    (b"{\\rtf", "RTF; simpan ulang sebagai .docx"),
    (b"Rar!", "arsip RAR; kirim sebagai ZIP"),
    (b"7z\xbc\xaf", "arsip 7z; kirim sebagai ZIP"),
)


def read_file(file: Path, choice: int, today: Moment) -> Handover | Composed:
    """By what the file is, not by its name; *choice* is the number of a news item, or 0."""
    try:
        with file.open("rb") as stream:
            return read_stream(stream, choice, today)
    except OSError as error:
        raise HandoverError(f"tidak dapat dibuka: {error.strerror or error}") from error
    except ArchiveError as error:
        raise HandoverError(str(error)) from error


def read_stream(stream: BinaryIO, choice: int, today: Moment) -> Handover | Composed:
    head = stream.read(8)
    stream.seek(0)
    if head.startswith(b"PK"):
        with Archive(stream) as archive:
            if _DOCUMENT not in archive.names:
                return _archive(archive, choice, today)
        return read_document(stream)
    for mark, told in _FOREIGN:
        if head.startswith(mark):
            raise HandoverError(f"berkas itu {told}")
    data = stream.read(LONGEST_CHAT + 1)
    return read_text(data, choice, today)


def read_text(data: bytes, choice: int, today: Moment) -> Handover:
    """Pasted words: of a chat, or the news itself."""
    text = decoded(data)
    if is_chat(text):
        return _of_chat(text, False, choice, today, None)
    if len(data) > LARGEST_TEXT:
        raise HandoverError(f"naskahnya lebih dari {LARGEST_TEXT // 1024} KB")
    if not text.strip():
        raise HandoverError("naskahnya kosong")
    source = read_source("kiriman.md", data)
    titles = [node.text for key, node in source.header.pairs
              if key.text.lower() in ("judul", "title") and isinstance(node, Text)]  # fmt: skip
    if titles and source.body.strip():
        told = "dari kepala berkasnya hanya judul yang dipakai"
        return Handover(
            text=source.body, title=titles[0], left=(Leftover("naskah.md", told, data),)
        )
    return Handover(text=text)


def with_pictures(handover: Handover, names: Iterable[str]) -> Handover:
    """Photos beside the text: files, and what lies in folders."""
    pictures, left = list(handover.pictures), list(handover.left)
    for file in _files(names):
        data = _bytes(file)
        if is_picture(file.name) and data:
            pictures.append(Picture(file.name, data))
        else:
            left.append(Leftover(file.name, _why(file.name), data))
    return handover._replace(pictures=tuple(pictures), left=tuple(left))


def decoded(data: bytes) -> str:
    for encoding in ("utf-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig", "cp1252"):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    return data.decode("latin-1")


def _archive(archive: Archive, choice: int, today: Moment) -> Handover | Composed:
    if is_composed(archive):
        return read_composed(archive)
    written = [name for name in archive.names if ending(name) in (".txt", ".md")]
    for name in written:
        tail, cut = archive.tail(name, LONGEST_CHAT)
        text = decoded(_from_line(tail) if cut else tail)
        if is_chat(text) or (cut and re.search(r"^\[?\d+[./-]\d+", text, re.MULTILINE)):
            return _of_chat(text, cut, choice, today, archive)
    return _parcel(archive, written, choice, today)


def _from_line(tail: bytes) -> bytes:
    return tail[tail.find(b"\n") + 1 :]


def _parcel(archive: Archive, written: Sequence[str], choice: int, today: Moment) -> Handover:
    """A plain ZIP of one text, or one document, and photos."""
    documents = [name for name in archive.names if ending(name) in _WORD]
    if len(written) + len(documents) != 1:
        told = "tidak memuat naskah" if not written and not documents else "memuat beberapa naskah"
        raise HandoverError(f"arsip itu {told}; kirim satu naskah (.txt atau .docx) dan fotonya")
    (name,) = [*written, *documents]
    if written:
        base = read_text(archive.read(name, LARGEST_TEXT), choice, today)
    else:
        base = read_document(BytesIO(archive.read(name)))
    others = [(other, "") for other in archive.names if other != name]
    return _with_attachments(base, archive, others)


def _of_chat(text: str, cut: bool, choice: int, today: Moment, archive: Archive | None) -> Handover:
    news = news_in(read_chat(text, today))
    batch = _chosen(news, choice)
    notes = []
    if len(news) > 1:
        notes.append(
            f"chat itu memuat {len(news)} kiriman; yang diambil nomor {news.index(batch) + 1}"
        )
    if cut:
        notes.append(f"hanya {LONGEST_CHAT // 1024 // 1024} MB terakhir dari chat itu yang dibaca")
    if batch.omitted:
        told = "ekspor lagi chat itu dengan “Sertakan media”"
        notes.append(f"{batch.omitted} foto atau video tidak ikut dalam ekspor; {told}")
    base = Handover(batch.text, sender=batch.sender, sent=batch.at, notes=tuple(notes))
    if archive is None:
        missing = tuple(Leftover(clean(name), "tidak ada dalam kiriman") for name, _ in batch.files)
        return base._replace(left=missing)
    by_name = {name.rpartition("/")[2]: name for name in archive.names}
    files = [(by_name.get(name, name), caption) for name, caption in batch.files]
    return _with_attachments(base, archive, files)


def _chosen(news: Sequence[Batch], choice: int) -> Batch:
    """The last item, unless others came so close to it that one has to ask."""
    if not news:
        raise HandoverError("tidak ada kiriman yang cukup panjang untuk menjadi berita")
    if choice:
        if not 1 <= choice <= len(news):
            raise HandoverError(f"tidak ada kiriman nomor {choice}; yang ada 1 sampai {len(news)}")
        return news[choice - 1]
    if rivals(news):
        raise HandoverError(
            "ada beberapa kiriman berdekatan; pilih satu dengan AMBIL=nomor\n" + listing(news)
        )
    return news[-1]


def listing(news: Sequence[Batch]) -> str:
    return "\n".join(_rows(news))


def _rows(news: Sequence[Batch]) -> Iterator[str]:
    if len(news) > LISTED:
        yield f"  … {len(news) - LISTED} kiriman yang lebih lama"
    for number, batch in list(enumerate(news, 1))[-LISTED:]:
        first = next((line for line in batch.text.split("\n") if line.strip()), "")
        when = f"{batch.at.short} {batch.at.clock}"
        yield f"  {number}  {when}  {shown(batch.sender)}  {shown(first)}  {batch.pictures} foto"


def _with_attachments(
    base: Handover, archive: Archive, files: Sequence[tuple[str, str]]
) -> Handover:
    """The photos among the attachments; the text of a document, where there is no other."""
    pictures, left = list(base.pictures), list(base.left)
    kept = 0
    for name, caption in sorted(files, key=lambda file: not _is_material(file[0])):
        short = name.rpartition("/")[2]
        wanted = is_picture(name) and len(pictures) < MOST_PICTURES
        room = LARGEST_PICTURE if _is_material(name) else LARGEST_KEPT - kept
        data, trouble = _entry(archive, name, room)
        if data and ending(name) in _WORD and len(base.text) < LONG:
            base = _joined(read_document(BytesIO(data)), base)
            pictures += base.pictures
        elif data and wanted:
            pictures.append(Picture(short, data, caption))
        else:
            kept += len(data)
            left.append(Leftover(short, trouble or _why(name), data))
    return base._replace(pictures=tuple(pictures), left=tuple(left))


def _is_material(name: str) -> bool:
    """What may become part of the news is unpacked before the films are."""
    return is_picture(name) or ending(name) in _WORD


def _joined(document: Handover, chat: Handover) -> Handover:
    """A document that came in a chat: its text, and the chat's sender and time."""
    said = [f"pesan pengirim: {clean(chat.text)}"] if chat.text else []
    return document._replace(
        sender=chat.sender or document.sender,
        sent=chat.sent,
        left=(*chat.left, *document.left),
        notes=(*chat.notes, *said, *document.notes),
    )


def _entry(archive: Archive, name: str, limit: int) -> tuple[bytes, str]:
    if name not in archive.names:
        return b"", "tidak ada dalam kiriman"
    try:
        return archive.read(name, limit), ""
    except ArchiveError as error:
        return b"", str(error)


def _why(name: str) -> str:
    kind = ending(name)
    if is_picture(name):
        return f"sudah ada {MOST_PICTURES} foto"
    if kind in (".heic", ".heif"):
        return "foto HEIC; minta dikirim sebagai JPEG"
    if kind in (".mp4", ".mov", ".3gp", ".mkv"):
        return "video"
    if kind in (".opus", ".m4a", ".mp3", ".aac", ".ogg"):
        return "rekaman suara"
    if kind == ".pdf" or kind in (*_WORD, ".doc", ".xlsx", ".pptx"):
        return "dokumen"
    return "stiker" if name.rpartition("/")[2].upper().startswith("STK-") else "bukan foto"


def _files(names: Iterable[str]) -> Iterator[Path]:
    for name in names:
        place = Path(name)
        if place.is_dir():
            yield from sorted(file for file in place.iterdir() if file.is_file())
        elif place.is_file():
            yield place
        else:
            raise HandoverError(f"foto {shown(name)} tidak ditemukan")


def _bytes(file: Path) -> bytes:
    return file.read_bytes() if file.stat().st_size <= LARGEST_PICTURE else b""
