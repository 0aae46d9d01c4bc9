"""`make agenda-impor`: somebody's table or calendar into one file for each activity.

Nothing is refused without a word: every row is taken, skipped or doubtful, and the report
says which and why, with the value as it was written.
"""

import re
import subprocess
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from difflib import SequenceMatcher
from pathlib import Path
from typing import NamedTuple

from plugins.intake.activity import Activity, unreadable, write_activity
from plugins.intake.calendars import read_calendar
from plugins.intake.dates import Days, Hours, UnclearError, read_days, read_hours
from plugins.intake.desk import near
from plugins.intake.names import Names
from plugins.intake.rows import Read, Row, clean, shown, without_numbers
from plugins.intake.tables import read_table
from plugins.model.addresses import event_path
from plugins.model.draft import slug_of
from plugins.model.event import Event
from plugins.model.fields import EVENT_FIELDS

LARGEST = 2 * 1024 * 1024  # bytes of a file
ALIKE = 0.85  # of two titles of one agency on one day that mean the same activity
_LONGEST = {field.key: field.longest for field in EVENT_FIELDS}


class ImportingError(RuntimeError):
    """Nothing was looked at; the message is for the officer."""


class Taken(NamedTuple):
    where: str
    activity: Activity
    notes: tuple[str, ...]  # what was left out of it, and why


class Told(NamedTuple):
    where: str
    words: str


class Result(NamedTuple):
    """What became of every row; *trouble* where the file could not be read."""

    taken: tuple[Taken, ...] = ()
    skipped: tuple[Told, ...] = ()
    doubtful: tuple[Told, ...] = ()
    unused: tuple[str, ...] = ()
    trouble: str = ""


def read_file(name: str, data: bytes) -> Read:
    """By what it is, whatever its name says."""
    if len(data) > LARGEST:
        return Read([], trouble=f"besarnya {len(data) // 1024} KB; paling besar {LARGEST // 1024}")
    is_calendar = name.lower().endswith((".ics", ".ical")) or b"BEGIN:VCALENDAR" in data[:200]
    return read_calendar(data) if is_calendar else read_table(data)


def import_agenda(repository: Path, file: Path, agency: str, dry_run: bool) -> str:
    """Write what the file holds, unless it is a *dry_run*; return the report."""
    content = repository / "content"
    names = Names(near(content, recent=0))
    if agency and not names.agency(agency):
        raise ImportingError(f"Tidak ada perangkat daerah “{clean(agency)}”. Isi PD=dinkes.")
    try:
        read = read_file(file.name, file.read_bytes())
    except OSError as error:
        raise ImportingError(f"Berkas “{file}” tidak dapat dibuka: {error.strerror}.") from error
    found, doubtful = interpreted(read, names, names.agency(agency) if agency else "")
    room = near(content, (one.activity.path for one in found), recent=0)
    result = sorted_out(read, found, doubtful, room.all_events().values())
    written = [] if dry_run else write(content, result)
    told = report(file.name, result, not dry_run)
    return f"{told}\n\n{_gate(repository, written)}" if written else told


def _gate(repository: Path, paths: Sequence[str]) -> str:
    """What the gate says of the new files."""
    files = [f"content/{path}" for path in paths]
    command = [sys.executable, "-m", "plugins.checks", "--repository", str(repository), *files]
    done = subprocess.run(command, cwd=repository, capture_output=True, text=True, check=False)
    return f"Pemeriksaan:\n{(done.stdout + done.stderr).strip()}"


def interpreted(read: Read, names: Names, agency: str) -> tuple[list[Taken], list[Told]]:
    """The rows of which an activity can be made, and the others with the reason.

    *agency* is that of all rows; where it is empty each row must name its own.
    """
    taken, doubtful = [], []
    for row in read.rows:
        try:
            taken.append(_taken(row, names, agency))
        except UnclearError as unclear:
            title = clean(row.cells.get("title", ""))
            named = f"{shown(title)}: {unclear}" if title else str(unclear)
            doubtful.append(Told(row.where, named))
    return taken, doubtful


def sorted_out(
    read: Read, found: Sequence[Taken], doubtful: Sequence[Told], known: Iterable[Event]
) -> Result:
    """What was found, without what the agenda or an earlier row has already."""
    if read.trouble:
        return Result(trouble=read.trouble)
    there = {(e.agency, e.first.day, e.id): e.title for e in known}
    taken, skipped = [], []
    for one in found:
        activity = one.activity
        if same := _same(activity, there):
            words = f"{shown(activity.title)} sudah ada: content/{event_path(same)}"
            skipped.append(Told(one.where, words))
        else:
            taken.append(one)
            there[activity.agency, activity.first.day, activity.id] = activity.title
    return Result(tuple(taken), tuple(skipped), tuple(doubtful), read.unused)


def write(content: Path, result: Result) -> list[str]:
    """Write what was taken; the paths below content/ that were written."""
    activities = (taken.activity for taken in result.taken)
    return [one.path for one in activities if write_activity(content, one)]


def report(name: str, result: Result, wrote: bool) -> str:
    """What became of every row, in the words of the officer."""
    if result.trouble:
        return f"“{clean(name)}” tidak terbaca: {result.trouble}."
    rows = sum(map(len, (result.taken, result.skipped, result.doubtful)))
    parts = [f"“{clean(name)}”: {rows} kegiatan."]
    verb = "Diambil" if wrote else "Akan diambil"
    parts += _part(verb, [line for taken in result.taken for line in _lines(taken)], result.taken)
    if not result.taken:
        parts.append("Tidak ada yang diambil.")
    parts += _part("Dilewati, sudah ada", _plain(result.skipped), result.skipped)
    parts += _part("Diragukan, tidak ditulis", _plain(result.doubtful), result.doubtful)
    if result.unused:
        parts.append(f"Kolom yang tidak dipakai: {', '.join(map(shown, result.unused))}")
    if result.taken and not wrote:
        parts.append("Belum ada yang ditulis.")
    return "\n\n".join(parts)


