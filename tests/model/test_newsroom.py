"""Looking things up in the newsroom."""

from tests.model.makers import at, make_agency, make_newsroom, make_officer


def test_a_kecamatan_is_a_place_without_its_prefix():
    assert make_newsroom().districts() == {"masamba": "Masamba"}


def test_a_family_is_the_agency_and_the_units_above_it():
    room = make_newsroom(
        agencies=[
            make_agency("dinkes"),
            make_agency("pkm-baebunta", parent="dinkes"),
            make_agency("pustu-a", parent="pkm-baebunta"),
        ]
    )

    assert room.family("pustu-a") == ("pustu-a", "pkm-baebunta", "dinkes")


def test_parents_in_a_circle_end():
    room = make_newsroom(agencies=[make_agency("a", parent="b"), make_agency("b", parent="a")])

    assert room.family("a") == ("a", "b")


def test_an_unknown_agency_has_no_family():
    assert make_newsroom().family("tidak-ada") == ()


def test_an_unknown_parent_ends_the_family():
    assert make_newsroom(agencies=[make_agency("a", parent="tidak-ada")]).family("a") == ("a",)


def test_an_officer_may_act_for_the_agencies_where_it_serves_today():
    former = make_officer("ani", until=at("2026-10-31"))
    room = make_newsroom(
        agencies=[
            make_agency("dinkes", officers=(make_officer("ani"),)),
            make_agency("dishub", officers=(former,)),
            make_agency("humas", officers=(make_officer("budi"),)),
        ]
    )

    assert room.officer_agencies("ani", at("2026-11-24")) == {"dinkes"}
    assert room.officer_agencies("ani", at("2026-10-31")) == {"dinkes", "dishub"}
    assert room.officer_agencies("", at("2026-11-24")) == frozenset()


def test_editors_are_the_redaktur_of_the_bureau_who_serve_today():
    officers = (
        make_officer("rina", role="redaktur"),
        make_officer("tono", role="petugas"),
        make_officer("lama", role="redaktur", until=at("2026-01-31")),
    )
    elsewhere = make_officer("lain", role="redaktur")
    room = make_newsroom(
        agencies=[
            make_agency("humas", officers=officers),
            make_agency("dinkes", officers=(elsewhere,)),
        ]
    )

    assert room.editors("humas", at("2026-11-24")) == {"rina"}


def test_a_missing_bureau_has_no_editors():
    assert make_newsroom(agencies=[]).editors("humas", at("2026-11-24")) == frozenset()
