"""One text in the normal form: a pure function of its bytes, which proves its own result.

Whatever the strokes of headerform.py and slips.py were, the result is read again; where it
does not say the same as before, they are not made.
"""

import re
from typing import Any, NamedTuple

import msgspec

from plugins.intake.headerform import Mend, fenced_header, plain_header
from plugins.intake.slips import mended, straightened
from plugins.model.addresses import Place
from plugins.model.body import Block, PhotoSlot
from plugins.model.fields import FIELDS
from plugins.model.manuscript import Rendered
from plugins.model.source import Source
from plugins.reading.body import render
from plugins.reading.convert import convert
from plugins.reading.header import FATAL, FENCE, decode, read_source
from plugins.reading.typography import typeset_text

KINDS = frozenset({"post", "event", "agency"})
_HEALED = frozenset({"byte-order-mark", "carriage-return"})  # problems that are gone afterwards
_BLANKS = re.compile(r"[ \t]+(?=\n|</|<br|\Z)")
_BREAK = re.compile(r" {2,}\Z")  # at the end of a line: Markdown's line break


class UncertainFormError(ValueError):
    """The file is left alone; `str()` says why, in Indonesian."""

    def __init__(self, message: str, line: int = 1, column: int = 1) -> None:
        super().__init__(message)
        self.line = line
        self.column = column


class _Draft(NamedTuple):
    """A text taken apart."""

    source: Source
    fenced: bool
    header: tuple[str, ...]  # the lines between the fences, or those of Pelican's header


def normal_form(path: str, place: Place, data: bytes) -> bytes:
    """The same text in the normal form; raises UncertainFormError where that is not certain."""
    draft = _draft(decode(data)[0], read_source(path, data))
    _refuse(draft.source, place)
    formed = _written(draft, place, _as_it_is, _form_of(draft.source.body))
    if _meaning(path, place, formed) != _meaning(path, place, decode(data)[0]):
        raise UncertainFormError("susunan kepalanya tidak dapat diubah dengan pasti")
    return _worded(path, place, formed).encode()


def _worded(path: str, place: Place, formed: str) -> str:
    """The text with its words mended, in the header only where YAML still reads it."""
    draft = _draft(formed, read_source(path, formed.encode()))
    body, problems = _body_words(draft.source.body), _problems(path, place, formed)
    for mend in (_header_words, _as_it_is):
        worded = _written(draft, place, mend, body)
        if _problems(path, place, worded) == problems:
            return worded
    return formed


def _draft(text: str, source: Source) -> _Draft:
    lines = text.split("\n")
    start = next((number for number, line in enumerate(lines) if line.strip()), 0)
    fenced = lines[start].rstrip() == FENCE
    if fenced:
        return _Draft(source, True, tuple(lines[start + 1 : source.body_line - 2]))
    return _Draft(source, False, tuple(lines[start : source.body_line - 1]))


def _refuse(source: Source, place: Place) -> None:
    for problem in source.problems:
        if problem.kind in FATAL:
            raise UncertainFormError("isinya belum terbaca", problem.line, problem.column)
    for problem in convert(source.header, FIELDS[place.kind])[1]:
        if problem.kind == "duplicate-key":
            told = f"kunci “{problem.value}” ditulis dua kali"
            raise UncertainFormError(told, problem.line, problem.column)


def _written(draft: _Draft, place: Place, mend: Mend, body: str) -> str:
    header = (
        fenced_header(draft.header, place.kind, mend)
        if draft.fenced
        else plain_header(draft.source.header, place.kind, mend)
    )
    return "\n".join([FENCE, *header, FENCE, body and f"\n{body}", ""]).rstrip("\n") + "\n"


def _as_it_is(value: str) -> str:
    return value


def _header_words(value: str) -> str:
    return straightened(mended(value), typeset_text)


def _form_of(body: str) -> str:
    """The body without blanks at the ends of lines, unless they are what makes it look so."""
    lines = body.split("\n")
    following = [*lines[1:], ""]
    stripped = [
        line.rstrip() + ("  " if _BREAK.search(line) and line.strip() and after.strip() else "")
        for line, after in zip(lines, following, strict=True)
    ]
    formed = "\n".join(stripped).strip("\n")
    return formed if _shown(formed) == _shown(body) else body.strip("\n")


def _body_words(body: str) -> str:
    paragraphs = mended(body).strip("\n").split("\n\n")
    worded = "\n\n".join(straightened(paragraph, _shown) for paragraph in paragraphs)
    return worded if _shown(worded) == _shown(mended(body)) else mended(body).strip("\n")


def _shown(body: str) -> Rendered:
    """What a reader sees of a body: blanks at the end of a line or a paragraph are not seen."""
    rendered = render(body)
    blocks = tuple(_without_blanks(block) for block in rendered.body)
    return msgspec.structs.replace(rendered, body=blocks)


def _without_blanks(block: Block) -> Block:
    if isinstance(block, PhotoSlot):
        return block
    return type(block)(_BLANKS.sub("", block.html))


def _meaning(path: str, place: Place, text: str) -> tuple[Any, ...]:
    """All that the site and the gate learn from a text, without the lines it stands on."""
    source = read_source(path, text.encode())
    values, _ = convert(source.header, FIELDS[place.kind])
    return values, _shown(source.body), _problems(path, place, text)


def _problems(path: str, place: Place, text: str) -> list[tuple[str, str]]:
    """Kind and value of each; a remark that YAML drops also names its key, which may change."""
    source = read_source(path, text.encode())
    found = [*source.problems, *convert(source.header, FIELDS[place.kind])[1]]
    return sorted((p.kind, p.value) for p in found if p.kind not in _HEALED)
