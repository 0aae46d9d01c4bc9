"""`make agenda-ekspor`: the exports of all months of a built site as one of each kind.

A built site holds what the public may see and nothing else, so no file of this can say more.
"""

import re
from collections.abc import Sequence
from pathlib import Path

import msgspec

from plugins.agenda.export import SCHEMA, Export, json_of, table_of

_MONTH = re.compile(r"\d{4}/\d{2}/agenda\.json\Z", re.ASCII)
_EVENT = re.compile(rb"BEGIN:VEVENT\r\n.*?END:VEVENT\r\n", re.DOTALL)


class NothingToExportError(RuntimeError):
    """The folder is no built site; the message says so in Indonesian."""


def gather(output: Path, folder: Path) -> tuple[Path, ...]:
    """Write agenda.csv, agenda.json and agenda.ics; raises NothingToExportError."""
    if not (output / "agenda" / "agenda.ics").is_file():
        raise NothingToExportError(
            f"“{output}” bukan situs yang sudah dibangun; jalankan make html"
        )
    found = sorted(
        file for file in (output / "agenda").glob("*/*/agenda.json") if _is_of_a_month(file, output)
    )
    exports = [msgspec.json.decode(file.read_bytes(), type=Export) for file in found]
    calendars = [file.with_suffix(".ics").read_bytes() for file in found]
    folder.mkdir(parents=True, exist_ok=True)
    data = {
        "agenda.csv": table_of(row for export in exports for row in export.kegiatan),
        "agenda.json": json_of(_together(exports)),
        "agenda.ics": _calendar((output / "agenda" / "agenda.ics").read_bytes(), calendars),
    }
    for name, content in data.items():
        (folder / name).write_bytes(content)
    return tuple(folder / name for name in data)


def _is_of_a_month(file: Path, output: Path) -> bool:
    return _MONTH.match(file.relative_to(output / "agenda").as_posix()) is not None


def _together(exports: Sequence[Export]) -> Export:
    rows = tuple(row for export in exports for row in export.kegiatan)
    if not exports:
        return Export(SCHEMA, "", False, "", ())
    return msgspec.structs.replace(exports[-1], kegiatan=rows)


def _calendar(shared: bytes, calendars: Sequence[bytes]) -> bytes:
    """The frame of everybody's calendar around the activities of all months."""
    head = shared.partition(b"BEGIN:VEVENT")[0].partition(b"END:VCALENDAR")[0]
    events = [event for data in calendars for event in _EVENT.findall(data)]
    return b"".join((head, *events, b"END:VCALENDAR\r\n"))
