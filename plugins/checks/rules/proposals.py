"""U: what a proposal (usulan) touches, and whether its sender may."""

from collections.abc import Iterable, Iterator

from plugins.checks.rulebook import PREFIX, Change, Finding, Proposal, Scope, rule
from plugins.checks.wording import and_words, quoted
from plugins.model.addresses import place_of
from plugins.model.fault import Severity

MOST_FILES = 40
LARGEST = 60  # megabytes of new files in one proposal
MEGABYTE = 1024 * 1024
OWNED = ("berita", "agenda")


@rule("U801", Severity.GALAT, Scope.PROPOSAL)
def foreign_agency(proposal: Proposal) -> Iterator[Finding]:
    """Berkas milik perangkat daerah lain.

    Mengapa: petugas humas menulis untuk perangkat daerahnya sendiri, supaya setiap berita
    ada penanggung jawabnya.

    Salah:
        petugas Dinkes mengubah content/berita/dishub/…

    Benar:
        petugas Dinkes mengubah content/berita/dinkes/…
    """
    if not _is_officer(proposal):
        return
    own = and_words(quoted(_name(slug, proposal)) for slug in sorted(proposal.own))
    for change in proposal.changes:
        slug = _owner(change.path)
        if slug and slug not in proposal.own:
            owner = _name(slug, proposal)
            message = f"Berkas ini milik {quoted(owner)}; akun “{proposal.login}” bertugas untuk "
            yield Finding(f"{message}{own}.", _whom_to_ask(slug, proposal), path=change.path)


@rule("U802", Severity.GALAT, Scope.PROPOSAL)
def not_yours(proposal: Proposal) -> Iterator[Finding]:
    """Berkas yang hanya boleh diubah Humas.

    Mengapa: data perangkat daerah, rubrik, halaman tetap, dan program situs memengaruhi
    semua halaman, jadi perubahannya lewat Humas.

    Salah:
        petugas Dinkes mengubah content/rubrik.yaml

    Benar:
        petugas Dinkes meminta Humas menambah rubrik
    """
    for change in proposal.changes if _is_officer(proposal) else ():
        if not _owner(change.path):
            yield Finding(
                f"Berkas {quoted(change.path)} hanya boleh diubah Humas.",
                "Keluarkan berkas itu dari usulan, lalu sampaikan permintaannya kepada Humas.",
                path=change.path,
            )


@rule("U803", Severity.GALAT, Scope.PROPOSAL)
def unknown_login(proposal: Proposal) -> Iterator[Finding]:
    """Akun belum terdaftar sebagai petugas.

    Mengapa: hanya petugas humas yang sedang bertugas yang dapat mengusulkan berita.

    Salah:
        usulan dari akun yang tidak ada di content/perangkat-daerah/

    Benar:
        usulan dari akun petugas yang masa tugasnya masih berlaku
    """
    is_known = proposal.edits or bool(proposal.own)
    if proposal.login and not is_known and proposal.changes:
        yield Finding(
            f"Akun {quoted(proposal.login)} tidak sedang bertugas untuk perangkat daerah mana pun.",
            "Minta Humas mencatat akun ini pada data perangkat daerah Anda.",
            path=proposal.changes[0].path,
        )


@rule("U804", Severity.GALAT, Scope.PROPOSAL)
def removal(proposal: Proposal) -> Iterator[Finding]:
    """Berita atau kegiatan dihapus.

    Mengapa: alamat yang pernah terbit tidak boleh hilang. Berita yang keliru dicabut dengan
    alasan, dan kegiatan yang tidak jadi diberi status; jejaknya tetap terbaca.

    Salah:
        menghapus content/berita/dinkes/2026/11/imunisasi-campak/index.md

    Benar:
        dicabut:
          tanggal: 2026-11-25 10:00
          alasan: Kegiatan diberitakan dua kali
    """
    for change, kind in _removals(proposal) if _is_officer(proposal) else ():
        if _owner(change.path) in proposal.own:
            yield Finding(
                f"{kind} {quoted(_short(change.path))} dihapus.",
                f"Kembalikan berkasnya, lalu {_INSTEAD[kind]}.",
                path=change.path,
            )


