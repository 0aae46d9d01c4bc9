"""Bare material into the files of a proposal, with every guess written above its key."""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from typing import NamedTuple

from plugins.intake.chatmarks import as_markdown
from plugins.intake.daysaid import days_said
from plugins.intake.enlisting import enlisted
from plugins.intake.guessing import (
    Guess,
    events_before,
    guess_agency,
    guess_category,
    guess_day,
    guess_district,
    guess_event,
    guess_officer,
    is_officer,
    named_event,
)
from plugins.intake.handover import Handover, HandoverError, Leftover
from plugins.intake.rows import clean, without_numbers
from plugins.intake.scalars import scalar
from plugins.model.addresses import place_of, post_path
from plugins.model.agency import Agency
from plugins.model.draft import slug_of
from plugins.model.fields import POST_FIELDS
from plugins.model.moment import Moment, parse_moment
from plugins.model.newsroom import Newsroom
from plugins.reading.header import FATAL, FENCE, GUESS
from plugins.reading.jobs import MAX_TEXT
from plugins.reading.photos import PhotoWords
from plugins.reading.records import read_manuscript

_LONGEST = {field.key: field.longest for field in POST_FIELDS}
_LONGEST_TITLE = 150  # characters of a line that may be one
_LONGEST_SUMMARY = 300
_MOST_EVENTS = 5
_ORDER = ("judul", "tanggal", "rubrik", "ringkasan", "penulis", "agenda", "bersama", "kecamatan")
_LISTS = ("agenda", "bersama", "kecamatan")
_GREETING = re.compile(
    r"(?:(?:wa)?assalam\w*|salam\b|selamat (?:pagi|siang|sore|malam)|(?:mohon )?izin\b|mohon maaf"
    r"|yth\b|kepada yth|tabe\b|bapak|ibu\b|min\b|admin\b|bahan berita\b|rilis berita\b"
    r"|press release|siaran pers\b|berikut (?:kami|rilis|berita|bahan|disampaikan))",
    re.IGNORECASE,
)
_LONGEST_GREETING = 120
_DATELINE = re.compile(r"\A[^\n—–-]{2,60}? ?(?:—|–|--?) +(?=\S)")
_HYPHEN = re.compile(r"^([A-Z]{3}[A-Z .]*?) ?[-–] (?=\S)", re.MULTILINE)
_SENTENCE = re.compile(r"[.!?](?=\s|\Z)")
_LABEL = re.compile(r"\A(?:judul|title) ?: ?", re.IGNORECASE)


class Given(NamedTuple):
    """What the person at Humas said; empty where it is to be guessed."""

    agency: str = ""
    title: str = ""
    day: Moment | None = None
    writer: str = ""
    event: str = ""


class Photo(NamedTuple):
    file: str  # its name in the post's folder
    data: bytes
    caption: str  # as its sender wrote it
    own: PhotoWords = PhotoWords("", "")  # as it lay in the file


class Arrival(NamedTuple):
    """One proposal, not yet on disk."""

    files: Mapping[str, bytes]  # by path below content/
    guesses: tuple[Guess, ...] = ()
    notes: tuple[str, ...] = ()
    left: tuple[Leftover, ...] = ()
    warnings: tuple[str, ...] = ()  # what main has at an address of it
    made: bool = True  # by us; not where the composer sent finished files


class _Story(NamedTuple):
    title: str
    how: str  # how the title was found; empty where it was given
    body: str
    notes: tuple[str, ...]


def day_of(handover: Handover, given: Given, today: Moment) -> Guess:
    """The first that must be known, for it says which months to read."""
    if len(handover.text) > MAX_TEXT:
        raise HandoverError(f"naskahnya lebih dari {MAX_TEXT // 1024} KB")
    if given.day:
        return Guess("tanggal", given.day.iso_day, "")
    return guess_day(f"{handover.title}\n{handover.text}", handover.sent, today)


def arrive(
    handover: Handover, given: Given, day: Guess, today: Moment, room: Newsroom
) -> tuple[Arrival, str]:
    """The post without its photos, and its path."""
    if not handover.sender and is_officer(handover.author, room, today):
        handover = handover._replace(sender=handover.author)
    story = _story(handover, given)
    whose = _agency(handover, given, story, today, room)
    agency = room.agencies[whose.value]
    moment = parse_moment(day.value)
    found = [whose, Guess("judul", story.title, story.how), day]
    found += _others(handover, given, story, agency, moment, room)
    path = post_path(f"{agency.slug}/{moment.year:04}/{moment.month:02}/{slug_of(story.title)}")
    text = _text(found, story.body)
    guesses = tuple(guess for guess in found if guess.how)
    notes = (*handover.notes, *story.notes, *_unnamed(found, agency, moment, room))
    return Arrival({path: text.encode()}, guesses, notes, handover.left), path


