"""An original as the repository keeps it."""

import io

import pytest
from PIL import Image

from plugins.reading.originals import UncleanError, clean, is_bare
from tests.conftest import phone_photo

LIMIT = 8 * 1024 * 1024


def picture(kind: str = "JPEG", size: tuple[int, int] = (40, 30), **options) -> bytes:
    buffer = io.BytesIO()
    Image.linear_gradient("L").resize(size).convert("RGB").save(buffer, kind, **options)
    return buffer.getvalue()


def opened(data: bytes) -> Image.Image:
    return Image.open(io.BytesIO(data))


def test_a_phones_photo_stands_upright_and_says_nothing_of_its_owner():
    made = clean(phone_photo(1600, 1200, orientation=6), LIMIT)

    assert opened(made).size == (1200, 1600)
    assert opened(made).getpixel((1190, 10))[0] > 150  # the red corner, now at the right
    assert not opened(made).getexif()
    assert b"rahasia" not in made.lower()


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_a_clean_photo_stays_byte_for_byte_and_keeps_its_kind(kind):
    once = clean(picture(kind, comment=b"x") + b"PK\x03\x04 tersembunyi", LIMIT)

    assert opened(once).format == kind
    assert b"tersembunyi" not in once
    assert clean(once, LIMIT) == once


def test_what_hides_in_a_file_is_seen():
    exif = Image.Exif()
    exif[315] = "Pemotret"

    assert is_bare(picture(), "JPEG")
    assert not is_bare(picture(comment=b"hai"), "JPEG")
    for kind in ("JPEG", "PNG", "WEBP"):
        assert not is_bare(picture(kind, exif=exif), kind)
        assert not is_bare(picture(kind) + b"!", kind)
        assert not is_bare(picture(kind)[:20], kind)


def test_a_photo_is_made_to_fit():
    made = clean(picture(size=(4000, 3000), quality=100), LIMIT)
    assert opened(made).size == (2560, 1920)

    noise = Image.effect_noise((900, 700), 90).convert("RGB")
    buffer = io.BytesIO()
    noise.save(buffer, "PNG")
    assert len(clean(buffer.getvalue(), 300_000)) <= 300_000
    assert len(clean(phone_photo(2000, 1500), 60_000)) <= 60_000


def test_what_is_clear_becomes_white_as_the_page_shows_it():
    buffer = io.BytesIO()
    Image.new("RGBA", (20, 20), (10, 20, 30, 0)).save(buffer, "PNG", pnginfo=None)

    assert opened(clean(buffer.getvalue() + b"!", LIMIT)).getpixel((0, 0)) == (255, 255, 255)


@pytest.mark.parametrize(
    ("data", "trouble"),
    [(b"", "empty"), (b"GIF89a", "kind"), (picture()[:-40], "truncated")],
)
def test_what_is_no_photo_is_refused(data, trouble):
    with pytest.raises(UncleanError) as refused:
        clean(data, LIMIT)
    assert refused.value.trouble == trouble
