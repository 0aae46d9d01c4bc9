"""What a hand-over does not say in so many words, each guess with how it was made.

A guess never stands without its reason: Humas sees both, in the answer, in the file, in the
history and in the gate.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from plugins.intake.daysaid import Said, days_said, relative_day
from plugins.intake.rows import PERSONAL, shown
from plugins.model.agency import Agency, AgencyKind, Officer
from plugins.model.event import Event, Publicity
from plugins.model.moment import Moment
from plugins.model.newsroom import Newsroom

HEAD = 600  # characters of a text that tell best whose it is
WITHIN = 7  # days between an activity and its news
LATE = 60  # days before the sending that a day in the text may lie and still be meant
_COMMON = frozenset(
    "yang dan untuk dengan dari pada dalam oleh para serta tahun kabupaten luwu utara kegiatan "
    "acara rapat kecamatan desa tingkat bagi atas".split()
)
_ENOUGH = 0.4  # share of a title's words, of which two are wanted where it has as many
_EVENT = re.compile(r"(?:/|\b)agenda/([a-z0-9-]+/\d{4}/\d{2}/\d{2}-[a-z0-9-]+)")


class Guess(NamedTuple):
    key: str  # of the header, or “pd” for the agency that the path names
    value: str
    how: str  # Indonesian, begins with “karena” or “dari”; empty where it is no guess


class Found(NamedTuple):
    """An agency that could be meant, the stronger the larger its weight."""

    slug: str
    weight: int
    how: str


def guess_agency(text: str, sender: str, today: Moment, room: Newsroom) -> Guess | None:
    """None where nothing points to one agency, or two are named alike."""
    found = sorted(_agencies(text, sender, today, room), key=lambda one: (-one.weight, one.slug))
    rivals = [one for one in found if found[0].weight == one.weight]
    if len({one.slug for one in rivals}) != 1:
        return None
    return Guess("pd", found[0].slug, found[0].how)


def guess_officer(sender: str, agency: Agency, day: Moment) -> Guess | None:
    """The officer who sent it, else the only one on duty."""
    serving = agency.officers_on(day)
    for officer in serving:
        if _is(officer, sender):
            return Guess("penulis", officer.name, f"karena pengirimnya petugas {agency.short}")
    name = display_name(sender)
    if name:
        return Guess("penulis", name, "dari nama pengirim, yang tidak tercatat sebagai petugas")
    if len(serving) == 1:
        how = f"karena ia satu-satunya petugas {agency.short}; pengirimnya tidak bernama"
        return Guess("penulis", serving[0].name, how)
    return None


def is_officer(name: str, room: Newsroom, day: Moment) -> bool:
    return any(_is(o, name) for agency in room.agencies.values() for o in agency.officers_on(day))


def display_name(sender: str) -> str:
    """A sender's name, if it is one: neither a telephone number nor a program."""
    digits = sum(character.isdigit() for character in sender)
    plain = " ".join(re.sub(r"[^\w .,'’-]", "", sender).split())
    is_name = digits < 4 and len(plain) >= 3 and not PERSONAL.search(sender)
    return plain[:80] if is_name else ""


def guess_day(text: str, sent: Moment | None, today: Moment) -> Guess:
    """The day of the news: what the text tells first, not after the day of sending."""
    reference = Moment((sent or today).day)
    source = "dari waktu pesannya dikirim" if sent else "dari hari ini"
    for said in days_said(text, reference):
        if -LATE <= said.day.day - reference.day <= 0:
            return Guess("tanggal", said.day.iso_day, _how_said(said))
        if 0 < said.day.day - reference.day <= LATE:
            how = f"{source}; {shown(said.written)} di naskah baru akan datang"
            return Guess("tanggal", reference.iso_day, how)
    if sent and (near := relative_day(text[:HEAD], reference)):
        return Guess(
            "tanggal",
            near.day.iso_day,
            f"dari {shown(near.written)} di naskah dan waktu pesannya dikirim",
        )
    how = source if sent else f"{source}, karena naskahnya tidak bertanggal"
    return Guess("tanggal", reference.iso_day, how)


def guess_district(text: str, agency: Agency, room: Newsroom) -> Guess | None:
    """The kecamatan that the text names as one; else the agency's own."""
    named = Counter[str]()
    for slug, name in room.districts().items():
        form = rf"\b(?:kecamatan|kec\.?) {re.escape(name)}\b(?! (?:selatan|barat|utara|timur)\b)"
        named[slug] += len(re.findall(form, text, re.IGNORECASE))
    best = [slug for slug, count in named.items() if count and count == max(named.values())]
    if len(best) == 1:
        name = room.districts()[best[0]]
        return Guess("kecamatan", best[0], f"karena naskahnya menyebut Kecamatan {name}")
    own = agency.slug.removeprefix("kec-")
    if agency.kind is AgencyKind.KECAMATAN and own in room.districts():
        return Guess("kecamatan", own, f"karena itu wilayah {agency.short}")
    return None


