"""Whatever is edited, in whatever order: an incremental build gives a clean build's bytes."""

import io
import os
import random
import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pelican
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pelican.settings import read_settings
from PIL import Image

from tests.conftest import copy_project

AGENCIES = ("dinkes", "dishub", "pkm-baebunta", "kec-masamba", "humas")
MONTHS = ("2026/08", "2026/09", "2026/10", "2026/11")
TAGS = ("imunisasi", "posyandu", "rambu", "lansia")
START = "2026-10-20 09:00"


class Site:
    """A project folder that is edited and built, with the moment it believes in."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.content = folder / "content"
        self.now = START
        self.workers = 1
        self.tagline = "Kabar kegiatan"

    def build(self, output: Path, cache: Path) -> str:
        """Build in this process; a quarantine is no failure, a refused site is one."""
        found = read_settings(
            str(self.folder / "pelicanconf.py"),
            override={
                "PATH": str(self.content),
                "THEME": str(self.folder / "theme"),
                "OUTPUT_PATH": str(output),
                "CACHE_PATH": str(cache),
                "NOW": self.now,
                "WORKERS": self.workers,
                "TAGLINE": self.tagline,
                "LOG_FILTER": [],
            },
        )
        try:
            pelican.Pelican(found).run()
        except SystemExit as ended:
            assert ended.code == 3
        except RuntimeError as refused:
            return str(refused)
        return ""

    def posts(self) -> list[Path]:
        return sorted(self.content.glob("berita/*/*/*/*/index.md"))

    def events(self) -> list[Path]:
        return sorted(self.content.glob("agenda/*/*/*/*.md"))


def add_post(site: Site, chance: random.Random) -> None:
    agency, month = chance.choice(AGENCIES), chance.choice(MONTHS)
    slug = f"baru-{chance.randrange(1000)}"
    day = f"{month.replace('/', '-')}-{chance.randint(1, 28):02}"
    keys = [f"judul: Judul {slug}", f"tanggal: {day}", "rubrik: kesehatan"]
    keys.append(f"tag: [{', '.join(chance.sample(TAGS, chance.randint(1, 3)))}]")
    if chance.random() < 0.4 and site.events():
        event = chance.choice(site.events()).relative_to(site.content / "agenda")
        keys.append(f"agenda: [{event.with_suffix('')}]")
    if chance.random() < 0.3:
        keys.append(f"bersama: [{chance.choice(AGENCIES)}]")
    if chance.random() < 0.2:
        keys.append(f"terbit_pada: {day} 23:00")
    if chance.random() < 0.2:
        keys.append(f"alias: [/berita/{agency}/{month}/lama-{chance.randrange(3)}/]")
    folder = site.content / "berita" / agency / month / slug
    if chance.random() < 0.4:
        keys.append("foto:\n  - berkas: foto.jpg\n    alt: Sebuah lapangan yang berwarna")
        photo(folder / "foto.jpg", chance)
    write(folder / "index.md", "---\n" + "\n".join(keys) + f"\n---\n\nMASAMBA — Isi {slug}.\n")


def edit_body(site: Site, chance: random.Random) -> None:
    file = chance.choice(site.posts())
    write(file, file.read_text() + f'\n"Tambahan {chance.randrange(99)}," katanya.\n')


def edit_title(site: Site, chance: random.Random) -> None:
    replace_line(chance.choice(site.posts()), "judul", f"Judul lain {chance.randrange(99)}")


def delete_post(site: Site, chance: random.Random) -> None:
    shutil.rmtree(chance.choice(site.posts()).parent)


def rename_post(site: Site, chance: random.Random) -> None:
    folder = chance.choice(site.posts()).parent
    move(folder, folder.with_name(f"ganti-{chance.randrange(1000)}"))


def redate_post(site: Site, chance: random.Random) -> None:
    """To another day, and with it to another month's folder."""
    file = chance.choice(site.posts())
    agency, slug = file.parts[-5], file.parts[-2]
    month = chance.choice(MONTHS)
    replace_line(file, "tanggal", f"{month.replace('/', '-')}-{chance.randint(1, 28):02}")
    move(file.parent, site.content / "berita" / agency / month / slug)


def withdraw_post(site: Site, chance: random.Random) -> None:
    file = chance.choice(site.posts())
    if "dicabut:" not in file.read_text():
        add_key(file, "dicabut:\n  tanggal: 2026-10-19\n  alasan: Terbit dua kali.")


