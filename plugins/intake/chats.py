"""A WhatsApp chat, as its export or a copy of several messages writes it, into messages.

The export follows the telephone: Android or iPhone, Indonesian or English, 24 hours or 12,
day first or month first. What no message begins with continues the one before it.
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import pairwise
from typing import NamedTuple

from plugins.model.moment import Moment

_DAY = r"(?P<a>\d{1,4})[./-](?P<b>\d{1,2})(?:[./-](?P<c>\d{2,4}))?"
_CLOCK = r"(?P<hour>\d{1,2})[.:](?P<minute>\d{2})(?:[.:]\d{2})?(?:[ ]?(?P<half>[AaPp])\.?[Mm]\.?)?"
_ANDROID = re.compile(rf"{_DAY},? {_CLOCK} - (?P<rest>.*)\Z", re.ASCII | re.DOTALL)
_IPHONE = re.compile(rf"\[{_DAY},? {_CLOCK}\] (?P<rest>.*)\Z", re.ASCII | re.DOTALL)
_LOOKS = re.compile(r"\[?\d{1,4}[./-]\d", re.ASCII)  # cheap: most lines are no first line
_SENDER = re.compile(r"(?P<name>[^:\n]{1,80}): ?(?P<text>.*)\Z", re.DOTALL)
_MARKS = dict.fromkeys(map(ord, "\u200e\u200f\u202a\u202c\u2068\u2069\ufeff"))
_SPACES = {ord(c): " " for c in "\u202f\u00a0\u2009\u2007"}
_FILE = r"(?P<file>[^\n<>/\\:]{1,120}\.\w{2,5})"
_ATTACHED = re.compile(
    rf"^{_FILE} \((?:file terlampir|berkas terlampir|file attached)\)"
    r"|<(?:terlampir|dilampirkan|lampiran|attached): (?P<inner>[^\n<>/\\:]{1,120}\.\w{2,5})>",
    re.IGNORECASE | re.MULTILINE,
)
_OMITTED = re.compile(
    r"^(?:<(?:Media tidak disertakan|Media omitted)>"
    r"|(?:gambar|foto|video|audio|stiker|dokumen|image|photo|video|sticker|document|GIF)"
    r" (?:tidak disertakan|omitted))[ ]*$",
    re.IGNORECASE | re.MULTILINE,
)
_GONE = re.compile(
    r"(?:Pesan ini (?:telah )?dihapus|Anda menghapus pesan ini"
    r"|This message was deleted|You deleted this message)\.?\s*\Z",
    re.IGNORECASE,
)
_EDITED = re.compile(r"\s?<(?:Pesan ini (?:telah )?diedit|This message was edited)>", re.IGNORECASE)


class Message(NamedTuple):
    sender: str
    at: Moment
    text: str
    files: tuple[str, ...] = ()  # names of what is attached
    omitted: int = 0  # media that the export left out


class _Head(NamedTuple):
    """The first line of a message, with its day as three figures that may be in any order."""

    figures: tuple[int, int, int]  # the third -1 where there was none
    minute: int  # since midnight
    rest: str


def is_chat(text: str) -> bool:
    """Whether a text begins like an export, or like messages that were copied."""
    lines = [_plain(line) for line in text.lstrip().split("\n", 20)[:20] if line.strip()]
    heads = [head for line in lines if (head := _head(line))]
    begins = bool(lines) and _head(lines[0]) is not None
    return begins and any(_SENDER.match(head.rest) for head in heads)


def read_chat(text: str, today: Moment) -> list[Message]:
    """The messages of people, in their order; copies that name no year are of the last one."""
    raw = list(_raw(text.split("\n")))
    month_first = _is_month_first([head.figures for head, _ in raw])
    messages = []
    for head, more in raw:
        at, said = _moment(head, month_first, today), _SENDER.match(head.rest)
        if at is not None and said is not None:
            messages.append(_message(said, at, more))
    return messages


def _raw(lines: Sequence[str]) -> Iterator[tuple[_Head, list[str]]]:
    """Each first line with the lines that follow it; what stands before all is left out."""
    head: _Head | None = None
    more: list[str] = []
    for line in lines:
        plain = _plain(line)
        found = _head(plain)
        if found is None:
            more.append(plain)
            continue
        if head is not None:
            yield head, more
        head, more = found, []
    if head is not None:
        yield head, more


def _plain(line: str) -> str:
    """Without the marks of direction that iPhones set, and with ordinary spaces."""
    line = line.rstrip("\r")
    return line if line.isascii() else line.translate(_MARKS).translate(_SPACES)


def _head(line: str) -> _Head | None:
    if not _LOOKS.match(line):
        return None
    match = _IPHONE.match(line) or _ANDROID.match(line)
    if match is None:
        return None
    hour, minute = int(match["hour"]), int(match["minute"])
    if match["half"]:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if match["half"] in "Pp" else 0)
    if hour > 23 or minute > 59:
        return None
    third = int(match["c"]) if match["c"] else -1
    return _Head((int(match["a"]), int(match["b"]), third), hour * 60 + minute, match["rest"])


def _is_month_first(days: Sequence[tuple[int, int, int]]) -> bool:
    """Telephones set to American English write 11/23/22; the figures of the chat tell.

    Where none is above 12, the order in which time never runs backwards; else day first.
    """
    firsts, seconds = max((a for a, *_ in days), default=0), max((b for _, b, _ in days), default=0)
    if firsts > 12 or seconds > 12:
        return firsts <= 12 < seconds
    return not _runs_on((c, b, a) for a, b, c in days) and _runs_on((c, a, b) for a, b, c in days)


def _runs_on(days: Iterator[tuple[int, int, int]]) -> bool:
    return all(one <= other for one, other in pairwise(days))


def _moment(head: _Head, month_first: bool, today: Moment) -> Moment | None:
    a, b, c = head.figures
    if a > 31:
        a, b, c = c, b, a  # 2026-11-24
    elif month_first:
        a, b = b, a
    try:
        if c < 0:
            day = date(today.year, b, a).toordinal()
            day = day if day <= today.day + 1 else date(today.year - 1, b, a).toordinal()
        else:
            day = date(c + 2000 if c < 100 else c, b, a).toordinal()
    except ValueError:
        return None
    return Moment(day, head.minute)


def _message(said: re.Match[str], at: Moment, more: list[str]) -> Message:
    text = "\n".join([said["text"], *more])
    if _GONE.match(text):
        text = ""
    text = _EDITED.sub("", text)
    files = tuple((m["file"] or m["inner"]).strip() for m in _ATTACHED.finditer(text))
    text, omitted = _OMITTED.subn("", _ATTACHED.sub("", text))
    sender = unicodedata.normalize("NFC", said["name"]).strip().removeprefix("~").strip()
    return Message(sender, at, text.strip(), files, omitted)
