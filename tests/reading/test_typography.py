"""Quotes, dashes and dots as Indonesian text needs them."""

import pytest
from hypothesis import given, settings
from typogrify.filters import smartypants

from plugins.reading.body import render
from plugins.reading.markup import parsed
from plugins.reading.typography import typeset, typeset_text
from tests.reading.texts import texts


def paragraph(text: str) -> str:
    """The inner HTML of a body of one paragraph."""
    (block,) = render(text).body
    return block.html.removeprefix("<p>").removesuffix("</p>")


@pytest.mark.parametrize(
    "text",
    [
        "Selasa (24/11/2026)",
        "Rp10.000,00",
        "Senin s.d. Jumat",
        "di- dan ke-26",
        "ke-26",
        "sebanyak 12.000",
        "pukul 09.00–12.00 WITA",
        "pukul 09.00-12.00 WITA",
        "09.00 - 12.00",
        "Diskominfo-SP",
        "dr. H. A. Contoh, M.Kes.",
        "50% (lima puluh persen)",
        "A/B, #luwuutara & @dinkes",
        "tanda &copy; dan &amp; tetap",
    ],
)
def test_numbers_dates_and_abbreviations_stay_as_they_are_written(text):
    assert typeset_text(text) == text
    assert paragraph(text) == text.replace("&", "&amp;")


@pytest.mark.parametrize(
    ("text", "set_text"),
    [
        ("Jum'at", "Jum’at"),
        ("Al-Qur'an dan do'a", "Al-Qur’an dan do’a"),
        ('"Lancar," katanya.', "“Lancar,” katanya."),
        ('Katanya, "Lancar."', "Katanya, “Lancar.”"),
        ('Ia membaca "Rp10.000,00".', "Ia membaca “Rp10.000,00”."),
        ('Sebanyak "12.000"', "Sebanyak “12.000”"),
        ("\"Ia berkata, 'lancar', tadi,\" katanya.", "“Ia berkata, ‘lancar’, tadi,” katanya."),
        ("\"'Lancar' katanya,\" ujar Kepala.", "“‘Lancar’ katanya,” ujar Kepala."),
        ('Kegiatan ("senam")', "Kegiatan (“senam”)"),
        ('"Satu" dan "dua"', "“Satu” dan “dua”"),
        ("“Sudah” ‘baik’", "“Sudah” ‘baik’"),
        ("MASAMBA -- Dinas Kesehatan", "MASAMBA — Dinas Kesehatan"),
        ("MASAMBA — Dinas Kesehatan", "MASAMBA — Dinas Kesehatan"),
        ("dan seterusnya...", "dan seterusnya…"),
    ],
)
def test_typewriter_marks_become_typographic(text, set_text):
    assert typeset_text(text) == set_text
    assert paragraph(text) == set_text


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ('"**Semua** lancar," katanya.', "“<strong>Semua</strong> lancar,” katanya."),
        ('"*Semua* lancar," katanya.', "“<em>Semua</em> lancar,” katanya."),
        ('Katanya, "**semua** lancar."', "Katanya, “<strong>semua</strong> lancar.”"),
        ('Katanya, "semua **lancar**"', "Katanya, “semua <strong>lancar</strong>”"),
        ('**"Semua lancar"** itu', "<strong>“Semua lancar”</strong> itu"),
        ('"[Tautan](/a)" itu', '“<a href="/a">Tautan</a>” itu'),
        ("'**Semua** lancar'", "‘<strong>Semua</strong> lancar’"),
    ],
)
def test_quotes_turn_rightly_beside_marked_text(text, html):
    assert paragraph(text) == html


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ('- "satu"\n- **"dua"**', "<ul>\n<li>“satu”</li>\n<li><strong>“dua”</strong></li>\n</ul>"),
        ('## "Judul" bagian', "<h2>“Judul” bagian</h2>"),
        ('> "Lancar."', "<blockquote>\n<p>“Lancar.”</p>\n</blockquote>"),
    ],
)
def test_quotes_are_set_in_every_kind_of_block(text, html):
    (block,) = render(text).body

    assert block.html == html


def test_addresses_are_not_typeset():
    assert paragraph("[a](https://a.id/x--y...z'q)") == '<a href="https://a.id/x--y...z\'q">a</a>'


def test_a_plain_text_stays_plain_when_it_is_typeset():
    assert typeset_text("<b> \"R&D\" &amp; 'x' < 3") == "<b> “R&D” &amp; ‘x’ < 3"


def test_a_text_without_typewriter_marks_is_returned_as_it_is():
    text = "Dinas Kesehatan <b> & &lt;"

    assert typeset_text(text) is text


@pytest.mark.parametrize("before", ["Satu.", "- satu", "## Satu", "|a|\n|-|\n|b|", "![](a.jpg)"])
def test_a_quote_that_begins_a_later_block_with_bold_text_opens(before):
    block = render(f'{before}\n\n"**Semua** lancar," katanya.').body[-1]

    assert block.html.endswith("<p>“<strong>Semua</strong> lancar,” katanya.</p>")


@given(texts)
@settings(max_examples=200, deadline=None, derandomize=True)
def test_the_short_way_sets_what_smartypants_would_set(text):
    markup = parsed(text)

    assert typeset(markup) == smartypants(markup)