def correct_post(site: Site, chance: random.Random) -> None:
    file = chance.choice(site.posts())
    if "ralat:" not in file.read_text():
        add_key(file, f"ralat:\n  - tanggal: 2026-10-19\n    isi: Angkanya {chance.randrange(9)}.")


def break_post(site: Site, chance: random.Random) -> None:
    replace_line(chance.choice(site.posts()), "rubrik", chance.choice(("tidak-ada", "kesehatan")))


def change_photo(site: Site, chance: random.Random) -> None:
    photos = sorted(site.content.glob("berita/**/*.jpg"))
    if photos:
        photo(chance.choice(photos), chance)


def add_event(site: Site, chance: random.Random) -> None:
    agency, month, day = chance.choice(AGENCIES), chance.choice(MONTHS), chance.randint(1, 28)
    keys = [
        f"acara: Kegiatan {chance.randrange(99)}",
        f"tanggal: {month.replace('/', '-')}-{day:02}",
    ]
    keys.append(f"publik: {chance.choice(('ya', 'ya', 'setelah-selesai', 'tidak'))}")
    if chance.random() < 0.3:
        keys.append("mulai: 09:00\nselesai: 12:00")
    file = site.content / "agenda" / agency / month / f"{day:02}-acara-{chance.randrange(9)}.md"
    write(file, "---\n" + "\n".join(keys) + "\n---\n")


def edit_event(site: Site, chance: random.Random) -> None:
    replace_line(chance.choice(site.events()), "acara", f"Kegiatan lain {chance.randrange(99)}")


def call_off_event(site: Site, chance: random.Random) -> None:
    file = chance.choice(site.events())
    if "status:" not in file.read_text():
        add_key(file, "status: batal\nalasan: Hujan lebat.")


def delete_event(site: Site, chance: random.Random) -> None:
    if len(site.events()) > 1:
        chance.choice(site.events()).unlink()


def rename_agency(site: Site, chance: random.Random) -> None:
    file = site.content / f"perangkat-daerah/{chance.choice(AGENCIES)}.md"
    key = chance.choice(("nama", "singkatan"))
    replace_line(file, key, f"Nama lain {chance.randrange(9)}")


def change_officer(site: Site, chance: random.Random) -> None:
    file = site.content / f"perangkat-daerah/{chance.choice(AGENCIES)}.md"
    replace_line(file, "    sejak", f"2026-{chance.randint(1, 12):02}-15")


def rename_category(site: Site, chance: random.Random) -> None:
    file = site.content / "rubrik.yaml"
    write(file, file.read_text().replace("nama: ", f"nama: Ganti {chance.randrange(9)} ", 1))


def edit_template(site: Site, chance: random.Random) -> None:
    names = ("base.html", "article.html", "components/card.html", "month.html", "home.html")
    file = site.folder / "theme/templates" / chance.choice(names)
    text = file.read_text()
    file.write_text(text.replace("class=", f'data-n="{chance.randrange(99)}" class=', 1))


def edit_style(site: Site, chance: random.Random) -> None:
    file = site.folder / "theme/css/tokens.css"
    file.write_text(file.read_text() + f".x{chance.randrange(99)} {{ color: inherit; }}\n")


def edit_settings(site: Site, chance: random.Random) -> None:
    site.tagline = f"Semboyan {chance.randrange(99)}"


def let_time_pass(site: Site, chance: random.Random) -> None:
    day, month = chance.randint(1, 28), chance.choice(("09", "10", "11", "12"))
    site.now = f"2026-{month}-{day:02} {chance.randint(0, 23):02}:{chance.choice((0, 30)):02}"


def change_workers(site: Site, chance: random.Random) -> None:
    site.workers = chance.choice((1, 2, 3))


def lose_the_output(site: Site, _chance: random.Random) -> None:
    shutil.rmtree(site.folder / "keluaran")


def lose_the_cache(site: Site, _chance: random.Random) -> None:
    shutil.rmtree(site.folder / "simpan")


