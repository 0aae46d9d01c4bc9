"""What a proposal would look like: one file for each post and activity that it changes.

They are made as the site is, by the same rooms, plan and renderer, of the proposal's commit.
Only the months near them are read, so that a preview costs the same whatever the archive's
size; what is older than a year before them shows on no page of theirs.
"""

import re
from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import replace
from pathlib import Path

from jinja2 import Environment

from plugins.builds.build import SITE, Desk, edition_of
from plugins.builds.library import Library
from plugins.builds.months import Months
from plugins.builds.plan import plan_month, plan_site
from plugins.builds.render import Renderer
from plugins.builds.selfcontained import self_contained
from plugins.builds.survey import Survey, Surveyor
from plugins.model import addresses
from plugins.model.addresses import Place, place_of
from plugins.model.edition import Edition
from plugins.model.entry import Entry
from plugins.model.event import Publicity
from plugins.model.fault import Fault
from plugins.model.moment import DAY, Moment
from plugins.model.month import month_named
from plugins.model.newsroom import Newsroom
from plugins.model.output import Output
from plugins.model.press import Pack
from plugins.model.record import Value
from plugins.reading.board import Board
from plugins.reading.reader import Reader
from plugins.reading.sections import SHARED, section_of
from plugins.reading.tree import Tree

MARK = "PRATINJAU, belum terbit."
INDEX = "index.html"
_YEAR = 12  # months in which what recurs may have begun
_NAMED = re.compile(rb"(?<![\w-])[a-z0-9-]+/(\d{4})/(\d{2})/", re.ASCII)
_REFUSED = "belum lolos pemeriksaan, jadi belum ada pratinjaunya"
_PAGELESS = "tidak mendapat halaman sendiri di situs"


class Sheet(Value, frozen=True):
    """One preview."""

    path: str  # of its source, below content/
    title: str
    file: str  # its name


class Blank(Value, frozen=True):
    """A changed file that has no preview."""

    path: str
    reason: str


class PreviewList(Value, frozen=True):
    """What previews.html may see."""

    title: str
    intro: str
    sheets: tuple[Sheet, ...]
    blanks: tuple[Blank, ...]


class Banner(Value, frozen=True):
    """What preview_banner.html may see."""

    mark: str
    text: str


class PreviewError(RuntimeError):
    """No preview can be made; the message lists the faults of the site."""


class NearTree:
    """A tree of a few sections."""

    def __init__(self, tree: Tree, names: Set[str]) -> None:
        self.tree = tree
        self.names = names

    def sections(self) -> dict[str, bytes]:
        return {name: key for name, key in self.tree.sections().items() if name in self.names}

    def entries_of(self, section: str) -> list[Entry]:
        return self.tree.entries_of(section) if section in self.names else []

    def entries(self) -> list[Entry]:
        return sorted(entry for name in self.names for entry in self.entries_of(name))

    def read(self, entry: Entry) -> bytes:
        return self.tree.read(entry)

    def read_blob(self, blob: str, section: str) -> bytes:
        return self.tree.read_blob(blob, section)


