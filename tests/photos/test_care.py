"""Nothing but pixels leaves the house: looked for in the bytes of a real build."""

import pytest

from plugins.reading.photos import photo_facts, photo_words
from tests.builds.newsrooms import SHARED, build, post_text, tree_of, write
from tests.conftest import phone_photo
from tests.photos.notes import notes_in
from tests.photos.samples import encoded, halves, plain
from tests.photos.secrets import SECRET, secretive

FOLDER = "berita/dinkes/2026/11/imunisasi"
NAMES = {"JPEG": "a.jpg", "PNG": "b.png", "WEBP": "c.webp"}
PHOTOS = "".join(f"{{berkas: {name}, alt: Kader menimbang balita}}, " for name in NAMES.values())


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    folder = tmp_path_factory.mktemp("foto")
    files = {
        **SHARED,
        f"{FOLDER}/index.md": post_text("Imunisasi", "2026-11-24 09:00", f"foto: [{PHOTOS}]"),
        **{f"{FOLDER}/{name}": secretive(kind) for kind, name in NAMES.items()},
    }
    content = write(folder / "content", files)
    build(content, folder / "k", folder / "c", "2026-11-25 08:00")
    return tree_of(folder / "k")


@pytest.mark.parametrize("kind", NAMES)
def test_the_secrets_are_there_to_be_found(kind):
    assert secretive(kind).count(SECRET) >= 4


def test_no_secret_of_a_photo_is_in_any_file_of_the_site(site):
    assert [path for path, data in site.items() if SECRET in data] == []


def test_no_original_is_in_the_site(site):
    originals = {secretive(kind) for kind in NAMES}

    assert [path for path, data in site.items() if data in originals] == []


def test_every_photo_of_the_site_is_made_of_pixels_only(site):
    photos = {path: data for path, data in site.items() if path.startswith("foto/")}

    assert len(photos) == 9
    assert {path: notes_in(data) for path, data in photos.items() if notes_in(data)} == {}


@pytest.mark.parametrize("kind", ["JPEG", "WEBP"])
def test_notes_would_be_found(kind):
    assert notes_in(secretive(kind)) != []
    assert notes_in(encoded(halves(), kind)) == []
    assert notes_in(encoded(halves(), kind) + b"PK") == ["bytes behind the end"]
    assert notes_in(phone_photo()) != []


def test_caption_and_credit_of_a_photo_are_read_to_be_proposed():
    assert photo_words(secretive("JPEG")) == ("RAHASIA iptc", "RAHASIA pemotret")
    assert photo_words(secretive("WEBP")) == ("RAHASIA keterangan", "RAHASIA pemotret")


@pytest.mark.parametrize("data", [b"", b"bukan foto", phone_photo()[:300], b"\xff\xd8\xff\xed\0"])
def test_a_photo_that_cannot_be_read_proposes_nothing(data):
    assert photo_words(data) == ("", "")


def test_a_caption_that_is_too_long_or_says_nothing_is_not_proposed():
    for text in ("x" * 501, "OLYMPUS DIGITAL CAMERA", "  ", "\n\0"):
        image, exif = plain(), plain().getexif()
        exif[270] = text
        assert photo_words(encoded(image, "JPEG", exif=exif)).caption == ""


def test_a_webp_has_a_limit_of_its_own_for_its_decoder_takes_more_memory():
    assert photo_facts(encoded(plain(5001, 4000), "WEBP", method=0)).trouble == "too-many-pixels"
    assert photo_facts(encoded(plain(5001, 4000, mode="1", colour=1), "PNG")).trouble == ""
