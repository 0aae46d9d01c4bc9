"""U: what a proposal touches, and whether its sender may."""

from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from plugins.checks import gate, report
from plugins.checks.proposal import propose
from plugins.checks.rulebook import Change
from plugins.model.moment import parse_moment
from plugins.reading.reader import load
from plugins.reading.tree import FolderTree

TODAY = parse_moment("2026-11-25 08:00")
POST = "content/berita/dinkes/2026/11/imunisasi-campak/index.md"
PHOTO = "content/berita/dinkes/2026/11/imunisasi-campak/imunisasi.jpg"
EVENT = "content/agenda/dinkes/2026/11/24-imunisasi-campak.md"
FOREIGN = "content/berita/dishub/2026/11/rambu-baru/index.md"


@pytest.fixture
def asked(tmp_path: Path, agency_records: dict[str, str], write_files) -> Callable[..., list[str]]:
    """What the gate says when *login* proposes these changes."""
    write_files(tmp_path, agency_records)
    base = load(FolderTree(tmp_path), gate.inspect, workers=1)

    def told(login: str, *changes: Change, kept: Sequence[str] = ()) -> list[str]:
        proposal = propose(list(changes), login, base, TODAY, "humas", kept=frozenset(kept))
        return report.as_lines(gate.judge_proposal(proposal)).splitlines()[:-1]

    return told


def added(path: str, size: int = 1000) -> Change:
    return Change(path, "000000", "100644", size)


def changed(path: str) -> Change:
    return Change(path, "100644", "100644", 1000)


def removed(path: str) -> Change:
    return Change(path, "100644", "000000", 0)


def moved(old: str, new: str) -> list[Change]:
    return [
        Change(old, "100644", "000000", 0, moved=new),
        Change(new, "000000", "100644", 1000, moved=old),
    ]


def test_an_officer_changes_what_is_the_agencys(asked):
    assert asked("petugas-dinkes", added(POST), added(PHOTO), changed(EVENT)) == []


def test_the_login_may_be_written_in_capitals(asked):
    assert asked("Petugas-Dinkes", added(POST)) == []


@pytest.mark.parametrize("change", [added, changed, removed])
def test_an_officer_leaves_other_agencies_alone(change, asked):
    assert asked("petugas-dinkes", added(POST), change(FOREIGN)) == [
        f"{FOREIGN}:1:1 U801 Berkas ini milik “Dishub”; akun “petugas-dinkes” bertugas untuk "
        "“Dinkes”. Minta petugas Dishub atau Humas mengirimkannya."
    ]


def test_a_folder_of_no_agency_is_foreign_too(asked):
    path = "content/agenda/dinkess/2026/11/24-imunisasi.md"

    assert asked("petugas-dinkes", added(path)) == [
        f"{path}:1:1 U801 Berkas ini milik “dinkess”; akun “petugas-dinkes” bertugas untuk "
        "“Dinkes”. Periksa nama foldernya; folder Anda “dinkes”."
    ]


@pytest.mark.parametrize(
    "path",
    [
        "content/perangkat-daerah/dinkes.md", "content/rubrik.yaml", "content/halaman/tentang.md",
        "content/berita/catatan.md", "content/pantauan-media/2026/11.csv",
        "plugins/checks/gate.py", ".github/workflows/terbit.yml",
        "berita/dinkes/2026/11/imunisasi-campak/index.md",
    ],
)  # fmt: skip
def test_only_humas_changes_what_reaches_every_page(path, asked):
    assert asked("petugas-dinkes", added(POST), changed(path)) == [
        f"{path}:1:1 U802 Berkas “{path}” hanya boleh diubah Humas. "
        "Keluarkan berkas itu dari usulan, lalu sampaikan permintaannya kepada Humas."
    ]


def test_a_path_that_climbs_out_is_not_the_agencys(asked):
    path = "content/berita/../plugins/x.py"

    assert asked("petugas-dinkes", added(path)) == [
        f"{path}:1:1 U801 Berkas ini milik “..”; akun “petugas-dinkes” bertugas untuk “Dinkes”. "
        "Periksa nama foldernya; folder Anda “dinkes”."
    ]


def test_a_login_that_serves_nowhere_is_told_once(asked):
    assert asked("orang-lain", added(POST), added(PHOTO), changed("content/rubrik.yaml")) == [
        f"{POST}:1:1 U803 Akun “orang-lain” tidak sedang bertugas untuk perangkat daerah mana pun. "
        "Minta Humas mencatat akun ini pada data perangkat daerah Anda."
    ]


def test_an_officer_whose_term_has_ended_serves_nowhere(
    tmp_path, agency_records, write_files, asked
):
    ended = agency_records["perangkat-daerah/dinkes.md"].replace(
        "sejak: 2025-05-01\n", "sejak: 2025-05-01\n    sampai: 2026-11-24\n"
    )
    write_files(tmp_path, {"perangkat-daerah/dinkes.md": ended})
    base = load(FolderTree(tmp_path), gate.inspect, workers=1)
    proposal = propose([added(POST)], "petugas-dinkes", base, TODAY, "humas")

    assert [fault.code for fault in gate.judge_proposal(proposal)] == ["U803"]


@pytest.mark.parametrize(
    ("path", "message"),
    [
        (POST, "Berita “dinkes/2026/11/imunisasi-campak” dihapus. Kembalikan berkasnya, lalu "
               "tulis “dicabut” dengan tanggal dan alasan."),
        (EVENT, "Kegiatan “dinkes/2026/11/24-imunisasi-campak” dihapus. Kembalikan berkasnya, "
                "lalu tulis “status: batal” dan alasannya."),
    ],
)  # fmt: skip
def test_an_officer_withdraws_instead_of_removing(path, message, asked):
    assert asked("petugas-dinkes", removed(path)) == [f"{path}:1:1 U804 {message}"]


