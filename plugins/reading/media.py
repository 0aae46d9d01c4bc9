"""Read the table of media monitoring: a CSV as spreadsheets of any country write it.

Comma, semicolon or tab; with or without a BOM; columns in any order. Every row that
cannot be understood is named with its line, and the table is then not used.
"""

import csv
import re
from collections.abc import Iterable, Iterator, Sequence
from urllib.parse import urlsplit

from plugins.model.addresses import Place, place_of, post_path
from plugins.model.manuscript import Manuscript
from plugins.model.media import COLUMNS, REQUIRED, TONES, MediaMonth, Mention
from plugins.model.moment import Moment, UnreadableMomentError, parse_moment
from plugins.model.month import Month, month_of
from plugins.model.source import Pairs, Problem, Source
from plugins.reading.header import decode

MOST_ROWS = 1000
LONGEST = 300  # characters of a cell
_BOM = b"\xef\xbb\xbf"
_SLASHED = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})\Z", re.ASCII)


def read_media(path: str, place: Place, data: bytes) -> Manuscript:
    text, problems = decode(_plain(data))
    source = Source(path, Pairs((), 1, 1), "", 1)
    if problems:
        return Manuscript(path, place, source, tuple(problems))
    mentions, found = _table(text, Month(place.year, place.month))
    content = MediaMonth(month=place.id, mentions=mentions).sealed()
    return Manuscript(path, place, source, found, None if found else content)


def _plain(data: bytes) -> bytes:
    """Without what Excel adds; a post with it is told so, a table need not be."""
    return data.removeprefix(_BOM).replace(b"\r\n", b"\n").replace(b"\r", b"\n")


def _table(text: str, month: Month) -> tuple[tuple[Mention, ...], tuple[Problem, ...]]:
    rows = csv.reader(text.splitlines(keepends=True), delimiter=_delimiter(text), strict=True)
    mentions: list[Mention] = []
    problems: list[Problem] = []
    try:
        names = [name.strip().lower() for name in next(rows, [])]
        problems += _head_problems(names)
        for row in rows if not problems else ():
            if any(cell.strip() for cell in row):
                found = list(_row_problems(names, row, month, rows.line_num))
                problems += found
                if not found:
                    mentions.append(_mention(dict(zip(names, _trimmed(row), strict=False))))
    except csv.Error:
        problems.append(Problem("media-unreadable", rows.line_num, 1))
    if len(mentions) > MOST_ROWS:
        problems.append(Problem("media-long", MOST_ROWS + 2, 1, str(len(mentions))))
    return tuple(mentions), tuple(problems)


def _delimiter(text: str) -> str:
    """That of the first line: Indonesian spreadsheets write semicolons."""
    first = text.partition("\n")[0]
    return max(",;\t", key=first.count)


def _head_problems(names: Sequence[str]) -> Iterator[Problem]:
    for number, name in enumerate(names):
        if name in names[:number]:
            yield Problem("media-twice", 1, 1, name)
        elif name not in COLUMNS:
            yield Problem("media-column", 1, 1, name, " ".join(COLUMNS))
    for name in REQUIRED:
        if name not in names:
            yield Problem("media-missing", 1, 1, name)


def _row_problems(
    names: Sequence[str], row: Sequence[str], month: Month, line: int
) -> Iterator[Problem]:
    cells = dict(zip(names, _trimmed(row), strict=False))
    for cell in row[len(names) :]:
        if cell.strip():
            yield Problem("media-cells", line, 1, cell.strip())
    for name in REQUIRED:
        if not cells.get(name):
            yield Problem("media-empty", line, 1, name)
    for name, cell in cells.items():
        if len(cell) > LONGEST or "\n" in cell:
            yield Problem("media-cell", line, 1, cell[:40], name)
    yield from _value_problems(cells, month, line)


def _value_problems(cells: dict[str, str], month: Month, line: int) -> Iterator[Problem]:
    day, url = cells.get("tanggal", ""), cells.get("tautan", "")
    tone, post = cells.get("nada", ""), cells.get("berita", "")
    if day and (found := _day(day)) is None:
        yield Problem("media-day", line, 1, day)
    elif day and found and month_of(found) != month:
        yield Problem("media-month", line, 1, day, month.words)
    if url and not _is_address(url):
        yield Problem("media-link", line, 1, url)
    if tone and tone.lower() not in TONES:
        yield Problem("media-tone", line, 1, tone, " ".join(TONES))
    if post and not _post(post):
        yield Problem("media-post", line, 1, post)


def _mention(cells: dict[str, str]) -> Mention:
    day = _day(cells["tanggal"])
    assert day
    return Mention(
        day=day,
        outlet=cells["media"],
        title=cells["judul"],
        url=cells.get("tautan", ""),
        tone=cells.get("nada", "").lower(),
        post=_post(cells.get("berita", "")),
    )


def _trimmed(row: Iterable[str]) -> list[str]:
    return [cell.strip() for cell in row]


def _day(text: str) -> Moment | None:
    """Also 24/11/2026, as spreadsheets write days here."""
    if match := _SLASHED.match(text):
        text = f"{match[3]}-{int(match[2]):02}-{int(match[1]):02}"
    try:
        return Moment(parse_moment(text).day)
    except UnreadableMomentError:
        return None


def _is_address(text: str) -> bool:
    """Of the web, and of nothing that a browser would run or open on the reader's machine."""
    try:
        parts = urlsplit(text)
        host = parts.hostname
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and bool(host) and not re.search(r"[\s<>\"'`\\]", text)


def _post(text: str) -> str:
    """The id of a post, from its id or its address; empty for anything else."""
    path = urlsplit(text).path if "//" in text else text
    identity = path.rpartition("berita/")[2].strip("/")
    place = place_of(post_path(identity))
    return identity if place is not None and place.kind == "post" else ""
