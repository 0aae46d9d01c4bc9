"""Fixed pages, and the page of a lost address."""

from plugins.model.card import Link
from plugins.news.fixed import FixedPage, LostPage, fixed_outputs
from tests.model.makers import REF, edition_of, make_page


def test_a_fixed_page_lies_below_the_root():
    outputs = list(
        fixed_outputs(edition_of(make_page("tentang", title="Tentang", summary="Kami.")))
    )

    assert (outputs[0].path, outputs[0].values) == (
        "tentang/index.html", FixedPage("/tentang/", "Tentang", "Kami.", REF),
    )  # fmt: skip


def test_fixed_pages_stand_in_the_order_of_their_slugs():
    outputs = fixed_outputs(edition_of(make_page("tentang"), make_page("kontak")))

    assert [output.path for output in outputs] == [
        "kontak/index.html", "tentang/index.html", "404.html",
    ]  # fmt: skip


def test_a_lost_address_offers_the_categories():
    (lost,) = fixed_outputs(edition_of())

    assert lost.values == LostPage(
        (Link("Kesehatan", "/rubrik/kesehatan/"), Link("Pemerintahan", "/rubrik/pemerintahan/"))
    )
