"""`make laporan`: the report of one month out of a built site, ready to print and to send."""

import re
import shutil
from collections.abc import Sequence
from pathlib import Path
from urllib.parse import urlsplit

import msgspec

from plugins.agenda.report import Report, ReportMonth, report_href
from plugins.agenda.report_files import read_report
from plugins.agenda.report_paper import full_pdf
from plugins.model.addresses import output_path
from plugins.model.books import TREND_MONTHS
from plugins.model.moment import Moment
from plugins.model.month import Month
from plugins.reading.git import GitError, git

_NAME = re.compile(r"(\d{4})-(0[1-9]|1[0-2])\Z", re.ASCII)
_POLICY = re.compile(r'<meta http-equiv="Content-Security-Policy"[^>]*>\n?')
_SHEET = re.compile(r'<link rel="stylesheet" href="([^"]+)">')
_ADDRESS = re.compile(r'(href=")(/)')


class ReportError(ValueError):
    """There is no such report; the message is for Humas."""


def month_of_text(text: str) -> Month:
    """Read 2026-11. Raises ReportError with what to write instead."""
    if not (match := _NAME.match(text)):
        example = "Contoh: make laporan BULAN=2026-11"
        raise ReportError(f"Bulan “{text}” tidak terbaca. Tulis tahun dan bulan. {example}")
    return Month(int(match[1]), int(match[2]))


def copy_report(site: Path, month: Month, folder: Path, stamp: str) -> list[Path]:
    """Copy page, CSV and JSON, and set the PDF with the year behind the month.

    Raises ReportError where the built site has no report of the month.
    """
    source = site / output_path(report_href(month))
    if not source.exists():
        raise ReportError(f"Belum ada agenda dan berita pada {month.words}.{_instead(site)}")
    folder.mkdir(parents=True, exist_ok=True)
    named = folder / f"laporan-{month.name}"
    for ending in (".csv", ".json"):
        shutil.copy(source.with_name(f"laporan{ending}"), named.with_suffix(ending))
    report = _read(site, month)
    html = source.read_text(encoding="utf-8")
    named.with_suffix(".html").write_text(_by_itself(html, site, report), encoding="utf-8")
    year = _year(site, month)
    printed = msgspec.structs.replace(report, before=year[-2])
    named.with_suffix(".pdf").write_bytes(full_pdf(printed, year, stamp))
    return sorted(folder.glob(f"laporan-{month.name}.*"))


def stamp_of(repository: Path, commit: str, now: Moment) -> str:
    """Of what and when it was made: Data per a1b2c3d4e5f6. Dibuat Selasa, 24 November 2026"""
    made = f"Dibuat {Moment(now.day, now.minute).full}."
    try:
        found = git(repository, "rev-parse", "--short=12", f"{commit or 'HEAD'}^{{commit}}")
        changed = not commit and git(repository, "status", "--porcelain", "--", "content")
    except GitError:
        return made
    more = " dengan perubahan yang belum dicatat" if changed else ""
    return f"Data per {found.decode().strip()}{more}. {made}"


def _read(site: Path, month: Month) -> Report:
    return read_report(
        (site / output_path(report_href(month))).with_name("laporan.json").read_bytes()
    )


def _year(site: Path, month: Month) -> tuple[ReportMonth, ...]:
    """The months up to this one, oldest first; one without a report counts nothing."""
    return tuple(_month(site, month.back(back)) for back in reversed(range(TREND_MONTHS)))


def _month(site: Path, month: Month) -> ReportMonth:
    try:
        return _read(site, month).total
    except (FileNotFoundError, msgspec.MsgspecError):
        return ReportMonth(month=month.name, posts=0, delay=None, turnaround=None)


def _by_itself(html: str, site: Path, report: Report) -> str:
    """The page with its style sheet inside, for it is opened from a folder."""
    parts = urlsplit(report.origin)
    if match := _SHEET.search(html):
        name = match[1].removeprefix(parts.path.rstrip("/")).lstrip("/")
        sheet = (site / name).read_text(encoding="utf-8")
        html = html.replace(match[0], f"<style>\n{sheet}</style>")
    html = _POLICY.sub("", html)
    return _ADDRESS.sub(rf"\g<1>{parts.scheme}://{parts.netloc}/", html)


def _instead(site: Path) -> str:
    """The newest months that have a report."""
    found: Sequence[Path] = sorted(site.glob("cakupan/*/*/laporan.json"), reverse=True)
    names = ", ".join(f"{file.parts[-3]}-{file.parts[-2]}" for file in found[:6])
    return f" Bulan yang ada: {names}." if names else ""
