"""A table of activities (CSV, as Excel and Google Sheets save it) into rows."""

import csv
import io
import re
from collections.abc import Iterator, Sequence

from plugins.intake.rows import Read, Row, clean, shown

MOST_ROWS = 2000
HEADER_WITHIN = 15  # lines in which the names of the columns are looked for
_SEPARATORS = ";,\t"
# What the columns are called, without capitals and marks. `hari` is a weekday beside `tanggal`.
COLUMNS = {
    "title": (
        "acara", "kegiatan", "nama", "nama acara", "nama kegiatan", "judul", "agenda", "uraian",
        "uraian kegiatan", "jenis kegiatan", "subject", "title",
    ),
    "day": (
        "tanggal", "tgl", "hari tanggal", "hari tgl", "tanggal kegiatan", "tanggal mulai",
        "tanggal pelaksanaan", "date", "start date",
    ),
    "until": ("sampai", "sampai tanggal", "tanggal selesai", "tanggal akhir", "end date"),
    "starts": (
        "mulai", "jam", "waktu", "pukul", "jam mulai", "waktu mulai", "jam pelaksanaan",
        "start time",
    ),
    "ends": ("selesai", "jam selesai", "waktu selesai", "end time"),
    "place": ("tempat", "lokasi", "tempat kegiatan", "lokasi kegiatan", "location"),
    "district": ("kecamatan", "kec"),
    "partners": ("bersama", "pendukung", "instansi terkait", "pd pendukung"),
    "participants": ("peserta", "sasaran"),
    "agency": ("pd", "perangkat daerah", "opd", "skpd", "penyelenggara", "instansi", "pelaksana"),
}  # fmt: skip
_WEEKDAY = "hari"


def read_table(data: bytes) -> Read:
    """Find the columns by their names, then take every line below them."""
    text = decoded(data)
    try:
        lines = list(_lines(text))
    except csv.Error as error:
        return Read([], trouble=f"tabelnya rusak ({error})")
    start, columns = _header(lines)
    if start < 0:
        first = next((cells for _, cells in lines if any(cells)), [])
        return Read([], trouble=_no_columns(first))
    rows = [
        Row(f"baris {number}", {name: cells[at] for name, at in columns.items() if at < len(cells)})
        for number, cells in lines[start + 1 :]
        if any(map(clean, cells))
    ]
    named = [(at, cell) for at, cell in enumerate(lines[start][1]) if clean(cell)]
    unused = tuple(clean(cell) for at, cell in named if at not in columns.values())
    if len(rows) > MOST_ROWS:
        return Read([], trouble=f"isinya {len(rows)} baris; paling banyak {MOST_ROWS}")
    return Read(rows, unused)


def decoded(data: bytes) -> str:
    """UTF-8 with or without its mark, UTF-16 with one, else what Excel writes on Windows."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", errors="replace")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", errors="replace")


def _lines(text: str) -> Iterator[tuple[int, list[str]]]:
    """The cells of each record, with the number of the line on which it begins."""
    plain = text.replace("\0", "").replace("\r\n", "\n").replace("\r", "\n")
    reader = csv.reader(io.StringIO(plain), delimiter=_separator(plain))
    number = 1
    for cells in reader:
        yield number, cells
        number = reader.line_num + 1


def _separator(text: str) -> str:
    """The one that occurs most in the first lines."""
    head = "\n".join(text.split("\n", HEADER_WITHIN)[:HEADER_WITHIN])
    return max(_SEPARATORS, key=head.count)


def _header(lines: Sequence[tuple[int, list[str]]]) -> tuple[int, dict[str, int]]:
    """Which record names the columns, and where each one is; -1 where none does."""
    for index, (_, cells) in enumerate(lines[:HEADER_WITHIN]):
        columns = _columns([_bare(cell) for cell in cells])
        if {"title", "day"} <= columns.keys():
            return index, columns
    return -1, {}


def _columns(names: Sequence[str]) -> dict[str, int]:
    found: dict[str, int] = {}
    for column, synonyms in COLUMNS.items():
        places = [names.index(name) for name in synonyms if name in names]
        if places:
            found[column] = min(places)
    if _WEEKDAY in names:
        found.setdefault("weekday" if "day" in found else "day", names.index(_WEEKDAY))
    return found


def _bare(cell: str) -> str:
    return " ".join(re.findall(r"[a-z]+", cell.lower()))


def _no_columns(first: Sequence[str]) -> str:
    names = ", ".join(shown(cell) for cell in first[:8] if clean(cell))
    seen = f"Baris pertama berbunyi {names}" if names else "Berkasnya kosong"
    return f"tidak ada baris dengan nama kolom “acara” dan “tanggal”. {seen}"
