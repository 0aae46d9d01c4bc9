"""Texts as YAML reads them back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.intake.scalars import flow_list, scalar
from plugins.model.source import Items, Pairs
from plugins.reading.header import FORBIDDEN, read_yaml

lines = st.text(max_size=40).map(lambda t: FORBIDDEN.sub("", t).replace("\n", " ").strip())


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("Posyandu Melati", "Posyandu Melati"),
        ("Musrenbang: usulan", '"Musrenbang: usulan"'),
        ("Juara #1", '"Juara #1"'),
        ('"Lancar" kata Camat', "'\"Lancar\" kata Camat'"),
        ('kata "Lancar"', 'kata "Lancar"'),
        ("2026-11-24 09:30", "2026-11-24 09:30"),
        ("- daftar", '"- daftar"'),
    ],
)
def test_a_text_is_plain_where_yaml_reads_it_so(text, written):
    assert scalar(text) == written


def test_a_list_with_commas_becomes_one_of_yaml():
    assert flow_list("imunisasi, pos yandu,,a: b") == '[imunisasi, pos yandu, "a: b"]'


@given(lines.filter(bool))
def test_every_text_comes_back(text):
    node, problems = read_yaml(f"k: {scalar(text)}\n", 1)

    assert problems == []
    assert isinstance(node, Pairs)
    assert node.pairs[0][1].text == text


@given(st.lists(lines.map(lambda t: t.replace(",", "")).map(str.strip).filter(bool), min_size=1))
def test_every_member_of_a_list_comes_back(texts):
    node, problems = read_yaml(f"k: {flow_list(', '.join(texts))}\n", 1)

    assert problems == []
    assert isinstance(node, Pairs)
    assert isinstance(node.pairs[0][1], Items)
    assert [item.text for item in node.pairs[0][1].items] == texts
