"""An officer's finger on a page, and what the camera sees of it."""

import io
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser, Locator, Page, TimeoutError

from tests.conftest import ROOT

PICTURES = ROOT / "docs/gambar"
MOST_BYTES = 40 * 1024
COLOURS = 64  # of a picture without photos: letters, lines and a few surfaces
SECONDS = 3  # that a tap takes, with finding the place
SLIDE = 800  # milliseconds for a menu to slide in
LETTERS = 100  # a minute, typed on a phone


class Hand:
    """A press counts one; a choice from a list two, for the list opens first; a photo two, for
    the phone's gallery opens; letters are counted by themselves.
    """

    def __init__(self, page: Page) -> None:
        self.page = page
        self.taps = 0
        self.letters = 0

    def tap(self, what: Locator, then: Locator | None = None) -> None:
        """Again until *then* is there: what slides under the finger takes no tap."""
        what.tap()
        self.taps += 1
        for _ in range(3 if then else 0):
            with suppress(TimeoutError):
                then.wait_for(timeout=10_000)
                return
            what.tap()

    def choose(self, box: Locator, value: str) -> None:
        box.select_option(value)
        self.taps += 2

    def pick(self, list_box: Locator, name: str) -> None:
        """From a list that the page itself opens."""
        choice = self.page.get_by_role("option", name=name, exact=True)
        self.tap(list_box.get_by_role("combobox"), choice)
        self.page.wait_for_timeout(SLIDE)
        self.tap(choice)

    def write(self, box: Locator, text: str) -> None:
        box.fill(text)
        self.taps += 1
        self.letters += len(text)

    def paste(self, box: Locator, text: str) -> None:
        box.fill(text)
        self.taps += 2  # held down, then Paste

    def photo(self, button: Locator, file: Path) -> None:
        with self.page.expect_file_chooser() as waiting:
            button.tap()
        waiting.value.set_files(file)
        self.taps += 2

    @property
    def row(self) -> str:
        return row(self.taps, self.letters)


def row(taps: int, letters: int) -> str:
    minutes = -(-(taps * SECONDS + letters * 60 / LETTERS) // 60)
    return f"{taps} | {letters} | {minutes:.0f}"


@contextmanager
def phone(browser: Browser, address: str, now: str, height: int = 640) -> Iterator[Page]:
    context = browser.new_context(
        viewport={"width": 360, "height": height}, device_scale_factor=2, has_touch=True,
        is_mobile=True, locale="id-ID", reduced_motion="reduce", timezone_id="Asia/Makassar",
        service_workers="block",
    )  # fmt: skip
    page = context.new_page()
    page.clock.set_fixed_time(f"{now.replace(' ', 'T')}:00+08:00")
    page.goto(address)
    yield page
    context.close()


def shoot(page: Page, what: Locator, name: str) -> None:
    """What the phone shows when the place is at its top, and what slides in stands still."""
    page.wait_for_timeout(SLIDE)
    what.evaluate("node => node.scrollIntoView({ block: 'start' })")
    keep(page.screenshot(), name)


def keep(png: bytes, name: str, flat: bool = False) -> None:
    """As WebP: a *flat* picture, of letters alone, without loss."""
    image = Image.open(io.BytesIO(png)).convert("RGB")
    (PICTURES / f"{name}.webp").write_bytes(_flat(image) if flat else _lossy(image))


def _flat(image: Image.Image) -> bytes:
    buffer = io.BytesIO()
    few = image.quantize(COLOURS, dither=Image.Dither.NONE).convert("RGB")
    few.save(buffer, "WEBP", lossless=True, method=6)
    return buffer.getvalue()


def _lossy(image: Image.Image) -> bytes:
    for quality in (80, 65, 50, 35):
        buffer = io.BytesIO()
        image.save(buffer, "WEBP", quality=quality, method=6)
        if buffer.tell() <= MOST_BYTES:
            break
    return buffer.getvalue()
