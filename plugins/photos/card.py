"""The Open Graph card: what a chat shows of a link before anybody opens it.

Chats that show a stamp cut its middle square out of the card, so the photo, the short
name of the agency and the date stand in the middle.
"""

import io

from PIL import Image, ImageDraw

from plugins.model.output import Resources
from plugins.model.preview import HEIGHT, WIDTH, Preview
from plugins.photos.lettering import Setting, Step, fitted, font
from plugins.photos.recipe import CardWork
from plugins.photos.render import pixels

LARGEST = 300_000  # bytes: chats leave larger ones out
QUALITIES = (84, 76, 66, 54, 40, 25)  # 1 to 100; the first that is small enough
MARGIN = 64  # pixels
MIDDLE = 560  # pixels: what is read in the middle square of 630
RISE = 0.4  # of what is cut away from a high photo, this share above: heads stand high

# The light tokens of theme/css/tokens.css; a test compares them.
PAPER, INK, MUTED, GREEN = "#fbfaf5", "#1a211e", "#55605b", "#0d5c4a"
AMBER, NOTICE = "#8a5a00", "#f6edd4"

TITLE = (Step(68, 1), Step(62, 2), Step(56, 2), Step(54, 3), Step(48, 3), Step(44, 3), Step(40, 4))
LABEL = tuple(Step(size, 1) for size in range(60, 26, -4))
FIELD = (
    Step(190, 1), Step(150, 1), Step(124, 1), Step(94, 1), Step(104, 2), Step(76, 1),
    Step(76, 2), Step(62, 1), Step(62, 2), Step(46, 2),
)  # fmt: skip
AGENCY = (Step(32, 1), Step(28, 1), Step(26, 2))
DATE = (Step(30, 1), Step(24, 1), Step(20, 1))
SAMPLE = (Step(54, 1),)


def card(work: CardWork, resources: Resources) -> bytes:
    """A JPEG of 1200 × 630 pixels and at most 300 KB."""
    preview = work.preview
    canvas = Image.new("RGB", (WIDTH, HEIGHT), PAPER)
    pen = ImageDraw.Draw(canvas)
    top = _band(pen) if preview.sample else 0
    seam = HEIGHT - _panel(pen, preview)
    if work.photo:
        canvas.paste(_photo(pixels(work.photo, resources), seam - top), (0, top))
        _plate(pen, preview.label, seam)
    else:
        _field(pen, preview.label, top, seam)
    return _encoded(canvas)


def _panel(pen: ImageDraw.ImageDraw, preview: Preview) -> int:
    """Write title, agency and date from the lower edge upwards; return the panel's height."""
    date = " · ".join(part for part in (preview.date, preview.site) if part)
    top = HEIGHT - 28
    for text, weight, steps, colour, gap in (
        (date, 500, DATE, MUTED, 2),
        (preview.agency, 600, AGENCY, GREEN, 14),
        (preview.title, 700, TITLE, INK, 42 if preview.photo else 30),
    ):
        if text:
            setting = fitted(text, WIDTH - 2 * MARGIN, weight, steps)
            top -= setting.height
            _write(pen, setting, top, colour)
            top -= gap
    return HEIGHT - top


def _photo(image: Image.Image, height: int) -> Image.Image:
    """As much of the photo as fills the upper part."""
    scale = max(WIDTH / image.width, height / image.height)
    wide, high = WIDTH / scale, height / scale
    left, top = (image.width - wide) / 2, (image.height - high) * RISE
    box = (left, top, min(image.width, left + wide), min(image.height, top + high))
    return image.resize((WIDTH, height), Image.Resampling.BICUBIC, box=box)


def _plate(pen: ImageDraw.ImageDraw, label: str, seam: int) -> None:
    """The agency's short name on the edge between photo and title."""
    setting = fitted(label, MIDDLE - 48, 700, LABEL)
    half, tall = setting.width / 2 + 24, setting.leading + 12
    box = (WIDTH / 2 - half, seam - tall + 28, WIDTH / 2 + half, seam + 28)
    pen.rounded_rectangle(box, radius=6, fill=GREEN)
    _write(pen, setting, round(box[1]) + 6, PAPER)


def _field(pen: ImageDraw.ImageDraw, label: str, top: int, seam: int) -> None:
    """In the place of a photo, the short name, large."""
    pen.rectangle((0, top, WIDTH, seam), fill=GREEN)
    room = seam - top - 24
    steps = [step for step in FIELD if step.size * 1.22 * step.lines <= room]
    setting = fitted(label, MIDDLE, 700, steps)
    _write(pen, setting, (top + seam - setting.height) // 2, PAPER)


def _band(pen: ImageDraw.ImageDraw) -> int:
    """Say along the upper edge that this is a sample; return how much of the card that takes."""
    pen.rectangle((0, 0, WIDTH, 70), fill=NOTICE)
    _write(pen, fitted("CONTOH", MIDDLE, 800, SAMPLE), 2, AMBER)
    return 70


def _write(pen: ImageDraw.ImageDraw, setting: Setting, top: int, colour: str) -> None:
    """Lines in the middle, the first beginning at *top*."""
    face = font(setting.face)
    for number, line in enumerate(setting.lines):
        middle = top + number * setting.leading + setting.leading / 2
        pen.text((WIDTH / 2, middle), line, colour, face, anchor="mm")


def _encoded(canvas: Image.Image) -> bytes:
    for quality in QUALITIES:
        buffer = io.BytesIO()
        canvas.save(buffer, "JPEG", quality=quality)
        if buffer.tell() <= LARGEST:
            break
    return buffer.getvalue()