@rule("U805", Severity.PERINGATAN, Scope.PROPOSAL)
def removal_by_editor(proposal: Proposal) -> Iterator[Finding]:
    """Redaktur menghapus berita atau kegiatan.

    Mengapa: alamatnya akan hilang bagi pembaca dan mesin pencari. Itu hanya patut untuk
    berkas yang belum pernah terbit.

    Salah:
        menghapus berita yang sudah terbit

    Benar:
        dicabut:
          tanggal: 2026-11-25 10:00
          alasan: Kegiatan diberitakan dua kali
    """
    for change, kind in _removals(proposal) if proposal.login and proposal.edits else ():
        yield Finding(
            f"{kind} {quoted(_short(change.path))} dihapus beserta alamatnya.",
            f"Bila pernah terbit, kembalikan berkasnya, lalu {_INSTEAD[kind]}.",
            path=change.path,
        )


@rule("U806", Severity.GALAT, Scope.PROPOSAL)
def too_large_proposal(proposal: Proposal) -> Iterator[Finding]:
    """Usulan terlalu besar.

    Mengapa: redaktur membaca setiap berkas. Usulan yang kecil lebih cepat disetujui.

    Salah:
        satu usulan berisi 60 berkas

    Benar:
        satu usulan berisi satu berita beserta fotonya
    """
    if not _is_officer(proposal):
        return
    files, size = len(proposal.changes), sum(change.size for change in proposal.changes)
    path = proposal.changes[0].path if proposal.changes else ""
    if files > MOST_FILES:
        message = f"Usulan ini mengubah “{files} berkas”."
        yield Finding(
            message, f"Bagi menjadi usulan dengan paling banyak {MOST_FILES} berkas.", path=path
        )
    if size > LARGEST * MEGABYTE:
        message = f"Usulan ini berukuran “{size // MEGABYTE} MB”."
        yield Finding(
            message, f"Kecilkan fotonya; paling besar {LARGEST} MB dalam satu usulan.", path=path
        )


_INSTEAD = {
    "Berita": "tulis “dicabut” dengan tanggal dan alasan",
    "Kegiatan": "tulis “status: batal” dan alasannya",
}


def _is_officer(proposal: Proposal) -> bool:
    """Whether it comes from someone who serves an agency and does not edit."""
    return bool(proposal.login and proposal.own and not proposal.edits)


def _owner(path: str) -> str:
    """The agency whose folder holds this path of the repository, or nothing."""
    parts = path.removeprefix(PREFIX).split("/")
    is_owned = path.startswith(PREFIX) and parts[0] in OWNED and len(parts) > 2
    return parts[1] if is_owned else ""


def _whom_to_ask(slug: str, proposal: Proposal) -> str:
    """The officers of an agency that exists; the right folder where it does not."""
    if slug in proposal.agencies:
        return f"Minta petugas {_name(slug, proposal)} atau Humas mengirimkannya."
    folders = and_words(f"“{own}”" for own in sorted(proposal.own))
    return f"Periksa nama foldernya; folder Anda {folders}."


def _removals(proposal: Proposal) -> Iterable[tuple[Change, str]]:
    """The posts and activities that go, each with its word."""
    words = {"post": "Berita", "event": "Kegiatan"}
    for change in proposal.changes:
        place = place_of(change.path.removeprefix(PREFIX)) if change.removes else None
        if place and place.kind in words:
            yield change, words[place.kind]


def _short(path: str) -> str:
    place = place_of(path.removeprefix(PREFIX))
    return place.id if place else path


def _name(slug: str, proposal: Proposal) -> str:
    agency = proposal.agencies.get(slug)
    return agency.short if agency else slug
