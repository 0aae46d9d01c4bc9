"""`make berita` and `make agenda`: a new file in its place, with what is known filled in."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from difflib import get_close_matches
from pathlib import Path

from plugins.intake.activity import Activity, unreadable, write_activity
from plugins.intake.dates import Days, Hours, UnclearError, read_days, read_hours
from plugins.intake.names import Names
from plugins.model.addresses import event_path
from plugins.model.agency import Agency
from plugins.model.draft import Draft, new_post, post_about, slug_of
from plugins.model.event import Event
from plugins.model.invitation import town_of
from plugins.model.moment import Moment, UnreadableMomentError, clock_words, parse_moment
from plugins.model.newsroom import Newsroom

_AROUND = re.compile(
    r"^.*\?kegiatan=|^(?:.*/)?(?:content/)?agenda/|(?:\.md|/)$"
)  # a path or an address
_DAYS = 'Tulis seperti TANGGAL=2026-11-24 atau TANGGAL="24 November 2026".'


_AGENDA = 'Isi nama kegiatannya: make agenda PD=dinkes ACARA="Rapat kader" TANGGAL=2026-12-01'
AGENDA_KEYS = tuple("acara tanggal sampai mulai selesai tempat kecamatan bersama".split())


class WritingError(RuntimeError):
    """Nothing was written; the message is for the officer."""


def write_post(content: Path, room: Newsroom, slug: str, title: str, now: Moment, seat: str) -> str:
    """A post of no activity in particular."""
    agency = agency_of(slug, room)
    if not title.strip():
        raise WritingError('Isi judulnya: make berita PD=dinkes JUDUL="Posyandu Melati …"')
    named = _with_slug(title.strip(), "JUDUL")
    return _put(content, new_post(agency, named, now, _category(agency, room), seat))


def write_about(
    content: Path,
    room: Newsroom,
    reference: str,
    slug: str,
    title: str,
    now: Moment,
    seat: str,
    bureau: str,
) -> str:
    """A post about an activity; of its own agency, or of *slug* where that may write it."""
    event = event_of(reference, room)
    agency = agency_of(slug or event.agency, room)
    if agency.slug not in (*event.agencies, bureau):
        may = ", ".join(f"PD={one}" for one in dict.fromkeys((*event.agencies, bureau)))
        raise WritingError(
            f"{agency.short} bukan penyelenggara atau pendukung kegiatan “{event.title}”. "
            f"Yang dapat menulis beritanya: {may}."
        )
    day = min(event.first, Moment(now.day))  # what is still to come is announced today
    named = _with_slug(title.strip(), "JUDUL") if title.strip() else ""
    town, category = town_of(event, room, seat), _category(agency, room)
    return _put(content, post_about(event, agency, day, town, category, named))


def write_agenda(content: Path, room: Newsroom, slug: str, given: dict[str, str]) -> str:
    """An activity from what was typed, by the names of the header keys."""
    agency = agency_of(slug, room)
    if not given["acara"].strip():
        raise WritingError(_AGENDA)
    days, hours = _days(given), _hours(given)
    activity = Activity(
        agency=agency.slug,
        title=_with_slug(given["acara"].strip(), "ACARA"),
        first=days.first,
        last=days.last,
        starts=hours.starts,
        ends=hours.ends,
        place=given["tempat"].strip(),
        district=_district(given["kecamatan"], room),
        partners=_partners(given["bersama"], room),
    )
    if trouble := unreadable(activity):
        raise WritingError(f"Isinya {trouble}. Sederhanakan, lalu coba lagi.")
    if not write_activity(content, activity):
        raise WritingError(f"Sudah ada: content/{activity.path}. Sunting berkas itu.")
    return f"Dibuat: content/{activity.path}\nLengkapi bila perlu, lalu: make usul"


def agency_of(name: str, room: Newsroom) -> Agency:
    """By its slug, its name or the short one."""
    names = Names(room)
    if found := names.agency(name):
        return room.agencies[found]
    if not name.strip():
        raise WritingError('Sebutkan perangkat daerahnya: PD=dinkes, atau PD="Dinas Kesehatan".')
    near = names.near(name)
    hint = f"Maksud Anda {', '.join(near)}?" if near else "Isi PD=…, misalnya PD=dinkes."
    raise WritingError(f"Tidak ada perangkat daerah “{name.strip()}”. {hint}")


def event_of(reference: str, room: Newsroom) -> Event:
    """The activity of an id, also where its path or address was pasted."""
    found = event_id(reference)
    event = room.event(found)
    if event is None:
        hint = "Isi letak berkasnya di bawah content/agenda/, tanpa “.md”."
        raise WritingError(
            f"Tidak ada kegiatan “{found}”. {_meant(found, room.all_events(), hint)}"
        )
    return event


def has_event(reference: str, room: Newsroom) -> bool:
    return room.event(event_id(reference)) is not None


def month_path(reference: str) -> str:
    """A path in the month that holds the activity, to read no other."""
    return event_path(event_id(reference))


def event_id(reference: str) -> str:
    return _AROUND.sub("", reference.strip().partition("#")[0])


def _meant(value: str, known: Iterable[str], otherwise: str) -> str:
    near = get_close_matches(value, known, n=3, cutoff=0.4) if value else []
    return f"Maksud Anda {', '.join(near)}?" if near else otherwise


def _category(agency: Agency, room: Newsroom) -> str:
    """The one that the agency used most, as far as its posts were read."""
    used = Counter(p.category for p in room.posts.values() if p.agency == agency.slug)
    return max(used, key=lambda slug: (used[slug], slug), default=min(room.categories, default=""))


def _with_slug(title: str, name: str) -> str:
    if len(slug_of(title)) < 2:
        raise WritingError(f'{name}="{title}" tidak memuat kata. Contoh: {name}="Posyandu Melati"')
    return title


def day_typed(text: str, name: str) -> Moment:
    return _days_typed(text, name).first


def _days_typed(text: str, name: str) -> Days:
    try:
        day = Moment(parse_moment(text.strip()).day)
    except UnreadableMomentError as error:
        if not text.strip():
            raise WritingError(f"Isi {name}. {_DAYS.replace('TANGGAL', name)}") from error
        return _days_of_table(text, name)
    return Days(day, day)


def _days_of_table(text: str, name: str) -> Days:
    """24/11/2026, Selasa 24 Nov 2026, 24–26 November 2026"""
    try:
        return read_days(text)
    except UnclearError as error:
        hint = _DAYS.replace("TANGGAL", name)
        raise WritingError(f"{name}=“{text}” tidak jelas: {error}. {hint}") from error


def _days(given: Mapping[str, str]) -> Days:
    days = _days_typed(given["tanggal"], "TANGGAL")
    last = day_typed(given["sampai"], "SAMPAI") if given["sampai"].strip() else days.last
    if last < days.first:
        raise WritingError(f"SAMPAI=“{given['sampai']}” sebelum TANGGAL=“{given['tanggal']}”.")
    return Days(days.first, last)


def _hours(given: Mapping[str, str]) -> Hours:
    starts, ends = (_hours_typed(given[name], name.upper()) for name in ("mulai", "selesai"))
    end = ends.starts if given["selesai"].strip() else starts.ends
    if 0 <= end <= starts.starts and not given["sampai"].strip():
        raise WritingError(
            f"SELESAI={clock_words(end)} tidak sesudah MULAI={clock_words(starts.starts)}."
        )
    return Hours(starts.starts, end)


def _hours_typed(text: str, name: str) -> Hours:
    try:
        return read_hours(text)
    except UnclearError as error:
        hint = f"Tulis seperti {name}=09.00."
        raise WritingError(f"{name}=“{text}” {error}. {hint}") from error


def _district(text: str, room: Newsroom) -> str:
    found = Names(room).district(text)
    if text.strip() and not found:
        known = room.districts()
        every = f"Yang ada: {', '.join(sorted(known))}."
        raise WritingError(f"Tidak ada kecamatan “{text}”. {_meant(text, known, every)}")
    return found


def _partners(text: str, room: Newsroom) -> tuple[str, ...]:
    """Names or slugs behind commas, slugs also behind spaces."""
    found, unknown = Names(room).several(text)
    more = [agency_of(word, room).slug for part in unknown for word in part.split()]
    return tuple(dict.fromkeys((*found, *more)))


def _put(content: Path, draft: Draft) -> str:
    file = content / draft.path
    if file.exists():
        raise WritingError(f'Sudah ada: content/{draft.path}. Pakai judul lain: JUDUL="…"')
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(draft.text, encoding="utf-8")
    return (
        f"Dibuat: content/{draft.path}\n"
        "Sunting berkas itu, taruh foto di folder yang sama, lalu: make usul"
    )
