"""`make terima`: what arrived by telephone or mail becomes a proposal, and nothing more.

It never publishes: it makes the branch that `make usul` would make, from main. Where the gate
finds a fault, the files wait in the work tree and nothing is committed, so that what must not
be kept never enters the history.
"""

import shlex
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import closing
from functools import partial
from io import BytesIO
from pathlib import Path
from typing import NamedTuple

from plugins.intake import propose
from plugins.intake.amending import amended
from plugins.intake.arrival import Arrival, Given, arrive, day_of, with_photos
from plugins.intake.beside import settled
from plugins.intake.cleaning import cleaned, cleaned_files
from plugins.intake.composed import Composed
from plugins.intake.desk import near_in
from plugins.intake.handover import Handover, HandoverError, Leftover
from plugins.intake.names import Names
from plugins.intake.previews import hub_preview
from plugins.intake.receiving import read_file, read_stream, with_pictures
from plugins.intake.rows import clean, shown, without_numbers
from plugins.model.addresses import event_path, place_of
from plugins.model.moment import Moment, parse_moment
from plugins.model.newsroom import Newsroom
from plugins.reading.git import GitError, git
from plugins.reading.tree import CommitTree

PREFIX = "content/"
KEPT = Path(".terima")
STDIN = "-"
_UNTOUCHED = "Tidak ada yang berubah, dan kirimannya tetap utuh."


class Wanted(NamedTuple):
    """What was typed behind make terima."""

    file: str
    photos: tuple[str, ...] = ()
    choice: int = 0
    given: Given = Given()


def photo_names(typed: str) -> tuple[str, ...]:
    """The files of FOTO="a.jpg b.jpg"; names with spaces stand in quotation marks, or alone."""
    if not typed.strip() or Path(typed).exists():
        return (typed,) if typed.strip() else ()
    try:
        return tuple(shlex.split(typed))
    except ValueError as error:
        raise HandoverError('FOTO tidak terbaca; tulis FOTO="a.jpg b.jpg"') from error


def take(repository: Path, wanted: Wanted, pasted: bytes, today: Moment) -> str:
    """Read, guess, write, ask the gate, and propose where it agrees; return what to tell."""
    if wanted.file == STDIN:
        _remember(repository, pasted)
    name = shown(Path(wanted.file).name) if wanted.file != STDIN else "Naskah yang ditempel"
    try:
        _ready(repository)
        arrival = _arrival(repository, wanted, pasted, today)
        branch = propose.branch_name(sorted(arrival.files))
        _free(repository, branch, arrival, composed=not arrival.made)
    except HandoverError as error:
        reason, _, more = str(error).partition("\n")
        told = f"{name} tidak diterima: {reason.rstrip('.')}. {_UNTOUCHED}"
        raise HandoverError(f"{told}\n{more}" if more else told) from error
    propose.switch(repository, branch, fresh=True)
    _write(repository / PREFIX, arrival)
    answer, passes = _gate(repository, sorted(arrival.files))
    told = "\n\n".join([f"{name} diterima.", *_parts(arrival), f"Pemeriksaan:\n{answer}"])
    kept = _keep(repository, branch, arrival.left, told)
    told += f"\n\nJawaban ini, dan salinan yang tidak dipakai, ada di {kept}/."
    if not passes:
        return f"{told}\n\n{_red(branch)}"
    return f"{told}\n\n{_sent(repository, branch, arrival)}"


def _sent(repository: Path, branch: str, arrival: Arrival) -> str:
    git(repository, "add", "--all", "--", PREFIX)
    message = propose.commit_message(repository, sorted(arrival.files))
    notes = "\n".join(f"- {_told(note)}" for note in (*arrival.warnings, *arrival.notes))
    propose.commit(repository, f"{message}\n\nCatatan:\n{notes}" if notes else message)
    propose.push(repository, branch, undo=True)
    seen = hub_preview(repository, branch)
    told = f"Usulan terkirim sebagai {branch}. Belum terbit; lihat: make setuju"
    return f"{told}\nPratinjau: {seen}" if seen else told


