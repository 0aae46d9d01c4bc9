"""The allow-list of header keys."""

import pytest

from plugins.model.fields import FIELDS, Field


def names_of(fields: tuple[Field, ...]) -> list[str]:
    return [name for field in fields for name in (field.key, *field.synonyms)]


@pytest.mark.parametrize("kind", FIELDS)
def test_no_name_stands_for_two_keys(kind):
    names = names_of(FIELDS[kind])

    assert len(names) == len(set(names))
    assert names == [name.lower() for name in names]


def test_pelicans_names_are_synonyms_of_ours():
    synonyms = {name: f.key for f in FIELDS["post"] for name in f.synonyms}

    assert synonyms == {
        "title": "judul",
        "date": "tanggal",
        "category": "rubrik",
        "summary": "ringkasan",
        "tags": "tag",
        "author": "penulis",
        "authors": "penulis",
    }


@pytest.mark.parametrize("kind", FIELDS)
def test_no_key_can_choose_address_template_or_state(kind):
    names = names_of(FIELDS[kind])

    assert not {"save_as", "url", "template", "lang", "status"} & set(names) or kind == "event"


def test_an_activitys_state_can_only_be_postponed_or_cancelled():
    status = next(field for field in FIELDS["event"] if field.key == "status")

    assert status.choices == ("ditunda", "batal")
