"""The facts of this one site; everything another kabupaten would change."""

from urllib.parse import urlsplit

from plugins.model.forge import Forge
from plugins.model.preview import Preview
from plugins.model.record import Record


class Site(Record, frozen=True):
    name: str
    tagline: str
    regency: str
    publisher: str
    bureau: str  # slug of the agency that edits and merges
    url: str = ""  # https://host[/sub-path], without a final slash; empty while working
    sample: bool = True  # CONTOH: invented content, said on every page
    grace_days: int = 3  # days after an activity until it counts as missed
    cards: bool = True  # each post has a card of its own for chats; else all have the site's
    press_days: int = 30  # after a post's date its press pack stays so many days; 0: no packs
    target: int = 4  # posts a month that an agency without a target of its own should reach
    licence: str = ""
    licence_url: str = ""
    seat: str = ""  # the town of datelines
    forge: Forge = Forge()  # where the repository is edited in a browser
    bureau_whatsapp: str = ""  # digits with the country's code; empty: the writer chooses
    media: str = ""  # https://host[/path] where photos are fetched from; empty: from the site
    district_map: tuple[tuple[str, ...], ...] = ()  # kecamatan as they lie; "" is no kecamatan

    @property
    def base(self) -> str:
        """The prefix of every root-relative link: empty, or /sub-path."""
        return urlsplit(self.url).path.rstrip("/")

    @property
    def preview(self) -> Preview:
        """The card of every page that has none of its own."""
        return Preview(title=self.tagline, label=self.name, sample=self.sample).sealed()

    @property
    def media_origin(self) -> str:
        """Scheme and host of the photos' address, as the policy of a page names them."""
        parts = urlsplit(self.media)
        return f"{parts.scheme}://{parts.netloc}" if self.media else ""

    @property
    def origin(self) -> str:
        """What makes a root-relative link absolute, for feeds and canonical links."""
        return self.url or "http://localhost"
