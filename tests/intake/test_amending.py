"""make terima with the composer's agenda: new, moved, cancelled, and one day of a series."""

from pathlib import Path

import pytest

from tests.conftest import commit_all, run_git
from tests.intake.clones import make_clone, runner
from tests.intake.parcels import put, zipped

MEETING = "content/agenda/dishub/2026/10/13-rapat-angkutan.md"
LATER = "content/agenda/dishub/2026/11/10-rapat-angkutan.md"
OURS = """\
---
acara: Rapat angkutan desa
tanggal: 2026-10-13
tempat: Aula Dinas Perhubungan
pimpinan: sekda
# diminta lewat surat
liputan: diminta
catatan: Sekda hadir sampai pukul 10.00
---

Undangan untuk kepala desa.
"""
SERIES = "content/agenda/dinkes/2026/10/06-senam-lansia.md"
WEEKLY = """\
---
acara: Senam lansia
tanggal: 2026-10-06
mulai: 06:30
tempat: Lapangan Masamba
liputan: diminta
ulang:
  setiap: pekan
  sampai: 2026-12-01
---

Bawa air minum.
"""
SAID = "nama: Rina\ncatatan: Aulanya dipakai\n"


@pytest.fixture
def clone(tmp_path: Path) -> Path:
    made = make_clone(tmp_path)
    for path, text in ((MEETING, OURS), (SERIES, WEEKLY)):
        put(made, path, text)
    commit_all(made, "agenda")
    run_git(made, "push", "-q", "origin", "main")
    return made


@pytest.fixture
def terima(clone, tmp_path, monkeypatch, capfd):
    run = runner(clone, monkeypatch, capfd)

    def taken(**files: str) -> tuple[int, str]:
        archive = dict(files)
        return run("terima", str(put(tmp_path, "kirim.zip", zipped(archive))))

    return taken


def test_a_cancelled_activity_keeps_everything_that_was_not_said_anew(clone, terima):
    change = "---\nstatus: batal\nalasan: Aula dipakai\n---\n"
    code, told = terima(**{MEETING: change, "pengirim.txt": SAID})

    assert code == 0, told
    assert "  pengirim: Rina.\n  catatan pengirim: Aulanya dipakai.\n" in told
    assert f"  mengubah {MEETING}: status, alasan.\n" in told
    added = "status: batal\nalasan: Aula dipakai\ncatatan"
    proposed = run_git(clone, "show", f"origin/usul/dishub/13-rapat-angkutan:{MEETING}")
    assert proposed == OURS.replace("catatan", added)
    assert "- pengirim: Rina" in run_git(clone, "log", "-1", "--format=%B")


def test_a_moved_activity_takes_what_only_its_file_knows_to_the_new_day(clone, terima):
    change = "---\nstatus: ditunda\nalasan: Aula dipakai\npindah_ke: {}\n---\n"
    there = "---\nacara: Rapat angkutan desa\ntanggal: 2026-11-10\ntempat: Aula Camat\n---\n"
    moved = change.format("dishub/2026/11/10-rapat-angkutan")
    code, told = terima(**{MEETING: moved, LATER: there})

    assert code == 0, told
    assert "pindah_ke: dishub/2026/11/10-rapat-angkutan\ncatatan: " in (clone / MEETING).read_text()
    assert (clone / LATER).read_text() == there.replace(
        "Camat\n",
        "Camat\npimpinan: sekda\n# diminta lewat surat\nliputan: diminta\n"
        "catatan: Sekda hadir sampai pukul 10.00\n",
    )
    run_git(clone, "switch", "-q", "main")
    run_git(
        clone,
        "push",
        "-q",
        "origin",
        "usul/dishub/13-rapat-angkutan:main",
        ":usul/dishub/13-rapat-angkutan",
    )
    code, told = terima(**{MEETING: "---\nstatus: batal\nalasan: Tidak jadi\n---\n"})
    assert code == 0, told
    assert "pindah_ke" not in (clone / MEETING).read_text()  # it was said of the other status


