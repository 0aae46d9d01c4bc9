"""The labelled texts, and what the gate says of each.

`faulty/<CODE>[+<CODE>]-<slug>.md` must yield exactly its codes; `clean/<slug>.md` may yield
advice only. What needs several files lies in `together/<CODE>-<slug>/` or
`together/clean-<slug>/`, as it would lie below content/.
"""

import io
import re
import shutil
from collections.abc import Iterable
from functools import lru_cache
from hashlib import sha1
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from PIL import Image

from plugins.checks import gate
from plugins.checks.rulebook import Rule, Scope, rules
from plugins.model.addresses import place_of
from plugins.model.fault import Fault, Severity
from plugins.model.manuscript import Manuscript
from plugins.model.moment import parse_moment
from plugins.reading.reader import load
from plugins.reading.records import read_manuscript
from plugins.reading.settings import ROOT
from plugins.reading.tree import FolderTree

FOLDER = Path(__file__).parent
NOW = parse_moment("2026-12-31 12:00")
GRADED = "BJTCDN"  # letters of the codes whose precision is measured
_LABEL = re.compile(r"(?:clean|((?:[A-Z]\d{3}[+-])+))")
_DAY = re.compile(r"^(?:tanggal|date): \"?(\d{4})-(\d{2})", re.MULTILINE | re.IGNORECASE)
_FILE = re.compile(r"berkas: ([\w-]+\.\w+)")


class Piece(NamedTuple):
    name: str  # below the folder of the corpus
    label: frozenset[str]  # the codes that must be found; none of a clean piece
    found: frozenset[str]

    @property
    def is_clean(self) -> bool:
        return not self.label


def graded(scope: Scope | None = None) -> list[Rule]:
    return [rule for rule in rules(scope) if rule.code[0] in GRADED]


@lru_cache(maxsize=1)
def pieces() -> tuple[Piece, ...]:
    """Every piece with what the rules of today find in it."""
    return (*map(single, singles()), *map(together, togethers()))


def singles() -> list[Path]:
    return sorted(FOLDER.glob("faulty/*.md")) + sorted(FOLDER.glob("clean/*.md"))


def togethers() -> list[Path]:
    return sorted(folder for folder in FOLDER.glob("together/*") if folder.is_dir())


def label_of(path: Path) -> frozenset[str]:
    """The codes that a file or folder name begins with; none in the folder `clean`."""
    match = _LABEL.match(path.name) if path.parent.name != "clean" else None
    return frozenset(re.findall(r"[A-Z]\d{3}", (match[1] or "") if match else ""))


def single(path: Path) -> Piece:
    found = frozenset(fault.code for fault in gate.inspect(manuscript_of(path)))
    return Piece(str(path.relative_to(FOLDER)), label_of(path), found)


def together(folder: Path) -> Piece:
    """Only what is graded, and what blocks: the frame around these posts is not theirs."""
    codes = {rule.code for rule in graded(Scope.NEWSROOM)}
    faults = judged(folder)
    found = frozenset(f.code for f in faults if f.code in codes or f.blocks)
    return Piece(str(folder.relative_to(FOLDER)), label_of(folder), found)


def manuscript_of(path: Path) -> Manuscript:
    """A piece as it would lie below content/, with a small JPEG for each of its photos."""
    text = path.read_text(encoding="utf-8")
    day = _DAY.search(text)
    year, month = day.groups() if day else ("2026", "11")
    slug = re.sub(r"\A(?:[A-Z]\d{3}[+-])+", "", path.stem)
    below = f"berita/humas/{year}/{month}/{slug}/index.md"
    place = place_of(below)
    assert place, below
    photos = tuple((name, _blob()) for name in _FILE.findall(text))
    return read_manuscript(below, place, text.encode(), photos)


def judged(folder: Path) -> list[Fault]:
    """What the whole gate says of a few files together, among the agencies of the samples."""
    with TemporaryDirectory() as scratch:
        content = Path(scratch) / "content"
        shutil.copytree(folder, content)
        shutil.copytree(ROOT / "content" / "perangkat-daerah", content / "perangkat-daerah")
        shutil.copy(ROOT / "content" / "rubrik.yaml", content)
        tree = FolderTree(content)
        return gate.judge(load(tree, gate.inspect, workers=1), tree, NOW, "humas")


def complaint(piece: Piece) -> str:
    """What is wrong with the rules or with the piece; nothing where they agree."""
    severity = {rule.code: rule.severity for rule in rules()}
    if piece.is_clean:
        loud = {code for code in piece.found if _is_loud(code, severity[code])}
        return f"{piece.name}: clean, but {_words(loud)}" if loud else ""
    if piece.found == piece.label:
        return ""
    missing, extra = piece.label - piece.found, piece.found - piece.label
    return f"{piece.name}: not found {_words(missing)}, not labelled {_words(extra)}"


def _is_loud(code: str, severity: Severity) -> bool:
    warns = severity is Severity.PERINGATAN and code[0] in GRADED
    return severity is Severity.GALAT or warns


def _words(codes: Iterable[str]) -> str:
    return " ".join(sorted(codes)) or "-"


@lru_cache(maxsize=1)
def _blob() -> str:
    """The git blob id of a tiny real JPEG."""
    out = io.BytesIO()
    Image.new("RGB", (40, 30), "red").save(out, "JPEG")
    data = out.getvalue()
    return sha1(b"blob %d\0" % len(data) + data, usedforsecurity=False).hexdigest()
