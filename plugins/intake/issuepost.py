"""The answers of a form as the files of a proposal, in the normal form.

Whatever stands in an answer becomes a value of the header or text of the body, and is read back
before it is kept; nothing of it is ever run, rendered or put into a command.
"""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from plugins.intake.activity import Activity, activity_text, unreadable
from plugins.intake.attachments import Fetched, Forge
from plugins.intake.issuebody import slugs_in
from plugins.intake.issueforms import NEWS, Form
from plugins.intake.issuephotos import STEM, body_with, clean_photos, photo_lines, pictures_in
from plugins.intake.normalform import UncertainFormError, normal_form
from plugins.intake.rows import clean, shown
from plugins.intake.scalars import scalar
from plugins.intake.writing import event_id
from plugins.model.addresses import SLUG_LENGTH, event_path, place_of, post_path
from plugins.model.agency import Agency, Officer
from plugins.model.draft import slug_of
from plugins.model.event import Event
from plugins.model.moment import Moment, UnreadableMomentError, parse_clock, parse_moment
from plugins.model.newsroom import Newsroom
from plugins.reading.header import FENCE
from plugins.reading.jobs import MAX_TEXT


class Written(NamedTuple):
    """One proposal, not yet in git."""

    agency: str
    title: str
    files: Mapping[str, bytes]  # by path below content/
    notes: tuple[str, ...]  # Indonesian, of what was not taken


class AnswersError(ValueError):
    """Nothing can be made of the answers; `troubles` says why, in Indonesian."""

    def __init__(self, troubles: Sequence[str]) -> None:
        super().__init__("; ".join(troubles))
        self.troubles = tuple(troubles)


def named_paths(answers: Mapping[str, str]) -> list[str]:
    """What must be read of content/ to understand the answers, as far as can be told."""
    paths = []
    try:
        day = parse_moment(clean(answers.get("tanggal", "")))
        paths.append(f"agenda/humas/{day.year:04}/{day.month:02}/01-x.md")
    except UnreadableMomentError:
        pass
    if place_of(event_path(event_id(answers.get("agenda", "")))):
        paths.append(event_path(event_id(answers["agenda"])))
    return paths


def write(
    form: Form,
    answers: Mapping[str, str],
    room: Newsroom,
    officer: Officer | None,
    fetched: Mapping[str, Fetched],
    forge: Forge,
) -> Written:
    """Raises AnswersError."""
    troubles: list[str] = []
    agency = _agency(answers, room, troubles)
    day = _day(answers["tanggal"], "Tanggal", troubles)
    key = "judul" if form is NEWS else "acara"
    title = clean(answers[key])
    if len(slug_of(title)) < SLUG_LENGTH[0]:
        troubles.append(f"{shown(title)} tidak dapat menjadi judul; tulis beberapa kata")
    if form is not NEWS:
        return _activity(answers, room, agency, title, day, troubles)
    if agency is None or day is None or troubles:
        raise AnswersError(troubles)
    return _post(answers, room, agency, title, day, officer, fetched, forge)


def _post(
    answers: Mapping[str, str],
    room: Newsroom,
    agency: Agency,
    title: str,
    day: Moment,
    officer: Officer | None,
    fetched: Mapping[str, Fetched],
    forge: Forge,
) -> Written:
    troubles: list[str] = []
    categories = _known(answers["rubrik"], room.categories, "Rubrik", troubles)
    districts = _known(answers["kecamatan"], room.districts(), "Kecamatan", troubles)
    event = _event(answers, room, troubles)
    if not answers["naskah"]:
        troubles.append("Naskah berita kosong")
    if troubles:
        raise AnswersError(troubles)
    path = post_path(f"{agency.slug}/{day.year:04}/{day.month:02}/{slug_of(title)}")
    photos, notes = clean_photos(pictures_in(answers, forge), fetched, slug_of(title, STEM))
    body, placed = body_with(answers["naskah"], photos, forge)
    listed = list({photo.file: photo for photo in photos.values()}.values())
    shown_later = [photo.file for photo in listed[1:] if photo.file not in placed]
    body += "".join(f"\n\n![]({name})" for name in shown_later)
    lines = [
        f"judul: {scalar(title)}",
        f"tanggal: {_moment(day)}",
        f"rubrik: {categories[0] if categories else ''}",
        *_text("ringkasan", answers["ringkasan"]),
        *_text("penulis", officer.name if officer else answers["penulis"]),
        *_event_lines(event, agency, districts),
        *photo_lines(listed, answers),
    ]
    data = _formed(path, "\n".join([FENCE, *lines, FENCE, "", body, ""]))
    folder = path.removesuffix("index.md")
    files = {path: data, **{folder + photo.file: photo.data for photo in listed}}
    return Written(agency.slug, title, files, tuple(notes))


