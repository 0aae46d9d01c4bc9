"""Photos beside a post that its header does not list yet: put behind those that it does.

Caption and credit are proposed from what the camera or an editor wrote into the photo, and the
alternative text is asked for. What the officer has written is never touched.
"""

from collections.abc import Callable, Iterator, Mapping

from plugins.model import prompts
from plugins.model.draft import quoted
from plugins.model.source import Items, Node, Pairs, Text
from plugins.reading.header import FATAL, FENCE, decode, read_source
from plugins.reading.photos import PhotoWords

KEY = "foto"


def enlisted(path: str, data: bytes, beside: Mapping[str, Callable[[], PhotoWords]]) -> bytes:
    """The text with every photo of *beside* listed; as it was where that is not certain."""
    source = read_source(path, data)
    lines = decode(data)[0].split("\n")
    if any(problem.kind in FATAL for problem in source.problems) or lines[0].rstrip() != FENCE:
        return data
    listed = next((node for key, node in source.header.pairs if key.text == KEY), None)
    names = set(_names(listed)) if listed else set()
    missing = {name: words for name, words in sorted(beside.items()) if name not in names}
    fresh = [line for name, words in missing.items() for line in _item(name, words())]
    end = source.body_line - 2  # the closing fence, counted from zero
    place = _behind(listed, lines, end) if listed else end
    if not fresh or place is None:
        return data
    head = [] if listed else [f"{KEY}:"]
    text = "\n".join([*lines[:place], *head, *fresh, *lines[place:]]).encode()
    return text if _names_of(path, text) >= names | set(missing) else data


def _item(name: str, words: PhotoWords) -> Iterator[str]:
    yield f"  - berkas: {name}"
    yield f"    alt: {quoted(prompts.ALT)}"
    if words.caption:
        yield f"    keterangan: {quoted(words.caption)}"
    if words.credit:
        yield f"    kredit: {quoted(words.credit)}"


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
