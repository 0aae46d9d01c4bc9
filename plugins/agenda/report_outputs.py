"""The pages and files of the monthly report."""

from collections.abc import Iterator

import msgspec

from plugins.agenda.charts import Histogram, histogram
from plugins.agenda.report import Report, report_href
from plugins.agenda.report_counts import has_report, report_of
from plugins.agenda.report_files import AgencyTable, SchemaOf, as_csv, as_json, schema
from plugins.agenda.report_paper import as_pdf, site_paper
from plugins.agenda.report_parts import delay_labels
from plugins.agenda.report_sheets import lists_of, sections_of, sentence_of
from plugins.agenda.sheet import Bar, Section
from plugins.model import addresses
from plugins.model.card import Link
from plugins.model.edition import Edition
from plugins.model.month import month_named
from plugins.model.monthedition import MonthEdition
from plugins.model.output import Output
from plugins.model.record import Value

SCHEMA_PATH = "cakupan/laporan.skema.json"
FILES = (
    ("laporan.pdf", "PDF, A4"),
    ("laporan.csv", "CSV, satu baris untuk setiap perangkat daerah"),
    ("laporan.json", "JSON, semua isi laporan"),
)


class ReportPage(Value, frozen=True):
    """What monthly.html may see."""

    href: str
    month: str  # November 2026
    sentence: str
    bar: Bar
    files: tuple[Link, ...]
    sections: tuple[Section, ...]
    delays: Histogram  # drawn with the section that counts them


def report_outputs(_edition: Edition) -> Iterator[Output]:
    yield Output(SCHEMA_PATH, schema, SchemaOf("laporan"))


def report_month_outputs(edition: MonthEdition) -> Iterator[Output]:
    """Page, CSV, JSON and PDF. The files change with their month only."""
    if not has_report(edition):
        return
    report = report_of(edition)
    folder = report_href(edition.chapter.month)
    path = addresses.output_path(folder)
    yield Output(path, "monthly.html", _page(report, folder))
    below = path.removesuffix("index.html")
    yield Output(f"{below}laporan.csv", as_csv, AgencyTable(report.month, report.lines))
    alone = msgspec.structs.replace(report, before=None)
    yield Output(f"{below}laporan.json", as_json, alone)
    yield Output(f"{below}laporan.pdf", as_pdf, site_paper(alone), kin="typst")


def _page(report: Report, folder: str) -> ReportPage:
    total = report.total
    return ReportPage(
        href=folder,
        month=month_named(report.month).words,
        sentence=sentence_of(report),
        bar=Bar(total.covered, total.waiting, total.missed, total.held),
        files=(*(Link(label, folder + name) for name, label in FILES), *_before(report)),
        sections=(*sections_of(report), lists_of(report)),
        delays=histogram(report.delays, delay_labels(report.grace_days)),
    )


def _before(report: Report) -> Iterator[Link]:
    if report.before and (report.before.posts or report.before.recorded):
        before = month_named(report.before.month)
        yield Link(f"Laporan {before.words}", report_href(before))
