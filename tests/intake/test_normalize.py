"""make rapikan, on a real repository."""

import io
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image

from plugins.intake.__main__ import main
from tests.conftest import commit_all, run_git

OLD = "content/berita/dinkes/2026/10/lama/index.md"
NEW = "content/berita/dinkes/2026/11/baru/index.md"
TIDY = "---\njudul: Imunisasi campak\ntanggal: 2026-11-24\nrubrik: kesehatan\n---\n\nIsi.\n"
UNTIDY = "Title: Imunisasi campak\r\nDate: 2026-11-24\r\nCategory: kesehatan\r\n\r\nIsi."
BROKEN = "Isi tanpa kepala.\n"
DIFFERENCE = f"""\
--- a/{NEW}
+++ b/{NEW}
@@ -1,5 +1,7 @@
-Title: Imunisasi campak
-Date: 2026-11-24
-Category: kesehatan
+---
+judul: Imunisasi campak
+tanggal: 2026-11-24
+rubrik: kesehatan
+---
{" "}
 Isi.
  akhir baris gaya Windows diganti
  baris terakhir ditutup
"""
Run = Callable[..., tuple[int, str]]


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """main holds an untidy post; the branch adds another one, not committed yet."""
    run_git(tmp_path, "init", "-q", "-b", "main")
    write(tmp_path / OLD, UNTIDY)
    commit_all(tmp_path)
    run_git(tmp_path, "switch", "-q", "-c", "usul/dinkes/baru")
    write(tmp_path / NEW, UNTIDY)
    return tmp_path


@pytest.fixture
def run(repository: Path, capsys) -> Run:
    def ran(*arguments: str) -> tuple[int, str]:
        code = main(["rapikan", "--repository", str(repository), *arguments])
        told = capsys.readouterr()
        return code, told.out + told.err

    return ran


def write(file: Path, text: str) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(text.encode())


def read(file: Path) -> str:
    return file.read_bytes().decode()


def test_what_differs_from_main_is_written_and_every_stroke_is_shown(run, repository):
    code, told = run()

    assert (code, told) == (0, f"{DIFFERENCE}1 berkas dirapikan.\n")
    assert read(repository / NEW) == TIDY
    assert read(repository / OLD) == UNTIDY


def test_what_a_branch_has_committed_still_differs_from_main(run, repository):
    commit_all(repository)

    assert run()[1].endswith("\n1 berkas dirapikan.\n")


def test_a_look_writes_nothing(run, repository):
    code, told = run("--check")

    assert (code, told) == (0, f"{DIFFERENCE}1 berkas akan dirapikan; belum ada yang ditulis.\n")
    assert read(repository / NEW) == UNTIDY


def test_the_second_time_there_is_nothing_to_do(run):
    run()

    assert run() == (0, "1 berkas sudah rapi.\n")


def test_all_files_can_be_asked_for(run, repository):
    assert run("--all")[1].endswith("2 berkas dirapikan.\n")
    assert read(repository / OLD) == TIDY


def test_files_and_folders_can_be_named(run, repository, monkeypatch):
    monkeypatch.chdir(repository)
    folder = str(Path(OLD).parents[1])

    assert run(folder)[1].endswith("1 berkas dirapikan.\n")
    assert run(OLD) == (0, "1 berkas sudah rapi.\n")
    assert run("content/berita/../berita/dinkes/2026/10/lama/index.md")[0] == 0


@pytest.mark.parametrize("name", ["content/berita/tidak-ada.md", "../luar.md", "/etc/passwd", "x"])
def test_what_is_not_below_content_is_refused(run, repository, monkeypatch, name):
    monkeypatch.chdir(repository)

    assert run(name) == (1, f"Tidak ada berkas “{name}” di folder content/.\n")


def test_what_cannot_be_read_is_named_and_left(run, repository):
    write(repository / NEW, BROKEN)

    assert run() == (
        0,
        f"{NEW}:1:1 dibiarkan: isinya belum terbaca.\n"
        "0 berkas sudah rapi. 1 berkas dibiarkan; lihat: make periksa\n",
    )
    assert read(repository / NEW) == BROKEN


def test_a_text_without_end_holds_up_nothing(run, repository, monkeypatch):
    monkeypatch.setattr("plugins.intake.normalize.TEXT_SECONDS", 0.3)
    write(repository / NEW, TIDY.replace("Isi.", "[" * 20_000 + "  "))

    assert f"{NEW}:1:1 dibiarkan: terlalu lama dibaca.\n" in run()[1]


