"""`make foto-kecilkan`: originals as the repository should keep them."""

import subprocess
import sys
from pathlib import Path

import pytest
from PIL import Image

from plugins.photos.shrink import ShrinkingError, shrink_files, shrunk
from plugins.reading.jobs import MAX_PHOTO
from plugins.reading.photos import photo_facts, photo_words
from tests.conftest import ROOT, phone_photo
from tests.photos.samples import encoded, halves, opened, oriented, plain


def test_a_large_photo_becomes_upright_and_at_most_2560_pixels():
    made = shrunk(phone_photo(3000, 2000, orientation=6))

    assert made
    assert (made.width, made.height) == opened(made.data).size == (1707, 2560)
    assert opened(made.data).convert("RGB").getpixel((1600, 100))[0] > 150  # the red corner
    assert photo_facts(made.data).trouble == ""


def test_place_comment_and_camera_are_gone_and_the_credit_stays():
    original = phone_photo(800, 600)
    made = shrunk(original)

    assert made
    assert b"komentar rahasia" in original
    assert b"komentar rahasia" not in made.data
    assert dict(opened(made.data).getexif()) == {315: "Pemotret Rahasia"}
    assert photo_words(made.data) == ("", "Pemotret Rahasia")


def test_caption_and_credit_keep_their_letters():
    exif = Image.Exif()
    exif[270], exif[315] = "Panén raya — Masamba".encode(), "Zaïnab".encode()
    made = shrunk(encoded(plain(2561, 10), "JPEG", exif=exif))

    assert made
    assert photo_words(made.data) == ("Panén raya — Masamba", "Zaïnab")


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_the_kind_stays_so_that_the_name_of_the_file_is_right(kind):
    made = shrunk(encoded(halves(2600, 1300), kind))

    assert made
    assert (opened(made.data).format, made.width, made.height) == (kind, 2560, 1280)


@pytest.mark.parametrize("data", [oriented(6), encoded(plain(2560, 40), "PNG")])
def test_what_is_small_and_tells_no_place_is_left_as_it_is(data):
    assert shrunk(data) is None


def test_a_photo_that_was_shrunk_is_small():
    made = shrunk(phone_photo(3000, 2000))

    assert made
    assert shrunk(made.data) is None


def test_a_noisy_png_is_shrunk_until_it_may_stay():
    noise = Image.effect_noise((2400, 2400), 90)
    data = encoded(Image.merge("RGB", [noise, noise.rotate(90), noise.rotate(180)]), "PNG")
    made = shrunk(data)

    assert made
    assert len(data) > MAX_PHOTO >= len(made.data)


@pytest.mark.parametrize("data", [b"", b"bukan foto", phone_photo()[:9000], b"GIF89a" + bytes(90)])
def test_what_is_no_whole_photo_is_refused_with_a_reason(data):
    with pytest.raises(ShrinkingError, match="bukan JPEG, PNG, atau WebP yang utuh"):
        shrunk(data)


def test_files_are_replaced_and_each_is_told(tmp_path):
    large, small, broken = (tmp_path / name for name in ("a.jpg", "b.jpg", "c.jpg"))
    large.write_bytes(phone_photo(3000, 2000))
    small.write_bytes(oriented(1))
    broken.write_bytes(b"rusak")
    told = list(shrink_files([large, small, broken]))

    assert [line.split(": ")[1][:9] for line in told] == ["0,2 MB me", "dibiarkan"]
    assert told[0].endswith("1707 × 2560 piksel")
    assert opened(large.read_bytes()).size == (1707, 2560)
    assert small.read_bytes() == oriented(1)
    assert broken.read_bytes() == b"rusak"
    assert sorted(tmp_path.iterdir()) == [large, small, broken]


def run(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "plugins.photos", *arguments]
    environment = {"PYTHONPATH": str(ROOT), "PATH": ""}
    return subprocess.run(
        command, cwd=folder, env=environment, capture_output=True, text=True, check=False
    )


def test_the_command_shrinks_a_whole_agency(tmp_path):
    photo = tmp_path / "content/berita/dinkes/2026/11/posyandu/a.jpg"
    photo.parent.mkdir(parents=True)
    photo.write_bytes(phone_photo(3000, 2000))
    done = run(tmp_path, "kecilkan", "--agency", "dinkes")

    assert done.stdout.startswith("content/berita/dinkes/2026/11/posyandu/a.jpg: 0,2 MB menjadi ")
    assert run(tmp_path, "kecilkan", str(photo)).stdout == "Semua foto sudah cukup kecil.\n"


def test_a_place_that_does_not_exist_is_named(tmp_path):
    done = run(tmp_path, "kecilkan", "tidak-ada.jpg")

    assert (done.returncode, done.stderr.split(" Sebutkan")[0]) == (1, "Tidak ada “tidak-ada.jpg”.")
