"""One output into bytes."""

import msgspec
import pytest
from jinja2 import DictLoader, Environment, StrictUndefined, UndefinedError

from plugins.builds.render import Renderer, Store
from plugins.model.body import BodyRef, Html, PhotoSlot, Table
from plugins.model.card import Link
from plugins.model.output import Output
from plugins.model.record import digest
from plugins.reading.load import load
from plugins.reading.tree import FolderTree
from tests.model.makers import ASSETS, SITE, make_newsroom

BODY = (
    Html('<p><a href="/berita/">a</a> <a href="https://a.id/">b</a></p>'),
    PhotoSlot("a.jpg"),
    Table('<table><tbody><tr><td><a href="/b/">c</a></td></tr></tbody></table>'),
)
REF = BodyRef(digest(BODY), "a")
BLOCKS = """\
{%- for block in page|blocks -%}
{%- if block is tagged("photo") %}[{{ block.file }}]{% else %}{{ block.html|safe }}{% endif -%}
{%- endfor -%}"""


def rendered(template: str, values: object, url: str = "https://contoh.test", tmp_path=None) -> str:
    environment = Environment(
        loader=DictLoader({"a.html": template}), autoescape=True, undefined=StrictUndefined
    )
    site = msgspec.structs.replace(SITE, url=url).sealed()
    store = Store(make_newsroom(bodies={REF.digest: BODY}), FolderTree(tmp_path))
    renderer = Renderer(environment, site, ASSETS, store)
    return renderer.render(Output("a.html", "a.html", values)).decode()


def test_a_template_sees_its_page_the_site_and_the_assets():
    template = "{{ page.label }}|{{ site.name }}|{{ assets.stylesheet }}"

    assert rendered(template, Link("Dinkes", "/d/")) == "Dinkes|Kabar Lutra|/aset/a.css"


def test_values_are_escaped():
    assert rendered("{{ page.label }}", Link("<b>&", "/")) == "&lt;b&gt;&amp;"


@pytest.mark.parametrize("name", ["page.lain", "lain", "edition", "settings", "page.label.x"])
def test_a_template_that_reaches_further_fails(name):
    with pytest.raises(UndefinedError):
        rendered("{{ " + name + " }}", Link("a", "/"))


def test_links_get_the_base_prefix_and_absolute_ones_the_origin():
    template = "{{ page.href|link }} {{ page.href|absolute }}"

    assert rendered(template, Link("a", "/b/"), "https://o.test/kabar") == (
        "/kabar/b/ https://o.test/kabar/b/"
    )


def test_a_body_is_its_blocks():
    assert rendered(BLOCKS, REF) == (
        '<p><a href="/berita/">a</a> <a href="https://a.id/">b</a></p>[a.jpg]'
        '<table><tbody><tr><td><a href="/b/">c</a></td></tr></tbody></table>'
    )


def test_root_relative_links_of_a_body_get_the_base_prefix():
    assert rendered(BLOCKS, REF, "https://o.test/kabar") == (
        '<p><a href="/kabar/berita/">a</a> <a href="https://a.id/">b</a></p>[a.jpg]'
        '<table><tbody><tr><td><a href="/kabar/b/">c</a></td></tr></tbody></table>'
    )


def test_an_empty_body_has_no_blocks():
    assert rendered(BLOCKS, BodyRef()) == ""


def test_a_function_gets_the_values_and_what_it_may_fetch(tmp_path):
    (tmp_path / "berita/dinkes/2026/11/a").mkdir(parents=True)
    (tmp_path / "berita/dinkes/2026/11/a/a.jpg").write_bytes(b"foto")
    tree = FolderTree(tmp_path)
    store = Store(load(tree, lambda _: ()), tree)
    renderer = Renderer(Environment(autoescape=True), SITE, ASSETS, store)
    blob = tree.entries()[0].blob
    output = Output("a.jpg", lambda values, resources: resources.blob(values), blob)

    assert renderer.render(output) == b"foto"