def with_photos(arrival: Arrival, path: str, photos: Sequence[Photo], credit: str) -> Arrival:
    """The same with its photos listed: the first leads, the others end the text."""
    guesses = tuple(_of_photos(photos, credit))
    more = "".join(f"\n\n![]({photo.file})" for photo in photos[1:])
    text = arrival.files[path].rstrip(b"\n") + f"{more}\n".encode()
    words = {photo.file: partial(_words, photo, credit) for photo in photos}
    data = enlisted(path, text, words, [remark(guess) for guess in guesses])
    _check(path, data)
    folder = path.removesuffix("index.md")
    files = {path: data, **{folder + p.file: p.data for p in photos}}
    return arrival._replace(files=files, guesses=(*arrival.guesses, *guesses))


def _words(photo: Photo, credit: str) -> PhotoWords:
    """What the sender said of it goes before what lies in the file."""
    caption = photo.caption.replace("*", "") or photo.own.caption
    return PhotoWords(caption, photo.own.credit or credit)


def _of_photos(photos: Sequence[Photo], credit: str) -> Iterator[Guess]:
    if captions := [p.own.caption for p in photos if p.own.caption and not p.caption]:
        yield Guess("keterangan", captions[0], "dari yang tersimpan di dalam foto")
    credits = [photo.own.credit for photo in photos]
    if any(credits):
        yield Guess("kredit", next(filter(None, credits)), "dari yang tersimpan di dalam foto")
    elif photos:
        yield Guess("kredit", credit, "dari perangkat daerahnya; tanyakan siapa pemotretnya")


def remark(guess: Guess) -> str:
    """One line above a key; the gate and the history quote it."""
    return f"{GUESS}{guess.key}: {without_numbers(clean(guess.how))[0]}"


def _others(
    handover: Handover, given: Given, story: _Story, agency: Agency, day: Moment, room: Newsroom
) -> Iterator[Guess]:
    yield guess_category(agency, room)
    if summary := _summary(story.body):
        yield Guess("ringkasan", summary, "dari kalimat pertama naskah")
    if given.writer:
        yield Guess("penulis", clean(given.writer), "")
    elif officer := guess_officer(handover.sender, agency, day):
        yield officer
    yield from _of_event(handover, given, story, agency, day, room)


def _of_event(
    handover: Handover, given: Given, story: _Story, agency: Agency, day: Moment, room: Newsroom
) -> Iterator[Guess]:
    """The activity, and what follows from it."""
    event = room.event(given.event) or named_event(handover.text, room)
    if event:
        how = "" if given.event else "dari alamat yang tertulis dalam kiriman"
        yield Guess("agenda", event.id, how)
    else:
        events = room.all_events().values()
        if guess := guess_event(story.title, story.body, agency.slug, day, events):
            yield guess
            event = room.event(guess.value)
    others = [slug for slug in event.agencies if slug != agency.slug] if event else []
    if others:
        yield Guess("bersama", ", ".join(others), "dari kegiatan itu pada agenda")
    if event and event.district:
        yield Guess("kecamatan", event.district, "dari kegiatan itu pada agenda")
    elif district := guess_district(f"{story.title}\n{story.body}", agency, room):
        yield district


def _unnamed(found: Sequence[Guess], agency: Agency, day: Moment, room: Newsroom) -> Iterator[str]:
    """The activities that could have been meant, where none was found."""
    if any(guess.key == "agenda" for guess in found):
        return
    events = events_before(agency.slug, day, room.all_events().values())
    if events:
        ids = ", ".join(event.id for event in events[-_MOST_EVENTS:])
        yield f"kegiatan {agency.short} menjelang hari itu, bila salah satunya diliput: {ids}"


def _agency(
    handover: Handover, given: Given, story: _Story, today: Moment, room: Newsroom
) -> Guess:
    if given.agency:
        return Guess("pd", given.agency, "")
    if event := named_event(handover.text, room):
        return Guess("pd", event.agency, "dari alamat kegiatan yang tertulis dalam kiriman")
    guess = guess_agency(f"{story.title}\n{story.body}", handover.sender, today, room)
    if guess is None:
        raise HandoverError("perangkat daerahnya tidak tertebak; sebutkan, misalnya PD=dinkes")
    return guess


