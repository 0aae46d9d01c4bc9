"""Bytes into a Source: decode strictly, split header and body, keep every line number."""

import re
import unicodedata
from collections.abc import Iterator, Sequence

from plugins.model.source import Items, Node, Pairs, Problem, Source, Text

FENCE = "---"
GUESS = "# TEBAKAN "  # begins a remark on its own line: a value that make terima has guessed
_PLAIN_KEY = re.compile(r"([A-Za-z_]+) ?:[ \t]*(.*)\Z")
# Words that no reading of YAML takes for anything else: no mark of its own begins or stands
# in them, a colon only between two characters, and what is left to it are letters; or words
# between quotation marks that nothing escapes.
_PLAIN_PAIR = re.compile(
    r"([a-z_]{1,40}): (?:([A-Za-z0-9](?:[\w ,./()–—-]|:(?=[\w/]))*(?<![ :]))"
    r"|(\[[a-z][a-z0-9-]*(?:, [a-z][a-z0-9-]*)*\])"
    r"|\"((?:[\w ,.;:()–—/-])*)\")\Z"
)
_WORD = re.compile(r"[a-z][a-z0-9-]*")
_COMMENT_INSIDE = re.compile(r"\s*(?:- )?([A-Za-z_]+): ([^\"'\[{|>#][^#]*?)( #.*)\Z")

# Characters that no text may hold: controls, directional marks, invisible joiners,
# interlinear marks and the code points that XML 1.0 forbids.
FORBIDDEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u2069"
    "\ufeff\ufff9-\ufffb\ufdd0-\ufdef\ufffe\uffff]"
)


def forbidden_in(text: str) -> re.Match[str] | None:
    """The first character that no text may hold; most texts are seen to be clean at once."""
    if text.replace("\n", "").isprintable():
        return None
    return FORBIDDEN.search(text)


# Problems after which nothing in the header can be trusted, so nothing else is said.
FATAL = frozenset(
    "not-utf8 bad-character empty-file open-fence no-header header-not-pairs "
    "yaml yaml-colon yaml-alias yaml-tag yaml-depth".split()
)


def read_source(path: str, data: bytes) -> Source:
    """Read one file. Never raises for what an officer wrote: faults become problems."""
    text, problems = decode(data)
    if problems and text == "":
        return Source(path, Pairs((), 1, 1), "", 1, tuple(problems))
    header, body, body_line, found = _split(text)
    return Source(path, header, body, body_line, (*problems, *found))


def decode(data: bytes) -> tuple[str, list[Problem]]:
    """Decode to NFC text with plain line ends; the text is empty where that failed."""
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        before = data[: error.start].decode("utf-8", errors="replace")
        line, column = _position(before, len(before))
        return "", [Problem("not-utf8", line, column, f"0x{data[error.start]:02X}")]
    problems = []
    if text.startswith("\ufeff"):
        text = text[1:]
        problems.append(Problem("byte-order-mark", 1, 1))
    if "\r" in text:
        line, column = _position(text, text.index("\r"))
        problems.append(Problem("carriage-return", line, column))
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    text = unicodedata.normalize("NFC", text)
    bad = list(FORBIDDEN.finditer(text)) if forbidden_in(text) else []
    for match in bad[:20]:
        line, column = _position(text, match.start())
        problems.append(Problem("bad-character", line, column, f"U+{ord(match[0]):04X}"))
    return ("" if bad else text), problems


def read_yaml(text: str, first_line: int) -> tuple[Node | None, list[Problem]]:
    """The node of a YAML text, or what is wrong with it."""
    from plugins.reading.yamlnodes import node_of  # noqa: PLC0415 - most runs need no YAML

    return node_of(text, first_line)


def read_plainly(lines: Sequence[str], first_line: int) -> Pairs | None:
    """What read_yaml builds of lines `key: words`, `key: "words"` and `key: [word, word]`; None
    for all else.

    Most headers are no more than that, and YAML takes ten times as long to find it.
    """
    pairs: list[tuple[Text, Node]] = []
    for number, line in enumerate(lines, first_line):
        match = _PLAIN_PAIR.match(line)
        if match is None:
            return None
        key, value, quoted = Text(match[1], number, 1), match[2], match[4]
        if value:
            pairs.append((key, Text(value, number, match.start(2) + 1)))
        elif quoted is not None:
            pairs.append((key, Text(quoted, number, match.start(4), 1)))
        else:
            column = match.start(3) + 1
            items = (Text(m[0], number, m.start() + 1) for m in _WORD.finditer(line, column))
            pairs.append((key, Items(tuple(items), number, column)))
    return Pairs(tuple(pairs), first_line, 1) if pairs else None


def _split(text: str) -> tuple[Pairs, str, int, list[Problem]]:
    lines = text.split("\n")
    start = next((i for i, line in enumerate(lines) if line.strip()), None)
    if start is None:
        return Pairs((), 1, 1), "", 1, [Problem("empty-file", 1, 1)]
    if lines[start].rstrip() == FENCE:
        return _split_fenced(lines, start)
    return _split_plain(lines, start)


def _split_fenced(lines: list[str], start: int) -> tuple[Pairs, str, int, list[Problem]]:
    end = next((i for i in range(start + 1, len(lines)) if lines[i].rstrip() == FENCE), None)
    if end is None:
        return Pairs((), start + 1, 1), "", start + 1, [Problem("open-fence", start + 1, 1)]
    rows = lines[start + 1 : end]
    node: Node | None = read_plainly(rows, start + 2)
    problems: list[Problem] = []
    if node is None:
        node, problems = read_yaml("\n".join(rows) + "\n", start + 2)
    if node is not None and not isinstance(node, Pairs):
        problems.append(Problem("header-not-pairs", node.line, node.column))
    problems += _swallowed(rows, start + 2)
    header = node if isinstance(node, Pairs) else Pairs((), start + 2, 1)
    return header, "\n".join(lines[end + 1 :]), end + 2, problems


def _swallowed(lines: list[str], first_line: int) -> Iterator[Problem]:
    """What YAML would drop as a remark without a word: `judul: Juara #1 lomba`, and guesses."""
    for number, line in enumerate(lines, first_line):
        if line.startswith(GUESS):
            key, _, how = line.removeprefix(GUESS).partition(": ")
            yield Problem("guess", number, 1, how, key)
        elif match := _COMMENT_INSIDE.match(line):
            value = f"{match[2]}{match[3]}"
            yield Problem("yaml-remark", number, match.start(3) + 2, value, match[1])


def _split_plain(lines: list[str], start: int) -> tuple[Pairs, str, int, list[Problem]]:
    """Read Pelican's customary header: `Key: value` lines up to the first empty line."""
    pairs: list[tuple[Text, Node]] = []
    number = start
    while number < len(lines) and lines[number].strip():
        match = _PLAIN_KEY.match(lines[number])
        if not match:
            problem = Problem("no-header", number + 1, 1, lines[number][:40])
            return Pairs(tuple(pairs), start + 1, 1), "", number + 1, [problem]
        column = match.start(2) + 1
        value = Text(match[2].strip(), number + 1, column)
        pairs.append((Text(match[1], number + 1, 1), value))
        number += 1
    return Pairs(tuple(pairs), start + 1, 1), "\n".join(lines[number:]), number + 1, []


def _position(text: str, index: int) -> tuple[int, int]:
    line = text.count("\n", 0, index) + 1
    return line, index - (text.rfind("\n", 0, index) + 1) + 1
