"""Tombstones of withdrawn posts, and older addresses that lead on."""

from plugins.discovery.standing import RedirectPage, TombstonePage, standing_outputs
from plugins.model.card import Link
from plugins.model.post import Correction, PhotoUse, Withdrawal
from tests.model.makers import at, make_post, month_outputs_of

WITHDRAWAL = Withdrawal(at("2026-11-25 09:00"), "Berita ini terbit dua kali.")


def outputs(*posts, **fields) -> dict[str, object]:
    return {o.path: o.values for o in month_outputs_of(standing_outputs, *posts, **fields)}


def test_a_withdrawn_post_leaves_a_tombstone_at_its_address():
    assert outputs(make_post(withdrawal=WITHDRAWAL)) == {
        "berita/dinkes/2026/11/imunisasi/index.html": TombstonePage(
            "/berita/dinkes/2026/11/imunisasi/",
            Link("Dinas Kesehatan", "/perangkat-daerah/dinkes/"),
            at("2026-11-25 09:00"),
            "Berita ini terbit dua kali.",
        )
    }


def test_an_older_address_leads_to_the_post():
    assert outputs(make_post(aliases=("/lama/", "/berita/dinkes/2026/10/a/"))) == {
        "lama/index.html": RedirectPage(
            Link("Judul imunisasi", "/berita/dinkes/2026/11/imunisasi/")
        ),
        "berita/dinkes/2026/10/a/index.html": RedirectPage(
            Link("Judul imunisasi", "/berita/dinkes/2026/11/imunisasi/")
        ),
    }


def test_a_post_under_embargo_has_neither():
    hidden = {"publish_at": at("2026-12-01"), "aliases": ("/lama/",)}

    assert outputs(make_post(**hidden)) == {}
    assert outputs(make_post(**hidden, withdrawal=WITHDRAWAL)) == {}


def test_other_posts_leave_nothing():
    assert outputs(make_post()) == {}


def test_the_tombstone_holds_no_word_of_the_withdrawn_post():
    post = make_post(
        title="RAHASIA judul",
        summary="RAHASIA ringkasan",
        writer="RAHASIA penulis",
        tags=("rahasia",),
        photos=(PhotoUse("rahasia.jpg", "RAHASIA", "RAHASIA", "RAHASIA", "1" * 40),),
        corrections=(Correction(at("2026-11-25"), "RAHASIA ralat"),),
        withdrawal=WITHDRAWAL,
    )

    assert "rahasia" not in repr(outputs(post)).lower()


def test_an_older_address_of_a_withdrawn_post_does_not_name_it():
    post = make_post(title="RAHASIA judul", aliases=("/lama/",), withdrawal=WITHDRAWAL)

    assert outputs(post)["lama/index.html"] == RedirectPage(
        Link("Berita yang dicabut", "/berita/dinkes/2026/11/imunisasi/")
    )
