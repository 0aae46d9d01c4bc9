"""Small values for tests: whatever a test does not name has a plain default."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import Any, NamedTuple

from plugins.model.agency import Agency, AgencyKind, Category, Officer, Page
from plugins.model.body import Body, BodyRef, Html, body_ref
from plugins.model.books import Almanac
from plugins.model.calendar import CalendarEntry, CalendarRef, calendar_entry, calendars_of
from plugins.model.card import FRONT_LENGTH, Card, CardsRef
from plugins.model.chapter import Chapter, open_chapter
from plugins.model.coverage import join
from plugins.model.docket import docket_of
from plugins.model.edition import Assets, Edition, make_edition, near_months
from plugins.model.event import Event
from plugins.model.history import History
from plugins.model.manuscript import Content
from plugins.model.moment import Moment, parse_moment
from plugins.model.month import Month, month_of_id
from plugins.model.monthedition import (
    RELATED_DAYS,
    MonthEdition,
    boundary_links,
    make_month_edition,
)
from plugins.model.newsroom import Newsroom
from plugins.model.outline import outline_of
from plugins.model.output import Output
from plugins.model.photo import PhotoFacts
from plugins.model.post import Post
from plugins.model.press import Pack
from plugins.model.recurrence import Occasions, occurrences
from plugins.model.site import Site
from plugins.photos.pack import pack_file
from plugins.photos.recipe import picture_of

HISTORY = History()
BODY: Body = (Html("<p>MASAMBA — Petugas melayani 40 anak.</p>"),)
REF = body_ref(BODY, "MASAMBA — Petugas melayani 40 anak.")
PHOTO = PhotoFacts("JPEG", 1600, 1200, 90_000)
SITE = Site(
    name="Kabar Lutra",
    tagline="Kabar kegiatan pemerintah",
    regency="Luwu Utara",
    publisher="Bidang Humas",
    bureau="humas",
    url="https://contoh.test",
    sample=False,
).sealed()
ASSETS = Assets(
    stylesheet="/aset/a.css", fonts=(), icon="/aset/i.svg", sorting="/aset/s.js"
).sealed()


def at(text: str) -> Moment:
    return parse_moment(text)


def make_agency(slug: str = "dinkes", **fields: Any) -> Agency:
    plain = {"name": f"Nama {slug}", "short": slug.title(), "kind": AgencyKind.DINAS}
    return Agency(slug=slug, **{**plain, **fields}).sealed()


def make_officer(
    login: str = "petugas-dinkes", since: str = "2025-01-01", **fields: Any
) -> Officer:
    plain = {"name": "Petugas Contoh", "role": "petugas"}
    return Officer(login=login, since=at(since), **{**plain, **fields})


def make_category(slug: str = "kesehatan", name: str = "Kesehatan") -> Category:
    return Category(slug=slug, name=name, iptc="07000000").sealed()


def make_page(slug: str = "tentang", **fields: Any) -> Page:
    return Page(slug=slug, **{"title": f"Halaman {slug}", "body": REF, **fields}).sealed()


def make_post(slug: str = "imunisasi", date: str = "2026-11-24 09:30", **fields: Any) -> Post:
    """A post of Dinkes; its id follows from agency, date and slug."""
    when, agency = at(date), fields.pop("agency", "dinkes")
    plain = {"title": f"Judul {slug}", "category": "kesehatan", "body": REF}
    post_id = f"{agency}/{when.year:04}/{when.month:02}/{slug}"
    return Post(id=post_id, agency=agency, date=when, **{**plain, **fields}).sealed()


def make_event(slug: str = "imunisasi", day: str = "2026-11-24", **fields: Any) -> Event:
    """An activity of Dinkes on one day, unless `last` names another."""
    first, agency = at(day), fields.pop("agency", "dinkes")
    last = at(fields.pop("last", day))
    event_id = f"{agency}/{first.year:04}/{first.month:02}/{first.date.day:02}-{slug}"
    plain = {"title": f"Acara {slug}", "place": "Posyandu Melati"}
    return Event(id=event_id, agency=agency, first=first, last=last, **{**plain, **fields}).sealed()


AGENCIES = (
    make_agency("dinkes", name="Dinas Kesehatan"),
    make_agency("dishub", name="Dinas Perhubungan"),
    make_agency("humas", name="Bidang Humas", kind=AgencyKind.BIDANG, parent="dinkes"),
    make_agency("kec-masamba", name="Kecamatan Masamba", kind=AgencyKind.KECAMATAN),
    make_agency("pkm-baebunta", name="Puskesmas", kind=AgencyKind.PUSKESMAS, parent="dinkes"),
)
CATEGORIES = (make_category(), make_category("pemerintahan", "Pemerintahan"))


def make_newsroom(
    *contents: Content, agencies: Iterable[Agency] = AGENCIES, **fields: Any
) -> Newsroom:
    """A newsroom of the posts, activities and pages given, among the usual agencies."""
    plain = {
        "photos": {use.blob: PHOTO for c in contents if isinstance(c, Post) for use in c.photos},
    }
    return Newsroom(
        agencies={agency.slug: agency for agency in agencies},
        categories={category.slug: category for category in CATEGORIES},
        pages={c.slug: c for c in contents if isinstance(c, Page)},
        posts={c.id: c for c in contents if isinstance(c, Post)},
        events={c.id: c for c in contents if isinstance(c, Event)},
        **{**plain, **fields},
    )


class Made(NamedTuple):
    """A whole site in memory: what all months share, every month, and everybody's cards."""

    edition: Edition
    months: tuple[MonthEdition, ...]  # oldest first
    chapters: dict[Month, Chapter]
    occasions: Occasions
    history: History

    def body(self, ref: BodyRef) -> Body:
        return BODY if ref == REF else ()

    def cards(self, ref: CardsRef) -> tuple[Card, ...]:
        found = [c for m in ref.months for c in self.chapters[m].lists.get(ref.front, ())]
        return tuple(found[:FRONT_LENGTH])

    def calendar(self, ref: CalendarRef) -> tuple[CalendarEntry, ...]:
        found = {
            e.event.id: (month, e)
            for month in self.months
            if month.chapter.month in ref.months
            for e in month.entries
            if ref.agency in calendars_of(e.event, month.chapter.room)
        }
        return tuple(
            calendar_entry(e.event, m.chapter.room, m.series, self.history.revisions, found)
            for m, e in found.values()
        )

    def size(self, pack: Pack) -> int:
        return len(pack_file(pack, self))

    def blob(self, blob_id: str) -> bytes:
        raise KeyError(blob_id)


