"""The table of media monitoring, as spreadsheets write it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.model.addresses import place_of
from plugins.model.media import MediaMonth, Mention
from plugins.model.moment import parse_moment
from plugins.reading.media import read_media

PATH = "pantauan-media/2026/11.csv"
HEAD = "tanggal,media,judul,tautan,nada,berita\n"
ROW = "2026-11-24,Radar Contoh,Panen raya,https://radar.example/a,positif,dinkes/2026/11/panen\n"


def read(text: str | bytes):
    data = text.encode() if isinstance(text, str) else text
    place = place_of(PATH)
    assert place
    return read_media(PATH, place, data)


def said(text: str) -> list[tuple[str, int, str]]:
    return [(p.kind, p.line, p.value) for p in read(text).problems]


def mentions(text: str | bytes) -> tuple[Mention, ...]:
    found = read(text)
    assert found.problems == ()
    assert isinstance(found.content, MediaMonth)
    return found.content.mentions


WHOLE = Mention(
    parse_moment("2026-11-24"), "Radar Contoh", "Panen raya", "https://radar.example/a",
    "positif", "dinkes/2026/11/panen",
)  # fmt: skip


@pytest.mark.parametrize(
    "text",
    [
        HEAD + ROW,
        (HEAD + ROW).replace(",", ";"),
        (HEAD + ROW).replace(",", "\t"),
        (HEAD + ROW).replace("\n", "\r\n"),
        "\ufeff" + HEAD + ROW,
        HEAD.upper() + ROW + "\n,,,,,\n",
        HEAD + ROW.replace("2026-11-24", "24/11/2026").replace("positif", "Positif"),
        HEAD
        + ROW.replace("dinkes/", "https://kabar.example/berita/dinkes/").replace(
            "panen\n", "panen/\n"
        ),
        "judul,berita,tanggal,nada,tautan,media\n"
        "Panen raya,dinkes/2026/11/panen,2026-11-24,positif,https://radar.example/a,Radar Contoh\n",
    ],
)
def test_a_table_reads_the_same_however_it_was_written(text):
    assert mentions(text) == (WHOLE,)


def test_what_is_not_known_may_stay_empty():
    assert mentions("tanggal,media,judul\n2026-11-01,RRI,Rapat\n") == (
        Mention(parse_moment("2026-11-01"), "RRI", "Rapat"),
    )


def test_an_empty_table_is_no_fault():
    assert mentions(HEAD) == ()


@pytest.mark.parametrize(
    ("text", "problems"),
    [
        ("", [("media-missing", 1, name) for name in ("tanggal", "media", "judul")]),
        ("tgl,media,judul\n", [("media-column", 1, "tgl"), ("media-missing", 1, "tanggal")]),
        ("tanggal,media,judul,judul\n", [("media-twice", 1, "judul")]),
        (HEAD + ROW.replace("24,", "31,"), [("media-day", 2, "2026-11-31")]),
        (HEAD + ROW + ROW.replace("2026-11-24", "2026-12-01"), [("media-month", 3, "2026-12-01")]),
        (
            HEAD + ROW.replace("https:", "javascript:"),
            [("media-link", 2, "javascript://radar.example/a")],
        ),
        (HEAD + ROW.replace("https://", ""), [("media-link", 2, "radar.example/a")]),
        (HEAD + ROW.replace("positif", "bagus"), [("media-tone", 2, "bagus")]),
        (HEAD + ROW.replace("dinkes/", "Dinkes/"), [("media-post", 2, "Dinkes/2026/11/panen")]),
        (HEAD + ROW.replace("Panen raya", ""), [("media-empty", 2, "judul")]),
        (HEAD + ROW.strip() + ",lagi\n", [("media-cells", 2, "lagi")]),
        (HEAD + '2026-11-24,"Radar\n', [("media-unreadable", 2, "")]),
        (HEAD + ROW.replace("Panen raya", "x" * 301), [("media-cell", 2, "x" * 40)]),
    ],
)
def test_what_cannot_be_understood_is_named_with_its_line(text, problems):
    assert said(text) == problems
    assert read(text).content is None


def test_bytes_that_are_no_text_are_a_fault_and_no_crash():
    assert [p.kind for p in read(b"tanggal\xff").problems] == ["not-utf8"]


@given(st.text(), st.sampled_from(("", HEAD, HEAD.replace(",", ";"))))
def test_no_text_crashes_the_reader(text, head):
    found = read((head + text).encode("utf-8", "surrogatepass"))

    assert (found.content is None) == bool(found.problems)


@given(st.text(alphabet="javscriptdhtp:/\\ \t\n<>\"'@.%#?x1", max_size=40))
def test_no_address_that_passes_is_of_another_kind_or_holds_markup(text):
    quoted = text.replace('"', '""')
    found = read(HEAD + f'2026-11-24,a,b,"{quoted}",,\n')
    if found.content:
        (mention,) = found.content.mentions
        assert mention.url == "" or mention.url.startswith(("http://", "https://"))
        assert not set(mention.url) & set("<>\"' \n\t`\\")
