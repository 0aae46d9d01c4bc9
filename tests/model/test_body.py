"""The text of a post, and the handle that stands for it."""

from hypothesis import given, settings
from hypothesis import strategies as st

from plugins.model.body import (
    BodyRef,
    Html,
    PhotoSlot,
    Table,
    body_ref,
    decode_body,
    encode_body,
)

BODY = (Html("<p>Satu.</p>"), PhotoSlot("a.jpg"), Table("<table></table>"))
texts = st.text(max_size=20)
blocks = st.one_of(st.builds(Html, texts), st.builds(Table, texts), st.builds(PhotoSlot, texts))
bodies = st.lists(blocks, max_size=5).map(tuple)
quick = settings(max_examples=50, deadline=None, derandomize=True)


def test_a_handle_holds_the_digest_and_the_first_words_and_nothing_else():
    ref = body_ref(BODY, "Satu.")

    assert (len(ref.digest), ref.excerpt) == (16, "Satu.")
    assert BodyRef.__struct_fields__ == ("digest", "excerpt")


def test_an_empty_text_has_no_digest():
    assert body_ref((), "") == BodyRef()


def test_blocks_of_another_kind_are_another_text():
    kinds = [(kind("a"),) for kind in (Html, Table, PhotoSlot)]

    assert len({body_ref(body, "").digest for body in kinds}) == 3


@given(bodies)
@quick
def test_a_text_comes_back_as_it_was(body):
    assert decode_body(encode_body(body)) == body


@given(bodies, bodies)
@quick
def test_digests_are_equal_exactly_where_texts_are(one, other):
    assert (body_ref(one, "").digest == body_ref(other, "").digest) is (one == other)
