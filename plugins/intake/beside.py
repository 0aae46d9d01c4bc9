"""A post that was sent to an address which main has already: beside it, not over it.

Two officers choose the same title, or one sends a second piece about an activity; neither wants
the first to vanish. Only a file that calls itself a correction (`ralat`) takes the place of the
old one, and then keeps every key that it does not name.
"""

from collections.abc import Callable, Iterator, Mapping
from difflib import SequenceMatcher
from itertools import count
from typing import Any, NamedTuple

from plugins.intake.amending import OnMain, laid_over
from plugins.intake.handover import HandoverError, Leftover
from plugins.intake.rows import shown
from plugins.model.addresses import SLUG_LENGTH, Place, place_of, post_path
from plugins.model.fields import POST_FIELDS
from plugins.reading.convert import convert
from plugins.reading.header import read_source

PREFIX = "content/"
BESIDE, REPLACED = "TM01", "TM02"  # explained in docs/panduan/menerima-kiriman.md
CORRECTION = "ralat"
_MOST_LINES = 3  # of the old text that are quoted
ChangedOn = Callable[[str], str]  # the day of the last commit on main that touched a path


class Settled(NamedTuple):
    texts: Mapping[str, bytes]  # by path below content/
    photos: Mapping[str, bytes]
    warnings: tuple[str, ...] = ()  # Indonesian
    left: tuple[Leftover, ...] = ()


def settled(
    texts: Mapping[str, bytes], photos: Mapping[str, bytes], on_main: OnMain, changed_on: ChangedOn
) -> Settled:
    """The same without an address that is taken; HandoverError where main has all of it."""
    done = Settled(dict(texts), dict(photos))
    for path in texts:
        place = place_of(path)
        old = on_main(path) if place and place.kind == "post" else None
        if place and old is not None:
            done = _settle(done, path, place, old, on_main, changed_on(path))
    return done


def _settle(
    now: Settled, path: str, place: Place, old: bytes, on_main: OnMain, changed: str
) -> Settled:
    folder = path.removesuffix("index.md")
    own = {name: data for name, data in now.photos.items() if name.startswith(folder)}
    if now.texts[path] == old and all(on_main(name) == data for name, data in own.items()):
        raise _known(path)
    there = _there(path, old, changed)
    differs = f"yang berbeda: {_differences(path, old, now.texts[path], own, on_main)}"
    corrections = _values(path, now.texts[path]).get(CORRECTION)
    if corrections:
        if any(one not in corrections for one in _values(path, old).get(CORRECTION, ())):
            raise HandoverError(
                f"{PREFIX}{path} di main sudah memuat ralat; tulis ralat yang lama juga"
            )
        replaced = list(_replaced(path, old, own, on_main))
        return _corrected(now, path, old, replaced, (there, differs))
    free = _free(place, now.texts[path], on_main)
    return _beside(now, path, free, own, (there, differs))


def _corrected(
    now: Settled, path: str, old: bytes, replaced: list[tuple[str, bytes]], said: tuple[str, str]
) -> Settled:
    there, differs = said
    warnings = (
        f"{REPLACED} {there} Kiriman ini ralat dan menggantikannya; isian yang tidak disebutnya "
        "tetap",
        f"{REPLACED} {differs}",
    )
    left = [Leftover(name, "yang lama, sebelum ralat ini", data) for name, data in replaced]
    return now._replace(
        texts={**now.texts, path: laid_over(path, old, now.texts[path])},
        warnings=(*now.warnings, *warnings),
        left=(*now.left, *left),
    )


def _beside(
    now: Settled, path: str, free: str, own: Mapping[str, bytes], said: tuple[str, str]
) -> Settled:
    there, differs = said
    warnings = (
        f"{BESIDE} {there} Yang lama tidak disentuh; kiriman ini ditulis di sebelahnya: "
        f"{PREFIX}{free}",
        f"{BESIDE} {differs}",
        f"{BESIDE} bila maksudnya membetulkan, kembalikan usulan ini dan sunting yang lama",
    )
    old, new = path.removesuffix("index.md"), free.removesuffix("index.md")
    photos = {new + name.removeprefix(old) if name in own else name: data
              for name, data in now.photos.items()}  # fmt: skip
    texts = {free if name == path else name: data for name, data in now.texts.items()}
    return now._replace(texts=texts, photos=photos, warnings=(*now.warnings, *warnings))


def _free(place: Place, data: bytes, on_main: OnMain) -> str:
    """The path of the first number that main does not have."""
    stem, _, slug = place.id.rpartition("/")
    for number in count(2):
        end = f"-{number}"
        path = post_path(f"{stem}/{slug[: SLUG_LENGTH[1] - len(end)].rstrip('-')}{end}")
        old = on_main(path)
        if old == data:
            raise _known(path)
        if old is None:
            return path
    raise AssertionError("numbers do not end")


def _known(path: str) -> HandoverError:
    return HandoverError(f"kiriman itu sama dengan {PREFIX}{path}, yang sudah ada di main")


def _there(path: str, old: bytes, changed: str) -> str:
    values = _values(path, old)
    day = getattr(values.get("tanggal"), "iso_day", "")
    dated = f" tertanggal {day}" if day else ""
    return (
        f"{PREFIX}{path} sudah ada di main: {shown(str(values.get('judul', '')))}{dated}, "
        f"terakhir diubah {changed}."
    )


def _differences(
    path: str, old: bytes, new: bytes, photos: Mapping[str, bytes], on_main: OnMain
) -> str:
    before, after = _values(path, old), _values(path, new)
    parts = list(_of_keys(before, after))
    parts += _of_body(_body(path, old), _body(path, new))
    changed = [name.rpartition("/")[2] for name, data in photos.items() if on_main(name) != data]
    parts += [f"foto baru {', '.join(changed)}"] if changed else []
    return "; ".join(parts) or "hanya bentuk penulisannya"


def _of_keys(before: Mapping[str, Any], after: Mapping[str, Any]) -> Iterator[str]:
    for field in POST_FIELDS:
        one, other = before.get(field.key), after.get(field.key)
        if one == other:
            continue
        if isinstance(one, str) and isinstance(other, str):
            yield f"{field.key} {shown(one)} menjadi {shown(other)}"
        else:
            yield f"{field.key} {'tidak disebut' if other is None else 'berbeda'}"


def _of_body(old: list[str], new: list[str]) -> Iterator[str]:
    gone, more = list[str](), 0
    for kind, first, last, start, end in SequenceMatcher(None, old, new).get_opcodes():
        if kind != "equal":
            gone += old[first:last]
            more += end - start
    if gone or more:
        quoted = ", ".join(map(shown, gone[:_MOST_LINES]))
        rest = f" dan {len(gone) - _MOST_LINES} lagi" if len(gone) > _MOST_LINES else ""
        yield f"isi: {more} paragraf baru" + (f", tidak ada lagi {quoted}{rest}" if gone else "")


def _replaced(
    path: str, old: bytes, photos: Mapping[str, bytes], on_main: OnMain
) -> Iterator[tuple[str, bytes]]:
    """What a correction takes the place of, to be kept beside."""
    yield path.rpartition("/")[2], old
    for name, data in photos.items():
        before = on_main(name)
        if before is not None and before != data:
            yield name.rpartition("/")[2], before


def _values(path: str, data: bytes) -> dict[str, Any]:
    return convert(read_source(path, data).header, POST_FIELDS)[0]


def _body(path: str, data: bytes) -> list[str]:
    return [part for part in read_source(path, data).body.strip().split("\n\n") if part]