def test_another_hour_or_place_changes_those_lines_alone(clone, terima):
    code, told = terima(**{MEETING: "---\nmulai: 13:30\ntempat: Aula Camat\n---\n"})

    assert code == 0, told
    expected = OURS.replace("tempat: Aula Dinas Perhubungan", "mulai: 13:30\ntempat: Aula Camat")
    assert (clone / MEETING).read_text() == expected


def test_a_new_activity_arrives_whole_and_one_of_its_path_loses_nothing(clone, terima):
    new = "---\nacara: Lomba kader\ntanggal: 2026-11-03\n---\n"
    code, told = terima(**{"content/agenda/dinkes/2026/11/03-lomba-kader.md": new})

    assert code == 0, told
    assert (clone / "content/agenda/dinkes/2026/11/03-lomba-kader.md").read_text() == new
    run_git(clone, "switch", "-q", "main")
    again = "---\nacara: Rapat angkutan desa\ntanggal: 2026-10-13\nmulai: 09:00\n---\n"
    code, told = terima(**{MEETING: again})
    assert code == 0, told
    expected = OURS.replace("tempat:", "mulai: 09:00\ntempat:")
    assert (clone / MEETING).read_text() == expected


def test_one_day_of_a_series_becomes_a_file_of_its_own(clone, terima):
    day = "content/agenda/dinkes/2026/10/20-senam-lansia.md"
    code, told = terima(**{day: "---\nstatus: batal\nalasan: Lapangan tergenang\n---\n"})

    assert code == 0, told
    assert f"  menulis hari itu dari {SERIES}: status, alasan.\n" in told
    assert (clone / SERIES).read_text() == WEEKLY
    assert (clone / day).read_text() == (
        "---\nacara: Senam lansia\ntanggal: 2026-10-20\nmulai: 06:30\ntempat: Lapangan Masamba\n"
        "liputan: diminta\nstatus: batal\nalasan: Lapangan tergenang\n---\n"
    )


def test_an_hour_of_the_first_day_of_a_series_is_that_of_all_and_that_is_said(clone, terima):
    _code, told = terima(**{SERIES: "---\nmulai: 07:00\n---\n"})

    assert "  kegiatan itu berulang: mulai berubah untuk semua harinya.\n" in told
    assert (clone / SERIES).read_text() == WEEKLY.replace("06:30", "07:00")


@pytest.mark.parametrize(
    ("path", "text", "answer"),
    [
        (
            "content/agenda/dinkes/2026/10/21-senam-lansia.md",  # no Tuesday
            "---\nstatus: batal\nalasan: Hujan\n---\n",
            "tidak diterima: kiriman itu mengubah status, alasan pada content/agenda/dinkes/2026/"
            "10/21-senam-lansia.md, tetapi kegiatan itu tidak ada di main. Minta petugasnya "
            "membuka /tulis/ dengan sinyal, lalu memilih kegiatan itu lagi atau mengirimnya "
            "sebagai “Kegiatan baru”. Tidak ada yang berubah",
        ),
        (
            MEETING,
            "---\nstatus: batal\nalasan: [\n---\n",
            f"tidak diterima: {MEETING} tidak dapat diubah dengan pasti, baris 4: isinya belum",
        ),
        (
            MEETING,
            "---\nstatus: batal\nstatus: ditunda\n---\n",
            "baris 3: kunci “status” ditulis dua kali. Tidak ada yang berubah",
        ),
    ],
)
def test_what_cannot_be_laid_over_is_refused_and_nothing_changes(clone, terima, path, text, answer):
    code, told = terima(**{path: text})

    assert code == 1
    assert answer in told
    assert run_git(clone, "status", "--porcelain") == ""
    assert run_git(clone, "branch", "--show-current").strip() == "main"
