"""Markdown into blocks and photo slots that cannot harm a page."""

import html
import re

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from justhtml import JustHTML

from plugins.model.body import Html, PhotoSlot, Table
from plugins.reading.body import TAGS, render
from plugins.reading.header import FORBIDDEN
from plugins.reading.markup import LINK
from tests.reading.texts import texts

quick = settings(max_examples=200, deadline=None, derandomize=True)


def markup(text: str) -> str:
    """All HTML of a body, with photo slots left out."""
    return "\n".join(block.html for block in render(text).body if not isinstance(block, PhotoSlot))


def words(text: str) -> str:
    """What a reader sees of a body."""
    return html.unescape(re.sub("<[^>]*>", " ", markup(text)))


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("Satu.\n\nDua.", "<p>Satu.</p>\n<p>Dua.</p>"),
        ("Satu  \ndua", "<p>Satu<br>\ndua</p>"),
        ("**tebal** dan *miring*", "<p><strong>tebal</strong> dan <em>miring</em></p>"),
        ("- a\n- b", "<ul>\n<li>a</li>\n<li>b</li>\n</ul>"),
        ("1. a\n2. b", "<ol>\n<li>a</li>\n<li>b</li>\n</ol>"),
        ("> kutip", "<blockquote>\n<p>kutip</p>\n</blockquote>"),
        ("---", "<hr>"),
        ("[a](https://a.id/b?c=d&e=f)", '<p><a href="https://a.id/b?c=d&amp;e=f">a</a></p>'),
        ("[a](/berita/)", '<p><a href="/berita/">a</a></p>'),
        ("[a](mailto:a@b.id)", '<p><a href="mailto:a@b.id">a</a></p>'),
        ("[a](tel:+62-471)", '<p><a href="tel:+62-471">a</a></p>'),
    ],
)
def test_plain_markdown_is_plain_html(text, html):
    assert markup(text) == html


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("# Satu", "<h2>Satu</h2>"),
        ("## Dua", "<h2>Dua</h2>"),
        ("### Tiga", "<h3>Tiga</h3>"),
        ("###### Enam", "<h4>Enam</h4>"),
        ("> # Satu", "<blockquote>\n<h2>Satu</h2>\n</blockquote>"),
        ("#luwuutara", "<p>#luwuutara</p>"),
        ("Judul\n=====", "<p>Judul\n=====</p>"),
    ],
)
def test_headings_stand_below_the_title_of_the_page(text, html):
    assert markup(text) == html


def test_indented_text_and_back_ticks_are_no_code():
    assert markup("    maju\n\n`kode` dan\n```\nkode\n```") == (
        "<p>maju</p>\n<p>`kode` dan\n“`\nkode\n“`</p>"
    )


def test_a_table_is_a_block_of_its_own():
    blocks = render("Satu.\n\n| a | b |\n|---|--:|\n| c | d |\n\nDua.").body

    assert [type(block) for block in blocks] == [Html, Table, Html]
    assert "<td>d</td>" in blocks[1].html


def test_a_photo_in_its_own_paragraph_is_a_slot():
    rendered = render("Satu.\n\n![teks](posyandu.jpg)\n\nDua.\n\nTiga.")

    assert rendered.body == (
        Html("<p>Satu.</p>"), PhotoSlot("posyandu.jpg"), Html("<p>Dua.</p>\n<p>Tiga.</p>"),
    )  # fmt: skip
    assert rendered.photos == ("posyandu.jpg",)


def test_photos_of_one_paragraph_are_slots_in_their_order():
    rendered = render("![](a.jpg)\n![](b.jpg) ![](a.jpg)")

    assert rendered.photos == ("a.jpg", "b.jpg", "a.jpg")
    assert rendered.body == (PhotoSlot("a.jpg"), PhotoSlot("b.jpg"), PhotoSlot("a.jpg"))


@pytest.mark.parametrize("text", ["Foto ![x](a.jpg) ini", "- ![](a.jpg)", "[![](a.jpg)](/b)"])
def test_a_photo_among_text_is_told_and_not_shown(text):
    rendered = render(text)

    assert rendered.stray_photos == ("a.jpg",)
    assert rendered.photos == ()
    assert "a.jpg" not in markup(text)


@pytest.mark.parametrize(
    "target",
    [
        "javascript:alert(1)", "JaVaScRiPt:x", "data:text/html,x", "vbscript:x",
        "file:///etc/passwd", "//jahat.id", "/\\jahat.id", "ftp://a.id", "http://", "https:jahat",
        "halaman.html", "#atas", "tel:halo", "mailto:", "{static}/a", "java&#115;cript:x", "",
    ],
)  # fmt: skip
def test_a_link_to_anything_else_loses_its_target_and_is_told(target):
    rendered = render(f"[kata](<{target}>)" if target else "[kata]()")

    assert 'href="' not in rendered.body[0].html
    assert "kata" in rendered.body[0].html
    assert rendered.bad_links == (target.replace("&", "&amp;"),)


