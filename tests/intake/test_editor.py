"""The configuration of the editor, and the package it runs."""

import json
import re
from pathlib import Path

import pytest

from plugins.intake.choices import choices_of
from plugins.intake.editor import EditorConfig, config_json, editor_of, editor_outputs
from plugins.intake.editorfields import EVENT_KEYS, POST_KEYS
from plugins.intake.editorpackage import (
    VERSION,
    EditorFile,
    EditorPackage,
    EditorPackageError,
    editor_package,
)
from plugins.model.addresses import place_of
from plugins.model.fields import EVENT_FIELDS, POST_FIELDS
from plugins.model.forge import Forge
from tests.conftest import ROOT
from tests.model.makers import edition_of, make_event

GITHUB = Forge("github", "https://github.com/humas/kabar")
GITLAB = Forge("gitlab", "https://git.contoh.test/humas/situs/kabar")
PACKAGE = EditorPackage("/aset/redaksi-1/main.js", (EditorFile("/aset/redaksi-1/main.js", b"1"),))
LOCK = ROOT / "deploy" / "redaksi" / "package-lock.json"
FOR_HUMAS = {"penyunting", "ralat", "hak_jawab", "dicabut", "alias", "ditinjau", "abaikan"}


def told(forge: Forge = GITHUB) -> dict:
    edition = edition_of(make_event("rapat", "2026-11-24", title="Rapat"), now="2026-11-25 08:00")
    config = EditorConfig(forge, "Kabar", "https://kabar.test/", choices_of(edition))
    return json.loads(config_json(config, None))


def collections(forge: Forge = GITHUB) -> dict[str, dict]:
    return {one["label"]: one for one in told(forge)["cms"]["collections"]}


def fields(label: str) -> dict[str, dict]:
    return {field["name"]: field for field in collections()[label]["fields"]}


def test_without_the_setting_nothing_is_made():
    assert editor_of("", GITHUB) is None
    assert list(editor_outputs(None, choices_of(edition_of()), edition_of())) == []


def test_a_forge_without_drafts_is_refused_in_both_languages():
    for forge in (Forge(), Forge("forgejo", "https://git.contoh.test/humas/kabar")):
        with pytest.raises(ValueError, match=r"(?s)EDITOR needs FORGE .*EDITOR hanya dapat"):
            editor_of("deploy/redaksi", forge)


def test_a_folder_without_the_package_says_what_to_run(tmp_path):
    with pytest.raises(
        EditorPackageError, match=r"(?s)run `make redaksi`.*Jalankan `make redaksi`"
    ):
        editor_package(tmp_path)


def test_a_changed_file_of_the_package_is_refused(tmp_path):
    for path in (
        "@sveltia/cms/npm/index.js", "@sveltia/cms/LICENSE.txt", "exifr/dist/lite.esm.mjs",
        "turndown/lib/turndown.browser.es.js", "immutable/dist/immutable.es.js",
    ):  # fmt: skip
        file = tmp_path / "node_modules" / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text("alert(1)")
    with pytest.raises(EditorPackageError, match=f"not Sveltia CMS {re.escape(VERSION)} as pinned"):
        editor_package(tmp_path)


def test_every_package_is_pinned_by_sha512_and_none_by_an_address():
    lock = json.loads(LOCK.read_text(encoding="utf-8"))
    packages = {name: one for name, one in lock["packages"].items() if name}

    assert packages["node_modules/@sveltia/cms"]["version"] == VERSION
    assert all(one["integrity"].startswith("sha512-") for one in packages.values())
    assert not any("resolved" in one for one in packages.values())


def test_the_page_may_ask_the_forge_and_nobody_else():
    choices = choices_of(edition_of())
    outputs = {o.path: o for o in editor_outputs(PACKAGE, choices, edition_of())}

    assert sorted(outputs) == [
        "aset/redaksi-1/main.js",
        "redaksi/config.json",
        "redaksi/index.html",
    ]
    assert outputs["redaksi/config.json"].daily


