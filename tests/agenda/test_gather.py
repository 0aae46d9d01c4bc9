"""`make agenda-ekspor`: all months of a built site together."""

import csv
import io
import json
from pathlib import Path

import pytest
import vobject

from plugins.agenda.__main__ import main
from plugins.agenda.outputs import month_outputs, outputs
from plugins.model.event import Publicity
from tests.model.makers import made_of, make_event


@pytest.fixture
def situs(tmp_path: Path) -> Path:
    """A built site: as far as this room makes it without templates."""
    made = made_of(
        make_event("a", "2026-10-01", starts=540),
        make_event("b", "2026-11-24", status="batal"),
        make_event("c", "2026-01-01", publicity=Publicity.TIDAK),
    )
    found = [*outputs(made.edition), *(o for month in made.months for o in month_outputs(month))]
    for output in found:
        if callable(output.renderer):
            file = tmp_path / "situs" / output.path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(output.renderer(output.values, made))
    return tmp_path / "situs"


def test_all_months_become_one_file_of_each_kind(situs, tmp_path, capsys):
    code = main(["ekspor", "--site", str(situs), "--to", str(tmp_path / "ke" / "sini")])
    folder = tmp_path / "ke" / "sini"
    rows = list(csv.DictReader(io.StringIO((folder / "agenda.csv").read_text("utf-8-sig"))))
    calendar = vobject.readOne((folder / "agenda.ics").read_bytes().decode())

    assert code == 0
    assert [row["acara"] for row in rows] == ["Acara a", "Acara b"]
    assert [r["acara"] for r in json.loads((folder / "agenda.json").read_bytes())["kegiatan"]] == [
        "Acara a", "Acara b",
    ]  # fmt: skip
    assert [event.summary.value for event in calendar.vevent_list] == ["Acara a", "Acara b"]
    assert len(calendar.vtimezone_list) == 1
    assert "agenda.csv" in capsys.readouterr().out


def test_a_folder_that_is_no_site_is_refused(tmp_path, capsys):
    assert main(["ekspor", "--site", str(tmp_path), "--to", str(tmp_path)]) == 1
    assert "bukan situs yang sudah dibangun" in capsys.readouterr().err
