"""Agencies (perangkat daerah), their officers, and the categories of the news."""

from enum import StrEnum

from plugins.model.body import BodyRef
from plugins.model.moment import Moment
from plugins.model.month import Month
from plugins.model.record import Record, Value


class AgencyKind(StrEnum):
    SEKRETARIAT = "sekretariat"
    INSPEKTORAT = "inspektorat"
    SATUAN = "satuan"
    BADAN = "badan"
    DINAS = "dinas"
    KECAMATAN = "kecamatan"
    KELURAHAN = "kelurahan"
    PUSKESMAS = "puskesmas"
    RUMAH_SAKIT = "rumah-sakit"
    BIDANG = "bidang"

    @property
    def words(self) -> str:
        return _KIND_WORDS[self]


_KIND_WORDS = {
    AgencyKind.SEKRETARIAT: "Sekretariat",
    AgencyKind.INSPEKTORAT: "Inspektorat",
    AgencyKind.SATUAN: "Satuan",
    AgencyKind.BADAN: "Badan",
    AgencyKind.DINAS: "Dinas",
    AgencyKind.KECAMATAN: "Kecamatan",
    AgencyKind.KELURAHAN: "Kelurahan",
    AgencyKind.PUSKESMAS: "Puskesmas",
    AgencyKind.RUMAH_SAKIT: "Rumah sakit",
    AgencyKind.BIDANG: "Bidang",
}

DISTRICT_PREFIX = "kec-"  # the slug of the office of kecamatan `masamba` is `kec-masamba`


class Officer(Value, frozen=True):
    """A petugas humas. Rights and routing follow from the record, never from code."""

    name: str
    login: str
    role: str  # petugas or redaktur
    since: Moment
    until: Moment | None = None  # the last day, inclusive

    def serves_on(self, today: Moment) -> bool:
        started = self.since.day <= today.day
        return started and (self.until is None or today.day <= self.until.day)


class Agency(Record, frozen=True, tag="agency"):
    slug: str  # permanent: it stands in addresses
    name: str
    short: str
    kind: AgencyKind
    parent: str = ""
    aliases: tuple[str, ...] = ()
    since: Moment | None = None
    until: Moment | None = None
    replaced_by: str = ""
    address: str = ""
    phone: str = ""
    email: str = ""
    website: str = ""
    officers: tuple[Officer, ...] = ()
    target: int = 0  # posts per month
    data_note: str = ""
    body: BodyRef = BodyRef()

    @property
    def named(self) -> "Agency":
        """What the pages of a month may know: enough for a name, a link and its place."""
        return Agency(
            slug=self.slug, name=self.name, short=self.short, kind=self.kind, parent=self.parent
        )

    @property
    def turns(self) -> tuple[int, ...]:
        """The ordinals of the days on which the officers on duty change."""
        starts = [officer.since.day for officer in self.officers]
        ends = [officer.until.day + 1 for officer in self.officers if officer.until]
        return (*starts, *ends)

    def exists_in(self, month: Month) -> bool:
        started = self.since is None or self.since.day <= month.last_day
        return started and (self.until is None or self.until.day >= month.first_day)

    def officers_on(self, today: Moment) -> tuple[Officer, ...]:
        return tuple(officer for officer in self.officers if officer.serves_on(today))


class Category(Record, frozen=True):
    slug: str
    name: str
    iptc: str  # IPTC Media Topic, eight digits


class Page(Record, frozen=True, tag="page"):
    """A fixed page, such as `/tentang/`."""

    slug: str
    title: str
    summary: str = ""
    body: BodyRef = BodyRef()
