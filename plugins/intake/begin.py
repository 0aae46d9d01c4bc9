"""`make mulai`: empty the samples, so that real content can begin."""

import re
import shutil
from pathlib import Path

SAMPLES = ("berita", "agenda")
_CONTOH = re.compile(r"^CONTOH = True$", re.MULTILINE)
_OFFICERS = re.compile(r"^petugas:\n(?:  .*\n)+", re.MULTILINE)


def begin(repository: Path) -> str:
    """Remove sample posts, activities and officers; keep agencies, categories and pages."""
    content = repository / "content"
    for name in SAMPLES:
        shutil.rmtree(content / name, ignore_errors=True)
    for record in sorted((content / "perangkat-daerah").glob("*.md")):
        text = record.read_text(encoding="utf-8")
        record.write_text(_OFFICERS.sub("", text), encoding="utf-8")
    settings = repository / "pelicanconf.py"
    text = settings.read_text(encoding="utf-8")
    settings.write_text(_CONTOH.sub("CONTOH = False", text), encoding="utf-8")
    return (
        "Contoh sudah dikosongkan. Isi petugas di content/perangkat-daerah/, mulai dari "
        "redaktur Humas, jalankan make rules, lalu simpan dengan git commit."
    )
