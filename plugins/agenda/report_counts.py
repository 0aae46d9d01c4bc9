"""From a month of the newsroom to the numbers of its report."""

from collections import Counter
from collections.abc import Iterable, Mapping

import msgspec

from plugins.agenda.report import (
    Frequency,
    Quality,
    Report,
    ReportEvent,
    ReportLine,
    ReportMention,
    ReportMonth,
    ReportPost,
    Share,
)
from plugins.model import addresses
from plugins.model.books import AgencyMonth, MonthFigures
from plugins.model.coverage import Figures, figures
from plugins.model.event import WAIVER_REASONS, Event, EventState
from plugins.model.moment import Moment
from plugins.model.monthedition import MonthEdition
from plugins.model.outline import Pieces
from plugins.model.post import Post

CLASSES = ("berkala", "serta-merta", "setiap-saat", "")


def has_report(edition: MonthEdition) -> bool:
    """Also of a month in which nothing is public: it was counted."""
    return bool(edition.books.by_agency)


def report_of(edition: MonthEdition) -> Report:
    site, books, chapter = edition.site, edition.books, edition.chapter
    return Report(
        site_name=site.name,
        origin=site.origin,
        publisher=site.publisher,
        regency=site.regency,
        seat=site.seat,
        sample=site.sample,
        grace_days=site.grace_days,
        month=chapter.month.name,
        total=_month(books.total),
        before=_month(books.before),
        lines=_lines(edition),
        delays=_delays(edition),
        categories=_categories(edition),
        districts=_districts(edition),
        classes=_classes(chapter.published),
        quality=_quality(edition),
        media=_media(edition),
        events=tuple(_event(event, edition) for event in edition.events),
        posts=tuple(_post(post, edition) for post in reversed(chapter.published)),
    )


def _month(found: MonthFigures) -> ReportMonth:
    return ReportMonth(
        month=found.month.name,
        posts=found.posts,
        delay=_known(found.delay),
        turnaround=_known(found.turnaround),
        **_counted(found.figures),
    )


def _lines(edition: MonthEdition) -> tuple[ReportLine, ...]:
    """Every agency that exists in the month, and whoever else has something in it."""
    books, room = edition.books, edition.chapter.room
    late = Counter(
        slug
        for event in room.events.values()
        if _days_late(event, edition) > 0
        for slug in event.agencies
    )
    own = _by_agency(edition.chapter.published)
    gone = _by_agency(edition.chapter.withdrawn)
    lines = [
        _line(slug, edition, late[slug], own.get(slug, ()), len(gone.get(slug, ())))
        for slug in {*books.active, *books.by_agency, *gone} & room.agencies.keys()
    ]
    return tuple(sorted(lines, key=lambda line: (line.silent, line.name.lower(), line.slug)))


def _line(
    slug: str, edition: MonthEdition, late: int, posts: Iterable[Post], withdrawn: int
) -> ReportLine:
    month, agency = edition.chapter.month, edition.chapter.room.agencies[slug]
    found = edition.books.by_agency.get(slug, AgencyMonth(month, Figures(), Pieces(), -1))
    last = found.pieces.last
    return ReportLine(
        slug=slug,
        name=agency.name,
        short=agency.short,
        vacant=slug in edition.books.vacant,
        posts=found.pieces.posts,
        linked=found.pieces.linked,
        target=edition.books.targets.get(slug, edition.site.target),
        delay=_known(found.delay),
        late=late,
        photos=sum(len(post.photos) for post in posts),
        corrections=sum(len(post.corrections) for post in posts),
        withdrawn=withdrawn,
        last=Moment(last).iso_day if last else None,
        rest=month.last_day - last if last else None,
        **_counted(found.figures),
    )


def _counted(found: Figures) -> dict[str, int]:
    numbers = msgspec.structs.asdict(found)
    return {"recorded": found.recorded, "held": found.held, **numbers}


def _known(number: int) -> int | None:
    return None if number < 0 else number


def _by_agency(posts: Iterable[Post]) -> Mapping[str, list[Post]]:
    found: dict[str, list[Post]] = {}
    for post in posts:
        for slug in post.agencies:
            found.setdefault(slug, []).append(post)
    return found


def _days_late(event: Event, edition: MonthEdition) -> int:
    status = edition.statuses[event.id]
    return status.delay - edition.site.grace_days if status.state is EventState.SUDAH else 0