EDITS: tuple[Callable[[Site, random.Random], None], ...] = (
    add_post, add_post, edit_body, edit_title, delete_post, rename_post, redate_post,
    withdraw_post, correct_post, break_post, change_photo, add_event, edit_event,
    call_off_event, delete_event, rename_agency, change_officer, rename_category,
    edit_template, edit_style, edit_settings, let_time_pass, let_time_pass, change_workers,
    lose_the_output, lose_the_cache,
)  # fmt: skip
REACH_TEMPLATES = {edit_template.__name__, edit_style.__name__, edit_settings.__name__}
STEPS = st.tuples(st.sampled_from(EDITS), st.integers(0, 2**16))
QUIET = (HealthCheck.function_scoped_fixture, HealthCheck.too_slow)


@pytest.fixture(scope="module")
def ready(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small site that was edited a little and built once."""
    folder = copy_project(tmp_path_factory.mktemp("awal") / "situs")
    shutil.rmtree(folder / "plugins")  # builds here run in this process, with its own
    site, chance = Site(folder), random.Random(3)
    for file in sorted(folder.glob("content/berita/**/*.jpg")):
        photo(file, chance)
    for edit in (*[add_post] * 6, *[add_event] * 4):
        edit(site, chance)
    site.build(folder / "keluaran", folder / "simpan")
    return folder


def check_sequence(ready: Path, folder: Path, sequence) -> None:
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(ready, folder, symlinks=True)
    site = Site(folder)
    done = []
    for edit, seed in sequence:
        edit(site, random.Random(seed))
        done.append((edit.__name__, seed))
        refused = site.build(folder / "keluaran", folder / "simpan")
        if refused:
            continue  # the old site stays; nothing to compare
        if not REACH_TEMPLATES & dict(done).keys():
            lend_templates(ready, folder / "simpan-bersih")
        again = site.build(folder / "bersih", folder / "simpan-bersih")
        assert again == ""
        assert_same(folder / "keluaran", folder / "bersih", done)
        shutil.rmtree(folder / "bersih")
        shutil.rmtree(folder / "simpan-bersih")


def lend_templates(ready: Path, cache: Path) -> None:
    """Templates that no edit reaches are the one thing a clean build here need not make anew."""
    cache.mkdir()
    shutil.copytree(ready / "simpan/cetakan", cache / "cetakan", copy_function=os.link)


def assert_same(one: Path, other: Path, done) -> None:
    first, second = tree(one), tree(other)
    differing = sorted(p for p in first.keys() | second.keys() if first.get(p) != second.get(p))

    assert differing == [], f"after {done}"


@settings(max_examples=20, deadline=None, derandomize=True, suppress_health_check=QUIET)
@given(st.lists(STEPS, min_size=1, max_size=3))
def test_twenty_sequences_of_edits_give_what_a_clean_build_gives(ready, tmp_path, sequence):
    check_sequence(ready, tmp_path / "situs", sequence)


@pytest.mark.audit
@pytest.mark.parametrize("quarter", range(4))  # by chance each is another fifty
@settings(max_examples=50, deadline=None, suppress_health_check=QUIET)
@given(sequence=st.lists(STEPS, min_size=1, max_size=4))
def test_two_hundred_sequences_of_edits_give_what_a_clean_build_gives(
    ready, tmp_path, quarter, sequence
):
    check_sequence(ready, tmp_path / f"situs-{quarter}", sequence)


@pytest.mark.parametrize("edit", sorted(set(EDITS), key=lambda e: e.__name__))
def test_each_kind_of_edit_by_itself(ready, tmp_path, edit):
    check_sequence(ready, tmp_path / "situs", [(edit, 7)])


def tree(folder: Path) -> dict[str, bytes]:
    return {str(p.relative_to(folder)): p.read_bytes() for p in folder.rglob("*") if p.is_file()}


def photo(file: Path, chance: random.Random) -> None:
    colour = tuple(chance.randrange(256) for _ in range(3))
    buffer = io.BytesIO()
    Image.new("RGB", (60, 40), colour).save(buffer, "JPEG")
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(buffer.getvalue())


def write(file: Path, text: str) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")


def replace_line(file: Path, key: str, value: str) -> None:
    text = file.read_text(encoding="utf-8")
    write(file, re.sub(rf"^{key}: .*$", f"{key}: {value}", text, count=1, flags=re.MULTILINE))


def add_key(file: Path, text: str) -> None:
    head, fence, body = file.read_text(encoding="utf-8").partition("\n---\n")
    write(file, f"{head}\n{text}{fence}{body}")


def move(folder: Path, target: Path) -> None:
    if not target.exists():
        target.parent.mkdir(parents=True, exist_ok=True)
        folder.rename(target)