def test_posts_and_activities_lie_where_the_path_grammar_has_them():
    found = collections()
    examples = {"{pd}": "dinkes", "{{tanggal | date('MM')}}": "11", "{{slug}}": "24-rapat"}

    assert list(found) == ["Berita 2026", "Berita 2025", "Agenda 2026", "Agenda 2027"]
    for label, one in found.items():
        path = f"{one['folder']}/{one['path']}.{one['extension']}".removeprefix("content/")
        for placeholder, value in examples.items():
            path = path.replace(placeholder, value)
        place = place_of(path)
        assert place and place.kind == {"Berita": "post", "Agenda": "event"}[label.split()[0]]


def test_officers_propose_and_only_humas_publishes():
    assert told()["cms"]["publish_mode"] == "editorial_workflow"
    for one in collections().values():
        assert (one["publish_mode"], one["publish"], one["delete"]) == (
            "editorial_workflow", False, False,
        )  # fmt: skip


def test_fields_are_those_of_the_schema_in_its_order():
    for label, schema, keys in (
        ("Berita 2026", POST_FIELDS, POST_KEYS),
        ("Agenda 2026", EVENT_FIELDS, EVENT_KEYS),
    ):
        names = [field.key for field in schema if field.key in keys]
        assert list(fields(label)) == [*names, "body"]
        assert {f.key for f in schema if f.required} <= set(names)
    assert not FOR_HUMAS & set(fields("Berita 2026"))


def test_a_field_takes_nothing_that_the_gate_refuses():
    post = fields("Berita 2026")
    plain = re.compile(re.sub(r"\\u(....)", r"\\u\1", post["judul"]["pattern"][0]))

    assert (post["judul"]["required"], post["judul"]["maxlength"]) == (True, 200)
    assert plain.match("Imunisasi “campak”: 40 balita")
    assert not plain.match("dua\nbaris") and not plain.match("tak\u200btampak")
    assert re.match(post["tanggal"]["pattern"][0], "2026-11-24 09:30")
    assert not re.match(post["tanggal"]["pattern"][0], "2025-11-24 09:30")
    assert {"label": "Kesehatan", "value": "kesehatan"} in post["rubrik"]["options"]
    assert re.match(post["tag"]["field"]["pattern"][0], "imunisasi-campak")
    assert not re.match(post["tag"]["field"]["pattern"][0], "Imunisasi Campak")
    assert [one["value"] for one in post["klasifikasi"]["options"]] == [
        "berkala", "serta-merta", "setiap-saat",
    ]  # fmt: skip


def test_photos_are_turned_shrunk_and_stripped_before_they_are_sent():
    photos = told()["cms"]["media_libraries"]["default"]["config"]

    assert photos["slugify_filename"]
    assert photos["transformations"]["raster_image"] == {
        "format": "webp", "quality": 85, "width": 2048, "height": 2048,
    }  # fmt: skip


def test_both_forges_are_reached_at_their_own_address():
    assert told(GITHUB)["cms"]["backend"]["repo"] == "humas/kabar"
    assert "api_root" not in told(GITHUB)["cms"]["backend"]
    gitlab = told(GITLAB)["cms"]["backend"]
    assert (gitlab["name"], gitlab["repo"], gitlab["branch"]) == (
        "gitlab", "humas/situs/kabar", "main",
    )  # fmt: skip
    assert gitlab["api_root"] == "https://git.contoh.test/api/v4"
    assert gitlab["auth_methods"] == ["token"]


def test_an_activity_can_be_named_by_the_agencies_it_belongs_to():
    (event,) = told()["kegiatan"]

    assert event == {
        "value": "dinkes/2026/11/24-rapat", "label": "2026-11-24 Rapat", "pd": ["dinkes"],
    }  # fmt: skip


def test_own_texts_lie_beside_the_package_and_not_among_the_files_of_the_theme():
    own = ROOT / "theme" / "editor"

    assert sorted(file.name for file in own.iterdir()) == ["main.js", "words.js"]
    assert not (Path(ROOT) / "theme" / "static" / "editor").exists()
