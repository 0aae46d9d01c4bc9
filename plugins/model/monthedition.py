"""The edition of one month: what its pages are made of, with the little it needs of others."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from plugins.model.agency import Agency
from plugins.model.books import Books
from plugins.model.calendar import (
    CalendarEntry,
    calendar_entry,
)
from plugins.model.card import Card, Link
from plugins.model.chapter import Chapter
from plugins.model.coverage import Coverage, EventStatus
from plugins.model.docket import dated_line, is_visible
from plugins.model.event import Event
from plugins.model.eventline import EventLine
from plugins.model.moment import Moment
from plugins.model.month import Month
from plugins.model.outline import Outline
from plugins.model.post import Post
from plugins.model.press import Pack, is_offered, pack_of, preview_of
from plugins.model.preview import Preview
from plugins.model.site import Site

RELATED_DAYS = 90  # related posts are looked for so many days before a post, never after
RELATED_PER_TAG = 2  # candidates of each tag; it bounds how many pages a late post can touch


@dataclass(frozen=True)
class MonthEdition:
    """One month at one moment, with the little it needs of other months."""

    site: Site
    chapter: Chapter
    earlier: tuple[tuple[Post, Card], ...]  # each tag's last ones before the month, oldest first
    newer: Mapping[str, Link]  # each agency's first post after the month
    older: Mapping[str, Link]  # each agency's last post before the month
    statuses: Mapping[str, EventStatus]  # of the month's activities, by id
    events: tuple[Event, ...]  # the visible ones of the month, by beginning
    lines: Mapping[str, EventLine]  # of those, by id
    previews: Mapping[str, Preview]  # the cards of published posts, by id
    packs: Mapping[str, Pack]  # the press packs that are offered now, by id of the post
    named: Mapping[str, Event]  # visible activities that posts of the month name, of any month
    cards: Mapping[str, Card]  # of posts that name activities of the month, of any month
    moved_to: Mapping[str, Event]  # visible activities to which those of the month were moved
    moved_from: Mapping[str, Event]  # visible activities that those of the month replace
    series: Mapping[str, Event]  # visible recurring activities by the ids of their times in it
    entries: tuple[CalendarEntry, ...]  # the visible ones as calendars hand them on
    books: Books


def boundary_links(
    outlines: Sequence[Outline],
) -> dict[Month, tuple[dict[str, Link], dict[str, Link]]]:
    """For each month, every agency's first post after it and last post before it."""
    dated = sorted(outlines, key=lambda o: o.month)
    older: dict[Month, dict[str, Link]] = {o.month: {} for o in dated}
    newer: dict[Month, dict[str, Link]] = {o.month: {} for o in dated}
    for before, after in pairwise(dated):
        older[after.month] = {**older[before.month], **before.newest}
    for after, before in pairwise(reversed(dated)):
        newer[before.month] = {**newer[after.month], **after.oldest}
    return {o.month: (newer[o.month], older[o.month]) for o in dated}


def make_month_edition(
    site: Site,
    now: Moment,
    chapter: Chapter,
    coverage: Coverage,
    boundary: tuple[Mapping[str, Link], Mapping[str, Link]],
    earlier: Iterable[Chapter],
    others: Iterable[Chapter],
    books: Books,
    series: Mapping[str, Event],
    agencies: Mapping[str, Agency],
) -> MonthEdition:
    """*others* are the months that this one refers to, and that refer to it; *series* are
    the recurring activities of any month by the ids of their times in this one; *agencies*
    are whole records, where those of the chapter are names."""
    room = chapter.room
    offered = [post for post in chapter.published if is_offered(post.date.day, now, site)]
    known = [chapter, *others]
    events = sorted(room.events.values(), key=lambda e: (e.begins_at, e.id))
    visible = tuple(event for event in events if is_visible(event, now))
    everywhere = {e.id: e for c in known for e in c.room.events.values() if is_visible(e, now)}
    wanted = {i for s in coverage.statuses.values() for i in (*s.posts, *s.announcements)}
    return MonthEdition(
        site=site,
        chapter=chapter,
        earlier=tuple(_earlier(chapter.month, earlier)),
        newer=boundary[0],
        older=boundary[1],
        statuses=coverage.statuses,
        events=visible,
        previews=_previews(chapter, site),
        packs={post.id: pack_of(post, room, agencies[post.agency], site) for post in offered},
        lines={event.id: dated_line(event, coverage, room).line for event in visible},
        named={i: everywhere[i] for p in chapter.published for i in p.events if i in everywhere},
        cards={i: c.cards[i] for c in known for i in wanted if i in c.cards},
        moved_to={e.id: everywhere[e.moved_to] for e in visible if e.moved_to in everywhere},
        moved_from=_moved_from(everywhere),
        series={i: first for i, first in series.items() if is_visible(first, now)},
        entries=tuple(
            calendar_entry(event, room, series, books.revisions, everywhere) for event in visible
        ),
        books=books,
    )


def _moved_from(everywhere: Mapping[str, Event]) -> dict[str, Event]:
    """By the id of what takes its place; of two the last one by id."""
    return {event.moved_to: event for _, event in sorted(everywhere.items()) if event.moved_to}


def _previews(chapter: Chapter, site: Site) -> dict[str, Preview]:
    if site.cards:
        return {post.id: preview_of(post, chapter, site) for post in chapter.published}
    return dict.fromkeys((post.id for post in chapter.published), site.preview)


def _earlier(month: Month, chapters: Iterable[Chapter]) -> list[tuple[Post, Card]]:
    """The last posts of each tag before the month: no other can be related to one in it."""
    first = month.first_day - RELATED_DAYS
    taken: Counter[str] = Counter()
    found = []
    for chapter in sorted(chapters, key=lambda c: c.month, reverse=True):
        for post in chapter.published:  # newest first
            wanted = any(taken[tag] < RELATED_PER_TAG for tag in post.tags)
            if wanted and post.date.day >= first:
                found.append((post, chapter.card(post)))
                taken.update(post.tags)
    return found[::-1]
