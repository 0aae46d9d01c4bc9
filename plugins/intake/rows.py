"""A line of somebody's agenda as it was written, before anything is made of it."""

import re
import unicodedata
from collections.abc import Mapping
from typing import NamedTuple

from plugins.reading.header import FORBIDDEN

LONGEST_SHOWN = 60  # characters of a value in the report
_LABEL = r"(?:\b(?:CP|HP|WA|Telp?|Telepon|NIK|NIP|NPWP|No|Nomor)\b[.:]?\s*){0,4}"
_MOBILE = r"(?:\+?62|0)[ .-]?8(?:[ .-]?\d){7,11}"
_IDENTITY = r"\d(?:[ -]?\d){14,17}|\d{2}\.\d{3}\.\d{3}\.\d[-.]\d{3}\.\d{3}"  # NIK, NIP, NPWP
PERSONAL = re.compile(
    rf"{_LABEL}(?<![\w,/-])(?<!\d\.)(?:{_MOBILE}|{_IDENTITY})(?!\d)", re.IGNORECASE | re.ASCII
)


class Row(NamedTuple):
    where: str  # baris 3, or kegiatan ke-3
    cells: Mapping[str, str]  # by the names of COLUMNS in tables.py; a key may be missing
    note: str = ""  # what reading the file had to say of it
    refused: str = ""  # why nothing can be made of it


class Read(NamedTuple):
    """What a file holds; *trouble* where it could not be read at all."""

    rows: list[Row]
    unused: tuple[str, ...] = ()  # names of columns that were not taken
    trouble: str = ""


def clean(text: str) -> str:
    """One line of text that a header may hold."""
    plain = unicodedata.normalize("NFC", FORBIDDEN.sub(" ", text))
    return " ".join(plain.split())


def without_numbers(text: str) -> tuple[str, list[str]]:
    """The text without telephone and identity numbers, and those masked."""
    found = [masked(match[0]) for match in PERSONAL.finditer(text)]
    if not found:
        return text, []
    cut = re.sub(r"\(\s*\)|\[\s*\]", "", PERSONAL.sub("", text))
    return " ".join(cut.split()).strip(" ,;:-–/"), found


def shown(text: str) -> str:
    """A value in “…” for the report: one line, cut, with its numbers masked."""
    line = PERSONAL.sub(lambda match: masked(match[0]), clean(text))
    return f"“{line if len(line) <= LONGEST_SHOWN else line[: LONGEST_SHOWN - 1] + '…'}”"


def masked(number: str) -> str:
    """0812******01"""
    digits = re.sub(r"\D", "", number)
    return f"{digits[:4]}{'*' * (len(digits) - 6)}{digits[-2:]}"
