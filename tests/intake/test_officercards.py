"""make kartu: a card for each agency's officer, and the roster."""

import io
import subprocess
import sys

import msgspec
import pytest
import zxingcpp
from PIL import Image

from plugins.intake.officercards import (
    TEMPLATE,
    CardsError,
    Paper,
    paper_of,
    write_cards,
)
from plugins.intake.roster import duties, vacancies
from plugins.model.moment import parse_moment
from tests.conftest import ROOT
from tests.model.makers import SITE, make_agency, make_newsroom, make_officer

TODAY = parse_moment("2026-11-24")
HOSTILE = '#panic("x") $x^2$ *b* `c` @lain <b> = \\ // " ~'
LEFT = make_officer(name="Petugas Lama", until=parse_moment("2026-10-31"))
LEAVING = make_officer(until=parse_moment("2026-12-01"))
EDITOR = make_officer(role="redaktur")
LONGEST = "kec-" + "a" * 76
AGENCIES = (
    make_agency("humas", name="Bidang Humas", phone="(0473) 21000", officers=(EDITOR,)),
    make_agency("dinkes", name=HOSTILE, officers=(LEFT, make_officer(name=HOSTILE))),
    make_agency("dishub", name="Dinas Perhubungan", officers=(LEFT,)),
    make_agency("distan", name="Dinas Pertanian", officers=(LEAVING,)),
    make_agency("lama", name="Dinas Lama", until=parse_moment("2025-12-31")),
    make_agency(LONGEST, name="Kecamatan", until=parse_moment("2026-11-24"), officers=(EDITOR,)),
)
ROOM = make_newsroom(agencies=AGENCIES)
# typst stays out of this process, which forks: see plugins/reading/typesetting.py.
PRINT = (
    "import sys, typst; "
    "made = typst.compile(open(sys.argv[1], 'rb').read(), format='png', ppi=144, "
    "sys_inputs={'data': sys.stdin.read()}, ignore_system_fonts=True); "
    "sys.stdout.buffer.write(made if type(made) is bytes else made[0])"
)


def first_page(paper: Paper) -> Image.Image:
    done = subprocess.run(
        [sys.executable, "-c", PRINT, str(TEMPLATE)], input=msgspec.json.encode(paper), cwd=ROOT,
        capture_output=True, check=True,
    )  # fmt: skip
    return Image.open(io.BytesIO(done.stdout))


@pytest.mark.parametrize("slug", ["dinkes", LONGEST])
def test_another_program_reads_the_address_off_the_printed_card(slug):
    page = first_page(paper_of(ROOM, SITE, TODAY, slug))

    assert page.size == (595, 839)  # A6 at 144 dots an inch
    assert [code.text for code in zxingcpp.read_barcodes(page)] == [
        f"https://contoh.test/tulis/?pd={slug}"
    ]


def test_the_roster_names_who_serves_and_what_is_vacant():
    rows = duties(AGENCIES, TODAY)

    assert [(row.agency, row.officer, row.since, row.state) for row in rows] == [
        ("dinkes", HOSTILE, "1 Jan 2025", "terisi"),
        ("humas", "Petugas Contoh", "1 Jan 2025", "terisi"),
        ("dishub", "", "1 Nov 2026", "lowong"),
        ("distan", "Petugas Contoh", "1 Jan 2025", "berakhir 1 Des 2026"),
        (LONGEST, "Petugas Contoh", "1 Jan 2025", "terisi"),
    ]
    assert vacancies(rows) == 1


def test_cards_and_roster_are_written_beside_the_site(tmp_path):
    told = write_cards(ROOM, SITE, TODAY, tmp_path / "kartu")

    assert told == f"4 kartu dan daftar petugas ada di {tmp_path}/kartu/. Lowong: 1 dari 5."
    assert sorted(file.name for file in (tmp_path / "kartu").iterdir()) == [
        "daftar-petugas.csv", "daftar-petugas.pdf", "kartu.pdf",
    ]  # fmt: skip
    assert (tmp_path / "kartu/kartu.pdf").read_bytes().startswith(b"%PDF-")
    assert (
        "dishub,Dinas Perhubungan,,,1 Nov 2026,,lowong\r\n"
        in (tmp_path / "kartu/daftar-petugas.csv").read_bytes().decode()
    )


@pytest.mark.parametrize(
    ("url", "only", "told"),
    [
        ("", "", "make kartu SITEURL=https://…"),
        ("https://a.test", "lain", "perangkat daerah “lain”"),
    ],
)
def test_what_cannot_be_printed_is_said(tmp_path, url, only, told):
    site = msgspec.structs.replace(SITE, url=url)
    with pytest.raises(CardsError, match=told.replace("…", ".")):
        write_cards(ROOM, site, TODAY, tmp_path / "kartu", only)
    assert not (tmp_path / "kartu").exists()
