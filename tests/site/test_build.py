"""The whole small site, built as a person builds it."""

import io
import re
import shutil
import zipfile
from pathlib import Path

from PIL import Image, IptcImagePlugin

from tests.conftest import commit_all, copy_project, pelican, run_git

ARTICLE = "berita/dinkes/2026/10/imunisasi-campak/index.html"


def read(output: Path, path: str) -> str:
    return (output / path).read_text(encoding="utf-8")


def test_a_post_stands_on_the_pages_of_its_agency_category_tag_place_and_month(built):
    for path in (
        "index.html",
        "perangkat-daerah/dinkes/index.html",
        "perangkat-daerah/dinkes/2026/10/index.html",
        "perangkat-daerah/kec-masamba/index.html",
        "rubrik/kesehatan/index.html",
        "rubrik/kesehatan/2026/10/index.html",
        "tag/imunisasi/index.html",
        "kecamatan/masamba/index.html",
        "arsip/2026/10/index.html",
        "agenda/dinkes/2026/10/12-imunisasi-campak/index.html",
        "feed.atom",
        "perangkat-daerah/dinkes/feed.atom",
        "rubrik/kesehatan/feed.atom",
    ):
        assert "Imunisasi campak menjangkau 40 balita di Masamba" in read(built, path), path


def test_a_post_of_a_sub_unit_stands_on_its_parents_page_too(built):
    assert "kelas ibu hamil" in read(built, "perangkat-daerah/dinkes/index.html")
    assert "kelas ibu hamil" in read(built, "perangkat-daerah/pkm-baebunta/index.html")


def test_the_covered_activity_says_so_and_the_other_is_missed(built):
    covered = read(built, "agenda/dinkes/2026/10/12-imunisasi-campak/index.html")
    missed = read(built, "agenda/dishub/2026/10/13-rapat-angkutan/index.html")

    assert "sudah diberitakan" in covered.lower()
    assert "belum diberitakan" in missed.lower()
    assert "Rapat angkutan desa" in read(built, "cakupan/index.html")


def test_an_activity_that_is_not_public_leaves_no_word_in_the_output(built):
    texts = [p.read_bytes() for p in built.rglob("*") if p.is_file()]

    assert not any(b"rahasia" in text.lower() and b"internal" in text.lower() for text in texts)
    assert not any(b"Ruang rahasia" in text for text in texts)


def test_a_withdrawn_post_is_a_tombstone_and_stands_nowhere_else(built):
    page = read(built, "berita/dishub/2026/09/terminal-ditata/index.html")
    others = [p for p in built.rglob("*.*") if b"Terminal ditata" in p.read_bytes()]

    assert "Berita ini terbit dua kali." in page
    assert "Kalimat rahasia" not in page
    assert others == []
    assert "terminal-ditata" not in read(built, "sitemap/2026-09.xml")


def test_photos_are_upright_small_and_without_metadata(built):
    names = set(re.findall(r"/foto/[0-9a-z/-]+\.(?:webp|jpg)", read(built, ARTICLE)))

    assert len(names) == 4
    for name in names:
        data = (built / name.lstrip("/")).read_bytes()
        with Image.open(io.BytesIO(data)) as image:
            red, green, blue = image.convert("RGB").getpixel((image.width - 10, 10))
            assert image.height > image.width  # orientation 6 turns it clockwise
            assert not image.getexif()
        assert red > 150 > green
        assert blue < 100
        assert b"rahasia" not in data.lower()


def test_a_post_has_a_card_that_chats_can_show(built):
    page = read(built, ARTICLE)
    (href,) = re.findall(r'"og:image" content="http://localhost/(kartu/[^"]+)"', page)
    with Image.open(built / href) as image:
        image.load()

    assert (image.format, image.size) == ("JPEG", (1200, 630))
    assert (built / href).stat().st_size <= 300_000
    assert '"og:image:width" content="1200"' in page
    assert '"og:image:height" content="630"' in page
    assert '"twitter:card" content="summary_large_image"' in page
    assert '"og:image:alt" content="Imunisasi campak menjangkau 40 balita di Masamba. ' in page


