"""The lists on which a post stands."""

from plugins.model.fronts import fronts_of
from tests.model.makers import make_newsroom, make_post


def test_a_post_stands_on_every_list_that_it_names():
    post = make_post(tags=("imunisasi", "anak"), districts=("masamba",))

    assert fronts_of(post, make_newsroom()) == (
        "/arsip/",
        "/perangkat-daerah/dinkes/",
        "/rubrik/kesehatan/",
        "/tag/imunisasi/",
        "/tag/anak/",
        "/kecamatan/masamba/",
    )


def test_a_post_stands_with_its_agency_its_parents_and_its_partners_once():
    post = make_post(agency="pkm-baebunta", partners=("kec-masamba", "dinkes"))

    assert fronts_of(post, make_newsroom()) == (
        "/arsip/",
        "/perangkat-daerah/pkm-baebunta/",
        "/perangkat-daerah/dinkes/",
        "/perangkat-daerah/kec-masamba/",
        "/rubrik/kesehatan/",
    )