def _remember(repository: Path, pasted: bytes) -> None:
    """What was pasted is nowhere else."""
    (repository / KEPT).mkdir(exist_ok=True)
    (repository / KEPT / "tempelan.txt").write_bytes(pasted)


def _ready(repository: Path) -> None:
    propose.fetch(repository)
    if propose.changed_paths(repository):
        raise HandoverError("masih ada perubahan di content/; selesaikan dulu dengan make usul")


def _arrival(repository: Path, wanted: Wanted, pasted: bytes, today: Moment) -> Arrival:
    if wanted.file == STDIN:
        read = read_stream(BytesIO(pasted), wanted.choice, today)
    else:
        read = read_file(Path(wanted.file), wanted.choice, today)
    if isinstance(read, Composed):
        return _of_composer(repository, read, wanted)
    return _of_material(repository, with_pictures(read, wanted.photos), wanted.given, today)


def _of_composer(repository: Path, read: Composed, wanted: Wanted) -> Arrival:
    """As the officer wrote it: nothing is guessed, only its photos are looked after."""
    photos, left = cleaned_files(read.photos)
    with closing(CommitTree(repository, propose.MAIN)) as tree:
        room = near_in(tree, read.texts, recent=0)
    on_main = partial(_on_main, repository)
    own = settled(read.texts, photos, on_main, partial(_changed_on, repository))
    whole = amended(own.texts, on_main, partial(_series_of, room))
    notes = [*_said(read.note), *whole.notes]
    if wanted.photos:
        notes.append("FOTO=… tidak dipakai: arsip dari /tulis/ membawa fotonya sendiri")
    return Arrival(
        {**whole.texts, **own.photos},
        (),
        tuple(notes),
        (*left, *own.left),
        own.warnings,
        made=False,
    )


def _said(lines: Sequence[str]) -> Iterator[str]:
    """The lines of pengirim.txt, of which the composer names the first two."""
    for line in lines:
        key, _, rest = line.partition(": ")
        names = {"nama": "pengirim", "catatan": "catatan pengirim"}
        yield f"{names[key]}: {rest}" if key in names and rest else f"pengirim: {line}"


def _of_material(repository: Path, handover: Handover, given: Given, today: Moment) -> Arrival:
    day = day_of(handover, given, today)
    moment = parse_moment(day.value)
    months = [f"agenda/humas/{m.year:04}/{m.month:02}/01-x.md" for m in _around(moment)]
    if given.event:
        months.append(event_path(given.event))
    with closing(CommitTree(repository, propose.MAIN)) as tree:
        room = near_in(tree, months)
    arrival, path = arrive(handover, _known(given, room), day, today, room)
    place = place_of(path)
    if place is None:
        raise HandoverError('judulnya terlalu panjang atau tidak memuat kata; beri JUDUL="…"')
    photos, left = cleaned(handover.pictures, place.slug)
    arrival = with_photos(arrival, path, photos, room.agencies[place.agency].name)
    return arrival._replace(left=(*arrival.left, *left))


def _around(moment: Moment) -> tuple[Moment, Moment]:
    """The month of the news, and that of an activity shortly before it."""
    return moment, moment.later(-7)


def _known(given: Given, room: Newsroom) -> Given:
    """With the agency as a slug, by whatever name it was typed."""
    agency = given.agency and Names(room).agency(given.agency)
    if given.agency and not agency:
        near = Names(room).nearest(given.agency)
        meant = f"; mungkin PD={near}" if near else ""
        raise HandoverError(f"tidak ada perangkat daerah {shown(given.agency)}{meant}")
    if given.event and room.event(given.event) is None:
        raise HandoverError(f"tidak ada kegiatan {shown(given.event)} pada agenda")
    return given._replace(agency=agency)


