"""Addresses, and what a path means."""

import pytest

from plugins.model import addresses
from plugins.model.addresses import RESERVED, Place, output_path, place_of


@pytest.mark.parametrize(
    ("path", "kind", "identity"),
    [
        ("berita/dinkes/2026/11/imunisasi/index.md", "post", "dinkes/2026/11/imunisasi"),
        ("berita/dinkes/2026/11/imunisasi/a-1.jpg", "photo", "dinkes/2026/11/imunisasi"),
        ("berita/kec-masamba/2026/01/a/foto.webp", "photo", "kec-masamba/2026/01/a"),
        ("agenda/dinkes/2026/11/24-imunisasi.md", "event", "dinkes/2026/11/24-imunisasi"),
        ("perangkat-daerah/dinkes.md", "agency", "dinkes"),
        ("halaman/tentang.md", "page", "tentang"),
        ("rubrik.yaml", "categories", "rubrik"),
    ],
)
def test_a_path_says_kind_and_identity(path, kind, identity):
    place = place_of(path)

    assert place
    assert (place.kind, place.id) == (kind, identity)


def test_a_path_of_a_photo_names_its_file():
    assert place_of("berita/dinkes/2026/11/imunisasi/posyandu.jpg") == Place(
        "photo", "dinkes", 2026, 11, 0, "imunisasi", "posyandu.jpg"
    )


def test_the_slug_of_an_activity_holds_its_day():
    place = place_of("agenda/dinkes/2026/11/24-imunisasi.md")

    assert place == Place("event", "dinkes", 2026, 11, 24, "24-imunisasi")


@pytest.mark.parametrize(
    "path",
    [
        "",
        "berita/dinkes/2026/11/imunisasi.md",
        "berita/dinkes/2026/11/imunisasi/index.md\n",
        "berita/dinkes/2026/11/imunisasi/index.MD",
        "berita/dinkes/2026/11/imunisasi/dalam/index.md",
        "berita/dinkes/2026/1/imunisasi/index.md",
        "berita/dinkes/２０２６/11/imunisasi/index.md",
        "berita/Dinkes/2026/11/imunisasi/index.md",
        "berita/dinkes/2026/11/imunisasi-/index.md",
        "berita/dinkes/2026/11/i--munisasi/index.md",
        "berita/dinkes/2026/11/kеsehatan/index.md",  # the second letter is Cyrillic
        "berita/dinkes/2026/11/imunisasi/foto.gif",
        "berita/dinkes/2026/11/imunisasi/foto.jpg.php",
        "berita/dinkes/2026/11/imunisasi/.htaccess",
        "berita/../perangkat-daerah/dinkes.md",
        "berita/dinkes/2026/11/../../../../rubrik.yaml",
        "/perangkat-daerah/dinkes.md",
        "agenda/dinkes/2026/11/imunisasi.md",
        "agenda/dinkes/2026/11/4-imunisasi.md",
        "halaman/a/b.md",
        "rubrik.yml",
        "CNAME",
    ],
)
def test_other_paths_mean_nothing(path):
    assert place_of(path) is None


def test_paths_and_identities_lead_to_each_other():
    post, event = "dinkes/2026/11/imunisasi", "dinkes/2026/11/24-imunisasi"
    places = place_of(addresses.post_path(post)), place_of(addresses.event_path(event))

    assert [place.id for place in places if place] == [post, event]


def test_each_kind_has_its_address():
    assert addresses.post_href("dinkes/2026/11/a") == "/berita/dinkes/2026/11/a/"
    assert addresses.event_href("dinkes/2026/11/24-a") == "/agenda/dinkes/2026/11/24-a/"
    assert addresses.agency_href("dinkes") == "/perangkat-daerah/dinkes/"
    assert addresses.category_href("kesehatan") == "/rubrik/kesehatan/"
    assert addresses.tag_href("imunisasi") == "/tag/imunisasi/"
    assert addresses.district_href("masamba") == "/kecamatan/masamba/"
    assert addresses.page_href("tentang") == "/tentang/"
    assert addresses.month_href("/rubrik/kesehatan/", 2026, 3) == "/rubrik/kesehatan/2026/03/"
    assert addresses.feed_href("/rubrik/kesehatan/") == "/rubrik/kesehatan/feed.atom"


def test_an_address_that_ends_with_a_slash_is_an_index_file():
    assert output_path("/berita/dinkes/2026/11/a/") == "berita/dinkes/2026/11/a/index.html"
    assert output_path("/") == "index.html"


def test_another_address_is_the_file_itself():
    assert output_path("/foto/ab/cd.webp") == "foto/ab/cd.webp"


def test_every_address_of_the_site_begins_with_a_reserved_name():
    hrefs = (
        addresses.post_href("a/2026/11/b"),
        addresses.event_href("a/2026/11/24-b"),
        addresses.agency_href("a"),
        addresses.category_href("a"),
        addresses.tag_href("a"),
        addresses.district_href("a"),
    )

    assert {href.split("/")[1] for href in hrefs} <= RESERVED