def test_an_officer_may_remove_a_photo(asked):
    assert asked("petugas-dinkes", changed(POST), removed(PHOTO)) == []


def test_a_redaktur_is_warned_of_a_removal(asked):
    assert asked("humas", removed(POST)) == [
        f"{POST}:1:1 U805 PERINGATAN: Berita “dinkes/2026/11/imunisasi-campak” dihapus beserta "
        "alamatnya. Bila pernah terbit, kembalikan berkasnya, lalu tulis “dicabut” dengan tanggal "
        "dan alasan."
    ]


def test_a_move_to_another_agency_is_told_once_as_a_move(asked):
    photos = moved(PHOTO, FOREIGN.replace("index.md", "imunisasi.jpg"))

    assert asked("petugas-dinkes", *moved(POST, FOREIGN), *photos) == [
        f"{POST}:1:1 U807 Berita “dinkes/2026/11/imunisasi-campak” dipindahkan dari milik “Dinkes” "
        "menjadi milik “Dishub”. Kembalikan ke folder semula; perangkat daerah yang ikut disebut "
        "pada “bersama”."
    ]
    assert " U807 " in asked("petugas-dinkes", *moved(FOREIGN, POST))[0]


def test_a_photo_alone_that_moves_to_another_agency_is_foreign(asked):
    (line,) = asked("petugas-dinkes", *moved(PHOTO, FOREIGN.replace("index.md", "a.jpg")))

    assert " U801 " in line


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        (POST, POST.replace("campak", "polio"),
         "U808 Alamat berita “dinkes/2026/11/imunisasi-campak” berubah menjadi "
         "“dinkes/2026/11/imunisasi-polio”. Kembalikan nama foldernya, atau tulis "
         "alias: [/berita/dinkes/2026/11/imunisasi-campak/] di berita itu."),
        (EVENT, EVENT.replace("24-", "25-"),
         "U808 Alamat kegiatan “dinkes/2026/11/24-imunisasi-campak” berubah menjadi "
         "“dinkes/2026/11/25-imunisasi-campak”. Kembalikan nama berkasnya; tanggal baru ditulis "
         "pada “pindah_ke” dengan “status: ditunda”."),
    ],
)  # fmt: skip
def test_a_new_name_is_told_as_a_new_address(old, new, told, asked):
    assert asked("petugas-dinkes", *moved(old, new)) == [f"{old}:1:1 {told}"]


def test_a_post_that_keeps_its_old_address_may_move(asked):
    changes = moved(POST, POST.replace("campak", "polio"))
    kept = ["dinkes/2026/11/imunisasi-campak"]

    assert asked("petugas-dinkes", *changes, kept=kept) == []
    assert asked("petugas-dinkes", removed(POST), kept=kept) == []
    assert asked("humas", *changes, kept=kept) == []


def test_a_redaktur_is_warned_of_a_move(asked):
    (line,) = asked("humas", *moved(POST, FOREIGN))

    assert (
        " U805 PERINGATAN: Berita “dinkes/2026/11/imunisasi-campak” pindah ke "
        "“dishub/2026/11/rambu-baru”; alamat lamanya hilang. " in line
    )


@pytest.mark.parametrize(
    ("name", "most", "told"), [("index.md", 10, "berita baru"), ("foto.jpg", 30, "foto baru")]
)
def test_a_proposal_has_a_most_of_posts_and_photos(name, most, told, asked):
    folder = "content/berita/dinkes/2026/11"
    files = [added(f"{folder}/kegiatan-{number}/{name}") for number in range(most + 1)]

    assert asked("petugas-dinkes", *files) == [
        f"{folder}/kegiatan-0/{name}:1:1 U806 Usulan ini memuat “{most + 1} {told}”. "
        f"Bagi menjadi usulan dengan paling banyak {most} {told}."
    ]
    assert asked("petugas-dinkes", *files[1:]) == []


def test_a_redaktur_changes_everything_and_as_much_as_needed(asked):
    many = [added(f"content/halaman/h-{number}.md", 2_000_000) for number in range(60)]

    assert asked("humas", changed(FOREIGN), changed("content/rubrik.yaml"), *many) == []


def test_a_proposal_of_more_than_forty_files_is_too_large(asked):
    folder = "content/agenda/dinkes/2026/11"
    files = [added(f"{folder}/24-kegiatan-{number}.md") for number in range(41)]

    assert asked("petugas-dinkes", *files) == [
        f"{folder}/24-kegiatan-0.md:1:1 U806 Usulan ini mengubah “41 berkas”. "
        "Bagi menjadi usulan dengan paling banyak 40 berkas."
    ]
    assert asked("petugas-dinkes", *files[1:]) == []


def test_a_proposal_of_more_than_sixty_megabytes_is_too_large(asked):
    assert asked("petugas-dinkes", added(POST), added(PHOTO, 61 * 1024 * 1024)) == [
        f"{POST}:1:1 U806 Usulan ini berukuran “61 MB”. "
        "Kecilkan fotonya; paling besar 60 MB dalam satu usulan."
    ]


def test_without_a_login_nobody_is_asked(asked):
    assert asked("", changed(FOREIGN), removed(POST), changed("content/rubrik.yaml")) == []
