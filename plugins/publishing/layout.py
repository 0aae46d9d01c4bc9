"""Where everything of a self-hosted installation lies, below one folder."""

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Layout:
    root: Path

    @property
    def repository(self) -> Path:
        """The bare repository that officers push to."""
        return self.root / "kabar.git"

    @property
    def checkout(self) -> Path:
        """The work tree in which a commit is built."""
        return self.root / "kerja"

    @property
    def gate(self) -> Path:
        """A link to the code that the hooks run: that of the last good deploy."""
        return self.root / "gerbang"

    @property
    def gates(self) -> Path:
        return self.root / "kode"

    @property
    def site(self) -> Path:
        """Holds the releases and the link `kini` that the web server follows."""
        return self.root / "situs"

    @property
    def live(self) -> Path:
        return self.site / "kini"

    @property
    def sessions(self) -> Path:
        """One file for each authenticated connection; only the server's user may read it."""
        return self.root / "sesi"

    @property
    def accounts(self) -> Path:
        return self.root / "akun.json"

    @property
    def request(self) -> Path:
        """Touched to ask for a deploy."""
        return self.root / "minta"

    @property
    def status(self) -> Path:
        """What became of the latest deploy, as JSON."""
        return self.root / "status.json"

    @property
    def lock(self) -> Path:
        return self.root / "kunci"

    @property
    def reminders(self) -> Path:
        """Texts for Humas, made after each deploy; beside the site and never in it."""
        return self.root / "pengingat"

    @property
    def previews(self) -> Path:
        """What waits for Humas, as it would look; beside the site and never in it."""
        return self.root / "pratinjau"

    @property
    def preview_request(self) -> Path:
        """Touched when a proposal has come, changed or gone."""
        return self.root / "minta-pratinjau"

    @property
    def cache(self) -> Path:
        return self.root / "cache"
