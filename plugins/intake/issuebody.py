"""The text of an issue back into the answers of a form.

GitHub writes each question as a heading and the answer below it. People can write anything at
all there, headings too: a heading counts only where the form goes on with it.
"""

import re
import unicodedata
from collections.abc import Mapping

from plugins.intake.issueforms import FORMS, Form
from plugins.reading.header import FORBIDDEN

_HEADING = re.compile(r"### (.{1,80}?) *\Z")
_NONE = frozenset({"_No response_", "None", "_Tidak ada jawaban_"})
_CHOICE = r"[^()\n]{1,200} \(([a-z0-9-]{2,80})\)(?:, |\Z)"
_CHOSEN = re.compile(_CHOICE)
_ALL_CHOSEN = re.compile(rf"(?:{_CHOICE})+\Z")
MARKED = 3  # headings that a text must share with a form to be one of it


def form_of(body: str) -> Form | None:
    """The form that an issue was written with; None for every other issue."""
    lines = {line.rstrip() for line in plain(body).split("\n")}
    found = [
        (sum(f"### {question.label}" in lines for question in form.questions), form)
        for form in FORMS
    ]
    score, form = max(found, key=lambda pair: pair[0])
    own = f"### {form.questions[1].label}" in lines
    return form if own and score >= MARKED else None


def answers_of(body: str, form: Form) -> Mapping[str, str]:
    """What was answered, by key; empty where nothing was."""
    labels = [question.label for question in form.questions]
    found: dict[str, list[str]] = {}
    at = -1
    for line in plain(body).split("\n"):
        match = _HEADING.match(line)
        if match and match[1] in labels[at + 1 :]:
            at = labels.index(match[1])
        elif at >= 0:
            found.setdefault(form.questions[at].key, []).append(line)
    answers = {key: "\n".join(lines).strip("\n").strip() for key, lines in found.items()}
    return {q.key: _answer(answers.get(q.key, "")) for q in form.questions}


def slugs_in(answer: str) -> tuple[str, ...]:
    """The slugs of what was chosen: Dinas Kesehatan (dinkes), Kecamatan Masamba (kec-masamba)

    None where the answer is anything else as well.
    """
    return tuple(dict.fromkeys(_CHOSEN.findall(answer))) if _ALL_CHOSEN.match(answer) else ()


def plain(text: str) -> str:
    """With plain line ends, composed letters and none that a text may not hold."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    return unicodedata.normalize("NFC", FORBIDDEN.sub("", text))


def _answer(text: str) -> str:
    return "" if text in _NONE else text
