"""Bring the samples up to this week: every date moves by the same whole number of weeks.

Whole weeks keep each weekday true. Paths, references and the dates inside texts move
together, so the gate passes on the result as it did before.
"""

import re
from collections.abc import Iterable
from datetime import date
from pathlib import Path

from plugins.model.moment import MONTHS, Moment
from plugins.reading.git import git
from plugins.reading.tree import CommitTree

WITHIN = 7  # days: the newest day of the shifted samples lies this close before today
_ISO = re.compile(r"(?<!\d)(\d{4})-(\d{2})-(\d{2})(?!\d)")
_SLASHED = re.compile(r"(?<!\d)(\d{1,2})/(\d{1,2})/(\d{4})(?!\d)")
_WORDS = re.compile(rf"(?<!\d)(\d{{1,2}}) ({'|'.join(MONTHS)}) (\d{{4}})(?!\d)")
_EVENT_ID = re.compile(r"(?<![\w-])([a-z0-9-]+)/(\d{4})/(\d{2})/(\d{2})-")
_DATE_KEY = re.compile(r"^(?:tanggal|date): (\d{4})-(\d{2})-(\d{2})", re.MULTILINE)


def shift_samples(repository: Path, today: Moment) -> int:
    """Commit shifted content on top of main in a bare repository; return the weeks."""
    tree = CommitTree(repository, "main")
    entries = tree.entries()
    files = {entry.path: tree.read(entry) for entry in entries}
    tree.close()
    weeks = weeks_to(today, files)
    if weeks:
        _commit(repository, shift(files, weeks), weeks)
    return weeks


def weeks_to(today: Moment, files: dict[str, bytes]) -> int:
    """Weeks from the newest published post to the last seven days."""
    days = [
        date(*map(int, match.groups())).toordinal()
        for path, data in files.items()
        if path.startswith("berita/") and path.endswith(".md") and b"terbit_pada:" not in data
        for match in [_DATE_KEY.search(data.decode())]
        if match
    ]
    return (today.day - max(days)) // WITHIN if days else 0


def shift(files: dict[str, bytes], weeks: int) -> dict[str, bytes]:
    """Move every date in paths and texts; photos go where their post goes."""
    folders = {
        path.rsplit("/", 1)[0]: _post_folder(path, data, weeks) for path, data in _posts(files)
    }
    moved = {}
    for path, data in files.items():
        text = _shift_text(data.decode(), weeks, folders).encode() if _is_text(path) else data
        moved[_shift_path(path, weeks, folders)] = text
    return moved


def _shift_path(path: str, weeks: int, folders: dict[str, str]) -> str:
    folder, _, name = path.rpartition("/")
    if folder in folders:
        return f"{folders[folder]}/{name}"
    if path.startswith("agenda/"):
        return "agenda/" + _shift_event_ids(path.removeprefix("agenda/"), weeks)
    return path


def _posts(files: dict[str, bytes]) -> Iterable[tuple[str, bytes]]:
    return ((path, data) for path, data in files.items() if path.endswith("/index.md"))


def _post_folder(path: str, data: bytes, weeks: int) -> str:
    """The folder follows the month of the shifted date."""
    match = _DATE_KEY.search(data.decode())
    assert match, path
    year, month, _day = _moved(int(match[1]), int(match[2]), int(match[3]), weeks)
    kind, agency, _year, _month, slug, _file = path.split("/")
    return f"{kind}/{agency}/{year:04}/{month:02}/{slug}"


def _shift_text(text: str, weeks: int, folders: dict[str, str]) -> str:
    for old, new in folders.items():
        if old != new and old in text:
            text = text.replace(f"/{old}/", f"/{new}/")
    text = _shift_event_ids(text, weeks)
    text = _ISO.sub(lambda m: _iso(*_moved(int(m[1]), int(m[2]), int(m[3]), weeks)), text)
    text = _SLASHED.sub(lambda m: _slashed(m, weeks), text)
    return _WORDS.sub(lambda m: _worded(m, weeks), text)


def _shift_event_ids(text: str, weeks: int) -> str:
    def moved(match: re.Match[str]) -> str:
        year, month, day = _moved(int(match[2]), int(match[3]), int(match[4]), weeks)
        return f"{match[1]}/{year:04}/{month:02}/{day:02}-"

    return _EVENT_ID.sub(moved, text)


def _slashed(match: re.Match[str], weeks: int) -> str:
    year, month, day = _moved(int(match[3]), int(match[2]), int(match[1]), weeks)
    return f"{day}/{month}/{year}"


def _worded(match: re.Match[str], weeks: int) -> str:
    number = MONTHS.index(match[2]) + 1
    year, month, day = _moved(int(match[3]), number, int(match[1]), weeks)
    return f"{day} {MONTHS[month - 1]} {year}"


def _iso(year: int, month: int, day: int) -> str:
    return f"{year:04}-{month:02}-{day:02}"


def _moved(year: int, month: int, day: int, weeks: int) -> tuple[int, int, int]:
    there = date.fromordinal(date(year, month, day).toordinal() + weeks * 7)
    return there.year, there.month, there.day


def _is_text(path: str) -> bool:
    return path.endswith(".md") and not path.startswith(("perangkat-daerah/", "halaman/"))


def _commit(repository: Path, files: dict[str, bytes], weeks: int) -> None:
    """One commit through fast-import, which needs no work tree."""
    head = git(repository, "rev-parse", "main").decode().strip()
    stamp = git(repository, "log", "-1", "--format=%ct", "main").decode().strip()
    message = f"berita: geser contoh {weeks} pekan".encode()
    stream = [
        b"commit refs/heads/main\n",
        f"committer Kabar Lutra <hub@localhost> {stamp} +0800\n".encode(),
        b"data %d\n%s\n" % (len(message), message),
        f"from {head}\n".encode(),
        b"D content\n",
    ]
    for path, data in sorted(files.items()):
        stream.append(f"M 100644 inline content/{path}\n".encode())
        stream.append(b"data %d\n%s\n" % (len(data), data))
    git(repository, "fast-import", "--quiet", stdin=b"".join(stream))
