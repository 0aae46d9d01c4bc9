"""A new post in the normal form, with the questions its first lines must answer."""

import re
import unicodedata

from plugins.model import prompts
from plugins.model.agency import Agency
from plugins.model.moment import Moment

_BODY = f"""\
{{town}} — {prompts.WHO} {prompts.WHAT} di {prompts.WHERE}, {{weekday}} ({{date}}).

{prompts.WHY}

"{prompts.QUOTE}," kata {prompts.OFFICE}.

{prompts.NEXT}
"""


def slug_of(title: str, longest: int = 60) -> str:
    """A short slug in plain letters, cut after a whole word."""
    plain = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode().lower()
    slug = "-".join(re.findall(r"[a-z0-9]+", plain))
    return slug if len(slug) <= longest else slug[: longest + 1].rsplit("-", 1)[0]


def new_post(agency: Agency, title: str, now: Moment, category: str, town: str) -> tuple[str, str]:
    """The path below content/ and the text of a post that its officer completes."""
    writers = agency.officers_on(now)
    header = [
        "---",
        f"judul: {quoted(title)}",
        f"tanggal: {now.iso_day} {now.minute // 60:02}:{now.minute % 60:02}",
        f"rubrik: {category}",
        f'ringkasan: "{prompts.SUMMARY}"',
        *([f"penulis: {quoted(writers[0].name)}"] if writers else []),
        "---",
    ]
    date = f"{now.date.day}/{now.month}/{now.year}"
    body = _BODY.format(town=town.upper(), weekday=now.weekday, date=date)
    path = f"berita/{agency.slug}/{now.year:04}/{now.month:02}/{slug_of(title)}/index.md"
    return path, "\n".join(header) + "\n\n" + body


def quoted(text: str) -> str:
    """A YAML scalar; quoted only where a plain one would be read differently."""
    plain = re.match(r"[^\W\d_][^:#\"'\\\[\]{}&*!|>%@`,]*\Z", text) and text == text.strip()
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return text if plain else f'"{escaped}"'
