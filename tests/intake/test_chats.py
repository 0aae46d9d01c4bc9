"""WhatsApp's chats, however the telephone wrote them."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.intake.batches import LONG, SILENCE, news_in, rivals
from plugins.intake.chats import Message, is_chat, read_chat
from plugins.model.moment import Moment, parse_moment
from tests.intake.parcels import NEWS, OTHER, chat

TODAY = parse_moment("2026-10-20")
FORMS = {
    "Android, Indonesian": "13/10/26 09.05 - Rina: Halo",
    "Android, British": "13/10/2026, 09:05 - Rina: Halo",
    "Android, 12 hours": "13/10/26, 9:05 AM - Rina: Halo",
    "Android, American": "10/13/26, 9:05 AM - Rina: Halo",
    "iPhone, Indonesian": "[13/10/26 09.05.31] Rina: Halo",
    "iPhone, British": "[13/10/2026, 09:05:31] Rina: Halo",
    "iPhone, American": "\u200e[10/13/26, 9:05:31\u202fAM] Rina: Halo",
    "iPhone, with marks": "[13/10/26 09.05.31] ~\u00a0Rina: \u200eHalo",
    "dots": "13.10.26, 09:05 - Rina: Halo",
    "year first": "2026-10-13, 09:05 - Rina: Halo",
    "copied messages": "[13/10 09.05] Rina: Halo",
}


@pytest.mark.parametrize("line", FORMS.values(), ids=FORMS)
def test_every_telephones_form_says_the_same(line):
    assert is_chat(line)
    assert read_chat(line, TODAY) == [Message("Rina", parse_moment("2026-10-13 09:05"), "Halo")]


def test_a_list_of_dates_inside_a_text_is_no_chat():
    assert not is_chat("Jadwal pekan ini\n24/11/26 09.00 - Senam: lapangan")
    assert not is_chat("")


def test_an_hour_after_noon_and_one_after_midnight():
    text = chat("13/10/26, 12:05 AM - Rina: a", "13/10/26, 12:05 PM - Rina: b")

    assert [m.at.minute for m in read_chat(text, TODAY)] == [5, 12 * 60 + 5]


@pytest.mark.parametrize(("first", "second"), [("11/3", "12/1"), ("3/11", "1/12")])
def test_the_order_of_time_tells_which_figure_is_the_month(first, second):
    messages = read_chat(f"{first}/26, 9:00 AM - R: a\n{second}/26, 9:00 AM - R: b", TODAY)

    assert [message.at.iso_day for message in messages] == ["2026-11-03", "2026-12-01"]


def test_a_copy_without_a_year_is_of_the_past():
    assert read_chat("[24/12 09.05] Rina: Halo", TODAY)[0].at.iso_day == "2025-12-24"


def test_attachments_leave_the_text_and_what_is_gone_leaves_nothing():
    text = chat(
        "13/10/26 08.00 - Pesan dan panggilan dienkripsi secara end-to-end.",
        "13/10/26 09.00 - Rina: IMG-20261013-WA0001.jpg (file terlampir)",
        "Kader menimbang balita",
        "13/10/26 09.01 - Rina: <Media tidak disertakan>",
        "13/10/26 09.02 - Rina: Pesan ini telah dihapus",
        "13/10/26 09.03 - Rina: Baris satu",
        "",
        "Baris dua <Pesan ini diedit>",
    )
    messages = read_chat(text, TODAY)
    iphone = read_chat("[13/10/26 09.00.00] Rina: \u200e<terlampir: 0001-PHOTO.jpg>", TODAY)

    assert [(m.text, m.files, m.omitted) for m in messages] == [
        ("Kader menimbang balita", ("IMG-20261013-WA0001.jpg",), 0),
        ("", (), 1),
        ("", (), 0),
        ("Baris satu\n\nBaris dua", (), 0),
    ]
    assert iphone[0].files == ("0001-PHOTO.jpg",)


def test_news_are_cut_by_silence_by_sender_and_by_a_second_long_text():
    text = chat(
        f"12/10/26 08.00 - Rina: {NEWS}",
        "12/10/26 08.01 - Rina: lama.jpg (file terlampir)",
        "13/10/26 09.00 - Rina: baru.jpg (file terlampir)",
        f"13/10/26 09.01 - Rina: {NEWS}",
        "13/10/26 09.01 - Budi: lain.jpg (file terlampir)",
        f"13/10/26 09.02 - Budi: {OTHER}",
        "13/10/26 09.03 - Rina: dua.jpg (file terlampir)",
        f"13/10/26 09.04 - Rina: {OTHER}",
        "13/10/26 09.05 - Rina: tiga.jpg (file terlampir)",
        "13/10/26 11.00 - Rina: Terima kasih",
    )
    news = news_in(read_chat(text, TODAY))

    assert [(b.sender, [name for name, _ in b.files]) for b in news] == [
        ("Rina", ["lama.jpg"]),
        ("Rina", ["baru.jpg", "dua.jpg"]),
        ("Budi", ["lain.jpg"]),
        ("Rina", ["tiga.jpg"]),
    ]
    assert rivals(news)
    assert not rivals(news[:2])


MESSAGES = st.lists(
    st.tuples(st.sampled_from(["Rina", "Budi"]), st.integers(0, 200), st.booleans()), max_size=12
)


@given(MESSAGES)
def test_no_batch_holds_two_senders_a_long_silence_or_two_news(rows):
    messages, minute = [], 740_000 * 1440
    for sender, later, long in rows:
        minute += later
        words = "x" * (LONG if long else 5)
        messages.append(Message(sender, Moment(*divmod(minute, 1440)), words))
    for batch in news_in(messages):
        minutes = [m.at.minutes for m in batch.messages]
        assert {m.sender for m in batch.messages} == {batch.sender}
        assert all(b - a <= SILENCE for a, b in pairwise(minutes))
        assert sum(len(m.text) >= LONG for m in batch.messages) <= 1


@given(st.text(max_size=200))
def test_whatever_was_pasted_is_read_without_an_error(text):
    messages = read_chat(f"13/10/26 09.05 - Rina: {text}", TODAY)

    assert messages[0].sender == "Rina"


WORDS = st.text(
    alphabet=st.characters(categories=["L", "N"], include_characters=" .,\n"), max_size=80
)
ROWS = st.tuples(st.sampled_from(["Rina", "Budi P."]), st.integers(0, 1439), WORDS)


@given(st.lists(ROWS, min_size=1, max_size=5))
def test_what_an_export_says_is_read_back(rows):
    lines = [f"13/10/26 {m // 60:02}.{m % 60:02} - {s}: {words}" for s, m, words in rows]

    found = read_chat("\n".join(lines), TODAY)

    assert [(m.sender, m.at.minute, m.text) for m in found] == [
        (sender, minute, words.strip()) for sender, minute, words in rows
    ]
