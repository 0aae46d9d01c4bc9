"""python -m plugins.checks.docs: the rules as pages for officers, from their docstrings."""

import argparse
import sys
from collections.abc import Sequence
from itertools import groupby
from pathlib import Path

from plugins.checks import explain
from plugins.checks.rulebook import Rule, rules
from plugins.reading.settings import ROOT

FOLDER = ROOT / "docs" / "panduan" / "aturan"
INDEX = "README.md"
SUBJECTS = {
    "A": "Agenda",
    "B": "Bahasa",
    "C": "Catatan hari, judul, dan kegiatan",
    "D": "Data pribadi",
    "F": "Foto",
    "J": "Jurnalistik",
    "K": "Kepala berkas",
    "L": "Lembar pantauan media",
    "M": "Isi berita",
    "N": "Anak",
    "P": "Perangkat daerah",
    "Q": "Pengecualian",
    "R": "Rujukan dan alamat",
    "S": "Susunan berkas",
    "T": "Sisa tempelan",
    "U": "Usulan",
    "W": "Waktu",
}


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="python -m plugins.checks.docs", description=__doc__)
    parser.add_argument("--check", action="store_true", help="write nothing; exit 1 when stale")
    options = parser.parse_args(arguments)
    wrong = stale(FOLDER)
    if options.check and wrong:
        sys.stderr.write(f"stale: {' '.join(wrong)}; run python -m plugins.checks.docs\n")
        return 1
    if not options.check:
        write(FOLDER)
    return 0


def pages() -> dict[str, str]:
    """Every page by file name: one for each rule, and the table of all."""
    return {INDEX: index(rules()), **{f"{r.code}.md": explain.as_markdown(r) for r in rules()}}


def stale(folder: Path) -> list[str]:
    """The names of pages that are missing, old, or of no rule."""
    found = {file.name: file.read_text(encoding="utf-8") for file in folder.glob("*.md")}
    expected = pages()
    names = sorted(found.keys() | expected.keys())
    return [name for name in names if found.get(name) != expected.get(name)]


def write(folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    expected = pages()
    for name in stale(folder):
        if name in expected:
            (folder / name).write_text(expected[name], encoding="utf-8")
        else:
            (folder / name).unlink()


def index(book: Sequence[Rule]) -> str:
    """The table of all rules, grouped by the letter of their code."""
    parts = [
        "# Aturan pemeriksaan\n",
        "Setiap berkas diperiksa sebelum terbit. Setiap temuan menyebut letak, apa yang keliru, "
        "apa yang sebaiknya ditulis, dan kode aturannya. Halaman ini dibuat oleh "
        "`python -m plugins.checks.docs`; jangan disunting dengan tangan.\n",
        *(f"- **{severity}**: {meaning}." for severity, meaning in explain.MEANINGS.items()),
    ]
    for letter, group in groupby(book, lambda rule: rule.code[0]):
        parts += [f"\n## {letter}: {SUBJECTS[letter]}\n"]
        parts += ["| Kode | Temuan | Tingkat |", "| --- | --- | --- |"]
        parts += [_row(rule) for rule in group]
    return "\n".join(parts) + "\n"


def _row(rule: Rule) -> str:
    title = explain.page(rule).title.rstrip(".").replace("|", "\\|")
    return f"| [{rule.code}]({rule.code}.md) | {title} | {rule.severity} |"


if __name__ == "__main__":
    sys.exit(main())
