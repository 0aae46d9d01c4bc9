"""A tree into a newsroom."""

import os
from pathlib import Path

import msgspec
import pytest

from plugins.model.body import Html
from plugins.model.fault import Fault, Severity
from plugins.model.manuscript import Manuscript
from plugins.model.newsroom import Newsroom
from plugins.model.photo import PhotoFacts
from plugins.reading import reader as readers
from plugins.reading.git import blob_id
from plugins.reading.jobs import MAX_PHOTO, MAX_TEXT
from plugins.reading.reader import Reader, Section, load, load_agencies
from plugins.reading.sections import SHARED
from plugins.reading.store import Store
from plugins.reading.tree import CommitTree, FolderTree, WorkTree
from tests.conftest import commit_all, run_git
from tests.photos.samples import encoded, plain

FOLDER = "berita/dinkes/2026/11/imunisasi"
PHOTO = encoded(plain(), "JPEG")
POST = """\
---
judul: Imunisasi
tanggal: 2026-11-24 09:30
rubrik: kesehatan
foto:
  - berkas: posyandu.jpg
    alt: Kader menimbang balita
---

Petugas melayani 40 anak.
"""
FILES = {
    "rubrik.yaml": '- {slug: kesehatan, nama: Kesehatan, iptc: "07000000"}\n',
    "perangkat-daerah/dinkes.md": "---\nnama: Dinas\nsingkatan: Dinkes\njenis: dinas\n---\n",
    "halaman/tentang.md": "---\njudul: Tentang\n---\nIsi.\n",
    "agenda/dinkes/2026/11/24-imunisasi.md": "---\nacara: Imunisasi\ntanggal: 2026-11-24\n---\n",
    f"{FOLDER}/index.md": POST,
    f"{FOLDER}/posyandu.jpg": PHOTO,
    "berita/dishub/2026/11/kosong/index.md": "",
    "catatan.txt": "bukan isi situs",
}


def write(folder: Path, files: dict[str, str | bytes]) -> Path:
    for path, data in files.items():
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(data.encode() if isinstance(data, str) else data)
    return folder


def faults(manuscript: Manuscript) -> list[Fault]:
    """Each problem as it is, without the words of a rule."""
    return [
        Fault(manuscript.path, p.line, p.column, p.kind, p.value, "", Severity.GALAT)
        for p in manuscript.problems
    ]


def told(room: Newsroom) -> list[tuple[str, str]]:
    return [(fault.path, fault.code) for fault in room.faults]


@pytest.fixture
def content(tmp_path: Path) -> Path:
    return write(tmp_path / "content", FILES)


def test_every_kind_of_file_is_found_under_its_identity(content):
    room = load(FolderTree(content), faults)

    assert list(room.posts) == ["dinkes/2026/11/imunisasi"]
    assert list(room.events) == ["dinkes/2026/11/24-imunisasi"]
    assert list(room.agencies) == ["dinkes"]
    assert list(room.categories) == ["kesehatan"]
    assert list(room.pages) == ["tentang"]


def test_a_body_is_found_by_the_digest_that_its_post_carries(content, tmp_path):
    section = Reader(FolderTree(content), faults, tmp_path / "simpanan").section("2026-11")
    ref = section.newsroom.posts["dinkes/2026/11/imunisasi"].body

    assert section.bodies.get(ref) == (Html("<p>Petugas melayani 40 anak.</p>"),)


def test_a_photo_is_known_by_its_blob_and_its_post_names_it(content):
    room = load(FolderTree(content), faults)
    use = room.posts["dinkes/2026/11/imunisasi"].photos[0]

    assert use.blob == blob_id(PHOTO)
    assert room.photos == {use.blob: PhotoFacts("JPEG", 40, 30, len(PHOTO), tint="caa")}


def test_a_photo_counts_only_for_the_post_beside_it(content):
    write(content, {"berita/dinkes/2026/11/lain/index.md": POST})
    room = load(FolderTree(content), faults)

    assert room.posts["dinkes/2026/11/lain"].photos[0].blob == ""


def test_every_file_is_listed_also_one_that_means_nothing(content):
    assert [entry.path for entry in load(FolderTree(content), faults).entries] == sorted(FILES)


def test_what_reading_finds_is_told_in_the_order_of_the_paths(content):
    write(content, {"agenda/dinkes/2026/11/01-a.md": "tanpa kepala"})

    assert told(load(FolderTree(content), faults)) == [
        ("agenda/dinkes/2026/11/01-a.md", "no-header"),
        ("berita/dishub/2026/11/kosong/index.md", "empty-file"),
    ]


