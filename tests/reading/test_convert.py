"""Header nodes into typed values."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plugins.model.fields import FIELDS, Field, Shape
from plugins.model.source import Items, Node, Pairs, Problem, Text
from plugins.reading.convert import convert
from plugins.reading.header import read_source
from tests.model.makers import at

quick = settings(max_examples=80, deadline=None, derandomize=True)


def converted(field: Field, written: str):
    """The value of the key `a` as written, and what is wrong with it."""
    source = read_source("a.md", f"---\n{written}\n---\n".encode())
    assert source.problems == ()
    return convert(source.header, (field,))


def value_of(shape: Shape, written: str, **more):
    values, problems = converted(Field("a", shape, **more), f"a: {written}")
    assert problems == []
    return values["a"]


def problem_of(shape: Shape, written: str, **more) -> Problem:
    values, problems = converted(Field("a", shape, **more), f"a: {written}")
    assert "a" not in values
    (problem,) = problems
    return problem


@pytest.mark.parametrize(
    ("shape", "written", "value"),
    [
        (Shape.TEXT, "Rapat  besar\n  di aula", "Rapat besar di aula"),
        (Shape.TEXT, "yes", "yes"),
        (Shape.MOMENT, "2026-11-24 09:30", at("2026-11-24 09:30")),
        (Shape.MOMENT, "24 November 2026", at("2026-11-24")),
        (Shape.DAY, "2026-11-24", at("2026-11-24")),
        (Shape.CLOCK, "09.30", 570),
        (Shape.TEXT, "b" * 300, "b" * 300),
        (Shape.SLUG, "kec-masamba", "kec-masamba"),
        (Shape.SLUG, "ab", "ab"),
        (Shape.SLUG, "b" * 80, "b" * 80),
        (Shape.SLUGS, "[imunisasi, anak, imunisasi]", ("imunisasi", "anak")),
        (Shape.SLUGS, "imunisasi, anak", ("imunisasi", "anak")),
        (Shape.IDS, "[dinkes/2026/11/24-a]", ("dinkes/2026/11/24-a",)),
        (Shape.ID, "dinkes/2026/11/24-a", "dinkes/2026/11/24-a"),
        (Shape.TEXTS, "[Satu dua, tiga]", ("Satu dua", "tiga")),
        (Shape.NUMBER, "0012", 12),
        (Shape.FILE, "posyandu-1.jpeg", "posyandu-1.jpeg"),
    ],
)
def test_each_shape_is_read(shape, written, value):
    assert value_of(shape, written) == value


def test_a_choice_is_one_of_its_words():
    assert value_of(Shape.CHOICE, "batal", choices=("batal", "ditunda")) == "batal"


def test_a_part_has_keys_of_its_own():
    parts = (Field("alasan"), Field("tanggal", Shape.DAY))

    assert value_of(Shape.PARTS, "{alasan: b, tanggal: 2026-11-24}", parts=parts) == {
        "alasan": "b",
        "tanggal": at("2026-11-24"),
    }


def test_a_list_holds_parts():
    parts = (Field("berkas", Shape.FILE),)

    assert value_of(Shape.LIST, "[{berkas: a.jpg}, {berkas: b.png}]", parts=parts) == (
        {"berkas": "a.jpg"},
        {"berkas": "b.png"},
    )


@pytest.mark.parametrize(
    ("shape", "written", "problem"),
    [
        (Shape.TEXT, "[b]", Problem("wrong-shape", 2, 4, "a", "contoh")),
        (Shape.TEXT, "''", Problem("empty-value", 2, 4, "a", "contoh")),
        (Shape.TEXT, "", Problem("empty-value", 2, 3, "a", "contoh")),
        (Shape.TEXT, "~", Problem("empty-value", 2, 4, "a", "contoh")),
        (Shape.TEXT, r'"b\0c"', Problem("bad-character", 2, 4, "U+0000")),
        (Shape.TEXT, r'"b\u202Ec"', Problem("bad-character", 2, 4, "U+202E")),
        (Shape.TEXT, "b" * 301, Problem("too-long", 2, 4, "a", "301 300")),
        (Shape.MOMENT, "24/11/2026",
         Problem("bad-moment", 2, 4, "24/11/2026", "bentuknya tidak dikenal")),
        (Shape.DAY, "2026-11-24 09:30", Problem("day-with-hour", 2, 4, "2026-11-24 09:30",
                                                "2026-11-24")),
        (Shape.CLOCK, "24:00", Problem("bad-clock", 2, 4, "24:00", "jam itu tidak ada")),
        (Shape.SLUG, "Dinas Kesehatan", Problem("bad-slug", 2, 4, "Dinas Kesehatan", "contoh")),
        (Shape.SLUG, "a", Problem("bad-slug", 2, 4, "a", "contoh")),
        (Shape.SLUG, "b" * 81, Problem("bad-slug", 2, 4, "b" * 81, "contoh")),
        (Shape.SLUG, "dínkes", Problem("bad-slug", 2, 4, "dínkes", "contoh")),
        (Shape.SLUGS, "[ada, Bukan]", Problem("bad-slug", 2, 10, "Bukan", "contoh")),
        (Shape.SLUGS, "ada,  Bukan", Problem("bad-slug", 2, 10, "Bukan", "contoh")),
        (Shape.SLUGS, "{b: c}", Problem("wrong-shape", 2, 4, "a", "contoh")),
        (Shape.IDS, "[dinkes/2026/11/imunisasi]",
         Problem("bad-id", 2, 5, "dinkes/2026/11/imunisasi", "contoh")),
        (Shape.ID, "../2026/11/24-a", Problem("bad-id", 2, 4, "../2026/11/24-a", "contoh")),
        (Shape.NUMBER, "-4", Problem("bad-number", 2, 4, "-4", "contoh")),
        (Shape.NUMBER, "12345", Problem("bad-number", 2, 4, "12345", "contoh")),
        (Shape.NUMBER, "४", Problem("bad-number", 2, 4, "४", "contoh")),
        (Shape.FILE, "../a.jpg", Problem("bad-file", 2, 4, "../a.jpg", "contoh")),
        (Shape.FILE, "a.gif", Problem("bad-file", 2, 4, "a.gif", "contoh")),
        (Shape.FILE, "Foto Rapat.JPG", Problem("bad-file", 2, 4, "Foto Rapat.JPG", "contoh")),
        (Shape.PARTS, "b", Problem("wrong-shape", 2, 4, "a", "contoh")),
        (Shape.LIST, "{b: c}", Problem("wrong-shape", 2, 4, "a", "contoh")),
        (Shape.LIST, "[b]", Problem("wrong-shape", 2, 5, "a", "contoh")),
    ],
)  # fmt: skip
def test_a_value_that_does_not_fit_is_one_problem_and_no_value(shape, written, problem):
    assert problem_of(shape, written, example="contoh") == problem


def test_a_choice_that_is_none_names_the_choices():
    problem = problem_of(Shape.CHOICE, "Batal", choices=("batal", "ditunda"))

    assert problem == Problem("bad-choice", 2, 4, "Batal", "batal ditunda")


@pytest.mark.parametrize("shape", [Shape.SLUGS, Shape.LIST])
def test_too_many_members_are_told_with_both_numbers(shape):
    written = "[ada, ini, itu]" if shape is Shape.SLUGS else "[{b: c}, {b: c}, {b: c}]"
    problem = problem_of(shape, written, most=2, parts=(Field("b"),))

    assert problem == Problem("too-many", 2, 4, "a", "3 2")


def test_as_many_members_as_are_allowed_pass():
    assert value_of(Shape.SLUGS, "[ada, ini]", most=2) == ("ada", "ini")


def test_midnight_is_an_hour_and_so_no_plain_day():
    assert problem_of(Shape.DAY, "2026-11-24 00:00").kind == "day-with-hour"


def test_an_unknown_key_is_told_with_the_known_ones():
    values, problems = converted(Field("judul"), "judul: a\nsave_as: index.html")

    assert values == {"judul": "a"}
    assert problems == [Problem("unknown-key", 3, 1, "save_as", "judul")]


def test_a_key_may_be_a_synonym_in_any_case():
    values, problems = converted(Field("judul", synonyms=("title",)), "Title: a")

    assert (values, problems) == ({"judul": "a"}, [])


def test_a_second_key_of_the_same_meaning_is_told_and_the_first_counts():
    values, problems = converted(Field("judul", synonyms=("title",)), "judul: a\nTITLE: b")

    assert values == {"judul": "a"}
    assert problems == [Problem("duplicate-key", 3, 1, "TITLE", "judul")]


def test_a_missing_key_is_told_at_the_header():
    _, problems = converted(Field("judul", required=True, example="contoh"), "lain: a")

    assert Problem("missing-key", 2, 1, "judul", "contoh") in problems


def test_a_key_with_a_bad_value_is_not_missing_too():
    _, problems = converted(Field("a", Shape.DAY, required=True), "a: kapan")

    assert [problem.kind for problem in problems] == ["bad-moment"]


def test_a_missing_part_is_told_at_its_member():
    parts = (Field("berkas", Shape.FILE, required=True), Field("alt"))
    values, problems = converted(Field("foto", Shape.LIST, parts=parts), "foto:\n  - alt: b")

    assert values == {"foto": ({"alt": "b"},)}
    assert problems == [Problem("missing-key", 3, 5, "berkas", "")]


def test_problems_stand_in_the_order_of_the_file():
    source = read_source("a.md", b"---\ntanggal: x\nlain: y\nrubrik: Z\n---\n")
    _, problems = convert(source.header, FIELDS["post"])

    assert [(p.kind, p.line) for p in problems] == [
        ("missing-key", 2), ("bad-moment", 2), ("unknown-key", 3), ("bad-slug", 4),
    ]  # fmt: skip


places = st.tuples(st.integers(1, 9), st.integers(1, 40))
scalars = st.sampled_from(
    ["", "~", "null", "a", "kesehatan", "2026-11-24", "09:00", "dinkes/2026/11/24-a", "a, b",
     "\x00", "a.jpg", "ya", "batal", "12", "b" * 700, "Dua Kata", ",", "\n"]
)  # fmt: skip
leaves = st.builds(lambda text, place: Text(text, *place), scalars, places)
names = [field.key for kind in FIELDS.values() for field in kind] + ["judul", "title", "lain", "B"]
keys = st.builds(lambda text, place: Text(text, *place), st.sampled_from(names), places)


def branches(members: st.SearchStrategy[Node]) -> st.SearchStrategy[Node]:
    items = st.lists(members, max_size=4).map(tuple)
    pairs = st.lists(st.tuples(keys, members), max_size=6).map(tuple)
    return st.one_of(
        st.builds(lambda found, place: Items(found, *place), items, places),
        st.builds(lambda found, place: Pairs(found, *place), pairs, places),
    )


nodes = st.recursive(leaves, branches, max_leaves=12)
headers = st.builds(
    lambda found, place: Pairs(tuple(found), *place),
    st.lists(st.tuples(keys, nodes), max_size=10),
    places,
)


def lines_of(node: Node) -> set[int]:
    below: list[Node] = []
    if isinstance(node, Items):
        below = list(node.items)
    elif isinstance(node, Pairs):
        below = [part for pair in node.pairs for part in pair]
    return {node.line}.union(*(lines_of(part) for part in below))


@given(headers, st.sampled_from(sorted(FIELDS)))
@quick
def test_any_header_converts_and_each_required_key_has_a_value_or_a_problem(header, kind):
    values, problems = convert(header, FIELDS[kind])
    required = {field.key for field in FIELDS[kind] if field.required}

    assert problems or required <= values.keys()
    assert values.keys() <= {field.key for field in FIELDS[kind]}
    assert None not in values.values()


@given(headers, st.sampled_from(sorted(FIELDS)))
@quick
def test_every_problem_has_the_line_of_a_node(header, kind):
    _, problems = convert(header, FIELDS[kind])

    assert {problem.line for problem in problems} <= lines_of(header)
    assert problems == sorted(problems, key=lambda problem: (problem.line, problem.column))
