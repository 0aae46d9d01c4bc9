"""Bytes into a source: decoding, the header, and the place of every problem."""

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plugins.model.source import Items, Pairs, Problem, Source, Text
from plugins.reading.header import decode, read_plainly, read_source, read_yaml
from plugins.reading.yamlnodes import MAX_DEPTH

quick = settings(max_examples=300, deadline=None, derandomize=True)


def read(text: str) -> Source:
    return read_source("halaman/a.md", text.encode())


def header_of(text: str) -> dict[str, object]:
    """Keys with the text of their values, for headers without nesting."""
    return {key.text: getattr(node, "text", node) for key, node in read(text).header.pairs}


def kinds(source: Source) -> list[str]:
    return [problem.kind for problem in source.problems]


def test_a_fenced_header_gives_nodes_with_their_places():
    source = read("---\njudul: Kabar\ntag: [a, b]\n---\nIsi.\n")

    assert source.header == Pairs(
        (
            (Text("judul", 2, 1), Text("Kabar", 2, 8)),
            (Text("tag", 3, 1), Items((Text("a", 3, 7), Text("b", 3, 10)), 3, 6)),
        ),
        2,
        1,
    )
    assert source.problems == ()


def test_the_body_begins_after_the_fence_and_keeps_its_line_number():
    source = read("---\njudul: Kabar\n---\n\nIsi.\n")

    assert (source.body, source.body_line) == ("\nIsi.\n", 4)


def test_blank_lines_before_the_fence_are_passed_over():
    source = read("\n\n---\njudul: Kabar\n---\nIsi.")

    assert header_of("\n\n---\njudul: Kabar\n---\nIsi.") == {"judul": "Kabar"}
    assert source.body_line == 6


def test_pelicans_own_header_is_read_too():
    source = read("Title: Kabar baru: hari ini\nDate : 2026-11-24\n\nIsi.\n")

    assert source.header.pairs == (
        (Text("Title", 1, 1), Text("Kabar baru: hari ini", 1, 8)),
        (Text("Date", 2, 1), Text("2026-11-24", 2, 8)),
    )
    assert (source.body, source.body_line) == ("\nIsi.\n", 3)


@pytest.mark.parametrize("value", ["yes", "no", "2026-11-24", "1e3", "0x10", "null", "~", "1_000"])
def test_no_value_is_guessed_to_be_anything_but_text(value):
    assert header_of(f"---\nkunci: {value}\n---\n") == {"kunci": value}


@pytest.mark.parametrize(
    "text",
    [
        "{{ 7 * 7 }}", "{% raw %}", "%s %(a)s {0}", "$(rm -rf)", "../../etc/passwd", "<script>",
        "javascript:alert(1)",
    ],
)  # fmt: skip
def test_hostile_values_are_plain_text(text):
    assert header_of(f'---\njudul: "{text}"\n---\n') == {"judul": text}


@pytest.mark.parametrize(
    ("text", "kind", "line", "column", "value"),
    [
        ("", "empty-file", 1, 1, ""),
        (" \n\n", "empty-file", 1, 1, ""),
        ("---\njudul: a\n", "open-fence", 1, 1, ""),
        ("\n---\njudul: a\n", "open-fence", 2, 1, ""),
        ("Isi tanpa kepala.\n", "no-header", 1, 1, "Isi tanpa kepala."),
        ("Title: a\nbukan kunci\n\nIsi.", "no-header", 2, 1, "bukan kunci"),
        ("---\n- a\n- b\n---\n", "header-not-pairs", 2, 1, ""),
        ("---\nhanya teks\n---\n", "header-not-pairs", 2, 1, ""),
        ("---\na: &x b\n---\n", "yaml-alias", 2, 4, "&x"),
        ("---\na: *x\n---\n", "yaml-alias", 2, 4, "*x"),
        ("---\na: 1\n<<: *x\n---\n", "yaml-alias", 3, 5, "*x"),
        ("---\na: !!python/object:os.system b\n---\n", "yaml-tag", 2, 4,
         "tag:yaml.org,2002:python/object:os.system"),
        ("---\na: !x b\n---\n", "yaml-tag", 2, 4, "!x"),
        ("---\na: [[[[b]]]]\n---\n", "yaml-depth", 2, 7, ""),
        ("---\njudul: Rapat: hasil: baik\n---\n", "yaml-colon", 2, 8, "Rapat: hasil: baik"),
        ('---\njudul: "a\n---\n', "yaml", 3, 1, ""),
        ("---\njudul: a\n\ttag: b\n---\n", "yaml", 3, 1, "tag: b"),
        ("---\n? [a]\n: b\n---\n", "yaml", 2, 3, ""),
        ("---\njudul: a\n...\ntag: b\n---\n", "yaml", 4, 1, "tag: b"),
        ("---\njudul: Juara #1 lomba\n---\n", "yaml-remark", 2, 14, "Juara #1 lomba"),
        ("---\n# TEBAKAN judul: dari isi\njudul: a\n---\n", "guess", 2, 1, "dari isi"),
    ],
)  # fmt: skip
def test_a_broken_header_is_one_problem_with_its_place(text, kind, line, column, value):
    problem = read(text).problems[0]

    assert problem == Problem(kind, line, column, value, problem.expected)


