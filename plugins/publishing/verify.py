"""The last look at a built tree before the public sees it: alarms that stop a deploy."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from xml.etree import ElementTree

from plugins.publishing.manifest import Manifest, addresses_of_posts

QUARANTINE_LIMIT = 5  # posts newly left out in one deploy, or
QUARANTINE_SHARE = 0.005  # this share of all posts, whichever is more


class AlarmError(RuntimeError):
    """The deploy stops, the old site stays, and people are called."""


def verify(
    folder: Path, new: Manifest, old: Manifest | None, written: Iterable[str] | None = None
) -> None:
    """Raise AlarmError with every reason at once.

    Only the files that were *written* are read, where that is known: the others were
    looked at when they were.
    """
    looked_at = sorted(new.files if written is None else written)
    reasons = [*_missing_basics(new), *_broken_xml(folder, looked_at)]
    reasons += _empty_files(folder, looked_at)
    if old is not None:
        reasons += [*_lost(new, old), *_mass_quarantine(new, old)]
    if reasons:
        raise AlarmError("; ".join(reasons))


def _missing_basics(new: Manifest) -> Iterator[str]:
    for path in ("index.html", "404.html", "feed.atom", "agenda/index.html", "cakupan/index.html"):
        if path not in new.files:
            yield f"halaman pokok {path} tidak ada"


def _broken_xml(folder: Path, paths: Iterable[str]) -> Iterator[str]:
    for path in paths:
        if path.endswith((".atom", ".xml")):
            try:
                ElementTree.parse(folder / path)
            except ElementTree.ParseError as error:
                yield f"{path} bukan XML yang utuh ({error})"


def _empty_files(folder: Path, paths: Iterable[str]) -> Iterator[str]:
    for path in paths:
        if (folder / path).stat().st_size == 0:
            yield f"{path} kosong"


def _lost(new: Manifest, old: Manifest) -> Iterator[str]:
    """An address that was public answers for ever; a quarantined post may come back."""
    held_back = {source.replace("index.md", "index.html") for source in new.quarantined}
    lost = sorted(addresses_of_posts(old) - addresses_of_posts(new) - held_back)
    if lost:
        shown = ", ".join("/" + path.removesuffix("index.html") for path in lost[:5])
        yield f"{len(lost)} alamat berita akan hilang: {shown}; pakai kunci dicabut"


def _mass_quarantine(new: Manifest, old: Manifest) -> Iterator[str]:
    fresh = len(set(new.quarantined) - set(old.quarantined))
    limit = max(QUARANTINE_LIMIT, int(len(addresses_of_posts(old)) * QUARANTINE_SHARE))
    if fresh > limit:
        yield f"{fresh} berita sekaligus masuk karantina, lebih dari batas {limit}"
