"""The normal form of one text, and that it says what the text said before."""

import re
from collections.abc import Callable

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from plugins.intake.normalform import UncertainFormError, normal_form
from plugins.model.addresses import place_of
from plugins.model.post import Post
from plugins.reading.records import read_manuscript
from tests.reading.texts import texts

POST = "berita/dinkes/2026/11/imunisasi-campak/index.md"
EVENT = "agenda/dinkes/2026/11/24-imunisasi-campak.md"
AGENCY = "perangkat-daerah/dinkes.md"
HEADER = "---\njudul: Imunisasi campak\ntanggal: 2026-11-24\nrubrik: kesehatan\n---\n"


def formed(text: str | bytes, path: str = POST) -> str:
    place = place_of(path)
    assert place
    return normal_form(path, place, text if isinstance(text, bytes) else text.encode()).decode()


def test_a_text_in_the_normal_form_stays_as_it_is():
    assert formed(HEADER + "\nMASAMBA — Isi.\n") == HEADER + "\nMASAMBA — Isi.\n"


def test_the_header_of_pelican_becomes_ours():
    text = (
        "Title: Imunisasi: campak\n"
        "Date: 24 November 2026 09.30\n"
        "Tags: imunisasi, posyandu\n"
        "Category: kesehatan\n"
        'Summary: "Lancar," kata Camat\n'
        "Author: Petugas Contoh\n"
        "\n"
        "MASAMBA — Isi.\n"
    )

    assert formed(text) == (
        "---\n"
        'judul: "Imunisasi: campak"\n'
        "tanggal: 2026-11-24 09:30\n"
        "rubrik: kesehatan\n"
        "ringkasan: '\"Lancar,\" kata Camat'\n"
        "tag: [imunisasi, posyandu]\n"
        "penulis: Petugas Contoh\n"
        "---\n"
        "\n"
        "MASAMBA — Isi.\n"
    )


def test_keys_are_renamed_and_put_in_order_with_their_remarks():
    text = (
        "---\n"
        "# dari rapat Senin\n"
        "category: kesehatan\n"
        "foto:\n"
        "  - Berkas: a.jpg # dari ponsel\n"
        "    alt: Seorang anak\n"
        "  # foto kedua menyusul\n"
        "Date: 2026-11-24T09.30\n"
        "# judul sementara\n"
        "title: Imunisasi campak\n"
        "tags: imunisasi, posyandu\n"
        "# selesai\n"
        "---\n"
        "Isi.\n"
    )

    assert formed(text) == (
        "---\n"
        "# judul sementara\n"
        "judul: Imunisasi campak\n"
        "tanggal: 2026-11-24 09:30\n"
        "# dari rapat Senin\n"
        "rubrik: kesehatan\n"
        "tag: [imunisasi, posyandu]\n"
        "foto:\n"
        "  - berkas: a.jpg # dari ponsel\n"
        "    alt: Seorang anak\n"
        "  # foto kedua menyusul\n"
        "# selesai\n"
        "---\n"
        "\n"
        "Isi.\n"
    )


def test_an_activity_and_an_agency_have_forms_of_their_own():
    event = "---\ntanggal: 24 November 2026\njudul: Imunisasi\nselesai: 12.00\nmulai: 09.00\n---\n"
    agency = (
        "---\nsingkatan: Dinkes\nnama: Dinas Kesehatan\njenis: dinas\npetugas:\n"
        "  - nama: A\n    akun: a-b\n    peran: petugas\n    sejak: 1 Mei 2025\n---\n"
    )

    assert formed(event, EVENT) == (
        "---\nacara: Imunisasi\ntanggal: 2026-11-24\nmulai: 09:00\nselesai: 12:00\n---\n"
    )
    assert formed(agency, AGENCY) == (
        "---\nnama: Dinas Kesehatan\nsingkatan: Dinkes\njenis: dinas\npetugas:\n"
        "  - nama: A\n    akun: a-b\n    peran: petugas\n    sejak: 2025-05-01\n---\n"
    )


def test_marks_of_other_systems_and_blanks_go():
    data = b"\xef\xbb\xbf\n--- \r\njudul: Imunisasi campak  \r\ntanggal: 2026-11-24\r\n" + (
        b"rubrik: kesehatan\r\n---\r\n\r\n\r\nIsi.   \r\n\r\n \r\nAkhir"
    )

    assert formed(data) == HEADER + "\nIsi.\n\n\nAkhir\n"


def test_blanks_that_break_a_line_stay():
    assert formed(HEADER + "\nBaris satu   \nbaris dua  \n\nAkhir  \n") == (
        HEADER + "\nBaris satu  \nbaris dua\n\nAkhir\n"
    )


def test_words_are_mended_in_prose_and_not_in_names():
    text = (
        HEADER.replace("Imunisasi campak", "“Rp. 10.000,-” saja, hari Jum'at").replace(
            "---\n", "penulis: Jum'at bin Rp 10\n---\n", 2
        )[len("penulis: Jum'at bin Rp 10\n") :]
        + "\nSabtu “Lancar” ‘saja’ Rp 5.000 `Rp 5`\n"
    )

    assert formed(text) == (
        "---\n"
        "judul: '\"Rp10.000\" saja, hari Jumat'\n"
        "tanggal: 2026-11-24\n"
        "rubrik: kesehatan\n"
        "penulis: Jum'at bin Rp 10\n"
        "---\n"
        "\n"
        "Sabtu \"Lancar\" 'saja' Rp5.000 `Rp 5`\n"
    )


