"""The monthly report of coverage: everything that is counted of one month.

Counts include what is not public; names never do. Agencies are named, persons never.
"""

from plugins.model import addresses
from plugins.model.coverage import MINIMUM_FOR_PERCENT, Figures
from plugins.model.docket import OPEN
from plugins.model.event import EventState
from plugins.model.month import Month
from plugins.model.record import Value

BEST = 5  # agencies named for their coverage
KEYS = {
    "recorded": "tercatat", "held": "terlaksana", "covered": "sudah_diberitakan",
    "waiting": "menunggu_berita", "missed": "belum_diberitakan", "waived": "tidak_diberitakan",
    "ahead": "belum_selesai", "called_off": "ditunda_atau_batal",
    "slug": "kode", "name": "nama", "short": "singkatan", "vacant": "petugas_kosong",
    "posts": "berita", "linked": "berita_terkait_kegiatan", "delay": "median_hari",
    "late": "kegiatan_terlambat", "photos": "foto", "corrections": "ralat",
    "withdrawn": "dicabut", "last": "berita_terakhir", "rest": "hari_sejak_berita_terakhir",
    "month": "bulan", "turnaround": "median_menit_persetujuan",
    "label": "nama", "href": "alamat", "title": "judul", "day": "tanggal", "days": "hari",
    "place": "tempat", "agencies": "perangkat_daerah", "state": "keadaan", "reason": "alasan",
    "events": "kegiatan", "corrected": "diralat", "code": "aturan", "count": "jumlah",
    "findings": "temuan", "waivers": "diabaikan", "without_alt": "foto_tanpa_alt",
    "without_caption": "foto_tanpa_keterangan",
    "site_name": "situs", "origin": "alamat_situs", "publisher": "penerbit",
    "regency": "kabupaten", "seat": "kedudukan", "sample": "contoh",
    "grace_days": "batas_hari", "total": "jumlah",
    "before": "bulan_sebelumnya", "lines": "perangkat_daerah", "delays": "hari_sampai_berita",
    "categories": "rubrik", "districts": "kecamatan", "classes": "klasifikasi",
    "quality": "mutu",
    "media": "pantauan_media", "outlet": "media", "url": "tautan", "tone": "nada",
    "post": "dari_berita",
}  # fmt: skip


class Counted(Value, frozen=True, kw_only=True, rename=KEYS):
    """The six numbers of a set of activities, and the two sums that everybody asks for."""

    recorded: int = 0
    held: int = 0
    covered: int = 0
    waiting: int = 0
    missed: int = 0
    waived: int = 0
    ahead: int = 0
    called_off: int = 0

    @property
    def figures(self) -> Figures:
        return Figures(
            self.covered, self.waiting, self.missed, self.waived, self.ahead, self.called_off
        )


class ReportLine(Counted, frozen=True, kw_only=True):
    """One agency in the month."""

    slug: str
    name: str
    short: str
    vacant: bool  # no officer at the month's end, or now
    posts: int
    linked: int  # of them, those that name an activity
    target: int  # posts a month; 0 for none
    delay: int | None  # median days from activity to news
    late: int  # activities reported after the grace
    photos: int
    corrections: int
    withdrawn: int
    last: str | None  # the day of its last post
    rest: int | None  # days from then to the month's end

    @property
    def silent(self) -> bool:
        return not (self.recorded or self.posts)

    @property
    def reached(self) -> bool:
        return self.posts >= self.target


class ReportMonth(Counted, frozen=True, kw_only=True):
    """A month of the whole regency."""

    month: str  # 2026-11
    posts: int
    delay: int | None  # median days from activity to news
    turnaround: int | None  # median minutes from proposal to merge


class Share(Counted, frozen=True, kw_only=True):
    """What falls to a category, a kecamatan or a class of information."""

    label: str
    href: str = ""  # empty where there is no page
    posts: int


class ReportEvent(Value, frozen=True, rename=KEYS):
    """An activity that the public may see."""

    href: str
    title: str
    day: str  # the first, 2026-11-24
    days: str  # in words
    place: str
    agencies: tuple[str, ...]  # their short names
    state: EventState
    reason: str  # of no news, a postponement or a cancellation


class ReportPost(Value, frozen=True, rename=KEYS):
    href: str
    title: str
    day: str
    agencies: tuple[str, ...]  # their short names
    events: int  # activities it names
    corrected: bool


class ReportMention(Value, frozen=True, rename=KEYS):
    """What a newspaper or a station published, as Humas typed it."""

    day: str
    outlet: str
    title: str
    url: str
    tone: str
    post: str  # href of the post it came from; may be empty


class Frequency(Value, frozen=True, rename=KEYS):
    code: str  # of a rule of the gate
    count: int


class Quality(Value, frozen=True, rename=KEYS):
    findings: tuple[Frequency, ...]  # the most frequent first
    waivers: tuple[Frequency, ...]
    photos: int
    without_alt: int
    without_caption: int


class Report(Value, frozen=True, kw_only=True, rename=KEYS):
    """As JSON it is laporan.json, and from there it can be read back whole."""

    site_name: str
    origin: str  # before every href
    publisher: str
    regency: str
    seat: str
    sample: bool
    grace_days: int
    month: str  # 2026-11
    total: ReportMonth
    before: ReportMonth | None  # only for the page, so that files follow from their month alone
    lines: tuple[ReportLine, ...]  # A to Z, the silent ones behind
    delays: tuple[int, ...]  # activities reported after 0, 1, … days; last: after the grace
    categories: tuple[Share, ...]
    districts: tuple[Share, ...]
    classes: tuple[Share, ...]
    quality: Quality
    media: tuple[ReportMention, ...] = ()
    events: tuple[ReportEvent, ...]  # by beginning
    posts: tuple[ReportPost, ...]  # oldest first

    @property
    def open(self) -> tuple[ReportEvent, ...]:
        """Held, with a page, and without news for whatever reason."""
        return tuple(e for e in self.events if e.state in OPEN or e.state is EventState.TIDAK)

    @property
    def hidden(self) -> int:
        """Activities without a page."""
        return self.total.recorded - len(self.events)

    @property
    def hidden_open(self) -> int:
        """Activities without a page that were held and not reported."""
        return self.total.held - self.total.covered - len(self.open)

    @property
    def best(self) -> tuple[ReportLine, ...]:
        """By coverage, then by how many; agencies with few activities are not ranked."""
        ranked = [line for line in self.lines if line.held >= MINIMUM_FOR_PERCENT]
        ranked.sort(key=lambda line: (-line.covered / line.held, -line.held, line.slug))
        return tuple(line for line in ranked[:BEST] if line.covered)

    @property
    def silent(self) -> tuple[ReportLine, ...]:
        return tuple(line for line in self.lines if line.silent)


def report_href(month: Month) -> str:
    return addresses.month_href("/cakupan/", month.year, month.month)
