"""Typographic quotes, dashes and dots: typogrify's smartypants, applied where it matters.

smartypants runs two dozen regular expressions over every text between two tags, whether
there is a quote in it or not. `typeset` asks it only about the texts that need it, and
sets plain double quotes itself. It must give what smartypants gives: a property test
compares them.
"""

import html
import re

from typogrify.filters import smartypants

_TAG = re.compile(r"(<[^<>]*>)")
_ONLY_QUOTES = re.compile(r'[^"\'`\\&]*(?:"[^"\'`\\&]+)*"?\Z')  # double quotes, never two in a row
_QUOTE = re.compile('"')
_WORD = re.compile(r"\w")
_SPACE = re.compile(r"\s")
_OPENS_AFTER = frozenset(" \t\r\n[{(-")  # a quote behind one of these does not close
_PUNCTUATION = frozenset("!\"#$%'()*+,-./:;<=>?@[\\]^_`{|}~")
_OPEN, _CLOSE = "&#8220;", "&#8221;"


def typeset(markup: str) -> str:
    """Set the marks in HTML; the result has them as numeric entities."""
    if not _has_mark(markup):
        return markup
    parts = _TAG.split(markup)
    before = ""  # the last character of the text before, for a text that is one quote
    for number in range(0, len(parts), 2):  # texts; tags stand between them
        text = parts[number]
        if text:
            parts[number] = _typeset(text, before)
            before = text[-1]
    return "".join(parts)


def typeset_text(text: str) -> str:
    """The same for a plain text such as a title; the result is plain text again."""
    if not _has_mark(text):
        return text
    return html.unescape(smartypants(html.escape(text, quote=False)))


def _typeset(text: str, before: str) -> str:
    if not _has_mark(text):
        return text
    if text in ('"', "'"):
        closes = before != "" and not _SPACE.match(before)
        return {'"': (_OPEN, _CLOSE), "'": ("&#8216;", "&#8217;")}[text][closes]
    if _ONLY_QUOTES.match(text) and not _has_dash_or_dots(text):
        return _QUOTE.sub(_double_quote, text)
    return str(smartypants(text))


def _has_mark(text: str) -> bool:
    """Whether smartypants could find anything; one pattern of them all takes longer."""
    return '"' in text or "'" in text or "`" in text or "\\" in text or _has_dash_or_dots(text)


def _has_dash_or_dots(text: str) -> bool:
    return "--" in text or "..." in text or ". . ." in text


def _double_quote(match: re.Match[str]) -> str:
    """Which way a double quote looks, in the order in which smartypants asks."""
    text, place = match.string, match.start()
    before = text[place - 1 : place]
    after = text[place + 1 : place + 2]
    if before and _SPACE.match(before) and _WORD.match(after):
        return _OPEN
    if _SPACE.match(after):
        return _CLOSE
    if not before:
        return _CLOSE if after in _PUNCTUATION else _OPEN
    return _OPEN if before in _OPENS_AFTER else _CLOSE
