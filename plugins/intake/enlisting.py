"""Photos of a post that its header does not list yet: put behind those that it does.

Caption and credit are proposed from what is known of the photo, and the alternative text is
asked for. What the officer has written is never touched.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence

from plugins.intake.rows import clean, without_numbers
from plugins.intake.scalars import scalar
from plugins.model import prompts
from plugins.model.source import Items, Node, Pairs, Text
from plugins.reading.header import FATAL, FENCE, decode, read_source
from plugins.reading.photos import LONGEST_CAPTION, LONGEST_CREDIT, PhotoWords

KEY = "foto"


def enlisted(
    path: str,
    data: bytes,
    photos: Mapping[str, Callable[[], PhotoWords]],
    remarks: Sequence[str] = (),
) -> bytes:
    """The text with every photo listed, in this order, a new list under these remarks.

    As it was where that is not certain.
    """
    source = read_source(path, data)
    lines = decode(data)[0].split("\n")
    if any(problem.kind in FATAL for problem in source.problems) or lines[0].rstrip() != FENCE:
        return data
    listed = next((node for key, node in source.header.pairs if key.text == KEY), None)
    names = set(_names(listed)) if listed else set()
    missing = {name: words for name, words in photos.items() if name not in names}
    fresh = [line for name, words in missing.items() for line in _item(name, words())]
    end = source.body_line - 2  # the closing fence, counted from zero
    place = _behind(listed, lines, end) if listed else end
    if not fresh or place is None:
        return data
    head = [] if listed else [*remarks, f"{KEY}:"]
    text = "\n".join([*lines[:place], *head, *fresh, *lines[place:]]).encode()
    return text if _names_of(path, text) >= names | set(missing) else data


def _item(name: str, words: PhotoWords) -> Iterator[str]:
    yield f"  - berkas: {name}"
    yield f"    alt: {scalar(prompts.ALT)}"
    if caption := _safe(words.caption, LONGEST_CAPTION):
        yield f"    keterangan: {scalar(caption)}"
    if credit := _safe(words.credit, LONGEST_CREDIT):
        yield f"    kredit: {scalar(credit)}"


def _safe(text: str, longest: int) -> str:
    """One line that a header may hold, without the numbers of persons."""
    return without_numbers(clean(text))[0][:longest]


def _behind(listed: Node, lines: list[str], end: int) -> int | None:
    """The line behind the last photo of a list that is written one below the other."""
    first = listed.line - 1
    if not isinstance(listed, Items) or not lines[first].startswith("  - "):
        return None
    return next((n for n in range(first, end) if not lines[n].startswith(" ")), end)


def _names_of(path: str, data: bytes) -> set[str]:
    header = read_source(path, data).header
    return {name for key, node in header.pairs if key.text == KEY for name in _names(node)}


def _names(listed: Node) -> Iterator[str]:
    for item in listed.items if isinstance(listed, Items) else ():
        for key, node in item.pairs if isinstance(item, Pairs) else ():
            if key.text == "berkas" and isinstance(node, Text):
                yield node.text
