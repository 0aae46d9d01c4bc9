"""Which renditions a photo gets, and their names."""

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plugins.model.photo import PhotoFacts
from plugins.model.post import PhotoUse
from plugins.photos.recipe import path_of, picture_of, works
from tests.photos.samples import BLOB, facts_of

USE = PhotoUse("a.jpg", "Kader menimbang balita", "Keterangan.", "Foto uji", BLOB)


def sizes(facts: PhotoFacts) -> list[tuple[str, int, int]]:
    return [(work.kind, work.width, work.height) for work in works(BLOB, facts)]


def test_a_large_photo_gets_four_webp_and_one_jpeg():
    assert sizes(facts_of(4000, 3000)) == [
        ("WEBP", 360, 270), ("WEBP", 672, 504), ("WEBP", 1008, 756), ("WEBP", 1440, 1080),
        ("JPEG", 1008, 756),
    ]  # fmt: skip


def test_an_upright_photo_is_narrower_and_has_no_two_widths_near_one_another():
    assert sizes(facts_of(3000, 4000)) == [
        ("WEBP", 360, 480), ("WEBP", 672, 896), ("WEBP", 1008, 1344), ("WEBP", 1247, 1663),
        ("JPEG", 1008, 1344),
    ]  # fmt: skip
    assert sizes(facts_of(1080, 1920)) == [
        ("WEBP", 360, 640), ("WEBP", 672, 1195), ("WEBP", 1080, 1920), ("JPEG", 1080, 1920),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("width", "height", "expected"),
    [
        (300, 200, [("WEBP", 300, 200), ("JPEG", 300, 200)]),
        (432, 200, [("WEBP", 432, 200), ("JPEG", 432, 200)]),
        (433, 200, [("WEBP", 360, 166), ("WEBP", 433, 200), ("JPEG", 433, 200)]),
        (1, 1, [("WEBP", 1, 1), ("JPEG", 1, 1)]),
        (1, 3000, [("WEBP", 1, 3000), ("JPEG", 1, 3000)]),
    ],
)
def test_a_small_or_narrow_photo_is_never_made_wider(width, height, expected):
    assert sizes(facts_of(width, height)) == expected


def test_the_picture_has_the_texts_of_its_use_and_the_size_of_its_largest_rendition():
    picture = picture_of(USE, msgspec.structs.replace(facts_of(4000, 3000), tint="bcb"))

    assert (picture.alt, picture.caption, picture.credit) == (
        "Kader menimbang balita", "Keterangan.", "Foto uji",
    )  # fmt: skip
    assert (picture.width, picture.height, picture.tint) == (1440, 1080, "bcb")
    assert [rendition.width for rendition in picture.webp] == [360, 672, 1008, 1440]
    assert (picture.fallback.width, picture.fallback.href[-9:]) == (1008, "-1008.jpg")
    assert picture.digest != b""


def test_a_small_picture_has_one_webp():
    picture = picture_of(USE, facts_of(300, 200))

    assert (picture.width, picture.height, len(picture.webp)) == (300, 200, 1)


def test_the_files_of_a_picture_are_those_that_are_made():
    picture = picture_of(USE, facts_of(1000, 700))
    hrefs = [rendition.href for rendition in (*picture.webp, picture.fallback)]

    assert hrefs == [work.href for work in works(BLOB, facts_of(1000, 700))]


def test_a_name_stands_for_original_and_recipe():
    names = {work.href for work in works(BLOB, facts_of(4000, 3000))}
    others = {work.href for work in works("f" * 40, facts_of(4000, 3000))}

    assert len(names) == 5
    assert names & others == set()
    assert names == {work.href for work in works(BLOB, facts_of(4000, 3000))}


def test_the_texts_of_a_photo_do_not_change_its_files():
    other = msgspec.structs.replace(USE, alt="Lain", caption="Lain", credit="Lain", file="b.jpg")

    assert picture_of(USE, facts_of(1000, 700)).webp == picture_of(other, facts_of(1000, 700)).webp


def test_a_file_lies_below_the_output_where_its_address_says():
    work = next(works(BLOB, facts_of(1000, 700)))

    assert "/" + path_of(work) == work.href
    assert work.href.startswith("/foto/")


@given(st.integers(1, 20_000), st.integers(1, 2_000))
@settings(max_examples=200, deadline=None, derandomize=True)
def test_no_rendition_is_larger_than_its_original_and_all_keep_its_shape(width, height):
    for _, w, h in sizes(facts_of(width, height)):
        assert (w <= width, h <= height) == (True, True)
        assert abs(h - height * w / width) <= 1 or h == 1


@given(st.integers(1, 20_000), st.integers(1, 2_000))
@settings(max_examples=50, deadline=None, derandomize=True)
def test_widths_ascend_and_no_two_works_share_a_file(width, height):
    made = list(works(BLOB, facts_of(width, height)))
    widths = [work.width for work in made if work.kind == "WEBP"]

    assert widths == sorted(set(widths))
    assert len({work.href for work in made}) == len(made)


@pytest.mark.parametrize(
    ("width", "height", "expected"),
    [
        (1080, 20_000, (884, 16_370)),
        (1080, 6000, (1008, 5600)),
        (1, 1_000_000, (1, 16_383)),
    ],
)
def test_a_very_tall_photo_stays_readable_and_within_what_webp_can_hold(width, height, expected):
    widest = max(sizes(facts_of(width, height)), key=lambda size: size[1])

    assert widest[1:] == expected
