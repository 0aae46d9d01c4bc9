"""Templates as Python, kept between builds."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from jinja2 import DictLoader, Environment, TemplateSyntaxError

from plugins.builds.compiled import Compiled
from plugins.builds.lean import make_lean

COMMON = b"kode, pustaka dan situs"
TEMPLATE = "{% macro title(text) %}<b>{{ text }}</b>{% endmacro %}\n{{ title(text=page) }}"
PAGE = "\n<b>Imunisasi &amp; gizi</b>"


def rendered(
    folder: Path, source: str = TEMPLATE, common: bytes = COMMON, site: str = "", **options: bool
) -> str:
    """What a fresh process writes that finds this folder."""
    environment = Environment(loader=DictLoader({"a/b.html": source}), autoescape=True, **options)
    environment.filters["link"] = lambda href: site + href
    make_lean(environment, Compiled(folder, common))
    return environment.get_template("a/b.html").render(page="Imunisasi & gizi")


@pytest.fixture
def kept(tmp_path: Path) -> Path:
    assert rendered(tmp_path) == PAGE
    (file,) = tmp_path.iterdir()
    return file


def test_a_kept_template_writes_the_same(kept):
    assert rendered(kept.parent) == PAGE


def test_a_kept_template_is_not_compiled_again(kept, monkeypatch):
    monkeypatch.setattr(Environment, "compile", None)

    assert rendered(kept.parent) == PAGE


def test_a_changed_template_is_compiled_anew(kept):
    assert rendered(kept.parent, "{{ page }}!") == "Imunisasi &amp; gizi!"


def test_other_code_or_another_site_compiles_anew(kept):
    before = kept.read_bytes()
    rendered(kept.parent, common=b"lain")

    assert kept.read_bytes()[:16] != before[:16]


def test_another_option_of_the_syntax_compiles_anew(kept):
    assert rendered(kept.parent, trim_blocks=True) == PAGE[1:]


def test_a_template_that_is_wrong_is_told_as_jinja_tells_it(tmp_path):
    with pytest.raises(TemplateSyntaxError):
        rendered(tmp_path, "{% if %}")


@given(st.data())
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_a_damaged_file_is_a_miss(kept, data):
    whole = kept.read_bytes()
    at = data.draw(st.integers(0, len(whole) - 1))
    byte = data.draw(st.integers(0, 255))
    kept.write_bytes(data.draw(st.sampled_from([
        whole[:at], whole[:at] + bytes([byte]) + whole[at + 1 :], whole + bytes([byte]),
    ])))  # fmt: skip

    assert rendered(kept.parent) == PAGE
    assert kept.read_bytes()[:16] == whole[:16]


def test_a_folder_that_cannot_be_written_does_not_stop_a_build(tmp_path):
    (tmp_path / "berkas").write_text("bukan folder")

    assert rendered(tmp_path / "berkas") == PAGE
