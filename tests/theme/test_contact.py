import pytest

from plugins.model.card import Link
from plugins.model.moment import parse_moment
from tests.theme.conftest import words

BARE = {
    "short": "Dinkes",
    "name": "Dinas Kesehatan",
    "parent": None,
    "address": "",
    "phone": "",
    "email": "",
    "website": "",
    "officers": (),
    "since": None,
    "until": None,
    "replaced_by": None,
    "data_note": "",
}


def test_a_vacant_post_of_officer_is_said(render):
    assert words(render("contact", **BARE)) == (
        "Singkatan Dinkes Petugas humas Belum ada petugas humas"
    )


def test_a_full_record_shows_every_fact(render):
    full = {
        **BARE,
        "parent": Link("Dinas Induk", "/perangkat-daerah/induk/"),
        "address": "Jl. Uji 1",
        "phone": "0473 21000",
        "email": "dinkes@example.org",
        "website": "https://example.org",
        "officers": ("Petugas Satu", "Petugas Dua"),
        "since": parse_moment("2020-01-02"),
        "until": parse_moment("2027-01-01"),
        "replaced_by": Link("Dinas Baru", "/perangkat-daerah/baru/"),
        "data_note": "Perlu dikonfirmasi.",
    }
    html = render("contact", **full)

    assert 'href="tel:047321000"' in html
    assert 'href="mailto:dinkes@example.org"' in html
    assert '<a href="https://example.org" rel="noopener">example.org</a>' in html
    for text in ("Dinas Induk", "Jl. Uji 1", "Petugas Satu, Petugas Dua", "2 Januari 2020",
                 "1 Januari 2027", "Dinas Baru", "Catatan data: Perlu dikonfirmasi."):  # fmt: skip
        assert text in html


@pytest.mark.parametrize("website", ["javascript:alert(1)", "http://example.org", "example.org"])
def test_only_a_safe_address_becomes_a_link(render, website):
    html = render("contact", **{**BARE, "website": website})

    assert website in html
    assert "<a " not in html


def test_a_kecamatan_needs_no_short_name(render):
    html = render("contact", **{**BARE, "short": "Kec. Seko", "name": "Kecamatan Seko"})

    assert "Singkatan" not in html
