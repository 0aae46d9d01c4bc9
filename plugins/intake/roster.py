"""Who serves as petugas humas for which agency on one day, and where nobody does."""

from collections.abc import Iterable

from plugins.model.agency import Agency
from plugins.model.csvtext import csv_bytes
from plugins.model.moment import Moment
from plugins.model.record import Value

_HEAD = ("pd", "nama", "petugas", "peran", "sejak", "sampai", "keadaan")
VACANT = "lowong"
_FILLED = "terisi"
_ENDING = 30  # days before the end of a duty at which a successor is asked for


class Duty(Value, frozen=True):
    """An officer of an agency, or its vacancy: then without a name."""

    agency: str  # slug
    name: str  # of the agency
    officer: str = ""
    role: str = ""
    since: str = ""  # of the officer, or of the vacancy where that is known; 1 Jan 2026
    until: str = ""
    state: str = VACANT


def duties(agencies: Iterable[Agency], today: Moment) -> list[Duty]:
    """Every agency that exists, by name; its officers, those who left not among them."""
    there = [a for a in agencies if not (a.until and a.until.day < today.day)]
    return [
        d for agency in sorted(there, key=lambda a: (a.name, a.slug)) for d in _of(agency, today)
    ]


def vacancies(rows: Iterable[Duty]) -> int:
    return sum(row.state == VACANT for row in rows)


def as_csv(rows: Iterable[Duty]) -> bytes:
    body = [(r.agency, r.name, r.officer, r.role, r.since, r.until, r.state) for r in rows]
    return csv_bytes([_HEAD, *body])


def _of(agency: Agency, today: Moment) -> list[Duty]:
    serving = agency.officers_on(today)
    if not serving:
        ends = [o.until.day for o in agency.officers if o.until and o.until.day < today.day]
        since = Moment(max(ends) + 1).short if ends else ""
        return [Duty(agency.slug, agency.name, since=since)]
    return [
        Duty(
            agency.slug, agency.name, officer.name, officer.role, officer.since.short,
            officer.until.short if officer.until else "", _state(officer.until, today),
        )
        for officer in sorted(serving, key=lambda o: (o.since, o.login))
    ]  # fmt: skip


def _state(until: Moment | None, today: Moment) -> str:
    if until and until.day - today.day <= _ENDING:
        return f"berakhir {until.short}"
    return _FILLED
