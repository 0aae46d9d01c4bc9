"""An activity (kegiatan): one item of an agency's agenda."""

from enum import StrEnum

from plugins.model.body import BodyRef
from plugins.model.moment import DAY, Moment, clock_words
from plugins.model.post import Waiver
from plugins.model.record import Record, Value


class Publicity(StrEnum):
    YA = "ya"
    SETELAH_SELESAI = "setelah-selesai"
    TIDAK = "tidak"


class EventState(StrEnum):
    """The one state an activity is in; all but the last three are computed, never typed."""

    AKAN_DATANG = "akan-datang"
    BERLANGSUNG = "berlangsung"
    MENUNGGU = "menunggu-berita"
    BELUM = "belum-diberitakan"
    SUDAH = "sudah-diberitakan"
    DITUNDA = "ditunda"
    BATAL = "batal"
    TIDAK = "tidak-diberitakan"

    @property
    def words(self) -> str:
        return self.value.replace("-", " ")


class Interval(StrEnum):
    """How often a recurring activity takes place."""

    HARI = "hari"
    HARI_KERJA = "hari-kerja"
    PEKAN = "pekan"
    DUA_PEKAN = "dua-pekan"
    BULAN = "bulan"  # on the same date
    BULAN_SEHARI = "bulan-sehari"  # on the same weekday of the same week

    @property
    def words(self) -> str:
        return _INTERVAL_WORDS[self]


_INTERVAL_WORDS = {
    Interval.HARI: "setiap hari",
    Interval.HARI_KERJA: "setiap hari kerja",
    Interval.PEKAN: "setiap pekan",
    Interval.DUA_PEKAN: "setiap dua pekan",
    Interval.BULAN: "setiap bulan pada tanggal yang sama",
    Interval.BULAN_SEHARI: "setiap bulan pada hari yang sama",
}


class Repeat(Value, frozen=True):
    every: Interval
    until: Moment  # the last day on which it may take place


WAIVER_REASONS = {
    "rapat-internal": "rapat internal",
    "informasi-dikecualikan": "informasi yang dikecualikan",
    "menyangkut-anak-atau-pasien": "menyangkut anak atau pasien",
    "digabung": "digabung dengan kegiatan lain",
}


class Event(Record, frozen=True, tag="event"):
    id: str  # dinkes/2026/11/24-imunisasi-campak
    agency: str
    title: str
    first: Moment  # the first day, without an hour
    last: Moment  # the last day, without an hour
    starts: int = -1  # minutes since midnight of the first day; -1 not known
    ends: int = -1  # minutes since midnight of the last day; -1 not known
    place: str = ""
    district: str = ""
    partners: tuple[str, ...] = ()
    leader: str = ""
    attendance: str = ""
    participants: str = ""
    wants_coverage: str = ""  # diminta, or tidak
    publicity: Publicity = Publicity.YA
    status: str = ""  # ditunda or batal
    reason: str = ""
    moved_to: str = ""  # id of the activity that replaces a postponed one
    waived: str = ""  # a key of WAIVER_REASONS
    note: str = ""
    repeat: Repeat | None = None
    series: str = ""  # id of the recurring activity of which this is a later time
    waivers: tuple[Waiver, ...] = ()
    body: BodyRef = BodyRef()

    @property
    def begins_at(self) -> int:
        """Minutes on the time line of Moment.minutes."""
        return self.first.day * DAY + max(self.starts, 0)

    @property
    def ends_at(self) -> int:
        """The minute from which it is over; the end of the last day where none was given."""
        return self.last.day * DAY + (self.ends if self.ends >= 0 else DAY)

    @property
    def agencies(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys((self.agency, *self.partners)))

    @property
    def asks_for_bureau(self) -> bool:
        """Its officers want Humas to come; not where they say that there will be no news."""
        return self.wants_coverage == "diminta" and not self.waived

    @property
    def days(self) -> str:
        """Selasa, 24 November 2026; or 24 November 2026 sampai 26 November 2026"""
        if self.first.day == self.last.day:
            return self.first.long
        return f"{self.first.medium} sampai {self.last.medium}"

    @property
    def hours(self) -> str:
        """09.00–12.00 WITA, 09.00 WITA, or nothing"""
        if self.starts < 0:
            return ""
        end = f"–{clock_words(self.ends)}" if self.ends >= 0 else ""
        return f"{clock_words(self.starts)}{end} WITA"

    @property
    def hours_in_full(self) -> str:
        """As hours; also 09.00 WITA sampai selesai, and sampai 12.00 WITA"""
        if self.starts >= 0 > self.ends:
            return f"{self.hours} sampai selesai"
        if self.ends >= 0 > self.starts:
            return f"sampai {clock_words(self.ends)} WITA"
        return self.hours
