"""Reminders ready to paste into WhatsApp, out of what the public ledger says and no more.

They are for people, so they are kept out of the public site: one text for each agency
that owes news or has no agenda this week, one for the bureau, and the agenda of the day.
"""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple
from urllib.parse import quote

import msgspec

from plugins.model.moment import parse_moment

LEDGER = "cakupan/cakupan.json"  # below the built site; its schema is docs/dev's
LIST = "daftar.json"  # of the reminders in a folder
BUREAU, AGENDA = "biro.txt", "agenda-hari-ini.txt"
MOST = 10  # activities named in one message; the page of the agency has them all


class ReminderError(RuntimeError):
    """No reminders can be made; the message is for Humas."""


class Activity(msgspec.Struct, frozen=True):
    """Of agenda_hari_ini, agenda_besok and diminta_diliput, and of the lists without news."""

    id: str
    acara: str
    pd: tuple[str, ...]
    singkatan: str
    hari: str
    jam: str
    tempat: str
    href: str
    usia_hari: int = 0
    tulis: str = ""


class Row(msgspec.Struct, frozen=True):
    """Of perangkat_daerah."""

    pd: str
    nama: str
    singkatan: str
    agenda_pekan_ini_kosong: bool
    tanpa_petugas_humas: bool


class Ledger(msgspec.Struct, frozen=True):
    """What cakupan.json says, as far as reminders need it."""

    nama: str
    situs: str
    contoh: bool
    tanggal: str
    batas_hari: int
    perangkat_daerah: tuple[Row, ...]
    belum_diberitakan: tuple[Activity, ...]  # oldest first
    menunggu_berita: tuple[Activity, ...]
    belum_diberitakan_tidak_dibuka: int
    agenda_hari_ini: tuple[Activity, ...]
    agenda_besok: tuple[Activity, ...]
    diminta_diliput: tuple[Activity, ...] = ()  # soonest first; older sites do not say it


class Reminder(NamedTuple):
    """One text; `missed` counts the activities after the grace, none of them of samples."""

    file: str
    short: str
    missed: int
    text: str


def read_ledger(site: Path) -> Ledger:
    """Read the ledger of a built site. Raises ReminderError."""
    file = site / LEDGER
    try:
        return msgspec.json.decode(file.read_bytes(), type=Ledger)
    except FileNotFoundError:
        raise ReminderError(f"{file} tidak ada. Bangun dulu situsnya: make html") from None
    except msgspec.MsgspecError as error:
        raise ReminderError(f"{file} tidak terbaca: {error}") from None


def reminders_of(ledger: Ledger) -> tuple[Reminder, ...]:
    """One for each agency that has something to do, then the bureau's and the day's."""
    agencies = (_agency(row, ledger) for row in ledger.perangkat_daerah)
    return (
        *(reminder for reminder in agencies if reminder),
        Reminder(BUREAU, "Humas", 0, _text(_bureau(ledger), ledger)),
        Reminder(AGENDA, "Grup", 0, _text(_day(ledger), ledger)),
    )


def write_reminders(reminders: Sequence[Reminder], folder: Path, site: Path) -> None:
    """Write the texts, and remove those that an earlier run wrote and nobody needs now.

    Raises ReminderError for a folder within the public site.
    """
    if folder.resolve().is_relative_to(site.resolve()):
        raise ReminderError(f"Pengingat bukan untuk umum: pilih folder di luar {site}.")
    folder.mkdir(parents=True, exist_ok=True)
    for name in set(listed(folder)) - {reminder.file for reminder in reminders}:
        (folder / name).unlink(missing_ok=True)
    for reminder in reminders:
        link = f"https://wa.me/?text={quote(reminder.text)}"
        whole = f"{reminder.text}\n\nKirim lewat WhatsApp:\n{link}\n"
        (folder / reminder.file).write_text(whole, encoding="utf-8")
    told = [{"berkas": r.file, "singkatan": r.short, "belum": r.missed} for r in reminders]
    (folder / LIST).write_bytes(msgspec.json.format(msgspec.json.encode(told)) + b"\n")


class Listed(msgspec.Struct, frozen=True):
    """One entry of daftar.json."""

    berkas: str
    singkatan: str
    belum: int


def listed(folder: Path) -> dict[str, Listed]:
    """The reminders of a folder by file name; none where nobody wrote any."""
    try:
        entries = msgspec.json.decode((folder / LIST).read_bytes(), type=tuple[Listed, ...])
    except (FileNotFoundError, msgspec.MsgspecError):
        return {}
    return {entry.berkas: entry for entry in entries if Path(entry.berkas).name == entry.berkas}


