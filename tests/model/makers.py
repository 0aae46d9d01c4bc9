"""Small values for tests: whatever a test does not name has a plain default."""

from collections.abc import Iterable
from typing import Any

from plugins.model.agency import Agency, AgencyKind, Category, Officer, Page
from plugins.model.body import Body, BodyRef, Html
from plugins.model.edition import Assets, Edition, make_edition
from plugins.model.event import Event
from plugins.model.manuscript import Content
from plugins.model.moment import Moment, parse_moment
from plugins.model.newsroom import Newsroom
from plugins.model.photo import PhotoFacts
from plugins.model.post import Post
from plugins.model.record import digest
from plugins.model.site import Site
from plugins.photos.recipe import picture_of

BODY: Body = (Html("<p>MASAMBA — Petugas melayani 40 anak.</p>"),)
REF = BodyRef(digest(BODY), "MASAMBA — Petugas melayani 40 anak.")
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
ASSETS = Assets(stylesheet="/aset/a.css", fonts=(), icon="/aset/i.svg").sealed()


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
        "bodies": {REF.digest: BODY},
    }
    return Newsroom(
        agencies={agency.slug: agency for agency in agencies},
        categories={category.slug: category for category in CATEGORIES},
        pages={c.slug: c for c in contents if isinstance(c, Page)},
        posts={c.id: c for c in contents if isinstance(c, Post)},
        events={c.id: c for c in contents if isinstance(c, Event)},
        **{**plain, **fields},
    )


def edition_of(
    *contents: Content, now: str = "2026-11-25 08:00", site: Site = SITE, **fields: Any
) -> Edition:
    return make_edition(make_newsroom(*contents, **fields), site, at(now), ASSETS, picture_of)
