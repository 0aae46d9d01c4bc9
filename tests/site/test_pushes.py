"""Hostile pushes to a real git server with the real hooks: each refused, in Indonesian.

Meanwhile an embargo runs, which the hub ends without any push.
"""

import os
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from plugins.model.moment import DAY, Moment
from plugins.reading.clock import now
from tests.conftest import commit_all, run_git
from tests.site.hubs import Hub, clones, push, running_hub, today_folder, wait, write_post

pytestmark = pytest.mark.xdist_group("pushes")

POSTS = f"content/berita/dinkes/{today_folder()}"


@pytest.fixture(scope="module")
def hub(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Hub]:
    with running_hub(tmp_path_factory.mktemp("dorong") / "proyek") as running:
        yield running


@pytest.fixture
def clone(hub: Hub, tmp_path: Path):
    return clones(hub, tmp_path)


class Embargo(NamedTuple):
    """A post that Humas pushed before all else, and what the site showed of it then."""

    ends: Moment
    commit: str
    answer: str
    early: list[Path]


@pytest.fixture(scope="module")
def embargo(hub: Hub, tmp_path_factory: pytest.TempPathFactory) -> Embargo:
    editor = clones(hub, tmp_path_factory.mktemp("embargo"))("humas")
    minutes = now().minutes + (2 if time.time() % 60 > 30 else 1)
    ends = Moment(minutes // DAY, minutes % DAY)
    clock = f"{ends.iso_day} {ends.minute // 60:02}:{ends.minute % 60:02}"
    write_post(editor, "dinkes", "kejutan", "Kejutan menjelang", terbit_pada=clock)
    answer = push(editor, "main")
    live = (hub.folder / "situs/kini").resolve()
    early = [p for p in live.rglob("*") if p.is_file() and b"ejutan" in p.read_bytes()]
    assert now() < ends, "the machine was too slow for this test"
    return Embargo(ends, hub.manifest()["commit"], answer, early)


@pytest.fixture(autouse=True)
def nothing_moves(hub: Hub, embargo: Embargo) -> Iterator[None]:  # embargo comes first
    """Whatever a test here pushes, the references of the server stay as they were."""
    before = refs(hub)
    yield
    assert refs(hub) == before
    assert run_git(hub.folder / "kabar.git", "fsck", "--connectivity-only", "--no-dangling") == ""


def refs(hub: Hub) -> str:
    return run_git(hub.folder / "kabar.git", "for-each-ref")


def send(clone: Path, *arguments: str) -> str:
    """Push as git would without any scruple of its own, and return what was told."""
    return run_git(clone, "push", "origin", *arguments, check=False)


def raw_tree(clone: Path, *entries: tuple[str, str, bytes]) -> str:
    """A tree object exactly as written, which no ordinary git command would make."""
    rows = [
        f"{mode} {name}".encode() + b"\0" + bytes.fromhex(made(clone, content))
        for mode, name, content in entries
    ]
    data = b"".join(rows)
    return stored(clone, "tree", data)


def made(clone: Path, content: bytes | str) -> str:
    return content if isinstance(content, str) else stored(clone, "blob", content)


def stored(clone: Path, kind: str, data: bytes) -> str:
    command = ["git", "-C", str(clone), "hash-object", "-w", "--literally", "-t", kind, "--stdin"]
    return (
        subprocess.run(command, input=data, capture_output=True, check=True).stdout.decode().strip()
    )


def commit_of(clone: Path, tree: str) -> str:
    """A commit of any tree on top of main."""
    return run_git(clone, "commit-tree", tree, "-p", "HEAD", "-m", "x").strip()


def test_main_is_never_rewritten_not_even_by_humas(hub, clone):
    editor = clone("humas")
    run_git(editor, "commit", "-q", "--amend", "-m", "sejarah baru")
    forced = send(editor, "+HEAD:main")
    leased = send(editor, "--force-with-lease", "HEAD:main")

    assert "DITOLAK: Riwayat main tidak boleh diganti" in forced
    assert "DITOLAK: Riwayat main tidak boleh diganti" in leased


def test_main_is_never_deleted(hub, clone):
    assert "DITOLAK: Cabang main tidak boleh dihapus" in send(clone("humas"), ":main")
    assert "DITOLAK: Hanya Humas yang menerbitkan" in send(clone("petugas-dinkes"), ":main")


def test_main_takes_no_push_of_an_officer_forced_or_not(hub, clone):
    officer = clone("petugas-dinkes")
    write_post(officer, "dinkes", "langsung", "Langsung terbit")

    assert "DITOLAK: Hanya Humas yang menerbitkan" in push(officer, "main")
    assert "DITOLAK: Hanya Humas yang menerbitkan" in send(officer, "+HEAD:main")


ODD_REFERENCES = [
    "refs/tags/v1",
    "refs/notes/catatan",
    "refs/heads/lain",
    "refs/heads/Main",
    "refs/heads/main2",
    "refs/heads/usul/dinkes",
    "refs/heads/usul/dinkes/Huruf-Besar",
    "refs/heads/usul/dinkes/a/b",
    "refs/heads/usul/dinkes/-rf",
    "refs/heads/usul/dinkes/$(id)",
    "refs/heads/usul/dinkes/“a”",
    "refs/heads/usul/dinkes/" + "a" * 240,
    "refs/replace/" + "a" * 40,
    "refs/remotes/origin/main",
]


@pytest.mark.parametrize("first", range(0, len(ODD_REFERENCES), 7))  # 8 in one push at most
def test_an_odd_reference_is_refused(hub, clone, first):
    """Also of Humas, who may push more than anyone."""
    editor, references = clone("humas"), ODD_REFERENCES[first : first + 7]
    write_post(editor, "dinkes", "aneh", "Aneh")
    commit_all(editor)
    said = send(editor, *(f"HEAD:{ref}" for ref in references))

    for ref in references:
        name = ref.removeprefix("refs/heads/")
        assert f"DITOLAK: Nama cabang “{name}” tidak dikenal. Pakai: usul/" in said, said


def test_an_annotated_tag_is_refused(hub, clone):
    editor = clone("humas")
    run_git(editor, "tag", "-a", "v1", "-m", "x")

    assert "DITOLAK: Nama cabang “refs/tags/v1” tidak dikenal" in send(editor, "v1")


def test_a_proposal_is_added_to_and_never_replaced(hub, clone):
    officer = clone("petugas-dinkes")
    write_post(officer, "dinkes", "tetap", "Tetap")
    sent = push(officer, "usul/dinkes/tetap")
    run_git(officer, "commit", "-q", "--amend", "-m", "ganti")
    replaced = send(officer, "+HEAD:usul/dinkes/tetap")
    write_post(officer, "dinkes", "tetap-dua", "Tetap dua")
    removed = send(officer, ":usul/dinkes/tetap")

    assert "Usulan diterima" in sent
    assert "DITOLAK: Isi “usul/dinkes/tetap” di hub tidak boleh diganti" in replaced
    assert "[deleted]" in removed
    assert "Usulan diterima" not in removed


def test_what_is_no_commit_is_refused(hub, clone):
    officer = clone("petugas-dinkes")
    blob = stored(officer, "blob", b"bukan kiriman")

    assert "DITOLAK: Usulan ini tidak berpangkal pada main" in send(
        officer, f"{blob}:refs/heads/usul/dinkes/bukan"
    )


def test_a_history_of_its_own_is_refused(hub, clone):
    officer = clone("petugas-dinkes")
    alone = run_git(officer, "commit-tree", "HEAD^{tree}", "-m", "lain").strip()

    assert "DITOLAK: Usulan ini tidak berpangkal pada main" in send(
        officer, f"{alone}:refs/heads/usul/dinkes/lain"
    )


def test_a_flood_of_references_is_refused(hub, clone):
    officer = clone("petugas-dinkes")
    write_post(officer, "dinkes", "banjir", "Banjir usulan")
    commit_all(officer)

    assert "DITOLAK: Satu kiriman memuat 12 cabang" in send(
        officer, *(f"HEAD:refs/heads/usul/dinkes/banjir-{n}" for n in range(12))
    )


FOREIGN_PATHS = [
    ".gitattributes",
    ".gitmodules",
    ".gitignore",
    ".mailmap",
    "hooks/pre-receive",
    "Makefile",
    "pelicanconf.py",
    "requirements.txt",
    ".github/workflows/jahat.yml",
    "content/.gitattributes",
    "content/halaman/tentang.md",
    f"content/berita/dishub/{today_folder()}/titipan/index.md",
]


def test_an_officer_cannot_push_what_is_not_the_agencys(hub, clone):
    officer = clone("petugas-dinkes")
    for path in FOREIGN_PATHS:
        file = officer / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text((file.read_text() if file.exists() else "") + "\n# tambahan\n")
        run_git(officer, "add", "-f", path)
    said = push(officer, "usul/dinkes/titipan")

    for path in FOREIGN_PATHS:
        assert f"remote: {path}:1:1 U80" in said, said
    assert "pre-receive hook declined" in said


def test_a_special_file_beside_a_post_is_refused(hub, clone):
    officer = clone("petugas-dinkes")
    post = write_post(officer, "dinkes", "samping", "Samping")
    names = [".gitattributes", ".gitmodules", ".htaccess", "INDEX.md"]
    for name in names:
        post.with_name(name).write_text("* -text\n")
        run_git(officer, "add", "-f", str(post.with_name(name)))
    said = push(officer, "usul/dinkes/samping")

    for name in names:
        assert f"remote: {POSTS}/samping/{name}:1:1 S101" in said, said


def test_a_symlink_is_refused(hub, clone):
    officer = clone("petugas-dinkes")
    post = write_post(officer, "dinkes", "tautan", "Tautan")
    targets = ["/etc/passwd", "../../../../../../.git/config", "/proc/self/environ"]
    for number, target in enumerate(targets):
        post.with_name(f"rahasia-{number}.jpg").symlink_to(target)
    said = push(officer, "usul/dinkes/tautan")

    for number in range(len(targets)):
        assert f"remote: {POSTS}/tautan/rahasia-{number}.jpg:1:1 S102" in said, said


def test_humas_cannot_push_a_symlink_either(hub, clone):
    editor = clone("humas")
    write_post(editor, "dinkes", "tautan", "Tautan").with_name("a.jpg").symlink_to("/etc/passwd")
    said = push(editor, "main")

    assert f"remote: {POSTS}/tautan/a.jpg:1:1 S102" in said, said


def test_a_submodule_is_refused(hub, clone):
    officer = clone("petugas-dinkes")
    head = run_git(officer, "rev-parse", "HEAD").strip()
    run_git(officer, "update-index", "--add", "--cacheinfo", f"160000,{head},{POSTS}/modul")
    run_git(officer, "commit", "-q", "-m", "modul")
    said = send(officer, "HEAD:usul/dinkes/modul")

    assert f"remote: {POSTS}/modul:1:1 S102" in said, said


def test_names_that_differ_only_in_case_are_refused(hub, clone):
    officer = clone("petugas-dinkes")
    write_post(officer, "dinkes", "kembar", "Kembar")
    write_post(officer, "dinkes", "Kembar", "Kembar")
    said = push(officer, "usul/dinkes/kembar")

    assert f"remote: {POSTS}/Kembar/index.md:1:1 S101" in said, said


def test_a_name_that_no_disk_should_hold_is_refused(hub, clone):
    officer = clone("petugas-dinkes")
    names = ["a\tb.md", "a\nb.md", "\udcff.md", "a\\b.md"]
    for name in names:
        file = Path(os.fsdecode(os.fsencode(officer / POSTS) + b"/aneh/" + os.fsencode(name)))
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text("x")
    said = push(officer, "usul/dinkes/aneh")

    assert said.count(" S101 ") == len(names), said
    assert "pre-receive hook declined" in said


@pytest.mark.parametrize(
    "entries",
    [
        (("100644", "..", b"x"),),
        (("100644", ".", b"x"),),
        (("100644", ".git", b"x"),),
        (("100644", ".GIT", b"x"),),
        (("100644", "git~1", b"x"),),
        (("100644", "../keluar.md", b"x"),),
        (("100644", "kembar.md", b"x"), ("100644", "kembar.md", b"y")),
        (("120000", ".gitmodules", b"/etc/passwd"),),
        (("100644", ".gitmodules", b'[submodule "a"]\n\tpath = a\n\turl = -u./payload\n'),),
        (("100644", ".gitmodules", b'[submodule "../../x"]\n\tpath = a\n\turl = https://a.id\n'),),
    ],
)
def test_a_tree_that_git_would_never_make_is_refused(hub, clone, entries):
    """Checked by git's own fsck, which speaks English; the hub adds a line that people read."""
    officer = clone("petugas-dinkes")
    commit = commit_of(officer, raw_tree(officer, *entries))
    said = send(officer, f"{commit}:refs/heads/usul/dinkes/pohon")

    assert "remote: DITOLAK: Kiriman ini rusak, terlalu besar, atau memuat nama" in said, said


def test_a_proposal_of_too_many_files_is_refused(hub, clone):
    officer = clone("petugas-dinkes")
    for number in range(41):
        write_post(officer, "dinkes", f"banyak-{number}", f"Banyak {number}")
    said = push(officer, "usul/dinkes/banyak")

    assert " U806 Usulan ini mengubah “41 berkas”" in said
    assert " U806 Usulan ini memuat “41 berita baru”" in said


def test_a_photo_beyond_the_limit_is_refused(hub, clone):
    officer = clone("petugas-dinkes")
    post = write_post(officer, "dinkes", "besar", "Besar")
    post.with_name("besar.jpg").write_bytes(os.urandom(9 * 1024 * 1024))
    said = push(officer, "usul/dinkes/besar")

    assert f"{POSTS}/besar/besar.jpg:1:1 F503 Foto “besar.jpg” terlalu besar: 9,0 MB" in said, said


def test_a_push_beyond_what_the_server_takes_is_refused(hub, clone):
    """With a lower limit than the installation's, which only a long push would reach."""
    repository = hub.folder / "kabar.git"
    limit = run_git(repository, "config", "receive.maxInputSize").strip()
    run_git(repository, "config", "receive.maxInputSize", "100000")
    officer = clone("petugas-dinkes")
    post = write_post(officer, "dinkes", "raksasa", "Raksasa")
    post.with_name("a.jpg").write_bytes(os.urandom(2_000_000))
    said = push(officer, "usul/dinkes/raksasa")
    run_git(repository, "config", "receive.maxInputSize", limit)

    assert limit == str(256 * 1024 * 1024)
    assert "remote: DITOLAK: Kiriman ini rusak, terlalu besar, atau memuat nama" in said, said


@pytest.mark.parametrize("login", ["", "humas:salah@", "humas:@", "tidak-ada:x@", "%00:x@"])
def test_a_wrong_password_neither_reads_nor_writes(hub, clone, login):
    officer = clone("petugas-dinkes")
    url = f"http://{login}127.0.0.1:{hub.port}/git/kabar.git"
    pushed = run_git(officer, "push", url, "HEAD:usul/dinkes/masuk", check=False)

    assert "Authentication failed" in pushed or "could not read Username" in pushed, pushed
    assert hub.get("/git/kabar.git/info/refs?service=git-receive-pack") == (
        "401 Nama akun atau sandi tidak cocok.\n"
    )


@pytest.mark.parametrize(
    "path",
    [
        "/git/kabar.git/config",
        "/git/kabar.git/hooks/pre-receive",
        "/git/kabar.git/../akun.json",
        "/git/kabar.git/%2e%2e/akun.json",
        "/git/kabar.git/objects/../../akun.json",
        "/git/../akun.json",
        "/../akun.json",
        "/%2e%2e/%2e%2e/sandi-contoh.txt",
        "/git/akun.json",
        "/kabar.git/config",
    ],
)
def test_no_address_leads_to_a_secret_of_the_server(hub, path):
    """Also for one who has a password."""
    for login in (None, "petugas-dinkes"):
        user = ["-u", f"{login}:{hub.password(login)}"] if login else []
        command = ["curl", "-s", "--path-as-is", *user, hub.url + path]
        said = subprocess.run(command, capture_output=True, check=False).stdout

        assert b"humas" not in said.lower() or b"<html" in said
        assert b"maxInputSize" not in said and b"PYTHONPATH" not in said


def test_a_forged_identity_gives_no_right(hub, clone, monkeypatch):
    officer = clone("petugas-dinkes")
    write_post(officer, "dishub", "menyamar", "Menyamar")
    for who in ("AUTHOR", "COMMITTER"):
        monkeypatch.setenv(f"GIT_{who}_NAME", "humas")
        monkeypatch.setenv(f"GIT_{who}_EMAIL", "humas@localhost")
    said = push(officer, "usul/dinkes/menyamar")

    assert " U801 Berkas ini milik “Dishub”; akun “petugas-dinkes” bertugas untuk “Dinkes”" in said


def test_an_embargo_ends_by_the_timer_alone(hub, embargo):
    assert "Tayang di" in embargo.answer
    assert embargo.early == []

    wait(lambda: now() >= embargo.ends, seconds=150)
    wait(lambda: "Kejutan menjelang" in hub.get("/"))
    assert hub.manifest()["commit"] == embargo.commit
