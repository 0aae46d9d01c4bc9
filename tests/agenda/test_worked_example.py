"""docs/dev/contoh-cakupan.md, built: every number of the page is a number of the site."""

import csv
import json
import re
from collections import Counter
from pathlib import Path

import pytest

from tests.builds.newsrooms import SHARED, build, event_text, post_text, write
from tests.conftest import ROOT

PAGE = ROOT / "docs/dev/contoh-cakupan.md"
NOW = "2026-11-25 08:00"


def tables(title: str) -> list[list[dict[str, str]]]:
    """The tables below a heading, as rows by column."""
    part = PAGE.read_text(encoding="utf-8").split(f"## {title}\n")[1].split("\n## ")[0]
    blocks = re.findall(r"(?:^\|.*\n?)+", part, re.MULTILINE)
    return [_table(block) for block in blocks]


def _table(block: str) -> list[dict[str, str]]:
    rows = [
        [cell.strip() for cell in line.strip().strip("|").split("|")] for line in block.splitlines()
    ]
    head, _rule, *rest = rows
    return [dict(zip(head, row, strict=True)) for row in rest]


def text_of(path: str, header: str) -> str:
    """What a row of the first table stands for."""
    lines = dict(re.findall(r"`(\w+): (.*?)`", header))
    title = path.split("/")[-1 if path.startswith("agenda") else -2].removesuffix(".md")
    if path.startswith("berita"):
        day = lines.pop("tanggal")
        return post_text(title, day, *(f"{key}: {value}" for key, value in lines.items()))
    year, month, name = path.split("/")[2:]
    return event_text(
        title, f"{year}-{month}-{name[:2]}", *(f"{key}: {value}" for key, value in lines.items())
    )


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("contoh")
    (files,) = tables("What there is")
    texts = {(path := row["file"].strip("`")): text_of(path, row["header"]) for row in files}
    write(folder / "content", {**SHARED, **texts})
    built = build(folder / "content", folder / "keluaran", folder / "cache", NOW)
    assert built.quarantined == ()
    return folder / "keluaran/cakupan"


@pytest.fixture(scope="module")
def told(site) -> dict:
    return json.loads((site / "cakupan.json").read_text(encoding="utf-8"))


def rows_of(file: Path) -> list[dict[str, str]]:
    with file.open(encoding="utf-8-sig", newline="") as opened:
        return list(csv.DictReader(opened))


def test_every_agency_has_the_numbers_of_the_page_in_table_and_json(site, told):
    (expected,) = tables("November, agency by agency")[:1]
    in_table = {row["pd"]: row for row in rows_of(site / "cakupan.csv")}
    in_json = {row["pd"]: row for row in told["perangkat_daerah"]}

    assert [row["pd"] for row in expected] == ["dinkes", "dishub", "kec-masamba", "humas"]
    for row in expected:
        assert {key: in_table[row["pd"]][key] for key in row} == row
        said = in_json[row["pd"]]
        assert {key: "" if said[key] is None else str(said[key]) for key in row} == row


def test_the_regency_has_the_numbers_of_the_page(told):
    expected = tables("November, agency by agency")[1]
    trend = {month["bulan"]: month for month in told["tren"]}

    for row in expected:
        assert {key: str(trend[row["bulan"]][key]) for key in row} == row
    words = (told["jumlah"]["cakupan"], told["jumlah"]["cakupan_tanpa_yang_tidak_diberitakan"])
    assert words == ("2 dari 7 (28%)", "2 dari 6 (33%)")
    assert all(word in PAGE.read_text(encoding="utf-8") for word in words)


def test_the_page_of_the_ledger_says_the_rates_of_the_page(site):
    html = (site / "index.html").read_text(encoding="utf-8")
    (expected,) = tables("November, agency by agency")[:1]

    assert "2 dari 7</strong> kegiatan perangkat daerah sudah diberitakan" in html
    for row in expected[:3]:
        own = html.split(f'href="/cakupan/{row["pd"]}/"')[1].split("</tr>")[0]
        assert f'<span class="ledger__words">{row["cakupan"]}</span>' in own


def test_what_is_owed_stands_in_order_with_its_age(told):
    (expected,) = tables("What is owed")
    found = [
        {"activity": f"`{line['id']}`", "list": name, "days": str(line["usia_hari"])}
        for name in ("belum_diberitakan", "menunggu_berita")
        for line in told[name]
    ]

    assert found == expected
    assert told["belum_diberitakan_tidak_dibuka"] == 1


def test_every_activity_is_in_the_state_of_the_page(site):
    (expected,) = tables("What becomes of each activity")
    found = {}
    for file in sorted(site.glob("*/2026/*/bukti.csv")):
        for row in rows_of(file):
            if row["jenis"] == "kegiatan":
                found[row["tautan"].split("/agenda/")[1].strip("/")] = row["keadaan"]
    states = {row["activity"].strip("`"): row["state"] for row in expected}

    assert states.pop("dishub/2026/11/18-parkir") == "belum diberitakan"  # not public: unseen
    assert found == states


def test_the_evidence_lists_as_many_as_the_page_says(site):
    (expected,) = tables("Bukti dukung of November")
    for row in expected:
        kinds = Counter(r["jenis"] for r in rows_of(site / row["pd"] / "2026/11/bukti.csv"))
        assert (kinds["kegiatan"], kinds["berita"]) == (int(row["kegiatan"]), int(row["berita"]))
