"""The page of one post."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from plugins.model import addresses
from plugins.model.body import BodyRef
from plugins.model.card import Card, Link
from plugins.model.coverage import announces
from plugins.model.edition import Edition, agency_link, category_link
from plugins.model.eventline import EventLine
from plugins.model.moment import Moment
from plugins.model.output import Output
from plugins.model.photo import Picture
from plugins.model.post import Correction, Post, Reply
from plugins.model.record import Value

RELATED = 3  # posts
RELATED_DAYS = 90  # related posts are looked for so many days before the post, never after
RELATED_PER_TAG = 2  # candidates; it bounds how many pages a late post can touch


class PlacedPicture(Value, frozen=True):
    """A photo under the name by which the body's photo slots call it."""

    file: str
    picture: Picture


class NamedEvent(Value, frozen=True):
    """An activity that the post belongs to, without its state: the state moves by itself."""

    title: str
    href: str
    days: str
    hours: str
    place: str
    announced: bool  # the post came before it began


class ArticlePage(Value, frozen=True):
    """What article.html may see."""

    href: str
    title: str
    summary: str
    excerpt: str  # for descriptions, where there is no summary
    date: Moment
    updated: Moment
    agency: Link  # with its full name
    parent: Link | None
    partners: tuple[Link, ...]
    category: Link
    tags: tuple[Link, ...]
    districts: tuple[Link, ...]
    writer: str
    editor: str
    classification: str
    corrections: tuple[Correction, ...]  # newest first
    replies: tuple[Reply, ...]
    photos: tuple[PlacedPicture, ...]  # the first is the lead photo
    body: BodyRef
    events: tuple[NamedEvent, ...]
    newer: Link | None  # neighbours among the agency's own posts
    older: Link | None
    related: tuple[Card, ...]


def article_outputs(edition: Edition) -> Iterator[Output]:
    newer, older = _neighbours(edition.published)
    related = _related(edition)
    for post in edition.published:
        yield Output(
            path=addresses.output_path(addresses.post_href(post.id)),
            renderer="article.html",
            values=_page(post, edition, newer.get(post.id), older.get(post.id), related[post.id]),
        )


def _page(
    post: Post,
    edition: Edition,
    newer: Link | None,
    older: Link | None,
    related: tuple[Card, ...],
) -> ArticlePage:
    room = edition.newsroom
    parent = room.agencies[post.agency].parent
    districts = room.districts()
    files = [use.file for use in post.photos]
    return ArticlePage(
        href=addresses.post_href(post.id),
        title=post.title,
        summary=post.summary,
        excerpt=post.body.excerpt,
        date=post.date,
        updated=post.updated,
        agency=agency_link(post.agency, room),
        parent=agency_link(parent, room) if parent else None,
        partners=tuple(agency_link(slug, room) for slug in post.partners),
        category=category_link(post.category, room),
        tags=tuple(Link(tag.replace("-", " "), addresses.tag_href(tag)) for tag in post.tags),
        districts=tuple(Link(districts[d], addresses.district_href(d)) for d in post.districts),
        writer=post.writer,
        editor=post.editor,
        classification=post.classification,
        corrections=tuple(sorted(post.corrections, key=lambda c: -c.date.minutes)),
        replies=post.replies,
        photos=tuple(map(PlacedPicture, files, edition.pictures[post.id])),
        body=post.body,
        events=tuple(_named_events(post, edition.lines, edition)),
        newer=newer,
        older=older,
        related=related,
    )


def _named_events(
    post: Post, lines: Mapping[str, EventLine], edition: Edition
) -> Iterator[NamedEvent]:
    """Only activities that the public may see; one in quarantine is passed over."""
    for event_id in post.events:
        if line := lines.get(event_id):
            early = announces(post, edition.newsroom.events[event_id])
            yield NamedEvent(line.title, line.href, line.days, line.hours, line.place, early)


def _neighbours(published: Sequence[Post]) -> tuple[dict[str, Link], dict[str, Link]]:
    """The next newer and next older post of the same agency, by post id."""
    newer: dict[str, Link] = {}
    older: dict[str, Link] = {}
    last_of: dict[str, Post] = {}
    for post in published:  # newest first
        if after := last_of.get(post.agency):
            newer[post.id] = Link(after.title, addresses.post_href(after.id))
            older[after.id] = Link(post.title, addresses.post_href(post.id))
        last_of[post.agency] = post
    return newer, older


def _related(edition: Edition) -> dict[str, tuple[Card, ...]]:
    """For each post the best of its tags' next older posts: most shared tags, then newest."""
    cards = {card.id: card for card in edition.cards}
    by_tag: dict[str, list[Post]] = defaultdict(list)
    found: dict[str, tuple[Card, ...]] = {}
    for post in reversed(edition.published):  # oldest first: what lies before is known
        candidates = {
            other.id: other
            for tag in post.tags
            for other in by_tag[tag][-RELATED_PER_TAG:]
            if post.date.day - other.date.day <= RELATED_DAYS
        }
        ranked = sorted(candidates.values(), key=lambda other: _likeness(post, other))
        found[post.id] = tuple(cards[other.id] for other in ranked[:RELATED])
        for tag in post.tags:
            by_tag[tag].append(post)
    return found


def _likeness(post: Post, other: Post) -> tuple[int, int, str]:
    shared = len(set(post.tags) & set(other.tags))
    return (-shared, -other.date.minutes, other.id)