@pytest.mark.parametrize("workers", [1, 2, 5])
def test_the_number_of_workers_does_not_matter(content, workers):
    assert load(FolderTree(content), faults, workers) == load(FolderTree(content), faults)


def test_a_commit_a_work_tree_and_a_folder_give_the_same_newsroom(content):
    run_git(content.parent, "init", "-q", "-b", "main")
    commit_all(content.parent)
    commit = CommitTree(content.parent, "HEAD")
    rooms = [load(tree, faults) for tree in (FolderTree(content), WorkTree(content), commit)]
    commit.close()

    assert rooms[0] == rooms[1] == rooms[2]


def test_a_link_to_a_post_is_not_followed(content):
    (content / "halaman" / "rahasia.md").symlink_to("/etc/hostname")
    room = load(FolderTree(content), faults)

    assert list(room.pages) == ["tentang"]
    assert "halaman/rahasia.md" in {entry.path for entry in room.entries}


def test_a_text_that_is_too_large_is_not_parsed(content):
    write(content, {"halaman/besar.md": "---\njudul: a\n---\n" + "[" * MAX_TEXT})
    room = load(FolderTree(content), faults)

    fault = next(fault for fault in room.faults if fault.path == "halaman/besar.md")

    assert (fault.line, fault.column, fault.code, fault.message) == (1, 1, "text-too-large", "64")
    assert "besar" not in room.pages


def test_a_text_of_exactly_the_limit_is_parsed(content):
    head = "---\njudul: a\n---\n"
    write(content, {"halaman/pas.md": head + "a" * (65_536 - len(head))})

    assert "pas" in load(FolderTree(content), faults).pages


def test_a_photo_that_is_too_large_is_not_decoded(content):
    big = PHOTO + bytes(MAX_PHOTO)
    write(content, {f"{FOLDER}/posyandu.jpg": big})

    assert load(FolderTree(content), faults).photos == {
        blob_id(big): PhotoFacts(size=len(big), trouble="too-large")
    }


def test_a_runaway_text_is_stopped_and_costs_only_itself(content):
    write(content, {"halaman/lambat.md": "---\njudul: a\n---\n" + "[" * 20_000})
    room = load(FolderTree(content), faults)

    assert ("halaman/lambat.md", "too-slow") in told(room)
    assert list(room.pages) == ["tentang"]
    assert list(room.posts) == ["dinkes/2026/11/imunisasi"]


MONTHS = {f"berita/dinkes/2026/0{number}/imunisasi/index.md": POST for number in range(1, 6)}
SLOW_POST = POST.replace("Petugas", "[" * 20_000)


def answered(content: Path, cache: Path, workers: int) -> dict[str, list[str]]:
    """The posts of each month, as children that read whole sections found them."""
    reader = Reader(FolderTree(content), faults, cache, workers)

    def ask(section: Section) -> bytes:
        return " ".join(section.newsroom.posts).encode()

    return {name: told.decode().split() for name, told in reader.each(reader.months, ask)}


@pytest.mark.parametrize("workers", [1, 2])
def test_children_that_read_whole_sections_store_what_one_section_alone_does(
    content, tmp_path, workers
):
    write(content, MONTHS)
    found = answered(content, tmp_path / "banyak", workers)
    alone = Reader(FolderTree(content), faults, tmp_path / "satu")

    assert found == {name: list(alone.section(name).newsroom.posts) for name in alone.months}
    assert {f.name: f.read_bytes() for f in (tmp_path / "banyak").iterdir()} == {
        f.name: f.read_bytes() for f in (tmp_path / "satu").iterdir()
    }


def test_two_runaway_texts_of_a_section_cost_only_themselves(content, tmp_path, monkeypatch):
    monkeypatch.setattr(readers, "TEXT_SECONDS", 0.5)
    slow = {f"berita/{pd}/2026/03/lambat/index.md": SLOW_POST for pd in ("dinkes", "dishub")}
    write(content, {**MONTHS, **slow})
    found = answered(content, tmp_path / "cache", 2)
    room = Reader(FolderTree(content), faults, tmp_path / "cache").section("2026-03").newsroom

    assert sorted(found) == ["2026-01", "2026-02", "2026-03", "2026-04", "2026-05", "2026-11"]
    assert list(room.posts) == ["dinkes/2026/03/imunisasi"]
    assert [path for path, kind in told(room) if kind == "too-slow"] == sorted(slow)


