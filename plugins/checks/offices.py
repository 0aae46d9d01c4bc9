"""What looks personal but is an office's own: numbers and mail in the records of agencies.

A file is judged by itself, without the records, so what they know is asked afterwards;
a file is read again only where it has such a fault.
"""

import re
from collections.abc import Iterable, Iterator, Set

from plugins.checks.mail import mail_in
from plugins.checks.numbers import numbers_in
from plugins.checks.passages import passages
from plugins.checks.rulebook import PREFIX
from plugins.model.agency import Agency
from plugins.model.fault import Fault
from plugins.model.newsroom import Newsroom
from plugins.model.source import Source
from plugins.reading.header import read_source
from plugins.reading.tree import Tree

ASKED = frozenset({"D903", "D904", "D912"})  # mobile, home telephone, mail
_BETWEEN = re.compile(r"[/,;|]|\b(?:dan|atau|ext)\b")  # numbers of one record


def without_offices(faults: Iterable[Fault], newsroom: Newsroom, tree: Tree) -> list[Fault]:
    """The same faults without those that name only what an agency publishes as its own."""
    faults = list(faults)
    if not any(fault.code in ASKED for fault in faults):
        return faults
    public, sources = public_of(newsroom.agencies.values()), _Sources(newsroom, tree)
    return [fault for fault in faults if not _is_public(fault, public, sources)]


def public_of(agencies: Iterable[Agency]) -> frozenset[str]:
    """Telephone numbers and addresses of mail, each in the one form that compares."""
    found = set()
    for agency in agencies:
        found |= {dialled(number) for number in _BETWEEN.split(agency.phone)}
        found.add(agency.email.lower())
    return frozenset(found - {""})


def dialled(number: str) -> str:
    """Digits as one dials them here: 0812… for +62 812… and 62812…"""
    digits = "".join(re.findall(r"\d", number))
    return f"0{digits[2:].lstrip('0')}" if digits.startswith("62") else digits


class _Sources:
    """The files with such a fault, each read once."""

    def __init__(self, newsroom: Newsroom, tree: Tree) -> None:
        self.entries = {entry.path: entry for entry in newsroom.entries}
        self.tree = tree
        self._read: dict[str, Source] = {}

    def of(self, path: str) -> Source | None:
        entry = self.entries.get(path)
        if entry is not None and path not in self._read:
            self._read[path] = read_source(path, self.tree.read(entry))
        return self._read.get(path)


def _is_public(fault: Fault, public: Set[str], sources: _Sources) -> bool:
    if fault.code not in ASKED or not public:
        return False
    told_in = _mail if fault.code == "D912" else _numbers
    source = sources.of(fault.path.removeprefix(PREFIX))
    if source is None:
        return False
    # In a value of several lines everything has one place.
    told = {
        value
        for text, place in passages(source)
        for start, value in told_in(text)
        if place(start) == (fault.line, fault.column)
    }
    return bool(told) and told <= public


def _mail(text: str) -> Iterator[tuple[int, str]]:
    return ((mail.start, mail.address.lower()) for mail in mail_in(text))


def _numbers(text: str) -> Iterator[tuple[int, str]]:
    return ((number.start, dialled(number.digits)) for number in numbers_in(text))
