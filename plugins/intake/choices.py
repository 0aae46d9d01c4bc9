"""What the composer lets an officer choose from: agencies, categories, places, activities.

All of it is on pages of the site already, so nothing is in it that is not public.
"""

import re

import msgspec

from plugins.model.agency import Agency
from plugins.model.docket import DatedLine
from plugins.model.edition import Edition
from plugins.model.event import EventState
from plugins.model.moment import Moment, parse_clock
from plugins.model.month import month_of
from plugins.model.output import Output, Resources
from plugins.model.record import Value

MOST_EVENTS = 400  # some 90 KB, 15 KB as sent
AHEAD_DAYS = 60  # of coming activities
_HOURS = re.compile(r"(?:(\d\d\.\d\d)(?:–(\d\d\.\d\d))?)?")
_CALLED_OFF = frozenset({EventState.DITUNDA, EventState.BATAL, EventState.TIDAK})


class Choices(Value, frozen=True):
    """What pilihan.json may see."""

    today: Moment
    agencies: tuple[Agency, ...]  # that exist this month, without their records
    writers: tuple[str, ...]  # the officer of each, or nothing
    telephones: tuple[str, ...]  # and mail, that offices publish as their own
    categories: tuple[tuple[str, str], ...]  # slug and name
    districts: tuple[tuple[str, str], ...]
    events: tuple[DatedLine, ...]


class _Agency(msgspec.Struct, frozen=True):
    slug: str
    nama: str
    singkatan: str
    jenis: str
    penulis: str


class _Named(msgspec.Struct, frozen=True):
    slug: str
    nama: str


class _Event(msgspec.Struct, frozen=True):
    """Under the keys of an activity's header."""

    id: str
    acara: str
    tanggal: str
    sampai: str
    mulai: str
    selesai: str
    tempat: str
    kecamatan: str
    bersama: tuple[str, ...]
    keadaan: str


class _File(msgspec.Struct, frozen=True):
    hari: str
    pd: tuple[_Agency, ...]
    kontak: tuple[str, ...]
    rubrik: tuple[_Named, ...]
    kecamatan: tuple[_Named, ...]
    kegiatan: tuple[_Event, ...]


def choices_output(edition: Edition) -> Output:
    return Output("tulis/pilihan.json", choices_json, choices_of(edition), daily=True)


def choices_of(edition: Edition) -> Choices:
    room, now = edition.room, edition.now
    month = month_of(now)
    agencies = sorted(
        (agency for agency in room.agencies.values() if agency.exists_in(month)),
        key=lambda agency: (agency.name.lower(), agency.slug),
    )
    return Choices(
        today=Moment(now.day),
        agencies=tuple(agency.named for agency in agencies),
        writers=tuple(_writer(agency, now) for agency in agencies),
        telephones=tuple(
            sorted({text for a in room.agencies.values() for text in (a.phone, a.email) if text})
        ),
        categories=tuple((c.slug, c.name) for c in room.categories.values()),
        districts=tuple(sorted(room.districts().items(), key=lambda place: place[1])),
        events=_events(edition),
    )


def choices_json(page: Choices, _resources: Resources) -> bytes:
    file = _File(
        hari=page.today.iso_day,
        pd=tuple(
            _Agency(a.slug, a.name, a.short, a.kind.words, writer)
            for a, writer in zip(page.agencies, page.writers, strict=True)
        ),
        kontak=page.telephones,
        rubrik=tuple(_Named(*pair) for pair in page.categories),
        kecamatan=tuple(_Named(*pair) for pair in page.districts),
        kegiatan=tuple(map(_event, page.events)),
    )
    return msgspec.json.encode(file) + b"\n"


def _events(edition: Edition) -> tuple[DatedLine, ...]:
    """Those around today, then those without news from the newest on; by day."""
    latest = edition.now.day + AHEAD_DAYS
    near = [d for d in edition.near if d.line.first.day <= latest]
    wanted = {d.line.id: d for d in (*near, *reversed(edition.open))}
    chosen = [d for d in wanted.values() if d.line.state not in _CALLED_OFF][:MOST_EVENTS]
    return tuple(sorted(chosen, key=lambda d: (d.line.first.day, d.line.id)))


def _event(dated: DatedLine) -> _Event:
    line, hours = dated.line, _HOURS.match(dated.line.hours)
    starts, ends = hours.groups() if hours else (None, None)
    first = line.first
    return _Event(
        id=line.id,
        acara=line.title,
        tanggal=first.iso_day,
        sampai=Moment(dated.last).iso_day if dated.last != first.day else "",
        mulai=_clock(starts),
        selesai=_clock(ends),
        tempat=line.place,
        kecamatan=dated.district,
        bersama=dated.agencies[1:],
        keadaan=line.state.value,
    )


def _clock(text: str | None) -> str:
    minute = parse_clock(text) if text else -1
    return f"{minute // 60:02}:{minute % 60:02}" if minute >= 0 else ""


def _writer(agency: Agency, now: Moment) -> str:
    serving = agency.officers_on(now)
    return serving[0].name if serving else ""