def guess_category(agency: Agency, room: Newsroom) -> Guess:
    used = Counter(p.category for p in room.posts.values() if p.agency == agency.slug)
    if used:
        slug = max(used, key=lambda slug: (used[slug], slug))
        return Guess("rubrik", slug, f"karena paling sering dipakai {agency.short}")
    slug = "pemerintahan" if "pemerintahan" in room.categories else min(room.categories, default="")
    return Guess("rubrik", slug, f"karena {agency.short} belum punya berita; pilih yang cocok")


def named_event(text: str, room: Newsroom) -> Event | None:
    """The activity whose address stands in the text, as its page gives it to officers."""
    found = {event for m in _EVENT.finditer(text) if (event := room.event(m[1]))}
    return found.pop() if len(found) == 1 else None


def guess_event(
    title: str, text: str, agency: str, day: Moment, events: Iterable[Event]
) -> Guess | None:
    """The one activity of the agency in the days before whose title the text repeats."""
    words = set(_words(f"{title} {text[:HEAD]}"))
    near = events_before(agency, day, events)
    scored = [(share, e) for e in near if (share := _share(e.title, words)) >= _ENOUGH]
    best = [e for share, e in scored if share == max(s for s, _ in scored)]
    if len(best) != 1:
        return None
    how = f"karena judul agenda “{best[0].title}” ({best[0].first.medium}) mirip naskahnya"
    return Guess("agenda", best[0].id, how)


def events_before(agency: str, day: Moment, events: Iterable[Event]) -> list[Event]:
    """What the agency held shortly before its news; nothing put off, waived or confidential."""
    open_ = (e for e in events if not (e.status or e.waived or e.publicity is Publicity.TIDAK))
    own = [e for e in open_ if agency in e.agencies]
    return [e for e in own if e.first.day <= day.day and day.day - e.last.day <= WITHIN]


def _agencies(text: str, sender: str, today: Moment, room: Newsroom) -> Iterator[Found]:
    for slug, agency in room.agencies.items():
        if agency.until and agency.until.day < today.day:
            continue
        # “Humas Dishub” is of Dishub: a bidang is named within others more than for itself.
        least = 0 if agency.kind is AgencyKind.BIDANG else 40
        if any(_is(officer, sender) for officer in agency.officers_on(today)):
            yield Found(slug, 1000, f"karena pengirimnya petugas {agency.short}")
        if display_name(sender) and _times(sender, agency):
            yield Found(slug, 500 + least, f"karena nama pengirim menyebut {agency.short}")
        if times := _times(text[:HEAD], agency):
            yield Found(slug, 100 + least + times, f"karena naskahnya menyebut {agency.short}")
        elif times := _times(text, agency):
            yield Found(
                slug, 50 + least + times, f"karena bagian akhir naskahnya menyebut {agency.short}"
            )
        if _is_ground(text, agency):
            yield Found(slug, 1, f"karena tempatnya di {agency.name}")


def _is(officer: Officer, sender: str) -> bool:
    return bool(sender) and _bare(officer.name) == _bare(sender)


def _times(text: str, agency: Agency) -> int:
    """How often an agency is named, at most nine; a kecamatan by its office, not as a place."""
    names: Mapping[str, None] = dict.fromkeys((agency.name, agency.short, *agency.aliases))
    if agency.kind is AgencyKind.KECAMATAN:
        place = agency.name.removeprefix("Kecamatan ")
        names = {f"{office} {place}": None for office in ("Camat", "Kantor Camat")}
        names[f"Pemerintah Kecamatan {place}"] = None
    forms = "|".join(re.escape(name).replace(r"\-", "[- ]") for name in names)
    form = rf"(?<![\w-])(?:{forms})(?![\w-])(?! (?:selatan|barat|utara|timur)\b)"
    return min(9, len(re.findall(form, text, re.IGNORECASE)))


def _is_ground(text: str, agency: Agency) -> bool:
    if agency.kind is not AgencyKind.KECAMATAN:
        return False
    form = rf"\b{re.escape(agency.name)}\b(?! (?:selatan|barat|utara|timur)\b)"
    return re.search(form, text, re.IGNORECASE) is not None


def _share(title: str, words: set[str]) -> float:
    own = set(_words(title))
    common = len(own & words)
    return common / len(own) if common >= min(2, len(own)) > 0 else 0.0


def _words(text: str) -> list[str]:
    words = re.findall(r"[^\W\d_]{4,}", text.lower())
    return [word for word in words if word not in _COMMON]


def _bare(name: str) -> str:
    return "".join(re.findall(r"\w+", name.casefold()))


def _how_said(said: Said) -> str:
    how = f"dari {shown(said.written)} di naskah"
    if said.year_guessed:
        how += f"; tahunnya tidak tertulis, dikira {said.day.year}"
    if said.wrong_weekday:
        how += f"; PERIKSA: {said.day.medium} hari {said.day.weekday}, bukan {said.wrong_weekday}"
    return how
