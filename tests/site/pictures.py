"""`make gambar`: pictures of the doors for docs/panduan, and their taps, counted on the way.

python -m tests.site.pictures walks each door of the sample site in Chromium on a phone of 360
pixels, as an officer would. A press counts one; a choice from a list two, for the list opens
first; a photo two, for the phone's gallery opens; letters are counted by themselves.
"""

import io
import re
import shutil
import sys
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser, Locator, Page

from tests.conftest import ROOT, copy_project, pelican
from tests.site.browsing import chromium, served

NOW = "2026-11-25 09:00"
EVENT = "dinsos/2026/11/23-latihan-pendamping-lansia"
COMING = "dinkes/2026/11/27-pertemuan-kader-kesehatan"
PICTURES = ROOT / "docs/gambar"
TABLE = ROOT / "docs/panduan/pintu.md"
MOST_BYTES = 60 * 1024
SECONDS = 3  # that a tap takes, with finding the place
LETTERS = 100  # a minute, typed on a phone
WHAT = "melatih 20 pendamping merawat lansia"
HOW = (
    "Peserta belajar mengukur tekanan darah dan membantu lansia berjalan. Latihan berikutnya "
    "berlangsung bulan depan.\n\nWarga yang ingin ikut dapat mendaftar di kantor desa."
)
FORGE = "https://github.com/contoh/kabar"
_COUNTED = re.compile(r"(<!-- dihitung: make gambar -->\n).*?(<!-- sampai di sini -->)", re.DOTALL)


class Hand:
    """An officer's finger on a page."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.taps = 0
        self.letters = 0

    def tap(self, what: Locator) -> None:
        what.tap()
        self.taps += 1

    def choose(self, box: Locator, value: str) -> None:
        box.select_option(value)
        self.taps += 2

    def write(self, box: Locator, text: str) -> None:
        box.fill(text)
        self.taps += 1
        self.letters += len(text)

    def photo(self, button: Locator, file: Path) -> None:
        with self.page.expect_file_chooser() as waiting:
            button.tap()
        waiting.value.set_files(file)
        self.taps += 2

    @property
    def row(self) -> str:
        minutes = -(-(self.taps * SECONDS + self.letters * 60 / LETTERS) // 60)
        return f"{self.taps} | {self.letters} | {minutes:.0f}"


def main() -> int:
    with tempfile.TemporaryDirectory() as holder:
        site = _built(Path(holder))
        with served(site) as address, chromium() as browser:
            counted = dict(_walks(browser, address))
    _write_table(counted)
    return 0


def _built(folder: Path) -> Path:
    """The sample site, as if it had a forge."""
    project = copy_project(folder / "proyek", contoh=True)
    shutil.rmtree(project / "content")
    shutil.copytree(ROOT / "content", project / "content")
    conf = project / "pelicanconf.py"
    text = conf.read_text(encoding="utf-8").replace('FORGE = ""', 'FORGE = "github"')
    conf.write_text(text.replace('FORGE_URL = ""', f'FORGE_URL = "{FORGE}"'), encoding="utf-8")
    done = pelican(project, NOW=NOW)
    assert done.returncode == 0, done.stdout + done.stderr
    return project / "output"


def _walks(browser: Browser, address: str) -> Iterator[tuple[str, str]]:
    with _phone(browser, f"{address}/agenda/{EVENT}/") as page:
        yield from _news(page)
    with _phone(browser, f"{address}/tulis/?pd=dinkes") as page:
        yield "kegiatan batal, sampai menekan Kirim", _cancelled(page)
    with _phone(browser, f"{address}/tulis/?pd=dinkes") as page:
        yield "kegiatan baru, sampai menekan Kirim", _announced(page)


def _news(page: Page) -> Iterator[tuple[str, str]]:
    hand = Hand(page)
    _shoot(page, page.locator("#tulis"), "pintu-kegiatan")
    hand.tap(page.get_by_role("link", name="Tulis di ponsel"))
    page.locator("#lembar:not([hidden])").wait_for()
    _shoot(page, page.locator("#kegiatan-bagian"), "pintu-terisi")
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
    _shoot(page, page.locator("#foto-bagian"), "pintu-foto")
    hand.write(page.locator("#pengirim"), "Petugas Contoh")
    page.locator("#tersimpan", has_text="Tersimpan di ponsel").wait_for()
    _shoot(page, page.locator("#periksa"), "pintu-periksa")
    with page.expect_download():
        hand.tap(page.locator("#bagikan"))
    _shoot(page, page.locator("#langkah-lampir"), "pintu-lampir")
    yield "berita dengan satu foto, sampai menekan Kirim", hand.row
    page.locator("#forge summary").tap()
    _shoot(page, page.locator("#forge"), "pintu-akun")


def _cancelled(page: Page) -> str:
    hand = Hand(page)
    hand.tap(page.get_by_role("radio", name="Kegiatan batal"))
    hand.choose(page.locator("#kegiatan"), COMING)
    hand.write(page.locator("#alasan"), "Ruang pertemuan dipakai pelatihan lain")
    _shoot(page, page.locator("#kegiatan-bagian"), "pintu-batal")
    with page.expect_download():
        hand.tap(page.locator("#bagikan"))
    return hand.row


def _announced(page: Page) -> str:
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


@contextmanager
def _phone(browser: Browser, address: str) -> Iterator[Page]:
    context = browser.new_context(
        viewport={"width": 360, "height": 640}, device_scale_factor=2, has_touch=True,
        is_mobile=True, reduced_motion="reduce", timezone_id="Asia/Makassar",
        service_workers="block",
    )  # fmt: skip
    page = context.new_page()
    page.clock.set_fixed_time(f"{NOW.replace(' ', 'T')}:00+08:00")
    page.goto(address)
    if "/tulis/" in address:
        page.locator("#lembar:not([hidden])").wait_for()
    yield page
    context.close()


def _shoot(page: Page, what: Locator, name: str) -> None:
    """What the phone shows when the place is at its top, as WebP."""
    what.evaluate("node => node.scrollIntoView({ block: 'start' })")
    image = Image.open(io.BytesIO(page.screenshot()))
    for quality in (80, 65, 50, 35):
        buffer = io.BytesIO()
        image.save(buffer, "WEBP", quality=quality, method=6)
        if buffer.tell() <= MOST_BYTES:
            break
    (PICTURES / f"{name}.webp").write_bytes(buffer.getvalue())


def _write_table(counted: Mapping[str, str]) -> None:
    head = "| pekerjaan | ketukan | huruf diketik | menit |\n|---|---|---|---|\n"
    rows = "\n".join(f"| {name} | {row} |" for name, row in counted.items())
    text = TABLE.read_text(encoding="utf-8")
    TABLE.write_text(_COUNTED.sub(rf"\g<1>\n{head}{rows}\n\n\g<2>", text), encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main())
