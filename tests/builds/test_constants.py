"""What outputs depend on beside their values."""

from pathlib import Path

import msgspec
import pytest

from plugins.builds.constants import Constants
from plugins.model.output import Output
from plugins.photos.render import rendition
from tests.model.makers import ASSETS, SITE

TEMPLATES = {
    "base.html": "{% block main %}{% endblock %}",
    "a.html": '{% extends "base.html" %}{%- from "components/kartu.html" import kartu -%}',
    "b.html": "{% extends 'base.html' %}{% include \"components/kaki.html\" %}",
    "components/kartu.html": '{% import "components/dalam.html" as dalam %}',
    "components/dalam.html": "{% macro x() %}{% endmacro %}",
    "components/kaki.html": "kaki",
}


@pytest.fixture
def theme(tmp_path: Path) -> Path:
    for name, text in TEMPLATES.items():
        file = tmp_path / "templates" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text)
    return tmp_path


def digests(theme: Path, site=SITE, assets=ASSETS) -> dict[str, bytes]:
    constants = Constants(theme, site, assets)
    return {
        "a": constants.of(Output("a/index.html", "a.html", None)),
        "b": constants.of(Output("b/index.html", "b.html", None)),
        "function": constants.of(Output("a.atom", lambda values, resources: b"", None)),
        "final": constants.of(Output("b.webp", rendition, None, costly=True, final=True)),
        "photo": constants.of(Output("a.webp", rendition, None, costly=True)),
        "all": constants.all(),
    }


def changed(before: dict[str, bytes], after: dict[str, bytes]) -> set[str]:
    return {name for name in before if before[name] != after[name]}


def test_nothing_changes_by_itself(theme):
    assert digests(theme) == digests(theme)


@pytest.mark.parametrize(
    ("template", "touched"),
    [
        ("a.html", {"a"}),
        ("b.html", {"b"}),
        ("base.html", {"a", "b"}),
        ("components/kartu.html", {"a"}),
        ("components/dalam.html", {"a"}),
        ("components/kaki.html", {"b"}),
    ],
)
def test_a_template_counts_for_those_that_name_it_however_far_away(theme, template, touched):
    before = digests(theme)
    file = theme / "templates" / template
    file.write_text(file.read_text() + "{# lain #}")

    assert changed(before, digests(theme)) == {*touched, "all"}


def test_a_template_that_nobody_names_counts_only_for_the_whole(theme):
    before = digests(theme)
    (theme / "templates" / "baru.html").write_text("baru")

    assert changed(before, digests(theme)) == {"all"}


def test_site_and_assets_count_for_all_but_photos(theme):
    site = msgspec.structs.replace(SITE, name="Lain").sealed()
    assets = msgspec.structs.replace(ASSETS, stylesheet="/aset/b.css").sealed()
    before = digests(theme)

    assert changed(before, digests(theme, site=site)) == {"a", "b", "function", "all"}
    assert changed(before, digests(theme, assets=assets)) == {"a", "b", "function", "all"}


def test_a_final_output_depends_on_no_code_and_no_library(theme):
    assert digests(theme)["final"] == b""