def test_an_unquoted_colon_is_told_with_the_mended_line():
    problem = read("---\nringkasan: Catatan: hasil: baik\n---\n").problems[0]

    assert problem.expected == 'ringkasan: "Catatan: hasil: baik"'


@pytest.mark.parametrize(
    ("text", "line"), [("---\n---\n", 2), ("\n---\njudul: a\n---\n", 3), ("\nTitle: a\n\nIsi.", 2)]
)
def test_a_header_has_a_place_where_a_missing_key_can_be_told(text, line):
    header = read(text).header

    assert (header.line, header.column) == (line, 1)


def test_a_deep_nest_is_refused_before_it_is_built():
    node, problems = read_yaml("a: " + "[" * 20_000, 1)

    assert node is None
    assert problems == [Problem("yaml-depth", 1, 4 + MAX_DEPTH - 1)]


def test_what_stands_after_a_broken_header_is_not_lost():
    source = read("---\njudul: [a\n---\nIsi.\n")

    assert (source.body, source.body_line) == ("Isi.\n", 4)


@pytest.mark.parametrize(
    ("data", "line", "column", "value"),
    [
        (b"caf\xe9", 1, 4, "0xE9"),
        ("judul".encode("utf-16"), 1, 1, "0xFF"),
        (b"---\nab\xed\xa0\x80", 2, 3, "0xED"),
        ("é\n".encode() + b"\x80", 2, 1, "0x80"),
    ],
)
def test_bytes_that_are_not_utf8_are_one_problem_and_no_text(data, line, column, value):
    assert decode(data) == ("", [Problem("not-utf8", line, column, value)])


@pytest.mark.parametrize(
    ("character", "name"),
    [
        ("\x00", "U+0000"), ("\x08", "U+0008"), ("\x0b", "U+000B"), ("\x1b", "U+001B"),
        ("\x85", "U+0085"), ("\u200b", "U+200B"), ("\u200f", "U+200F"), ("\u2028", "U+2028"),
        ("\u202e", "U+202E"), ("\u2066", "U+2066"), ("\ufeff", "U+FEFF"), ("\ufffe", "U+FFFE"),
        ("\uffff", "U+FFFF"), ("\ufdd0", "U+FDD0"), ("\x02", "U+0002"), ("\x03", "U+0003"),
        ("\u061c", "U+061C"), ("\u180e", "U+180E"),
    ],
)  # fmt: skip
def test_characters_that_no_text_may_hold_are_named_with_their_place(character, name):
    text, problems = decode(f"---\nab{character}c".encode())

    assert text == ""
    assert problems == [Problem("bad-character", 2, 3, name)]


def test_only_the_first_twenty_bad_characters_are_told():
    assert len(decode(b"\x00" * 100)[1]) == 20


@pytest.mark.parametrize("character", ["\n", "\t", "\xa0", "é", "“", "—", "😀", "ᨒ", "ﷺ"])
def test_ordinary_characters_pass(character):
    assert decode(f"a{character}b".encode()) == (unicodedata.normalize("NFC", f"a{character}b"), [])


def test_a_byte_order_mark_is_taken_off_and_told():
    source = read_source("a.md", b"\xef\xbb\xbf---\njudul: a\n---\n")

    assert kinds(source) == ["byte-order-mark"]
    assert [key.text for key, _ in source.header.pairs] == ["judul"]


