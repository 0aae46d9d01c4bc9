"""Numbers that belong to one person, found in running text and told by their kind.

A number counts for what the nearest word before it says (“NIK”, “rekening”); without such
a word only what its own digits prove. Digits are read in chains such as 7322 0145-0590.
"""

import re
from collections.abc import Iterator
from datetime import date
from functools import lru_cache
from typing import NamedTuple

# A text without this holds no such number; a date with strokes is none.
SHORTEST = re.compile(r"\d(?:[ .\-‐‑–\xa0()]{0,2}\d){6}")
CHAIN = re.compile(r"(?<![\w/=#&%@])(?<!\d,)\+?\d+(?:(?:[ .\-‐‑–\xa0]{1,2}|\) ?)\d+)*(?![\w@%])")
MONEY = re.compile(r"(?:Rp|IDR|USD)\.?\s?\(?$", re.IGNORECASE)
AMOUNT = re.compile(r"[1-9]\d{0,2}(?:\.\d{3})+")  # 1.250.000.000, also without Rp
DAYS = re.compile(  # 2026-11-24, 24-11-2026, also several in a row
    r"(?:(?:\d{4}-\d\d-\d\d|(?:0?[1-9]|[12]\d|3[01])[.-](?:0?[1-9]|1[0-2])[.-](?:19|20)\d\d)"
    r"(?!\d)[ .–-]*)+"
)
CHAT = re.compile(r"(?:wa\.me/|api\.whatsapp\.com/send\?phone=|tel:)\+?(\d{9,14})(?!\d)")
_MOST_GROUPS = 8  # of digits in one number
_REACH = 48  # characters before a number in which a word names it
LABELS = re.compile(
    r"\b(?:(?P<other>nuptk|kode rekening|kode (?:sub)?kegiatan|kode anggaran|kode register|"
    r"nomor surat|kas umum(?: daerah)?|kas (?:daerah|negara|desa)|barcode|resi|isbn|"
    r"rekening (?:listrik|air|telepon)|nomor (?:seri|rangka|mesin|aset|inventaris|faktur))"
    r"|(?P<nik>nik|ktp|kk|nomor induk kependudukan|kartu keluarga|kartu tanda penduduk)"
    r"|(?P<npwp>npwp|nomor pokok wajib pajak)"
    r"|(?P<nisn>nisn|nomor induk siswa nasional)"
    r"|(?P<bpjs>bpjs|jkn|kis|kartu indonesia sehat)"
    r"|(?P<bank>rekening|norek|no\.? ?rek)"
    r"|(?P<home>(?:telepon|telp|tlp|nomor) rumah|rumah(?:nya)? di nomor)"
    r"|(?P<phone>hubungi|telepon|telp|tlp|hp|ponsel|wa|whatsapp|narahubung|kontak|cp))\b",
    re.IGNORECASE,
)
NPWP_FORM = re.compile(r"\d\d\.\d{3}\.\d{3}\.\d[-.]\d{3}\.\d{3}")
MOBILE = re.compile(r"(?:\+?62\D{0,2}0?|0)8[1-35789]\d{7,10}")
_LABELLED = {
    "nik": (16, 16),
    "npwp": (15, 16),
    "nisn": (10, 10),
    "bpjs": (11, 13),
    "bank": (10, 16),
}


_Group = tuple[int, str]  # where it begins, and its digits


class Number(NamedTuple):
    kind: str  # nik, maybe-nik, nip, npwp, nisn, bpjs, bank, mobile, home
    start: int
    digits: str

    @property
    def masked(self) -> str:
        return masked(self.digits)


class _Run(NamedTuple):
    """Some neighbouring groups of digits of one chain."""

    start: int
    groups: tuple[str, ...]

    @property
    def digits(self) -> str:
        return "".join(self.groups)


def masked(digits: str) -> str:
    """The first four digits and the last two, of a short number fewer: 7322**********01."""
    shown = min(4, max(len(digits) - 6, 0))
    return digits[:shown] + "*" * (len(digits) - shown - 2) + digits[-2:]


def numbers_in(text: str) -> Iterator[Number]:
    """The numbers of persons, in the order of the text."""
    if not SHORTEST.search(text):
        return
    for match in CHAT.finditer(text):
        if MOBILE.fullmatch(match[1]):
            yield Number("mobile", match.start(1), match[1])
    for match in CHAIN.finditer(text):
        before = text[max(0, match.start() - _REACH) : match.start()]
        if not MONEY.search(before) and not AMOUNT.fullmatch(match[0]):
            yield from _of_chain(match, _label(before))


