"""The monthly report on A4, set by typst: the same values give the same bytes anywhere."""

from pathlib import Path

import msgspec

from plugins.agenda.charts import Histogram, histogram
from plugins.agenda.report import Report, ReportMonth
from plugins.agenda.report_parts import delay_labels, trend_of
from plugins.agenda.report_sheets import lists_of, sections_of, sentence_of
from plugins.agenda.sheet import Section
from plugins.model.month import month_named
from plugins.model.output import Resources
from plugins.model.record import Value
from plugins.reading.typesetting import typeset

TEMPLATE = Path(__file__).with_name("report.typ")


class Paper(Value, frozen=True):
    """What report.typ may see."""

    title: str
    site: str
    publisher: str
    seat: str
    origin: str
    sample: bool
    stamp: str  # when and of what it was made; empty on the site
    sentence: str
    sections: tuple[Section, ...]
    annex: Section | None  # behind the signatures
    delays: Histogram
    trend: Histogram | None
    signers: tuple[str, ...]


def site_paper(report: Report) -> Paper:
    """As the site publishes it: without a date of its own, and without the long lists."""
    return _paper(report, sections_of(report))


def as_pdf(paper: Paper, _resources: Resources) -> bytes:
    return typeset(TEMPLATE, paper)


def full_pdf(report: Report, trend: tuple[ReportMonth, ...], stamp: str) -> bytes:
    """As `make laporan` prints it: with the year behind it, and every post and activity."""
    sections = (*sections_of(report), trend_of(trend))
    year = histogram(
        [month.figures.rate.percent for month in trend],
        [month_named(month.month).short for month in trend],
        [f"{month.covered}/{month.held}" if month.held else "–" for month in trend],
        most=100,
    )
    paper = msgspec.structs.replace(
        _paper(report, sections), annex=lists_of(report), trend=year, stamp=stamp
    )
    return typeset(TEMPLATE, paper)


def _paper(report: Report, sections: tuple[Section, ...]) -> Paper:
    return Paper(
        title=f"Laporan cakupan pemberitaan {month_named(report.month).words}",
        site=report.site_name,
        publisher=report.publisher,
        seat=report.seat,
        origin=report.origin,
        sample=report.sample,
        stamp="",
        sentence=sentence_of(report),
        sections=sections,
        annex=None,
        delays=histogram(report.delays, delay_labels(report.grace_days)),
        trend=None,
        signers=signers_of(report.publisher),
    )


def signers_of(publisher: str) -> tuple[str, ...]:
    """Who signs, the highest first, by office and never by name.

    `Bidang Humas, Dinas Kominfo` is signed by the heads of both.
    """
    offices = [part.strip() for part in publisher.split(",")]
    return tuple(f"Kepala {office}" for office in reversed(offices) if office)
