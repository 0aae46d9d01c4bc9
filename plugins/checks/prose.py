"""The words of a post or activity as one text in which every place is still known.

Rules of language and style search it once each. Targets of links, addresses and code are
blanked, so that no rule reads them as words.
"""

import re
from bisect import bisect_right
from collections.abc import Collection, Iterable, Iterator
from itertools import islice
from typing import NamedTuple

from plugins.checks.locate import parts_of, text_of
from plugins.checks.rulebook import Finding
from plugins.checks.wording import quoted
from plugins.model.manuscript import Manuscript
from plugins.model.portable import RuleData
from plugins.model.source import Text

MOST_TOLD = 5  # places of one kind in one file
PROSE_KEYS = {"post": ("judul", "ringkasan"), "event": ("acara", "tempat", "peserta", "alasan")}
PHOTO_KEYS = ("alt", "keterangan")
_GAP = "\n\n"
ADDRESS = r"\]\([^)\n]{0,500}\)|(?:https?://|www\.)[^\s)>\]]+|`[^`\n]*`"
MAIL = r"(?<!\S)[^\s@]+@\S+"
_ADDRESS, _MAIL = re.compile(ADDRESS), re.compile(MAIL)
_PUNCTUATION = '.,;:!?()*“”"'
NAME_REACH = 40  # characters; a longer quotation is speech, not a name
_Matches = Iterator[re.Match[str]]
_SKIPPED = ("#", ">", "|", "![", "- ", "* ", "+ ")  # begin what is not a paragraph


class Paragraph(NamedTuple):
    start: int  # in the text of the prose
    text: str


class Prose(NamedTuple):
    text: str = ""  # texts of the header, then the body, with an empty line between them
    words: frozenset[str] = frozenset()  # in lower case, without punctuation
    odd: frozenset[str] = frozenset()  # characters of its words that ASCII does not have
    paragraphs: tuple[Paragraph, ...] = ()  # of the body, everything between empty lines
    starts: tuple[int, ...] = (0,)  # of each part in the text
    places: tuple[tuple[int, int], ...] = ((1, 1),)  # line and column of each part

    @property
    def body(self) -> int:
        """Where the body begins in the text."""
        return self.starts[-1]

    def place(self, index: int) -> tuple[int, int]:
        """Line and column in the file of a character of the text."""
        part = bisect_right(self.starts, index) - 1
        start, (line, column) = self.starts[part], self.places[part]
        newlines = self.text.count("\n", start, index)
        if newlines:
            return line + newlines, index - self.text.rfind("\n", start, index)
        return line, column + index - start


_last: list[tuple[Manuscript, Prose]] = []  # all rules ask for the same one in a row


def prose_of(manuscript: Manuscript) -> Prose:
    """The prose of a post or activity; empty for every other file."""
    if not _last or _last[0][0] is not manuscript:
        _last[:] = [(manuscript, _prose(manuscript))]
    return _last[0][1]


def finding(prose: Prose, index: int, message: str, hint: str) -> Finding:
    return Finding(message, hint, *prose.place(index))


def told(prose: Prose, index: int, data: RuleData, found: str, **values: object) -> Finding:
    """A finding in the words of a rule that is data."""
    message, hint = worded(data, found, **values)
    return finding(prose, index, message, hint)


def worded(data: RuleData, found: str = "", **values: object) -> tuple[str, str]:
    """Message and hint, with the names in braces filled in."""
    given = {"found": quoted(found), **values}
    return data.message.format_map(given), data.hint.format_map(given)


def spots(prose: Prose, pattern: re.Pattern[str]) -> Iterator[re.Match[str]]:
    """The first few places that a pattern finds."""
    return islice(pattern.finditer(prose.text), MOST_TOLD)


def beginning(prose: Prose, pattern: re.Pattern[str], starts: Iterable[str]) -> _Matches:
    """All places that a pattern finds, where each begins with one of these few letters.

    Looking for the letters is quick, trying a pattern at every place of a text is not.
    """
    end = 0
    for place in sorted(place for start in starts for place in _places(prose.text, start)):
        if place >= end and (match := pattern.match(prose.text, place)):
            yield match
            end = match.end()


