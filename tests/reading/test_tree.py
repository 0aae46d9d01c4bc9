"""A commit, a work tree and a plain folder list the same."""

import os
from contextlib import closing
from pathlib import Path

import pytest

from plugins.model.entry import EXECUTABLE, REGULAR, SUBMODULE, SYMLINK, Entry
from plugins.reading.git import GitError, blob_id, contains, git
from plugins.reading.sections import SHARED
from plugins.reading.tree import CommitTree, FolderTree, WorkTree, entry_on_disk, tree_at
from tests.conftest import commit_all, run_git

FILES = {
    "rubrik.yaml": b"- slug: kesehatan\n",
    "berita/dinkes/2026/11/imunisasi/index.md": b"---\r\njudul: a\r\n---\r\n",
    "berita/dinkes/2026/11/imunisasi/a.jpg": bytes(range(256)),
    "berita/dinkes/2026/11/imunisasi.md": b"",
    "halaman/tentang kami.md": b"spasi",
    "pantauan-media/2026/11.csv": b"tanggal,media,judul\n",
    "pantauan-media/2026/sebelas.csv": b"",
    "pantauan-media/2026/12.csv/a.md": b"",
    "pantauan-media/catatan.md": b"",
    "halaman/-rf.md": b"tanda hubung",
    "halaman/baris\nbaru.md": b"baris baru",
    "halaman/[kurung] 'petik' \"dua\".md": b"tanda",
    "halaman/é ᨒ.md": "ç".encode(),
}


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """A committed content folder with names and modes of every kind."""
    folder = tmp_path / "proyek" / "content"
    for path, data in FILES.items():
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(data)
    (folder / "halaman" / "jalan.md").write_bytes(b"#!/bin/sh\n")
    (folder / "halaman" / "jalan.md").chmod(0o755)
    (folder / "halaman" / "pintas.md").symlink_to("../rubrik.yaml")
    (folder / "halaman" / "folder").symlink_to("../berita")
    (folder / "halaman" / "buntu").symlink_to("/tidak/ada")
    (folder.parent / ".gitattributes").write_text("* text=auto eol=lf\ncontent/** -text\n")
    run_git(folder.parent, "init", "-q", "-b", "main")
    commit_all(folder.parent)
    return folder


@pytest.fixture
def commit_tree(content: Path):
    tree = CommitTree(content.parent, "HEAD")
    yield tree
    tree.close()


def test_the_three_trees_list_equal_entries_for_equal_content(content, commit_tree):
    listed = FolderTree(content).entries()

    assert len(listed) == len(FILES) + 4
    assert WorkTree(content).entries() == listed
    assert commit_tree.entries() == listed


def test_the_three_trees_read_the_same_bytes(content, commit_tree):
    entries = [entry for entry in commit_tree.entries() if entry.mode == REGULAR]
    trees = (FolderTree(content), WorkTree(content), commit_tree)

    assert [entry.path for entry in entries] == sorted(FILES)
    for tree in trees:
        assert {entry.path: tree.read(entry) for entry in entries} == FILES


def test_the_three_trees_have_the_same_sections_with_the_same_files(content, commit_tree):
    listed = {name: FolderTree(content).entries_of(name) for name in ("2026-11", SHARED)}

    for tree in (FolderTree(content), WorkTree(content), commit_tree):
        assert sorted(tree.sections()) == ["2026-11", SHARED]
        assert {name: tree.entries_of(name) for name in tree.sections()} == listed
        assert tree.entries_of("2026-10") == []
    assert [entry.path for entry in listed["2026-11"]] == [
        "berita/dinkes/2026/11/imunisasi.md",
        "berita/dinkes/2026/11/imunisasi/a.jpg",
        "berita/dinkes/2026/11/imunisasi/index.md",
        "pantauan-media/2026/11.csv",
    ]


