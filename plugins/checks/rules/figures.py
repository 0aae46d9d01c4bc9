"""B: numbers, money, hours and degrees as EYD V writes them."""

import re
from collections.abc import Iterator
from itertools import islice

from plugins.checks.prose import MOST_TOLD, beginning, finding, prose_of, spots, told
from plugins.checks.rulebook import Finding, rule
from plugins.checks.wording import quoted
from plugins.checks.wordlists import MOTION_AFTER, ORDINAL_AFTER, ORDINAL_BEFORE
from plugins.model.fault import Severity
from plugins.model.manuscript import Manuscript
from plugins.model.portable import RuleData

_ORDINAL = re.compile(
    r"[Kk]e(?:-[IVXLC]+\b|(?:- | - ?)(?:\d{1,3}|[IVXLC]+)\b"
    r"|( (?:\d{1,3}|[IVXLC]+)(?![\w/:]|[.,]\d))(?: (\w+))?)"
)
_ORDINAL_STARTS = ("ke ", "ke-", "Ke ", "Ke-")
RUPIAH = RuleData(
    "pattern",
    "Penulisan {found} tidak sesuai ejaan.",
    "Tulis “Rp{group}”.",
    r"Rp(?:\. ?|[ \xa0])(\d[\d.,]*\d|\d)(?:,-)?|Rp(\d[\d.]*),-",
)
_RUPIAH = re.compile(RUPIAH.pattern)
_HOUR = re.compile(r"(?<![\d:.,/])(\d{1,2})([.:])(\d{2})(?![\d:]|[.,]\d)(?: (WITA|Wita|wita)\b)?")
_CLOCK = ("pukul ", "jam ")
# Each begins with plain letters, so that a text of right hours is passed in no time.
_MAYBE_BAD_HOUR = tuple(map(re.compile, (r":\d\d", r" wita\b", r"ukul \d[.:]", r"am \d[.:]")))
_ROMAN = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}

# Degrees as letters that belong together; the parts of each end in a dot where it is right.
_LONG = (
    "S.Sos S.Pd.I S.Pd S.Kom S.Kep S.Farm S.Ag S.Hut S.Si S.Gz S.Psi "
    "M.Si M.Pd M.Kes M.Kom M.Ag M.Hum"
)
_SHORT = "S.E S.H S.T S.P S.Pi S.IP S.STP S.K.M M.M M.H M.T M.P M.Sc M.AP M.A.P"


def _degree(letters: str, gap: str) -> str:
    return gap.join(letters.split(".")) + r"(?![A-Za-z])\.?"


_LONG_FORMS = "|".join(_degree(letters, r"(?:\. ?|)") for letters in _LONG.split())
_ANY_FORMS = "|".join(_degree(letters, r"(?:\. ?|)") for letters in f"{_LONG} {_SHORT}".split())
_DEGREES = re.compile(rf"(?<![\w.])(?:{_ANY_FORMS})(?:[., ]{{0,2}}(?<!\w)(?:{_ANY_FORMS}))*")
_IS_LONG = re.compile(_LONG_FORMS)
_ONE_DEGREE = re.compile(_ANY_FORMS)
_LETTERS = frozenset(  # what remains of a degree without its dots, and where they are left out
    word
    for letters in f"{_SHORT} {_LONG}".lower().split()
    for word in (letters[0], letters.replace(".", ""))
)
_RIGHT = {
    letters.replace(".", "").upper(): f"{letters}." for letters in f"{_SHORT} {_LONG}".split()
}


@rule("B905", Severity.SARAN)
def bad_ordinal(manuscript: Manuscript) -> Iterator[Finding]:
    """Bilangan tingkat tidak sesuai ejaan.

    Mengapa: “ke” pada bilangan tingkat disambung dengan tanda hubung di depan angka. Angka
    Romawi sudah berarti tingkat, jadi tidak memakai “ke”.

    Salah:
        Peringatan HUT RI ke 81 dan MTQ ke-XXXIII.

    Benar:
        Peringatan HUT Ke-81 RI dan MTQ XXXIII.
    """
    prose = prose_of(manuscript)
    spelled = beginning(prose, _ORDINAL, _ORDINAL_STARTS)
    found = (m for m in spelled if _is_ordinal(prose.text, m))
    for match in islice(found, MOST_TOLD):
        written = match[0][: match.end(1) - match.start()] if match[1] else match[0]
        ke, number = written[:2], written[2:].strip("- ")
        right = f"{ke}-{number}"
        if number[0] in _ROMAN:
            right = f"{number}” atau “{ke}-{_value(number)}"
        message = f"Bilangan tingkat {quoted(written)} tidak sesuai ejaan."
        yield finding(prose, match.start(), message, f"Tulis “{right}”.")


