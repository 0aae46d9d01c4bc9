"""The editor /redaksi/, as an officer walks through it, in front of a forge over a real repository.

The token is made on the forge's own pages, which are not here: its taps are not in these counts.
"""

from collections.abc import Iterator
from pathlib import Path

from playwright.sync_api import Browser, Page

from tests.conftest import ROOT
from tests.forges.repository import OFFICER
from tests.pictures.hand import Hand, phone, shoot
from tests.site.editing import Stage, box, field

TITLE = "Puskesmas Masamba layani imunisasi campak"
SUMMARY = "Puskesmas Masamba memberi imunisasi campak kepada 42 anak."
TEXT = (
    "MASAMBA — Puskesmas Masamba memberi imunisasi campak kepada 42 anak, Selasa (24/11/2026).",
    "Warga dapat membawa anak ke posyandu terdekat pada hari kerja.",
)
ALT = "Kursi dan meja pelayanan di aula puskesmas"
CAPTION = "Aula Puskesmas Masamba sebelum pelayanan imunisasi campak."


def walks(browser: Browser, stage: Stage) -> Iterator[tuple[str, str]]:
    with phone(browser, stage.address, stage.now) as page:
        yield "redaksi: masuk dengan token", _signed_in(page)
        hand = Hand(page)
        _written(page, hand)
        _proposed(page, hand)
        yield "redaksi: berita dengan satu foto, sampai “Siap”", hand.row


def _signed_in(page: Page) -> str:
    hand = Hand(page)
    hand.choose(page.get_by_label("Perangkat daerah"), "dinkes")
    hand.tap(page.get_by_role("button", name="Buka"))
    hand.tap(page.get_by_role("button", name="Masuk dengan token"))
    hand.paste(page.get_by_role("textbox"), OFFICER)
    shoot(page, page.locator("body"), "redaksi-token")
    hand.tap(page.get_by_role("button", name="Masuk", exact=True))
    page.get_by_text("Berita 2026").wait_for()
    return hand.row


def _written(page: Page, hand: Hand) -> None:
    hand.tap(page.get_by_text("Berita 2026", exact=True))
    first = page.locator("section.field").first
    hand.tap(page.get_by_role("button", name="Tulis baru"), first)
    hand.write(box(page, "judul"), TITLE)
    hand.pick(field(page, "rubrik"), "Kesehatan")
    hand.write(box(page, "ringkasan"), SUMMARY)
    shoot(page, field(page, "judul"), "redaksi-isian")
    hand.tap(field(page, "agenda").get_by_text("Pelayanan imunisasi campak"))
    hand.pick(field(page, "kecamatan"), "Masamba")
    hand.tap(field(page, "foto").get_by_role("button", name="Tambah"))
    place = field(page, "foto.0.berkas")
    place.locator("input[type=file]").first.set_input_files(_photo())
    hand.taps += 2  # the place, and the photo in the phone's gallery
    place.get_by_role("button", name="Ganti foto").wait_for()
    hand.write(box(page, "foto.0.alt"), ALT)
    hand.write(box(page, "foto.0.keterangan"), CAPTION)
    shoot(page, place, "redaksi-foto")
    hand.tap(field(page, "body").locator("[contenteditable=true]"))
    for paragraph in TEXT:
        page.keyboard.type(paragraph)
        page.keyboard.press("Enter")
    hand.letters += sum(map(len, TEXT))


def _proposed(page: Page, hand: Hand) -> None:
    send = page.get_by_role("button", name="Kirim untuk diperiksa")
    hand.tap(page.get_by_role("button", name="Simpan", exact=True), send)
    shoot(page, page.locator("body"), "redaksi-draf")
    hand.tap(send)
    state = page.get_by_role("button").filter(has_text="Diperiksa")
    hand.tap(page.get_by_text(TITLE), state)
    hand.tap(state)
    shoot(page, page.locator("body"), "redaksi-siap")
    hand.tap(page.get_by_role("menuitemradio").filter(has_text="Siap"))


def _photo() -> Path:
    return next((ROOT / "content").rglob("aula-rapat.jpg"))
