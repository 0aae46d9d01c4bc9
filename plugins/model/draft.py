"""A new post in the normal form, with the questions its first lines must answer.

`make berita` writes it to disk, the page of an activity sends it to the forge's editor.
"""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from plugins.model import prompts
from plugins.model.addresses import post_path
from plugins.model.agency import Agency
from plugins.model.event import Event
from plugins.model.moment import Moment

_BODY = f"""\
{{town}} — {prompts.WHO} {prompts.WHAT} di {{where}}, {{weekday}} ({{date}}).

{prompts.WHY}

"{prompts.QUOTE}," kata {prompts.OFFICE}.

{prompts.NEXT}
"""


class Draft(NamedTuple):
    path: str  # below content/
    text: str


def slug_of(title: str, longest: int = 60) -> str:
    """A short slug in plain letters, cut after a whole word."""
    plain = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode().lower()
    slug = "-".join(re.findall(r"[a-z0-9]+", plain))
    return slug if len(slug) <= longest else slug[: longest + 1].rsplit("-", 1)[0]


def new_post(agency: Agency, title: str, now: Moment, category: str, town: str) -> Draft:
    """A post of no activity in particular."""
    header = [
        f"judul: {quoted(title)}",
        f"tanggal: {now.iso_day} {now.minute // 60:02}:{now.minute % 60:02}",
        f"rubrik: {category}",
        f"ringkasan: {quoted(prompts.SUMMARY)}",
        *_writer(agency, now),
    ]
    path = post_path(f"{agency.slug}/{now.year:04}/{now.month:02}/{slug_of(title)}")
    return Draft(path, _text(header, draft_body(town, prompts.WHERE, now)))


def post_about(
    event: Event,
    agency: Agency,
    day: Moment,
    town: str,
    category: str = "",
    title: str = "",
) -> Draft:
    """A post of *agency* about an activity, dated *day*, which decides the month too.

    It bears the activity's name and its title, so two activities never share an address,
    unless it has a *title* of its own.
    """
    header = [
        f"judul: {quoted(title or event.title)}",
        f"tanggal: {day.iso_day}",
        f"rubrik: {category or quoted(prompts.CATEGORY)}",
        f"ringkasan: {quoted(prompts.SUMMARY)}",
        *_writer(agency, day),
        f"agenda: [{event.id}]",
        *_list("bersama", (slug for slug in event.agencies if slug != agency.slug)),
        *_list("kecamatan", (event.district,)),
    ]
    slug = slug_of(title) if title else event.id.rpartition("/")[2]
    path = post_path(f"{agency.slug}/{day.year:04}/{day.month:02}/{slug}")
    return Draft(path, _text(header, draft_body(town, event.place, event.first)))


def draft_body(town: str, where: str, day: Moment) -> str:
    """The five W and the H as questions; *where* and *day* are answered already."""
    date = f"{day.date.day}/{day.month}/{day.year}"
    return _BODY.format(
        town=town.upper(), where=where or prompts.WHERE, weekday=day.weekday, date=date
    )


def quoted(text: str) -> str:
    """A YAML scalar; quoted only where a plain one would be read differently."""
    plain = re.match(r"[^\W\d_][^:#\"'\\\[\]{}&*!|>%@`,]*\Z", text) and text == text.strip()
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return text if plain else f'"{escaped}"'


def _text(header: Sequence[str], body: str) -> str:
    return "\n".join(["---", *header, "---"]) + "\n\n" + body


def _writer(agency: Agency, day: Moment) -> list[str]:
    writers = agency.officers_on(day)
    return [f"penulis: {quoted(writers[0].name)}"] if writers else []


def _list(key: str, slugs: Iterable[str]) -> list[str]:
    members = ", ".join(slug for slug in slugs if slug)
    return [f"{key}: [{members}]"] if members else []