def _event_lines(event: Event | None, agency: Agency, districts: Sequence[str]) -> list[str]:
    """What follows from the activity, unless it was answered."""
    if event is None:
        return _list("kecamatan", districts)
    partners = [slug for slug in event.agencies if slug != agency.slug]
    own = districts or ([event.district] if event.district else [])
    return [*_list("agenda", [event.id]), *_list("bersama", partners), *_list("kecamatan", own)]


def _activity(
    answers: Mapping[str, str],
    room: Newsroom,
    agency: Agency | None,
    title: str,
    day: Moment | None,
    troubles: list[str],
) -> Written:
    last = _day(answers["sampai"], "Tanggal selesai", troubles) if answers["sampai"] else None
    starts, ends = (_clock(answers[key], key, troubles) for key in ("mulai", "selesai"))
    districts = _known(answers["kecamatan"], room.districts(), "Kecamatan", troubles)
    partners = _known(answers["bersama"], room.agencies, "Bersama", troubles)
    if agency is None or day is None or troubles:
        raise AnswersError(troubles)
    activity = Activity(
        agency=agency.slug,
        title=title,
        first=Moment(day.day),
        last=last and Moment(last.day),
        starts=starts,
        ends=ends,
        place=clean(answers["tempat"]),
        district=districts[0] if districts else "",
        partners=tuple(slug for slug in partners if slug != agency.slug),
        participants=clean(answers["peserta"]),
    )
    if trouble := unreadable(activity):
        raise AnswersError([f"kegiatan {shown(title)} {trouble}"])
    text = activity_text(activity)
    return Written(agency.slug, title, {activity.path: _formed(activity.path, text)}, ())


def _agency(answers: Mapping[str, str], room: Newsroom, troubles: list[str]) -> Agency | None:
    found = _known(answers["pd"], room.agencies, "Perangkat daerah", troubles)
    if not found and not troubles:
        troubles.append("Perangkat daerah belum dipilih")
    return room.agencies[found[0]] if found else None


def _known(
    answer: str, known: Mapping[str, object], label: str, troubles: list[str]
) -> tuple[str, ...]:
    """The slugs of what was chosen, if it is what the form offered."""
    slugs = slugs_in(answer)
    if (answer and not slugs) or any(slug not in known for slug in slugs):
        troubles.append(f"{label} {shown(answer)} tidak ada dalam pilihan formulir")
        return ()
    return slugs


def _event(answers: Mapping[str, str], room: Newsroom, troubles: list[str]) -> Event | None:
    if not answers["agenda"]:
        return None
    found = room.event(event_id(clean(answers["agenda"])))
    if found is None:
        told = "tempel alamat halamannya, atau kosongkan"
        troubles.append(f"Kegiatan {shown(answers['agenda'])} tidak ada pada agenda; {told}")
    return found


def _day(text: str, label: str, troubles: list[str]) -> Moment | None:
    try:
        return parse_moment(clean(text))
    except UnreadableMomentError:
        troubles.append(f"{label} {shown(text)} tidak terbaca; tulis seperti 24 November 2026")
        return None


def _clock(text: str, label: str, troubles: list[str]) -> int:
    if not text:
        return -1
    try:
        return parse_clock(clean(text))
    except UnreadableMomentError:
        troubles.append(f"Jam {label} {shown(text)} tidak terbaca; tulis seperti 09:00")
        return -1


def _text(key: str, value: str) -> list[str]:
    return [f"{key}: {scalar(clean(value))}"] if clean(value) else []


def _list(key: str, slugs: Sequence[str]) -> list[str]:
    return [f"{key}: [{', '.join(slugs)}]"] if slugs else []


def _moment(day: Moment) -> str:
    hour = f" {day.minute // 60:02}:{day.minute % 60:02}" if day.minute >= 0 else ""
    return day.iso_day + hour


def _formed(path: str, text: str) -> bytes:
    """As make rapikan writes it, which reads back what it wrote; the gate judges the rest."""
    place, data = place_of(path), text.encode()
    if place is None:
        raise AnswersError(["judulnya terlalu panjang"])
    if len(data) > MAX_TEXT:
        raise AnswersError([f"naskahnya lebih dari {MAX_TEXT // 1024} KB"])
    try:
        formed = normal_form(path, place, data)
    except UncertainFormError as error:
        raise AnswersError([f"isinya tidak terbaca kembali: {error}"]) from error
    return formed
