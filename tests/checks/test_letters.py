"""B: letters, quotation marks, paragraphs, titles in capitals."""

import pytest

LEAD = "MASAMBA — Kader berlatih pada Selasa (24/11/2026).\n\n"
TITLE = "Imunisasi campak di Posyandu Melati"


def test_a_quotation_that_is_not_closed_is_named_where_it_opens(said_of):
    assert said_of(LEAD + 'Ia berkata, "loket buka, lalu pulang.\n') == [
        '15:13 B909 Tanda petik pada “"loket buka, lalu pulang.” tidak berpasangan. '
        "Tambahkan tanda petik pembuka atau penutupnya."
    ]


def test_a_quotation_that_is_not_opened_is_named_where_it_closes(said_of):
    assert said_of(LEAD + "Loket buka,” ujar kader.\n") == [
        "15:12 B909 Tanda petik pada “” ujar kader.” tidak berpasangan. "
        "Tambahkan tanda petik pembuka atau penutupnya."
    ]


@pytest.mark.parametrize(
    "paragraph",
    [
        '"Loket buka," kata kader. "Silakan datang."',
        "“Beliau menjawab, ‘Tubuh ikan mengikuti suhu,’ lalu pergi,” ujarnya.",
        'Layar 32" dipasang di lobi.',
        '"Paragraf pertama tidak ditutup.\n\n"Yang kedua ditutup," katanya.',
    ],
)
def test_quotations_that_pair_are_good(paragraph, said_of):
    assert said_of(LEAD + paragraph + "\n") == []


def test_a_title_in_capitals_is_calmed(said_of):
    assert said_of(LEAD, TITLE, "DPRD DAN BUPATI MEMBAHAS APBD") == [
        "2:8 B910 Judul “DPRD DAN BUPATI MEMBAHAS APBD” ditulis dengan huruf besar semua. "
        "Tulis seperti “DPRD dan bupati membahas APBD”; nama tetap berhuruf besar."
    ]


@pytest.mark.parametrize(
    "title", ["DPRD dan TAPD menyepakati KUA-PPAS APBD 2027", "MTQ XII", "BPJS"]
)
def test_a_title_with_acronyms_is_good(title, said_of):
    assert said_of(LEAD, TITLE, title) == []


def test_a_letter_of_another_alphabet_is_named(said_of):
    assert said_of(LEAD + "Warga M\N{CYRILLIC SMALL LETTER A}samba hadir.\n") == [
        "15:8 B911 Kata “M\N{CYRILLIC SMALL LETTER A}samba” memuat huruf "
        "“\N{CYRILLIC SMALL LETTER A}” dari abjad Kiril. "
        "Hapus kata itu, lalu ketik ulang dengan papan ketik biasa."
    ]


@pytest.mark.parametrize("words", ["Kadar 5 μg/l", "hambatan 10 kΩ", "β-karoten", "Café José"])
def test_letters_of_science_and_of_names_are_good(words, said_of):
    assert said_of(LEAD + f"Tercatat {words} di sana.\n") == []


def test_a_paragraph_that_comes_twice_is_named_the_second_time(said_of):
    paragraph = "Kader menimbang anak lalu mencatat hasilnya di buku besar.\n\n"

    assert said_of(LEAD + paragraph * 2) == [
        "17:1 B912 Paragraf “Kader menimbang anak lalu mencatat hasilnya di buku besar.” "
        "sudah ada di atas. Hapus paragraf yang berulang ini."
    ]


def test_a_short_line_may_come_twice(said_of):
    assert said_of(LEAD + "Buku apa itu?\n\nKancil.\n\nBuku apa itu?\n") == []


def test_quotes_in_a_title_above_an_empty_text_are_read_without_a_crash(said_of):
    assert [line for line in said_of("", TITLE, TITLE + " “Anggrek”") if " B9" in line] == []
