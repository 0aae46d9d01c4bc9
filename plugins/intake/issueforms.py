"""python -m plugins.intake.issueforms: the forms of GitHub, with choices from the records.

What is asked is declared here once: the forms are written from it, and what comes back is read
by it.
"""

import argparse
import json
import sys
from collections.abc import Iterable, Iterator, Sequence
from enum import StrEnum
from pathlib import Path
from typing import NamedTuple

from plugins.model.moment import Moment, parse_moment
from plugins.model.month import month_of
from plugins.model.newsroom import Newsroom
from plugins.reading.clock import now as present
from plugins.reading.reader import load_agencies
from plugins.reading.settings import ROOT
from plugins.reading.tree import tree_at

FOLDER = Path(".github/ISSUE_TEMPLATE")


class Kind(StrEnum):
    LINE = "input"
    TEXT = "textarea"
    CHOICE = "dropdown"


class Question(NamedTuple):
    key: str
    label: str  # stands above the answer in the issue; each once in a form
    told: str  # what to write, in plain words
    kind: Kind = Kind.LINE
    required: bool = False
    choices: str = ""  # agencies, categories or districts
    several: bool = False
    example: str = ""


class Form(NamedTuple):
    file: str
    name: str
    title: str  # how the title of the issue begins
    told: str
    intro: str
    questions: tuple[Question, ...]


_AGENCY = Question("pd", "Perangkat daerah", "Atas nama siapa ini dikirim?", Kind.CHOICE, True,
                   "agencies")  # fmt: skip
_INTRO = (
    "Kiriman ini menjadi usulan untuk Humas; belum terbit sebelum Humas menyetujuinya. Jawaban "
    "pemeriksaan muncul di bawah isu ini dalam beberapa menit, lalu isian masih boleh disunting."
)

NEWS = Form(
    file="kirim-berita.yml",
    name="Kirim Berita",
    title="Berita: ",
    told="Kirim berita kegiatan beserta fotonya. Tidak perlu tahu git.",
    intro=f"{_INTRO} Jangan tulis NIK, nomor pribadi, atau nama lengkap anak.",
    questions=(
        _AGENCY,
        Question("judul", "Judul berita", "Satu kalimat: siapa melakukan apa.", required=True,
                 example="Puskesmas Masamba layani imunisasi campak 42 balita"),
        Question("tanggal", "Tanggal", "Hari berita ini, biasanya hari kegiatannya.",
                 required=True, example="24 November 2026"),
        Question("rubrik", "Rubrik", "Pokok beritanya.", Kind.CHOICE, True, "categories"),
        Question("kecamatan", "Kecamatan", "Tempat kegiatan; boleh lebih dari satu.",
                 Kind.CHOICE, False, "districts", several=True),
        Question("agenda", "Kegiatan pada agenda",
                 "Bila kegiatannya ada di agenda, tempel alamat halamannya.",
                 example="…/agenda/dinkes/2026/11/24-imunisasi-campak/"),
        Question("ringkasan", "Ringkasan", "Satu kalimat pokok berita, untuk daftar dan WhatsApp.",
                 Kind.TEXT),
        Question("naskah", "Naskah berita",
                 "Siapa, apa, di mana, kapan, mengapa, dan bagaimana. Awali dengan KOTA —",
                 Kind.TEXT, True, example="MASAMBA — Puskesmas Masamba memberi imunisasi …"),
        Question("foto", "Foto", "Seret atau pilih foto ke kotak ini (JPEG atau PNG, paling banyak "
                 "12). Foto diperkecil, ditegakkan, dan dibersihkan dari data lokasi.", Kind.TEXT),
        Question("alt", "Apa yang tampak pada tiap foto",
                 "Satu baris untuk satu foto, berurutan; dibacakan bagi yang tidak melihat.",
                 Kind.TEXT, example="Kader menimbang balita di teras posyandu"),
        Question("keterangan", "Keterangan tiap foto", "Satu baris untuk satu foto.", Kind.TEXT),
        Question("kredit", "Pemotret", "Nama orang atau kantor yang memotret."),
        Question("penulis", "Penulis", "Kosongkan bila akun ini petugas humas yang terdaftar."),
    ),
)  # fmt: skip

