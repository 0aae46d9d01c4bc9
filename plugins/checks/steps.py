"""What is to be done about the faults, as the few steps an officer takes."""

from collections.abc import Iterable, Sequence
from itertools import groupby

from plugins.checks.rulebook import REVIEWED
from plugins.checks.wording import and_words, printable
from plugins.model.fault import Fault, Severity

MOST_FILES = 8  # told one by one
MOST_PLACES = 6  # in one file
TIDIED = frozenset({"B906", "S106", "S107"})  # `make rapikan` mends what these rules find


def steps(faults: Sequence[Fault], at_desk: bool = True) -> list[str]:
    """Sentences in order; none where nothing needs a decision.

    At their own desk officers have `make`; on a phone they have the pull request.
    """
    blocking = [fault for fault in faults if fault.blocks]
    warnings = [f for f in faults if f.severity is Severity.PERINGATAN and not f.waived]
    if not blocking and not warnings:
        return []
    told = [*_tidying(faults)] if at_desk else []
    told += _mending(blocking)
    if any(fault.code[0] in REVIEWED for fault in blocking):
        told.append("Data pribadi yang terlanjur terkirim tetap ada di riwayat: beri tahu Humas.")
    if warnings:
        told.append(
            f"Baca {len(warnings)} peringatan. Bila memang harus begitu, tulis alasannya pada "
            "“abaikan”; redaktur yang memutuskan."
        )
    if blocking:
        again = "Simpan, lalu kirim lagi: make usul"
        by_itself = "Simpan di usulan ini juga; pemeriksaan berjalan lagi dengan sendirinya."
        told.append(again if at_desk else by_itself)
    return told


def _tidying(faults: Iterable[Fault]) -> Iterable[str]:
    count = sum(fault.code in TIDIED and not fault.waived for fault in faults)
    if count:
        yield f"Jalankan make rapikan: {count} temuan dibetulkannya sendiri."


def _mending(blocking: Sequence[Fault]) -> Iterable[str]:
    by_file = [(path, list(group)) for path, group in groupby(blocking, key=lambda f: f.path)]
    for path, found in by_file[:MOST_FILES]:
        yield f"Perbaiki {printable(path)}, {_places(found)}."
    if len(by_file) > MOST_FILES:
        yield f"Perbaiki {len(by_file) - MOST_FILES} berkas lainnya."


def _places(found: Sequence[Fault]) -> str:
    """baris 2 (K102), 5 (K101 dan W201), dan 9 (M601)"""
    by_line = [(number, list(group)) for number, group in groupby(found, key=lambda f: f.line)]
    places = [
        f"{number} ({and_words(sorted({fault.code for fault in some}))})"
        for number, some in by_line[:MOST_PLACES]
    ]
    if len(by_line) > MOST_PLACES:
        places.append(f"{len(by_line) - MOST_PLACES} baris lainnya")
    return f"baris {and_words(places)}"