def _agency(row: Row, ledger: Ledger) -> Reminder | None:
    missed = [a for a in ledger.belum_diberitakan if row.pd in a.pd]
    waiting = [a for a in ledger.menunggu_berita if row.pd in a.pd]
    if not (missed or waiting or row.agenda_pekan_ini_kosong):
        return None
    lines = [f"Salam, rekan humas {row.singkatan}.", ""]
    if missed:
        lines.append(f"{len(missed)} kegiatan belum diberitakan:")
        lines += _numbered(missed, row, ledger)
    if waiting:
        days = f"Masih dalam batas {ledger.batas_hari} hari"
        lines.append(f"{days}, {len(waiting)} kegiatan menunggu berita:")
        lines += _numbered(waiting, row, ledger)
    if row.agenda_pekan_ini_kosong:
        lines.append("Agenda pekan ini masih kosong. Bila ada kegiatan, kirimkan agendanya")
        lines += ["supaya dapat diliput.", ""]
    lines.append("Bila ada kendala, balas pesan ini. Terima kasih.")
    owed = 0 if ledger.contoh else len(missed)
    return Reminder(f"{row.pd}.txt", row.singkatan, owed, _text(lines, ledger))


def _numbered(activities: Sequence[Activity], row: Row, ledger: Ledger) -> Iterator[str]:
    for number, activity in enumerate(activities[:MOST], 1):
        where = f", {activity.tempat}" if activity.tempat else ""
        age = f"{activity.usia_hari} hari" if activity.usia_hari else "hari ini"
        yield f"{number}) {activity.acara}, {activity.hari}{where} ({age})"
        yield f"   {ledger.situs}{activity.tulis or activity.href}"
    if len(activities) > MOST:
        more = len(activities) - MOST
        yield f"… dan {more} lagi: {ledger.situs}/cakupan/{row.pd}/"
    yield ""


def _bureau(ledger: Ledger) -> Iterator[str]:
    today = parse_moment(ledger.tanggal).long
    missed, waiting = ledger.belum_diberitakan, ledger.menunggu_berita
    yield f"Cakupan pemberitaan, {today}"
    yield f"{len(missed)} kegiatan belum diberitakan, {len(waiting)} menunggu berita."
    if ledger.belum_diberitakan_tidak_dibuka:
        yield f"Ditambah {ledger.belum_diberitakan_tidak_dibuka} yang tidak dibuka untuk umum."
    yield ""
    yield from _wanted(ledger)
    owing = [(row, [a for a in missed if row.pd in a.pd]) for row in ledger.perangkat_daerah]
    owing = sorted((o for o in owing if o[1]), key=lambda o: (-len(o[1]), o[0].singkatan))
    if owing:
        yield "Perlu diingatkan:"
        for row, some in owing:
            oldest = max(activity.usia_hari for activity in some)
            yield f"- {row.singkatan}: {len(some)} kegiatan, paling lama {oldest} hari"
        yield ""
    rows = ledger.perangkat_daerah
    yield from _names("Belum ada petugas humas", (r for r in rows if r.tanpa_petugas_humas))
    yield from _names("Agenda pekan ini kosong", (r for r in rows if r.agenda_pekan_ini_kosong))
    yield f"{ledger.situs}/cakupan/"


def _wanted(ledger: Ledger) -> Iterator[str]:
    """Where Humas is asked to come: all of today and tomorrow, and the first of later days."""
    tomorrow = dict.fromkeys((activity.id for activity in ledger.agenda_besok), "Besok")
    today = dict.fromkeys((activity.id for activity in ledger.agenda_hari_ini), "Hari ini")
    soon = tomorrow | today
    asked = sorted(ledger.diminta_diliput, key=lambda activity: activity.id not in soon)
    named = asked[: max(MOST, sum(activity.id in soon for activity in asked))]
    if not named:
        return
    yield "Diminta diliput:"
    for number, activity in enumerate(named, 1):
        when = f"{soon.get(activity.id, activity.hari)}, {activity.jam or 'jam menyusul'}"
        where = f", {activity.tempat}" if activity.tempat else ""
        yield f"{number}) {when}: {activity.acara}{where} ({activity.singkatan})"
        yield f"   {ledger.situs}{activity.href}"
    if len(asked) > len(named):
        yield f"… dan {len(asked) - len(named)} lagi sesudah itu."
    yield ""


def _names(title: str, rows: Iterable[Row]) -> Iterator[str]:
    if names := [row.singkatan for row in rows]:
        yield f"{title} ({len(names)}): {', '.join(names)}."
        yield ""


def _day(ledger: Ledger) -> Iterator[str]:
    today = parse_moment(ledger.tanggal)
    wanted = {activity.id for activity in ledger.diminta_diliput}
    for word, moment, activities in (
        ("hari ini", today, ledger.agenda_hari_ini),
        ("besok", today.later(1), ledger.agenda_besok),
    ):
        yield f"Agenda {word}, {moment.long}"
        for number, activity in enumerate(activities, 1):
            hours = f"{activity.jam}, " if activity.jam else ""
            where = f", {activity.tempat}" if activity.tempat else ""
            asked = ", diminta diliput" if activity.id in wanted else ""
            yield f"{number}) {hours}{activity.acara}{where} ({activity.singkatan}){asked}"
        if not activities:
            yield "Belum ada agenda yang dibuka untuk umum."
        yield ""
    yield f"{ledger.situs}/agenda/"


def _text(lines: Iterable[str], ledger: Ledger) -> str:
    head = ["CONTOH, bukan pengingat sungguhan.", ""] if ledger.contoh else []
    return "\n".join([*head, *lines]).strip()