AGENDA = Form(
    file="kirim-agenda.yml",
    name="Kirim Agenda",
    title="Agenda: ",
    told="Daftarkan satu kegiatan pada agenda. Tidak perlu tahu git.",
    intro=_INTRO,
    questions=(
        _AGENCY,
        Question("acara", "Nama kegiatan", "Nama yang dipahami warga.", required=True,
                 example="Imunisasi campak di Posyandu Melati"),
        Question("tanggal", "Tanggal mulai", "Hari pertama.", required=True,
                 example="24 November 2026"),
        Question("sampai", "Tanggal selesai", "Hanya bila lebih dari satu hari."),
        Question("mulai", "Jam mulai", "Waktu WITA.", example="09:00"),
        Question("selesai", "Jam selesai", "Waktu WITA; kosongkan bila belum tahu."),
        Question("tempat", "Tempat", "Nama gedung atau lokasi.", example="Aula Kantor Camat"),
        Question("kecamatan", "Kecamatan", "Tempat kegiatan.", Kind.CHOICE, False, "districts"),
        Question("bersama", "Bersama", "Perangkat daerah lain yang ikut menyelenggarakan.",
                 Kind.CHOICE, False, "agencies", several=True),
        Question("peserta", "Peserta", "Siapa yang hadir.", example="Kader posyandu se-Masamba"),
    ),
)  # fmt: skip

FORMS = (NEWS, AGENDA)


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="python -m plugins.intake.issueforms")
    parser.add_argument("--check", action="store_true", help="write nothing; exit 1 when stale")
    parser.add_argument("--root", type=Path, default=ROOT, metavar="DIR")
    parser.add_argument("--now", type=parse_moment, metavar="MOMENT")
    options = parser.parse_args(arguments)
    room = load_agencies(tree_at(options.root / "content"))
    stale = False
    for form in FORMS:
        wanted = text_of(form, room, options.now or present())
        file = options.root / FOLDER / form.file
        if file.exists() and file.read_text(encoding="utf-8") == wanted:
            continue
        stale = True
        if options.check:
            told = f"stale: {FOLDER / form.file}; run python -m plugins.intake.issueforms\n"
            sys.stderr.write(told)
        else:
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(wanted, encoding="utf-8")
    return 1 if options.check and stale else 0


def text_of(form: Form, room: Newsroom, today: Moment) -> str:
    """The file of a form, as GitHub reads it."""
    return "\n".join(_lines(form, room, today)) + "\n"


def choices_of(name: str, room: Newsroom, today: Moment) -> list[str]:
    """What may be chosen: the name, and behind it the slug by which the answer is read."""
    if name == "categories":
        found: Iterable[tuple[str, str]] = ((c.name, s) for s, c in room.categories.items())
    elif name == "districts":
        found = ((name, slug) for slug, name in room.districts().items())
    else:
        month = month_of(today)
        found = ((a.name, s) for s, a in room.agencies.items() if a.exists_in(month))
    bare = {slug: name.replace("(", "").replace(")", "") for name, slug in found}
    return sorted(f"{name} ({slug})" for slug, name in bare.items())


def _lines(form: Form, room: Newsroom, today: Moment) -> Iterator[str]:
    yield "# Dibuat dari data di content/ oleh `make rules`; jangan disunting dengan tangan."
    yield f"name: {form.name}"
    yield f"description: {form.told}"
    yield f"title: {_quoted(form.title)}"
    yield "body:"
    yield "  - type: markdown"
    yield "    attributes:"
    yield f"      value: {_quoted(form.intro)}"
    for question in form.questions:
        yield from _question_lines(question, room, today)


def _question_lines(question: Question, room: Newsroom, today: Moment) -> Iterator[str]:
    yield f"  - type: {question.kind}"
    yield f"    id: {question.key}"
    yield "    attributes:"
    yield f"      label: {_quoted(question.label)}"
    yield f"      description: {_quoted(question.told)}"
    if question.example:
        yield f"      placeholder: {_quoted(question.example)}"
    if question.several:
        yield "      multiple: true"
    if question.choices:
        yield "      options:"
        yield from (f"        - {_quoted(o)}" for o in choices_of(question.choices, room, today))
    if question.required:
        yield "    validations:"
        yield "      required: true"


def _quoted(text: str) -> str:
    """A text of JSON is one of YAML too."""
    return json.dumps(text, ensure_ascii=False)


if __name__ == "__main__":
    sys.exit(main())