def _label(before: str) -> str:
    """What the nearest word before a number calls it; a line of its own calls nothing.

    A word for telephones only takes back that the number is something else.
    """
    found = [m.lastgroup or "" for m in LABELS.finditer(before.rpartition("\n\n")[2])]
    named = [label for label in found if label != "phone"]
    if not named or (found[-1] == "phone" and named[-1] == "other"):
        return ""
    return named[-1]


def _of_chain(match: re.Match[str], label: str) -> Iterator[Number]:
    days = DAYS.match(match[0])
    digits = re.compile(r"\d+").finditer(match[0], days.end() if days else 0)
    groups = [(m.start() + match.start(), _plain(m[0])) for m in digits]
    yield from _of_groups(groups, label, match[0])


def _is_year(digits: str) -> bool:
    return len(digits) == 4 and digits[:2] in ("19", "20")


def _of_groups(groups: list[_Group], label: str, chain: str) -> Iterator[Number]:
    position = 0
    while position < len(groups):
        run, kind = _longest(groups[position : position + _MOST_GROUPS], label, chain)
        if kind:
            yield Number(kind, run.start, run.digits)
            label = "" if label in ("bank", "home") else label
        position += len(run.groups) if kind else 1


def _longest(groups: list[_Group], label: str, chain: str) -> tuple[_Run, str]:
    """The longest run from the first group that is a number of some kind."""
    for end in range(len(groups), 0, -1):
        run = _Run(groups[0][0], tuple(digits for _, digits in groups[:end]))
        if kind := _kind(run, label, chain):
            return run, kind
    return _Run(groups[0][0], ()), ""


def _kind(run: _Run, label: str, chain: str) -> str:
    digits = run.digits
    if not 7 <= len(digits) <= 18 or label == "other" or all(map(_is_year, run.groups)):
        return ""
    if len(digits) == 18:
        return "nip" if is_nip(digits) else ""
    if _is_mobile(run):
        return "mobile"
    if label == "home" and 6 <= len(digits) <= 12:
        return "home"
    if label in _LABELLED and _LABELLED[label][0] <= len(digits) <= _LABELLED[label][1]:
        return label
    if len(digits) == 15 and NPWP_FORM.fullmatch(chain) and is_npwp(digits):
        return "npwp"
    whole = min(map(len, run.groups)) > 1  # 5.1.02.01 is a budget code
    return _nik_kind(digits) if len(digits) == 16 and whole else ""


def _is_mobile(run: _Run) -> bool:
    """Whether it dials a mobile phone; 0.8123456789 is a fraction, not a number to dial."""
    first = run.groups[0]
    dialled = first == "62" or len(first) > 2
    return dialled and MOBILE.fullmatch(run.digits) is not None


@lru_cache(maxsize=256)
def _nik_kind(digits: str) -> str:
    """nik where date and kabupaten exist, maybe-nik where only date and province do.

    Old cards carry codes of a kabupaten that was since dissolved, hence the second.
    """
    from stdnum import numdb  # noqa: PLC0415 - rarely needed
    from stdnum.exceptions import ValidationError  # noqa: PLC0415 - rarely needed
    from stdnum.id import nik  # noqa: PLC0415

    day = int(digits[6:8])
    if not (1 <= day <= 31 or 41 <= day <= 71) or digits.endswith("0000"):
        return ""
    try:
        nik.get_birth_date(digits)
    except ValidationError:
        return ""
    province, *regency = numdb.get("id/loc").info(digits[:4])
    if not province[1]:
        return ""
    # stdnum's own `validate` asks for the province only.
    return "nik" if regency and regency[0][1] else "maybe-nik"


def is_nip(digits: str) -> bool:
    """Eighteen digits: birth, month of appointment, sex, serial."""
    born, month = digits[:8], int(digits[12:14])
    appointed = int(digits[8:12])
    try:
        date(int(born[:4]), int(born[4:6]), int(born[6:]))
    except ValueError:
        return False
    ages = 1930 <= int(born[:4]) <= 2012 and int(born[:4]) + 14 < appointed <= 2050
    return ages and 1 <= month <= 12 and digits[14] in "12"


def is_npwp(digits: str) -> bool:
    from stdnum.id import npwp  # noqa: PLC0415 - rarely needed

    return bool(npwp.is_valid(digits))


def _plain(digits: str) -> str:
    """ASCII digits for those of any script, which would hide a number otherwise."""
    return digits if digits.isascii() else "".join(str(int(d)) for d in digits)
