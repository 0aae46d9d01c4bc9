"""What a post gives to chats and to the press."""

from urllib.parse import parse_qs, urlsplit

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.model.addresses import post_href
from plugins.model.post import PhotoUse, Withdrawal
from plugins.model.press import (
    first_sentences,
    is_offered,
    message_of,
    preview_of,
    size_words,
    whatsapp_href,
)
from tests.model.makers import SITE, at, edition_of, made_of, make_agency, make_post

PHOTO = PhotoUse("a.jpg", "Kader", "", "", "1" * 40)
SAMPLE = msgspec.structs.replace(SITE, sample=True)


def offered(*posts, now="2026-11-25 08:00", **fields) -> list[str]:
    return [i for month in made_of(*posts, now=now, **fields).months for i in month.packs]


def test_a_pack_is_offered_from_the_day_of_the_post_until_thirty_days_after_it():
    post = make_post("a", "2026-11-24 09:30")

    assert offered(post) == [post.id]
    assert offered(post, now="2026-12-24 23:59") == [post.id]
    assert offered(post, now="2026-12-25 00:00") == []


def test_posts_that_are_withdrawn_or_not_out_yet_have_none():
    withdrawn = make_post("a", withdrawal=Withdrawal(at("2026-11-24"), "Salah."))
    hidden = make_post("b", publish_at=at("2026-11-25 08:01"))

    assert offered(withdrawn, hidden) == []


def test_a_site_may_offer_none_or_for_other_days():
    post, none = make_post("a"), msgspec.structs.replace(SITE, press_days=0)
    two = msgspec.structs.replace(SITE, press_days=2)

    assert offered(post, site=none) == []
    assert not is_offered(at("2026-11-24").day, at("2026-11-24"), none)
    assert is_offered(at("2026-11-24").day, at("2026-11-26"), two)
    assert not is_offered(at("2026-11-24").day, at("2026-11-27"), two)


def test_the_edition_knows_since_when_an_agency_and_those_above_it_have_packs():
    found = edition_of(
        make_post("lama", "2026-10-01"),
        make_post("a", "2026-11-20", agency="pkm-baebunta"),
        make_post("b", "2026-11-22", agency="dishub"),
    ).offered

    assert found == {
        "/arsip/": at("2026-11-20").day,
        "/perangkat-daerah/pkm-baebunta/": at("2026-11-20").day,
        "/perangkat-daerah/dinkes/": at("2026-11-20").day,
        "/perangkat-daerah/dishub/": at("2026-11-22").day,
    }


def test_a_pack_has_the_contact_of_its_agency_and_photos_under_names_of_their_own():
    twins = (PHOTO, msgspec.structs.replace(PHOTO, file="a.png"))
    agency = make_agency("dishub", name="Dishub", phone="(0473) 21001")
    (month,) = made_of(make_post(agency="dishub", photos=twins), agencies=(agency,)).months
    (pack,) = month.packs.values()

    assert pack.contact.phone == "(0473) 21001"
    assert [photo.file for photo in pack.photos] == ["1-a.jpg", "2-a.jpg"]


def test_a_card_shows_the_lead_photo_title_agency_and_date():
    post = make_post(photos=(PHOTO,))
    (chapter,) = made_of(post).chapters.values()
    preview = preview_of(post, chapter, SAMPLE)

    assert (preview.title, preview.label, preview.agency, preview.date, preview.sample) == (
        "Judul imunisasi", "Dinkes", "Dinas Kesehatan", "24 November 2026", True,
    )  # fmt: skip
    assert preview.photo == chapter.pictures(post)[0].fallback.href


def test_a_message_is_the_title_two_sentences_and_the_address():
    post = make_post(title="Panen & raya", summary="Petani senang. Hujan turun. Ketiga.")
    message = message_of(post.title, post.summary, post_href(post.id), SITE)
    address = urlsplit(whatsapp_href(message))

    assert message == (
        "*Panen & raya*\n\nPetani senang. Hujan turun.\n\n"
        "https://contoh.test/berita/dinkes/2026/11/imunisasi/"
    )
    assert (address.scheme, address.netloc, address.path) == ("https", "wa.me", "/")
    assert parse_qs(address.query, strict_parsing=True) == {"text": [message]}
    assert message_of(post.title, "", "/a/", SAMPLE).startswith("*[CONTOH] Panen & raya*\n")


def test_a_post_without_summary_and_text_shares_its_title_and_address():
    assert message_of("Panen", "", "/a/", SITE) == "*Panen*\n\nhttps://contoh.test/a/"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Satu. Dua. Tiga.", "Satu. Dua."),
        ("Warga Kec. Masamba bergotong royong. Selesai pukul 09.30 WITA. Lalu pulang.",
         "Warga Kec. Masamba bergotong royong. Selesai pukul 09.30 WITA."),
        ("Dipimpin dr. Uji dan H. Contoh. Warga hadir! Selesai.",
         "Dipimpin dr. Uji dan H. Contoh. Warga hadir!"),
        ("Satu kalimat utuh. Yang kedua terpotong …", "Satu kalimat utuh."),
        ("Hanya satu yang terpotong …", "Hanya satu yang terpotong …"),
        ("“Semua lancar.” Begitu katanya. Lalu.", "“Semua lancar.” Begitu katanya."),
        ("", ""),
    ],
)  # fmt: skip
def test_sentences_end_where_they_end(text, told):
    assert first_sentences(text) == told


@given(st.text("aA.!?” …", max_size=60))
def test_sentences_are_a_beginning_of_the_text(text):
    assert " ".join(text.split()).startswith(" ".join(first_sentences(text).split()))


@pytest.mark.parametrize(
    ("size", "words"),
    [(1, "1 KB"), (740_000, "740 KB"), (740_001, "741 KB"), (1_000_000, "1,0 MB"),
     (3_210_000, "3,3 MB")],
)  # fmt: skip
def test_sizes_are_rounded_up(size, words):
    assert size_words(size) == words
