"""What was read of each section, kept on disk."""

import struct
from collections.abc import Iterable, Iterator
from pathlib import Path

import msgspec
import pytest

from plugins.model.body import Body, Html, PhotoSlot, body_ref, encode_body
from plugins.model.fault import Fault, Severity
from plugins.model.photo import PhotoFacts
from plugins.model.record import digest_of_bytes
from plugins.reading import pool
from plugins.reading.store import LostBodyError, Store, StoredFile, StoredSection
from tests.model.makers import make_category, make_event, make_post

ONE: Body = (Html("<p>Satu.</p>"), PhotoSlot("a.jpg"))
TWO: Body = (Html("<p>Dua.</p>"),)
RUN = encode_body(ONE) + encode_body(TWO)
FAULT = Fault("content/a.md", 2, 1, "W201", "Salah.", "Ganti.", Severity.GALAT)
FILES = (
    StoredFile("a.md", b"1", make_post(body=body_ref(ONE, "Satu.")), length=len(encode_body(ONE))),
    StoredFile(
        "b.md",
        b"2",
        make_post("b", body=body_ref(TWO, "Dua.")),
        start=len(encode_body(ONE)),
        length=len(encode_body(TWO)),
    ),
    StoredFile("c.md", b"3", make_event(), faults=(FAULT,)),
    StoredFile("rubrik.yaml", b"4", categories=(make_category(),)),
)
SECTION = StoredSection(b"kunci", b"bentuk", FILES, {"1" * 40: PhotoFacts("JPEG", 4, 3, 100)})


def encoded_with(**fields: object) -> bytes:
    """The part after the digest, with another value for some fields of the head."""
    head = msgspec.msgpack.encode({**msgspec.structs.asdict(SECTION), **fields})
    return struct.pack(">IQ", len(head), 0) + head


@pytest.fixture
def store(tmp_path: Path) -> Store:
    store = Store(tmp_path / "bacaan")
    store.save("2026-11", SECTION, RUN)
    return store


def file_of(store: Store) -> Path:
    return store.folder / "2026-11.bagian"


def test_a_section_comes_back_as_it_was(store):
    section, bodies = store.load("2026-11")

    assert section == SECTION
    assert bodies.get(body_ref(ONE, "")) == ONE
    assert bodies.get(body_ref(TWO, "")) == TWO


def test_saving_gives_the_same_bodies_as_loading(store):
    bodies = store.save("2026-11", SECTION, RUN)

    assert bodies.get(body_ref(TWO, "")) == TWO


def test_the_same_section_is_the_same_bytes(store):
    before = file_of(store).read_bytes()
    store.save("2026-11", SECTION, RUN)

    assert file_of(store).read_bytes() == before


def test_several_children_may_save_the_same_section_at_the_same_time(store):
    def save(_number: int) -> bytes:
        return store.save("2026-11", SECTION, RUN).raw(body_ref(TWO, "").digest)

    saved = [data for _, data in pool.run(range(100), save, 5.0, workers=4)]

    assert saved == [encode_body(TWO)] * 100
    assert [file.name for file in store.folder.iterdir()] == ["2026-11.bagian"]


def test_a_section_that_was_never_saved_is_a_miss(store):
    assert store.load("2026-10") is None


@pytest.mark.parametrize("length", [0, 5, 13, 14, 29, 30, 33, 34, 41, 42, 100, -1])
def test_a_truncated_file_is_a_miss(store, length):
    data = file_of(store).read_bytes()
    file_of(store).write_bytes(data[:length])

    assert store.load("2026-11") is None


def with_flipped_bits(store: Store, places: Iterable[int]) -> Iterator[None]:
    """The file once with each of these places damaged."""
    data = file_of(store).read_bytes()
    for place in places:
        damaged = bytearray(data)
        damaged[place] ^= 1
        file_of(store).write_bytes(damaged)
        yield


def test_a_flipped_bit_before_the_bodies_is_a_miss(store):
    for _ in with_flipped_bits(store, range(0, file_of(store).stat().st_size - len(RUN), 7)):
        assert store.load("2026-11") is None


def test_a_flipped_bit_in_a_body_loses_that_body_and_no_other(store):
    first = file_of(store).stat().st_size - len(RUN)
    for _ in with_flipped_bits(store, range(first, first + len(encode_body(ONE)))):
        _, bodies = store.load("2026-11")

        assert list(bodies.all().values()) == [encode_body(TWO)]
        assert bodies.get(body_ref(TWO, "")) == TWO
        with pytest.raises(LostBodyError):
            bodies.get(body_ref(ONE, ""))


def signed(rest: bytes, mark: bytes = b"KABAR LUTRA 2\n") -> bytes:
    """A file as some other version of this program would have written it."""
    return mark + digest_of_bytes(rest) + rest


@pytest.mark.parametrize(
    "rest",
    [
        b"",
        b"\0\0",
        struct.pack(">IQ", 0, 0),
        struct.pack(">IQ", 1, 0) + b"\x90",
        struct.pack(">IQ", 5, 0) + b"\xa4\xff\xff\xff\xff",
        struct.pack(">IQ", 2**32 - 1, 2**64 - 1) + b"\x83",
        struct.pack(">IQ", 100, 0) + bytes(100),
        encoded_with(photos=None),
        encoded_with(files=({"path": "a.md"},)),
        encoded_with(files=({"path": b"\xff", "key": b""},)),
    ],
)
def test_a_whole_file_of_another_form_is_a_miss(store, rest):
    file_of(store).write_bytes(signed(rest))

    assert store.load("2026-11") is None


def test_a_file_of_another_version_is_a_miss(store):
    data = file_of(store).read_bytes()
    file_of(store).write_bytes(data.replace(b"KABAR LUTRA 2\n", b"KABAR LUTRA 1\n", 1))

    assert store.load("2026-11") is None


def test_a_file_with_something_behind_it_is_a_miss(store):
    with file_of(store).open("ab") as file:
        file.write(b"x")

    assert store.load("2026-11") is None


def test_a_folder_in_the_place_of_a_file_is_a_miss(store):
    file_of(store).unlink()
    file_of(store).mkdir()

    assert store.load("2026-11") is None


@pytest.mark.parametrize("data", [b"KABAR LUTRA 2\n", b"x" * 1000, b"KABAR LUTRA 2\n" + bytes(500)])
def test_another_file_is_a_miss(store, data):
    file_of(store).write_bytes(data)

    assert store.load("2026-11") is None


def test_a_body_that_changed_under_the_build_is_never_shown(store):
    _, bodies = store.load("2026-11")
    data = bytearray(file_of(store).read_bytes())
    data[-3] ^= 1
    file_of(store).write_bytes(data)

    with pytest.raises(LostBodyError):
        bodies.get(body_ref(TWO, ""))


def test_a_file_that_went_away_under_the_build_loses_its_bodies(store):
    _, bodies = store.load("2026-11")
    file_of(store).unlink()

    with pytest.raises(LostBodyError):
        bodies.get(body_ref(TWO, ""))


def test_only_the_named_sections_are_kept(store):
    store.save("2026-10", SECTION, RUN)
    (store.folder / "2026-11.17").write_bytes(b"setengah")
    store.keep_only({"2026-11"})

    assert [file.name for file in store.folder.iterdir()] == ["2026-11.bagian"]
