"""Pixels of renditions: upright, clean, never more than the original has."""

import re
import struct

import pytest
from PIL import Image

from plugins.photos.render import rendition
from tests.conftest import phone_photo
from tests.photos.samples import (
    SRGB,
    Originals,
    encoded,
    halves,
    opened,
    oriented,
    plain,
    png_with,
    renditions,
)

RED, BLUE, WHITE = (254, 0, 0), (0, 0, 254), (255, 255, 255)


def pixel(data: bytes, right: float, down: float) -> tuple[int, ...]:
    image = opened(data).convert("RGB")
    return image.getpixel((int(right * (image.width - 1)), int(down * (image.height - 1))))


def is_near(one: tuple[int, ...], other: tuple[int, ...], most: int = 12) -> bool:
    return all(abs(a - b) <= most for a, b in zip(one, other, strict=True))


@pytest.mark.parametrize("orientation", [0, *range(1, 9), 9])
def test_a_photo_stands_upright_whatever_its_orientation(orientation):
    for _, data in renditions(oriented(orientation)):
        assert opened(data).size == (120, 80)
        assert is_near(pixel(data, 0.5, 0.1), RED)
        assert is_near(pixel(data, 0.5, 0.9), BLUE)


def test_a_rendition_has_the_kind_and_size_of_its_recipe():
    made = renditions(encoded(plain(1500, 1000), "JPEG"))

    assert [(opened(data).format, opened(data).size) for _, data in made] == [
        ("WEBP", (360, 240)), ("WEBP", (672, 448)), ("WEBP", (1008, 672)), ("WEBP", (1440, 960)),
        ("JPEG", (1008, 672)),
    ]  # fmt: skip


def secretive(kind: str) -> bytes:
    """A photo whose every kind of note holds a secret."""
    exif = Image.Exif()
    exif[274], exif[315] = 6, "RAHASIA pemotret"
    exif.get_ifd(34853).update({1: "S", 2: (2.0, 33.0, 0.0), 3: "E", 4: (120.0, 19.0, 0.0)})
    xmp = b"<x:xmpmeta xmlns:x='adobe:ns:meta/'>RAHASIA xmp</x:xmpmeta>"
    notes = {"exif": exif, "icc_profile": SRGB + b"RAHASIA"}
    if kind != "PNG":
        notes["xmp"] = xmp
    if kind == "JPEG":
        notes["comment"] = b"RAHASIA komentar"
    if kind == "PNG":
        return png_with(halves(), b"tEXt", b"Comment\0RAHASIA", **notes) + b"RAHASIA di belakang"
    return encoded(halves(), kind, **notes) + b"RAHASIA di belakang"


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_nothing_but_pixels_goes_on(kind):
    original = secretive(kind)
    made = renditions(original)

    assert b"RAHASIA" in original
    assert len(made) == 2
    for _, data in made:
        image = opened(data)
        assert not image.getexif()
        assert (
            not {"icc_profile", "xmp", "comment", "exif", "XML:com.adobe.xmp"} & image.info.keys()
        )
        assert not re.search(rb"RAHASIA|Exif|EXIF|XMP |ICCP|ICC_PROFILE|http|Adobe", data)


def test_an_old_preview_inside_exif_is_gone():
    preview = encoded(plain(16, 16, "lime"), "JPEG")
    data = encoded(halves(), "JPEG", exif=b"Exif\0\0MM\0*\0\0\0\x08\0\0\0\0\0\0" + preview)

    assert preview in data
    assert [preview in made for _, made in renditions(data)] == [False, False]


@pytest.mark.parametrize(
    ("name", "original"),
    [
        ("cmyk", encoded(plain(mode="CMYK", colour=(0, 255, 255, 0)), "JPEG")),
        ("rgb-png", encoded(plain(), "PNG")),
        ("rgba", encoded(plain(mode="RGBA", colour=(255, 0, 0, 255)), "PNG")),
        ("palette", encoded(plain().convert("P"), "PNG")),
        ("icc", encoded(plain(), "JPEG", icc_profile=SRGB)),
        ("broken-icc", encoded(plain(), "JPEG", icc_profile=b"bukan profil")),
        ("lossless-webp", encoded(plain(), "WEBP", lossless=True)),
        (
            "with-preview",
            encoded(plain(), "MPO", save_all=True, append_images=[plain(9, 9, "blue")]),
        ),
    ],
)
def test_colours_stay_what_they_are(name, original):
    for _, data in renditions(original):
        assert is_near(pixel(data, 0.5, 0.5), RED), name


def transparent_palette() -> bytes:
    image = plain(mode="P", colour=1)
    image.putpalette([0, 255, 0, 255, 0, 0] + [0] * 762)
    image.paste(0, (0, 0, 20, 30))
    return encoded(image, "PNG", transparency=0)


def half_clear(mode: str, colour: tuple[int, ...], clear: tuple[int, ...], kind: str) -> bytes:
    image = plain(mode=mode, colour=colour)
    image.paste(clear, (0, 0, 20, 30))
    return encoded(image, kind)


