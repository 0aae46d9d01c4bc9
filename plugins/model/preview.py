"""The Open Graph card of a page: what stands on the picture that messages show of a link.

An address stands for what the card shows and the recipe, so a card never changes under
its name, and chats that keep previews by address show the corrected one.
"""

from plugins.model.record import Record, digest

WIDTH, HEIGHT = 1200, 630  # pixels
RECIPE = 1  # raise it when photos/card.py draws otherwise, or the typeface is another


class Preview(Record, frozen=True):
    title: str
    label: str  # short, read even where the card is as small as a stamp
    agency: str = ""  # full name
    date: str = ""  # 24 November 2026
    site: str = ""  # name of the site
    photo: str = ""  # address of the lead photo's JPEG, which names its pixels; may be empty
    sample: bool = False

    @property
    def href(self) -> str:
        name = digest(RECIPE, self.digest).hex()[:20]
        return f"/kartu/{name[:2]}/{name[2:]}.jpg"
