"""What the bytes of an output depend on."""

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plugins.builds.fingerprint import UnstableValueError, fingerprint
from plugins.model.card import Card, Link
from plugins.model.event import EventState
from plugins.model.moment import Moment
from plugins.model.output import Output
from plugins.model.record import Value
from tests.model.makers import at, edition_of, make_post

quick = settings(max_examples=100, deadline=None, derandomize=True)


class Page(Value, frozen=True):
    """A page with one value of every kind that an output may hold."""

    title: str
    count: int
    shown: bool
    data: bytes
    date: Moment
    link: Link
    cards: tuple[Card, ...]
    parent: Link | None
    state: EventState


CARDS = edition_of(make_post("a"), make_post("b")).cards
PAGE = Page(
    "Judul", 3, True, b"abc", at("2026-11-24"), Link("Dinkes", "/d/"), CARDS, None, EventState.BELUM
)
OTHERS = {
    "title": "Lain", "count": 4, "shown": False, "data": b"abd", "date": at("2026-11-24 00:00"),
    "link": Link("Dinkes", "/e/"), "cards": CARDS[:1], "parent": Link("Dinkes", "/d/"),
    "state": EventState.SUDAH,
}  # fmt: skip


def mark(values: object, renderer="a.html", constants: bytes = b"") -> bytes:
    return fingerprint(Output("a.html", renderer, values), constants)


def render_one(values, resources) -> bytes:
    return b""


def render_two(values, resources) -> bytes:
    return b""


def test_equal_values_have_equal_fingerprints():
    again = edition_of(make_post("b"), make_post("a")).cards
    same = msgspec.structs.replace(PAGE, cards=again, link=Link("Dinkes", "/d/"))

    assert mark(same) == mark(PAGE)
    assert len(mark(PAGE)) == 16


@pytest.mark.parametrize("field", sorted(OTHERS))
def test_any_changed_field_changes_it(field):
    assert mark(msgspec.structs.replace(PAGE, **{field: OTHERS[field]})) != mark(PAGE)


def test_any_changed_field_of_a_record_changes_it_once_it_is_sealed():
    card = CARDS[0]
    changed = msgspec.structs.replace(card, title="Lain").sealed()

    assert mark((changed,)) != mark((card,))


def test_the_order_of_members_counts():
    assert mark(CARDS) != mark(CARDS[::-1])


def test_members_do_not_run_into_each_other():
    values = [("ab", "c"), ("a", "bc"), ("abc",), ("a", "b", "c"), (("a", "b"), "c"), ("", "abc")]

    assert len({mark(value) for value in values}) == len(values)


def test_kinds_are_told_apart():
    values = ["1", b"1", 1, True, None, (), Moment(1), Moment(1, 1), ("1",), (1,)]

    assert len({mark(value) for value in values}) == len(values)


def test_equal_fields_under_another_type_are_another_value():
    class Other(Value, frozen=True):
        label: str
        href: str

    assert mark(Other("a", "b")) != mark(Link("a", "b"))


def test_the_renderer_counts():
    marks = {mark(PAGE, renderer) for renderer in ("a.html", "b.html", render_one, render_two)}

    assert len(marks) == 4


def test_the_constants_count():
    assert mark(PAGE, constants=b"satu") != mark(PAGE, constants=b"dua")


def test_the_path_does_not_count():
    one, two = Output("a.html", "x.html", PAGE), Output("b.html", "x.html", PAGE)

    assert fingerprint(one, b"") == fingerprint(two, b"")


def test_a_record_that_was_not_sealed_is_refused():
    bare = msgspec.structs.replace(CARDS[0], digest=b"")
    with pytest.raises(UnstableValueError, match="Card was not sealed"):
        mark((bare,))


@pytest.mark.parametrize("value", [{"a": 1}, {1}, frozenset({1}), 1.5, [1], object(), lambda: 1])
def test_a_value_that_may_differ_between_runs_is_refused(value):
    with pytest.raises(UnstableValueError, match="an output may not hold"):
        mark((1, ("a", value)))


scalars = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-(2**63), 2**63),
    st.text(max_size=5),
    st.binary(max_size=5),
)
values = st.recursive(scalars, lambda found: st.lists(found, max_size=4).map(tuple), max_leaves=8)


@given(values, values)
@quick
def test_fingerprints_are_equal_exactly_where_values_are(one, other):
    assert (mark(one) == mark(other)) is (repr(one) == repr(other))