@pytest.mark.parametrize("end", ["\r\n", "\r"])
def test_other_line_ends_are_read_and_told_once(end):
    source = read_source("a.md", f"---{end}judul: a{end}---{end}Isi.{end}".encode())

    assert source.problems == (Problem("carriage-return", 1, 4),)
    assert source.body == "Isi.\n"


def test_letters_with_loose_accents_are_joined():
    assert decode("e\u0301".encode()) == ("é", [])


def has_place(problem: Problem, data: bytes) -> bool:
    """Whether the place is inside the file, before or after its line ends are mended."""
    raw = data.decode("utf-8", "replace")
    plain = unicodedata.normalize("NFC", raw.replace("\r\n", "\n").replace("\r", "\n"))
    return any(
        1 <= problem.line <= len(lines) and 1 <= problem.column <= len(lines[problem.line - 1]) + 1
        for lines in (raw.split("\n"), plain.split("\n"))
    )


MARKS = "--- [ ] { } \" ' | > ... ? : # - , @ ` \\ << ~ %YAML %TAG &a *a !!x".split(" ")
WORDS = ["judul: ", "foto:", "berkas: ", "null", "2026-11-24", "é", "\u0301", "😀", '"\\x07"']
BREAKS = ["\n", "\n", " ", "  ", "\t", "\r\n", "\r", "---\n", "- ", ": ", "\n  - "]
FORBIDDEN = ["\ufeff", "\x00", "\u2028", "\u202e"]
pieces = st.sampled_from(MARKS + WORDS + BREAKS + FORBIDDEN)
texts = st.lists(pieces, max_size=25).map("".join)


@given(
    st.one_of(
        st.binary(max_size=60),
        texts.map(str.encode),
        texts.map(lambda t: f"---\n{t}\n---\n".encode()),
    )
)
@quick
def test_arbitrary_bytes_never_raise_and_every_problem_has_a_place_inside_the_file(data):
    source = read_source("a.md", data)

    assert [problem for problem in source.problems if not has_place(problem, data)] == []


@given(texts)
@quick
def test_a_file_without_a_problem_has_lost_nothing(text):
    source = read(f"---\njudul: a\n---\n{text}")

    assert source.problems or source.body == unicodedata.normalize("NFC", text)
    assert source.body_line == 4 or source.problems


VALUES = st.lists(
    st.sampled_from(
        """Kata pukul 09.30 2026-11-24 09:30 https://a.id/b 1: a:b : - -- # #1 a#b ? ! & * @ [ ] { }
        [a] [a,b] [a,|b] [dua,|tiga-4] [A] ' " | > % ` ~ null ya é – — (x) / . ... --- = + _ a_b ; ,
        a: :a |a a| || \t \xa0 \xb2 ½ ٣ ́ 😀""".split(" ")
    ).map(lambda piece: piece.strip("\n").replace("|", " ")),
    max_size=4,
).map(" ".join)
QUOTED = VALUES.map(lambda value: f'"{value}"')
LINES = st.lists(
    st.one_of(
        st.tuples(
            st.sampled_from(["judul", "tag", "hak_jawab", "Judul", "- a", "a b", ""]),
            VALUES | QUOTED,
        ).map(": ".join),
        st.sampled_from(
            ["", "  lanjut", "- a", "judul:", "judul: ", "# catatan", f"{'x' * 1100}: a"]
        ),
    ),
    max_size=4,
)


@given(LINES)
@settings(max_examples=600, deadline=None, derandomize=True)
def test_what_is_read_plainly_is_what_yaml_says(lines):
    plainly = read_plainly(lines, 2)

    assert plainly is None or (plainly, []) == read_yaml("\n".join(lines) + "\n", 2)


def test_a_customary_header_is_read_plainly():
    lines = ["judul: Panen raya, hari ke-2", "tanggal: 2026-11-24 09:30", "tag: [padi, sawah-2]"]
    lines += ['mulai: "08:00"']

    assert read_plainly(lines, 2) == Pairs(
        (
            (Text("judul", 2, 1), Text("Panen raya, hari ke-2", 2, 8)),
            (Text("tanggal", 3, 1), Text("2026-11-24 09:30", 3, 10)),
            (Text("tag", 4, 1), Items((Text("padi", 4, 7), Text("sawah-2", 4, 13)), 4, 6)),
            (Text("mulai", 5, 1), Text("08:00", 5, 8, 1)),
        ),
        2,
        1,
    )
