"""The facts of this one site; everything another kabupaten would change."""

from urllib.parse import urlsplit

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
    licence: str = ""
    licence_url: str = ""

    @property
    def base(self) -> str:
        """The prefix of every root-relative link: empty, or /sub-path."""
        return urlsplit(self.url).path.rstrip("/")

    @property
    def origin(self) -> str:
        """What makes a root-relative link absolute, for feeds and canonical links."""
        return self.url or "http://localhost"
