"""python -m plugins.checks.codeowners: who GitHub asks for a review, from the agency records.

Only those who may merge: the redaktur of the bureau who serve today. While the content is
invented nobody is asked, because somebody else may own the sample accounts on GitHub.
"""

import argparse
import re
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path

from plugins.model.moment import Moment, parse_moment
from plugins.model.newsroom import Newsroom
from plugins.reading.clock import now as present
from plugins.reading.reader import load_agencies
from plugins.reading.settings import ROOT, read_settings
from plugins.reading.tree import tree_at

FILE = Path(".github/CODEOWNERS")
_LOGIN = re.compile(r"[a-z0-9](?:-?[a-z0-9]){0,38}\Z", re.ASCII)  # as GitHub gives them
_HEAD = """\
# Siapa yang dimintai persetujuan di GitHub: redaktur Humas yang bertugas, tidak ada yang lain.
# Dibuat dari data perangkat daerah oleh `make rules`; jangan disunting dengan tangan.
"""
_SAMPLE = """\
# Isi situs masih contoh, jadi belum ada yang dimintai. Sesudah `make mulai`: make rules
"""


class OwnerError(ValueError):
    """An account that GitHub cannot know; the message is for the developer."""


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(
        prog="python -m plugins.checks.codeowners", description=__doc__
    )
    parser.add_argument("--check", action="store_true", help="write nothing; exit 1 when stale")
    parser.add_argument("--root", type=Path, default=ROOT, metavar="DIR")
    parser.add_argument("--now", type=parse_moment, metavar="MOMENT")
    options = parser.parse_args(arguments)
    settings = read_settings(options.root / "pelicanconf.py")
    newsroom = load_agencies(tree_at(options.root / "content"))
    logins = owners(newsroom, settings["BUREAU"], options.now or present())
    wanted, file = text_of(logins, settings["CONTOH"]), options.root / FILE
    stale = not file.exists() or file.read_text(encoding="utf-8") != wanted
    if options.check and stale:
        sys.stderr.write(f"stale: {FILE}; run python -m plugins.checks.codeowners\n")
        return 1
    if stale:
        file.parent.mkdir(exist_ok=True)
        file.write_text(wanted, encoding="utf-8")
    return 0


def owners(newsroom: Newsroom, bureau: str, today: Moment) -> list[str]:
    """The redaktur on duty; nobody who also serves as petugas, even of the bureau itself."""
    officers = {
        officer.login
        for agency in newsroom.agencies.values()
        for officer in agency.officers_on(today)
        if officer.role != "redaktur"
    }
    return sorted(newsroom.editors(bureau, today) - officers)


def text_of(logins: Iterable[str], sample: bool) -> str:
    logins = list(logins)
    if wrong := [login for login in logins if not _LOGIN.match(login)]:
        raise OwnerError(f"no account of GitHub: {wrong!r}; expected letters, digits, hyphens")
    if sample:
        return _HEAD + _SAMPLE
    rule = f"* {' '.join(f'@{login}' for login in logins)}\n" if logins else ""
    return _HEAD + rule


if __name__ == "__main__":
    sys.exit(main())
