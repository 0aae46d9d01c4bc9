"""Atom feeds."""

import html
import xml.etree.ElementTree as ET

import msgspec
from hypothesis import given, settings
from hypothesis import strategies as st

from plugins.discovery.feeds import Feed, atom, feed_outputs
from plugins.model.post import Correction, Withdrawal
from plugins.reading.header import FORBIDDEN
from tests.model.makers import SITE, Made, at, made_of, make_post

ATOM = "{http://www.w3.org/2005/Atom}"


def written(*posts, site=SITE) -> bytes:
    """The feed of the whole site."""
    made = made_of(*posts, site=site)
    return atom(by_path(made)["feed.atom"], made)


def parsed(*posts, site=SITE) -> ET.Element:
    return ET.fromstring(written(*posts, site=site))


def texts(element: ET.Element, *names: str) -> list[str | None]:
    return [element.findtext(ATOM + name) for name in names]


def entries(*posts, site=SITE) -> list[ET.Element]:
    return parsed(*posts, site=site).findall(f"{ATOM}entry")


def by_path(made: Made) -> dict[str, Feed]:
    return {output.path: output.values for output in feed_outputs(made.edition)}


def test_a_feed_says_whose_it_is_and_where_it_lies():
    feed = parsed(make_post())
    links = {link.get("rel"): link.get("href") for link in feed.findall(f"{ATOM}link")}

    assert texts(feed, "title", "id", "subtitle") == [
        "Kabar Lutra", "https://contoh.test/", "Kabar kegiatan pemerintah",
    ]  # fmt: skip
    assert links == {"alternate": "https://contoh.test/", "self": "https://contoh.test/feed.atom"}
    assert feed.get("{http://www.w3.org/XML/1998/namespace}lang") == "id"


def test_an_entry_is_a_post_with_absolute_addresses():
    (entry,) = entries(make_post(summary="Ringkas."))
    address = "https://contoh.test/berita/dinkes/2026/11/imunisasi/"

    assert texts(entry, "title", "id", "summary") == ["Judul imunisasi", address, "Ringkas."]
    assert entry.find(f"{ATOM}link").get("href") == address
    assert entry.findtext(f"{ATOM}author/{ATOM}name") == "Dinkes"
    assert entry.find(f"{ATOM}category").get("term") == "Kesehatan"


def test_times_are_those_of_wita():
    (entry,) = entries(make_post(date="2026-11-24 09:30"))

    assert texts(entry, "published", "updated") == ["2026-11-24T09:30:00+08:00"] * 2


def test_a_post_without_an_hour_counts_from_midnight():
    (entry,) = entries(make_post(date="2026-11-24"))

    assert texts(entry, "published") == ["2026-11-24T00:00:00+08:00"]


def test_a_corrected_post_says_so_and_when():
    corrections = (Correction(at("2026-11-25 07:00"), "Jumlah diperbaiki."),)
    (entry,) = entries(make_post(summary="Ringkas.", corrections=corrections))

    assert texts(entry, "summary", "published", "updated") == [
        "[Ada ralat] Ringkas.", "2026-11-24T09:30:00+08:00", "2026-11-25T07:00:00+08:00",
    ]  # fmt: skip


def test_a_feed_was_changed_when_its_latest_entry_was():
    corrected = make_post("a", "2026-11-01", corrections=(Correction(at("2026-11-25 07:00"), "b"),))
    feed = parsed(make_post("c", "2026-11-24"), corrected)

    assert texts(feed, "updated") == ["2026-11-25T07:00:00+08:00"]


def test_entries_stand_newest_first():
    posts = [make_post(day, f"2026-11-{day}") for day in ("01", "24", "12")]

    assert [e.findtext(f"{ATOM}title") for e in entries(*posts)] == [
        "Judul 24", "Judul 12", "Judul 01",
    ]  # fmt: skip


def test_an_empty_feed_is_the_same_at_any_time():
    assert written() == written()
    assert texts(parsed(), "updated") == ["2000-01-01T00:00:00+08:00"]


def test_samples_are_marked():
    sample = msgspec.structs.replace(SITE, sample=True).sealed()

    assert texts(parsed(site=sample), "title") == ["[CONTOH] Kabar Lutra"]


def test_a_sub_path_stands_in_every_address():
    site = msgspec.structs.replace(SITE, url="https://orang.test/kabar").sealed()
    (entry,) = entries(make_post(), site=site)

    assert texts(entry, "id") == ["https://orang.test/kabar/berita/dinkes/2026/11/imunisasi/"]


def test_there_is_a_feed_for_the_site_every_agency_and_every_category():
    assert set(by_path(made_of())) == {
        "feed.atom",
        "perangkat-daerah/dinkes/feed.atom",
        "perangkat-daerah/dishub/feed.atom",
        "perangkat-daerah/humas/feed.atom",
        "perangkat-daerah/kec-masamba/feed.atom",
        "perangkat-daerah/pkm-baebunta/feed.atom",
        "rubrik/kesehatan/feed.atom",
        "rubrik/pemerintahan/feed.atom",
    }


def test_a_post_stands_in_the_feeds_of_its_lists_only():
    feeds = by_path(made_of(make_post(agency="pkm-baebunta", partners=("kec-masamba",))))

    assert sorted(path for path, feed in feeds.items() if feed.cards.count) == [
        "feed.atom",
        "perangkat-daerah/dinkes/feed.atom",
        "perangkat-daerah/kec-masamba/feed.atom",
        "perangkat-daerah/pkm-baebunta/feed.atom",
        "rubrik/kesehatan/feed.atom",
    ]


def test_a_feed_holds_the_newest_twenty():
    posts = [make_post(f"p{n:02}", f"2026-11-{n + 1:02}") for n in range(25)]
    titles = [entry.findtext(f"{ATOM}title") for entry in entries(*posts)]

    assert titles == [f"Judul p{n:02}" for n in range(24, 4, -1)]


def test_a_withdrawn_post_is_in_no_feed():
    post = make_post(withdrawal=Withdrawal(at("2026-11-25"), "Salah."))

    assert [feed.cards.count for feed in by_path(made_of(post)).values() if feed.cards.count] == []


def test_the_feed_of_an_agency_names_agency_and_site():
    feed = by_path(made_of())["perangkat-daerah/dinkes/feed.atom"]

    assert (feed.title, feed.front) == (
        "Dinas Kesehatan · Kabar Lutra",
        "/perangkat-daerah/dinkes/",
    )


plain = st.text(max_size=40).map(lambda text: FORBIDDEN.sub("", text))


@given(plain, plain, st.dates(at("1900-01-01").date).map(str))
@settings(max_examples=100, deadline=None, derandomize=True)
def test_any_words_make_well_formed_xml_and_come_back(title, summary, day):
    (entry,) = entries(make_post(title=title, summary=summary or "a", date=day))

    assert entry.findtext(f"{ATOM}title") == title


def test_a_summary_is_plain_text_although_readers_take_it_as_html():
    (entry,) = entries(make_post(summary="Rapat R&D <3 <img src=//jahat.id onerror=a>"))
    summary = entry.find(f"{ATOM}summary")

    assert summary.get("type") == "html"
    assert html.unescape(summary.text) == "Rapat R&D <3 <img src=//jahat.id onerror=a>"
    assert "<" not in summary.text
