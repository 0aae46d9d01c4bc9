"""The ledger as a table and as JSON."""

import csv
import io
import json

import fastjsonschema
import pytest

from plugins.agenda.ledgerfiles import ledger_outputs
from plugins.model.event import Publicity
from plugins.model.history import History
from tests.conftest import ROOT
from tests.model.makers import AGENCIES, edition_of, make_agency, make_event, make_post

EVENT = make_event(day="2026-11-01", partners=("kec-masamba",), district="masamba")
NEWS = make_post(date="2026-11-03", events=(EVENT.id,), districts=("masamba",))
CONTENTS = (
    EVENT, NEWS,
    make_event("rapat", "2026-10-01", agency="dishub"),
    make_event("senam", "2026-11-24", starts=480),
    make_event("pasar", "2026-11-25", last="2026-11-26"),
    make_event("besok", "2026-11-26", status="batal", reason="Hujan."),
    make_event("panggil", "2026-12-01", wants_coverage="diminta"),
    make_event("rahasia", "2026-10-02", title="RAHASIA", publicity=Publicity.TIDAK),
)  # fmt: skip


def files(*contents, **fields) -> dict[str, bytes]:
    edition = edition_of(*contents, **fields)
    return {
        o.path: o.renderer(o.values, None) for o in ledger_outputs(edition) if callable(o.renderer)
    }


def data(*contents, **fields) -> dict:
    return json.loads(files(*contents, **fields)["cakupan/cakupan.json"])


def table(*contents, **fields) -> list[dict[str, str]]:
    text = files(*contents, **fields)["cakupan/cakupan.csv"].decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text)))


@pytest.fixture(scope="module")
def valid():
    return fastjsonschema.compile(json.loads((ROOT / "docs/dev/cakupan.schema.json").read_text()))


@pytest.mark.parametrize("contents", [(), CONTENTS], ids=["nothing", "something"])
def test_the_json_keeps_its_promise(valid, contents):
    valid(data(*contents, history=History({}, {"2026-11": (30, 90)})))


def test_the_promise_refuses_what_it_does_not_name(valid):
    for wrong in ({"versi": 2}, {"petugas": "x"}, {"tanggal": "kemarin"}, {"kecamatan": [{}]}):
        with pytest.raises(fastjsonschema.JsonSchemaException):
            valid({**data(), **wrong})


def test_all_three_see_the_day():
    outputs = {o.path: o.daily for o in ledger_outputs(edition_of())}

    assert outputs == dict.fromkeys(
        ("cakupan/index.html", "cakupan/cakupan.csv", "cakupan/cakupan.json"), True
    )


def test_what_is_owed_comes_with_age_agencies_and_the_way_to_write():
    found = data(*CONTENTS)
    (missed,), (waiting,) = found["belum_diberitakan"], found["menunggu_berita"]

    assert missed == {
        "id": "dishub/2026/10/01-rapat", "acara": "Acara rapat", "pd": ["dishub"],
        "singkatan": "Dishub", "tanggal": "2026-10-01", "hari": "Kamis, 1 Oktober 2026",
        "jam": "", "tempat": "Posyandu Melati", "href": "/agenda/dishub/2026/10/01-rapat/",
        "usia_hari": 55, "tulis": "/tulis/?kegiatan=dishub/2026/10/01-rapat",
    }  # fmt: skip
    assert (waiting["acara"], waiting["jam"]) == ("Acara senam", "08.00 WITA")


def test_the_agenda_of_today_and_tomorrow_holds_running_and_cancelled_ones_too():
    found = data(*CONTENTS)
    today, tomorrow = found["agenda_hari_ini"], found["agenda_besok"]

    assert [(e["acara"], e["keadaan"]) for e in today] == [("Acara pasar", "berlangsung")]
    assert [(e["acara"], e["keadaan"]) for e in tomorrow] == [
        ("Acara pasar", "berlangsung"), ("Acara besok", "batal"),
    ]  # fmt: skip


def test_where_humas_is_asked_to_come_stands_soonest_first_with_all_that_one_needs_to_go():
    asked = {"wants_coverage": "diminta"}
    found = data(
        make_event("jauh", "2027-02-01", **asked),
        make_event("dekat", "2026-11-26", starts=540, partners=("kec-masamba",), **asked),
        make_event("jalan", "2026-11-24", last="2026-11-25", **asked),
        make_event("usai", "2026-11-24", **asked),
        make_event("batal", "2026-11-27", status="batal", reason="Hujan.", **asked),
        make_event("rahasia", "2026-11-28", publicity=Publicity.TIDAK, **asked),
        make_event("kelak", "2026-11-28", publicity=Publicity.SETELAH_SELESAI, **asked),
        make_event("tidak", "2026-11-28", wants_coverage="tidak"),
        make_event("biasa", "2026-11-28"),
    )["diminta_diliput"]

    assert [one["acara"] for one in found] == ["Acara jalan", "Acara dekat", "Acara jauh"]
    assert found[1] == {
        "id": "dinkes/2026/11/26-dekat", "acara": "Acara dekat", "pd": ["dinkes", "kec-masamba"],
        "singkatan": "Dinkes", "tanggal": "2026-11-26", "hari": "Kamis, 26 November 2026",
        "jam": "09.00 WITA", "tempat": "Posyandu Melati",
        "href": "/agenda/dinkes/2026/11/26-dekat/", "keadaan": "akan-datang",
    }  # fmt: skip


def test_what_is_not_public_is_a_number_and_nothing_else():
    found = files(*CONTENTS)

    assert data(*CONTENTS)["belum_diberitakan_tidak_dibuka"] == 1
    assert not any(b"rahasia" in content.lower() for content in found.values())


def test_the_table_has_the_rows_of_the_page_with_words_for_yes_and_no():
    rows = {row["pd"]: row for row in table(*CONTENTS)}

    assert list(rows) == ["dinkes", "kec-masamba", "humas", "dishub", "pkm-baebunta"]
    assert rows["dinkes"] | {
        "bulan": "2026-11", "nama": "Dinas Kesehatan", "tercatat": "4", "terlaksana": "2",
        "sudah_diberitakan": "1", "menunggu_berita": "1", "cakupan": "1 dari 2", "persen": "",
        "median_hari_sampai_terbit": "2", "berita": "1", "berita_tanpa_agenda": "0",
        "hari_sejak_berita_terakhir": "22", "agenda_bulan_ini_kosong": "tidak",
        "tanpa_petugas_humas": "ya",
    } == rows["dinkes"]  # fmt: skip
    assert rows["humas"]["median_hari_sampai_terbit"] == ""


def test_a_name_that_looks_like_a_formula_stays_text():
    agencies = [make_agency("dinkes", name='=HYPERLINK("x")'), *AGENCIES[1:]]

    assert table(agencies=agencies)[0]["nama"] == '\'=HYPERLINK("x")'
