"""A new post: in the normal form, and refused until its questions are answered."""

import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from plugins.checks import gate
from plugins.model.addresses import place_of
from plugins.model.agency import Agency, AgencyKind, Officer
from plugins.model.draft import new_post, quoted, slug_of
from plugins.model.moment import Moment, parse_moment
from plugins.reading.records import read_manuscript

NOW = parse_moment("2026-11-24 09:05")
DINKES = Agency(
    slug="dinkes",
    name="Dinas Kesehatan",
    short="Dinkes",
    kind=AgencyKind.DINAS,
    officers=(Officer("Petugas Contoh Dinkes", "petugas-dinkes", "petugas", Moment(1)),),
)


def test_a_new_post_asks_what_a_reader_asks():
    path, text = new_post(DINKES, "Posyandu Melati buka pagi", NOW, "kesehatan", "Masamba")

    assert path == "berita/dinkes/2026/11/posyandu-melati-buka-pagi/index.md"
    assert text == (
        "---\n"
        "judul: Posyandu Melati buka pagi\n"
        "tanggal: 2026-11-24 09:05\n"
        "rubrik: kesehatan\n"
        'ringkasan: "[Satu kalimat: pokok berita untuk daftar dan WhatsApp]"\n'
        "penulis: Petugas Contoh Dinkes\n"
        "---\n"
        "\n"
        "MASAMBA — [Siapa] [melakukan apa] di [tempat], Selasa (24/11/2026).\n"
        "\n"
        "[Mengapa kegiatan ini penting bagi warga? Bagaimana jalannya?]\n"
        "\n"
        '"[Satu kutipan pendek]," kata [jabatan].\n'
        "\n"
        "[Apa langkah berikutnya, dan ke mana warga dapat bertanya?]\n"
    )


def test_a_post_whose_questions_stand_is_refused():
    path, text = new_post(DINKES, "Posyandu Melati buka pagi", NOW, "kesehatan", "Masamba")
    place = place_of(path)
    assert place
    codes = {fault.code for fault in gate.inspect(read_manuscript(path, place, text.encode()))}

    assert "M606" in codes


def test_a_slug_is_plain_and_ends_after_a_whole_word():
    assert slug_of("Rp10.000 untuk Désa “Seko”!") == "rp10-000-untuk-desa-seko"
    assert slug_of("kata " * 40) == "kata-kata-kata-kata-kata-kata-kata-kata-kata-kata-kata-kata"


@settings(max_examples=200, derandomize=True, deadline=None)
@given(st.text(st.characters(codec="utf-8", exclude_categories=["C", "Zl", "Zp"])))
def test_any_title_reads_back_as_it_was_typed(title):
    stripped = title.strip()

    assert yaml.load(f"judul: {quoted(stripped)}", yaml.BaseLoader) == {"judul": stripped}
