"""Records and the digests they carry."""

from hashlib import blake2b

import msgspec
import pytest

from plugins.model.post import Post
from plugins.model.record import Record, Value, digest
from tests.model.makers import at, make_post

OTHER = {
    "id": "dinkes/2026/11/lain", "agency": "dishub", "title": "Lain", "date": at("2026-11-25"),
    "category": "lain", "summary": "Lain", "tags": ("lain",), "writer": "Lain", "editor": "Lain",
    "events": ("lain",), "partners": ("lain",), "districts": ("lain",), "classification": "lain",
    "publish_at": at("2026-11-25"), "photos": ("lain",), "corrections": ("lain",),
    "replies": ("lain",), "withdrawal": "lain", "aliases": ("lain",), "waivers": ("lain",),
    "reviews": ("lain",),
    "body": "lain",
}  # fmt: skip


def test_equal_values_have_equal_digests():
    assert make_post().digest == make_post().digest


def test_a_digest_is_that_of_the_msgpack_bytes_and_so_the_same_on_every_machine():
    packed = b"\x94\xaaLuwu Utara\x07\xc0\x91\xa1a"

    assert digest("Luwu Utara", 7, None, ("a",)) == blake2b(packed, digest_size=16).digest()


@pytest.mark.parametrize("field", sorted(set(Post.__struct_fields__) - {"digest"}))
def test_every_field_of_a_post_counts(field):
    changed = msgspec.structs.replace(make_post(), **{field: OTHER[field]}).sealed()

    assert changed.digest != make_post().digest


def test_sealing_again_changes_nothing():
    assert make_post().sealed() == make_post()


def test_a_record_is_not_sealed_until_it_is():
    class Note(Record, frozen=True):
        text: str

    assert Note(text="a").digest == b""


def test_records_of_different_types_differ_although_their_fields_agree():
    class One(Record, frozen=True):
        text: str

    class Two(Record, frozen=True):
        text: str

    assert One(text="a").sealed().digest != Two(text="a").sealed().digest


def test_text_and_bytes_and_numbers_are_told_apart():
    digests = {digest(value) for value in ("1", b"1", 1, True, None, (), ("1",), 1.0)}

    assert len(digests) == 8


def test_a_value_cannot_be_changed():
    class Point(Value, frozen=True):
        x: int

    point = Point(1)
    with pytest.raises(AttributeError):
        point.x = 2
