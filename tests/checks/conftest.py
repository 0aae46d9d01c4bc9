"""A small newsroom without a fault, and ways to change one thing in it."""

import io
from collections.abc import Callable, Mapping
from pathlib import Path

import msgspec
import pytest
from PIL import Image

from plugins.checks import gate, report
from plugins.model.addresses import place_of
from plugins.model.fault import Fault, Severity
from plugins.model.moment import parse_moment
from plugins.reading.reader import load
from plugins.reading.records import read_categories, read_manuscript
from plugins.reading.tree import FolderTree

NOW = parse_moment("2026-11-25 08:00")
FORM = "ADFKLMNPQRSUW"  # letters; the base text is too short for the other rules
TEXTS = {
    "post": (
        "berita/dinkes/2026/11/imunisasi-campak/index.md",
        """\
---
judul: Imunisasi campak di Posyandu Melati
tanggal: 2026-11-24 09:30
rubrik: kesehatan
foto:
  - berkas: imunisasi.jpg
    alt: Petugas menyuntik seorang anak
---

MASAMBA — Petugas melayani 40 anak.
""",
    ),
    "story": (  # the same post with all that the rules of language and journalism ask
        "berita/dinkes/2026/11/imunisasi-campak/index.md",
        """\
---
judul: Imunisasi campak di Posyandu Melati
tanggal: 2026-11-24 09:30
rubrik: kesehatan
foto:
  - berkas: imunisasi.jpg
    alt: Petugas menyuntik seorang anak
    keterangan: Imunisasi di Posyandu Melati, Masamba.
    kredit: Petugas Contoh Dinkes
ringkasan: Petugas melayani 40 anak dari tiga dusun.
---

MASAMBA — Petugas melayani 40 anak pada Selasa (24/11/2026).
""",
    ),
    "event": (
        "agenda/dinkes/2026/11/24-imunisasi-campak.md",
        """\
---
acara: Imunisasi campak
tanggal: 2026-11-24
mulai: 09:00
selesai: 12:00
tempat: Posyandu Melati
---
""",
    ),
    "agency": (
        "perangkat-daerah/dinkes.md",
        """\
---
nama: Dinas Kesehatan
singkatan: Dinkes
jenis: dinas
petugas:
  - nama: Petugas Contoh Dinkes
    akun: petugas-dinkes
    peran: petugas
    sejak: 2025-05-01
---
""",
    ),
    "page": ("halaman/tentang.md", "---\njudul: Tentang situs ini\n---\n\nIsi halaman.\n"),
    "categories": (
        "rubrik.yaml",
        '- slug: kesehatan\n  nama: Kesehatan\n  iptc: "07000000"\n',
    ),
}
DISHUB = """\
---
nama: Dinas Perhubungan
singkatan: Dishub
jenis: dinas
petugas:
  - nama: Petugas Contoh Dishub
    akun: petugas-dishub
    peran: petugas
    sejak: 2025-05-01
---
"""
HUMAS = """\
---
nama: Bidang Humas dan IKP
singkatan: Humas
jenis: bidang
petugas:
  - nama: Redaktur Contoh Humas
    akun: humas
    peran: redaktur
    sejak: 2025-05-01
---
"""
MASAMBA = "---\nnama: Kecamatan Masamba\nsingkatan: Kec. Masamba\njenis: kecamatan\n---\n"

Content = bytes | str | None
Files = Mapping[str, Content]


@pytest.fixture
def text() -> Callable[..., str]:
    """The base text of a kind, with *old* (which must be there) replaced by *new*."""

    def changed(kind: str, old: str = "", new: str = "") -> str:
        base = TEXTS[kind][1]
        assert old in base
        return base.replace(old, new, 1) if old else base

    return changed


@pytest.fixture
def faults_of() -> Callable[..., list[str]]:
    """What the rules of form say of one text: line, column, code, words."""

    def told(kind: str, content: str | bytes, path: str = "") -> list[str]:
        path = path or TEXTS[kind][0]
        data = content.encode() if isinstance(content, str) else content
        place = place_of(path)
        assert place
        read = read_categories if kind == "categories" else read_manuscript
        faults = sorted(gate.inspect(read(path, place, data)))
        return [
            f"{f.line}:{f.column} {f.code} {report.said(f)}" for f in faults if f.code[0] in FORM
        ]

    return told


@pytest.fixture
def said_of() -> Callable[..., list[str]]:
    """What the rules of language, residue, journalism and dates say of the body of a post.

    The body begins in line 13, column 1. *old* and *new* change the header.
    """

    def told(body: str, old: str = "", new: str = "") -> list[str]:
        path, whole = TEXTS["story"]
        header = whole[: whole.index("MASAMBA — ")]
        assert old in header
        place = place_of(path)
        assert place
        data = (header.replace(old, new, 1) + body).encode()
        faults = sorted(gate.inspect(read_manuscript(path, place, data)))
        return [
            f"{f.line}:{f.column} {f.code} {f.message} {f.hint}"
            for f in faults
            if f.code[0] not in FORM
        ]

    return told


@pytest.fixture(scope="session")
def agency_records() -> dict[str, str]:
    """Two agencies with an officer each, a kecamatan, and Humas with its redaktur."""
    return {
        "perangkat-daerah/dinkes.md": TEXTS["agency"][1],
        "perangkat-daerah/dishub.md": DISHUB,
        "perangkat-daerah/humas.md": HUMAS,
        "perangkat-daerah/kec-masamba.md": MASAMBA,
    }


@pytest.fixture(scope="session")
def base_files(agency_records: dict[str, str]) -> dict[str, Content]:
    """Every file of a newsroom in which nothing is wrong."""
    post, event = TEXTS["story"], TEXTS["event"]
    return {
        **agency_records,
        "rubrik.yaml": TEXTS["categories"][1],
        post[0]: post[1],
        post[0].replace("index.md", "imunisasi.jpg"): jpeg(),
        event[0]: event[1],
    }


@pytest.fixture
def judged(tmp_path: Path, base_files: dict[str, Content]) -> Callable[[Files], list[str]]:
    """What the rules of form say of the base newsroom with some files changed or taken away."""

    def told(files: Files) -> list[str]:
        write(tmp_path / "content", {**base_files, **files})
        tree = FolderTree(tmp_path / "content")
        faults = gate.judge(load(tree, gate.inspect, workers=1), tree, NOW, "humas")
        return report.as_lines([f for f in faults if f.code[0] in FORM]).splitlines()[:-1]

    return told


@pytest.fixture
def fault() -> Callable[..., Fault]:
    """A fault as a rule would make it, with some of its parts changed."""
    base = Fault("content/a.md", 2, 1, "K101", "Keliru.", "Betulkan.", Severity.GALAT)
    return lambda **changed: msgspec.structs.replace(base, **changed)


@pytest.fixture
def picture() -> Callable[..., bytes]:
    return jpeg


def jpeg(kind: str = "JPEG", size: tuple[int, int] = (40, 30), frames: int = 1) -> bytes:
    out = io.BytesIO()
    more = [Image.new("RGB", size, "blue") for _ in range(frames - 1)]
    options = {"save_all": True, "append_images": more} if more else {}
    Image.new("RGB", size, "red").save(out, kind, **options)
    return out.getvalue()


def write(folder: Path, files: Files) -> None:
    for path, content in files.items():
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        if content is None:
            file.unlink(missing_ok=True)
        else:
            file.write_bytes(content.encode() if isinstance(content, str) else content)


@pytest.fixture
def write_files() -> Callable[[Path, Files], None]:
    return write
