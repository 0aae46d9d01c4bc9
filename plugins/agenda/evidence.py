"""Bukti dukung: what an agency did and published, month by month, to print and to hand in.

States move with the days, so these outputs are declared daily; none sees the day itself.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from plugins.model import addresses
from plugins.model.agency import Agency
from plugins.model.books import AgencyMonth
from plugins.model.card import Card, Link
from plugins.model.chapter import agency_link
from plugins.model.csvtext import csv_bytes
from plugins.model.edition import Edition
from plugins.model.event import WAIVER_REASONS, Event
from plugins.model.eventline import EventLine
from plugins.model.moment import Moment
from plugins.model.month import Month
from plugins.model.monthedition import MonthEdition
from plugins.model.output import Output, Resources
from plugins.model.photo import Picture
from plugins.model.post import Post
from plugins.model.record import Value

TABLE = "bukti.csv"


class EvidenceMonth(Value, frozen=True):
    href: str
    counted: AgencyMonth


class EvidenceFront(Value, frozen=True):
    """What evidence.html may see: the months in which an agency has anything."""

    href: str
    agency: Link  # with its full name
    months: tuple[EvidenceMonth, ...]  # newest first


class Activity(Value, frozen=True):
    line: EventLine
    shared: bool  # the agency supports it, another one leads
    reason: str  # of a postponement, a cancellation, or of no news
    posts: tuple[Link, ...]  # that cover it, newest first


class Publication(Value, frozen=True):
    title: str
    href: str
    date: Moment
    shared: bool  # another agency wrote it
    picture: Picture | None


class EvidencePage(Value, frozen=True):
    """What evidence_month.html may see: one agency in one month."""

    front: str
    href: str
    agency: Link  # with its full name
    month: Month
    counted: AgencyMonth
    hidden: int  # activities that are not public, as a count and nothing else
    activities: tuple[Activity, ...]  # by beginning
    posts: tuple[Publication, ...]  # oldest first

    @property
    def table(self) -> str:
        return self.href + TABLE

    @property
    def files(self) -> tuple[Link, ...]:
        """That hold the same."""
        return (Link("Unduh CSV", self.table),)

    @property
    def shared_activities(self) -> int:
        return sum(activity.shared for activity in self.activities)

    @property
    def shared_posts(self) -> int:
        return sum(post.shared for post in self.posts)


class EvidenceTable(Value, frozen=True):
    """What the CSV may see: its rows, so that a new title of a post touches no row without it."""

    rows: tuple[tuple[str, ...], ...]


def evidence_outputs(edition: Edition) -> Iterator[Output]:
    """A front for each agency."""
    for agency in edition.room.agencies.values():
        front = _front(agency, edition)
        yield Output(addresses.output_path(front.href), "evidence.html", front, daily=True)


def evidence_month_outputs(edition: MonthEdition) -> Iterator[Output]:
    """The list and the table of every agency that has anything in the month."""
    activities, posts = _activities(edition), _posts(edition)
    for slug, counted in edition.books.by_agency.items():
        page = _page(slug, counted, edition, tuple(activities[slug]), tuple(posts[slug]))
        table = _table(page, edition.site.origin)
        yield Output(addresses.output_path(page.href), "evidence_month.html", page, daily=True)
        yield Output(addresses.output_path(page.table), evidence_csv, table, daily=True)


def evidence_csv(table: EvidenceTable, _resources: Resources) -> bytes:
    return csv_bytes([_HEAD, *table.rows])


_HEAD = (
    "jenis", "tanggal", "hari", "judul", "tempat", "keadaan", "alasan", "peran", "tautan", "berita",
)  # fmt: skip


def _table(page: EvidencePage, origin: str) -> EvidenceTable:
    """Activities first, then posts; addresses are absolute."""
    return EvidenceTable((*_activity_rows(page, origin), *_post_rows(page, origin)))


def _activity_rows(page: EvidencePage, origin: str) -> Iterator[tuple[str, ...]]:
    for activity in page.activities:
        line = activity.line
        yield (
            "kegiatan", line.first.iso_day, line.days, line.title, line.place,
            line.state.words, activity.reason, _role(activity.shared), origin + line.href,
            " ".join(origin + post.href for post in activity.posts),
        )  # fmt: skip


def _post_rows(page: EvidencePage, origin: str) -> Iterator[tuple[str, ...]]:
    for post in page.posts:
        yield (
            "berita", post.date.iso_day, post.date.long, post.title, "", "terbit", "",
            _role(post.shared), origin + post.href, "",
        )  # fmt: skip


def _role(shared: bool) -> str:
    return "bersama" if shared else "utama"


def _front(agency: Agency, edition: Edition) -> EvidenceFront:
    front = addresses.evidence_href(agency.slug)
    return EvidenceFront(
        href=front,
        agency=Link(agency.name, addresses.agency_href(agency.slug)),
        months=tuple(
            EvidenceMonth(addresses.month_href(front, c.month.year, c.month.month), c)
            for c in edition.agency_months.get(agency.slug, ())
        ),
    )


def _page(
    slug: str,
    counted: AgencyMonth,
    edition: MonthEdition,
    activities: tuple[Activity, ...],
    posts: tuple[Publication, ...],
) -> EvidencePage:
    month, front = counted.month, addresses.evidence_href(slug)
    return EvidencePage(
        front=front,
        href=addresses.month_href(front, month.year, month.month),
        agency=agency_link(slug, edition.chapter.room),
        month=month,
        counted=counted,
        hidden=counted.figures.recorded - len(activities),
        activities=activities,
        posts=posts,
    )


def _activities(edition: MonthEdition) -> dict[str, list[Activity]]:
    """The visible ones of every agency, also those that it supports."""
    found: dict[str, list[Activity]] = defaultdict(list)
    for event in edition.events:
        own, shared = (_activity(event, edition, shared) for shared in (False, True))
        for slug in event.agencies:
            found[slug].append(own if slug == event.agency else shared)
    return found


def _activity(event: Event, edition: MonthEdition, shared: bool) -> Activity:
    cards = (edition.cards[post] for post in edition.statuses[event.id].posts)
    return Activity(
        line=edition.lines[event.id],
        shared=shared,
        reason=event.reason or WAIVER_REASONS.get(event.waived, ""),
        posts=tuple(Link(card.title, card.href) for card in cards),
    )


def _posts(edition: MonthEdition) -> dict[str, list[Publication]]:
    found: dict[str, list[Publication]] = defaultdict(list)
    published: Iterable[Post] = reversed(edition.chapter.published)
    for post in published:
        card = edition.chapter.card(post)
        for slug in post.agencies:
            found[slug].append(_publication(card, slug != post.agency))
    return found


def _publication(card: Card, shared: bool) -> Publication:
    return Publication(card.title, card.href, card.date, shared, card.picture)
