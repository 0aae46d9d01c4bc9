"""Words from a chat or a document as Markdown: only what is certain is changed.

Emphasis of WhatsApp becomes Markdown's, marks of forwarding and what nobody can see go,
numbers of persons are cut. Greetings, hashtags and style are left to the gate and to people.
"""

import re
import unicodedata

from plugins.intake.rows import PERSONAL, masked
from plugins.model.prompts import PROMPTS
from plugins.reading.header import FORBIDDEN

_SPACES = re.compile(r"[\u00a0\u2000-\u200a\u202f\u205f\u3000\t]")
_FORWARDED = re.compile(
    r"^[ *_>]*(?:Diteruskan(?: berkali-kali)?|Forwarded(?: many times| message)?)[ *_:]*$\n?",
    re.MULTILINE | re.IGNORECASE,
)
_KEPT = r"(?:https?://|www\.)\S+|(?<!\S)[^\s@]{1,64}@\S+|\*\*[^*\n]+\*\*"
_EMPHASIS = re.compile(
    rf"(?P<kept>{_KEPT})"
    r"|(?<![\w*\\])\*(?=[^\s*])(?P<bold>[^*\n]{0,300}[^\s*])\*(?![\w*])"
    r"|(?<![\w~])~(?=[^\s~])(?P<struck>[^~\n]{0,300}[^\s~])~(?![\w~])"
    r"|```(?P<code>[^`\n]{1,300})```"
)
_LINK = re.compile(r"!?\[(?=[^\]\n]{0,300}\]\()")
_BULLET = re.compile(r"^[ ]*[•·▪●◦‣➢✓✔][ ]*", re.MULTILINE)
_BLANKS = re.compile(r"\n[ ]*(?:\n[ ]*)+")
_EDGE_BLANKS = re.compile(r"[ ]+$", re.MULTILINE)
_MARKDOWN_START = re.compile(r"^(?=(?:#{1,6}(?! )|={3,}|-{3,}|`{3,}|~{3,}|<))", re.MULTILINE)


def as_markdown(text: str) -> tuple[str, list[str]]:
    """The body, and what Humas must know of what was cut."""
    text = FORBIDDEN.sub("", unicodedata.normalize("NFC", text.replace("\r\n", "\n")))
    text = _FORWARDED.sub("", _SPACES.sub(" ", text))
    text = _EMPHASIS.sub(_emphasis, text)
    text = _LINK.sub(_escaped, _BULLET.sub("- ", text))
    text = _EDGE_BLANKS.sub("", _MARKDOWN_START.sub(r"\\", text))
    text, notes = _without_persons(text)
    return _paragraphs(_BLANKS.sub("\n\n", text).strip()), notes


def _emphasis(match: re.Match[str]) -> str:
    """*tebal* stands for a name or a title, which our pages do not set in bold."""
    if match["kept"]:
        return match[0]
    if match["bold"]:
        return f"**{match['bold']}**"
    return match["struck"] or match["code"]


def _escaped(match: re.Match[str]) -> str:
    rest = match.string[match.start() :]
    return match[0] if rest.startswith(PROMPTS) else f"\\{match[0].removeprefix('!')}"


def _without_persons(text: str) -> tuple[str, list[str]]:
    """History never forgets, so what must not be published is cut before the first commit."""
    notes = [f"nomor pribadi “{masked(m[0])}” dihapus dari naskah" for m in PERSONAL.finditer(text)]
    if not notes:
        return text, []
    lines = []
    for line in text.split("\n"):
        cut = PERSONAL.sub("", line)
        if cut != line:
            cut = " ".join(re.sub(r"\(\s*\)|\[\s*\]", "", cut).split()).strip(" ,;:/")
        lines.append(cut)
    return "\n".join(lines), notes


def _paragraphs(text: str) -> str:
    """A line that ends a sentence ends the paragraph: in chats nobody leaves a line empty."""
    return re.sub(r"(?<=[.!?”\"])\n(?=[^\n\-\d>])", "\n\n", text)
