"""Every address of the site, and what a path below content/ means. The path decides.

Addresses are root-relative and without the base prefix, which the theme adds.
"""

import re

from plugins.model.record import Value

SLUG = r"[a-z0-9]+(?:-[a-z0-9]+)*"
SLUG_LENGTH = (2, 80)  # characters
PHOTO_ENDINGS = ("jpg", "jpeg", "png", "webp")

GUIDE = "/panduan/"
RULES = f"{GUIDE}aturan/"
LEDGER = "/cakupan/"
COMPOSER = "/tulis/"
EDITOR = "/redaksi/"

# Names below the site's root that a fixed page must not take.
RESERVED = frozenset(
    {
        "berita", "agenda", "arsip", "perangkat-daerah", "rubrik", "tag", "kecamatan",
        "cakupan", "ralat", "cari", "tulis", "redaksi", "panduan", "foto", "aset", "feed",
        "halaman", "pers", "kartu", "data", "index", "pagefind", "theme", "drafts", "sitemap",
        "git", "pratinjau",
    }
)  # fmt: skip

_DAY = r"(?P<year>\d{4})/(?P<month>0[1-9]|1[0-2])"
_GRAMMAR = (
    ("post", rf"berita/(?P<agency>{SLUG})/{_DAY}/(?P<slug>{SLUG})/index\.md"),
    (
        "photo",
        rf"berita/(?P<agency>{SLUG})/{_DAY}/(?P<slug>{SLUG})/"
        rf"(?P<file>{SLUG}\.(?:{'|'.join(PHOTO_ENDINGS)}))",
    ),
    (
        "event",
        rf"agenda/(?P<agency>{SLUG})/{_DAY}/(?P<slug>(?P<day>0[1-9]|[12]\d|3[01])-{SLUG})\.md",
    ),
    ("agency", rf"perangkat-daerah/(?P<slug>{SLUG})\.md"),
    ("page", rf"halaman/(?P<slug>{SLUG})\.md"),
    ("categories", r"(?P<slug>rubrik)\.yaml"),
    ("media", rf"pantauan-media/{_DAY}\.csv"),
)
_PATTERNS = tuple((kind, re.compile(rf"{form}\Z", re.ASCII)) for kind, form in _GRAMMAR)


class Place(Value, frozen=True):
    """What a path below content/ stands for."""

    kind: str  # post, photo, event, agency, page, categories or media
    agency: str = ""
    year: int = 0
    month: int = 0
    day: int = 0
    slug: str = ""
    file: str = ""

    @property
    def id(self) -> str:
        """The identity that references use: dinkes/2026/11/24-imunisasi-campak."""
        if self.kind == "media":
            return f"{self.year:04}-{self.month:02}"
        if not self.agency:
            return self.slug
        return f"{self.agency}/{self.year:04}/{self.month:02}/{self.slug}"


def place_of(path: str) -> Place | None:
    """Read a path below content/; None where no such path may exist."""
    for kind, pattern in _PATTERNS:
        if match := pattern.match(path):
            parts = {name: value or "" for name, value in match.groupdict().items()}
            if any(len(parts.get(name, "")) > SLUG_LENGTH[1] for name in ("slug", "file")):
                return None
            numbers = {name: int(parts.pop(name, 0) or 0) for name in ("year", "month", "day")}
            return Place(kind, **parts, **numbers)  # type: ignore[arg-type]
    return None


def post_path(post_id: str) -> str:
    return f"berita/{post_id}/index.md"


def event_path(event_id: str) -> str:
    return f"agenda/{event_id}.md"


def media_path(month: str) -> str:
    """The table of media monitoring of a month: 2026-11"""
    return f"pantauan-media/{month.replace('-', '/')}.csv"


def post_href(post_id: str) -> str:
    return f"/berita/{post_id}/"


def event_href(event_id: str) -> str:
    return f"/agenda/{event_id}/"


def write_href(event_id: str) -> str:
    """The composer, prefilled with what is known of an activity."""
    return f"{COMPOSER}?kegiatan={event_id}"


def event_file_href(event_id: str) -> str:
    """One activity as a file for a calendar program."""
    return f"/agenda/{event_id}/kegiatan.ics"


def calendar_href(agency: str) -> str:
    """The calendar of an agency, or of everybody where none is named."""
    return f"{agency_href(agency) if agency else '/agenda/'}agenda.ics"


def pack_href(post_id: str) -> str:
    """The press pack of a post."""
    return f"/pers/{post_id}.zip"


def kit_href(slug: str) -> str:
    """The media kit of an agency."""
    return f"{agency_href(slug)}media/"


def agency_href(slug: str) -> str:
    return f"/perangkat-daerah/{slug}/"


def category_href(slug: str) -> str:
    return f"/rubrik/{slug}/"


def tag_href(slug: str) -> str:
    return f"/tag/{slug}/"


def district_href(slug: str) -> str:
    return f"/kecamatan/{slug}/"


def page_href(slug: str) -> str:
    return f"/{slug}/"


def evidence_href(slug: str) -> str:
    """What an agency did and published, month by month."""
    return f"{LEDGER}{slug}/"


def rule_href(code: str) -> str:
    """The page that explains one rule of the gate: /panduan/aturan/k101/"""
    return f"{RULES}{code.lower()}/"


def month_href(front: str, year: int, month: int) -> str:
    """The page of one calendar month below the front of a list."""
    return f"{front}{year:04}/{month:02}/"


def feed_href(front: str) -> str:
    return f"{front}feed.atom"


def output_path(href: str) -> str:
    """Where the page of an address lies below the output folder."""
    return href.lstrip("/") + ("index.html" if href.endswith("/") else "")
