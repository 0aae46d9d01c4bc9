"""A text that would keep a parser busy for ever is stopped, told of, and harms no other."""

import time

from plugins.reading import reader
from plugins.reading.reader import TEXT_SECONDS
from tests.hostile.newsroom import PHOTO, POST, post, refusals_of
from tests.hostile.slow import SLOW, SLOW_HEADERS

STOPPED = ("images-in-images", "links-in-links", "open-brackets")  # on any machine


def path_of(name: str) -> str:
    return f"berita/dishub/2026/11/{name}/index.md"


def test_each_slow_text_is_stopped_in_its_own_place_and_no_other_post_suffers(
    tmp_path, monkeypatch
):
    monkeypatch.setattr(reader, "TEXT_SECONDS", TEXT_SECONDS / 2)  # half the wait tells as much
    files = {path_of(name): post(body=body) for name, body in SLOW.items()}
    start = time.monotonic()
    found = refusals_of(tmp_path, files)
    took = time.monotonic() - start

    assert {path_of(n) for n in STOPPED} <= {
        f.removeprefix("content/").split(":")[0] for f in found
    }
    assert f"content/{path_of('open-brackets')}:1:1 S109" in found
    assert [f for f in found if not f.startswith("content/berita/dishub/2026/11/")] == []
    assert took < TEXT_SECONDS * len(SLOW)


def test_a_header_as_long_as_a_text_may_be_is_read_at_once(tmp_path):
    files = {path_of(name): post(line) for name, line in SLOW_HEADERS.items()}
    start = time.monotonic()
    found = refusals_of(tmp_path, files)

    assert [f for f in found if " S109" in f] == []
    assert time.monotonic() - start < TEXT_SECONDS * len(SLOW_HEADERS)


def test_a_text_beyond_the_limit_is_not_even_parsed(tmp_path):
    found = refusals_of(tmp_path, {POST: post(body="[" * 70_000), PHOTO: None})

    assert found == [f"content/{POST}:1:1 S103"]
