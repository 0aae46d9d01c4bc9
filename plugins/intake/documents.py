"""A .docx into text and pictures, with nothing in it obeyed: see decision 13.

Macros, links to elsewhere, embedded programs and revisions are named and left where they are.
A document type, and with it every entity, ends the reading at once.
"""

from collections.abc import Iterator, Mapping
from typing import BinaryIO, NamedTuple

from plugins.intake.archives import Archive, ArchiveError
from plugins.intake.handover import Handover, HandoverError, Leftover, Picture, is_picture
from plugins.intake.wordxml import Body, DamagedError, parse

LARGEST_XML = 16 * 1024 * 1024  # bytes of one part, unpacked
LARGEST_PICTURE = 32 * 1024 * 1024
MOST_PICTURES = 12  # as many as a post may list
_MAIN = "word/document.xml"
_RELATIONS = "word/_rels/document.xml.rels"
_HARMLESS = ("/hyperlink",)


class _Relation(NamedTuple):
    target: str
    kind: str
    external: bool


def read_document(stream: BinaryIO) -> Handover:
    """Raises HandoverError where there is no text to be had."""
    try:
        with Archive(stream) as archive:
            return _read(archive)
    except (ArchiveError, DamagedError) as error:
        raise HandoverError(f"Dokumen itu tidak dapat dibaca: {error}.") from error


def _read(archive: Archive) -> Handover:
    if _MAIN not in archive.names:
        raise HandoverError("Berkas itu bukan dokumen Word (.docx). Simpan ulang sebagai .docx.")
    relations = _relations(archive)
    body = Body()
    parse(archive.read(_MAIN, LARGEST_XML), body.starts, body.ends, body.hears)
    pictures, left = _pictures(archive, relations, body.shown)
    notes = [*body.notes, *_refused(archive, relations)]
    return Handover(
        text="\n\n".join(body.paragraphs),
        pictures=tuple(pictures),
        left=tuple(left),
        notes=tuple(dict.fromkeys(notes)),
        title=body.title,
        author=_author(archive),
    )


def _relations(archive: Archive) -> dict[str, _Relation]:
    found: dict[str, _Relation] = {}

    def start(name: str, attributes: Mapping[str, str]) -> None:
        if name.endswith("Relationship") and "Id" in attributes:
            external = attributes.get("TargetMode") == "External"
            target = attributes.get("Target", "")
            found[attributes["Id"]] = _Relation(target, attributes.get("Type", ""), external)

    if _RELATIONS in archive.names:
        parse(archive.read(_RELATIONS, LARGEST_XML), start, None, None)
    return found


def _pictures(
    archive: Archive, relations: Mapping[str, _Relation], shown: list[str]
) -> tuple[list[Picture], list[Leftover]]:
    """The pictures of the text in its order; each once."""
    pictures: list[Picture] = []
    left: list[Leftover] = []
    known = [relations[i] for i in dict.fromkeys(shown) if i in relations]
    for relation in known:
        name = f"word/{relation.target.removeprefix('/word/')}"
        if relation.external or name not in archive.names:
            continue
        if len(pictures) >= MOST_PICTURES or not is_picture(name):
            left += _kept(archive, name)
        elif data := _data(archive, name):
            pictures.append(Picture(name.rpartition("/")[2], data))
        else:
            left.append(Leftover(name, "terlalu besar atau rusak"))
    return pictures, left


def _kept(archive: Archive, name: str) -> Iterator[Leftover]:
    yield Leftover(name, "gambar yang tidak dapat dipakai", _data(archive, name))


def _data(archive: Archive, name: str) -> bytes:
    try:
        return archive.read(name, LARGEST_PICTURE)
    except ArchiveError:
        return b""


def _refused(archive: Archive, relations: Mapping[str, _Relation]) -> Iterator[str]:
    if any(name.lower().endswith("vbaproject.bin") for name in archive.names):
        yield "makro di dalam dokumen diabaikan"
    if any(r.external and not r.kind.endswith(_HARMLESS) for r in relations.values()):
        yield "rujukan ke berkas di luar dokumen diabaikan"
    if any(name.startswith("word/embeddings/") for name in archive.names):
        yield "berkas yang tertanam di dalam dokumen tidak diambil"


def _author(archive: Archive) -> str:
    words: list[str] = []
    inside: list[str] = []
    if "docProps/core.xml" in archive.names:
        parse(
            archive.read("docProps/core.xml", LARGEST_XML),
            lambda name, _: inside.append(name.rpartition("}")[2]),
            lambda _: inside.pop(),
            lambda text: words.append(text) if inside[-1:] == ["creator"] else None,
        )
    return "".join(words).strip()[:80]
