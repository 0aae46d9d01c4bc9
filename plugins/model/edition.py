"""The edition: what is computed once for the whole site before any page is made.

Each field has one writer; plugins/README.md lists them.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from plugins.model import addresses
from plugins.model.agency import Agency
from plugins.model.card import Card, Link
from plugins.model.coverage import (
    Coverage,
    Figures,
    changes_after,
    figures,
    figures_by_agency,
    join,
)
from plugins.model.event import Event, Publicity
from plugins.model.eventline import EventLine, event_line
from plugins.model.moment import DAY, Moment
from plugins.model.newsroom import Newsroom
from plugins.model.photo import PhotoFacts, Picture
from plugins.model.post import PhotoUse, Post
from plugins.model.record import Record
from plugins.model.site import Site

PictureOf = Callable[[PhotoUse, PhotoFacts], Picture]
Groups = Mapping[str, tuple[Card, ...]]


class Assets(Record, frozen=True):
    """Addresses of the files that every page links, named by their content."""

    stylesheet: str
    fonts: tuple[str, ...]
    icon: str


@dataclass(frozen=True)
class Edition:
    site: Site
    now: Moment
    newsroom: Newsroom
    assets: Assets
    published: tuple[Post, ...]  # out and not withdrawn, newest first
    withdrawn: tuple[Post, ...]
    pictures: Mapping[str, tuple[Picture, ...]]  # by post id, in the order of the header
    cards: tuple[Card, ...]  # of the published posts, newest first
    by_agency: Groups  # a unit's posts stand on its parents' and partners' lists too
    by_category: Groups
    by_tag: Groups
    by_district: Groups
    coverage: Coverage
    visible: tuple[Event, ...]  # the activities that have a page, by beginning and id
    lines: Mapping[str, EventLine]  # of the visible activities, by id
    month: Mapping[str, Figures]  # this month's activities, by agency
    month_total: Figures
    next_change: Moment  # the first moment after now at which any output differs


def make_edition(
    newsroom: Newsroom, site: Site, now: Moment, assets: Assets, picture_of: PictureOf
) -> Edition:
    """Compute the whole-site facts of an accepted newsroom at one moment."""
    out = sorted((p for p in newsroom.posts.values() if p.is_out(now)), key=_newest_first)
    published = tuple(post for post in out if post.withdrawal is None)
    pictures = {post.id: _pictures(post, newsroom, picture_of) for post in out}
    pairs = [(post, _card(post, newsroom, pictures[post.id])) for post in published]
    coverage = join(newsroom.events.values(), published, now, site.grace_days, site.bureau)
    visible = _visible(newsroom, now)
    this_month = [event for event in newsroom.events.values() if _same_month(event.first, now)]
    return Edition(
        site=site,
        now=now,
        newsroom=newsroom,
        assets=assets,
        published=published,
        withdrawn=tuple(post for post in out if post.withdrawal),
        pictures=pictures,
        cards=tuple(card for _, card in pairs),
        by_agency=_grouped(pairs, lambda post: _agencies_of(post, newsroom)),
        by_category=_grouped(pairs, lambda post: (post.category,)),
        by_tag=_grouped(pairs, lambda post: post.tags),
        by_district=_grouped(pairs, lambda post: post.districts),
        coverage=coverage,
        visible=visible,
        lines={event.id: _line(event, newsroom, coverage) for event in visible},
        month=figures_by_agency(this_month, coverage),
        month_total=figures(coverage.statuses[event.id].state for event in this_month),
        next_change=_next_change(newsroom, site, now),
    )


def agency_link(slug: str, newsroom: Newsroom) -> Link:
    """An agency by its full name."""
    return Link(newsroom.agencies[slug].name, addresses.agency_href(slug))


def short_agency_link(slug: str, newsroom: Newsroom) -> Link:
    return Link(newsroom.agencies[slug].short, addresses.agency_href(slug))


def category_link(slug: str, newsroom: Newsroom) -> Link:
    return Link(newsroom.categories[slug].name, addresses.category_href(slug))


def _newest_first(post: Post) -> tuple[int, str]:
    return (-post.date.minutes, post.id)


def _pictures(post: Post, newsroom: Newsroom, picture_of: PictureOf) -> tuple[Picture, ...]:
    return tuple(picture_of(use, newsroom.photos[use.blob]) for use in post.photos)


def _card(post: Post, newsroom: Newsroom, pictures: tuple[Picture, ...]) -> Card:
    return Card(
        id=post.id,
        href=addresses.post_href(post.id),
        title=post.title,
        summary=post.summary or post.body.excerpt,
        date=post.date,
        updated=post.updated,
        agency=short_agency_link(post.agency, newsroom),
        category=category_link(post.category, newsroom),
        picture=pictures[0] if pictures else None,
        corrected=bool(post.corrections),
    ).sealed()


def _line(event: Event, newsroom: Newsroom, coverage: Coverage) -> EventLine:
    agency = short_agency_link(event.agency, newsroom)
    return event_line(event, coverage.statuses[event.id], agency)


def _agencies_of(post: Post, newsroom: Newsroom) -> tuple[str, ...]:
    chains = [newsroom.family(slug) for slug in post.agencies]
    return tuple(dict.fromkeys(slug for chain in chains for slug in chain))


def _grouped(
    pairs: Iterable[tuple[Post, Card]], keys_of: Callable[[Post], Iterable[str]]
) -> Groups:
    groups: dict[str, list[Card]] = defaultdict(list)
    for post, card in pairs:
        for key in dict.fromkeys(keys_of(post)):
            groups[key].append(card)
    return {key: tuple(cards) for key, cards in groups.items()}


def _same_month(one: Moment, other: Moment) -> bool:
    return (one.year, one.month) == (other.year, other.month)


def _turns(agency: Agency) -> Iterable[int]:
    """The days on which the officers on duty change."""
    for officer in agency.officers:
        yield officer.since.day
        if officer.until:
            yield officer.until.day + 1


def _visible(newsroom: Newsroom, now: Moment) -> tuple[Event, ...]:
    """Leave out what is not public, and what becomes public only when it is over."""
    return tuple(
        event
        for event in sorted(newsroom.events.values(), key=lambda e: (e.begins_at, e.id))
        if event.publicity is Publicity.YA
        or (event.publicity is Publicity.SETELAH_SELESAI and event.ends_at <= now.minutes)
    )


def _next_change(newsroom: Newsroom, site: Site, now: Moment) -> Moment:
    """Midnight, an embargo or an activity's own hour, whichever comes first."""
    minutes = [(now.day + 1) * DAY]
    minutes += [post.publish_at.minutes for post in newsroom.posts.values() if post.publish_at]
    minutes += [day * DAY for agency in newsroom.agencies.values() for day in _turns(agency)]
    for event in newsroom.events.values():
        minutes += _changes_of(event, site.grace_days)
    first = min(minute for minute in minutes if minute > now.minutes)
    return Moment(first // DAY, first % DAY)


def _changes_of(event: Event, grace_days: int) -> tuple[int, ...]:
    """One that was called off keeps its state, but may become public when it would be over."""
    if not event.status:
        return changes_after(event, grace_days)
    return (event.ends_at,) if event.publicity is Publicity.SETELAH_SELESAI else ()
