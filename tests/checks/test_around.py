"""A proposal is judged among the months it has to do with, as if among all of them."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import closing
from pathlib import Path

import pytest

from plugins.checks import around, gate
from plugins.checks.__main__ import main
from plugins.checks.around import Links, links_of, sections_around
from plugins.reading.reader import Reader
from plugins.reading.sections import SHARED
from plugins.reading.tree import CommitTree
from tests.checks.conftest import write
from tests.conftest import commit_all, run_git

NAMING = "agenda: [dinkes/2026/02/24-penyuluhan-gizi]\n"
EVENT = "agenda/dinkes/2026/02/24-penyuluhan-gizi.md"
SERIES = "agenda/dinkes/2026/04/24-penyuluhan-gizi.md"
LATER = "agenda: [dinkes/2026/12/24-penyuluhan-gizi]\n"
OLD_ALIAS = "alias: [/berita/dinkes/2025/01/lama/]\n"
OTHER_CATEGORIES = "- slug: umum\n  nama: Umum\n  iptc: '07000000'\n"


def path_of(month: str, slug: str = "kabar") -> str:
    return f"berita/dinkes/{month.replace('-', '/')}/{slug}/index.md"


def post(month: str, header: str = "", words_of: str = "") -> str:
    """A post in the words of its own month, or of another one."""
    words = " ".join(f"kata{(words_of or month).replace('-', '')}{n}" for n in range(12))
    own = f"judul: Kabar {month}\ntanggal: {month}-24 09:30\nrubrik: kesehatan\n{header}"
    return f"---\n{own}---\n\nMASAMBA — {words}\n"


@pytest.fixture(scope="module")
def archive(agency_records: Mapping[str, str], tmp_path_factory) -> Path:
    """Ten months; July names an activity of February, March an older address; April recurs."""
    folder = tmp_path_factory.mktemp("arsip")
    months = [f"2026-{month:02}" for month in range(1, 11)]
    headers = {"2026-07": NAMING, "2026-03": OLD_ALIAS}
    files = {path_of(month): post(month, headers.get(month, "")) for month in months}
    event = "acara: Penyuluhan gizi\ntanggal: 2026-02-24\nmulai: 09:00\ntempat: Masamba\n"
    categories = OTHER_CATEGORIES.replace("umum", "kesehatan")
    series = event.replace("02-24", "04-24") + "ulang: {setiap: bulan, sampai: 2027-01-24}\n"
    own = {EVENT: f"---\n{event}---\n", SERIES: f"---\n{series}---\n", "rubrik.yaml": categories}
    write(folder / "content", {**agency_records, **files, **own})
    run_git(folder, "init", "-q", "-b", "main")
    commit_all(folder)
    return folder


@pytest.fixture
def propose(archive: Path) -> Callable[[Mapping[str, str | None]], None]:
    """Check out a branch of main that changes these files."""

    def changed(files: Mapping[str, str | None]) -> None:
        run_git(archive, "checkout", "-q", "-B", "usul/dinkes", "main")
        write(archive / "content", files)
        commit_all(archive)

    return changed


@pytest.fixture(scope="module")
def memory(tmp_path_factory) -> Path:
    return tmp_path_factory.mktemp("ingatan")


@pytest.fixture
def opened(archive: Path, memory: Path) -> Iterator[Callable[[], set[str]]]:
    """The sections that are opened for the branch that is checked out."""
    with closing(CommitTree(archive, "main")) as tree:

        def told() -> set[str]:
            start = Reader(tree, gate.inspect, memory / "bagian")
            head = Reader(tree.beside("HEAD"), gate.inspect, memory / "usulan")
            return set(sections_around(start, head, links_of(start, memory)))

        yield told


def months(*numbers: int) -> set[str]:
    return {SHARED, *(f"2026-{number:02}" for number in numbers)}


@pytest.mark.parametrize(
    ("files", "expected"),
    [
        ({path_of("2026-03", "baru"): post("2026-03")}, months(1, 2, 3, 4, 5)),
        ({EVENT: None}, months(1, 2, 3, 4, 7)),
        ({path_of("2026-11"): post("2026-11", NAMING)}, months(2, 4, 7, 9, 10, 11)),
        ({path_of("2026-11"): post("2026-11", OLD_ALIAS)}, months(3, 4, 9, 10, 11)),
        ({path_of("2026-02", "baru"): post("2026-02", LATER)}, months(1, 2, 3, 4, 7)),
        ({path_of("2025-01", "lama"): post("2025-01")}, months(3) | {"2025-01"}),
        ({"rubrik.yaml": OTHER_CATEGORIES}, months(*range(1, 11))),
    ],
    ids=["near", "who-names-it", "what-it-names", "who-claims-it", "recurs", "leads-here", "all"],
)
def test_the_months_that_have_to_do_with_a_change_are_opened(files, expected, propose, opened):
    propose(files)

    assert opened() == expected


EDITS: dict[str, dict[str, str | None]] = {
    "a new post": {path_of("2026-09", "baru"): post("2026-09")},
    "a twin of last month": {path_of("2026-10", "kembar"): post("2026-10", "", "2026-09")},
    "words of long ago": {path_of("2026-11"): post("2026-11", "", "2026-01")},
    "an activity goes": {EVENT: None},
    "a second report": {path_of("2026-11"): post("2026-11", NAMING)},
    "an unknown activity": {path_of("2026-11"): post("2026-11", NAMING.replace("gizi", "gisi"))},
    "an address that is taken": {path_of("2026-11"): post("2026-11", OLD_ALIAS)},
    "a post where an address leads": {path_of("2025-01", "lama"): post("2025-01")},
    "a later time": {path_of("2026-12"): post("2026-12", LATER)},
    "what recurred goes": {SERIES: None, path_of("2026-10", "b"): post("2026-10", LATER)},
    "a category goes": {"rubrik.yaml": OTHER_CATEGORIES},
}


@pytest.mark.parametrize("files", EDITS.values(), ids=EDITS)
def test_the_answer_is_that_of_the_whole_archive(
    files, propose, archive, memory, capsys, monkeypatch
):
    def told() -> str:
        fixed = ["--repository", str(archive), "--cache", str(memory), "--format", "lines"]
        main([*fixed, "--now", "2026-12-31 08:00", "--base", "main"])
        return capsys.readouterr().out

    propose(files)
    answer = told()
    monkeypatch.setattr(around, "sections_around", _all_sections)

    assert answer == told()


def _all_sections(start: Reader, head: Reader, _links: Links) -> frozenset[str]:
    return frozenset(start.keys.keys() | head.keys.keys())


def test_what_names_what_is_remembered_and_learnt_again_where_it_is_lost(archive, memory):
    with closing(CommitTree(archive, "main")) as tree:
        first = links_of(Reader(tree, gate.inspect, memory / "bagian"), memory)
        (memory / "rujukan").write_bytes(b"rusak")

        assert links_of(Reader(tree, gate.inspect, memory / "bagian"), memory) == first
        assert first["2026-07"].names == ("2026-02",)
        assert "2027-01" in first["2026-04"].names
