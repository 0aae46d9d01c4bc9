"""`make laporan`: from a built site to files that can be printed and sent."""

from pathlib import Path

import pytest

from plugins.agenda.__main__ import main
from plugins.agenda.report_copy import copy_report, stamp_of
from plugins.agenda.report_outputs import report_month_outputs
from plugins.model.month import Month
from plugins.model.output import Output
from tests.conftest import commit_all, run_git
from tests.model.makers import at, made_of, make_event, make_post

PAGE = (
    '<meta http-equiv="Content-Security-Policy" content="style-src \'self\'">\n'
    '<link rel="stylesheet" href="/aset/a.css">\n<a href="/agenda/">Agenda</a>'
)


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """The reports of two months as a build leaves them; the page is a stand-in."""
    folder = tmp_path / "situs"
    made = made_of(make_post("lama", "2026-10-03"), make_event("baru", "2026-11-10"))
    for month in made.months:
        for output in report_month_outputs(month):
            write(folder, output)
    (folder / "aset").mkdir()
    (folder / "aset/a.css").write_text("p { color: red }\n")
    return folder


def write(folder: Path, output: Output) -> None:
    file = folder / output.path
    file.parent.mkdir(parents=True, exist_ok=True)
    data = (
        PAGE.encode() if isinstance(output.renderer, str) else output.renderer(output.values, None)
    )
    file.write_bytes(data)


def test_four_files_with_the_name_of_the_month(site, tmp_path):
    files = copy_report(site, Month(2026, 11), tmp_path / "laporan", "Dibuat hari ini.")

    assert [file.name for file in files] == [
        f"laporan-2026-11.{ending}" for ending in ("csv", "html", "json", "pdf")
    ]
    assert (tmp_path / "laporan/laporan-2026-11.pdf").read_bytes().startswith(b"%PDF")


def test_the_page_carries_its_style_and_leads_back_to_the_site(site, tmp_path):
    copy_report(site, Month(2026, 11), tmp_path / "laporan", "")
    html = (tmp_path / "laporan/laporan-2026-11.html").read_text()

    assert "<style>\np { color: red }\n</style>" in html
    assert 'href="https://contoh.test/agenda/"' in html
    assert "Content-Security-Policy" not in html


def test_a_month_without_content_is_told_with_those_that_have_some(site, tmp_path, capsys):
    code = main(["laporan", "2019-01", "--site", str(site), "--to", str(tmp_path / "laporan")])

    assert code == 1
    assert capsys.readouterr().err == (
        "Belum ada agenda dan berita pada Januari 2019. Bulan yang ada: 2026-11, 2026-10.\n"
    )
    assert not (tmp_path / "laporan").exists()


@pytest.mark.parametrize("text", ["", "november", "2026-13", "2026-1", "2026/11", "../2026-11"])
def test_a_month_that_cannot_be_read_is_refused_before_anything_is_built(text, capsys):
    assert main(["bulan", text]) == 1
    assert capsys.readouterr().err == (
        f"Bulan “{text}” tidak terbaca. Tulis tahun dan bulan. Contoh: make laporan BULAN=2026-11\n"
    )


def test_the_stamp_names_the_commit_and_what_is_not_in_it_yet(tmp_path):
    (tmp_path / "content").mkdir()
    (tmp_path / "content/a.md").write_text("a")
    run_git(tmp_path, "init", "-q", "-b", "main")
    commit = commit_all(tmp_path)
    clean = stamp_of(tmp_path, "", at("2026-12-01 09:05"))
    (tmp_path / "content/a.md").write_text("b")

    assert clean == (f"Data per {commit[:12]}. Dibuat Selasa, 1 Desember 2026, pukul 09.05 WITA.")
    assert " dengan perubahan yang belum dicatat. " in stamp_of(tmp_path, "", at("2026-12-01"))
    assert "belum dicatat" not in stamp_of(tmp_path, commit, at("2026-12-01"))


def test_without_git_the_stamp_gives_the_day_alone(tmp_path):
    assert stamp_of(tmp_path, "", at("2026-12-01")) == "Dibuat Selasa, 1 Desember 2026."
