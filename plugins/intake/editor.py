"""The editor /redaksi/: its page, its configuration, and the package it runs.

Nothing of it is made unless EDITOR is set. The page asks for the agency first, so that a
phone reads the folders of one agency and of these years alone.
"""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from plugins.intake.choices import Choices
from plugins.intake.editorfields import event_widgets, post_widgets
from plugins.intake.editorpackage import EditorFile, EditorPackage, editor_package
from plugins.model.addresses import EDITOR, SLUG_LENGTH, output_path
from plugins.model.edition import Edition
from plugins.model.forge import Forge
from plugins.model.output import Output, Resources
from plugins.model.record import Value

PHOTO_SIDE = 2048  # pixels of the longer side
PHOTO_QUALITY = 85
PHOTO_BYTES = 30_000_000  # of a photo before it is made smaller
MERGED_BY_HUMAS = {"publish_mode": "editorial_workflow", "publish": False, "delete": False}


class EditorPage(Value, frozen=True):
    """What editor.html may see."""

    script: str
    agencies: tuple[tuple[str, str], ...]  # slug and name
    api: str  # origins that the page may ask
    pictures: str


class EditorConfig(Value, frozen=True):
    """What config.json may see."""

    forge: Forge
    name: str  # of the site
    url: str
    choices: Choices


def editor_of(folder: str, forge: Forge) -> EditorPackage | None:
    """None where EDITOR is not set; raises where the editor cannot work as it is set."""
    if not folder:
        return None
    if forge.kind not in _BACKENDS:
        raise ValueError(
            f"EDITOR needs FORGE 'github' or 'gitlab', not {forge.kind!r}: the editor has no "
            "drafts on other forges\n"
            f"EDITOR hanya dapat dipakai dengan FORGE 'github' atau 'gitlab', bukan {forge.kind!r}."
        )
    return editor_package(Path(folder))


def editor_outputs(
    package: EditorPackage | None, choices: Choices, edition: Edition
) -> Iterator[Output]:
    if package is None:
        return
    site = edition.site
    api, pictures = _origins(site.forge)
    agencies = tuple((agency.slug, agency.name) for agency in choices.agencies)
    page = EditorPage(package.script, agencies, api, pictures)
    config = EditorConfig(site.forge, site.name, site.origin + "/", choices)
    yield Output(output_path(EDITOR), "editor.html", page)
    yield Output("redaksi/config.json", config_json, config, daily=True)
    for file in package.files:
        yield Output(output_path(file.href), file_bytes, file)


def file_bytes(file: EditorFile, _resources: Resources) -> bytes:
    return file.data


def config_json(page: EditorConfig, _resources: Resources) -> bytes:
    """`cms` is Sveltia's, with {pd} and {penulis} for the script to put in."""
    choices = page.choices
    told = {
        "cms": {
            "load_config_file": False,
            "backend": _backend(page.forge),
            "app_title": f"Redaksi {page.name}",
            "site_url": page.url,
            "show_preview_links": False,
            "publish_mode": "editorial_workflow",
            "media_folder": "content",
            "public_folder": "/content",
            "media_libraries": {"default": {"config": _photos()}},
            "slug": {
                "encoding": "ascii",
                "clean_accents": True,
                "maxlength": SLUG_LENGTH[1],
                "timezone": "local",
            },
            "output": {"omit_empty_optional_fields": True, "yaml": {"quote": "none"}},
            "editor": {"preview": False},
            "collections": list(_collections(choices)),
        },
        "pd": [
            {"slug": agency.slug, "penulis": writer}
            for agency, writer in zip(choices.agencies, choices.writers, strict=True)
        ],
        "kegiatan": [
            {"value": dated.line.id, "label": f"{dated.line.first.iso_day} {dated.line.title}",
             "pd": list(dated.agencies)}
            for dated in choices.events
        ],
    }  # fmt: skip
    return json.dumps(told, ensure_ascii=False, separators=(",", ":")).encode() + b"\n"


