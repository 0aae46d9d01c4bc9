"""The activities of a month as a table and as JSON."""

import csv
import io
import json

import msgspec

from plugins.agenda.export import Row, export_outputs
from plugins.model.event import Interval, Publicity, Repeat
from plugins.model.history import History, Revision
from plugins.model.post import Withdrawal
from tests.conftest import ROOT
from tests.model.makers import SITE, at, made_of, make_event, make_post

SCHEMA = json.loads((ROOT / "docs/dev/agenda.schema.json").read_bytes())
FULL = {
    "starts": 540, "ends": 720, "district": "masamba", "partners": ("kec-masamba", "dishub"),
    "leader": "bupati", "attendance": "dihadiri", "participants": "Kader", "last": "2026-11-25",
    "wants_coverage": "diminta",
}  # fmt: skip


def files_of(*contents, **fields) -> dict[str, bytes]:
    made = made_of(*contents, **fields)
    outputs = [output for month in made.months for output in export_outputs(month)]
    return {output.path: output.renderer(output.values, made) for output in outputs}


def table(*contents, **fields) -> list[dict[str, str]]:
    text = files_of(*contents, **fields)["agenda/2026/11/agenda.csv"].decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline="")))


def data(*contents, **fields) -> dict:
    return json.loads(files_of(*contents, **fields)["agenda/2026/11/agenda.json"])


def test_a_row_says_all_that_the_header_of_a_public_activity_says():
    known = History({make_event().id: Revision(2, at("2026-11-20 09:15").minutes)})

    assert table(make_event(**FULL), history=known) == [
        {
            "id": "dinkes/2026/11/24-imunisasi", "pd": "dinkes",
            "perangkat_daerah": "Dinas Kesehatan", "acara": "Acara imunisasi",
            "tanggal": "2026-11-24", "sampai": "2026-11-25", "mulai": "09:00",
            "selesai": "12:00", "tempat": "Posyandu Melati", "kecamatan": "masamba",
            "bersama": "kec-masamba, dishub", "pimpinan": "bupati", "kehadiran": "dihadiri",
            "peserta": "Kader", "liputan": "diminta", "status": "", "alasan": "",
            "pindah_ke": "", "rutin": "",
            "diubah": "2026-11-20T09:15:00+08:00",
            "alamat": "https://contoh.test/agenda/dinkes/2026/11/24-imunisasi/", "contoh": "",
        }
    ]  # fmt: skip


def test_what_is_not_known_is_empty():
    (row,) = table(make_event())

    assert {
        row[name] for name in ("sampai", "mulai", "selesai", "kecamatan", "liputan", "diubah")
    } == {""}


def test_json_holds_the_same_rows_with_lists_as_lists():
    found = data(make_event(**FULL), make_event("b", status="batal", reason="Hujan"))

    assert (found["skema"], found["situs"], found["contoh"]) == (1, "Kabar Lutra", False)
    assert [row["acara"] for row in found["kegiatan"]] == ["Acara b", "Acara imunisasi"]
    assert found["kegiatan"][1]["bersama"] == ["kec-masamba", "dishub"]
    assert (found["kegiatan"][0]["status"], found["kegiatan"][0]["alasan"]) == ("batal", "Hujan")


def test_the_schema_describes_every_field_and_no_other():
    names = {field.name for field in msgspec.structs.fields(Row)}
    described = SCHEMA["properties"]["kegiatan"]["items"]
    found = data(make_event())

    assert set(described["properties"]) == set(described["required"]) == names
    assert set(SCHEMA["properties"]) == set(SCHEMA["required"]) == set(found)


def test_a_post_touches_no_export():
    event = make_event()
    posts = (
        make_post("a", events=(event.id,)),
        make_post("b", events=(event.id,), withdrawal=Withdrawal(at("2026-11-25"), "Salah.")),
    )

    assert files_of(event, *posts) == files_of(event)


def test_only_what_the_public_may_see_is_exported():
    secret = make_event("rahasia", publicity=Publicity.TIDAK)
    moved = make_event("b", status="ditunda", moved_to=secret.id)
    files = files_of(secret, moved)

    assert not any(b"rahasia" in content for content in files.values())
    assert files_of(secret) == {}


def test_each_time_of_a_series_is_a_row_and_names_it():
    first = make_event("senam", "2026-11-17", repeat=Repeat(Interval.PEKAN, at("2026-11-24")))

    assert [(row["tanggal"], row["rutin"]) for row in table(first)] == [
        ("2026-11-17", ""), ("2026-11-24", "dinkes/2026/11/17-senam"),
    ]  # fmt: skip


def test_a_cell_cannot_become_a_formula():
    assert table(make_event(title='=HYPERLINK("x")'))[0]["acara"] == '\'=HYPERLINK("x")'


def test_samples_say_so_in_each_row():
    samples = msgspec.structs.replace(SITE, sample=True)

    assert table(make_event(), site=samples)[0]["contoh"] == "ya"
    assert data(make_event(), site=samples)["contoh"] is True
