"""A: activities (kegiatan) of the agenda."""

from collections.abc import Iterator

import msgspec

from plugins.checks.locate import node_of, text_of
from plugins.checks.rulebook import Finding, rule
from plugins.checks.rules.personal import number_data, told
from plugins.model.event import Event, Interval, Repeat
from plugins.model.fault import Severity
from plugins.model.manuscript import Manuscript
from plugins.model.moment import Moment
from plugins.model.recurrence import LONGEST_DAYS, MOST_TIMES, SAFE_DAY, later_days
from plugins.model.source import Text

NIP = number_data("nip", "NIP", "Hapus nomornya; jabatan cukup.", "event")
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


@rule("A704", Severity.GALAT)
def bad_end_of_recurrence(manuscript: Manuscript) -> Iterator[Finding]:
    """Kegiatan berulang tanpa akhir yang sah.

    Mengapa: setiap kali berlangsung dihitung sebagai kegiatan tersendiri yang perlu
    diberitakan. Karena itu pengulangan dibatasi satu tahun dan 60 kali.

    Salah:
        tanggal: 2026-11-24
        ulang: {setiap: pekan, sampai: 2036-11-24}

    Benar:
        tanggal: 2026-11-24
        ulang: {setiap: pekan, sampai: 2027-11-24}
    """
    event = _recurring(manuscript)
    if event and event.repeat:
        end, last = event.repeat.until, event.first.later(LONGEST_DAYS)
        found = later_days(msgspec.structs.replace(event, repeat=Repeat(event.repeat.every, last)))
        latest = Moment(found[-1]) if len(found) == MOST_TIMES - 1 else last
        if end.day <= event.first.day:
            yield _of_recurrence(
                manuscript,
                f"Akhir pengulangan “{end.iso_day}” tidak sesudah hari pertamanya.",
                "Tulis hari terakhir kegiatan ini masih berulang, atau hapus “ulang”.",
            )
        elif end.day > latest.day:
            yield _of_recurrence(
                manuscript,
                f"Akhir pengulangan “{end.iso_day}” melewati batas satu tahun atau "
                f"{MOST_TIMES} kali.",
                f"Tulis paling lambat {latest.iso_day}; sesudahnya buat kegiatan yang baru.",
            )


@rule("A705", Severity.GALAT)
def long_recurrence(manuscript: Manuscript) -> Iterator[Finding]:
    """Kegiatan beberapa hari yang berulang.

    Mengapa: yang berulang adalah kegiatan satu hari. Kegiatan beberapa hari ditulis satu
    berkas untuk setiap kali berlangsung, supaya hari-harinya tidak tertukar.

    Salah:
        tanggal: 2026-11-24
        sampai: 2026-11-26
        ulang: {setiap: bulan, sampai: 2027-11-24}

    Benar:
        tanggal: 2026-11-24
        ulang: {setiap: bulan, sampai: 2027-11-24}
    """
    event = _recurring(manuscript)
    if event and event.last.day != event.first.day:
        yield _of_recurrence(
            manuscript,
            f"Kegiatan sampai “{event.last.iso_day}” lebih dari sehari, jadi tidak dapat diulang.",
            "Hapus “ulang” dan buat satu berkas untuk setiap kali, atau hapus “sampai”.",
        )


@rule("A706", Severity.GALAT)
def date_not_in_every_month(manuscript: Manuscript) -> Iterator[Finding]:
    """Berulang pada tanggal yang tidak ada di setiap bulan.

    Mengapa: tanggal 29, 30, dan 31 tidak ada di semua bulan, dan hari pengganti tidak boleh
    ditebak.

    Salah:
        tanggal: 2026-12-31
        ulang: {setiap: bulan, sampai: 2027-12-31}

    Benar:
        tanggal: 2026-12-31
        ulang: {setiap: bulan-sehari, sampai: 2027-12-31}
    """
    event = _recurring(manuscript)
    by_date = event and event.repeat and event.repeat.every is Interval.BULAN
    if event and by_date and event.first.date.day > SAFE_DAY:
        yield _of_recurrence(
            manuscript,
            f"Tanggal “{event.first.date.day}” tidak ada di setiap bulan.",
            f"Pilih tanggal 1 sampai {SAFE_DAY}, atau “setiap: {Interval.BULAN_SEHARI}” untuk "
            f"hari {event.first.weekday} pada pekan yang sama.",
        )


@rule("A707", Severity.GALAT, data=NIP)
def employee_number_in_agenda(manuscript: Manuscript) -> Iterator[Finding]:
    """NIP dalam agenda.

    Mengapa: agenda dibaca sebelum kegiatan berlangsung dan masuk ke kalender orang banyak.
    Siapa yang hadir cukup disebut jabatannya.

    Salah:
        peserta: Kepala bidang (NIP 1980************01)

    Benar:
        peserta: Kepala bidang
    """
    if manuscript.place.kind == "event":
        yield from told(manuscript, NIP)


def _recurring(manuscript: Manuscript) -> Event | None:
    event = manuscript.content
    return event if isinstance(event, Event) and event.repeat else None


def _of_recurrence(manuscript: Manuscript, message: str, hint: str) -> Finding:
    node = node_of(manuscript, "ulang")
    return Finding(message, hint, node.line if node else 1, node.column if node else 1)


def _status(manuscript: Manuscript) -> Text | None:
    """The status where it is one of the two that can be typed; K113 tells the others."""
    status = text_of(manuscript, "status")
    return status if status and status.text.strip() in (POSTPONED, CANCELLED) else None