def made_of(
    *contents: Content,
    now: str = "2026-11-25 08:00",
    site: Site = SITE,
    history: History = HISTORY,
    **fields: Any,
) -> Made:
    """Put months together as a build does, without files."""
    whole, moment = _with_times(make_newsroom(*contents, **fields)), at(now)
    series = Occasions(event for event in whole.events.values() if event.repeat)
    chapters = _chapters(whole, moment)
    outlines = [outline_of(chapter) for chapter in chapters.values()]
    namings = [n for o in outlines for some in o.namings.values() for n in some]
    coverages = {
        month: join(c.room.events.values(), namings, moment, site.grace_days, site.bureau)
        for month, c in chapters.items()
    }
    dockets = [
        docket_of(
            month, c.room.events.values(), coverages[month], whole, moment,
            series.series(month.name), history.revisions,
        )
        for month, c in chapters.items()
    ]  # fmt: skip
    shared = replace(whole, posts={}, events={})
    near = [(chapters[m], coverages[m]) for m in near_months(moment, outlines, dockets)]
    edition = make_edition(site, moment, ASSETS, shared, outlines, dockets, near, history)
    almanac = Almanac(outlines, dockets, shared.agencies, history)
    boundary = boundary_links(outlines)
    months = tuple(
        make_month_edition(
            site, moment, chapter, coverages[month], boundary[month],
            earlier=[chapters[m] for m in month.before(RELATED_DAYS) if m in chapters],
            others=[c for m, c in chapters.items() if m != month],
            books=almanac.books(month, moment, {}, series.sources(month.name)),
            series=series.series(month.name),
            agencies=whole.agencies,
        )
        for month, chapter in chapters.items()
    )  # fmt: skip
    return Made(edition, months, chapters, series, history)


def edition_of(*contents: Content, **fields: Any) -> Edition:
    return made_of(*contents, **fields).edition


def month_outputs_of(
    room: Callable[[MonthEdition], Iterable[Output]], *contents: Content, **fields: Any
) -> list[Output]:
    """What a room makes of every month."""
    return [output for month in made_of(*contents, **fields).months for output in room(month)]


def _with_times(whole: Newsroom) -> Newsroom:
    """With the later times of what recurs, each in its month."""
    times = {time.id: time for event in whole.events.values() for time in occurrences(event)}
    return replace(whole, events={**times, **whole.events})


def _chapters(whole: Newsroom, now: Moment) -> dict[Month, Chapter]:
    months = sorted({month_of_id(identity) for identity in (*whole.posts, *whole.events)})
    return {month: open_chapter(month, _slice(whole, month), now, picture_of) for month in months}


def _slice(whole: Newsroom, month: Month) -> Newsroom:
    return replace(
        whole,
        posts={i: p for i, p in whole.posts.items() if month_of_id(i) == month},
        events={i: e for i, e in whole.events.items() if month_of_id(i) == month},
    )
