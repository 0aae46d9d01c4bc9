"""Q: the entries below `abaikan` and `ditinjau` themselves."""

from collections.abc import Iterator, Sequence

from plugins.checks.locate import parts_of
from plugins.checks.rulebook import Finding, Proposal, Scope, Stale, Waiving, rule, rules
from plugins.checks.waiving import FEWEST_WORDS, is_reason
from plugins.checks.wording import nearest, quoted
from plugins.model.fault import Severity
from plugins.model.manuscript import Manuscript
from plugins.model.source import Text


@rule("Q901", Severity.GALAT)
def unknown_code(manuscript: Manuscript) -> Iterator[Finding]:
    """Kode aturan tidak dikenal.

    Mengapa: pengecualian hanya berlaku untuk aturan yang disebut kodenya.

    Salah:
        abaikan: [{kode: B99, alasan: Nama resmi acara memang begitu}]

    Benar:
        abaikan: [{kode: B101, alasan: Nama resmi acara memang begitu}]
    """
    for _, code, _ in _entries(manuscript):
        codes = [entry.code for entry in rules()]
        if code.text not in codes:
            near = nearest(code.text, [known.lower() for known in codes]).upper()
            hint = f"Maksud Anda “{near}”?" if near else "Salin kodenya dari hasil pemeriksaan."
            yield Finding(f"Kode {quoted(code.text)} tidak dikenal.", hint, code.line, code.column)


@rule("Q902", Severity.GALAT)
def no_reason(manuscript: Manuscript) -> Iterator[Finding]:
    """Pengecualian tanpa alasan.

    Mengapa: redaktur dan pembaca berikutnya perlu tahu mengapa aturannya tidak dipakai.

    Salah:
        abaikan: [{kode: B101, alasan: ok}]

    Benar:
        abaikan: [{kode: B101, alasan: Nama resmi acara memang ditulis begitu}]
    """
    for _, code, reason in _entries(manuscript):
        if reason is None or not is_reason(reason.text):
            place = reason or code
            message = f"Alasan untuk {quoted(code.text)} belum menjelaskan apa pun."
            hint = f"Tulis satu kalimat, paling sedikit {FEWEST_WORDS} kata."
            yield Finding(message, hint, place.line, place.column)


@rule("Q903", Severity.PERINGATAN, Scope.WAIVERS)
def needless_waiver(entries: Sequence[Stale]) -> Iterator[Finding]:
    """Pengecualian untuk sesuatu yang tidak ada.

    Mengapa: sisa pengecualian menyembunyikan kekeliruan yang ditulis kemudian.

    Salah:
        abaikan: [{kode: B101, alasan: …}] padahal B101 tidak muncul

    Benar:
        (barisnya dihapus)
    """
    for entry in entries:
        yield Finding(
            f"{quoted(entry.code)} pada “{entry.key}” tidak muncul dalam berkas ini.",
            "Hapus barisnya; pada “ditinjau”, salin “temuan” dari hasil pemeriksaan.",
            path=entry.path,
            key=entry.key,
            value=entry.value,
        )


@rule("Q904", Severity.GALAT)
def not_waivable(manuscript: Manuscript) -> Iterator[Finding]:
    """Aturan ini tidak dapat dikecualikan begitu.

    Mengapa: GALAT menjaga situs dan pembaca. Data pribadi dan anak hanya dapat dilewatkan
    redaktur dengan “ditinjau”.

    Salah:
        abaikan: [{kode: D903, alasan: Pemilik nomor sudah setuju}]

    Benar:
        (nomornya dihapus dari berita)
    """
    right = {"abaikan": Waiving.WRITTEN, "ditinjau": Waiving.REVIEWED}
    for key, code, _ in _entries(manuscript):
        way = next((entry.waiving for entry in rules() if entry.code == code.text), None)
        if way is not None and way is not right[key]:
            message = f"Kode {quoted(code.text)} tidak dapat dilewatkan dengan “{key}”."
            yield Finding(message, _HINTS[way], code.line, code.column)


@rule("Q905", Severity.GALAT, Scope.PROPOSAL)
def foreign_review(proposal: Proposal) -> Iterator[Finding]:
    """“ditinjau” bukan ditulis redaktur.

    Mengapa: “ditinjau” melewatkan data pribadi atau anak. Yang boleh menimbangnya hanya
    redaktur Humas, dengan akunnya sendiri, dan riwayat usulan mencatatnya.

    Salah:
        petugas Dinkes menambahkan “ditinjau” pada beritanya

    Benar:
        redaktur menambahkan “ditinjau” sebelum menyetujui
    """
    for review in proposal.reviews:
        if not proposal.edits:
            message = f"“ditinjau” untuk {quoted(review.code)} hanya boleh ditulis redaktur."
            hint = "Hapus barisnya, lalu perbaiki temuannya atau minta Humas meninjau."
        elif review.login != proposal.login:
            message = f"“oleh: {review.login}” bukan akun yang mengirim usulan ini."
            hint = f"Tulis “oleh: {proposal.login}”."
        else:
            continue
        yield Finding(message, hint, review.line, review.column, path=review.path)


_HINTS = {
    Waiving.NEVER: "Perbaiki temuannya; aturan ini selalu berlaku.",
    Waiving.WRITTEN: "Pakai “abaikan”.",
    Waiving.REVIEWED: "Hapus datanya, atau minta redaktur menulis “ditinjau”.",
}


def _entries(manuscript: Manuscript) -> Iterator[tuple[str, Text, Text | None]]:
    """Every entry that names a code: its key, the code, the reason."""
    for key in ("abaikan", "ditinjau"):
        for part in parts_of(manuscript, key):
            if "kode" in part:
                yield key, part["kode"], part.get("alasan")
