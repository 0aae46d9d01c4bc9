"""The photos of an issue: found in its answers, cleaned, named, and put in their place."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from plugins.intake.attachments import Fetched, Forge, Found, references
from plugins.intake.cleaning import clean_each
from plugins.intake.rows import clean, shown
from plugins.intake.scalars import scalar
from plugins.model import prompts
from plugins.reading.photos import photo_facts

STEM = 40  # characters of the name of a photo, without its number
_ENDINGS = {"JPEG": "jpg", "PNG": "png", "WEBP": "webp"}


class Photo(NamedTuple):
    file: str  # its name in the post's folder
    data: bytes


def pictures_in(answers: Mapping[str, str], forge: Forge) -> list[Found]:
    """What was dropped into the text and below it, in that order."""
    return [
        found for key in ("naskah", "foto") for found in references(answers.get(key, ""), forge)
    ]


def clean_photos(
    found: Sequence[Found], fetched: Mapping[str, Fetched], stem: str
) -> tuple[dict[str, Photo], list[str]]:
    """The clean photos by address, each picture once; and what is no photo."""
    notes = [f"gambar dari alamat lain tidak diambil: {shown(f.url)}" for f in found if not f.ours]
    urls = list(dict.fromkeys(one.url for one in found if one.ours))
    got = [(url, fetched.get(url, Fetched(b"", "tidak diambil"))) for url in urls]
    numbers = {url: number for number, url in enumerate(urls, 1)}
    notes += [f"lampiran ke-{numbers[url]}: {one.trouble}" for url, one in got if one.trouble]
    usable = [(url, one.data) for url, one in got if not one.trouble]
    photos: dict[str, Photo] = {}
    by_data: dict[bytes, Photo] = {}
    for (url, _), made in zip(usable, clean_each([data for _, data in usable]), strict=True):
        if made.trouble:
            notes.append(f"lampiran ke-{numbers[url]}: {made.trouble}")
            continue
        if made.data not in by_data:
            name = f"{stem}-{len(by_data) + 1}.{_ENDINGS[photo_facts(made.data).kind]}"
            by_data[made.data] = Photo(name, made.data)
        photos[url] = by_data[made.data]
    return photos, notes


def body_with(text: str, photos: Mapping[str, Photo], forge: Forge) -> tuple[str, set[str]]:
    """The text with its photos in place and without other pictures; the names that stand in it."""
    parts, at, placed = [], 0, set()
    for found in references(text, forge):
        parts.append(text[at : found.start])
        at = found.end
        photo = photos.get(found.url)
        if photo and photo.file not in placed:
            placed.add(photo.file)
            parts.append(f"\n\n![]({photo.file})\n\n")
    parts.append(text[at:])
    lines = "".join(parts).split("\n")
    kept = [line for n, line in enumerate(lines) if line.strip() or (n and lines[n - 1].strip())]
    return "\n".join(kept).strip(), placed


def photo_lines(photos: Sequence[Photo], answers: Mapping[str, str]) -> Iterator[str]:
    alts, captions = (_by_line(answers[key]) for key in ("alt", "keterangan"))
    if photos:
        yield "foto:"
    for number, photo in enumerate(photos):
        yield f"  - berkas: {photo.file}"
        yield f"    alt: {scalar(alts[number] if number < len(alts) else prompts.ALT)}"
        if number < len(captions):
            yield f"    keterangan: {scalar(captions[number])}"
        if credit := clean(answers["kredit"]):
            yield f"    kredit: {scalar(credit)}"


def _by_line(text: str) -> list[str]:
    """Without the numbers and bullets that people put before them."""
    lines = (clean(line).lstrip("-*• ") for line in text.split("\n"))
    return [line for line in lines if line]
