"""What the bytes of an output depend on."""

from typing import Any

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plugins.builds.fingerprint import UnstableValueError, fingerprint
from plugins.model.card import Card, CardsRef, Link
from plugins.model.event import EventState
from plugins.model.moment import Moment
from plugins.model.month import Month
from plugins.model.output import Output
from plugins.model.photo import PhotoFacts
from plugins.model.record import Value
from plugins.photos.recipe import path_of, works
from tests.model.makers import at, edition_of, make_post


class Page(Value, frozen=True):
    """A page with one value of every kind that an output may hold."""

    title: str
    count: int
    shown: bool
    data: bytes
    date: Moment
    link: Link
    cards: tuple[Card, ...]
    handle: CardsRef
    parent: Link | None
    state: EventState


EDITION = edition_of(make_post("a"), make_post("b"))
CARDS, HANDLE = EDITION.newest, EDITION.front("/arsip/").cards
PAGE = Page(
    "Judul", 3, True, b"abc", at("2026-11-24"), Link("Dinkes", "/d/"), CARDS, HANDLE, None,
    EventState.BELUM,
)  # fmt: skip
OTHERS = {
    "title": "Lain", "count": 4, "shown": False, "data": b"abd", "date": at("2026-11-24 00:00"),
    "link": Link("Dinkes", "/e/"), "cards": CARDS[:1], "parent": Link("Dinkes", "/d/"),
    "handle": msgspec.structs.replace(HANDLE, months=(Month(2026, 10),)), "state": EventState.SUDAH,
}  # fmt: skip


def mark(values: object, renderer: Any = "a.html", constants: bytes = b"") -> bytes:
    return fingerprint(Output("a.html", renderer, values), constants)


def render_one(values, resources) -> bytes:
    return b""


def render_two(values, resources) -> bytes:
    return b""


def test_equal_values_have_equal_fingerprints():
    again = edition_of(make_post("b"), make_post("a"))
    same = msgspec.structs.replace(PAGE, cards=again.newest, handle=again.front("/arsip/").cards)

    assert mark(same) == mark(PAGE)
    assert len(mark(PAGE)) == 16


@pytest.mark.parametrize("field", Page.__struct_fields__)
def test_any_changed_field_changes_it(field):
    assert mark(msgspec.structs.replace(PAGE, **{field: OTHERS[field]})) != mark(PAGE)


@pytest.mark.parametrize("field", sorted(set(Card.__struct_fields__) - {"digest"}))
def test_any_changed_field_of_a_record_inside_changes_it_even_unsealed(field):
    card = CARDS[0]
    other = {"date": at("2026-11-01"), "updated": at("2026-11-01"), "corrected": True}
    value = other.get(field, Link("Lain", "/lain/") if field in ("agency", "category") else "lain")
    changed = msgspec.structs.replace(card, **{field: value})

    assert mark(msgspec.structs.replace(PAGE, cards=(changed,))) != mark(
        msgspec.structs.replace(PAGE, cards=(card,))
    )


def test_the_order_of_members_counts():
    assert mark(msgspec.structs.replace(PAGE, cards=CARDS[::-1])) != mark(PAGE)


def test_equal_fields_under_another_type_are_another_value():
    class Other(Value, frozen=True):
        label: str
        href: str

    assert mark(Other("a", "b")) != mark(Link("a", "b"))


def test_the_renderer_counts():
    marks = {mark(PAGE, renderer) for renderer in ("a.html", "b.html", render_one, render_two)}

    assert len(marks) == 4


def test_the_renderer_of_a_final_output_does_not_count():
    one, two = (Output("a.webp", name, PAGE, costly=True, final=True) for name in "ab")

    assert fingerprint(one, b"") == fingerprint(two, b"")


def test_the_fingerprint_of_a_photo_stays_what_it_was():
    """Another one makes every photo of every year anew."""
    facts = PhotoFacts("JPEG", 4000, 3000, 100)
    work = next(works("1" * 40, facts))
    output = Output(path_of(work), "a", work, costly=True, final=True)

    assert fingerprint(output, b"").hex() == "1558224449c777558c86701f725f9b7f"


def test_the_constants_count():
    assert mark(PAGE, constants=b"satu") != mark(PAGE, constants=b"dua")


def test_the_path_does_not_count():
    one, two = Output("a.html", "x.html", PAGE), Output("b.html", "x.html", PAGE)

    assert fingerprint(one, b"") == fingerprint(two, b"")


@pytest.mark.parametrize(
    "kind",
    [
        dict[str, int], set[int], frozenset[str], list[str], float, Any, object,
        dict[str, int] | None, tuple[dict[str, int], ...], tuple[int, set[int]],
    ],
)  # fmt: skip
def test_a_page_that_could_hold_a_value_that_differs_between_runs_is_refused(kind):
    page = msgspec.defstruct("Page", [("title", str), ("found", kind)], bases=(Value,), frozen=True)
    with pytest.raises(UnstableValueError, match=r"an output may not hold Page\.found"):
        mark(page("Judul", None))


def test_such_a_value_is_found_in_a_record_inside_too():
    inner = msgspec.defstruct("Inner", [("found", set[int])], bases=(Value,), frozen=True)
    page = msgspec.defstruct("Page", [("inner", inner)], bases=(Value,), frozen=True)
    with pytest.raises(UnstableValueError, match=r"Page\.inner\.found"):
        mark(page(inner(frozenset())))


@pytest.mark.parametrize("value", [{"a": 1}, {1}, 1.5, [1], (1, 2), object()])
def test_such_a_value_alone_is_refused(value):
    with pytest.raises(UnstableValueError, match="an output may not hold"):
        mark(value)


links = st.builds(Link, st.text(max_size=5), st.text(max_size=5))
pages = st.builds(
    Page,
    st.text(max_size=3),
    st.integers(-(2**62), 2**62),
    st.booleans(),
    st.binary(max_size=3),
    st.builds(Moment, st.integers(1, 3), st.integers(-1, 1)),
    links,
    st.lists(st.sampled_from(CARDS), max_size=2).map(tuple),
    st.just(HANDLE),
    st.none() | links,
    st.sampled_from(EventState),
)


@given(pages, pages)
@settings(max_examples=150, deadline=None, derandomize=True)
def test_fingerprints_are_equal_exactly_where_pages_are(one, other):
    assert (mark(one) == mark(other)) is (one == other)
    assert mark(one) == mark(msgspec.structs.replace(one))