def test_a_worker_that_is_lost_between_two_texts_is_told(content, tmp_path):
    reader = Reader(FolderTree(write(content, MONTHS)), faults, tmp_path / "cache", 1)

    with pytest.raises(RuntimeError, match="'2026-01' cannot be read"):
        list(reader.each(["2026-01"], lambda _: os._exit(1)))


def test_agencies_alone_are_read_without_any_month(content):
    write(content, {"berita/dinkes/2026/11/lambat/index.md": "---\njudul: a\n---\n" + "[" * 20_000})
    room = load_agencies(FolderTree(content))

    assert list(room.agencies) == ["dinkes"]
    assert (room.posts, room.events, room.photos) == ({}, {}, {})


def test_an_empty_folder_is_an_empty_newsroom(tmp_path):
    room = load(FolderTree(tmp_path), faults)

    assert (room.posts, room.agencies, room.entries, room.faults) == ({}, {}, (), ())


def parsed(content: Path, cache: Path, workers: int = 0) -> list[str]:
    """The paths of the text files that a reader with this cache had to parse."""
    seen = cache.parent / "dibaca.txt"
    seen.write_text("")

    def note(manuscript: Manuscript) -> list[Fault]:
        with seen.open("a") as file:  # also from a child
            file.write(manuscript.path + "\n")
        return faults(manuscript)

    reader = Reader(FolderTree(content), note, cache, workers)
    for name in (SHARED, *reader.months):
        reader.section(name)
    return sorted(seen.read_text().split())


def damage_body(file: Path) -> None:
    """Turn a letter of the only body that a stored month has."""
    data = file.read_bytes()
    assert data.count(b"40 anak") == 2, "an excerpt in the head, and the body"
    at = data.rindex(b"40 anak")
    file.write_bytes(data[:at] + b"41" + data[at + 2 :])


TEXTS = [
    "agenda/dinkes/2026/11/24-imunisasi.md",
    "berita/dinkes/2026/11/imunisasi/index.md",
    "berita/dishub/2026/11/kosong/index.md",
    "halaman/tentang.md",
    "perangkat-daerah/dinkes.md",
    "rubrik.yaml",
]


def test_a_file_is_parsed_once_ever(content, tmp_path):
    assert parsed(content, tmp_path / "simpanan") == TEXTS
    assert parsed(content, tmp_path / "simpanan") == []


def test_only_what_changed_is_parsed_again(content, tmp_path):
    parsed(content, tmp_path / "simpanan")
    write(content, {"halaman/tentang.md": "---\njudul: Lain\n---\nIsi.\n", "halaman/baru.md": "a"})

    assert parsed(content, tmp_path / "simpanan") == ["halaman/baru.md", "halaman/tentang.md"]


def test_a_post_is_parsed_again_when_the_photos_beside_it_change(content, tmp_path):
    parsed(content, tmp_path / "simpanan")
    write(content, {f"{FOLDER}/posyandu.jpg": encoded(plain(50, 40), "JPEG")})

    assert parsed(content, tmp_path / "simpanan") == [f"{FOLDER}/index.md"]
    reader = Reader(FolderTree(content), faults, tmp_path / "simpanan")
    (facts,) = reader.section("2026-11").newsroom.photos.values()
    assert (facts.width, facts.height) == (50, 40)


def test_a_photo_is_decoded_once_ever(content, tmp_path):
    parsed(content, tmp_path / "simpanan")
    store = Store(tmp_path / "simpanan")
    section, bodies = store.load("2026-11")
    noted = {blob_id(PHOTO): PhotoFacts("PNG", 1, 1, 1)}  # what decoding would never find
    changed = msgspec.structs.replace(section, photos=noted)
    store.save("2026-11", changed, b"".join(bodies.all().values()))
    write(content, {f"{FOLDER}/lagi.jpg": encoded(plain(50, 40), "JPEG")})
    reader = Reader(FolderTree(content), faults, tmp_path / "simpanan")
    found = reader.section("2026-11").newsroom.photos

    assert found.pop(blob_id(PHOTO)) == PhotoFacts("PNG", 1, 1, 1)
    assert [(facts.width, facts.height) for facts in found.values()] == [(50, 40)]


