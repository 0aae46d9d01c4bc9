"""The press pack, opened as a desk opens it: with a ZIP reader and an image reader."""

import io
import zipfile
from typing import Any

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, IptcImagePlugin

from plugins.model.body import Body, BodyRef, Html, PhotoSlot, Table
from plugins.model.post import Correction, PhotoUse
from plugins.model.press import Pack, pack_of
from plugins.photos.captions import Caption, captioned
from plugins.photos.outputs import pack_output
from plugins.photos.pack import pack_file
from plugins.photos.release import plain_release
from tests.model.makers import SITE, at, make_agency, make_newsroom, make_post
from tests.photos.samples import BLOB, encoded, facts_of, halves, opened, oriented, plain

GPS, COMMENT = 34853, 37510  # EXIF tags
TEXT: Body = (
    Html('<p>MASAMBA — Petugas melayani <strong>40</strong> anak. '
         '<a href="/tentang/">Tentang</a></p>\n<ul><li>Satu</li><li>Dua</li></ul>'),
    PhotoSlot("kedua.png"),
    Table("<table><tr><th>Desa</th><td>Bone</td></tr></table>"),
)  # fmt: skip
USES = (
    PhotoUse("kader.jpg", "Kader menimbang", "Kader menimbang balita di Masamba.", "Uji", BLOB),
    PhotoUse("kedua.png", "Ruang tunggu", "", "", BLOB),
)


class Desk:
    """One text and one original, whichever photo asks."""

    def __init__(self, original: bytes) -> None:
        self.original = original

    def body(self, ref: BodyRef) -> Body:
        return TEXT

    def blob(self, blob_id: str) -> bytes:
        return self.original


def make_pack(
    original: bytes, size: tuple[int, int] = (120, 80), site: Any = SITE, **fields: Any
) -> Pack:
    post = make_post("imunisasi", photos=USES, summary="Ringkasan.", **fields)
    agency = make_agency(name="Dinas Kesehatan", phone="(0473) 21001", email="dinkes@contoh.test")
    room = make_newsroom(post, photos={BLOB: facts_of(*size)})
    return pack_of(post, room, agency, site)


def files(pack: Pack, original: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(pack_file(pack, Desk(original)))) as archive:
        assert archive.testzip() is None
        return {name: archive.read(name) for name in archive.namelist()}


def revealing() -> bytes:
    """A photo that lies on its side and tells where it was taken and by whom."""
    exif = Image.Exif()
    exif[274] = 6
    exif[270] = "rahasia"
    exif.get_ifd(GPS)[2] = (2.0, 33.0, 0.0)
    lying = halves().transpose(Image.Transpose.ROTATE_90)
    data = encoded(lying, "JPEG", exif=exif, comment=b"rahasia", quality=95)
    return data + b"rahasia di belakang gambar"


def test_a_pack_holds_the_release_twice_contact_licence_and_photos():
    original = revealing()
    found = files(make_pack(original), original)

    assert list(found) == [
        "imunisasi/siaran.txt", "imunisasi/siaran.html", "imunisasi/kontak.txt",
        "imunisasi/lisensi.txt", "imunisasi/foto/1-kader.jpg", "imunisasi/foto/2-kedua.jpg",
    ]  # fmt: skip


def test_photos_are_upright_and_tell_nothing_but_what_was_written_for_the_press():
    original = revealing()
    data = files(make_pack(original), original)["imunisasi/foto/1-kader.jpg"]
    image = opened(data)
    red, _, blue = image.getpixel((60, 10))

    assert image.size == (120, 80)
    assert red > 200 > 60 > blue
    assert not image.getexif()
    assert b"rahasia" not in data
    assert b"Exif" not in data
    assert set(image.info) - {"jfif", "jfif_version", "jfif_unit", "jfif_density"} == {
        "photoshop", "xmp",
    }  # fmt: skip


def test_caption_credit_and_licence_are_read_back_from_iptc_and_xmp():
    original = revealing()
    image = opened(files(make_pack(original), original)["imunisasi/foto/1-kader.jpg"])
    iptc, xmp = IptcImagePlugin.getiptcinfo(image), image.info["xmp"].decode()

    assert iptc[(1, 90)] == b"\x1b%G"
    assert iptc[(2, 120)] == b"Kader menimbang balita di Masamba."
    assert iptc[(2, 110)] == b"Uji"
    assert iptc[(2, 115)] == b"Dinas Kesehatan"
    assert iptc[(2, 116)] == b"Sebut sumbernya: Dinas Kesehatan, Kabar Lutra."
    assert '<rdf:li xml:lang="x-default">Kader menimbang balita di Masamba.</rdf:li>' in xmp
    assert 'photoshop:Credit="Uji"' in xmp