def _collections(choices: Choices) -> Iterator[dict[str, Any]]:
    """Last year's posts may be late, and next year's activities are planned in December."""
    agencies = [(agency.slug, agency.short) for agency in choices.agencies]
    options = {
        "rubrik": choices.categories,
        "kecamatan": choices.districts,
        "bersama": agencies,
        "agenda": [],
        "pindah_ke": [],
    }
    year = choices.today.year
    for one in (year, year - 1):
        yield _collection("berita", "Berita", one, "judul", post_widgets(options))
    for one in (year, year + 1):
        yield _collection("agenda", "Agenda", one, "acara", event_widgets(options))


def _collection(
    name: str, label: str, year: int, title: str, fields: list[dict[str, Any]]
) -> dict[str, Any]:
    """One year of one agency: branches are named by it, so two agencies never meet."""
    day = "" if name == "berita" else "{{tanggal | date('DD')}}-"
    end = "/index" if name == "berita" else ""
    return {
        "name": f"{name}-{{pd}}-{year}",
        "label": f"{label} {year}",
        "label_singular": label,
        "folder": f"content/{name}/{{pd}}/{year}",
        "path": f"{{{{tanggal | date('MM')}}}}/{{{{slug}}}}{end}",
        "slug": f"{day}{{{{{title}}}}}",
        "identifier_field": title,
        "summary": f"{{{{tanggal | date('DD/MM')}}}} {{{{{title}}}}}",
        "extension": "md",
        "format": "yaml-frontmatter",
        "media_folder": "",
        "public_folder": "",
        "create": True,
        **MERGED_BY_HUMAS,
        "fields": [_within(year, field) for field in fields],
    }


def _within(year: int, field: dict[str, Any]) -> dict[str, Any]:
    """The folder names the year, so the date must be in it."""
    if field["name"] != "tanggal":
        return field
    return {**field, "pattern": [f"^{year}-", f"Tanggal harus di tahun {year}."]}


def _photos() -> dict[str, Any]:
    """Turned upright, shrunk and without their notes before they leave the phone."""
    size = {"format": "webp", "quality": PHOTO_QUALITY, "width": PHOTO_SIDE, "height": PHOTO_SIDE}
    return {
        "max_file_size": PHOTO_BYTES,
        "slugify_filename": True,
        "transformations": {"raster_image": size},
    }


def _backend(forge: Forge) -> dict[str, Any]:
    parts = urlsplit(forge.url)
    origin, repository = f"{parts.scheme}://{parts.netloc}", parts.path.strip("/")
    return {
        "name": forge.kind,
        "repo": repository,
        "branch": forge.branch,
        "auth_methods": ["token"],
        "squash_merges": False,
        "commit_messages": {
            "create": "redaksi: usulkan {{slug}}",
            "update": "redaksi: perbaiki {{slug}}",
            "uploadMedia": "redaksi: tambah foto {{path}}",
        },
        **_BACKENDS[forge.kind](origin),
    }


def _github(origin: str) -> dict[str, str]:
    """Nothing for github.com; GitHub Enterprise Server has both interfaces below /api."""
    if origin == "https://github.com":
        return {}
    return {"api_root": f"{origin}/api/v3", "graphql_api_root": f"{origin}/api/graphql"}


def _gitlab(origin: str) -> dict[str, str]:
    return {"base_url": origin, "api_root": f"{origin}/api/v4"}


_BACKENDS = {"github": _github, "gitlab": _gitlab}


def _origins(forge: Forge) -> tuple[str, str]:
    """Where the interface of the forge and the faces of its people are fetched from."""
    parts = urlsplit(forge.url)
    origin = f"{parts.scheme}://{parts.netloc}"
    if origin == "https://github.com":
        return "https://api.github.com", "https://avatars.githubusercontent.com"
    return origin, origin