def _delays(edition: MonthEdition) -> tuple[int, ...]:
    grace = edition.site.grace_days
    statuses = (s for s in edition.statuses.values() if s.state is EventState.SUDAH)
    counted = Counter(min(status.delay, grace + 1) for status in statuses)
    return tuple(counted[days] for days in range(grace + 2))


def _categories(edition: MonthEdition) -> tuple[Share, ...]:
    """The most frequent first; what has nothing is left out."""
    counted = Counter(post.category for post in edition.chapter.published)
    names = edition.chapter.room.categories
    shares = (
        Share(label=names[slug].name, href=addresses.category_href(slug), posts=posts)
        for slug, posts in counted.items()
    )
    return tuple(sorted(shares, key=lambda share: (-share.posts, share.label)))


def _classes(published: Iterable[Post]) -> tuple[Share, ...]:
    """All of them, also those without a post: of information at once there is often none."""
    counted = Counter(post.classification for post in published)
    words = {name: name.replace("-", " ").capitalize() or "Tidak disebut" for name in CLASSES}
    return tuple(Share(label=words[name], posts=counted[name]) for name in CLASSES)


def _districts(edition: MonthEdition) -> tuple[Share, ...]:
    """Every kecamatan, A to Z: those with nothing are the ones to see."""
    posts = Counter(slug for post in edition.chapter.published for slug in post.districts)
    states: dict[str, list[EventState]] = {}
    for event in edition.events:
        states.setdefault(event.district, []).append(edition.statuses[event.id].state)
    names = edition.chapter.room.districts()
    return tuple(
        Share(
            label=names[slug],
            href=addresses.district_href(slug) if posts[slug] else "",
            posts=posts[slug],
            **_counted(figures(states.get(slug, ()))),
        )
        for slug in sorted(names, key=lambda slug: names[slug])
    )


def _quality(edition: MonthEdition) -> Quality:
    published = edition.chapter.published
    photos = [use for post in published for use in post.photos]
    codes = [waiver.code for post in published for waiver in post.waivers]
    codes += [review.code for post in published for review in post.reviews]
    codes += [w.code for event in edition.chapter.room.events.values() for w in event.waivers]
    return Quality(
        findings=_most_frequent(edition.books.findings),
        waivers=_most_frequent(Counter(codes)),
        photos=len(photos),
        without_alt=sum(not use.alt.strip() for use in photos),
        without_caption=sum(not use.caption.strip() for use in photos),
    )


def _media(edition: MonthEdition) -> tuple[ReportMention, ...]:
    """By day; a post leads to its page only where it is one of this month's."""
    found = edition.chapter.room.media.get(edition.chapter.month.name)
    out = {post.id for post in edition.chapter.published}
    return tuple(
        ReportMention(
            day=mention.day.iso_day,
            outlet=mention.outlet,
            title=mention.title,
            url=mention.url,
            tone=mention.tone,
            post=addresses.post_href(mention.post) if mention.post in out else "",
        )
        for mention in sorted(found.mentions if found else (), key=lambda m: m.day)
    )


def _most_frequent(counted: Mapping[str, int]) -> tuple[Frequency, ...]:
    ordered = sorted(counted.items(), key=lambda item: (-item[1], item[0]))
    return tuple(Frequency(code, count) for code, count in ordered)


def _event(event: Event, edition: MonthEdition) -> ReportEvent:
    state = edition.statuses[event.id].state
    waived = WAIVER_REASONS.get(event.waived, "") if state is EventState.TIDAK else ""
    return ReportEvent(
        href=addresses.event_href(event.id),
        title=event.title,
        day=event.first.iso_day,
        days=event.days,
        place=event.place,
        agencies=_shorts(event.agencies, edition),
        state=state,
        reason=event.reason if event.status else waived,
    )


def _post(post: Post, edition: MonthEdition) -> ReportPost:
    return ReportPost(
        href=addresses.post_href(post.id),
        title=post.title,
        day=post.date.iso_day,
        agencies=_shorts(post.agencies, edition),
        events=len(post.events),
        corrected=bool(post.corrections),
    )


def _shorts(slugs: Iterable[str], edition: MonthEdition) -> tuple[str, ...]:
    """A partner whose record is gone is left out; the gate says so elsewhere."""
    agencies = edition.chapter.room.agencies
    return tuple(agencies[slug].short for slug in slugs if slug in agencies)