def test_a_file_is_read_by_its_blob_within_its_section(content, commit_tree):
    for tree in (FolderTree(content), WorkTree(content), commit_tree):
        assert tree.read_blob(blob_id(bytes(range(256))), "2026-11") == bytes(range(256))
        assert tree.read_blob(blob_id(b"tanda"), SHARED) == b"tanda"


@pytest.mark.parametrize(
    ("path", "changed"),
    [
        ("berita/dinkes/2026/11/imunisasi/index.md", "2026-11"),
        ("berita/dinkes/2026/11/imunisasi/baru.jpg", "2026-11"),
        ("agenda/dishub/2026/10/12-rapat.md", "2026-10"),
        ("rubrik.yaml", SHARED),
        ("halaman/kontak.md", SHARED),
        ("perangkat-daerah/dishub.md", SHARED),
        ("berita/dinkes/2026/13/a/index.md", SHARED),
        ("berita/dinkes/0001/01/a/index.md", SHARED),
        ("berita/dinkes/2026/10", SHARED),
        ("berita/dinkes/2026/catatan.md", SHARED),
        ("berita/dinkes/20a6/11/b/index.md", SHARED),
        ("berita/catatan.md", SHARED),
    ],
)
def test_another_file_changes_the_digest_of_its_section_and_of_no_other(content, path, changed):
    before = [tree_at(content).sections(), FolderTree(content).sections(), committed(content)]
    file = content / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(b"berubah")
    loose = WorkTree(content).sections()
    commit_all(content.parent)
    after = [WorkTree(content).sections(), FolderTree(content).sections(), committed(content)]

    assert loose == after[0]
    for old, new in zip(before, after, strict=True):
        assert [name for name in new if new[name] != old.get(name)] == [changed]


def committed(content: Path) -> dict[str, bytes]:
    tree = CommitTree(content.parent, "HEAD")
    found = tree.sections()
    tree.close()
    return found


def test_a_mode_changes_the_digest_of_a_section_too(content):
    before, in_commit = FolderTree(content).sections(), committed(content)
    (content / "rubrik.yaml").chmod(0o755)
    commit_all(content.parent)

    assert FolderTree(content).sections()[SHARED] != before[SHARED]
    assert committed(content)[SHARED] != in_commit[SHARED]


def test_a_commit_without_content_is_an_error_that_says_so(content):
    tree = CommitTree(content.parent, "HEAD", "tidak-ada")
    with closing(tree), pytest.raises(GitError):
        tree.sections()


@pytest.mark.parametrize("revision", ["tidak-ada", "dua kata", ""])
def test_a_revision_that_does_not_exist_is_an_error_too(content, revision):
    tree = CommitTree(content.parent, revision)
    with closing(tree), pytest.raises(GitError):
        tree.sections()


def test_entries_stand_in_the_order_of_their_paths(content):
    paths = [entry.path for entry in FolderTree(content).entries()]

    assert paths == sorted(paths)


def test_a_blob_id_is_that_of_git(content):
    file = content / "berita/dinkes/2026/11/imunisasi/a.jpg"

    assert blob_id(file.read_bytes()) == run_git(content, "hash-object", str(file)).strip()


def test_modes_are_those_of_git(content):
    modes = {entry.path: entry.mode for entry in FolderTree(content).entries()}

    assert modes["rubrik.yaml"] == REGULAR
    assert modes["halaman/jalan.md"] == EXECUTABLE
    assert modes["halaman/pintas.md"] == modes["halaman/folder"] == SYMLINK


def test_the_content_of_a_link_is_its_target_and_never_what_it_points_to(content):
    entry = entry_on_disk("pintas.md", content / "halaman" / "pintas.md")

    assert (entry.size, entry.blob) == (14, blob_id(b"../rubrik.yaml"))


def test_a_linked_folder_is_not_walked(content):
    paths = [entry.path for entry in FolderTree(content).entries()]

    assert [path for path in paths if path.startswith("halaman/folder")] == ["halaman/folder"]


