"""The history of the content folder, learned once and continued from commit to commit.

Only the main line counts: a merge is one change, however many commits its branch had.
A proposal begins with the first commit of its branch and ends with its merge.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import NamedTuple

import msgspec

from plugins.model.addresses import place_of
from plugins.model.history import History, Revision
from plugins.model.moment import DAY, Moment
from plugins.model.month import month_of
from plugins.model.record import digest_of_bytes
from plugins.reading.git import GitError, git

_DIGEST = 16  # bytes
_MARK = "\x01"  # before each commit; no file name that content may have begins so
_EPOCH = date(1970, 1, 1).toordinal() * DAY + 8 * 60  # minutes, in WITA


class _Known(msgspec.Struct, frozen=True):
    head: str
    history: History


class _Commit(NamedTuple):
    at: int  # minutes on the time line of Moment
    parents: tuple[str, ...]


def history_of(folder: Path, revision: str | None, cache: Path) -> History:
    """The history up to a commit, or up to HEAD where none is named.

    *cache* is a file that may be lost at any time. A shallow clone knows less, and a
    folder outside git nothing.
    """
    repository = folder.parent
    try:
        head = git(repository, "rev-parse", f"{revision or 'HEAD'}^{{commit}}").decode().strip()
    except GitError:
        return History()
    known = _load(cache)
    if known is not None and known.head == head:
        return known.history
    history = _continued(repository, folder.name, head, known)
    _save(cache, _Known(head, history))
    return history


def _continued(repository: Path, folder: str, head: str, known: _Known | None) -> History:
    """Go on from what is known where it lies on the main line, else begin anew."""
    if known is not None:
        since = _commits(repository, head, known.head)
        chain = _chain(since, head)
        if chain and since[chain[-1]].parents[:1] == (known.head,):
            return _added(repository, folder, head, known, since)
    return _added(repository, folder, head, _Known("", History()), _commits(repository, head, ""))


def _added(
    repository: Path, folder: str, head: str, known: _Known, since: dict[str, _Commit]
) -> History:
    span = _span(head, known.head)
    revisions = dict(known.history.revisions)
    for at, paths in _touched(repository, folder, span):
        for path in paths:
            place = place_of(path.removeprefix(f"{folder}/"))
            if place is not None and place.kind == "event":
                before = revisions.get(place.id, Revision(0, 0))
                revisions[place.id] = Revision(before.changes + 1, max(before.at, at))
    waits: dict[str, list[int]] = defaultdict(list)
    for name, some in known.history.waits.items():
        waits[name] += some
    mine = set(git(repository, "log", "--first-parent", "--format=%H", *span, "--", folder)
               .decode().split())  # fmt: skip
    for at, wait in _waits(since, head, mine):
        waits[month_of(Moment(at // DAY)).name].append(wait)
    return History(revisions, {name: tuple(sorted(some)) for name, some in sorted(waits.items())})


def _waits(commits: dict[str, _Commit], head: str, mine: set[str]) -> Iterator[tuple[int, int]]:
    """When each proposal was merged, and after how many minutes; oldest first."""
    chain = _chain(commits, head)
    taken = set(chain)
    for name in reversed(chain):
        merge = commits[name]
        branch = list(_branch(merge.parents[1:], commits, taken))
        if branch and name in mine:
            yield merge.at, max(0, merge.at - min(commit.at for commit in branch))


def _branch(tips: Iterable[str], commits: dict[str, _Commit], taken: set[str]) -> Iterator[_Commit]:
    """The commits that a merge brought to the main line."""
    open_ = list(tips)
    while open_:
        name = open_.pop()
        if name in commits and name not in taken:
            taken.add(name)
            yield commits[name]
            open_ += commits[name].parents


def _chain(commits: dict[str, _Commit], head: str) -> list[str]:
    """The main line among some commits, newest first."""
    chain = []
    while head in commits:
        chain.append(head)
        head = commits[head].parents[0] if commits[head].parents else ""
    return chain


def _commits(repository: Path, head: str, before: str) -> dict[str, _Commit]:
    """All commits of a span; none where the earlier one is no ancestor or is gone."""
    try:
        listed = git(repository, "log", "--format=%H %ct %P", *_span(head, before)).decode()
    except GitError:
        return {}
    rows = (line.split(" ") for line in listed.splitlines())
    return {row[0]: _Commit(_minutes(row[1]), tuple(filter(None, row[2:]))) for row in rows}


def _touched(
    repository: Path, folder: str, span: tuple[str, ...]
) -> Iterator[tuple[int, list[str]]]:
    """When the agenda was changed on the main line, and in which files."""
    listed = git(
        repository, "-c", "core.quotePath=false", "log", "--first-parent", "-m", "--no-renames",
        f"--format={_MARK}%ct", "--name-only", *span, "--", f"{folder}/agenda",
    ).decode(errors="replace")  # fmt: skip
    for part in listed.split(_MARK)[1:]:
        time, *paths = part.split("\n")
        yield _minutes(time), [path for path in paths if path]


def _span(head: str, before: str) -> tuple[str, ...]:
    return (head, f"^{before}") if before else (head,)


def _minutes(seconds: str) -> int:
    return _EPOCH + int(seconds) // 60


def _load(file: Path) -> _Known | None:
    try:
        data = file.read_bytes()
        if data[:_DIGEST] != digest_of_bytes(data[_DIGEST:]):
            return None
        return msgspec.msgpack.decode(data[_DIGEST:], type=_Known)
    except (OSError, msgspec.MsgspecError):
        return None


def _save(file: Path, known: _Known) -> None:
    data = msgspec.msgpack.encode(known, order="deterministic")
    file.parent.mkdir(parents=True, exist_ok=True)
    partial = file.with_suffix(".sebagian")
    partial.write_bytes(digest_of_bytes(data) + data)
    partial.replace(file)
