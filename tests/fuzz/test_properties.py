"""Whatever bytes an officer sends: the gate answers with faults, and soon."""

import os

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.fuzz.targets import TARGETS, seeds

EXAMPLES = int(os.environ.get("KABAR_FUZZ_EXAMPLES", "100"))
# What has a meaning to one of our parsers, or had one to another's.
PIECES = [
    piece.encode("utf-8", "surrogatepass")
    for piece in (
        *"\n --- ... : - # & * ! | > ' \" % @ ` { } [ ] , ? ~ \\ \\n \\u202E \\x00 \\uD800 <<".split(" "),  # noqa: E501
        *"judul tanggal rubrik foto berkas alt tag agenda bersama abaikan petugas akun".split(),
        *"2026-11-24 24 November 09:30 0001-01-01 9999-12-31 2026-02-30 ya tidak batal".split(),
        *"<script> </ <!-- &lt; &#8; javascript: https://a.id ](x) ![]( ** __ |-|- <br>".split(),
        *"\ufeff \u202e \u200b \x00 \x0b \x1c \x05 \u2028 \ufffe e\u0301 \U0001f600 ٣ Ⅷ".split(" "),
        "\r\n", "\r", "\t", "  - ", "\n  ", "\n\n", "\ud800", "!!python/object:x ", "&a [*a]",
    )
]  # fmt: skip
EDITS = st.lists(
    st.tuples(
        st.floats(0, 1), st.sampled_from([*PIECES, *PIECES, b"", b"\xff", b"\xc3"]),
        st.integers(0, 12), st.integers(1, 3),
    ),
    max_size=6,
)  # fmt: skip


def edited(seed: bytes, edits) -> bytes:
    """A sample in which something is replaced by a piece, a few times."""
    for place, piece, gone, times in edits:
        start = int(place * len(seed))
        seed = seed[:start] + piece * times + seed[start + gone :]
    return seed


@pytest.mark.parametrize("target", TARGETS)
def test_a_sample_with_a_few_edits_never_breaks_the_gate(target):
    samples = seeds(target)

    @settings(max_examples=EXAMPLES, deadline=None, derandomize=True, database=None)
    @given(st.sampled_from(samples), EDITS)
    def try_one(sample: bytes, edits) -> None:
        TARGETS[target](edited(sample, edits))

    assert len(samples) > 5
    try_one()


@pytest.mark.parametrize("target", TARGETS)
def test_bytes_without_any_order_never_break_the_gate(target):
    @settings(max_examples=EXAMPLES, deadline=None, derandomize=True, database=None)
    @given(st.one_of(st.binary(max_size=200), st.lists(st.sampled_from(PIECES)).map(b"".join)))
    def try_one(data: bytes) -> None:
        TARGETS[target](data)

    try_one()


@pytest.mark.parametrize("target", TARGETS)
def test_every_sample_passes_its_target(target):
    for seed in seeds(target, most=20):
        TARGETS[target](seed)
