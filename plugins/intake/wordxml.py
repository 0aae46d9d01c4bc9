"""The XML of a Word document, element by element: its paragraphs as Markdown, its pictures' ids.

Nothing is built in memory but what is kept, and a document type ends the reading, so there
is no entity that could grow or point anywhere.
"""

import re
from collections.abc import Callable, Mapping
from typing import NamedTuple
from xml.parsers import expat

_HEADINGS = re.compile(r"(?:heading|judul)\s?\d\Z", re.IGNORECASE)
_TITLES = re.compile(r"(?:title|judul)\Z", re.IGNORECASE)
_OFF = ("0", "false", "off", "none")
_UNREAD = {  # element: what Humas is told
    "del": "bagian yang dihapus lewat “lacak perubahan” tidak diambil",
    "moveFrom": "bagian yang dihapus lewat “lacak perubahan” tidak diambil",
    "footnoteReference": "catatan kaki tidak diambil",
    "endnoteReference": "catatan akhir tidak diambil",
    "commentReference": "komentar peninjau tidak diambil",
    "tbl": "tabel menjadi baris biasa; periksa susunannya",
    "txbxContent": "kotak teks ditaruh di tempat ia dipasang; periksa urutannya",
    "oMath": "rumus tidak diambil",
    "object": "objek yang tertanam tidak diambil",
    "altChunk": "bagian dari berkas lain tidak diambil",
}
# Fallback repeats for old programs what stands beside it.
_SKIPPED = frozenset({"del", "moveFrom", "Fallback", "oMath", "instrText", "delText"})
_BREAKS = {"br": "\n", "cr": "\n", "tab": " ", "noBreakHyphen": "-"}

Attributes = Mapping[str, str]


class DamagedError(ValueError):
    """The XML is none, or none that Word writes; the message is Indonesian."""


class _Run(NamedTuple):
    text: str
    bold: bool = False
    italic: bool = False


def parse(
    data: bytes,
    starts: Callable[[str, Attributes], object],
    ends: Callable[[str], object] | None = None,
    hears: Callable[[str], object] | None = None,
) -> None:
    """Tell of each element by its name without the namespace; raises DamagedError."""
    parser = expat.ParserCreate(namespace_separator="}")
    parser.buffer_text = True
    parser.StartDoctypeDeclHandler = _refuse_doctype
    parser.StartElementHandler = lambda name, given: starts(_bare(name), given)
    parser.EndElementHandler = (lambda name: ends(_bare(name))) if ends else None
    parser.CharacterDataHandler = hears
    try:
        parser.Parse(data, True)
    except expat.ExpatError as error:
        raise DamagedError("isinya rusak") from error


class Body:
    """What is heard while the elements of word/document.xml pass by."""

    def __init__(self) -> None:
        self.paragraphs: list[str] = []
        self.shown: list[str] = []  # relation ids of pictures, in order
        self.notes: list[str] = []
        self.title = ""
        self._runs: list[_Run] = []
        self._skipped = 0  # how deep inside of what is not taken
        self._form = {"b": False, "i": False}
        self._in_text = self._in_form = self._listed = False
        self._style = ""

    def starts(self, name: str, attributes: Attributes) -> None:
        if name in _UNREAD:
            self.notes.append(_UNREAD[name])
        if self._skipped or name in _SKIPPED:
            self._skipped += 1
            return
        if name in _BREAKS:
            self._runs.append(_Run(_BREAKS[name]))
        elif name == "blip":
            self.shown += [v for k, v in attributes.items() if _bare(k) in ("embed", "link")]
        elif name == "imagedata":  # the older way to show a picture
            self.shown += [v for k, v in attributes.items() if _bare(k) == "id"]
        else:
            value = next((v for k, v in attributes.items() if _bare(k) == "val"), "")
            self._forms(name, value)

    def _forms(self, name: str, value: str) -> None:
        if name == "p":
            self._style, self._listed = "", False
        elif name == "r":
            self._form = {"b": False, "i": False}
        elif name == "rPr":
            self._in_form = True
        elif name in self._form and self._in_form:
            self._form[name] = value not in _OFF
        elif name == "pStyle":
            self._style = value
        elif name == "numPr":
            self._listed = True
        elif name == "t":
            self._in_text = True

    def ends(self, name: str) -> None:
        if self._skipped:
            self._skipped -= 1
        elif name == "t":
            self._in_text = False
        elif name == "rPr":
            self._in_form = False
        elif name == "p":
            self._finish()

    def hears(self, text: str) -> None:
        if self._in_text and not self._skipped:
            self._runs.append(_Run(text, self._form["b"], self._form["i"]))

    def _finish(self) -> None:
        plain = " ".join("".join(run.text for run in self._runs).split())
        if plain and not self.title and _TITLES.match(self._style):
            self.title = plain
        elif plain and _HEADINGS.match(self._style):
            self.paragraphs.append(f"## {plain}")
        elif plain:
            self.paragraphs.append(f"- {plain}" if self._listed else _emphasised(self._runs))
        self._runs = []


def _emphasised(runs: list[_Run]) -> str:
    """Slanted and heavy words as Markdown, unless all of the paragraph is so."""
    told = [run for run in runs if run.text.strip()]
    all_bold, all_italic = all(r.bold for r in told), all(r.italic for r in told)
    joined: list[_Run] = []
    for run in runs:
        plain = _Run(run.text, run.bold and not all_bold, run.italic and not all_italic)
        if joined and joined[-1][1:] == plain[1:]:
            joined[-1] = _Run(joined[-1].text + plain.text, *plain[1:])
        else:
            joined.append(plain)
    return "".join(map(_marked, joined)).strip()


def _marked(run: _Run) -> str:
    mark = "**" * run.bold + "*" * run.italic
    inner = run.text.strip()
    if not mark or not inner or "\n" in inner or "*" in inner:
        return run.text
    before, after = run.text.split(inner, 1)
    return f"{before}{mark}{inner}{mark}{after}"


def _bare(name: str) -> str:
    return name.rpartition("}")[2]


def _refuse_doctype(*_: object) -> None:
    raise DamagedError("memuat DOCTYPE, yang tidak pernah ditulis Word")
