"""`make berita` and `make agenda`: a new file in its place, with what is known filled in."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from difflib import get_close_matches
from pathlib import Path

from plugins.intake.activity import Activity, unreadable, write_activity
from plugins.model.addresses import event_path
from plugins.model.agency import Agency
from plugins.model.draft import Draft, new_post, post_about, slug_of
from plugins.model.event import Event
from plugins.model.invitation import town_of
from plugins.model.moment import Moment, UnreadableMomentError, parse_clock, parse_moment
from plugins.model.newsroom import Newsroom

_AROUND = re.compile(
    r"^.*\?kegiatan=|^(?:.*/)?(?:content/)?agenda/|(?:\.md|/)$"
)  # a path or an address
_DAYS = 'Tulis seperti TANGGAL=2026-11-24 atau TANGGAL="24 November 2026".'


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
    activity = Activity(
        agency=agency.slug,
        title=_with_slug(given["acara"].strip(), "ACARA"),
        first=day_typed(given["tanggal"], "TANGGAL"),
        last=day_typed(given["sampai"], "SAMPAI") if given["sampai"] else None,
        starts=_clock(given["mulai"], "MULAI"),
        ends=_clock(given["selesai"], "SELESAI"),
        place=given["tempat"].strip(),
        district=_district(given["kecamatan"], room),
        partners=tuple(agency_of(one, room).slug for one in _words(given["bersama"])),
    )
    if trouble := unreadable(activity):
        raise WritingError(f"Isinya {trouble}. Sederhanakan, lalu coba lagi.")
    if not write_activity(content, activity):
        raise WritingError(f"Sudah ada: content/{activity.path}. Sunting berkas itu.")
    return f"Dibuat: content/{activity.path}\nLengkapi bila perlu, lalu: make usul"


def agency_of(slug: str, room: Newsroom) -> Agency:
    slug = slug.strip()
    if slug not in room.agencies:
        raise WritingError(
            f"Tidak ada perangkat daerah “{slug}”. "
            f"{_meant(slug, room.agencies, 'Isi PD=…, misalnya PD=dinkes.')}"
        )
    return room.agencies[slug]


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
    try:
        return Moment(parse_moment(text.strip()).day)
    except UnreadableMomentError as error:
        hint = _DAYS.replace("TANGGAL", name)
        raise WritingError(f"{name}=“{text}” tidak terbaca: {error}. {hint}") from error


def _clock(text: str, name: str) -> int:
    if not text.strip():
        return -1
    try:
        return parse_clock(text.strip())
    except UnreadableMomentError as error:
        hint = f"Tulis seperti {name}=09:00."
        raise WritingError(f"{name}=“{text}” tidak terbaca: {error}. {hint}") from error


def _district(slug: str, room: Newsroom) -> str:
    known = room.districts()
    if slug and slug not in known:
        every = f"Yang ada: {', '.join(sorted(known))}."
        raise WritingError(f"Tidak ada kecamatan “{slug}”. {_meant(slug, known, every)}")
    return slug


def _words(text: str) -> Sequence[str]:
    return text.replace(",", " ").split()


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
