"""Damaged, hostile and strange photos by the thousand: no crash, no hang, no note, no bloat."""

import io
import random
import subprocess
import sys
import tarfile
from collections import Counter
from collections.abc import Callable, Iterable
from pathlib import Path

import PIL
import pytest
from PIL import Image

from plugins.reading import pool
from plugins.reading.reader import PHOTO_SECONDS
from tests.conftest import phone_photo
from tests.photos.outcome import outcome
from tests.photos.samples import encoded
from tests.photos.secrets import secretive

pytestmark = pytest.mark.audit
MOST_MEMORY = 512  # MB
KINDS = ("JPEG", "PNG", "WEBP")


def outcomes(files: Iterable[bytes]) -> Counter[str]:
    """Each in a child that is ended when it takes too long; `lost` for one that is."""
    jobs = list(files)
    done = pool.run(jobs, outcome, 2 * PHOTO_SECONDS)
    return Counter(payload.decode() if payload is not None else "lost" for _, payload in done)


def originals() -> list[bytes]:
    progressive = encoded(Image.open(io.BytesIO(phone_photo())), "JPEG", progressive=True)
    palette = encoded(Image.open(io.BytesIO(phone_photo())).convert("P"), "PNG")
    return [*map(secretive, KINDS), phone_photo(), progressive, palette]


def test_a_thousand_truncated_photos():
    chance = random.Random(7)
    whole = originals()
    cut = [data[: chance.randrange(len(data))] for data in chance.choices(whole, k=1000)]
    found = outcomes(cut)

    assert found.total() == 1000
    assert set(found) <= {"truncated", "kind", "empty", "shown"}
    assert found["truncated"] > 800


def test_a_thousand_photos_with_flipped_bits():
    chance = random.Random(8)

    def flipped(data: bytes) -> bytes:
        changed = bytearray(data)
        for _ in range(chance.choice((1, 1, 4, 40))):
            place = chance.randrange(len(data) if chance.random() < 0.5 else 700)
            changed[place] ^= 1 << chance.randrange(8)
        return bytes(changed)

    found = outcomes(flipped(data) for data in chance.choices(originals(), k=1000))

    assert found.total() == 1000
    assert set(found) <= {"truncated", "kind", "too-many-pixels", "animated", "shown"}
    assert found["shown"] > 200


def images_of_pillow(folder: Path) -> list[bytes]:
    """Every file among the test images of the installed Pillow's source archive."""
    wanted = f"pillow=={PIL.__version__}"
    command = [
        sys.executable, "-m", "pip", "download", "-q", "--no-deps",
        "--no-binary", ":all:", "-d", str(folder), wanted,
    ]  # fmt: skip
    subprocess.run(command, check=True)
    (archive,) = folder.glob("*.tar.gz")
    with tarfile.open(archive) as source:
        members = [m for m in source if m.isfile() and "/Tests/images/" in m.name]
        return [file.read() for m in members if (file := source.extractfile(m))]


def test_all_of_pillows_own_test_images(tmp_path):
    files = images_of_pillow(tmp_path)
    found = outcomes(files)

    assert len(files) > 500
    assert found.total() == len(files)
    assert set(found) <= {"truncated", "kind", "empty", "too-many-pixels", "animated", "shown"}
    assert found["shown"] > 100


def noise(mode: str, width: int = 8000, height: int = 5000) -> Image.Image:
    grey = Image.effect_noise((width // 4, height // 4), 60).resize((width, height), 0)
    return grey.convert(mode)


LARGEST: dict[str, Callable[[], bytes]] = {
    "png-rgb": lambda: encoded(noise("RGB"), "PNG", compress_level=1),
    "png-rgba": lambda: encoded(noise("RGBA"), "PNG", compress_level=1),
    "png-palette": lambda: encoded(noise("P"), "PNG", compress_level=1),
    "png-key": lambda: encoded(noise("RGB"), "PNG", compress_level=1, transparency=(1, 2, 3)),
    "png-16": lambda: encoded(Image.new("I;16", (8000, 5000), 30_000), "PNG"),
    "png-grey-alpha": lambda: encoded(noise("LA"), "PNG", compress_level=1),
    "jpeg-progressive": lambda: encoded(noise("RGB"), "JPEG", progressive=True, subsampling=0),
    "jpeg-cmyk": lambda: encoded(noise("CMYK"), "JPEG", progressive=True, quality=50),
    "jpeg-side": lambda: encoded(noise("RGB"), "JPEG", exif=b"Exif\0\0MM\0*\0\0\0\x08\0\x01"
                                 b"\x01\x12\0\x03\0\0\0\x01\0\x06\0\0\0\0\0\0"),
    "webp": lambda: encoded(noise("RGB", 5000, 4000), "WEBP", method=0, quality=30),
    "webp-lossless": lambda: encoded(noise("RGBA", 5000, 4000), "WEBP", method=0, lossless=True),
    "bomb": lambda: encoded(Image.new("1", (13_000, 13_000)), "PNG"),
    "webp-bomb": lambda: encoded(Image.new("RGB", (16_383, 2600)), "WEBP", method=0),
}  # fmt: skip


@pytest.mark.parametrize("name", LARGEST)
def test_the_largest_photo_of_each_kind_stays_within_its_memory_and_time(name, tmp_path):
    file = tmp_path / "foto"
    file.write_bytes(LARGEST[name]())
    command = [sys.executable, "-m", "tests.photos.outcome", str(file)]
    told = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True).stdout
    *_, seconds, memory = told.split()

    assert int(memory) <= MOST_MEMORY
    assert float(seconds) <= PHOTO_SECONDS
