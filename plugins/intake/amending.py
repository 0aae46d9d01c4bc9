"""A change of an activity, as the composer sends it, laid over the file that main has.

The composer knows what the site publishes and no more, so its file holds the keys that change;
every other line stays, be it public or not. Decision 14 has the form.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, NamedTuple

from plugins.intake.handover import HandoverError
from plugins.intake.normalform import UncertainFormError, normal_form
from plugins.model.addresses import event_path, place_of
from plugins.model.fields import EVENT_FIELDS, POST_FIELDS
from plugins.model.moment import Moment, parse_moment
from plugins.reading.convert import convert
from plugins.reading.header import FATAL, FENCE, GUESS, decode, read_source

OnMain = Callable[[str], bytes | None]  # the file at a path below content/
SeriesOf = Callable[[str], str]  # the id of the recurring activity behind an id, or nothing
_PREFIX = "content/"
_RANKS = {
    kind: {field.key: rank for rank, field in enumerate(fields)}
    for kind, fields in (("event", EVENT_FIELDS), ("post", POST_FIELDS))
}
_TITLE = "acara"
_MOVED_TO = "pindah_ke"
_STATUS = ("status", "alasan", _MOVED_TO)  # they are said together, and replaced together
# What a later time of a series does not take from the first, as in model/recurrence.py.
_OF_THE_FIRST = ("sampai", *_STATUS, "tidak_diberitakan", "ulang", "abaikan")
# What the composer is not told, and what therefore comes along to the new day.
_UNTOLD = ("pimpinan", "kehadiran", "liputan", "publik", "catatan")
_EVERY_TIME = ("mulai", "selesai", "tempat", "kecamatan", "bersama", "peserta")


class Sheet(NamedTuple):
    """A file of an activity in the normal form: each key with its lines and remarks."""

    keys: Mapping[str, tuple[str, ...]]
    tail: tuple[str, ...] = ()  # remarks below the last key
    body: str = ""


class Amended(NamedTuple):
    texts: Mapping[str, bytes]  # by path below content/
    notes: tuple[str, ...]  # Indonesian: what became of each


def amended(texts: Mapping[str, bytes], on_main: OnMain, series_of: SeriesOf) -> Amended:
    """The texts with every change laid over what main has; raises HandoverError."""
    whole = dict(texts)
    notes: list[str] = []
    for path, data in texts.items():
        place = place_of(path)
        if place is None or place.kind != "event":
            continue  # a post; beside.py
        base, note = _base(path, data, on_main, series_of)
        if base is None:
            continue
        change = _sheet(path, data)
        whole[path] = _written(path, _over(base, change))
        notes += [f"{note}: {', '.join(change.keys)}", *_warnings(base, change)]
        successor = event_path(_values(path, data).get(_MOVED_TO, ""))
        if successor in texts and on_main(successor) is None:
            whole[successor] = _written(
                successor, _with_untold(_sheet(successor, texts[successor]), base)
            )
    return Amended(whole, tuple(notes))


def laid_over(path: str, old: bytes, data: bytes) -> bytes:
    """The keys and the body of *data*, and every other key of *old*; raises HandoverError."""
    return _written(path, _over(_sheet(path, old), _sheet(path, data)))


def _base(path: str, data: bytes, on_main: OnMain, series_of: SeriesOf) -> tuple[Sheet | None, str]:
    """What a file is laid over, and what to say of it; nothing under a new activity."""
    place = place_of(path)
    assert place is not None
    if (old := on_main(path)) is not None:
        return _sheet(path, old), f"mengubah {_PREFIX}{path}"
    if not _is_change(path, data):
        return None, ""
    series = event_path(series_of(place.id))
    first = on_main(series)
    if first is None:
        keys = ", ".join(_sheet(path, data).keys)
        raise HandoverError(
            f"kiriman itu mengubah {keys} pada {_PREFIX}{path}, tetapi kegiatan itu tidak ada di "
            "main. Minta petugasnya membuka /tulis/ dengan sinyal, lalu memilih kegiatan itu lagi "
            "atau mengirimnya sebagai “Kegiatan baru”"
        )
    day = parse_moment(f"{place.year}-{place.month:02}-{place.day:02}")
    return _on_day(_sheet(series, first), day), f"menulis hari itu dari {_PREFIX}{series}"


def _is_change(path: str, data: bytes) -> bool:
    source = read_source(path, data)
    unread = any(problem.kind in FATAL for problem in source.problems)
    return not unread and _TITLE not in _values(path, data)


def _sheet(path: str, data: bytes) -> Sheet:
    place = place_of(path)
    assert place is not None
    try:
        text = normal_form(path, place, data)
    except UncertainFormError as error:
        raise HandoverError(
            f"{_PREFIX}{path} tidak dapat diubah dengan pasti, baris {error.line}: {error}"
        ) from error
    return _taken_apart(path, text)


def _taken_apart(path: str, text: bytes) -> Sheet:
    source = read_source(path, text)
    lines = decode(text)[0].split("\n")
    end = source.body_line - 2  # the closing fence, counted from zero
    starts = [key.line - 1 for key, _ in source.header.pairs]
    if len(set(starts)) != len(starts):
        raise HandoverError(f"{_PREFIX}{path}: tulis setiap kunci pada baris sendiri")
    cuts = [_with_remarks(lines, start) for start in (*starts, end)]
    names = [key.text for key, _ in source.header.pairs]
    spans = zip(names, cuts, cuts[1:], strict=False)
    keys = {name: tuple(lines[first:last]) for name, first, last in spans}
    return Sheet(keys, tuple(lines[cuts[-1] : end]), source.body.strip("\n"))


def _with_remarks(lines: list[str], start: int) -> int:
    """The first of the remarks and empty lines right above a line of the header."""
    while start > 1 and (not lines[start - 1].strip() or lines[start - 1].startswith("#")):
        start -= 1
    return start


def _over(base: Sheet, change: Sheet) -> Sheet:
    gone = _STATUS if "status" in change.keys else ()
    keys = {key: lines for key, lines in base.keys.items() if key not in gone}
    for key, lines in change.keys.items():
        keys[key] = (*_remarks(base.keys.get(key, ())), *_bare(lines))
    return Sheet(keys, base.tail, change.body or base.body)


def _remarks(lines: Iterable[str]) -> Iterator[str]:
    """Those that still hold: a guess is none any more where an officer has said it."""
    return (line for line in lines if line.startswith("#") and not line.startswith(GUESS))


def _bare(lines: Iterable[str]) -> Iterator[str]:
    return (line for line in lines if line.strip() and not line.startswith("#"))


def _on_day(first: Sheet, day: Moment) -> Sheet:
    """One time of a series as a file: as the first, without what was said of that alone."""
    keys = {key: lines for key, lines in first.keys.items() if key not in _OF_THE_FIRST}
    return Sheet({**keys, "tanggal": (f"tanggal: {day.iso_day}",)})


def _with_untold(successor: Sheet, base: Sheet) -> Sheet:
    """The new day of a moved activity, with what only its file knows."""
    untold = {key: base.keys[key] for key in _UNTOLD if key in base.keys}
    return successor._replace(keys={**untold, **successor.keys})


def _written(path: str, sheet: Sheet) -> bytes:
    """The file with its keys in the order of the normal form; proven by reading it again."""
    place = place_of(path)
    ranks = _RANKS[place.kind] if place else {}
    ordered = sorted(sheet.keys, key=lambda key: ranks.get(key, len(ranks)))
    rows = [line for key in ordered for line in sheet.keys[key]]
    body = [sheet.body] if sheet.body else []
    text = "\n".join([FENCE, *rows, *sheet.tail, FENCE, *([""] if body else []), *body, ""])
    if _taken_apart(path, text.encode()).keys != {key: sheet.keys[key] for key in ordered}:
        raise HandoverError(f"{_PREFIX}{path} tidak dapat diubah dengan pasti; sunting berkas itu")
    return text.encode()


def _warnings(base: Sheet, change: Sheet) -> Iterator[str]:
    shared = [key for key in change.keys if key in _EVERY_TIME]
    if shared and "ulang" in base.keys:
        yield f"kegiatan itu berulang: {', '.join(shared)} berubah untuk semua harinya"


def _values(path: str, data: bytes) -> dict[str, Any]:
    return convert(read_source(path, data).header, EVENT_FIELDS)[0]