@rule("B906", Severity.SARAN, data=RUPIAH)
def bad_rupiah(manuscript: Manuscript) -> Iterator[Finding]:
    """Penulisan rupiah tidak sesuai ejaan.

    Mengapa: lambang Rp ditulis tanpa titik dan tanpa spasi di depan angkanya, sehingga
    jumlahnya tidak terpenggal di ujung baris. Tanda “,-” tidak diperlukan.

    Salah:
        Bantuan sebesar Rp. 10.000.000,- diserahkan.

    Benar:
        Bantuan sebesar Rp10.000.000 diserahkan.
    """
    prose = prose_of(manuscript)
    if "Rp" not in prose.text:
        return
    for match in spots(prose, _RUPIAH):
        yield told(prose, match.start(), RUPIAH, match[0], group=match[1] or match[2])


@rule("B907", Severity.SARAN)
def bad_hour(manuscript: Manuscript) -> Iterator[Finding]:
    """Penulisan jam tidak sesuai ejaan.

    Mengapa: jam ditulis dengan dua angka dan dipisah titik, lalu diikuti WITA. Bentuk yang
    sama memudahkan warga membaca jadwal.

    Salah:
        Loket dibuka pukul 9:30 wita.

    Benar:
        Loket dibuka pukul 09.30 WITA.
    """
    prose = prose_of(manuscript)
    if not any(form.search(prose.text) for form in _MAYBE_BAD_HOUR):
        return
    found = (m for m in _HOUR.finditer(prose.text) if _is_bad_hour(prose.text, m))
    for match in islice(found, MOST_TOLD):
        zone = " WITA" if match[4] == "wita" else f" {match[4]}" if match[4] else ""
        message = f"Penulisan jam {quoted(match[0])} tidak sesuai ejaan."
        hint = f"Tulis “{int(match[1]):02}.{match[3]}{zone}”."
        yield finding(prose, match.start(), message, hint)


@rule("B908", Severity.SARAN)
def bad_degree(manuscript: Manuscript) -> Iterator[Finding]:
    """Penulisan gelar tidak sesuai ejaan.

    Mengapa: setiap singkatan gelar diakhiri titik, dan gelar yang satu dipisah dari yang
    lain dengan koma dan spasi.

    Salah:
        Petugas Contoh Dinkes, S.Sos,M.Si

    Benar:
        Petugas Contoh Dinkes, S.Sos., M.Si.
    """
    prose = prose_of(manuscript)
    if prose.words.isdisjoint(_LETTERS):
        return
    for match in spots(prose, _DEGREES):
        one_by_one = _ONE_DEGREE.findall(match[0])
        if len(one_by_one) < 2 and not _IS_LONG.match(match[0]):
            continue  # a single S.T or M.H may be the initials of a name
        right = ", ".join(_RIGHT[re.sub(r"[. ]", "", one).upper()] for one in one_by_one)
        if match[0] != right:
            message = f"Penulisan gelar {quoted(match[0])} tidak sesuai ejaan."
            yield finding(prose, match.start(), message, f"Tulis “{right}”.")


def _is_bad_hour(text: str, match: re.Match[str]) -> bool:
    """An hour, told by its zone or by the word before it, with a colon or one figure."""
    hour, mark, _, zone = match.groups()
    if not zone and not text[max(match.start() - 6, 0) : match.start()].lower().endswith(_CLOCK):
        return False
    return int(hour) <= 24 and (mark == ":" or len(hour) == 1 or zone == "wita")


def _is_ordinal(text: str, match: re.Match[str]) -> bool:
    """Whether a number after ke tells a rank; “dikirim ke 3 desa” tells where to."""
    before = " " + text[max(match.start() - 20, 0) : match.start()].replace("\n", " ")
    if before[-1:].isalnum() or before.endswith("-"):
        return False
    if not match[1]:
        return True
    if match[2] in ORDINAL_AFTER:
        return True
    return before.endswith(ORDINAL_BEFORE) and match[2] not in MOTION_AFTER


def _value(roman: str) -> int:
    values = [_ROMAN[letter] for letter in roman]
    following = [*values[1:], 0]
    return sum(-v if v < after else v for v, after in zip(values, following, strict=True))