def test_the_press_pack_of_a_post_is_as_large_as_the_page_says(built):
    (href, size) = re.findall(
        r'href="/(pers/[^"]+)" download>[^(]+\(ZIP, (\d+) KB', read(built, ARTICLE)
    )[0]
    file = built / href
    with zipfile.ZipFile(file) as archive:
        assert archive.testzip() is None
        photos = [archive.read(name) for name in archive.namelist() if name.endswith(".jpg")]

    assert int(size) == -(-file.stat().st_size // 1000)
    assert len(photos) == 1
    assert b"rahasia" not in photos[0].lower()
    with Image.open(io.BytesIO(photos[0])) as image:
        assert image.height > image.width
        assert not image.getexif()
        assert IptcImagePlugin.getiptcinfo(image)[(2, 120)].startswith(b"Kader Posyandu")


def test_a_site_for_github_pages_has_no_press_packs(project, tmp_path, monkeypatch):
    monkeypatch.setenv("PRESS_DAYS", "0")
    out = tmp_path / "out"
    done = pelican(project, "-s", "publishconf.py", "-o", str(out), NOW="2026-10-20 09:00")

    assert done.returncode == 0, done.stderr
    assert not (out / "pers").exists()
    assert "Paket pers (ZIP" not in read(out, ARTICLE)
    assert "Kit media" in read(out, ARTICLE)


def test_without_cards_every_page_shows_that_of_the_site(project, tmp_path):
    out = tmp_path / "out"
    done = pelican(project, "-o", str(out), "-e", 'NOW="2026-10-20 09:00"', "CARDS=false")
    (card,) = (out / "kartu").rglob("*.jpg")

    assert done.returncode == 0, done.stderr
    for page in (ARTICLE, "index.html"):
        assert f"/{card.relative_to(out)}" in read(out, page)


def test_both_ways_to_start_pelican_give_the_same_tree(project, tmp_path):
    for name, module in (("satu", True), ("dua", False)):
        done = pelican(project, "-o", str(tmp_path / name), module=module, NOW="2026-10-20 09:00")
        assert done.returncode == 0, done.stderr

    assert tree(tmp_path / "satu") == tree(tmp_path / "dua")


def test_a_lost_output_folder_and_minus_d_give_a_whole_site(project, tmp_path):
    out = tmp_path / "keluaran"
    pelican(project, "-o", str(out), NOW="2026-10-20 09:00")
    whole = tree(out)
    shutil.rmtree(out)
    pelican(project, "-o", str(out), NOW="2026-10-20 09:00")
    lost = tree(out)
    pelican(project, "-o", str(out), "-d", NOW="2026-10-20 09:00")

    assert lost == whole
    assert tree(out) == whole


def test_the_neighbors_plugin_from_pypi_runs_unmodified(project, tmp_path):
    probe = tmp_path / "probe.py"
    probe.write_text(
        "from pelican import signals\n"
        "def tell(generator, writer):\n"
        "    for a in generator.articles:\n"
        "        n = getattr(a, 'next_article', None)\n"
        "        print('TETANGGA', a.slug, n.slug if n else '-', len(a.content) > 20)\n"
        "def register():\n"
        "    signals.article_writer_finalized.connect(tell)\n",
        encoding="utf-8",
    )
    settings = tmp_path / "conf.py"
    settings.write_text(
        "import sys\n"
        f"sys.path[:0] = [{str(tmp_path)!r}, {str(project)!r}]\n"
        "from pelicanconf import *\n"
        "PLUGINS = [*PLUGINS, 'pelican.plugins.neighbors', 'probe']\n"
        f"PATH = {str(project / 'content')!r}\nTHEME = {str(project / 'theme')!r}\n",
        encoding="utf-8",
    )
    done = pelican(
        project, "-s", str(settings), "-o", str(tmp_path / "out"), NOW="2026-10-20 09:00"
    )

    assert done.returncode == 0, done.stderr
    assert "TETANGGA rambu-baru imunisasi-campak True" in done.stdout
    assert "TETANGGA imunisasi-campak - True" in done.stdout


def test_relative_urls_are_refused_with_the_reason(project, tmp_path):
    done = pelican(project, "--relative-urls", "-o", str(tmp_path / "out"))

    assert done.returncode != 0
    assert "--relative-urls is refused" in squeezed(done.stdout + done.stderr)


def test_a_bad_post_is_left_out_the_rest_is_built_and_the_exit_code_is_three(tmp_path):
    folder = copy_project(tmp_path / "proyek")
    bad = folder / "content/berita/dinkes/2026/10/salah/index.md"
    bad.parent.mkdir(parents=True)
    bad.write_text("---\njudul: Salah\ntanggal: 17 Mei 26\nrubrik: kesehatan\n---\n\nIsi.\n")
    done = pelican(folder, NOW="2026-10-20 09:00")

    assert done.returncode == 3
    assert "content/berita/dinkes/2026/10/salah/index.md:3:10 W201" in squeezed(
        done.stdout + done.stderr
    )
    assert (folder / "output" / ARTICLE).exists()
    assert not (folder / "output/berita/dinkes/2026/10/salah").exists()


def test_a_broken_agency_record_stops_the_build(tmp_path):
    folder = copy_project(tmp_path / "proyek")
    (folder / "content/perangkat-daerah/dinkes.md").write_text("---\nnama: Dinkes\n---\n")
    done = pelican(folder, NOW="2026-10-20 09:00")

    assert done.returncode not in (0, 3)
    assert not (folder / "output/index.html").exists()


def test_a_symlink_in_the_content_stops_the_build(tmp_path):
    folder = copy_project(tmp_path / "proyek")
    (folder / "content/berita/dinkes/2026/10/imunisasi-campak/rahasia.jpg").symlink_to(
        "/etc/passwd"
    )
    done = pelican(folder, NOW="2026-10-20 09:00")

    assert done.returncode not in (0, 3)
    assert "S102" in done.stdout + done.stderr


def test_a_runaway_text_is_stopped_and_costs_only_itself(tmp_path):
    folder = copy_project(tmp_path / "proyek")
    slow = folder / "content/berita/dinkes/2026/10/lambat/index.md"
    slow.parent.mkdir(parents=True)
    header = "---\njudul: Lambat\ntanggal: 2026-10-10\nrubrik: kesehatan\n---\n\n"
    slow.write_text(header + "[" * 20_000)
    done = pelican(folder, NOW="2026-10-20 09:00")

    assert done.returncode == 3
    assert "S109" in done.stdout + done.stderr
    assert (folder / "output" / ARTICLE).exists()


def test_a_post_under_embargo_leaves_not_one_byte(tmp_path):
    folder = copy_project(tmp_path / "proyek")
    post = folder / "content/berita/dinkes/2026/10/nanti/index.md"
    post.parent.mkdir(parents=True)
    post.write_text(
        "---\njudul: Kejutan besok pagi\ntanggal: 2026-10-21 07:00\nrubrik: kesehatan\n"
        "terbit_pada: 2026-10-21 07:00\n---\n\nMASAMBA — Kejutan ini baru terbit besok.\n"
    )
    before = pelican(folder, "-o", "sebelum", NOW="2026-10-21 06:59")
    after = pelican(folder, "-o", "sesudah", NOW="2026-10-21 07:00")

    assert (before.returncode, after.returncode) == (0, 0)
    assert "Perubahan berikutnya: 2026-10-21T07:00:00+08:00" in squeezed(before.stdout)
    leaks = [
        p for p in (folder / "sebelum").rglob("*") if p.is_file() and b"ejutan" in p.read_bytes()
    ]
    assert leaks == []
    assert "Kejutan besok pagi" in read(folder / "sesudah", "index.html")


def test_a_base_prefix_stands_before_every_link(project, tmp_path):
    settings = tmp_path / "conf.py"
    settings.write_text(
        f"import sys\nsys.path.insert(0, {str(project)!r})\nfrom pelicanconf import *\n"
        "SITEURL = 'https://contoh.test/kabar'\n"
        f"PATH = {str(project / 'content')!r}\nTHEME = {str(project / 'theme')!r}\n",
        encoding="utf-8",
    )
    out = tmp_path / "out"
    pelican(project, "-s", str(settings), "-o", str(out), NOW="2026-10-20 09:00")
    links = [
        link
        for page in out.rglob("*.html")
        for link in re.findall(r'(?:href|src|srcset)="(/[^"]*)"', page.read_text(encoding="utf-8"))
    ]

    assert links
    assert [link for link in links if not link.startswith("/kabar/")] == []
    assert "https://contoh.test/kabar/berita/" in read(out, "feed.atom")


def test_the_site_of_a_commit_is_that_of_the_commit_and_not_of_the_disk(tmp_path):
    folder = copy_project(tmp_path / "proyek")
    run_git(folder, "init", "-q", "-b", "main")
    head = commit_all(folder)
    pelican(folder, "-o", "bersih", NOW="2026-10-20 09:00")
    shutil.rmtree(folder / "content/berita/dishub")
    pelican(folder, "-o", "komit", NOW="2026-10-20 09:00", COMMIT=head)

    assert tree(folder / "komit") == tree(folder / "bersih")


def tree(folder: Path) -> dict[str, bytes]:
    """What the public gets: all but the mark that binds an output to its manifest."""
    files = (p for p in folder.rglob("*") if p.is_file() and p.name != ".jejak")
    return {str(p.relative_to(folder)): p.read_bytes() for p in files}


def squeezed(text: str) -> str:
    """Rich wraps long lines to the terminal; the words are what counts."""
    return " ".join(text.split())
