"""Tables as CSV that a spreadsheet opens as it is meant: text stays text."""

import csv
import io
from collections.abc import Iterable, Sequence

BOM = "\ufeff"  # without it Excel reads UTF-8 as the code page of the machine
# What begins a formula: https://owasp.org/www-community/attacks/CSV_Injection
_ACTIVE = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def csv_bytes(rows: Iterable[Sequence[str | int]]) -> bytes:
    """UTF-8 with a BOM, commas, CRLF; the first row is the head.

    Text that a spreadsheet would run as a formula gets an apostrophe before it. Numbers
    are ours and stay as they are.
    """
    written = io.StringIO(newline="")
    writer = csv.writer(written, lineterminator="\r\n")
    writer.writerows([_cell(value) for value in row] for row in rows)
    return (BOM + written.getvalue()).encode()


def _cell(value: str | int) -> str | int:
    if isinstance(value, str) and value.startswith(_ACTIVE):
        return f"'{value}"
    return value
