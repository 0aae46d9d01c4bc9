from plugins.model.card import Link
from plugins.model.moment import parse_moment
from tests.theme.conftest import words

DATE = parse_moment("2026-11-24 09:30")
FACTS = {
    "agency": Link("Dinas Kesehatan", "/perangkat-daerah/dinkes/"),
    "partners": (),
    "writer": "Petugas Contoh",
    "editor": "Redaktur Contoh",
    "date": DATE,
    "updated": DATE,
}


def test_it_names_agency_writer_editor_and_hour(render):
    assert words(render("byline", **FACTS)) == (
        "Dinas Kesehatan Penulis: Petugas Contoh Penyunting: Redaktur Contoh "
        "Selasa, 24 November 2026, pukul 09.30 WITA"
    )


def test_partners_are_joined_as_in_a_sentence(render):
    partners = tuple(Link(name, f"/perangkat-daerah/{name}/") for name in ("a", "b", "c"))
    text = words(render("byline", **{**FACTS, "partners": partners}))

    assert text.startswith("Dinas Kesehatan bersama a, b, dan c")


def test_a_later_change_is_dated(render):
    html = render("byline", **{**FACTS, "updated": parse_moment("2026-11-26")})

    assert 'Diperbarui <time datetime="2026-11-26">26 November 2026</time>' in html


def test_a_post_without_names_keeps_its_agency_and_date(render):
    html = render("byline", **{**FACTS, "writer": "", "editor": ""})

    assert "Penulis" not in html
    assert "Penyunting" not in html