def line_spots(prose: Prose, pattern: re.Pattern[str]) -> _Matches:
    """The first few places of a pattern for the beginning of a line, tried nowhere else."""
    starts = (0, *(place + 1 for place in _places(prose.text, "\n")))
    found = (pattern.match(prose.text, start) for start in starts)
    return islice((match for match in found if match), MOST_TOLD)


def _places(text: str, part: str) -> Iterator[int]:
    place = text.find(part)
    while place >= 0:
        yield place
        place = text.find(part, place + 1)


def word_spots(prose: Prose, words: Collection[str]) -> Iterator[re.Match[str]]:
    """The first few places of any of these words; nothing is searched where none occurs."""
    present = prose.words.intersection(words)
    if present:
        choice = "|".join(sorted(map(re.escape, present)))
        pattern = re.compile(rf"(?<![\w-])(?:{choice})(?![\w-])", re.IGNORECASE)
        found = pattern.finditer(prose.text)
        yield from islice((m for m in found if not in_quoted_name(prose.text, m)), MOST_TOLD)


def in_quoted_name(text: str, match: re.Match[str]) -> bool:
    """Whether a match stands in a short quoted name, such as the lagu “Dimana Bumi Dipijak”."""
    first = max(match.start() - NAME_REACH, 0)  # a negative one would count from the end
    start = max(text.rfind(mark, first, match.start()) for mark in '"“')
    ends = [text.find(mark, match.end(), match.end() + NAME_REACH) for mark in '"”']
    end = min((e for e in ends if e >= 0), default=-1)
    if start < 0 or end < 0:
        return False
    inside = text[start + 1 : end]
    return inside[:1].isupper() and not re.search(r"[.,!?\n]", inside)


def plain_paragraphs(prose: Prose) -> Iterator[Paragraph]:
    """Paragraphs of running text: no heading, list, table, quotation or photo."""
    return filter(is_plain, prose.paragraphs)


def is_plain(paragraph: Paragraph) -> bool:
    return not paragraph.text.startswith(_SKIPPED)


def _prose(manuscript: Manuscript) -> Prose:
    kind = manuscript.place.kind
    if kind not in PROSE_KEYS or manuscript.content is None:
        return Prose()
    parts = [*_header_texts(manuscript, kind), _body(manuscript)]
    starts, length = [], 0
    for part in parts:
        starts.append(length)
        length += len(part.text) + len(_GAP)
    text = _blanked(_GAP.join(part.text for part in parts))
    tokens = set(text.split())  # most words of a text come more than once
    return Prose(
        text=text,
        words=_words(tokens),
        odd=frozenset("".join(token for token in tokens if not token.isascii())),
        paragraphs=tuple(_paragraphs(text, starts[-1])),
        starts=tuple(starts),
        places=tuple((part.line, part.column + part.inset) for part in parts),
    )


def _header_texts(manuscript: Manuscript, kind: str) -> Iterator[Text]:
    for key in PROSE_KEYS[kind]:
        if (text := text_of(manuscript, key)) is not None:
            yield text
    for photo in parts_of(manuscript, "foto") if kind == "post" else ():
        yield from (photo[key] for key in PHOTO_KEYS if key in photo)


def _body(manuscript: Manuscript) -> Text:
    return Text(manuscript.source.body, manuscript.source.body_line, 1)


def _blanked(text: str) -> str:
    if "](" in text or "://" in text or "www." in text or "`" in text:
        text = _ADDRESS.sub(lambda m: m[0][0] + " " * (len(m[0]) - 1), text)
    if "@" in text:
        text = _MAIL.sub(lambda m: " " * len(m[0]), text)
    return text


def _words(tokens: Iterable[str]) -> frozenset[str]:
    lower = " ".join(tokens).lower()
    for mark in _PUNCTUATION:  # ten replacements cost half of one translate
        lower = lower.replace(mark, " ")
    return frozenset(lower.split())


def _paragraphs(text: str, start: int) -> Iterator[Paragraph]:
    for chunk in text[start:].split(_GAP):
        bare = chunk.strip()
        if bare:
            yield Paragraph(start + len(chunk) - len(chunk.lstrip()), bare)
        start += len(chunk) + len(_GAP)