class NearSite:
    """The site at one moment, as far as previews need it, with its outputs by path."""

    def __init__(self, board: Board, renderer: Renderer, cache: Path, workers: int) -> None:
        assert board.inspect
        assert board.gate
        assert board.picture_of
        self.board = board
        self.now = board.now
        reader = Reader(board.tree, board.inspect, cache / "bacaan", workers)
        self.library = Library(
            reader, board.site, board.now, board.gate, board.picture_of, board.history
        )
        self._refuse(self.library.shared.fatal)
        self.survey: Survey = Surveyor(self.library, {}, workers).survey()
        self._refuse(self.survey.fatal)
        reader.forget_others()  # of other proposals
        self.renderer = renderer
        self.edition: Edition = edition_of(self.library, self.survey, board)
        self._months = Months(self.library, self.survey, board.history)
        self._planned: dict[str, dict[str, Output]] = {}

    def bytes_of(self, path: str, section: str = "") -> bytes | None:
        """An output, from the section where it is made; photos of others are looked for."""
        for name in dict.fromkeys([section or SITE, SITE, *reversed(list(self.survey.memos))]):
            if output := self._plan(name).get(path):
                desk = Desk(self.library, SHARED if name == SITE else name, self._weigh)
                return self.renderer.render(output, desk)
        return None

    def page(self, place: Place) -> bytes | None:
        """The page of a post or activity; None where it has none at this moment."""
        month = f"{place.year:04}-{place.month:02}"
        path = page_path(place)
        return self.bytes_of(path, month) if path in self._plan(month) else None

    def own(self, output: Output) -> str:
        """A page of no month."""
        return self.renderer.render(output, Desk(self.library, SHARED, self._weigh)).decode()

    def title(self, place: Place) -> str:
        room = self._room(place)
        if place.kind == "post":
            return room.posts[place.id].title if place.id in room.posts else place.slug
        return room.events[place.id].title if place.id in room.events else place.slug

    def opens(self, place: Place) -> Moment | None:
        """When a page that is not there yet will be; None where it never is."""
        room = self._room(place)
        post, event = room.posts.get(place.id), room.events.get(place.id)
        if place.kind == "post" and post:
            return post.publish_at
        if place.kind == "event" and event and event.publicity is Publicity.SETELAH_SELESAI:
            return Moment(event.ends_at // DAY, event.ends_at % DAY)
        return None

    def _weigh(self, pack: Pack, desk: Desk) -> int:
        """The bytes of a press pack, which a page names."""
        assert self.board.pack_output
        return len(self.renderer.render(self.board.pack_output(pack), desk))

    def _room(self, place: Place) -> Newsroom:
        return self.library.reader.section(f"{place.year:04}-{place.month:02}").newsroom

    def _plan(self, name: str) -> dict[str, Output]:
        if name not in self._planned:
            self._planned[name] = {output.path: output for output in self._outputs(name)}
        return self._planned[name]

    def _outputs(self, name: str) -> Sequence[Output]:
        if name == SITE:
            return plan_site(self.edition, self.board)
        if name not in self.survey.memos:
            return ()
        return plan_month(self._months.edition(name), self.board)

    def _refuse(self, fatal: Sequence[Fault]) -> None:
        if fatal:
            raise PreviewError("\n".join(fault.text for fault in fatal))


def write_previews(
    board: Board,
    environment: Environment,
    paths: Sequence[str],
    label: str,
    output: Path,
    cache: Path,
    workers: int,
) -> None:
    """Write a file for each post and activity of *paths*, and a list of them."""
    places = {path: place for path in paths if (place := place_of(path))}
    assert board.assets
    renderer = Renderer(environment, board.site, board.assets)
    near_board = replace(board, tree=NearTree(board.tree, near_sections(board.tree, paths)))
    first = NearSite(near_board, renderer, cache, workers)
    made = list(_made(first, places, label))
    missing = _waiting(first, places, {sheet.path for sheet, _ in made})
    if missing:  # under an embargo, or public only when it is over
        moment = max(moment for moment in missing.values())
        later = NearSite(replace(near_board, now=moment), renderer, cache, workers)
        made += _made(later, {path: places[path] for path in missing}, label)
    output.mkdir(parents=True, exist_ok=True)
    for sheet, text in made:
        (output / sheet.file).write_text(text, encoding="utf-8")
    sheets = tuple(sorted((sheet for sheet, _ in made), key=lambda sheet: sheet.path))
    listed = PreviewList(
        MARK.rstrip("."), label, sheets, tuple(_blanks(first, places, {s.path for s in sheets}))
    )
    page = first.own(Output(INDEX, "previews.html", listed))
    (output / INDEX).write_text(_finished(first, page, label, ""), encoding="utf-8")


def page_path(place: Place) -> str:
    href = addresses.post_href if place.kind == "post" else addresses.event_href
    return addresses.output_path(href(place.id))


def file_of(place: Place) -> str:
    """berita-dinkes-2026-11-imunisasi-campak.html"""
    kind = "berita" if place.kind == "post" else "agenda"
    return f"{kind}-{place.id.replace('/', '-')}.html"


def near_sections(tree: Tree, paths: Iterable[str]) -> frozenset[str]:
    """The shared one, the months of *paths* and those their pages can look into."""
    own = {section_of(path) for path in paths} - {SHARED}
    months = {month_named(name) for name in own}
    named = {
        f"{match[1].decode()}-{match[2].decode()}"
        for name in own
        for entry in tree.entries_of(name)
        if entry.path in set(paths)
        for match in _NAMED.finditer(tree.read(entry))
    }
    around = {month.back(back).name for month in months for back in range(-1, _YEAR + 1)}
    return frozenset({SHARED} | ((named | around) & tree.sections().keys()))


def _made(near: NearSite, places: dict[str, Place], label: str) -> Iterator[tuple[Sheet, str]]:
    for path, place in places.items():
        if (page := near.page(place)) is not None:
            month = f"{place.year:04}-{place.month:02}"
            text = _finished(near, page.decode(), label, month)
            yield Sheet(path, near.title(place), file_of(place)), text


def _finished(near: NearSite, page: str, label: str, section: str) -> str:
    banner = near.own(Output(INDEX, "preview_banner.html", Banner(MARK, label)))
    facts = near.board.site
    prefixes = (facts.media, facts.base)
    return self_contained(
        page, banner, facts.url, prefixes, lambda path: near.bytes_of(path, section)
    )


def _waiting(near: NearSite, places: dict[str, Place], made: Set[str]) -> dict[str, Moment]:
    out = set(near.survey.quarantined)
    found = {p: near.opens(place) for p, place in places.items() if p not in made and p not in out}
    return {path: moment for path, moment in found.items() if moment}


def _blanks(near: NearSite, places: dict[str, Place], made: Set[str]) -> Iterator[Blank]:
    out = set(near.survey.quarantined)
    for path in sorted(places.keys() - made):
        yield Blank(path, _REFUSED if path in out else _PAGELESS)
