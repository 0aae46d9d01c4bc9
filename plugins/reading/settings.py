"""The settings file as the facts of the site; the one file another kabupaten edits."""

import ast
import re
import runpy
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from plugins.model.forge import KINDS, Forge
from plugins.model.site import Site

ROOT = Path(__file__).resolve().parents[2]


def site_of(settings: Mapping[str, Any]) -> Site:
    """Read the facts of the site; raises ValueError where one is missing or misshapen."""
    missing = [name for name in _NAMES if name not in settings]
    if missing:
        raise ValueError(f"settings lack {', '.join(missing)}; see pelicanconf.py")
    url = str(settings["SITEURL"])
    if url.endswith("/"):
        raise ValueError(f"SITEURL is {url!r}; expected no slash at the end")
    return Site(
        name=settings["SITENAME"],
        tagline=settings["TAGLINE"],
        regency=settings["REGENCY"],
        publisher=settings["PUBLISHER"],
        bureau=settings["BUREAU"],
        url=url,
        sample=settings["CONTOH"],
        grace_days=settings["GRACE_DAYS"],
        cards=_flag(settings["CARDS"]),
        press_days=_days(settings["PRESS_DAYS"]),
        target=settings["TARGET"],
        licence=settings["LICENCE"],
        licence_url=settings["LICENCE_URL"],
        seat=settings["SEAT"],
        forge=_forge(settings["FORGE"], settings["FORGE_URL"], settings["FORGE_BRANCH"]),
        bureau_whatsapp=_telephone(settings["BUREAU_WHATSAPP"]),
        media=_media(settings["MEDIA_URL"]),
        district_map=_map(settings["PETA_KECAMATAN"]),
    ).sealed()


def read_settings(file: Path = ROOT / "pelicanconf.py") -> dict[str, Any]:
    """Run a settings file, which holds plain values, and return its upper-case names."""
    return {name: value for name, value in runpy.run_path(str(file)).items() if name.isupper()}


def setting(name: str, file: Path = ROOT / "pelicanconf.py") -> Any:
    """One setting. A plain value is read without running the file, which imports Jinja."""
    for line in ast.parse(file.read_text(encoding="utf-8")).body:
        if isinstance(line, ast.Assign) and [ast.unparse(t) for t in line.targets] == [name]:
            try:
                return ast.literal_eval(line.value)
            except ValueError:
                break
    return read_settings(file)[name]


def _forge(kind: str, url: str, branch: str) -> Forge:
    if not kind:
        return Forge()
    if kind not in KINDS:
        raise ValueError(f"FORGE is {kind!r}; expected '' or one of {', '.join(KINDS)}")
    if not re.fullmatch(r"https?://[^/?#\s]+(?:/[\w.~-]+){2,}", url) or url.endswith(".git"):
        expected = "the address of the repository's page, such as 'https://github.com/humas/kabar'"
        raise ValueError(f"FORGE_URL is {url!r}; expected {expected}")
    if not re.fullmatch(r"[\w.-]+(?:/[\w.-]+)*", branch):
        raise ValueError(f"FORGE_BRANCH is {branch!r}; expected the name of a branch")
    return Forge(kind, url, branch)


def _telephone(number: str) -> str:
    """As wa.me takes it: only digits, with the country's code and without its zero."""
    if number and not re.fullmatch(r"[1-9]\d{7,14}", number, re.ASCII):
        expected = "digits with the country's code, such as '628…', or ''"
        raise ValueError(f"BUREAU_WHATSAPP is {number!r}; expected {expected}")
    return number


def _flag(value: object) -> bool:
    if not isinstance(value, bool):
        raise ValueError(f"CARDS is {value!r}; expected True or False")
    return value


def _days(number: object) -> int:
    if type(number) is not int or not 0 <= number <= 366:
        raise ValueError(f"PRESS_DAYS is {number!r}; expected a number of days from 0 to 366")
    return number


def _media(url: str) -> str:
    if url and not re.fullmatch(r"https?://[\w.-]+(?::\d+)?(?:/[\w.~-]+)*", url, re.ASCII):
        expected = "an address that ends without a slash, such as 'https://foto.contoh.id', or ''"
        raise ValueError(f"MEDIA_URL is {url!r}; expected {expected}")
    return url


def _map(rows: Sequence[str]) -> tuple[tuple[str, ...], ...]:
    """Rows of slugs, north above; a full stop keeps a place empty."""
    tiles = tuple(tuple("" if slug == "." else slug for slug in row.split()) for row in rows)
    if len({len(row) for row in tiles}) > 1:
        raise ValueError(f"PETA_KECAMATAN is {rows!r}; expected rows of the same length")
    slugs = [slug for row in tiles for slug in row if slug]
    twice = sorted({slug for slug in slugs if slugs.count(slug) > 1})
    if twice:
        raise ValueError(f"PETA_KECAMATAN names {', '.join(twice)} twice; expected each once")
    return tiles


_NAMES = (
    "SITENAME", "SITEURL", "TAGLINE", "REGENCY", "SEAT", "PUBLISHER", "BUREAU", "CONTOH",
    "GRACE_DAYS", "CARDS", "PRESS_DAYS", "TARGET", "LICENCE", "LICENCE_URL", "FORGE", "FORGE_URL",
    "FORGE_BRANCH", "BUREAU_WHATSAPP", "MEDIA_URL", "PETA_KECAMATAN",
)  # fmt: skip
