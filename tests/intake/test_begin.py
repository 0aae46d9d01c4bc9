"""`make mulai`: samples and their people go, the frame stays."""

from plugins.intake.begin import begin
from tests.conftest import copy_project, pelican


def test_samples_and_officers_go_and_the_site_still_builds(tmp_path):
    folder = copy_project(tmp_path / "proyek", contoh=True)
    begin(folder)
    done = pelican(folder, NOW="2026-10-20 09:00")

    assert done.returncode == 0, done.stdout + done.stderr
    assert not (folder / "content/berita").exists()
    assert not (folder / "content/agenda").exists()
    assert "Petugas Contoh" not in (folder / "content/perangkat-daerah/dinkes.md").read_text()
    assert "CONTOH = False" in (folder / "pelicanconf.py").read_text()
    assert "belum ada petugas humas" in (
        (folder / "output/perangkat-daerah/dinkes/index.html").read_text().lower()
    )
    assert "noindex" not in (folder / "output/index.html").read_text()