def test_a_work_tree_is_what_lies_there_and_not_what_was_committed(content):
    (content / "rubrik.yaml").write_bytes(b"baru")
    (content / "halaman" / "tambahan.md").write_bytes(b"tambahan")
    (content / "halaman" / "é ᨒ.md").unlink()
    (content / "halaman" / "jalan.md").chmod(0o644)

    assert WorkTree(content).entries() == FolderTree(content).entries()


def test_what_is_only_staged_is_listed(content):
    (content / "halaman" / "siap.md").write_bytes(b"siap")
    (content / "halaman" / "niat.md").write_bytes(b"niat")
    run_git(content, "add", "halaman/siap.md")
    run_git(content, "add", "-N", "halaman/niat.md")

    assert WorkTree(content).entries() == FolderTree(content).entries()


def test_a_file_that_became_a_link_is_a_link(content):
    (content / "rubrik.yaml").unlink()
    (content / "rubrik.yaml").symlink_to("/etc/passwd")
    modes = {entry.path: entry.mode for entry in WorkTree(content).entries()}

    assert modes["rubrik.yaml"] == SYMLINK


def test_ignored_files_are_not_content_of_a_work_tree(content):
    (content.parent / ".gitignore").write_text("*.tmp\n")
    (content / "catatan.tmp").write_bytes(b"")

    assert "catatan.tmp" not in {entry.path for entry in WorkTree(content).entries()}


def test_a_commit_is_not_what_lies_there(content, commit_tree):
    before = commit_tree.entries()
    (content / "rubrik.yaml").write_bytes(b"baru")
    (content / "halaman" / "tambahan.md").write_bytes(b"tambahan")
    (entry,) = [entry for entry in before if entry.path == "rubrik.yaml"]

    assert commit_tree.entries() == before
    assert commit_tree.read(entry) == b"- slug: kesehatan\n"


def test_an_older_commit_is_read_as_it_was(content):
    old = run_git(content, "rev-parse", "HEAD").strip()
    (content / "rubrik.yaml").write_bytes(b"baru")
    new = commit_all(content.parent)
    trees = [CommitTree(content.parent, commit) for commit in (old, new)]
    read = [tree.read(next(e for e in tree.entries() if e.path == "rubrik.yaml")) for tree in trees]
    for tree in trees:
        tree.close()

    assert read == [b"- slug: kesehatan\n", b"baru"]


def test_a_bare_repository_has_commits_too(content, tmp_path):
    run_git(tmp_path, "clone", "-q", "--bare", str(content.parent), "gudang.git")
    tree = CommitTree(tmp_path / "gudang.git", "main")

    assert tree.entries() == FolderTree(content).entries()


def test_an_unknown_commit_or_blob_is_an_error_that_says_so(content, commit_tree):
    with pytest.raises(GitError, match="git ls-tree ended with 128"):
        CommitTree(content.parent, "tidak-ada").entries()
    with pytest.raises(GitError, match="knows no object 'ffffffff'"):
        commit_tree.read(Entry("a.md", REGULAR, "ffffffff", 1))


def test_after_an_unknown_blob_the_next_one_is_read(content, commit_tree):
    with pytest.raises(GitError):
        commit_tree.read_blob("f" * 40, SHARED)

    assert commit_tree.read_blob(blob_id(b"tanda"), SHARED) == b"tanda"


def test_a_forked_child_reads_through_a_pipe_of_its_own(content, commit_tree):
    first = commit_tree.read_blob(blob_id(b"tanda"), SHARED)
    pid = os.fork()
    if pid == 0:
        own = commit_tree.read_blob(blob_id(b"spasi"), SHARED) == b"spasi"
        commit_tree.close()
        os._exit(0 if own else 1)
    _, status = os.waitpid(pid, 0)

    assert (first, status) == (b"tanda", 0)
    assert commit_tree.read_blob(blob_id(b"spasi"), SHARED) == b"spasi"


