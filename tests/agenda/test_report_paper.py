"""The monthly report on A4."""

import os
import subprocess
import sys

import msgspec
import pytest

from plugins.agenda.report import Report
from plugins.agenda.report_counts import report_of
from plugins.agenda.report_files import as_json
from plugins.agenda.report_paper import as_pdf, full_pdf, signers_of, site_paper
from tests.conftest import ROOT
from tests.model.makers import made_of, make_event, make_post

PRINT = (
    "import sys; from plugins.agenda.report_files import read_report; "
    "from plugins.agenda.report_paper import as_pdf, site_paper; "
    "sys.stdout.buffer.write(as_pdf(site_paper(read_report(sys.stdin.buffer.read())), None))"
)
HOSTILE = '#panic("x") $x^2$ *b* `c` @lain <b> = \\ // " ~'


@pytest.fixture(scope="module")
def report() -> Report:
    event = make_event("imunisasi", "2026-11-10", title=HOSTILE, place=HOSTILE)
    made = made_of(event, make_post(title=HOSTILE), now="2026-12-05 08:00")
    return report_of(made.months[-1])


def printed(report: Report, folder, **environment: str) -> bytes:
    """The PDF as another process makes it, elsewhere."""
    done = subprocess.run(
        [sys.executable, "-c", PRINT], input=as_json(report, None), cwd=folder, check=True,
        env={**os.environ, "PYTHONPATH": str(ROOT), **environment}, capture_output=True,
    )  # fmt: skip
    return done.stdout


def test_equal_values_give_equal_bytes_in_any_place_zone_language_and_home(report, tmp_path):
    here = as_pdf(site_paper(report), None)

    assert here.startswith(b"%PDF-1.7")
    assert printed(report, tmp_path, TZ="America/New_York", LANG="de_DE", HOME="/") == here


def test_it_carries_no_date_of_its_own(report):
    assert b"CreationDate" not in as_pdf(site_paper(report), None)


def test_other_values_give_other_bytes(report):
    sample = msgspec.structs.replace(report, sample=True)

    assert as_pdf(site_paper(sample), None) != as_pdf(site_paper(report), None)


def test_the_printed_one_has_the_year_and_its_stamp(report):
    year = (report.before, report.total)
    made = full_pdf(report, year, "Dibuat 5 Desember 2026")

    assert made == full_pdf(report, year, "Dibuat 5 Desember 2026")
    assert made != full_pdf(report, year, "Dibuat 6 Desember 2026")


def test_offices_sign_and_the_highest_stands_first():
    assert signers_of("Bidang Humas dan IKP, Dinas Kominfo-SP Kabupaten Luwu Utara") == (
        "Kepala Dinas Kominfo-SP Kabupaten Luwu Utara",
        "Kepala Bidang Humas dan IKP",
    )
