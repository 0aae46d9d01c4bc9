"""The words of a press pack: the release as plain text and as HTML, contact and licence."""

import re
from collections.abc import Iterator
from html import escape
from html.parser import HTMLParser

from plugins.model.body import Body, Html, PhotoSlot, Table
from plugins.model.press import Pack, PackPhoto

SAMPLE = "CONTOH: berita ini rekaan untuk memperagakan situs, bukan untuk disiarkan."
PHOTOS = "foto"  # the folder of the photos in a pack
_STYLE = (
    "body{max-width:40rem;margin:2rem auto;padding:0 1rem;font:1.05rem/1.6 Georgia,serif}"
    "img{max-width:100%;height:auto}table{border-collapse:collapse}td,th{border:1px solid;"
    "padding:.2rem .5rem}"
)


def plain_release(pack: Pack, body: Body) -> str:
    """Paragraphs with an empty line between them, as a desk pastes them."""
    parts = [
        SAMPLE if pack.sample else "",
        pack.title,
        f"{pack.agency}\n{pack.date}",
        pack.summary,
        *(f"{note.head}: {note.text}" for note in pack.notes),
        *(_plain(block.html, pack.origin) for block in body if not isinstance(block, PhotoSlot)),
        "\n".join(("Foto:", *(f"- {photo_line(p)}" for p in pack.photos))) if pack.photos else "",
        f"Sumber: {pack.address}\n{licence(pack)}",
    ]
    return "\n\n".join(part for part in parts if part) + "\n"


def html_release(pack: Pack, body: Body) -> str:
    """One page without anything from elsewhere but the pack's own photos."""
    placed = {photo.file.partition("-")[2].rpartition(".")[0]: photo for photo in pack.photos}
    title = escape(pack.title)
    lines = [
        '<!doctype html>\n<html lang="id">\n<meta charset="utf-8">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        f"<title>{title}</title>\n<style>{_STYLE}</style>",
        *([_paragraph(SAMPLE)] if pack.sample else ()),
        f"<h1>{title}</h1>",
        _paragraph(f"{pack.agency}, {pack.date}"),
        *([_paragraph(pack.summary)] if pack.summary else ()),
        *(_paragraph(f"{note.head}: {note.text}") for note in pack.notes),
        *map(_figure, pack.photos[:1]),
        *(_block(block, placed, pack) for block in body),
        f'<p>Sumber: <a href="{escape(pack.address)}">{escape(pack.address)}</a></p>',
        _paragraph(licence(pack)),
    ]
    return "\n".join(line for line in lines if line) + "\n"


def contact_text(pack: Pack) -> str:
    contact = pack.contact
    told = (
        ("Alamat", contact.address),
        ("Telepon kantor", contact.phone),
        ("Surel", contact.email),
        ("Situs", contact.website),
        ("Kit media, selalu yang terbaru", pack.kit),
    )
    return "\n".join((contact.name, *(f"{name}: {text}" for name, text in told if text))) + "\n"


def licence(pack: Pack) -> str:
    """What may be done with the pack, and how to name its source."""
    terms = f"Lisensi: {pack.licence} ({pack.licence_url}). " if pack.licence else ""
    return f"{terms}Sebut sumbernya: {pack.agency}, {pack.site}."


def photo_line(photo: PackPhoto) -> str:
    """File, caption and credit in one line."""
    credit = f" (Foto: {photo.credit})" if photo.credit else ""
    return f"{photo.file}: {photo.caption or photo.alt}{credit}"


def _block(block: Html | Table | PhotoSlot, placed: dict[str, PackPhoto], pack: Pack) -> str:
    if isinstance(block, PhotoSlot):
        photo = placed.get(block.file.rpartition(".")[0])
        return _figure(photo) if photo and photo != pack.photos[0] else ""
    return block.html.replace('href="/', f'href="{escape(pack.origin)}/')


def _figure(photo: PackPhoto) -> str:
    words = escape(photo.caption or photo.alt)
    credit = f" Foto: {escape(photo.credit)}" if photo.credit else ""
    image = f'<img src="{PHOTOS}/{photo.file}" alt="{escape(photo.alt)}">'
    return f"<figure>{image}<figcaption>{words}{credit}</figcaption></figure>"


def _paragraph(text: str) -> str:
    return f"<p>{escape(text)}</p>"


def _plain(html: str, origin: str) -> str:
    reader = _Reader(origin)
    reader.feed(html)
    reader.close()
    lines = (
        " ".join(line.split()).removesuffix(" |") for line in "".join(reader.parts).split("\n")
    )
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()


class _Reader(HTMLParser):
    """Sanitised HTML as text: items with dashes, cells with bars, addresses in brackets."""

    def __init__(self, origin: str) -> None:
        super().__init__()
        self.origin = origin
        self.parts: list[str] = []
        self._address = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.parts += _opened(tag)
        if tag == "a":
            href = dict(attrs).get("href") or ""
            self._address = self.origin + href if href.startswith("/") else href

    def handle_endtag(self, tag: str) -> None:
        if tag == "a" and self._address:
            self.parts.append(f" ({self._address})")
        elif tag in ("td", "th"):
            self.parts.append(" | ")

    def handle_data(self, data: str) -> None:
        self.parts.append(data.replace("\n", " "))


def _opened(tag: str) -> Iterator[str]:
    if tag == "li":
        yield "\n- "
    elif tag in ("tr", "br"):
        yield "\n"
    elif tag in ("p", "h2", "h3", "h4", "ul", "ol", "table", "blockquote", "hr"):
        yield "\n\n"
