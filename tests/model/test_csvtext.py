import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.model.csvtext import csv_bytes

CELLS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"))


def rows_of(data: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")))


def test_a_table_is_utf_8_with_a_mark_commas_and_crlf():
    data = csv_bytes([("acara", "jumlah"), ("Rapat, “kecil”", 3)])

    assert data == '\ufeffacara,jumlah\r\n"Rapat, “kecil”",3\r\n'.encode()


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r", "\n", "＝"])
def test_text_that_begins_like_a_formula_gets_an_apostrophe(start):
    assert rows_of(csv_bytes([(f"{start}HYPERLINK(1)", "-")])) == [
        [f"'{start}HYPERLINK(1)", "'-"],
    ]


def test_a_number_below_zero_stays_a_number():
    assert csv_bytes([(-4,)]) == b"\xef\xbb\xbf-4\r\n"


@given(st.lists(st.lists(CELLS, min_size=2, max_size=3), max_size=4))
def test_no_cell_is_active_and_none_is_lost(rows):
    found = rows_of(csv_bytes(rows))

    cells = [cell for row in found for cell in row]
    assert not any(cell.startswith(("=", "+", "-", "@", "\t", "\r", "\n")) for cell in cells)
    assert [[cell.removeprefix("'") for cell in row] for row in found] == [
        [cell.removeprefix("'") for cell in row] for row in rows
    ]
