"""A newsroom without a fault, into which a hostile case puts one thing; and its judge."""

from collections.abc import Mapping
from pathlib import Path

from plugins.checks import gate
from plugins.model.moment import parse_moment
from plugins.reading.reader import load
from plugins.reading.tree import FolderTree, Tree
from tests.checks.conftest import DISHUB, HUMAS, MASAMBA, TEXTS, jpeg

POST = "berita/dinkes/2026/11/imunisasi/index.md"
PHOTO = "berita/dinkes/2026/11/imunisasi/anak.jpg"
EVENT = "agenda/dinkes/2026/11/24-imunisasi.md"
AGENCY = "perangkat-daerah/dinkes.md"
NOW = "2026-11-25 08:00"

Files = Mapping[str, str | bytes | None]


def post(*lines: str, title: str = "Imunisasi campak", body: str = "MASAMBA — Isi.") -> str:
    """A post whose fifth line, and those after it, are *lines*."""
    header = (f"judul: {title}", "tanggal: 2026-11-24 09:30", "rubrik: kesehatan", *lines)
    return "---\n" + "\n".join(header) + f"\n---\n\n{body}\n"


def event(*lines: str, title: str = "Imunisasi campak") -> str:
    """An activity whose fourth line, and those after it, are *lines*."""
    return "---\n" + "\n".join((f"acara: {title}", "tanggal: 2026-11-24", *lines)) + "\n---\n"


def agency(*lines: str, name: str = "Dinas Kesehatan") -> str:
    """An agency record whose fifth line, and those after it, are *lines*."""
    header = (f"nama: {name}", "singkatan: Dinkes", "jenis: dinas", *lines)
    return "---\n" + "\n".join(header) + "\n---\n"


BASE: dict[str, str | bytes] = {
    AGENCY: TEXTS["agency"][1],
    "perangkat-daerah/dishub.md": DISHUB,
    "perangkat-daerah/humas.md": HUMAS,
    "perangkat-daerah/kec-masamba.md": MASAMBA,
    "rubrik.yaml": TEXTS["categories"][1],
    POST: post("foto: [{berkas: anak.jpg, alt: Petugas menyuntik seorang anak}]"),
    PHOTO: jpeg(),
    EVENT: event(),
}


def write(folder: Path, files: Files) -> Path:
    for path, content in {**BASE, **files}.items():
        file = folder / path
        if content is not None:
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(content.encode() if isinstance(content, str) else content)
    return folder


def refusals(tree: Tree) -> list[str]:
    """What blocks, as path:line:column and code; advice is not our matter."""
    faults = gate.judge(load(tree, gate.inspect, workers=1), tree, parse_moment(NOW), "humas")
    return [f"{f.path}:{f.line}:{f.column} {f.code}" for f in faults if f.blocks]


def refusals_of(folder: Path, files: Files) -> list[str]:
    return refusals(FolderTree(write(folder / "content", files)))


def places(found: list[str], path: str) -> list[str]:
    """Line, column and code of the refusals, all of which must lie in one file."""
    prefix = f"content/{path}:"
    assert all(refusal.startswith(prefix) for refusal in found), found
    return [refusal.removeprefix(prefix) for refusal in found]
