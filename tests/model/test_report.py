"""The report of a build."""

from plugins.model.fault import Fault, Severity
from plugins.model.report import BuildReport, decode_report

FAULT = Fault("content/a.md", 2, 1, "W201", "Salah.", "Ganti.", Severity.GALAT)


def make_report(quarantined: tuple[str, ...] = ()) -> BuildReport:
    return BuildReport(
        kept=30,
        seconds=3.25,
        now="2026-11-24T09:00:00+08:00",
        next_change="2026-11-25T00:00:00+08:00",
        quarantined=quarantined,
        faults=(FAULT,),
        written=("berita/a/index.html", "index.html"),
        gone=("tag/anak/index.html",),
    )


def test_a_report_is_one_line_for_people():
    assert make_report().line == (
        "2 berkas ditulis, 30 tetap, 1 dihapus, dalam 3,2 detik. "
        "Perubahan berikutnya: 2026-11-25T00:00:00+08:00."
    )


def test_a_quarantine_stands_in_capitals():
    assert ", 2 DIKARANTINA, dalam" in make_report(("berita/a", "berita/b")).line


def test_what_is_written_reads_back_the_same():
    report = make_report(("berita/a",))

    assert decode_report(report.encoded()) == report
