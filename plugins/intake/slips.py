"""Slips of spelling whose right form leaves no doubt: rupiah, Jumat, curly quotation marks.

Code, addresses and targets of links are never touched.
"""

import re
from collections.abc import Callable

_KEPT = (
    r"```.*?(?:```|\Z)|`+[^`\n]*`+"  # code, though our pages show none
    r"|\]\([^)\n]*\)|<[^<>\n]*>"  # targets of links and photos
    r"|(?:https?://|www\.)\S+|\S+@\S+"
)
_RUPIAH = r"(?<![\w.])Rp\.?[ \t\xa0]{0,2}(?P<amount>\d(?:[\d.,]*\d)?)(?:,-(?!\w))*"
_FRIDAY = r"(?<!\w)(?P<jum>[Jj]um|JUM)['’‘`ʼ´](?P<at>at|AT)(?!\w)"
SLIPS = re.compile(f"{_KEPT}|{_RUPIAH}|{_FRIDAY}", re.DOTALL)
PAIRS = re.compile(
    f"{_KEPT}|“(?P<double>[^“”\"]*)”|(?<!\\w)‘(?P<single>[^‘’']*)’(?!\\w)", re.DOTALL
)


def mended(text: str) -> str:
    """Write Rp10.000 and Jumat; a text without such slips comes back as it is."""
    return SLIPS.sub(_mend, text)


def straightened(paragraph: str, shown: Callable[[str], object]) -> str:
    """Curly marks that pair become straight ones, if what is *shown* stays the same.

    The site sets straight marks itself, so that all pages have the same ones.
    """
    straight = PAIRS.sub(_straighten, paragraph)
    if straight == paragraph or shown(straight) != shown(paragraph):
        return paragraph
    return straight


def _mend(match: re.Match[str]) -> str:
    if match["amount"]:
        return f"Rp{match['amount']}"
    if match["jum"]:
        return match["jum"] + match["at"]
    return match[0]


def _straighten(match: re.Match[str]) -> str:
    if match["double"] is not None:
        return f'"{match["double"]}"'
    if match["single"] is not None:
        return f"'{match['single']}'"
    return match[0]
