"""N: a photo whose own words name a child or a patient, without a line about their consent.

Only words that leave no doubt count: “bernama”, “atas nama”, or a name with an age behind it.
"""

import re
from collections.abc import Iterator

from plugins.checks.locate import parts_of, text_of
from plugins.checks.rulebook import Finding, rule
from plugins.checks.wording import quoted
from plugins.model.fault import Severity
from plugins.model.manuscript import Manuscript

_WHO = (
    r"(?<!\w)(?i:anak|balita|bayi|bocah|remaja|siswa|siswi|pelajar|murid|santri|santriwati|"
    r"pasien|penyandang disabilitas)(?!\w)"
)
_NAME = r"[A-Z][a-z]+"
_NAMED = re.compile(
    rf"{_WHO}(?:[ ,]+[\w-]+){{0,3}}?[ ,]+(?:(?:bernama|atas nama|a\.n\.) {_NAME}"
    rf"|{_NAME}(?: {_NAME})?,? \(\d{{1,2}}(?: tahun| th)?\))"
)


@rule("N903", Severity.PERINGATAN)
def unasked_consent(manuscript: Manuscript) -> Iterator[Finding]:
    """Anak atau pasien disebut namanya pada foto, tanpa catatan persetujuan.

    Mengapa: wajah anak dan keadaan pasien adalah data pribadi (UU 27/2022); orang tua, wali,
    atau pasien harus setuju lebih dahulu. Isi “persetujuan” tersimpan bersama naskah dan tidak
    tampil di situs, jadi tulis siapa yang setuju dan di mana buktinya, tanpa data lain.

    Salah:
        keterangan: Pasien bernama Contoh diperiksa dokter.

    Benar:
        persetujuan: Izin tertulis pasien disimpan petugas humas
        keterangan: Pasien bernama Contoh diperiksa dokter.
    """
    if manuscript.place.kind != "post" or text_of(manuscript, "persetujuan"):
        return
    for photo in parts_of(manuscript, "foto"):
        for text in (photo.get("alt"), photo.get("keterangan")):
            if text and (found := _NAMED.search(text.text)):
                yield Finding(
                    f"Keterangan foto menyebut {quoted(found[0])}, tetapi “persetujuan” kosong.",
                    "Tambahkan “persetujuan: Izin tertulis ada pada petugas”, atau hapus namanya.",
                    text.line,
                    text.column,
                )
                break