def test_what_older_code_has_read_is_read_again(content, tmp_path):
    parsed(content, tmp_path / "simpanan")
    store = Store(tmp_path / "simpanan")
    section, _ = store.load("2026-11")
    store.save("2026-11", msgspec.structs.replace(section, key=b"lama", shape=b"lama"), b"")

    assert parsed(content, tmp_path / "simpanan") == [path for path in TEXTS if "/2026/11/" in path]


def test_only_the_month_that_changed_is_listed_and_read(content, tmp_path):
    write(content, {"berita/dinkes/2026/10/lama/index.md": POST.replace("11-24", "10-24")})
    parsed(content, tmp_path / "simpanan")
    write(content, {f"{FOLDER}/index.md": POST.replace("40", "41")})

    assert parsed(content, tmp_path / "simpanan") == [f"{FOLDER}/index.md"]


def test_what_is_taken_from_the_store_equals_what_is_read_anew(content, tmp_path):
    for change in ({}, {"halaman/baru.md": "a"}, {f"{FOLDER}/index.md": POST.replace("40", "41")}):
        write(content, change)
        kept = Reader(FolderTree(content), faults, tmp_path / "simpanan")
        fresh = Reader(FolderTree(content), faults, tmp_path / f"baru-{len(change)}-{id(change)}")
        for name in (SHARED, *fresh.months):
            one, other = kept.section(name), fresh.section(name)
            refs = [post.body for post in one.newsroom.posts.values()]
            assert (one.key, one.newsroom) == (other.key, other.newsroom)
            assert [one.bodies.get(ref) for ref in refs] == [other.bodies.get(ref) for ref in refs]


def test_a_removed_file_is_forgotten(content, tmp_path):
    parsed(content, tmp_path / "simpanan")
    (content / "halaman/tentang.md").unlink()
    reader = Reader(FolderTree(content), faults, tmp_path / "simpanan")

    assert reader.section(SHARED).newsroom.pages == {}


@pytest.mark.parametrize("damage", [b"", b"rusak", None])
def test_a_damaged_store_is_read_anew(content, tmp_path, damage):
    parsed(content, tmp_path / "simpanan")
    for file in (tmp_path / "simpanan").iterdir():
        data = file.read_bytes()
        file.write_bytes(data[: len(data) // 2] if damage is None else damage)

    assert parsed(content, tmp_path / "simpanan") == TEXTS
    assert parsed(content, tmp_path / "simpanan") == []


def test_sections_that_are_gone_are_forgotten(content, tmp_path):
    parsed(content, tmp_path / "simpanan")
    (tmp_path / "simpanan" / "2020-01.bagian").write_bytes(b"lama")
    Reader(FolderTree(content), faults, tmp_path / "simpanan").forget_others()

    assert sorted(file.stem for file in (tmp_path / "simpanan").iterdir()) == ["2026-11", SHARED]


def test_months_are_named_oldest_first(content, tmp_path):
    write(content, {"agenda/dinkes/2025/12/01-a.md": "a", "berita/dinkes/2027/01/b/index.md": "b"})
    reader = Reader(FolderTree(content), faults, tmp_path / "simpanan")

    assert reader.months == ["2025-12", "2026-11", "2027-01"]


def test_a_section_that_does_not_exist_is_empty(content, tmp_path):
    section = Reader(FolderTree(content), faults, tmp_path / "simpanan").section("2020-01")

    assert (section.newsroom.posts, section.newsroom.events) == ({}, {})


def test_a_damaged_body_is_parsed_again_when_its_month_is(content, tmp_path):
    parsed(content, tmp_path / "simpanan")
    damage_body(tmp_path / "simpanan/2026-11.bagian")
    write(content, {"berita/dinkes/2026/11/baru/index.md": POST})

    assert parsed(content, tmp_path / "simpanan") == [
        "berita/dinkes/2026/11/baru/index.md",
        f"{FOLDER}/index.md",
    ]


def test_a_month_that_is_read_again_is_stored_whole(content, tmp_path):
    sound = Reader(FolderTree(content), faults, tmp_path / "simpanan").section("2026-11")
    damage_body(tmp_path / "simpanan/2026-11.bagian")
    again = Reader(FolderTree(content), faults, tmp_path / "simpanan").read_again("2026-11")
    (_, bodies) = Store(tmp_path / "simpanan").load("2026-11")
    ref = sound.newsroom.posts["dinkes/2026/11/imunisasi"].body

    assert again.newsroom == sound.newsroom
    assert bodies.get(ref) == again.bodies.get(ref) == (Html("<p>Petugas melayani 40 anak.</p>"),)
