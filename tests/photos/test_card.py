"""The Open Graph card, looked at as an image."""

import re
from typing import Any

import pytest
from PIL import Image

from plugins.model.preview import Preview
from plugins.photos import card as drawing
from plugins.photos.card import LARGEST, card
from plugins.photos.recipe import CardWork, fallback_work
from plugins.reading.photos import photo_facts
from tests.conftest import ROOT
from tests.photos.samples import (
    Originals,
    blob_id_of,
    encoded,
    halves,
    opened,
    oriented,
    plain,
)

NO_PHOTO = Originals(b"")
HALVES = encoded(halves(), "JPEG")
LYING = oriented(6)


def preview(**fields: Any) -> Preview:
    usual = {
        "title": "Posyandu Melati melayani 40 balita", "label": "Dinkes",
        "agency": "Dinas Kesehatan", "date": "24 November 2026", "site": "Kabar Lutra",
    }  # fmt: skip
    return Preview(**{**usual, **fields}).sealed()


def bare(**fields: Any) -> CardWork:
    return CardWork(preview(**fields))


def with_photo(data: bytes, **fields: Any) -> CardWork:
    photo = fallback_work(blob_id_of(data), photo_facts(data))
    return CardWork(preview(photo=photo.href, **fields), photo)


def close(pixel: Any, colour: str) -> bool:
    wanted = Image.new("RGB", (1, 1), colour).getpixel((0, 0))
    return all(abs(one - other) < 12 for one, other in zip(pixel, wanted, strict=True))


def test_a_card_is_a_clean_jpeg_of_the_size_that_chats_ask_for():
    data = card(with_photo(LYING), Originals(LYING))
    image = opened(data)

    assert (image.format, image.size, image.mode) == ("JPEG", (1200, 630), "RGB")
    assert not image.getexif()
    assert set(image.info) <= {"jfif", "jfif_version", "jfif_unit", "jfif_density"}


def test_the_photo_is_upright_above_and_the_text_below():
    image = opened(card(with_photo(LYING), Originals(LYING)))

    assert close(image.getpixel((20, 10)), "#fe0000")
    assert close(image.getpixel((20, 620)), drawing.PAPER)


def test_without_a_photo_the_upper_part_is_green():
    image = opened(card(bare(), NO_PHOTO))

    assert close(image.getpixel((20, 10)), drawing.GREEN)
    assert close(image.getpixel((20, 620)), drawing.PAPER)


@pytest.mark.parametrize("made", [bare(sample=True), with_photo(HALVES, sample=True)])
def test_a_sample_says_so_along_the_upper_edge_and_in_the_middle_square(made):
    image = opened(card(made, Originals(HALVES)))
    middle = image.crop((285, 0, 915, 70)).getcolors(50_000)

    assert close(image.getpixel((20, 10)), drawing.NOTICE)
    assert any(close(pixel, drawing.AMBER) for _, pixel in middle)


@pytest.mark.parametrize("label", ["Dinkes", "Bappelitbangda", "Kec. Tana Lili", "PUSKESMAS " * 9])
def test_the_short_name_and_the_date_stand_in_the_square_that_chats_cut_out(label):
    """Where only these are written, each row beside the square has one colour."""
    image = opened(card(bare(title="Panen", agency="", label=label), NO_PHOTO)).convert("L")
    sides = [image.crop(box) for box in ((0, 0, 285, 630), (915, 0, 1200, 630))]

    for row in range(0, 630, 3):
        for side in sides:
            darkest, lightest = side.crop((0, row, 285, row + 1)).getextrema()
            assert lightest - darkest < 16


def test_the_largest_and_most_restless_photo_stays_below_the_limit():
    noise = Image.merge("RGB", [Image.effect_noise((1600, 1200), 200) for _ in range(3)])
    original = encoded(noise, "JPEG", quality=95)

    assert len(card(with_photo(original), Originals(original))) <= LARGEST


@pytest.mark.parametrize("size", [(1, 1), (3000, 2), (2, 3000), (40, 30)])
def test_a_photo_of_any_shape_fills_its_part(size):
    original = encoded(plain(*size), "PNG")
    image = opened(card(with_photo(original), Originals(original)))

    assert close(image.getpixel((5, 5)), "#fe0000")
    assert close(image.getpixel((1195, 200)), "#fe0000")


def test_the_same_preview_gives_the_same_bytes():
    made = with_photo(HALVES)

    assert card(made, Originals(HALVES)) == card(made, Originals(HALVES))


def test_its_address_follows_from_what_it_shows():
    pictured = with_photo(HALVES).preview
    shown = (preview(), preview(title="Lain"), preview(sample=True), pictured)
    addresses = {made.href for made in shown}

    assert len(addresses) == 4
    assert preview().href == preview().href
    assert all(re.fullmatch(r"/kartu/[0-9a-f]{2}/[0-9a-f]{18}\.jpg", href) for href in addresses)


def test_its_colours_are_the_light_tokens_of_the_theme():
    sheet = (ROOT / "theme/css/tokens.css").read_text(encoding="utf-8")
    light = sheet.partition("@media")[0]

    for name in ("paper", "ink", "muted", "green", "amber", "notice"):
        assert f"--{name}: {getattr(drawing, name.upper())};" in light
