"""A tree into a newsroom."""

from pathlib import Path

import pytest

from plugins.model.body import Html
from plugins.model.fault import Fault, Severity
from plugins.model.manuscript import Manuscript
from plugins.model.newsroom import Newsroom
from plugins.model.photo import PhotoFacts
from plugins.reading.load import MAX_PHOTO, MAX_TEXT, load, load_agencies
from plugins.reading.tree import CommitTree, FolderTree, WorkTree, blob_id
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


def test_a_body_is_found_by_the_digest_that_its_post_carries(content):
    room = load(FolderTree(content), faults)
    ref = room.posts["dinkes/2026/11/imunisasi"].body

    assert room.bodies[ref.digest] == (Html("<p>Petugas melayani 40 anak.</p>"),)


def test_a_photo_is_known_by_its_blob_and_its_post_names_it(content):
    room = load(FolderTree(content), faults)
    use = room.posts["dinkes/2026/11/imunisasi"].photos[0]

    assert use.blob == blob_id(PHOTO)
    assert room.photos == {use.blob: PhotoFacts("JPEG", 40, 30, len(PHOTO))}


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

    assert ("halaman/besar.md", "text-too-large") in told(room)
    assert "besar" not in room.pages


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


def test_agencies_alone_are_read_without_anything_else(content):
    write(content, {"halaman/lambat.md": "---\njudul: a\n---\n" + "[" * 20_000})
    room = load_agencies(FolderTree(content))

    assert list(room.agencies) == ["dinkes"]
    assert (room.posts, room.pages, room.photos) == ({}, {}, {})


def test_an_empty_folder_is_an_empty_newsroom(tmp_path):
    room = load(FolderTree(tmp_path), faults)

    assert (room.posts, room.agencies, room.entries, room.faults) == ({}, {}, (), ())
