"""Files into posts, activities, agencies, pages and categories."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plugins.model.addresses import place_of
from plugins.model.agency import Agency, AgencyKind, Category, Officer, Page
from plugins.model.body import BodyRef
from plugins.model.event import Event, Publicity
from plugins.model.manuscript import Manuscript
from plugins.model.post import Correction, PhotoUse, Post, Reply, Waiver, Withdrawal
from plugins.model.source import Problem
from plugins.reading.header import FATAL
from plugins.reading.records import read_categories, read_manuscript
from tests.model.makers import at

PATHS = {
    "post": "berita/dinkes/2026/11/imunisasi/index.md",
    "event": "agenda/dinkes/2026/11/24-imunisasi.md",
    "agency": "perangkat-daerah/dinkes.md",
    "page": "halaman/tentang.md",
}
POST = "---\njudul: Imunisasi\ntanggal: 2026-11-24 09:30\nrubrik: kesehatan\n"
FULL_POST = (
    POST
    + """\
ringkasan: Empat puluh "balita" diimunisasi.
tag: [imunisasi, posyandu]
penulis: Petugas Contoh
penyunting: Redaktur Contoh
agenda: [dinkes/2026/11/24-imunisasi]
bersama: [kec-masamba]
kecamatan: [masamba]
klasifikasi: berkala
terbit_pada: 2026-11-24 10:00
foto:
  - berkas: posyandu.jpg
    alt: Kader "menimbang" balita
    keterangan: Kader menimbang balita.
    kredit: Foto uji
  - berkas: lain.jpg
    alt: Warga antre
ralat:
  - tanggal: 2026-11-25 10:00
    isi: Jumlah balita diperbaiki.
hak_jawab:
  - tanggal: 2026-11-26
    dari: Dinas Contoh
    isi: Jawaban.
dicabut:
  tanggal: 2026-11-27
  alasan: Terbit dua kali.
alias: [/lama/]
abaikan:
  - kode: B101
    alasan: nama resmi
---

MASAMBA — "Lancar," katanya.
"""
)
EVENT = """\
---
acara: Imunisasi campak
tanggal: 2026-11-24
sampai: 2026-11-26
mulai: 09:00
selesai: 12:00
tempat: Posyandu "Melati"
kecamatan: masamba
bersama: [kec-masamba]
pimpinan: bupati
kehadiran: diwakili
peserta: Kader
liputan: diminta
publik: setelah-selesai
status: ditunda
alasan: Hujan.
pindah_ke: dinkes/2026/12/01-imunisasi
tidak_diberitakan: digabung
catatan: Bawa payung.
---
"""
AGENCY = """\
---
nama: Dinas Kesehatan
singkatan: Dinkes
jenis: dinas
induk: setda
alias: [dinkes-lama]
berlaku_sejak: 2021-01-01
berlaku_sampai: 2026-12-31
digantikan_oleh: dinas-baru
alamat: Jalan Contoh
telepon_kantor: "0471"
surel: a@contoh.test
situs: https://contoh.test
petugas:
  - nama: Petugas Contoh
    akun: petugas-dinkes
    peran: petugas
    sejak: 2025-01-01
    sampai: 2026-06-30
target: 4
catatan_data: Nama diperiksa.
---

