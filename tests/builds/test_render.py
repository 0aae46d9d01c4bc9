"""One output into bytes."""

import msgspec
import pytest
from jinja2 import DictLoader, Environment, StrictUndefined, UndefinedError

from plugins.builds.render import Renderer
from plugins.model.body import Body, BodyRef, Html, PhotoSlot, Table, body_ref
from plugins.model.card import Card, CardsRef, Link
from plugins.model.output import Output
from tests.model.makers import ASSETS, SITE, Made, made_of, make_post

BODY = (
    Html('<p><a href="/berita/">a</a> <a href="https://a.id/">b</a></p>'),
    PhotoSlot("a.jpg"),
    Table('<table><tbody><tr><td><a href="/b/">c</a></td></tr></tbody></table>'),
)
REF = body_ref(BODY, "a")
BLOCKS = """\
{%- for block in page|blocks -%}
{%- if block is tagged("photo") %}[{{ block.file }}]{% else %}{{ block.html|safe }}{% endif -%}
{%- endfor -%}"""
MADE = made_of(make_post("a"), make_post("b", "2026-10-01"))


class Shelf:
    """The resources of a build: one body, the cards of two posts, and one original."""

    def body(self, ref: BodyRef) -> Body:
        return BODY if ref == REF else ()

    def cards(self, ref: CardsRef) -> tuple[Card, ...]:
        return MADE.cards(ref)

    def blob(self, blob_id: str) -> bytes:
        return b"foto " + blob_id.encode()


def renderer_of(template: str, url: str = "https://contoh.test") -> Renderer:
    environment = Environment(
        loader=DictLoader({"a.html": template}), autoescape=True, undefined=StrictUndefined
    )
    return Renderer(environment, msgspec.structs.replace(SITE, url=url).sealed(), ASSETS)


def rendered(template: str, values: object, url: str = "https://contoh.test") -> str:
    output = Output("a.html", "a.html", values)
    return renderer_of(template, url).render(output, Shelf()).decode()


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


def test_a_handle_reads_as_the_cards_of_its_list():
    template = "{% for card in page|read %}{{ card.title }};{% endfor %}"

    assert rendered(template, MADE.edition.front("/arsip/").cards) == "Judul a;Judul b;"
    assert rendered(template, MADE.edition.front("/tag/kosong/").cards) == ""


def test_a_function_gets_the_values_and_what_it_may_fetch():
    output = Output("a.jpg", lambda values, resources: resources.blob(values), "0f")

    assert renderer_of("").render(output, Shelf()) == b"foto 0f"


def test_the_next_output_reads_from_its_own_resources():
    other: Made = made_of()
    renderer = renderer_of("{% for card in page|read %}{{ card.title }};{% endfor %}")
    handle = MADE.edition.front("/arsip/").cards
    first = renderer.render(Output("a.html", "a.html", handle), Shelf())
    empty = other.edition.front("/arsip/").cards

    assert renderer.render(Output("a.html", "a.html", empty), other) == b""
    assert first == b"Judul a;Judul b;"
