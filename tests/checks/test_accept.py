"""What the gate lets through on main, what it keeps back, and what stops the site."""

from collections.abc import Callable
from pathlib import Path

import pytest

from plugins.checks import gate
from plugins.checks.accept import accept
from plugins.model.moment import parse_moment
from plugins.reading.board import Accepted
from plugins.reading.reader import load
from plugins.reading.tree import FolderTree

NOW = parse_moment("2026-11-25 08:00")
FOLDER = "berita/dinkes/2026/11/imunisasi-campak"
POST = f"{FOLDER}/index.md"
EVENT = "agenda/dinkes/2026/11/24-imunisasi-campak.md"


@pytest.fixture
def accepted(tmp_path: Path, base_files, write_files) -> Callable[..., Accepted]:
    """The base newsroom, with some files changed or taken away, as the gate accepts it."""

    def ask(files) -> Accepted:
        write_files(tmp_path / "content", {**base_files, **files})
        tree = FolderTree(tmp_path / "content")
        return accept(load(tree, gate.inspect, workers=1), tree, NOW, "humas")

    return ask


def codes(faults) -> list[str]:
    return [fault.code for fault in faults if fault.blocks]


def test_a_newsroom_without_fault_passes_whole(accepted):
    found = accepted({})

    assert (found.quarantined, found.faults, found.fatal) == ((), (), ())
    assert list(found.newsroom.posts) == ["dinkes/2026/11/imunisasi-campak"]
    assert list(found.newsroom.events) == ["dinkes/2026/11/24-imunisasi-campak"]


def test_a_bad_post_is_kept_back_alone(accepted, text):
    found = accepted({POST: text("story", "judul:", "kunci: x\njudul:")})

    assert found.quarantined == (POST,)
    assert (list(found.newsroom.posts), len(found.newsroom.events)) == ([], 1)
    assert (codes(found.faults), found.fatal) == (["K101"], ())


def test_a_bad_activity_is_kept_back_and_the_post_that_names_it_is_not(accepted, text):
    rubrik = "rubrik: kesehatan\n"
    post = text("story", rubrik, rubrik + "agenda: [dinkes/2026/11/24-imunisasi-campak]\n")
    found = accepted({POST: post, EVENT: text("event", "acara:", "kunci: x\nacara:")})

    assert found.quarantined == (EVENT,)
    assert (len(found.newsroom.posts), list(found.newsroom.events)) == (1, [])


def test_a_bad_photo_costs_its_post(accepted):
    found = accepted({f"{FOLDER}/imunisasi.jpg": b"bukan foto"})

    assert found.quarantined == (POST,)
    assert found.newsroom.posts == {}


def test_advice_keeps_nothing_back(accepted, text):
    found = accepted({POST: "\ufeff" + text("story")})

    assert [fault.code for fault in found.faults] == ["S106"]
    assert (found.quarantined, found.fatal) == ((), ())


@pytest.mark.parametrize(
    ("path", "content", "code"),
    [
        ("perangkat-daerah/dishub.md", "---\nnama: Dinas Perhubungan\n---\n", "K102"),
        ("halaman/tentang.md", "---\njudul: Tentang\nkunci: x\n---\nIsi.\n", "K101"),
        ("rubrik.yaml", '- {slug: kesehatan, nama: Kesehatan, iptc: "1"}\n', "K115"),
    ],
)
def test_a_fault_in_what_all_pages_share_stops_the_site(accepted, path, content, code):
    found = accepted({path: content})

    assert code in codes(found.fatal)
    assert {fault.path for fault in found.fatal} == {f"content/{path}"}
    assert found.quarantined == ()


def test_a_link_among_the_photos_stops_the_site(accepted, tmp_path):
    folder = tmp_path / "content" / FOLDER
    folder.mkdir(parents=True)
    (folder / "rahasia.jpg").symlink_to("/etc/passwd")

    assert codes(accepted({}).fatal) == ["S102"]


def test_what_stops_the_site_is_told_with_everything_else(accepted, text):
    found = accepted(
        {
            POST: text("story", "judul:", "kunci: x\njudul:"),
            "halaman/tentang.md": "---\njudul: Tentang\nkunci: x\n---\nIsi.\n",
        }
    )

    assert [fault.path for fault in found.faults if fault.blocks] == [
        f"content/{POST}", "content/halaman/tentang.md",
    ]  # fmt: skip
    assert [fault.path for fault in found.fatal] == ["content/halaman/tentang.md"]


def test_a_faulty_table_of_media_costs_itself_alone(accepted):
    table = "pantauan-media/2026/11.csv"
    found = accepted({table: "tanggal,media,judul\nkemarin,a,b\n"})

    assert (found.quarantined, found.fatal) == ((table,), ())
    assert found.newsroom.media == {}
    assert list(found.newsroom.posts) == ["dinkes/2026/11/imunisasi-campak"]
