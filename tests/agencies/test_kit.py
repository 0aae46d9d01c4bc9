"""The media kit of an agency."""

from plugins.agencies.kit import KitPage, kit_outputs
from tests.model.makers import REF, at, edition_of, make_agency, make_officer, make_post

AGENCY = make_agency(
    "dinkes", name="Dinas Kesehatan", phone="(0473) 21001", body=REF,
    officers=(
        make_officer("a", name="Petugas Satu"),
        make_officer("b", name="Redaktur Dua", role="redaktur"),
        make_officer("c", name="Yang Pindah", until=at("2026-11-01")),
    ),
)  # fmt: skip
BUREAU = make_agency("humas", name="Bidang Humas")


def kit(*contents, slug="dinkes", **fields) -> KitPage:
    edition = edition_of(*contents, agencies=(AGENCY, BUREAU), **fields)
    return {output.path: output.values for output in kit_outputs(edition)}[
        f"perangkat-daerah/{slug}/media/index.html"
    ]


def test_it_names_the_office_and_the_roles_of_those_who_serve_today():
    page = kit()

    assert page.contact.phone == "(0473) 21001"
    assert page.officers == ("Petugas Satu (petugas humas)", "Redaktur Dua (redaktur)")
    assert page.body == REF


def test_it_names_who_edits_where_that_is_another_agency():
    assert kit().bureau.label == "Bidang Humas"
    assert kit(slug="humas").bureau is None


def test_it_knows_which_posts_still_have_packs():
    posts = (make_post("a", "2026-11-20"), make_post("b", "2026-10-01"))

    assert kit(*posts).offered == at("2026-11-20").day
    assert kit(*posts, now="2027-01-02 00:00").offered == 0
    assert kit(*posts).cards.count == 2


def test_a_day_on_which_no_pack_ends_leaves_it_as_it_was():
    post = make_post("a", "2026-11-20")

    assert kit(post, now="2026-11-25 00:00") == kit(post, now="2026-12-20 23:59")
    assert kit(post, now="2026-12-20 23:59") != kit(post, now="2026-12-21 00:00")
