"""Markdown into markup, the short way for plain paragraphs."""

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from plugins.reading.markup import BETWEEN, SLOT, EndlessListError, markup_of, parsed
from tests.reading.texts import texts


def test_blocks_stand_apart_and_photos_are_slots():
    found = markup_of("Satu.\n\n![](a.jpg)\n\n- dua\n\nTiga & *empat*.")

    assert found.html.split(BETWEEN) == [
        "<p>Satu.</p>",
        f"{SLOT}a.jpg",
        "<ul>\n<li>dua</li>\n</ul>",
        "<p>Tiga &amp; <em>empat</em>.</p>",
    ]
    assert found.photos == ("a.jpg",)


def test_what_was_found_is_in_the_order_of_the_text():
    found = markup_of(
        "![](b.jpg)\n\nKata.\n\n![](a.jpg)\n\nx ![](c.jpg) [y](z:)\n\n[w](v:) [y](z:)"
    )

    assert found.photos == ("b.jpg", "a.jpg")
    assert found.stray_photos == ("c.jpg",)
    assert found.bad_links == ("z:", "v:")


def test_an_empty_text_has_no_markup():
    assert markup_of("").html == markup_of("\n \n").html == ""


def test_endless_lists_are_told_and_leave_no_trace():
    with pytest.raises(EndlessListError):
        markup_of("Kata.\n\n" + "- " * 20_000 + "a")

    assert markup_of("Satu.\n\n*Dua.*").html == f"<p>Satu.</p>{BETWEEN}<p><em>Dua.</em></p>"


BLOCKS = st.sampled_from(
    """Kata biasa.|"Lancar," katanya.|## Judul|# Judul #|##### Kecil|#tagar|###  |## Judul/kata| |-
    |- satu/- dua|- satu|- satu/- *dua*|* satu|1. satu|    kata|- a # b|-  satu|- satu |- satu/kata
    |- - satu|> Kutip|> kutip/kata""".replace("\n    |", "|")
    .replace("/", "\n")
    .split("|")
)
GAPS = st.sampled_from(["\n\n", "\n\n", "\n\n", "\n", "\n\n\n", "\n \n", "\n\n \n\n"])


@given(
    st.sampled_from(["", "", "\n", "\n\n\n", " \n"]), st.lists(st.tuples(BLOCKS, GAPS), max_size=7)
)
@settings(max_examples=400, deadline=None, derandomize=True)
def test_plain_headings_and_lists_are_written_as_the_parser_would_write_them(start, blocks):
    text = start + "".join(f"{block}{gap}" for block, gap in blocks)

    assert markup_of(text).html == parsed(text)


@given(texts)
@example('"Lancar," katanya.\n\n> kutip\nKata biasa\n\nKata - biasa # ini')
@example("- a\n\nKata\n\n- b\n\n    Kata")
@example("Kata\n\n\n\nKata\n")
@settings(max_examples=200, deadline=None, derandomize=True)
def test_plain_paragraphs_are_written_as_the_parser_would_write_them(text):
    assert markup_of(text).html == parsed(text)
