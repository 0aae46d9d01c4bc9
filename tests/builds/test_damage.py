"""Whatever becomes of the files of a cache: the next build gives a clean build's bytes."""

import random
import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from plugins.builds.build import LOT
from plugins.model.moment import Moment
from tests.builds.editing import ChangingNewsroom
from tests.builds.newsrooms import SHARED, build, post_text, tree_of, write
from tests.conftest import ROOT

NOON = "2026-11-25 12:00"
STATES = 20  # of the content, each after a few edits of the one before

Damage = Callable[[random.Random, Path, Path], None]


def truncate(chance: random.Random, file: Path, _older: Path) -> None:
    data = file.read_bytes()
    file.write_bytes(data[: chance.randrange(len(data) or 1)])


def flip_a_bit(chance: random.Random, file: Path, _older: Path) -> None:
    data = bytearray(file.read_bytes() or b"\0")
    data[chance.randrange(len(data))] ^= 1 << chance.randrange(8)
    file.write_bytes(data)


def flip_every_97th_byte(chance: random.Random, file: Path, _older: Path) -> None:
    start = chance.randrange(97)
    file.write_bytes(bytes(
        byte ^ (0xFF if number % 97 == start else 0)
        for number, byte in enumerate(file.read_bytes())
    ))  # fmt: skip


def empty(_chance: random.Random, file: Path, _older: Path) -> None:
    file.write_bytes(b"")


def remove(_chance: random.Random, file: Path, _older: Path) -> None:
    file.unlink()


def append(chance: random.Random, file: Path, _older: Path) -> None:
    file.write_bytes(file.read_bytes() + chance.randbytes(20))


def fill_with_zeros(_chance: random.Random, file: Path, _older: Path) -> None:
    file.write_bytes(bytes(file.stat().st_size))


def put_back_an_older_one(_chance: random.Random, file: Path, older: Path) -> None:
    """As a restored backup would, with every digest in it right."""
    if older.is_file():
        shutil.copyfile(older, file)


def put_another_one(chance: random.Random, file: Path, _older: Path) -> None:
    cache = next(folder for folder in file.parents if folder.name == "cache")
    others = sorted(p for p in cache.rglob("*") if p.is_file() and p != file)
    shutil.copyfile(chance.choice(others), file)


def put_a_program(_chance: random.Random, file: Path, _older: Path) -> None:
    """A pickle that would leave a trace when it is loaded."""
    file.write_bytes(b"cos\nsystem\n(S'touch /tmp/kabar-tertembus'\ntR.")


DAMAGES: tuple[Damage, ...] = (
    truncate, truncate, flip_a_bit, flip_a_bit, flip_every_97th_byte, empty, remove, append,
    fill_with_zeros, put_back_an_older_one, put_back_an_older_one, put_another_one, put_a_program,
)  # fmt: skip


class Desk:
    """A newsroom that changes, with its output and cache of the state before."""

    def __init__(self, folder: Path, seed: int) -> None:
        self.folder = folder
        self.chance = random.Random(seed)
        self.newsroom = ChangingNewsroom(seed)
        self.content = folder / "content"
        self.newsroom.write_to(self.content)
        self.run(folder / "lama")
        self.run(folder / "awal")

    @property
    def now(self) -> str:
        moment: Moment = self.newsroom.now
        return f"{moment.iso_day} {moment.minute // 60:02}:{moment.minute % 60:02}"

    def run(self, folder: Path) -> dict[str, bytes]:
        """Build into a folder that holds an output and a cache."""
        build(self.content, folder / "keluaran", folder / "cache", self.now)
        return tree_of(folder / "keluaran")

    def step(self) -> dict[str, bytes]:
        """Change the content; returns what a clean build makes of it."""
        replace_folder(self.folder / "awal", self.folder / "lama")
        self.run(self.folder / "awal")
        for _ in range(3):
            self.newsroom.change()
        self.newsroom.write_to(self.content)
        shutil.rmtree(self.folder / "bersih", ignore_errors=True)
        return self.run(self.folder / "bersih")

    def damaged(self, damage: Damage) -> tuple[str, dict[str, bytes]]:
        """The state before with one damaged file, built again over the present content."""
        replace_folder(self.folder / "awal", self.folder / "coba")
        cache = self.folder / "coba/cache"
        file = self.chance.choice(sorted(p for p in cache.rglob("*") if p.is_file()))
        name = str(file.relative_to(cache))
        damage(self.chance, file, self.folder / "lama/cache" / name)
        return name, self.run(self.folder / "coba")


def replace_folder(source: Path, target: Path) -> None:
    shutil.rmtree(target, ignore_errors=True)
    shutil.copytree(source, target)


def check(folder: Path, seed: int, states: int, damages_of_each: int) -> set[str]:
    """Returns which files of the cache were damaged."""
    desk, touched = Desk(folder, seed), set()
    for _ in range(states):
        clean = desk.step()
        for _ in range(damages_of_each):
            damage = desk.chance.choice(DAMAGES)
            name, made = desk.damaged(damage)
            differing = sorted(p for p in clean | made if clean.get(p) != made.get(p))
            assert differing == [], f"after {damage.__name__} of {name}"
            touched.add(name.partition("/")[0])
    return touched


def test_a_damaged_cache_costs_time_and_never_a_byte(tmp_path):
    check(tmp_path, seed=7, states=2, damages_of_each=6)


@pytest.mark.audit
@pytest.mark.parametrize("seed", range(200, 204))
def test_a_thousand_damages_cost_time_and_never_a_byte(seed, tmp_path):
    touched = check(tmp_path, seed, STATES // 4, 50)

    assert len(touched) >= 2  # what was read, and what was written
    assert not Path("/tmp/kabar-tertembus").exists()


def test_bodies_that_were_damaged_are_read_again_by_several_workers_at_once(tmp_path):
    posts = {
        f"berita/dinkes/2026/11/{number}/index.md": post_text(
            f"Berita {number}", "2026-11-24 09:00", body=f"Petugas melayani {number + 1000} anak."
        )
        for number in range(3 * LOT)
    }
    content = write(tmp_path / "content", {**SHARED, **posts})
    build(content, tmp_path / "bersih", tmp_path / "cache", NOON)
    file = tmp_path / "cache/bacaan/2026-11.bagian"
    before, bodies, behind = file.read_bytes().rpartition(b"melayani 1000 anak")
    file.write_bytes(before + bodies + behind.replace(b"melayani", b"meracuni"))
    build(content, tmp_path / "keluaran", tmp_path / "cache", NOON, workers=4)

    assert tree_of(tmp_path / "keluaran") == tree_of(tmp_path / "bersih")
    assert all(kept.suffix == ".bagian" for kept in file.parent.iterdir())


def test_nothing_here_is_ever_unpickled():
    imports = re.compile(r"^\s*(?:import|from) (?:pickle|marshal|shelve|dill)\b", re.MULTILINE)
    sources = [p for p in (ROOT / "plugins").rglob("*.py") if imports.search(p.read_text())]

    assert sources == []
