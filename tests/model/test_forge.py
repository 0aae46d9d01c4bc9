"""The editors of forges, opened with a new file."""

from urllib.parse import parse_qs, urlsplit

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plugins.model.forge import KINDS, LONGEST, Forge, NewFile, new_file

PATH = "content/berita/dinkes/2026/11/24-imunisasi/index.md"
TEXTS = st.text(st.characters(codec="utf-8"), max_size=300)


def forge(kind: str, branch: str = "main") -> Forge:
    return Forge(kind, "https://forge.test/humas/kabar", branch)


@pytest.mark.parametrize(
    ("kind", "href"),
    [
        ("github", f"https://forge.test/humas/kabar/new/main?filename={PATH}&value=a%26b%23c"),
        ("gitlab", f"https://forge.test/humas/kabar/-/new/main?file_name={PATH}"),
        ("forgejo", f"https://forge.test/humas/kabar/_new/main/?filename={PATH}&value=a%26b%23c"),
    ],
)
def test_each_forge_has_its_own_address(kind, href):
    assert new_file(forge(kind), PATH, "a&b#c") == NewFile(href, kind != "gitlab")


def test_a_text_that_is_too_long_is_not_sent_along():
    editor = new_file(forge("github"), PATH, "é" * 1400)

    assert editor == NewFile(f"https://forge.test/humas/kabar/new/main?filename={PATH}", False)


@settings(max_examples=100, derandomize=True, deadline=None)
@given(text=TEXTS, kind=st.sampled_from(sorted(KINDS)))
def test_any_text_comes_back_as_it_was_sent(text, kind):
    href, holds_text = (editor := new_file(forge(kind), PATH, text)).href, editor.holds_text
    sent = parse_qs(urlsplit(href).query, keep_blank_values=True)

    assert href.isascii() and len(href) <= LONGEST
    assert not holds_text or sent["value"] == [text]
    assert (sent.get("filename") or sent["file_name"]) == [PATH]