def _part(title: str, lines: Sequence[str], members: Sequence[object]) -> list[str]:
    return ["\n".join([f"{title}: {len(members)}", *lines])] if members else []


def _lines(taken: Taken) -> Iterator[str]:
    yield f"  {taken.where}: content/{taken.activity.path}"
    for note in taken.notes:
        yield f"    {note}"


def _plain(told: Sequence[Told]) -> list[str]:
    return [f"  {one.where}: {one.words}." for one in told]


def _taken(row: Row, names: Names, agency: str) -> Taken:
    notes: list[str] = [f"{row.note}."] if row.note else []
    cells = {name: clean(text) for name, text in row.cells.items()}
    if row.refused:
        raise UnclearError(row.refused)
    owner = _owner(cells.get("agency", ""), names, agency)
    title = _prose(cells, "title", "acara", notes)
    if len(slug_of(title)) < 2:
        raise UnclearError("judulnya tidak memuat kata")
    days, hours = _days(cells), _hours(cells, notes)
    partners = tuple(slug for slug in _partners(cells, names, notes) if slug != owner)
    activity = Activity(
        agency=owner, title=title, first=days.first, last=days.last,
        starts=hours.starts, ends=_end(days, hours, notes),
        place=_prose(cells, "place", "tempat", notes),
        district=_district(cells, names, notes), partners=partners,
        participants=_prose(cells, "participants", "peserta", notes),
    )  # fmt: skip
    if trouble := unreadable(activity):
        raise UnclearError(f"isinya {trouble}")
    return Taken(row.where, activity, tuple(notes))


def _owner(text: str, names: Names, agency: str) -> str:
    if not text:
        if not agency:
            raise UnclearError("perangkat daerahnya tidak disebut; isi PD=… atau kolom “pd”")
        return agency
    found = names.agency(text)
    if not found:
        near = names.nearest(text)
        meant = f"; mungkin “{near}”" if near else ""
        raise UnclearError(f"perangkat daerah {shown(text)} tidak dikenal{meant}")
    if agency and found != agency:
        raise UnclearError(f"{shown(text)} bukan PD={agency}; impor tersendiri dengan PD={found}")
    return found


def _prose(cells: Mapping[str, str], cell: str, key: str, notes: list[str]) -> str:
    """A text without numbers of persons, and not longer than the key allows."""
    text, numbers = without_numbers(cells.get(cell, ""))
    for number in numbers:
        notes.append(f"nomor pribadi “{number}” dihapus dari {key}.")
    longest = _LONGEST[key]
    if len(text) > longest:
        notes.append(f"{key} dipotong: {shown(text)} panjangnya {len(text)} huruf.")
        text = text[:longest].rsplit(" ", 1)[0]
    return text


def _days(cells: Mapping[str, str]) -> Days:
    text, until = cells.get("day", ""), cells.get("until", "")
    try:
        days = read_days(text, cells.get("weekday", ""))
    except UnclearError as unclear:
        raise UnclearError(f"tanggal {shown(text)}: {unclear}" if text else str(unclear)) from None
    if not until:
        return days
    try:
        last = read_days(until).last
    except UnclearError as unclear:
        raise UnclearError(f"hari terakhir {shown(until)}: {unclear}") from None
    if last < days.first:
        raise UnclearError(f"hari terakhir {shown(until)} sebelum hari pertama {shown(text)}")
    return Days(days.first, last)


def _hours(cells: Mapping[str, str], notes: list[str]) -> Hours:
    found = []
    for cell in ("starts", "ends"):
        text = cells.get(cell, "")
        try:
            found.append(read_hours(text))
        except UnclearError as unclear:
            notes.append(f"jam {shown(text)}: {unclear}; ditulis tanpa jam itu.")
            found.append(Hours())
    begin, end = found
    return Hours(begin.starts, end.starts if end.starts >= 0 else begin.ends)


def _end(days: Days, hours: Hours, notes: list[str]) -> int:
    """The hour of the end, where it can follow the beginning."""
    if 0 <= hours.ends <= hours.starts and days.first == days.last:
        notes.append("jam selesai tidak sesudah jam mulai; ditulis tanpa jam selesai.")
        return -1
    return hours.ends


def _district(cells: Mapping[str, str], names: Names, notes: list[str]) -> str:
    text = cells.get("district", "")
    found = names.district(text) if text else ""
    if text and not found:
        notes.append(f"kecamatan {shown(text)} tidak dikenal; ditulis tanpa kecamatan.")
    return found


def _partners(cells: Mapping[str, str], names: Names, notes: list[str]) -> tuple[str, ...]:
    found, unknown = names.several(cells.get("partners", ""))
    for text in unknown:
        notes.append(f"perangkat daerah pendukung {shown(text)} tidak dikenal; tidak ditulis.")
    return found


def _same(activity: Activity, there: Mapping[tuple[str, int, str], str]) -> str:
    """The id of the same agency's activity of that day with nearly the same title."""
    for (agency, day, known_id), title in there.items():
        of_that_day = (agency, day) == (activity.agency, activity.first.day)
        if known_id == activity.id or (of_that_day and _alike(title, activity.title)):
            return known_id
    return ""


def _alike(one: str, other: str) -> bool:
    first, second = (" ".join(re.findall(r"\w+", text.casefold())) for text in (one, other))
    return SequenceMatcher(None, first, second, autojunk=False).ratio() >= ALIKE
