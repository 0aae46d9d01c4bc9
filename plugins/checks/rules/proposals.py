"""U: what a proposal (usulan) touches, and whether its sender may."""

from collections import Counter
from collections.abc import Iterable, Iterator

from plugins.checks.rulebook import PREFIX, Change, Finding, Proposal, Scope, rule
from plugins.checks.wording import and_words, quoted
from plugins.model.addresses import place_of
from plugins.model.fault import Severity

MOST_FILES = 40
MOST_POSTS = 10
MOST_PHOTOS = 30
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
    told = _folders_of_moves(proposal)  # by U807, once for all their files
    for change in proposal.changes:
        slug = _owner(change.path)
        if slug and slug not in proposal.own and not change.path.startswith(told):
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
        if _owner(change.path) in proposal.own and not change.moved:
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
        to = f"pindah ke {quoted(_short(change.moved))}; alamat lamanya hilang"
        what = to if change.moved else "dihapus beserta alamatnya"
        yield Finding(
            f"{kind} {quoted(_short(change.path))} {what}.",
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
    path = proposal.changes[0].path if proposal.changes else ""
    kinds = Counter(_kind(change.path) for change in proposal.changes if change.adds)
    counts = (
        (len(proposal.changes), MOST_FILES, "mengubah", "berkas"),
        (kinds["post"], MOST_POSTS, "memuat", "berita baru"),
        (kinds["photo"], MOST_PHOTOS, "memuat", "foto baru"),
    )
    for count, most, verb, noun in counts:
        if count > most:
            hint = f"Bagi menjadi usulan dengan paling banyak {most} {noun}."
            yield Finding(f"Usulan ini {verb} “{count} {noun}”.", hint, path=path)
    size = sum(change.size for change in proposal.changes)
    if size > LARGEST * MEGABYTE:
        hint = f"Kecilkan fotonya; paling besar {LARGEST} MB dalam satu usulan."
        yield Finding(f"Usulan ini berukuran “{size // MEGABYTE} MB”.", hint, path=path)


@rule("U807", Severity.GALAT, Scope.PROPOSAL)
def moved_to_another_agency(proposal: Proposal) -> Iterator[Finding]:
    """Berita atau kegiatan dipindahkan ke perangkat daerah lain.

    Mengapa: folder menentukan pemilik dan alamat. Berita yang pindah hilang dari halaman
    perangkat daerah yang menerbitkannya, dan tautan pembaca ke sana putus.

    Salah:
        content/berita/dishub/2026/11/rambu-baru -> content/berita/dinkes/2026/11/rambu-baru

    Benar:
        berita tetap di content/berita/dishub/; perangkat daerah lain disebut pada “bersama”
    """
    for change, kind in _moves(proposal) if _is_officer(proposal) else ():
        old, new = _owner(change.path), _owner(change.moved)
        if old != new:
            yield Finding(
                f"{kind} {quoted(_short(change.path))} dipindahkan dari milik "
                f"{quoted(_name(old, proposal))} menjadi milik {quoted(_name(new, proposal))}.",
                "Kembalikan ke folder semula; perangkat daerah yang ikut disebut pada “bersama”.",
                path=change.path,
            )


@rule("U808", Severity.GALAT, Scope.PROPOSAL)
def changed_address(proposal: Proposal) -> Iterator[Finding]:
    """Alamat berita atau kegiatan berubah.

    Mengapa: nama folder dan nama berkas menjadi alamat. Bila diganti, tautan yang sudah
    beredar tidak sampai ke mana-mana. Judul boleh diubah tanpa mengganti nama foldernya.

    Salah:
        content/berita/dinkes/2026/11/posyandu -> content/berita/dinkes/2026/11/posyandu-melati

    Benar:
        alias: [/berita/dinkes/2026/11/posyandu/]
    """
    for change, kind in _moves(proposal) if _is_officer(proposal) else ():
        old, owner = _short(change.path), _owner(change.path)
        if owner in proposal.own and owner == _owner(change.moved):
            yield Finding(
                f"Alamat {kind.lower()} {quoted(old)} berubah menjadi "
                f"{quoted(_short(change.moved))}.",
                _way_back(kind, old),
                path=change.path,
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
    """The posts and activities whose address goes, each with its word."""
    words = {"post": "Berita", "event": "Kegiatan"}
    for change in proposal.changes:
        kind = _kind(change.path) if change.removes else ""
        is_kept = kind == "post" and _short(change.path) in proposal.kept
        if kind in words and not is_kept:
            yield change, words[kind]


def _moves(proposal: Proposal) -> Iterable[tuple[Change, str]]:
    """Those of the removals that git finds again at another place of the same kind."""
    for change, kind in _removals(proposal):
        if change.moved and _kind(change.moved) == _kind(change.path):
            yield change, kind


def _folders_of_moves(proposal: Proposal) -> tuple[str, ...]:
    """Where posts and activities come from and go to that change their agency."""
    paths = [
        path
        for change, _ in _moves(proposal)
        if _owner(change.path) != _owner(change.moved)
        for path in (change.path, change.moved)
    ]
    return tuple(path.removesuffix("index.md") for path in paths)


def _way_back(kind: str, old: str) -> str:
    if kind == "Berita":
        return f"Kembalikan nama foldernya, atau tulis alias: [/berita/{old}/] di berita itu."
    return (
        "Kembalikan nama berkasnya; tanggal baru ditulis pada “pindah_ke” dengan “status: ditunda”."
    )


def _kind(path: str) -> str:
    place = place_of(path.removeprefix(PREFIX)) if path.startswith(PREFIX) else None
    return place.kind if place else ""


def _short(path: str) -> str:
    place = place_of(path.removeprefix(PREFIX))
    return place.id if place else path


def _name(slug: str, proposal: Proposal) -> str:
    agency = proposal.agencies.get(slug)
    return agency.short if agency else slug