def test_what_a_redaktur_reviewed_is_found_again():
    text = HEADER.replace(
        "rubrik: kesehatan\n",
        "rubrik: kesehatan\nditinjau:\n  - kode: D903\n    temuan: Rp. 10\n"
        "    oleh: humas\n    alasan: nomor layanan kantor\n",
    )

    assert "temuan: Rp. 10\n" in formed(text)


def test_a_key_of_no_one_stays_behind_its_neighbour():
    text = "---\nrubrik: kesehatan\nringkasn: X\njudul: Imunisasi\n---\n"

    assert formed(text) == "---\njudul: Imunisasi\nrubrik: kesehatan\nringkasn: X\n---\n"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Isi tanpa kepala.\n", "1:1 isinya belum terbaca"),
        ("---\njudul: a: b\n---\n", "2:8 isinya belum terbaca"),
        ("---\njudul: &a b\n---\n", "2:8 isinya belum terbaca"),
        ("---\njudul: A\n", "1:1 isinya belum terbaca"),
        ("---\njudul: A\ntitle: B\n---\n", "3:1 kunci “title” ditulis dua kali"),
        (b"\xff", "1:1 isinya belum terbaca"),
        ("", "1:1 isinya belum terbaca"),
    ],
)
def test_what_cannot_be_read_is_left_alone(text, told):
    with pytest.raises(UncertainFormError) as refused:
        formed(text)

    assert f"{refused.value.line}:{refused.value.column} {refused.value}" == told


# --------------------------------------------------------------- for any text whatever

_values = st.sampled_from(
    "Imunisasi campak|“Lancar” kata Camat|Rp. 10.000,- saja|Jum’at sore|Juara #1|a: b|'x' \"y\"|"
    "- z|Qur’an ‘lama’ baru|[siku]|{a|`Rp 1`|null|@b|“buka|%a|&b|*c|>|,|x, y|5|ya|\\x".split("|")
)
_dates = st.sampled_from(["2026-11-24", "24 November 2026 09.30", "2026-11-24T09:30", "24/11/26"])
_tags = st.sampled_from(["a-b, c-d", "[a-b, c-d]", "a-b", "[a-b,\n  c-d]", ",", "", "X Y"])
_photos = st.sampled_from(
    ["", "\n  - berkas: a.jpg # ponsel\n    Alt: Jum'at “x”", " [{alt: Rp 5, berkas: a.jpg}]", " a"]
)
_remarks = st.sampled_from(["", "", "# catatan\n", "\n", "  # lekuk\n", "ringkasn: x\n"])


@st.composite
def posts(draw: Callable) -> str:
    """A header in any order and manner, above any body."""
    plain = draw(st.booleans())
    names = st.sampled_from
    rows = [
        f"{draw(names(['judul', 'title', 'Judul']))}: {draw(_values)}",
        f"{draw(names(['tanggal', 'Date']))}: {draw(_dates)}",
        f"{draw(names(['rubrik', 'category']))}: kesehatan",
        f"{draw(names(['tag', 'tags']))}: {draw(_tags)}",
        f"ringkasan: {draw(st.one_of(_values, _values.map(repr)))}",
        f"alias: {draw(_values)}",
    ]
    rows += [] if plain else [f"foto:{draw(_photos)}"]
    rows = draw(st.permutations(rows))[: draw(st.integers(1, len(rows)))]
    between = "" if plain else draw(_remarks)
    head = "\n".join(f"{between}{row}" for row in rows)
    text = f"{head}\n\n" if plain else f"---\n{head}\n{between}---\n"
    whole = text + draw(texts)
    return whole.replace("\n", "\r\n") if draw(st.booleans()) else whole


def said(text: str) -> object:
    """All that a text says, apart from the mended slips and the way marks are written."""
    place = place_of(POST)
    assert place
    manuscript = read_manuscript(POST, place, text.encode())
    shown = [getattr(block, "html", block) for block in manuscript.rendered.body]
    content = manuscript.content
    told = repr(content).partition(", body=BodyRef")[0] if isinstance(content, Post) else ""
    return _plain(told), [_plain(str(part)) for part in shown], manuscript.rendered.photos


def _plain(text: str) -> str:
    text = re.sub(r"\s+", " ", text)  # a tab is as wide as what stands before it leaves
    text = re.sub(r" (?=</|<br|\Z)", "", text)  # nobody sees blanks at an end
    text = re.sub(r"digest=b(['\"]).*?\1(?=[,)])", "", text)
    text = re.sub(r"(?i)(jum)\W(at)", r"\1\2", text)
    text = re.sub(r"Rp\W{0,3}(\d)", r"Rp\1", text)
    return re.sub(r",-", "", text)


@given(posts())
@example('---\ntitle: "a\n  # b\n  c"\nrubrik: x\n---\n')
@example("---\ntanggal: 2026-11-24\njudul: |+\n  a\n\n\nrubrik: x\n---\n")
@example("---\n{tanggal: 2026-11-24, judul: “a” b}\n---\n")
@example("---\njudul: a\n---\n--\n\nRp. 1 “x” \\\n")
def test_the_normal_form_says_the_same_and_is_final(text):
    try:
        once = formed(text)
    except UncertainFormError:
        return

    assert said(once) == said(text)
    assert formed(once) == once


@given(posts())
def test_no_remark_is_lost(text):
    try:
        once = formed(text)
    except UncertainFormError:
        return
    remarks = [line.strip() for line in text.partition("---\n")[2].split("---")[0].splitlines()]

    assert [r for r in remarks if r.startswith("#") and r not in once] == []