def test_a_named_commit_is_taken_from_the_repository_around_the_folder(content):
    tree = tree_at(content, "HEAD")

    assert isinstance(tree, CommitTree)
    assert tree.entries() == FolderTree(content).entries()


def test_a_tracked_folder_is_a_work_tree_and_another_a_plain_folder(content, tmp_path):
    (tmp_path / "lepas").mkdir()
    (content.parent / ".gitignore").write_text("salinan/\n")
    (content.parent / "salinan").mkdir()

    assert isinstance(tree_at(content), WorkTree)
    assert isinstance(tree_at(tmp_path / "lepas"), FolderTree)
    assert isinstance(tree_at(content.parent / "salinan"), FolderTree)


def test_a_commit_contains_itself_and_what_came_before(content):
    first = run_git(content, "rev-parse", "HEAD").strip()
    (content / "rubrik.yaml").write_bytes(b"baru")
    second = commit_all(content.parent)
    repository = content.parent

    assert contains(repository, second, first)
    assert contains(repository, first, first)
    assert not contains(repository, first, second)
    assert not contains(repository, second, "f" * 40)


def test_git_takes_what_it_is_given_and_returns_what_it_says(content):
    said = git(content.parent, "hash-object", "--stdin", stdin=b"tanda")

    assert said.decode().strip() == blob_id(b"tanda")


def test_a_refusal_of_git_tells_its_words(tmp_path):
    with pytest.raises(GitError, match="git log ended with 128"):
        git(tmp_path, "log")


def test_a_name_that_is_not_utf8_is_listed_by_every_tree(content):
    for name in (b"terlacak-\xff.md", b"baru-\xff.md"):
        Path(os.fsdecode(os.fsencode(content) + b"/" + name)).write_bytes(b"nama")
        if name.startswith(b"terlacak"):
            commit_all(content.parent)
    committed = CommitTree(content.parent, "HEAD").entries()
    listed = FolderTree(content).entries()

    assert [e.path for e in listed if "\\" in e.path] == ["baru-\\xff.md", "terlacak-\\xff.md"]
    assert WorkTree(content).entries() == listed
    assert committed == [entry for entry in listed if entry.path != "baru-\\xff.md"]


def test_a_repository_inside_the_content_is_one_entry_that_is_no_file(content):
    inner = content / "halaman" / "dalam"
    inner.mkdir()
    run_git(inner, "init", "-q")
    (inner / "a.md").write_bytes(b"a")
    modes = {entry.path: entry.mode for entry in WorkTree(content).entries()}

    assert modes["halaman/dalam"] == SUBMODULE
    assert "halaman/dalam/a.md" not in modes


def test_a_conflict_of_a_merge_lists_a_file_once(content):
    repository = content.parent
    run_git(repository, "switch", "-q", "-c", "lain")
    (content / "rubrik.yaml").write_bytes(b"lain")
    commit_all(repository)
    run_git(repository, "switch", "-q", "main")
    (content / "rubrik.yaml").write_bytes(b"utama")
    commit_all(repository)
    run_git(repository, "merge", "-q", "lain", check=False)

    assert WorkTree(content).entries() == FolderTree(content).entries()


def test_two_commits_may_be_read_side_by_side(content: Path):
    repository = content.parent
    first = run_git(repository, "rev-parse", "HEAD").strip()
    (content / "rubrik.yaml").write_bytes(b"- slug: olahraga\n")
    commit_all(repository)
    tree = CommitTree(repository, first)
    later, alone = tree.beside("HEAD"), CommitTree(repository, first)

    assert tree.sections()[SHARED] != later.sections()[SHARED]
    assert tree.sections() == alone.sections()
    (old,) = [tree.read(entry) for entry in tree.entries() if entry.path == "rubrik.yaml"]
    (new,) = [later.read(entry) for entry in later.entries() if entry.path == "rubrik.yaml"]
    assert (old, new) == (b"- slug: kesehatan\n", b"- slug: olahraga\n")
    alone.close()
    tree.close()