@pytest.mark.parametrize(
    ("size", "expected"), [((4000, 3000), (2560, 1920)), ((300, 200), (300, 200))]
)
def test_photos_are_at_most_2560_pixels_long_and_never_enlarged(size, expected):
    original = encoded(plain(*size), "JPEG")
    found = files(make_pack(original, size), original)

    assert opened(found["imunisasi/foto/1-kader.jpg"]).size == expected


def test_the_plain_release_reads_like_a_release():
    pack = make_pack(oriented(1), corrections=(Correction(at("2026-11-25"), "Bukan 30."),))

    assert plain_release(pack, TEXT) == (
        "Judul imunisasi\n\n"
        "Dinas Kesehatan\nSelasa, 24 November 2026, pukul 09.30 WITA\n\n"
        "Ringkasan.\n\n"
        "Ralat, 25 November 2026: Bukan 30.\n\n"
        "MASAMBA — Petugas melayani 40 anak. Tentang (https://contoh.test/tentang/)\n\n"
        "- Satu\n- Dua\n\n"
        "Desa | Bone\n\n"
        "Foto:\n"
        "- 1-kader.jpg: Kader menimbang balita di Masamba. (Foto: Uji)\n"
        "- 2-kedua.jpg: Ruang tunggu\n\n"
        "Sumber: https://contoh.test/berita/dinkes/2026/11/imunisasi/\n"
        "Sebut sumbernya: Dinas Kesehatan, Kabar Lutra.\n"
    )


def test_the_html_release_shows_the_pack_s_own_photos_where_they_belong():
    original = oriented(1)
    page = files(make_pack(original, title='Rapat <"besar">'), original)["imunisasi/siaran.html"]
    text = page.decode()

    assert "<h1>Rapat &lt;&quot;besar&quot;&gt;</h1>" in text
    assert text.index("foto/1-kader.jpg") < text.index("<li>Satu") < text.index("foto/2-kedua.jpg")
    assert 'href="https://contoh.test/tentang/"' in text
    assert "src=" in text
    assert 'src="http' not in text


def test_the_contact_is_that_of_the_office():
    original = oriented(1)

    assert files(make_pack(original), original)["imunisasi/kontak.txt"].decode() == (
        "Dinas Kesehatan\n"
        "Telepon kantor: (0473) 21001\n"
        "Surel: dinkes@contoh.test\n"
        "Kit media, selalu yang terbaru: https://contoh.test/perangkat-daerah/dinkes/media/\n"
    )


def test_a_sample_says_so_in_the_texts_and_in_every_photo():
    original = oriented(1)
    site = msgspec.structs.replace(SITE, sample=True)
    for name, data in files(make_pack(original, site=site), original).items():
        if "kontak" not in name and "lisensi" not in name:
            assert b"CONTOH" in data, name


def test_equal_packs_have_equal_bytes_and_one_date():
    original = revealing()
    pack = make_pack(original)
    data = pack_file(pack, Desk(original))
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        infos = archive.infolist()

    assert data == pack_file(pack, Desk(original))
    assert {info.date_time for info in infos} == {(2026, 11, 24, 0, 0, 0)}
    assert {info.compress_type for info in infos} == {zipfile.ZIP_STORED}


def test_a_pack_lies_below_its_own_address_and_is_kept_until_its_last_day():
    output = pack_output(make_pack(b""))

    assert output.path == "pers/dinkes/2026/11/imunisasi.zip"
    assert (output.costly, output.last) == (True, at("2026-12-24").day)


any_text = st.text(max_size=3000).filter(lambda t: t.isprintable())


@given(any_text, any_text, any_text)
@settings(max_examples=30, deadline=None, derandomize=True)
def test_captions_of_any_text_leave_an_image_that_opens(text, credit, licence):
    jpeg = encoded(plain(), "JPEG")
    data = captioned(
        jpeg, Caption("Judul", text, text, credit, "Dinkes", licence, "https://a.test")
    )
    image = opened(data)
    iptc = IptcImagePlugin.getiptcinfo(image)

    assert image.size == (40, 30)
    assert text.startswith(iptc.get((2, 120), b"").decode())
    assert credit.startswith(iptc.get((2, 110), b"").decode())
    assert len(iptc.get((2, 116), b"")) <= 128
