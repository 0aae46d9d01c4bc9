"""The ways to write the news of an activity."""

from urllib.parse import parse_qs, urlsplit

import msgspec
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from plugins.model.addresses import place_of
from plugins.model.event import Event, EventState
from plugins.model.forge import LONGEST, Forge
from plugins.model.invitation import invitation
from plugins.model.prompts import CATEGORY
from plugins.reading.records import read_manuscript
from plugins.reading.typography import typeset_text
from tests.model.makers import SITE, make_event, make_newsroom

ROOM = make_newsroom()
GITHUB = Forge("github", "https://github.com/humas/kabar")
LETTERS = st.characters(codec="utf-8", exclude_categories=["C", "Zl", "Zp"])
TITLES = st.text(st.one_of(LETTERS, st.sampled_from("\"'&#%+:—“🙂")), min_size=1, max_size=200)


def invited(event: Event, state: EventState = EventState.BELUM, **fields):
    site = msgspec.structs.replace(SITE, seat="Masamba", **fields)
    return invitation(event, state, ROOM, site)


def sent(event: Event) -> dict[str, str]:
    query = urlsplit(invited(event, forge=GITHUB).editor.href).query
    return {key: value[0] for key, value in parse_qs(query, strict_parsing=True).items()}


def test_a_post_is_begun_with_what_the_agenda_knows():
    event = make_event(district="masamba", partners=("kec-masamba", "dishub"))

    assert sent(event)["filename"] == "content/berita/dinkes/2026/11/24-imunisasi/index.md"
    assert sent(event)["value"] == (
        "---\n"
        "judul: Acara imunisasi\n"
        "tanggal: 2026-11-24\n"
        'rubrik: "[Rubrik, contoh: kesehatan]"\n'
        'ringkasan: "[Satu kalimat: pokok berita untuk daftar dan WhatsApp]"\n'
        "agenda: [dinkes/2026/11/24-imunisasi]\n"
        "bersama: [kec-masamba, dishub]\n"
        "kecamatan: [masamba]\n"
        "---\n"
        "\n"
        "MASAMBA — [Siapa] [melakukan apa] di Posyandu Melati, Selasa (24/11/2026).\n"
        "\n"
        "[Mengapa kegiatan ini penting bagi warga? Bagaimana jalannya?]\n"
        "\n"
        '"[Satu kutipan pendek]," kata [jabatan].\n'
        "\n"
        "[Apa langkah berikutnya, dan ke mana warga dapat bertanya?]\n"
    )


@pytest.mark.parametrize("state", list(EventState))
def test_news_is_asked_for_until_it_is_there(state):
    asked = {EventState.BERLANGSUNG, EventState.MENUNGGU, EventState.BELUM}

    assert (invited(make_event(), state) is not None) == (state in asked)


def test_without_a_forge_there_is_no_editor():
    door = invited(make_event())

    assert (door.editor, door.text) == (None, "")
    assert door.command == "make berita KEGIATAN=dinkes/2026/11/24-imunisasi"


def test_where_the_forge_takes_no_text_it_stands_beside():
    door = invited(make_event(), forge=Forge("gitlab", "https://gitlab.com/humas/kabar"))

    assert door.text.startswith("---\njudul: Acara imunisasi\n")
    assert "value" not in door.editor.href


def test_the_bureau_gets_what_is_known_and_the_questions():
    door = invited(make_event(starts=540), bureau_whatsapp="6281100000000")
    address = urlsplit(door.whatsapp)

    assert (address.netloc, address.path) == ("wa.me", "/6281100000000")
    assert parse_qs(address.query)["text"][0].startswith(
        "Bahan berita kegiatan\n"
        "\n"
        "*Acara imunisasi* (Dinkes)\n"
        "Selasa, 24 November 2026, 09.00 WITA\n"
        "Posyandu Melati\n"
        "https://contoh.test/agenda/dinkes/2026/11/24-imunisasi/\n"
        "\n"
        "MASAMBA — [Siapa] [melakukan apa] di Posyandu Melati, Selasa (24/11/2026).\n"
    )
    assert urlsplit(invited(make_event()).whatsapp).path == "/"


@settings(max_examples=200, derandomize=True, deadline=None)
@given(title=TITLES, place=TITLES, day=st.dates().map(str))
def test_the_link_holds_a_post_that_the_reader_takes_for_the_news_of_the_activity(
    title, place, day
):
    """Whatever stands in the title: what the officer opens says the same."""
    title = " ".join(title.split())
    assume(title and title.lower() not in ("~", "null") and typeset_text(title) == title)
    event = make_event(day=day, title=title, place=" ".join(place.split()))
    query = sent(event)
    path = query["filename"].removeprefix("content/")
    text = query["value"].replace(f'"{CATEGORY}"', "kesehatan")
    post = read_manuscript(path, place_of(path), text.encode()).content

    assert (post.title, post.date, post.events) == (title, event.first, (event.id,))


@settings(max_examples=30, derandomize=True, deadline=None)
@given(title=TITLES, place=TITLES)
def test_no_address_is_too_long_for_a_server(title, place):
    event = make_event(
        "a" * 70, title=title * 200, place=place * 200, partners=("kec-masamba",) * 12
    )
    cut = msgspec.structs.replace(event, title=event.title[:200], place=event.place[:200])
    door = invited(cut, forge=GITHUB)

    assert len(door.editor.href) <= LONGEST
    assert len(door.whatsapp) <= LONGEST
    assert door.editor.holds_text == (door.text == "")