Dinas Kesehatan melayani warga.
"""


def read(kind: str, text: str | bytes, photos: tuple[tuple[str, str], ...] = ()) -> Manuscript:
    path, data = PATHS[kind], text.encode() if isinstance(text, str) else text
    return read_manuscript(path, place_of(path), data, photos)


def categories(text: str) -> Manuscript:
    return read_categories("rubrik.yaml", place_of("rubrik.yaml"), text.encode())


def kinds(manuscript: Manuscript) -> list[str]:
    return [problem.kind for problem in manuscript.problems]


def test_a_post_takes_its_identity_from_its_path():
    content = read("post", POST + "---\nIsi.").content

    assert isinstance(content, Post)
    assert (content.id, content.agency) == ("dinkes/2026/11/imunisasi", "dinkes")


def test_a_post_takes_the_rest_from_its_header():
    post = read(
        "post", FULL_POST, (("posyandu.jpg", "1" * 40), ("tak-terdaftar.jpg", "2" * 40))
    ).content

    assert post == Post(
        id="dinkes/2026/11/imunisasi",
        agency="dinkes",
        title="Imunisasi",
        date=at("2026-11-24 09:30"),
        category="kesehatan",
        summary="Empat puluh “balita” diimunisasi.",
        tags=("imunisasi", "posyandu"),
        writer="Petugas Contoh",
        editor="Redaktur Contoh",
        events=("dinkes/2026/11/24-imunisasi",),
        partners=("kec-masamba",),
        districts=("masamba",),
        classification="berkala",
        publish_at=at("2026-11-24 10:00"),
        photos=(
            PhotoUse(
                "posyandu.jpg", "Kader “menimbang” balita", "Kader menimbang balita.", "Foto uji",
                "1" * 40,
            ),
            PhotoUse("lain.jpg", "Warga antre", "", "", ""),
        ),
        corrections=(Correction(at("2026-11-25 10:00"), "Jumlah balita diperbaiki."),),
        replies=(Reply(at("2026-11-26"), "Dinas Contoh", "Jawaban."),),
        withdrawal=Withdrawal(at("2026-11-27"), "Terbit dua kali."),
        aliases=("/lama/",),
        waivers=(Waiver("B101", "nama resmi"),),
        body=post.body,
        digest=post.digest,
    )  # fmt: skip
    assert post.body.excerpt == "MASAMBA — “Lancar,” katanya."
    assert len(post.body.digest) == len(post.digest) == 16


def test_an_activity_takes_everything_from_path_and_header():
    event = read("event", EVENT).content

    assert event == Event(
        id="dinkes/2026/11/24-imunisasi",
        agency="dinkes",
        title="Imunisasi campak",
        first=at("2026-11-24"),
        last=at("2026-11-26"),
        starts=540,
        ends=720,
        place="Posyandu “Melati”",
        district="masamba",
        partners=("kec-masamba",),
        leader="bupati",
        attendance="diwakili",
        participants="Kader",
        wants_coverage="diminta",
        publicity=Publicity.SETELAH_SELESAI,
        status="ditunda",
        reason="Hujan.",
        moved_to="dinkes/2026/12/01-imunisasi",
        waived="digabung",
        note="Bawa payung.",
        digest=event.digest,
    )


def test_an_activity_lasts_one_day_and_is_public_unless_it_says_otherwise():
    event = read("event", "---\nacara: Rapat\ntanggal: 2026-11-24\n---\n").content

    assert isinstance(event, Event)
    assert (event.last, event.starts, event.ends) == (event.first, -1, -1)
    assert (event.publicity, event.status) == (Publicity.YA, "")


def test_an_agency_takes_its_slug_from_its_path():
    agency = read("agency", AGENCY).content

    assert agency == Agency(
        slug="dinkes",
        name="Dinas Kesehatan",
        short="Dinkes",
        kind=AgencyKind.DINAS,
        parent="setda",
        aliases=("dinkes-lama",),
        since=at("2021-01-01"),
        until=at("2026-12-31"),
        replaced_by="dinas-baru",
        address="Jalan Contoh",
        phone="0471",
        email="a@contoh.test",
        website="https://contoh.test",
        officers=(
            Officer(
                "Petugas Contoh", "petugas-dinkes", "petugas", at("2025-01-01"), at("2026-06-30")
            ),
        ),
        target=4,
        data_note="Nama diperiksa.",
        body=agency.body,
        digest=agency.digest,
    )
    assert agency.body.excerpt == "Dinas Kesehatan melayani warga."


def test_an_agency_without_a_target_has_none_and_an_incomplete_officer_does_not_serve():
    text = "---\nnama: Dinas\nsingkatan: Dinkes\njenis: dinas\npetugas: [{nama: Ani}]\n---\n"
    agency = read("agency", text).content

    assert isinstance(agency, Agency)
    assert (agency.target, agency.officers) == (0, ())


def test_a_page_has_title_summary_and_text():
    page = read("page", "---\njudul: \"'Tentang' kami\"\nringkasan: Ringkas.\n---\nIsi.").content

    assert isinstance(page, Page)
    assert (page.slug, page.title, page.summary) == ("tentang", "‘Tentang’ kami", "Ringkas.")


def test_equal_files_give_equal_digests_and_another_word_another_one():
    one, same, other = (
        read("post", POST + f"---\n{text}").content for text in ("Isi.", "Isi.", "Lain.")
    )

    assert one.digest == same.digest != other.digest
    assert one.body.digest != other.body.digest


def test_a_file_without_a_text_has_a_body_without_a_digest():
    manuscript = read("post", POST + "---\n")

    assert manuscript.rendered.body == ()
    assert manuscript.content.body == BodyRef()


def test_a_missing_required_key_leaves_no_content_and_says_why():
    manuscript = read("post", "---\njudul: Imunisasi\nrubrik: kesehatan\n---\nIsi.")

    assert manuscript.content is None
    assert manuscript.problems == (Problem("missing-key", 2, 1, "tanggal", "2026-11-24 09:30"),)


def test_a_bad_value_that_is_not_required_leaves_the_rest():
    manuscript = read("post", POST + "terbit_pada: besok\n---\nIsi.")

    assert kinds(manuscript) == ["bad-moment"]
    assert manuscript.content.publish_at is None


def test_corrections_stand_newest_first():
    both = "ralat:\n  - {tanggal: 2026-11-25, isi: lama}\n  - {tanggal: 2026-11-26, isi: baru}\n"
    found = read("post", POST + both + "---\nIsi.").content.corrections

    assert [correction.text for correction in found] == ["baru", "lama"]


@pytest.mark.parametrize(
    ("part", "kept"),
    [
        ("foto:\n  - alt: Tanpa berkas\n", "photos"),
        ("ralat:\n  - isi: Tanpa tanggal\n", "corrections"),
        ("hak_jawab:\n  - tanggal: 2026-11-25\n    isi: Tanpa pengirim\n", "replies"),
        ("dicabut:\n  tanggal: 2026-11-25\n", "withdrawal"),
        ("abaikan:\n  - kode: B101\n", "waivers"),
    ],
)
def test_an_incomplete_part_is_left_out_and_told(part, kept):
    manuscript = read("post", POST + part + "---\nIsi.")

    assert kinds(manuscript)[0] == "missing-key"
    assert not getattr(manuscript.content, kept)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\xff",
        b"---\njudul: a\n",
        b"tanpa kepala",
        b"---\na: *b\n---\n",
        b"---\n[\n---\n",
        b"\x00",
    ],
)
def test_after_a_fatal_problem_nothing_else_is_said(data):
    manuscript = read("post", data)

    assert {problem.kind for problem in manuscript.problems} <= FATAL
    assert (manuscript.content, manuscript.rendered.body) == (None, ())


def test_bad_links_and_photos_of_the_text_are_told_beside_the_content():
    manuscript = read("post", POST + "---\n[a](javascript:b) ![](c.jpg)\n\n![](d.jpg)")

    assert manuscript.rendered.bad_links == ("javascript:b",)
    assert manuscript.rendered.stray_photos == ("c.jpg",)
    assert manuscript.rendered.photos == ("d.jpg",)


def test_categories_are_a_list_of_slug_name_and_topic():
    manuscript = categories('- {slug: kesehatan, nama: Kesehatan, iptc: "07000000"}\n')

    assert manuscript.categories == (
        Category(slug="kesehatan", name="Kesehatan", iptc="07000000").sealed(),
    )
    assert manuscript.problems == ()


@pytest.mark.parametrize(
    ("text", "kind", "line"),
    [
        ("", "categories-not-list", 1),
        ("kesehatan: a\n", "categories-not-list", 1),
        ("[]\n", "categories-not-list", 1),
        ("- kesehatan\n", "categories-not-list", 1),
        ("- slug: kesehatan\n  nama: Kesehatan\n", "missing-key", 1),
        ("- slug: Kesehatan\n  nama: K\n  iptc: '07000000'\n", "bad-slug", 1),
        ("- &a {slug: kesehatan}\n", "yaml-alias", 1),
        ("- [\n", "yaml", 2),
    ],
)
def test_other_categories_are_told_and_left_out(text, kind, line):
    manuscript = categories(text)

    assert (manuscript.problems[0].kind, manuscript.problems[0].line) == (kind, line)
    assert manuscript.categories == ()


def test_two_categories_of_one_slug_are_told():
    one = "- {slug: kesehatan, nama: Kesehatan, iptc: '07000000'}\n"

    assert kinds(categories(one * 2)) == ["duplicate-key"]


@given(
    st.sampled_from(sorted(PATHS)),
    st.one_of(st.binary(max_size=80), st.text(max_size=80).map(str.encode)),
)
@settings(max_examples=150, deadline=None, derandomize=True)
def test_any_bytes_become_a_manuscript(kind, data):
    manuscript = read(kind, data)

    assert manuscript.content is not None or manuscript.problems
