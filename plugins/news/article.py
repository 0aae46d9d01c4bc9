"""The page of one post."""

from collections import defaultdict
from collections.abc import Iterator, Mapping

from plugins.model import addresses
from plugins.model.body import BodyRef
from plugins.model.card import Card, Link
from plugins.model.chapter import agency_link, category_link, post_link
from plugins.model.coverage import announces
from plugins.model.event import Event
from plugins.model.moment import Moment
from plugins.model.monthedition import RELATED_DAYS, RELATED_PER_TAG, MonthEdition
from plugins.model.output import Output
from plugins.model.photo import Picture
from plugins.model.post import Correction, Post, Reply
from plugins.model.press import Pack
from plugins.model.record import Value

RELATED = 3  # posts


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
    corrections: tuple[Correction, ...]
    replies: tuple[Reply, ...]
    photos: tuple[PlacedPicture, ...]  # the first is the lead photo
    body: BodyRef
    events: tuple[NamedEvent, ...]
    newer: Link | None  # neighbours among the agency's own posts
    older: Link | None
    related: tuple[Card, ...]
    preview: str  # address of the card that chats show
    pack: Pack | None  # while it is offered
    kit: str  # address of the agency's media kit


def article_outputs(edition: MonthEdition) -> Iterator[Output]:
    newer, older = _neighbours(edition)
    related = _related(edition)
    for post in edition.chapter.published:
        yield Output(
            path=addresses.output_path(addresses.post_href(post.id)),
            renderer="article.html",
            values=_page(post, edition, newer.get(post.id), older.get(post.id), related[post.id]),
        )


def _page(
    post: Post,
    edition: MonthEdition,
    newer: Link | None,
    older: Link | None,
    related: tuple[Card, ...],
) -> ArticlePage:
    room = edition.chapter.room
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
        corrections=post.corrections,
        replies=post.replies,
        photos=tuple(map(PlacedPicture, files, edition.chapter.pictures(post))),
        body=post.body,
        events=tuple(_named_events(post, edition.named)),
        newer=newer,
        older=older,
        related=related,
        preview=edition.previews[post.id].href,
        pack=edition.packs.get(post.id),
        kit=addresses.kit_href(post.agency),
    )


def _named_events(post: Post, named: Mapping[str, Event]) -> Iterator[NamedEvent]:
    """Only activities that the public may see; one in quarantine is passed over."""
    for event_id in post.events:
        if event := named.get(event_id):
            yield NamedEvent(
                title=event.title,
                href=addresses.event_href(event.id),
                days=event.days,
                hours=event.hours,
                place=event.place,
                announced=announces(post.date.day, event),
            )


def _neighbours(edition: MonthEdition) -> tuple[dict[str, Link], dict[str, Link]]:
    """The next newer and next older post of the same agency, by post id."""
    newer: dict[str, Link] = {}
    older: dict[str, Link] = {}
    last_of: dict[str, Post] = {}
    for post in edition.chapter.published:  # newest first
        if after := last_of.get(post.agency):
            newer[post.id] = post_link(after)
            older[after.id] = post_link(post)
        elif post.agency in edition.newer:
            newer[post.id] = edition.newer[post.agency]
        last_of[post.agency] = post
    for agency, post in last_of.items():  # the oldest of the month
        if agency in edition.older:
            older[post.id] = edition.older[agency]
    return newer, older


def _related(edition: MonthEdition) -> dict[str, tuple[Card, ...]]:
    """For each post the best of its tags' next older posts: most shared tags, then newest."""
    by_tag: dict[str, list[tuple[Post, Card]]] = defaultdict(list)
    for earlier, card in edition.earlier:  # oldest first: what lies before is known
        for tag in earlier.tags:
            by_tag[tag].append((earlier, card))
    found: dict[str, tuple[Card, ...]] = {}
    for post in reversed(edition.chapter.published):
        candidates = {
            other.id: (other, card)
            for tag in post.tags
            for other, card in by_tag[tag][-RELATED_PER_TAG:]
            if post.date.day - other.date.day <= RELATED_DAYS
        }
        ranked = sorted(candidates.values(), key=lambda pair: _likeness(post, pair[0]))
        found[post.id] = tuple(card for _, card in ranked[:RELATED])
        for tag in post.tags:
            by_tag[tag].append((post, edition.chapter.card(post)))
    return found


def _likeness(post: Post, other: Post) -> tuple[int, int, str]:
    shared = len(set(post.tags) & set(other.tags))
    return (-shared, -other.date.minutes, other.id)
