"""A: activities (kegiatan) of the agenda."""

from collections.abc import Iterator

from plugins.checks.locate import node_of, text_of
from plugins.checks.rulebook import Finding, rule
from plugins.model.fault import Severity
from plugins.model.manuscript import Manuscript
from plugins.model.source import Text

POSTPONED, CANCELLED = "ditunda", "batal"


@rule("A701", Severity.GALAT)
def missing_reason(manuscript: Manuscript) -> Iterator[Finding]:
    """Kegiatan ditunda atau batal tanpa alasan.

    Mengapa: warga yang sudah menyiapkan waktu berhak tahu sebabnya.

    Salah:
        status: batal

    Benar:
        status: batal
        alasan: Narasumber berhalangan hadir
    """
    status = _status(manuscript)
    if status and node_of(manuscript, "alasan") is None:
        yield Finding(
            f"Status “{status.text}” belum disertai alasan.",
            f"Tambahkan baris, contoh “alasan: Mengapa kegiatan {status.text}”.",
            status.line,
            status.column,
        )


@rule("A702", Severity.PERINGATAN)
def postponed_without_new_date(manuscript: Manuscript) -> Iterator[Finding]:
    """Kegiatan ditunda tanpa jadwal baru.

    Mengapa: kegiatan yang ditunda diharapkan berlangsung kelak. Bila jadwalnya belum ada,
    redaktur perlu menanyakannya; bila tidak jadi, statusnya “batal”.

    Salah:
        status: ditunda
        alasan: Cuaca buruk

    Benar:
        status: ditunda
        alasan: Cuaca buruk
        pindah_ke: dinkes/2026/12/01-imunisasi-campak
    """
    status = _status(manuscript)
    if status and status.text == POSTPONED and node_of(manuscript, "pindah_ke") is None:
        yield Finding(
            f"Status “{status.text}” belum disertai jadwal baru.",
            "Buat kegiatan barunya, lalu rujuk dengan “pindah_ke”; bila tidak jadi, tulis “batal”.",
            status.line,
            status.column,
        )


@rule("A703", Severity.GALAT)
def stray_new_date(manuscript: Manuscript) -> Iterator[Finding]:
    """Jadwal baru tanpa status ditunda.

    Mengapa: hanya kegiatan yang ditunda yang pindah ke jadwal lain.

    Salah:
        status: batal
        pindah_ke: dinkes/2026/12/01-imunisasi-campak

    Benar:
        status: ditunda
        pindah_ke: dinkes/2026/12/01-imunisasi-campak
    """
    target, status = text_of(manuscript, "pindah_ke"), node_of(manuscript, "status")
    is_postponed = isinstance(status, Text) and status.text.strip() == POSTPONED
    if target and not is_postponed:
        yield Finding(
            f"Jadwal baru “{target.text}” ditulis tanpa “status: {POSTPONED}”.",
            f"Tambahkan “status: {POSTPONED}” dan alasannya, atau hapus “pindah_ke”.",
            target.line,
            target.column,
        )


def _status(manuscript: Manuscript) -> Text | None:
    """The status where it is one of the two that can be typed; K113 tells the others."""
    status = text_of(manuscript, "status")
    return status if status and status.text.strip() in (POSTPONED, CANCELLED) else None