@pytest.mark.parametrize(
    "original",
    [
        transparent_palette(),
        half_clear("RGBA", (255, 0, 0, 255), (0, 255, 0, 0), "PNG"),
        half_clear("RGBA", (255, 0, 0, 255), (0, 255, 0, 0), "WEBP"),
        encoded(halves().transpose(Image.Transpose.ROTATE_270), "PNG", transparency=(0, 0, 255)),
    ],
    ids=["palette", "rgba-png", "rgba-webp", "rgb-key"],
)
def test_what_is_transparent_becomes_white(original):
    for _, data in renditions(original):
        assert is_near(pixel(data, 0.1, 0.5), WHITE)
        assert is_near(pixel(data, 0.9, 0.5), RED)


@pytest.mark.parametrize("mode", ["L", "1", "LA"])
def test_a_photo_without_colour_stays_grey(mode):
    image = plain(mode="L", colour=255).convert(mode)
    for _, data in renditions(encoded(image, "PNG")):
        assert pixel(data, 0.5, 0.5) == WHITE


@pytest.mark.parametrize(("width", "height"), [(1, 1), (2, 1), (3000, 1), (1, 3000), (1200, 3)])
def test_a_tiny_or_narrow_photo_is_made_like_any_other(width, height):
    for work, data in renditions(encoded(plain(width, height), "PNG")):
        assert opened(data).size == (work.width, work.height)
        assert work.width <= width


@pytest.mark.parametrize("original", [oriented(6), secretive("PNG"), encoded(halves(), "WEBP")])
def test_the_same_photo_gives_the_same_bytes_twice(original):
    assert renditions(original) == renditions(original)


def test_a_rendition_is_the_same_whichever_of_its_photo_is_made_first():
    data = encoded(halves(2000, 1500), "JPEG")
    works_of_it = [work for work, _ in renditions(data)]
    once = dict(renditions(data))
    renditions(oriented(3))  # another photo in between
    again = {work: rendition(work, Originals(data)) for work in reversed(works_of_it)}

    assert again == once


def test_a_sharp_line_is_still_one_after_the_fast_decoding_of_jpeg():
    image = plain(4000, 40, "white")
    image.paste("black", (2000, 0, 4000, 40))
    (small, *_) = [
        data for work, data in renditions(encoded(image, "JPEG", quality=95)) if work.width == 360
    ]

    assert is_near(opened(small).convert("RGB").getpixel((177, 2)), WHITE)
    assert is_near(opened(small).convert("RGB").getpixel((183, 2)), (0, 0, 0))


def exif_with_a_misfit() -> bytes:
    """Orientation 6, and a version of the place data as text, which Pillow cannot write again."""
    head = b"Exif\0\0MM\0*" + struct.pack(">I", 8)
    turn = struct.pack(">HHIHH", 0x0112, 3, 1, 6, 0)
    place = struct.pack(">HHII", 0x8825, 4, 1, 38)
    version = struct.pack(">HHI", 0, 2, 4) + b"2.2\0"
    return (
        head
        + struct.pack(">H", 2)
        + turn
        + place
        + bytes(4)
        + struct.pack(">H", 1)
        + version
        + bytes(4)
    )


def test_a_photo_with_misshapen_exif_is_turned_like_any_other():
    lying = halves().transpose(Image.Transpose.ROTATE_90)
    for _, data in renditions(encoded(lying, "JPEG", quality=95, exif=exif_with_a_misfit())):
        assert opened(data).size == (120, 80)
        assert is_near(pixel(data, 0.5, 0.1), RED)


@pytest.mark.parametrize("level", [0, 64, 128, 200, 255])
def test_sixteen_bit_grey_keeps_its_brightness(level):
    image = Image.new("I;16", (40, 30), level * 257)
    for _, data in renditions(encoded(image, "PNG")):
        assert is_near(pixel(data, 0.5, 0.5), (level, level, level), 3)


def test_sixteen_bit_grey_with_a_transparent_level_is_shown_whole():
    image = Image.new("I;16", (40, 30), 128 * 257)
    for _, data in renditions(png_with(image, b"tRNS", b"\x80\x80")):
        assert is_near(pixel(data, 0.5, 0.5), (128, 128, 128), 3)


def test_a_long_screenshot_is_made_like_any_other():
    for work, data in renditions(encoded(plain(400, 20_000, mode="1", colour=1), "PNG")):
        assert opened(data).size == (work.width, work.height)


def test_a_colour_profile_is_applied_before_it_is_dropped():
    swapped = SRGB.replace(b"rXYZ", b"----").replace(b"bXYZ", b"rXYZ").replace(b"----", b"bXYZ")
    for _, data in renditions(encoded(plain(), "JPEG", icc_profile=swapped)):
        assert is_near(pixel(data, 0.5, 0.5), BLUE)


def test_a_colour_profile_leaves_what_is_transparent():
    image = plain(mode="RGBA", colour=(255, 0, 0, 255))
    image.paste((0, 255, 0, 0), (0, 0, 20, 30))
    for _, data in renditions(encoded(image, "PNG", icc_profile=SRGB)):
        assert is_near(pixel(data, 0.1, 0.5), WHITE)
        assert is_near(pixel(data, 0.9, 0.5), RED)


def test_a_recipe_that_makes_other_files_needs_another_version():
    """Renditions are final: without a new VERSION in recipe.py, old ones stay for ever."""
    weights = {
        (360, "WEBP"): 1304, (672, "WEBP"): 3058, (1200, "WEBP"): 9362, (1200, "JPEG"): 36_789,
    }  # fmt: skip
    made = {(work.width, work.kind): len(data) for work, data in renditions(phone_photo())}

    assert made == pytest.approx(weights, rel=0.03)  # another Pillow may differ by a little
