"""Previews at their door: a commit goes in, pages that need nothing else come out."""

import re
import shutil
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from plugins.builds.__main__ import main
from plugins.builds.preview import near_sections
from plugins.builds.selfcontained import self_contained
from plugins.reading.clock import now
from plugins.reading.tree import CommitTree
from tests.conftest import commit_all, run_git

POST = "content/berita/dinkes/2026/10/imunisasi-campak/index.md"
PAGE = "berita-dinkes-2026-10-imunisasi-campak.html"
EVENT = """\
---
acara: Kejutan untuk warga
tanggal: 2027-01-15
mulai: 09:00
publik: setelah-selesai
---
"""


class Links(HTMLParser):
    """Every address that a page names, and every tag that it has."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.addresses: list[str] = []
        self.tags: set[str] = set()
        self.feed(text)

    def handle_starttag(self, tag, attributes):
        self.tags.add(tag)
        self.addresses += [v or "" for name, v in attributes if name in ("src", "href", "srcset")]


@pytest.fixture
def repository(project: Path, tmp_path: Path) -> Path:
    """The small site, on the branch of a proposal."""
    run_git(tmp_path, "clone", "-q", str(project), str(tmp_path / "klon"))
    run_git(tmp_path / "klon", "switch", "-q", "-c", "usul/dinkes/coba")
    return tmp_path / "klon"


def previews(repository: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """What `make pratinjau` leaves of the changes in *repository*."""
    commit_all(repository)
    monkeypatch.setenv("SITEURL", "https://kabar.example/lutra")
    to = repository.parent / "pratinjau"
    arguments = ["--repository", str(repository), "--base", "main", "--to", str(to)]
    assert main([*arguments, "--cache", str(repository.parent / "cache")]) == 0
    return to


def write(repository: Path, path: str, text: str) -> None:
    file = repository / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")


def change(repository: Path, old: str, new: str) -> None:
    text = (repository / POST).read_text(encoding="utf-8")
    assert old in text
    (repository / POST).write_text(text.replace(old, new), encoding="utf-8")


def test_a_changed_post_is_one_file_that_needs_nothing_else(repository, monkeypatch):
    change(repository, "\n---\n\n", "\n---\n\nKalimat yang baru. ")
    folder = previews(repository, monkeypatch)
    page = (folder / PAGE).read_text(encoding="utf-8")
    links = Links(page)
    strange = [
        a for a in links.addresses
        if not re.match(r"data:(image|font)/[a-z0-9+]+;base64,|#", a)
        and urlsplit(a).hostname not in ("kabar.example", "wa.me", "creativecommons.org")
    ]  # fmt: skip

    assert sorted(file.name for file in folder.iterdir()) == [PAGE, "index.html"]
    assert "Kalimat yang baru." in page
    assert strange == []
    assert "https://kabar.example/lutra/perangkat-daerah/dinkes/" in links.addresses
    assert not links.tags & {"script", "link", "source", "iframe"}
    assert "url(" not in re.sub(r'url\("data:font/woff2;base64,[^"]+"\)', "", page)


def test_it_says_on_top_that_it_is_not_published_and_is_kept_from_search(repository, monkeypatch):
    change(repository, "\n---\n\n", "\n---\n\nBaru. ")
    page = (previews(repository, monkeypatch) / PAGE).read_text(encoding="utf-8")
    body = page[page.index("<body>") :]
    policy = page.index("Content-Security-Policy")

    assert body.index("PRATINJAU, belum terbit.") < body.index("masthead")
    assert '<meta name="robots" content="noindex, nofollow, noarchive">' in page
    assert "default-src 'none'; style-src 'unsafe-inline'; img-src data:;" in page[policy:]
    assert "script-src" not in page
    assert policy < page.index("<style>")


def test_an_embargo_hides_nothing_from_humas(repository, monkeypatch):
    later = f"{now().later(30).iso_day} 07:00"
    change(repository, "rubrik: kesehatan\n", f"rubrik: kesehatan\nterbit_pada: {later}\n")
    folder = previews(repository, monkeypatch)

    assert "Imunisasi campak" in (folder / PAGE).read_text(encoding="utf-8")


def test_what_becomes_public_only_afterwards_is_shown_too(repository, monkeypatch):
    write(repository, "content/agenda/dinkes/2027/01/15-kejutan.md", EVENT)
    folder = previews(repository, monkeypatch)
    page = (folder / "agenda-dinkes-2027-01-15-kejutan.html").read_text(encoding="utf-8")

    assert "Kejutan untuk warga" in page


def test_what_has_no_page_is_named_with_the_reason(repository, monkeypatch):
    change(repository, "rubrik: kesehatan", "rubrik: tidak-ada")
    hidden = EVENT.replace("setelah-selesai", "tidak")
    write(repository, "content/agenda/dinkes/2027/01/15-rahasia.md", hidden)
    folder = previews(repository, monkeypatch)
    index = (folder / "index.html").read_text(encoding="utf-8")

    assert [file.name for file in folder.iterdir()] == ["index.html"]
    assert "imunisasi-campak/index.md: belum lolos pemeriksaan" in index
    assert "15-rahasia.md: tidak mendapat halaman sendiri" in index


def test_a_photo_that_moved_is_a_changed_post(repository, monkeypatch):
    photo = repository / POST.replace("index.md", "posyandu.jpg")
    shutil.copy(photo, photo.with_name("kedua.jpg"))
    change(repository, "posyandu.jpg", "kedua.jpg")
    photo.unlink()
    page = (previews(repository, monkeypatch) / PAGE).read_text(encoding="utf-8")

    assert "data:image/jpeg;base64,/9j/" in page


def test_the_proposals_own_theme_and_code_are_never_used(repository, monkeypatch):
    change(repository, "\n---\n\n", "\n---\n\nBaru. ")
    write(repository, "theme/templates/article.html", "JAHAT")
    write(repository, "plugins/builds/preview.py", "raise SystemExit(9)\n")
    write(repository, "publishconf.py", "raise SystemExit(9)\n")
    page = (previews(repository, monkeypatch) / PAGE).read_text(encoding="utf-8")

    assert "JAHAT" not in page
    assert "masthead" in page


def test_only_the_months_that_a_page_looks_into_are_read(repository):
    event = EVENT.replace("publik: setelah-selesai", "catatan: lihat dishub/2024/03/05-rapat")
    write(repository, "content/agenda/dinkes/2027/01/15-lama.md", event)
    write(repository, "content/agenda/dishub/2024/03/05-rapat.md", EVENT)
    write(repository, "content/agenda/dishub/2019/03/05-lalu.md", EVENT)
    commit_all(repository)
    tree = CommitTree(repository, "HEAD")
    found = near_sections(tree, ["agenda/dinkes/2027/01/15-lama.md"])
    tree.close()

    assert found == {"bersama", "2024-03", "2026-09", "2026-10", "2027-01"}


def test_nothing_of_a_page_can_load_or_run():
    page = (
        '<!doctype html><html><head><script>alert("<b>")</script><link rel="icon" href="/i.svg">'
        '</head><body><img src="//jahat.example/a.png" onerror="x()" srcset="b.jpg 2x">'
        '<a href="javascript:x()" ping="/p">a</a><a href="/b/?c=1&amp;d=2">b</a>'
        '<form action="/kirim">&lt;b&gt; &#38; &copy;</form></body></html>'
    )

    assert self_contained(page, "<p>!</p>", "", (), lambda _: None).partition("</head>")[2] == (
        '<body>\n<p>!</p><img src="data:,"><a>a</a><a>b</a>'
        "<form>&lt;b&gt; &#38; &copy;</form></body></html>"
    )


def test_links_lead_to_the_site_where_its_address_is_known():
    page = '<a href="/sub/b/?c=1&amp;d=2">b</a><a href="lain.html">c</a>'

    assert self_contained(page, "", "https://k.example/sub", ("", "/sub"), lambda _: None) == (
        '<a href="https://k.example/sub/b/?c=1&amp;d=2">b</a><a href="lain.html">c</a>'
    )


def test_photos_of_another_host_are_put_in_too():
    files = {"foto/a.jpg": b"a", "foto/b.jpg": b"b"}
    page = '<img src="https://media.example/lutra/foto/a.jpg"><img src="/sub/foto/b.jpg">'
    prefixes = ("https://media.example/lutra", "/sub")

    assert self_contained(page, "", "", prefixes, files.get) == (
        '<img src="data:image/jpeg;base64,YQ=="><img src="data:image/jpeg;base64,Yg==">'
    )