def _story(handover: Handover, given: Given) -> _Story:
    """Title and text apart, without a greeting on top."""
    body, notes = as_markdown(_without_form(handover.text))
    body, years = _with_years(_with_dash(body), handover.sent)
    notes += years
    paragraphs = body.split("\n\n")
    greetings = []
    while len(paragraphs) > 1 and _is_greeting(paragraphs[0]):
        greetings.append(paragraphs.pop(0))
    notes += [f"salam pembuka tidak diambil: “{clean(one)}”" for one in greetings]
    how, title = "", clean(without_numbers(given.title or handover.title)[0])
    if not title:
        title, how, paragraphs = _title(paragraphs)
    elif clean(paragraphs[0].strip("*# ")).casefold() == title.casefold():
        paragraphs = paragraphs[1:]  # it stands above the text already
    if not slug_of(title) or len(slug_of(title)) < 2:
        raise HandoverError('judulnya tidak ditemukan; sebutkan dengan JUDUL="…"')
    return _Story(title[: _LONGEST["judul"]], how, "\n\n".join(paragraphs).strip(), tuple(notes))


def _title(paragraphs: list[str]) -> tuple[str, str, list[str]]:
    """The first line where it looks like one, else the beginning of the first sentence."""
    first, _, rest = paragraphs[0].partition("\n")
    bare = _LABEL.sub("", clean(first.replace("*", "").lstrip("#_ ").rstrip("_ ")))
    alone = len(bare) <= _LONGEST_TITLE and not bare.endswith((".", ",", ":", ";"))
    if bare and alone and (rest or len(paragraphs) > 1):
        return bare, "dari baris pertama kiriman", [*([rest] if rest else []), *paragraphs[1:]]
    sentence = _SENTENCE.split(_DATELINE.sub("", bare))[0]
    words = " ".join(sentence.split()[:12])
    return words, "dari awal kalimat pertama; naskahnya tidak berjudul", paragraphs


def _with_dash(body: str) -> str:
    """MASAMBA - and MASAMBA – at the beginning of a paragraph as MASAMBA —"""
    return _HYPHEN.sub(r"\1 — ", body)


def _with_years(body: str, sent: Moment | None) -> tuple[str, list[str]]:
    """Senin (23/11) with the one year in which that day is a Monday, near the sending."""
    notes = []
    for said in days_said(body, sent) if sent else ():
        day = said.day
        written = f"{day.weekday} ({day.date.day}/{day.month}"
        if said.year_guessed and not said.wrong_weekday and said.written == f"{written})":
            body = body.replace(said.written, f"{written}/{day.year})")
            notes.append(f"tahun ditambahkan: “{written}/{day.year})”")
    return body, list(dict.fromkeys(notes))


def _is_greeting(paragraph: str) -> bool:
    bare = paragraph.lstrip("*_ ")
    return len(paragraph) <= _LONGEST_GREETING and _GREETING.match(bare) is not None


def _without_form(text: str) -> str:
    """Without the head of the message that the page of an activity prepares."""
    if not text.startswith("Bahan berita kegiatan"):
        return text
    lines = text.split("\n")
    address = next((n for n, line in enumerate(lines[:8]) if "/agenda/" in line), None)
    title = next((line for line in lines[1:] if line.strip()), "")
    rest = "\n".join(lines[address + 1 :] if address is not None else lines[1:])
    return f"{re.sub(r' [(][^()]*[)]$', '', title)}\n\n{rest.strip()}" if address else text


def _summary(body: str) -> str:
    paragraph = _DATELINE.sub("", clean(body.partition("\n\n")[0].replace("*", "")))
    end = _SENTENCE.search(paragraph)
    sentence = paragraph[: end.end()] if end else paragraph
    starts = sentence[:1].isalnum() or sentence[:1] in "\"“'"
    return sentence if starts and 20 <= len(sentence) <= _LONGEST_SUMMARY else ""


def _text(found: Sequence[Guess], body: str) -> str:
    by_key = {guess.key: guess for guess in found}
    lines = [remark(by_key["pd"])] if by_key["pd"].how else []
    for key in _ORDER:
        if guess := by_key.get(key):
            lines += [remark(guess)] if guess.how else []
            lines.append(f"{key}: {_value(guess)}")
    return "\n".join([FENCE, *lines, FENCE, "", body, ""])


def _value(guess: Guess) -> str:
    return f"[{guess.value}]" if guess.key in _LISTS else scalar(guess.value)


def _check(path: str, data: bytes) -> None:
    """What we write must be read back whole; else nothing of it is written."""
    place = place_of(path)
    assert place is not None
    if len(data) > MAX_TEXT:
        raise HandoverError(f"naskahnya terlalu panjang; paling besar {MAX_TEXT // 1024} KB")
    manuscript = read_manuscript(path, place, data)
    if any(p.kind in FATAL for p in manuscript.problems) or manuscript.content is None:
        raise HandoverError("naskahnya memuat sesuatu yang tidak dapat ditulis sebagai berita")