def test_a_link_to_another_place_is_never_followed(run, repository, tmp_path_factory):
    outside = tmp_path_factory.mktemp("luar") / "rahasia.md"
    write(outside, UNTIDY)
    (repository / NEW).unlink()
    (repository / NEW).symlink_to(outside)

    assert "dibiarkan: bukan berkas biasa" in run()[1]
    assert read(outside) == UNTIDY


def test_photos_categories_and_pages_are_not_its_business(run, repository):
    (repository / NEW).unlink()
    write(repository / "content/halaman/tentang.md", "Title: Tentang\n\nIsi.")
    write(repository / "content/rubrik.yaml", "- slug: a \n")

    assert run()[1].startswith("Tidak ada berkas yang perlu dilihat.")


def test_without_main_the_files_must_be_named(run, repository):
    run_git(repository, "branch", "-D", "main")
    code, told = run()

    assert code == 1
    assert told.startswith("Berkas yang berubah tidak dapat ditentukan. Sebutkan dengan BERKAS=")


def test_a_file_keeps_its_rights(run, repository):
    (repository / NEW).chmod(0o640)
    run()

    assert (repository / NEW).stat().st_mode & 0o777 == 0o640


def test_on_a_terminal_the_strokes_are_coloured(run, monkeypatch):
    monkeypatch.setattr("plugins.intake.__main__.shows_colour", lambda stream: True)

    assert "\033[32m+judul: Imunisasi campak\033[0m\n" in run()[1]


def test_the_samples_are_in_the_normal_form(capsys):
    root = Path(__file__).parents[2]

    assert main(["rapikan", "--repository", str(root), "--all", "--check"]) == 0
    assert capsys.readouterr().out.endswith(" berkas sudah rapi.\n")


POST = "content/berita/dinkes/2026/11/baru"
PHOTO = """\
foto:
  - berkas: antre.jpg
    alt: "[Apa yang tampak pada foto ini?]"
    keterangan: 'Warga antre: "tertib"'
    kredit: Petugas Contoh
"""


def photo(caption: str = "", credit: str = "") -> bytes:
    exif = Image.Exif()
    if caption:
        exif[270], exif[315] = caption, credit
    buffer = io.BytesIO()
    Image.new("RGB", (20, 10)).save(buffer, "JPEG", exif=exif)
    return buffer.getvalue()


def test_a_photo_that_is_not_listed_is_with_what_it_says_of_itself(repository, run):
    (repository / f"{POST}/antre.jpg").write_bytes(photo('Warga antre: "tertib"', "Petugas Contoh"))
    run()
    text = (repository / f"{POST}/index.md").read_text()

    assert text == TIDY.replace("---\n\n", f"{PHOTO}---\n\n")
    assert run()[1] == "1 berkas sudah rapi.\n"


def test_what_is_listed_is_never_touched_and_the_rest_comes_behind_it(repository, run):
    listed = "foto:\n  - berkas: a.jpg\n    alt: Kader\npersetujuan: Izin ada\n"
    write(repository / f"{POST}/index.md", TIDY.replace("---\n\n", f"{listed}---\n\n"))
    (repository / f"{POST}/a.jpg").write_bytes(photo("Bukan ini", "Bukan ini"))
    (repository / f"{POST}/b.jpg").write_bytes(photo())
    run()
    text = (repository / f"{POST}/index.md").read_text()

    assert 'alt: Kader\n  - berkas: b.jpg\n    alt: "[Apa yang' in text
    assert "Bukan ini" not in text
    assert text.index("b.jpg") < text.index("persetujuan:")


def test_a_new_photo_of_an_old_post_is_listed_too(repository, run):
    (repository / "content/berita/dinkes/2026/10/lama/c.png").write_bytes(photo())
    run()

    assert "berkas: c.png" in (repository / OLD).read_text()


@pytest.mark.parametrize("listed", ["foto: []\n", "foto: [{berkas: a.jpg, alt: Kader}]\n"])
def test_a_list_on_one_line_is_left_alone(repository, run, listed):
    text = TIDY.replace("---\n\n", f"{listed}---\n\n")
    write(repository / f"{POST}/index.md", text)
    (repository / f"{POST}/b.jpg").write_bytes(photo())
    run()

    assert (repository / f"{POST}/index.md").read_text() == text
