"""S101: a path that means nothing below content/, and where the file should lie instead."""

import re
from collections.abc import Iterator, Sequence
from pathlib import PurePosixPath

from plugins.checks.rulebook import PREFIX, Finding, Scope, entry_finding, rule
from plugins.checks.wording import JPEG_ON_PHONES, and_words, meant, proposed_slug, quoted, slips_of
from plugins.model.addresses import PHOTO_ENDINGS, place_of
from plugins.model.entry import Entry
from plugins.model.fault import Severity

FORMS = {
    "berita": "content/berita/dinkes/2026/11/nama-berita/index.md",
    "agenda": "content/agenda/dinkes/2026/11/24-nama-kegiatan.md",
    "perangkat-daerah": "content/perangkat-daerah/dinkes.md",
    "halaman": "content/halaman/tentang.md",
    "pantauan-media": "content/pantauan-media/2026/11.csv",
}
MEDIA = "pantauan-media"  # filled by Humas alone, so nobody else is shown the way there
CATEGORIES = "rubrik.yaml"
_BY_COMPUTERS = {"thumbs.db", "desktop.ini", "ehthumbs.db"}
_OF_PHONES = {"heic", "heif", "gif", "bmp", "tif", "tiff", "svg", "avif", "jfif"}


@rule("S101", Severity.GALAT, Scope.TREE)
def unplaced_path(entries: Sequence[Entry]) -> Iterator[Finding]:
    """Berkas tidak pada tempatnya.

    Mengapa: letak berkas menentukan pemilik, bulan, dan alamatnya. Berkas di tempat lain
    tidak akan pernah terbit.

    Salah:
        content/berita/dinkes/2026/9/Imunisasi Campak.md

    Benar:
        content/berita/dinkes/2026/09/imunisasi-campak/index.md
    """
    for entry in entries:
        if place_of(entry.path) is None:
            parts = entry.path.split("/")
            yield entry_finding(entry, _slip_of(parts), _mend(parts))


def _slip_of(parts: list[str]) -> str:
    """Say the first thing that is wrong with a path."""
    name = quoted(parts[-1])
    if _is_made_by_computer(parts[-1]):
        return f"Berkas {name} dibuat oleh komputer dan bukan isi situs."
    if parts[0] not in FORMS:
        kind = "Berkas" if len(parts) == 1 else "Folder"
        return f"{kind} {quoted(parts[0])} tidak dikenal di dalam content/."
    if _ending(parts) not in _endings(parts[0]):
        return f"Berkas {name} tidak berakhiran {_ending_words(parts[0])}."
    for part in (*parts[1:-1], PurePosixPath(parts[-1]).stem):
        if slips := slips_of(part):
            return f"Nama {quoted(part)} memuat {and_words(slips)}."
    if not parts[-1].endswith(f".{_ending(parts)}"):
        return f"Akhiran nama {name} memuat huruf besar."
    return _slip_of_order(parts)


def _slip_of_order(parts: list[str]) -> str:
    """The names are good by themselves; one of them is missing or out of order."""
    name = quoted(parts[-1])
    if parts[0] == "berita" and _ending(parts) in PHOTO_ENDINGS:
        return f"Foto {name} tidak berada di dalam folder sebuah berita."
    if parts[0] in ("berita", "agenda") and len(parts) > 4:
        if not re.fullmatch(r"\d{4}", parts[2], re.ASCII):
            return f"Folder tahun “{parts[2]}” tidak terdiri atas empat angka."
        if not re.fullmatch(r"\d{2}", parts[3], re.ASCII):
            return f"Folder bulan “{parts[3]}” tidak terdiri atas dua angka."
    if parts[0] == "berita" and parts[-1] != "index.md":
        return f"Teks berita {name} harus bernama “index.md” di dalam foldernya sendiri."
    if parts[0] == "agenda" and not re.match(r"\d{2}-", parts[-1], re.ASCII):
        return f"Nama kegiatan {name} tidak diawali dua angka tanggalnya."
    return f"Letak berkas {name} tidak lengkap atau terlalu dalam."


def _mend(parts: list[str]) -> str:
    if _is_made_by_computer(parts[-1]):
        return "Hapus berkas itu."
    if parts[0] not in FORMS:
        known = ", ".join(f"{name}/" for name in FORMS if name != MEDIA)
        return meant(parts[0], (*FORMS, CATEGORIES), f"Pakai salah satu folder: {known}.")
    if _ending(parts) in _OF_PHONES:
        told = f"Simpan foto sebagai JPEG, lalu unggah lagi, contoh {_photo_form(parts)}."
        return f"{told} {JPEG_ON_PHONES}" if _ending(parts) in ("heic", "heif") else told
    *folders, name = _repaired(parts)
    if place_of("/".join((*folders, name))):
        return (
            f"Ganti nama berkas menjadi {name}."
            if folders == parts[:-1]
            else f"Pindahkan ke {PREFIX}{'/'.join((*folders, name))}."
        )
    form = _photo_form(parts) if _ending(parts) in PHOTO_ENDINGS else FORMS[parts[0]]
    return f"Contoh letak yang benar: {form}."


def _repaired(parts: list[str]) -> list[str]:
    """The path with its names put right, and a flat post put into a folder of its own."""
    file = PurePosixPath(parts[-1])
    folders = [proposed_slug(part) for part in parts[1:-1]]
    if len(folders) > 2 and folders[2].isdecimal():
        folders[2] = folders[2].zfill(2)
    ending = ".md" if _ending(parts) in ("markdown", "txt", "mkd") else file.suffix.lower()
    name = proposed_slug(file.stem) + ending
    if parts[0] == "berita" and ending == ".md" and name != "index.md":
        if len(folders) == 3:
            folders.append(proposed_slug(file.stem))
        name = "index.md"
    return [parts[0], *folders, name]


def _is_made_by_computer(name: str) -> bool:
    return name.startswith(".") or name.endswith("~") or name.lower() in _BY_COMPUTERS


def _ending(parts: list[str]) -> str:
    return PurePosixPath(parts[-1]).suffix.removeprefix(".").lower()


def _endings(folder: str) -> tuple[str, ...]:
    if folder == MEDIA:
        return ("csv",)
    return ("md", *PHOTO_ENDINGS) if folder == "berita" else ("md",)


def _ending_words(folder: str) -> str:
    if folder == MEDIA:
        return ".csv"
    return ".md, .jpg, .png, atau .webp" if folder == "berita" else ".md"


def _photo_form(parts: list[str]) -> str:
    """Where a photo may lie: beside the index.md that was meant, if that can be told."""
    name = (proposed_slug(PurePosixPath(parts[-1]).stem) or "foto") + ".jpg"
    beside = "/".join([*_repaired(parts)[:-1], name])
    place = place_of(beside)
    return PREFIX + beside if place else f"{FORMS['berita'].removesuffix('index.md')}{name}"