@pytest.mark.parametrize(
    "text",
    [
        "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "<svg onload=alert(1)>",
        "<iframe src=//a>", "</main></body></html>", "<style>*{}</style>",
        "<base href=/>", "<!— buka", "<a href=javascript:x>y</a>", "&#60;script&#62;",
        "&lt;script&gt;", "<http://a.id>", "<b>tebal</b>", "&nbsp;&copy;&#8;",
    ],
)  # fmt: skip
def test_html_and_entities_are_shown_as_they_are_written(text):
    assert markup(f"a {text} b") == f"<p>a {html.escape(text, quote=False)} b</p>"


@pytest.mark.parametrize("text", ['{: onclick="x" style="y" }', "## A {#search .b}", "*[HTML]: a"])
def test_attributes_cannot_be_written(text):
    elements = JustHTML(markup(f"Kata\n{text}"), fragment=True, sanitize=False).query("*")

    assert [element.attrs for element in elements if element.attrs] == []


def test_references_are_plain_text():
    assert markup("[a][b] dan [c]\n\n[b]: /d") == "<p>[a][b] dan [c]</p>\n<p>[b]: /d</p>"


def test_one_post_leaves_nothing_to_the_next():
    render("![](a.jpg) kata [x](javascript:y)\n\n![](b.jpg)")
    rendered = render("Kata.")

    assert (rendered.photos, rendered.stray_photos, rendered.bad_links) == ((), (), ())


def test_an_empty_text_is_an_empty_body():
    assert render("").body == render("\n \n").body == ()


def test_the_excerpt_is_the_beginning_of_the_paragraphs_as_plain_text():
    rendered = render("## Judul\n\nMASAMBA — **Dinas** & [warga](/a).\n\n![](a.jpg)\n\n- b\n\nDua.")

    assert rendered.excerpt == "MASAMBA — Dinas & warga. Dua."


def test_an_excerpt_holds_three_paragraphs():
    assert render("Satu.\n\nDua.\n\nTiga.\n\nEmpat.").excerpt == "Satu. Dua. Tiga."


def test_a_long_excerpt_ends_after_a_whole_word():
    excerpt = render("kata, " * 60).excerpt

    assert excerpt.endswith("kata …")
    assert 150 < len(excerpt) <= 200


@pytest.mark.parametrize(
    ("text", "trouble"),
    [("> - " * 300 + "a", "ukuran"), ("a|b\n-|-\n" + "a|b\n" * 10_000, "ukuran")],
)
def test_a_text_that_swells_is_troubled_and_has_no_body(text, trouble):
    rendered = render(text)

    assert (rendered.trouble, rendered.body, rendered.excerpt) == (trouble, (), "")


@given(texts)
@example('<img src="x" onerror="y">')
@example("![](<script>alert(1)</script>)")
@quick
def test_an_independent_parser_finds_only_listed_tags_and_attributes(text):
    document = JustHTML(markup(text), fragment=True, sanitize=False, collect_errors=True)
    elements = document.query("*")
    links = [element.attrs["href"] for element in elements if element.attrs]

    assert document.errors == []  # balanced, and nothing that a browser would mend
    assert {element.name for element in elements} <= TAGS
    assert {name for element in elements for name in element.attrs} <= {"href"}
    assert {element.name for element in elements if element.attrs} <= {"a"}
    assert [link for link in links if not LINK.match(link)] == []


@given(texts)
@quick
def test_every_block_is_whole_by_itself(text):
    rendered = render(text)
    blocks = [block for block in rendered.body if not isinstance(block, PhotoSlot)]

    assert rendered.trouble == ""
    for block in blocks:
        assert JustHTML(block.html, fragment=True, sanitize=False, collect_errors=True).errors == []
        assert FORBIDDEN.search(block.html) is None


@given(texts)
@quick
def test_every_photo_has_its_slot_and_every_slot_its_photo(text):
    rendered = render(text)
    slots = [block.file for block in rendered.body if isinstance(block, PhotoSlot)]

    assert len(slots) == len(rendered.photos)


@given(st.lists(st.from_regex(r"[A-Za-zé]{1,12}[,.]?", fullmatch=True), max_size=40))
@quick
def test_the_words_of_a_plain_text_survive(found):
    assert words(" ".join(found)).split() == found


@given(texts)
@quick
def test_rendering_is_the_same_a_second_time(text):
    assert render(text) == render(text)


@given(texts)
@quick
def test_an_excerpt_is_short_and_plain(text):
    excerpt = render(text).excerpt

    assert len(excerpt) <= 200
    assert excerpt == " ".join(excerpt.split())


@pytest.mark.parametrize("text", ["- " * 20_000 + "a", "1. " * 20_000 + "a"])
def test_a_text_nested_without_end_is_troubled_and_raises_nothing(text):
    rendered = render(text)

    assert (rendered.trouble, rendered.body, rendered.photos) == ("daftar bertingkat", (), ())


def test_a_text_after_an_endless_nest_is_rendered_as_ever():
    render("- " * 20_000)

    assert markup("Kata.") == "<p>Kata.</p>"


@pytest.mark.parametrize("text", ["a" * 1000, "kata" + " dan" * 100, "a" * 198 + " b c d"])
def test_an_excerpt_has_at_most_two_hundred_characters(text):
    assert len(render(text).excerpt) <= 200
