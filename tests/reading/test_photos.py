"""What is learned of a photo without trusting it."""

import random
import zlib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from plugins.model.photo import PhotoFacts
from plugins.reading.photos import photo_facts
from tests.photos.samples import encoded, halves, oriented, plain, png_with

# What Pillow says of damaged EXIF is a warning, and a warning is an error in these tests.
pytestmark = pytest.mark.filterwarnings("ignore:Corrupt EXIF", "ignore:Truncated File Read")

NOISE = Image.frombytes("RGB", (160, 120), random.Random(1).randbytes(160 * 120 * 3))


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_a_sound_photo_has_kind_size_and_no_trouble(kind):
    data = encoded(plain(40, 30), kind)

    assert photo_facts(data) == PhotoFacts(kind, 40, 30, len(data), 1, "", tint="caa")


@pytest.mark.parametrize(
    ("image", "tint"),
    [
        (plain(colour="black"), "aaa"),
        (plain(colour="white"), "ccc"),
        (plain(colour=(100, 200, 30)), "bca"),
        (halves(), "bab"),
        (plain(mode="L", colour=128), "bbb"),
        (plain(mode="1", colour=1), "ccc"),
        (plain(mode="RGBA", colour=(0, 0, 0, 0)), "ccc"),
        (plain(mode="P", colour=0), "aaa"),
        (plain(mode="I;16", colour=0x8080), "bbb"),
    ],
)
def test_the_mean_colour_is_known_in_steps(image, tint):
    assert photo_facts(encoded(image, "PNG")).tint == tint


@pytest.mark.parametrize("orientation", range(1, 9))
def test_the_size_is_that_of_the_upright_photo(orientation):
    facts = photo_facts(oriented(orientation))

    assert (facts.width, facts.height) == (120, 80)


@pytest.mark.parametrize("orientation", [0, 9, 255])
def test_an_orientation_that_does_not_exist_turns_nothing(orientation):
    assert photo_facts(oriented(orientation)).width == 120


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
@pytest.mark.parametrize("part", [0.98, 0.5, 0.1])
def test_a_truncated_photo_is_told(kind, part):
    data = encoded(NOISE, kind)
    cut = data[: int(len(data) * part)]

    assert photo_facts(cut) == PhotoFacts(size=len(cut), trouble="truncated")


@pytest.mark.parametrize("size", [(13_000, 13_000), (20_000, 20_000)])
def test_a_small_file_of_too_many_pixels_is_refused_before_it_is_decoded(size):
    data = encoded(Image.new("1", size), "PNG")

    assert photo_facts(data) == PhotoFacts(size=len(data), trouble="too-many-pixels")


def test_a_little_too_many_pixels_are_refused_with_their_number():
    facts = photo_facts(encoded(Image.new("1", (8000, 5001)), "PNG"))

    assert (facts.width, facts.height, facts.trouble) == (8000, 5001, "too-many-pixels")


def test_forty_million_pixels_pass():
    assert photo_facts(encoded(Image.new("1", (8000, 5000)), "PNG")).trouble == ""


@pytest.mark.parametrize("kind", ["PNG", "WEBP"])
def test_an_animation_is_told(kind):
    data = encoded(plain(), kind, save_all=True, append_images=[plain(colour="blue")])
    facts = photo_facts(data)

    assert (facts.kind, facts.frames, facts.trouble) == (kind, 2, "animated")


def test_a_photo_of_a_phone_with_a_preview_behind_it_is_an_ordinary_jpeg():
    data = encoded(halves(), "MPO", save_all=True, append_images=[plain(10, 10)])

    assert photo_facts(data) == PhotoFacts("JPEG", 120, 80, len(data), 1, "", tint="bab")


@pytest.mark.parametrize("kind", ["GIF", "BMP", "TIFF", "ICO", "PPM", "PDF", "EPS", "JPEG2000"])
def test_another_kind_under_the_name_of_a_photo_is_told(kind):
    data = encoded(plain(), kind)

    assert photo_facts(data) == PhotoFacts(size=len(data), trouble="kind")


@pytest.mark.parametrize(
    "data",
    [
        b"<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>",
        b"version https://git-lfs.github.com/spec/v1\noid sha256:00\nsize 1\n",
        b"<?php echo 1;",
        b"MZ" + bytes(100),
        b"\x00\x00\x00\x18ftypheic" + bytes(100),
        b"x",
    ],
)
def test_what_is_no_photo_at_all_is_told(data):
    assert photo_facts(data).trouble == "kind"


def test_an_empty_file_is_told():
    assert photo_facts(b"") == PhotoFacts(trouble="empty")


@pytest.mark.parametrize("exif", [b"Exif\0\0rusak rusak", b"Exif\0\0II*\0\x08\0\0\0\xff\xff", b""])
def test_a_photo_with_broken_exif_is_still_a_photo(exif):
    assert photo_facts(encoded(plain(), "JPEG", exif=exif)).trouble == ""


def test_a_photo_with_something_behind_it_is_still_a_photo():
    data = encoded(plain(), "JPEG") + b"<script>alert(1)</script>"

    assert photo_facts(data).trouble == ""


def test_a_compressed_text_that_swells_is_not_read():
    bomb = b"Comment\0\0" + zlib.compress(bytes(200_000_000))

    assert photo_facts(png_with(plain(), b"zTXt", bomb)).trouble in ("", "truncated")


SOUND = [
    encoded(NOISE.resize((40, 30)), "JPEG", exif=Image.Exif(), comment=b"hai"),
    oriented(6),
    encoded(NOISE.resize((40, 30)), "PNG"),
    encoded(NOISE.resize((40, 30)).convert("P"), "PNG", transparency=3),
    encoded(NOISE.resize((40, 30)), "WEBP", exif=Image.Exif()),
    encoded(halves(), "MPO", save_all=True, append_images=[plain(10, 10)]),
]


@given(
    st.sampled_from(SOUND), st.lists(st.tuples(st.floats(0, 1), st.integers(0, 255)), max_size=6)
)
@settings(max_examples=200, deadline=None, derandomize=True)
def test_a_photo_with_altered_bytes_never_raises(data, changes):
    altered = bytearray(data)
    for place, value in changes:
        altered[int(place * (len(data) - 1))] = value
    facts = photo_facts(bytes(altered))

    assert facts.trouble in ("", "truncated", "kind", "too-many-pixels", "animated")
    assert facts.size == len(data)


@given(
    st.binary(max_size=200),
    st.sampled_from([b"", b"\xff\xd8\xff\xe0", b"\x89PNG\r\n\x1a\n", b"RIFF"]),
)
@settings(max_examples=100, deadline=None, derandomize=True)
def test_arbitrary_bytes_never_raise(data, head):
    assert photo_facts(head + data).trouble in ("kind", "truncated", "empty", "too-many-pixels")


def test_the_facts_say_nothing_of_what_the_photo_holds():
    exif = Image.Exif()
    exif[315] = "Pemotret Rahasia"
    facts = photo_facts(encoded(plain(), "JPEG", exif=exif, comment=b"rahasia"))

    assert "ahasia" not in repr(facts)
