"""The composer: its page, what it must know of our files and rules, and its offline worker."""

import json
from collections.abc import Iterator
from typing import Any

import msgspec

from plugins.intake.slips import PAIRS, SLIPS
from plugins.model import prompts
from plugins.model.addresses import COMPOSER, SLUG_LENGTH, event_path, output_path, post_path
from plugins.model.edition import Assets, Edition
from plugins.model.fields import FIELDS, Field
from plugins.model.forge import KINDS, LONGEST
from plugins.model.moment import MONTHS, WEEKDAYS
from plugins.model.output import Output, Resources
from plugins.model.portable import Portable, javascript
from plugins.model.record import Value
from plugins.model.site import Site
from plugins.reading.header import FORBIDDEN
from plugins.reading.jobs import MAX_PHOTO

PHOTO_SIDE = 2048  # pixels of the longer side
PHOTO_QUALITY = 0.85
_ID = "{pd}/{tahun}/{bulan}/{slug}"


class ComposerPage(Value, frozen=True):
    """What compose.html may see."""

    href: str
    bureau: str  # its name


class Knowledge(Value, frozen=True):
    """What aturan.json may see."""

    site: Site
    portable: Portable


class Kept(Value, frozen=True):
    """What luring.js may see."""

    assets: Assets


def composer_outputs(portable: Portable, edition: Edition) -> Iterator[Output]:
    bureau = edition.room.agencies.get(edition.site.bureau)
    page = ComposerPage(COMPOSER, bureau.short if bureau else "Humas")
    yield Output(output_path(COMPOSER), "compose.html", page)
    yield Output("tulis/aturan.json", knowledge_json, Knowledge(edition.site, portable))
    yield Output("tulis/luring.js", offline_script, Kept(edition.assets))


def knowledge_json(page: Knowledge, _resources: Resources) -> bytes:
    """One object; lists keep their order, so equal values give equal bytes."""
    site = page.site
    told: dict[str, Any] = {
        "humas": site.bureau,
        "pusat": site.seat,
        "whatsapp": site.bureau_whatsapp,
        "contoh": site.sample,
        "hari": WEEKDAYS,
        "bulan": MONTHS,
        "letak": {
            "berita": "content/" + post_path(_ID).removesuffix("index.md"),
            "agenda": "content/" + event_path(_ID),
        },
        "slug": SLUG_LENGTH,
        "berita": _fields(FIELDS["post"]),
        "agenda": _fields(FIELDS["event"]),
        "pertanyaan": {
            name: getattr(prompts, name.upper()) for name in ("who", "what", "where", "office")
        },
        "foto": {"sisi": PHOTO_SIDE, "mutu": PHOTO_QUALITY, "terbesar": MAX_PHOTO},
        "terlarang": FORBIDDEN.pattern.encode("unicode_escape").decode().replace("\\x", "\\u00"),
        "rapikan": {"kekeliruan": javascript(SLIPS.pattern), "petik": javascript(PAIRS.pattern)},
        "forge": _forge(site),
        "aturan": msgspec.to_builtins(page.portable),
    }
    return json.dumps(told, ensure_ascii=False, separators=(",", ":")).encode() + b"\n"


def offline_script(page: Kept, _resources: Resources) -> bytes:
    """Names what to keep, relative to itself, and loads the worker: aset/ lies out of its scope."""
    assets = page.assets
    hrefs = (assets.stylesheet, assets.composer_sheet, *assets.fonts, assets.icon, *assets.composer)
    kept = [f"..{href}" for href in hrefs]
    mark = assets.digest.hex()[:12]
    return (
        f'self.SIMPANAN="{mark}";\n'
        f"self.BERKAS={json.dumps(kept)};\n"
        f'importScripts("..{assets.offline}");\n'
    ).encode()


def _fields(fields: tuple[Field, ...]) -> list[dict[str, Any]]:
    """The keys in the order of the normal form, with their limits."""
    return [
        {
            "kunci": field.key,
            "bentuk": field.shape.name,
            "terpanjang": field.longest,
            "terbanyak": field.most,
            **({"bagian": _fields(field.parts)} if field.parts else {}),
        }
        for field in fields
    ]


def _forge(site: Site) -> dict[str, Any]:
    if not site.forge.kind:
        return {}
    form = KINDS[site.forge.kind]
    return {
        "alamat": site.forge.url,
        "cabang": site.forge.branch,
        "baru": form.address,
        "isi": form.text,
        "unggah": form.upload,
        "sunting": form.edit,
        "terpanjang": LONGEST,
    }
