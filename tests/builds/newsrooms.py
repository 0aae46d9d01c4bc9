"""A small content folder, and its build without Pelican, with all real rooms.

Only the pages of the rules are left out, which follow from no content.
"""

from functools import lru_cache, partial
from pathlib import Path
from typing import NamedTuple

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from plugins.agencies import outputs as agencies
from plugins.agenda import outputs as agenda
from plugins.assets.bundle import asset_files, asset_month_outputs, asset_outputs
from plugins.builds.build import Build, Tally, edition_of
from plugins.builds.constants import Constants
from plugins.builds.earlier import Earlier
from plugins.builds.library import Library
from plugins.builds.memo import load_memos, save_memos
from plugins.builds.plan import plan_site
from plugins.builds.render import Renderer
from plugins.builds.survey import Survey, Surveyor, next_change
from plugins.checks.accept import accept
from plugins.checks.gate import inspect
from plugins.checks.portable import portable
from plugins.discovery import outputs as discovery
from plugins.intake import outputs as intake
from plugins.model.history import History
from plugins.model.moment import Moment
from plugins.news import outputs as news
from plugins.photos import outputs as photos
from plugins.photos.outputs import pack_output
from plugins.photos.recipe import picture_of
from plugins.reading.board import Board, Room, SecondRoom
from plugins.reading.reader import Reader
from plugins.reading.tree import FolderTree
from tests.conftest import ROOT
from tests.model.makers import HISTORY, SITE, at

THEME = ROOT / "theme"
ASSETS, ASSET_FILES = asset_files(THEME)
AGENCY = (
    "---\nnama: {name}\nsingkatan: {short}\njenis: {kind}\n{more}---\n\n{name} melayani warga.\n"
)
OFFICER = "petugas:\n  - {nama: Petugas Contoh, akun: a, peran: petugas, sejak: 2025-01-01}\n"


def agency(name: str, short: str, kind: str = "dinas", more: str = OFFICER) -> str:
    return AGENCY.format(name=name, short=short, kind=kind, more=more)


SHARED = {
    "rubrik.yaml": (
        '- {slug: kesehatan, nama: Kesehatan, iptc: "07000000"}\n'
        '- {slug: pemerintahan, nama: Pemerintahan, iptc: "11000000"}\n'
    ),
    "halaman/tentang.md": "---\njudul: Tentang\n---\n\nSitus uji.\n",
    "perangkat-daerah/dinkes.md": agency("Dinas Kesehatan", "Dinkes"),
    "perangkat-daerah/dishub.md": agency("Dinas Perhubungan", "Dishub"),
    "perangkat-daerah/humas.md": agency(
        "Bidang Humas", "Humas", "bidang", "induk: dinkes\n" + OFFICER
    ),
    "perangkat-daerah/kec-masamba.md": agency("Kecamatan Masamba", "Kec. Masamba", "kecamatan"),
}


def post_text(title: str, date: str, *more: str, body: str = "Petugas melayani 40 anak.") -> str:
    lines = (f"judul: {title}", f"tanggal: {date}", "rubrik: kesehatan", *more)
    return "---\n" + "\n".join(lines) + f"\n---\n\nMASAMBA — {body}\n"


def event_text(title: str, day: str, *more: str) -> str:
    lines = (f"acara: {title}", f"tanggal: {day}", "tempat: Posyandu Melati", *more)
    return "---\n" + "\n".join(lines) + "\n---\n"


def write(folder: Path, files: dict[str, str | bytes | None]) -> Path:
    """Write files; None removes one."""
    for path, data in files.items():
        file = folder / path
        if data is None:
            file.unlink(missing_ok=True)
        else:
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(data.encode() if isinstance(data, str) else data)
    return folder


class Built(NamedTuple):
    tally: Tally
    daily: frozenset[str]  # paths of the outputs that are declared so
    survey: Survey
    next_change: Moment
    quarantined: tuple[str, ...]


def board_at(content: Path, now: str, history: History = HISTORY) -> Board:
    rooms = [Room(room.outputs, room.month_outputs) for room in (photos, news, agencies, agenda)]
    rooms.append(Room(partial(intake.outputs, portable(), None), intake.month_outputs))
    rooms.append(Room(partial(asset_outputs, ASSET_FILES), asset_month_outputs))
    return Board(
        site=SITE,
        now=at(now),
        tree=FolderTree(content),
        history=history,
        inspect=inspect,
        gate=accept,
        picture_of=picture_of,
        pack_output=pack_output,
        assets=ASSETS,
        rooms=rooms,
        second_rooms=[SecondRoom(discovery.outputs, discovery.month_outputs)],
    )


def library_of(board: Board, cache: Path, workers: int = 1) -> Library:
    reader = Reader(board.tree, inspect, cache / "bacaan", workers)
    return Library(reader, board.site, board.now, accept, picture_of, board.history)


@lru_cache
def renderer() -> Renderer:
    """Templates are compiled once for all builds of a test run, before any child is forked."""
    environment = Environment(
        loader=FileSystemLoader(THEME / "templates"), autoescape=True, undefined=StrictUndefined,
        trim_blocks=True, lstrip_blocks=True,
    )  # fmt: skip
    made = Renderer(environment, SITE, ASSETS)
    for name in environment.list_templates():
        environment.get_template(name)
    return made


def build(
    content: Path,
    output: Path,
    cache: Path,
    now: str,
    workers: int = 1,
    history: History = HISTORY,
    earlier: Earlier | None = None,
) -> Built:
    """What EditionGenerator does, without Pelican around it."""
    board = board_at(content, now, history)
    library = library_of(board, cache, workers)
    survey = Surveyor(library, load_memos(cache / "ikhtisar"), workers).survey()
    if survey.changed:
        save_memos(cache / "ikhtisar", survey.memos)
        library.reader.forget_others()
    constants = Constants(THEME, SITE, ASSETS)
    work = Build(library, survey, board, renderer(), constants, output, cache, workers, earlier)
    edition = edition_of(library, survey, board)
    daily = frozenset(output.path for output in plan_site(edition, board) if output.daily)
    tally = work.run(edition, lambda done, total: None)
    return Built(
        tally, daily, survey, next_change(survey, library.room, board.now), survey.quarantined
    )


def tree_of(folder: Path) -> dict[str, bytes]:
    """Every file of an output but the mark that binds it to its manifest."""
    files = (file for file in folder.rglob("*") if file.is_file() and file.name != ".jejak")
    return {str(file.relative_to(folder)): file.read_bytes() for file in files}