def _free(repository: Path, branch: str, arrival: Arrival, composed: bool) -> None:
    """Nothing that waits or was published is ever replaced by a guess."""
    if propose.exists(repository, f"{propose.REMOTE}/{branch}"):
        raise HandoverError(f"usulan {branch} sudah menunggu; lihat: make setuju")
    if _has_own_work(repository, branch):
        raise HandoverError(
            f"cabang {branch} sudah ada di sini; buang dulu: git branch -D {branch}"
        )
    for path in () if composed else arrival.files:
        if _on_main(repository, path) is not None:
            raise HandoverError(f'sudah ada {PREFIX}{path}; beri judul lain: JUDUL="…"')


def _on_main(repository: Path, path: str) -> bytes | None:
    """The file at a path below content/, as main has it."""
    try:
        return git(repository, "cat-file", "blob", f"{propose.MAIN}:{PREFIX}{path}")
    except GitError:
        return None


def _changed_on(repository: Path, path: str) -> str:
    """The day of the last commit on main that touched a file below content/."""
    day = git(repository, "log", "-1", "--format=%cs", propose.MAIN, "--", PREFIX + path)
    return day.decode().strip()


def _series_of(room: Newsroom, event_id: str) -> str:
    """The recurring activity that has a time of this id, without a file of its own."""
    event = room.recurring.get(event_id)
    return event.series if event else ""


def _has_own_work(repository: Path, branch: str) -> bool:
    try:
        ahead = git(repository, "rev-list", "--count", f"{propose.MAIN}..refs/heads/{branch}")
    except GitError:
        return False
    return ahead.strip() != b"0"


def _write(content: Path, arrival: Arrival) -> None:
    for path, data in arrival.files.items():
        file = content / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(data)


def _gate(repository: Path, paths: Sequence[str]) -> tuple[str, bool]:
    """What the gate says of these files, and whether it lets them pass."""
    own = sorted({PREFIX + propose.unit(path) for path in paths})
    command = [sys.executable, "-m", "plugins.checks", "--repository", str(repository), *own]
    done = subprocess.run(command, cwd=repository, capture_output=True, text=True, check=False)
    return (done.stdout + done.stderr).strip(), done.returncode == 0


def _keep(repository: Path, branch: str, left: Sequence[Leftover], told: str) -> Path:
    """Copies of what was not used, under plain names, where git does not look; and the answer."""
    folder = repository / KEPT / branch.removeprefix("usul/").replace("/", "-")
    folder.mkdir(parents=True, exist_ok=True)
    for number, one in enumerate((one for one in left if one.data), 1):
        (folder / f"{number:02}-{_plain(one.name)}").write_bytes(one.data)
    (folder / "jawaban.txt").write_text(told + "\n", encoding="utf-8")
    return folder.relative_to(repository)


def _plain(name: str) -> str:
    """A name that is nothing but a name."""
    kept = "".join(c if c.isascii() and (c.isalnum() or c in "._-") else "-" for c in name)
    return kept.strip(".-")[-80:] or "berkas"


def _parts(arrival: Arrival) -> Iterator[str]:
    files = [f"  {PREFIX}{path}" for path in sorted(arrival.files)]
    if arrival.warnings:
        yield "\n".join(["Perhatian:", *(f"  {_told(one)}" for one in arrival.warnings)])
    yield "\n".join(["Ditulis:", *files])
    if arrival.guesses:
        rows = [f"  {g.key}: {shown(g.value)} {g.how}" for g in arrival.guesses]
        yield "\n".join(["Ditebak, periksa satu per satu:", *rows])
    if arrival.notes:
        yield "\n".join(["Catatan:", *(f"  {_told(note)}" for note in arrival.notes)])
    if arrival.left:
        rows = [f"  {shown(one.name)}: {one.reason}" for one in arrival.left]
        yield "\n".join(["Tidak dipakai:", *rows])


def _told(note: str) -> str:
    return f"{without_numbers(clean(note))[0]}."


def _red(branch: str) -> str:
    return (
        f"Belum dikirim. Berkasnya ada di folder content/, pada cabang {branch}. Perbaiki yang "
        "bertanda GALAT, lalu: make usul"
    )
