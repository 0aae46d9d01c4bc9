"""Release folders and the one link that decides which of them the public sees.

A build begins from a release that is there already, so it writes only what changed: from
the oldest one, which would be removed anyway, or from links to the files of the live one.
Builds replace files and never write into them, so a linked file stays as it was.
"""

import os
import re
import shutil
from pathlib import Path

KEPT = 5  # releases, the live one and the one that is recycled included
_NAME = re.compile(r"(\d{6})-[0-9a-f]{12}\Z")


class Releases:
    """`<site>/rilis/000012-<commit>/` and `<site>/kini`, which points at one of them."""

    def __init__(self, site: Path) -> None:
        self.site = site
        self.folder = site / "rilis"
        self.live = site / "kini"

    def begin(self) -> Path:
        """A folder to build in; what a killed build left there goes."""
        self.folder.mkdir(parents=True, exist_ok=True)
        fresh = self.folder / ".baru"
        shutil.rmtree(fresh, ignore_errors=True)
        live = self.current()
        others = [release for release in self.all() if release != live]
        if live is None:
            fresh.mkdir()
        elif len(others) >= KEPT - 1:
            others[0].rename(fresh)
        else:
            _copy_by_links(live, fresh)
        return fresh

    def publish(self, built: Path, commit: str) -> Path:
        """Name the folder, put it on disk, and switch to it in one step."""
        release = self.folder / f"{self._next_number():06}-{commit[:12]}"
        os.sync()  # a switch must never outlive the files it points at
        built.rename(release)
        self.switch(release)
        self._prune()
        return release

    def switch(self, release: Path) -> None:
        """Point the live link at a release: readers see the old site or the new, never none."""
        partial = self.site / ".kini-baru"
        partial.unlink(missing_ok=True)
        partial.symlink_to(release.relative_to(self.site))
        partial.replace(self.live)
        _sync_folder(self.site)

    def current(self) -> Path | None:
        return self.site / self.live.readlink() if self.live.exists() else None

    def all(self) -> list[Path]:
        """The releases, oldest first."""
        if not self.folder.exists():
            return []
        return sorted(item for item in self.folder.iterdir() if _NAME.match(item.name))

    def _next_number(self) -> int:
        found = [int(match[1]) for item in self.all() if (match := _NAME.match(item.name))]
        return max(found, default=0) + 1

    def _prune(self) -> None:
        live = self.current()
        for release in self.all()[:-KEPT]:
            if release != live:
                shutil.rmtree(release)


def commit_of(release: Path) -> str:
    """The first twelve digits of the source commit, as the folder's name says them."""
    return release.name.partition("-")[2]


def _copy_by_links(release: Path, fresh: Path) -> None:
    def link(source: str, target: str) -> str:
        try:
            os.link(source, target)
        except OSError:  # a file system without hard links
            shutil.copy2(source, target)
        return target

    shutil.copytree(release, fresh, copy_function=link)


def _sync_folder(folder: Path) -> None:
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
