"""The composer /tulis/, as an officer walks through it."""

from collections.abc import Iterator

from playwright.sync_api import Browser, Page

from tests.conftest import ROOT
from tests.pictures.hand import Hand, phone, shoot

EVENT = "dinsos/2026/11/23-latihan-pendamping-lansia"
COMING = "dinkes/2026/11/27-pertemuan-kader-kesehatan"
WHAT = "melatih 20 pendamping merawat lansia"
HOW = (
    "Peserta belajar mengukur tekanan darah dan membantu lansia berjalan. Latihan berikutnya "
    "berlangsung bulan depan.\n\nWarga yang ingin ikut dapat mendaftar di kantor desa."
)


def walks(browser: Browser, address: str, now: str) -> Iterator[tuple[str, str]]:
    with phone(browser, f"{address}/agenda/{EVENT}/", now) as page:
        yield from _news(page)
    with phone(browser, f"{address}/tulis/?pd=dinkes", now) as page:
        yield "kegiatan batal, sampai menekan Kirim", _cancelled(page)
    with phone(browser, f"{address}/tulis/?pd=dinkes", now) as page:
        yield "kegiatan baru, sampai menekan Kirim", _announced(page)


def _news(page: Page) -> Iterator[tuple[str, str]]:
    hand = Hand(page)
    shoot(page, page.locator("#tulis"), "pintu-kegiatan")
    hand.tap(page.get_by_role("link", name="Tulis di ponsel"))
    page.locator("#lembar:not([hidden])").wait_for()
    shoot(page, page.locator("#kegiatan-bagian"), "pintu-terisi")
    hand.choose(page.locator("#rubrik"), "sosial")
    opening = page.locator("#pembuka")
    hand.write(opening, opening.input_value().replace("[melakukan apa]", WHAT))
    hand.letters -= len(opening.input_value()) - len(WHAT)
    hand.write(page.locator("#uraian"), HOW)
    photo = next((ROOT / "content").rglob("aula-rapat.jpg"))
    hand.photo(page.get_by_text("Pilih foto", exact=True), photo)
    alt = page.get_by_label("Apa yang tampak?")
    hand.write(alt, "Kursi dan meja latihan ditata di aula")
    hand.write(
        page.get_by_label("Keterangan di bawah foto"), "Aula tempat latihan pendamping lansia."
    )
    shoot(page, page.locator("#foto-bagian"), "pintu-foto")
    hand.write(page.locator("#pengirim"), "Petugas Contoh")
    page.locator("#tersimpan", has_text="Tersimpan di ponsel").wait_for()
    shoot(page, page.locator("#periksa"), "pintu-periksa")
    with page.expect_download():
        hand.tap(page.locator("#bagikan"))
    shoot(page, page.locator("#langkah-lampir"), "pintu-lampir")
    yield "berita dengan satu foto, sampai menekan Kirim", hand.row
    page.locator("#forge summary").tap()
    shoot(page, page.locator("#forge"), "pintu-akun")


def _cancelled(page: Page) -> str:
    page.locator("#lembar:not([hidden])").wait_for()
    hand = Hand(page)
    hand.tap(page.get_by_role("radio", name="Kegiatan batal"))
    hand.choose(page.locator("#kegiatan"), COMING)
    hand.write(page.locator("#alasan"), "Ruang pertemuan dipakai pelatihan lain")
    shoot(page, page.locator("#kegiatan-bagian"), "pintu-batal")
    with page.expect_download():
        hand.tap(page.locator("#bagikan"))
    return hand.row


def _announced(page: Page) -> str:
    page.locator("#lembar:not([hidden])").wait_for()
    hand = Hand(page)
    hand.tap(page.get_by_role("radio", name="Kegiatan baru"))
    hand.write(page.locator("#acara"), "Pertemuan kader posyandu")
    for name, value in (("hari_acara", "2026-12-03"), ("mulai", "09:00")):
        page.locator(f"#{name}").fill(value)
        hand.taps += 4  # the box, the day or the hour, the minute, OK
    hand.write(page.locator("#tempat"), "Aula Dinas Kesehatan")
    hand.choose(page.locator("#kec_acara"), "masamba")
    with page.expect_download():
        hand.tap(page.locator("#bagikan"))
    return hand.row
