"""Pelican's articles for plugins that read them."""

import pytest
from pelican.settings import DEFAULT_CONFIG  # noqa: TID251 - what articles are made for

from plugins.builds.articles import LazyArticles
from plugins.builds.generator import articles_of
from plugins.builds.survey import Surveyor
from tests.builds.newsrooms import SHARED, board_at, library_of, post_text, write

LINES = (
    "ringkasan: Ringkas.", "tag: [imunisasi]", "penulis: Petugas Contoh",
    "ralat: [{tanggal: 2026-11-25, isi: Diperbaiki.}]",
)  # fmt: skip
POSTS = {
    "berita/dinkes/2026/11/imunisasi/index.md": post_text(
        "Imunisasi campak", "2026-11-24 09:30", *LINES, body="Satu.\n\n> Dua."
    ),
    "berita/dinkes/2026/10/lama/index.md": post_text("Lama", "2026-10-01 08:00"),
    "berita/dinkes/2026/11/dicabut/index.md": post_text(
        "Dicabut", "2026-11-24 10:00", "dicabut: {tanggal: 2026-11-24 12:00, alasan: Dua kali.}"
    ),
}


@pytest.fixture(scope="module")
def articles(tmp_path_factory):
    folder = tmp_path_factory.mktemp("artikel")
    board = board_at(write(folder / "content", {**SHARED, **POSTS}), "2026-11-26 08:00")
    library = library_of(board, folder / "cache")
    Surveyor(library, {}).survey()
    return articles_of(library, {**DEFAULT_CONFIG, "SITENAME": "Kabar"}, {})


def test_published_posts_of_all_months_are_articles_newest_first(articles):
    assert [article.slug for article in articles] == ["imunisasi", "lama"]


def test_an_article_has_the_metadata_that_plugins_know(articles):
    article = articles[0]

    assert (article.title, article.url, article.save_as) == (
        "Imunisasi campak",
        "berita/dinkes/2026/11/imunisasi/",
        "berita/dinkes/2026/11/imunisasi/index.html",
    )
    assert (article.category.name, article.author.name, article.summary) == (
        "Kesehatan", "Petugas Contoh", "Ringkas.",
    )  # fmt: skip
    assert ([tag.name for tag in article.tags], article.status) == (["imunisasi"], "published")


def test_an_article_without_a_writer_or_summary_has_the_sites_name_and_its_beginning(articles):
    article = articles[1]

    assert (article.author.name, article.summary) == (
        "Kabar",
        "MASAMBA — Petugas melayani 40 anak.",
    )


def test_an_articles_times_are_those_of_wita(articles):
    assert articles[0].date.isoformat() == "2026-11-24T09:30:00+08:00"
    assert articles[0].modified.isoformat() == "2026-11-25T00:00:00+08:00"


def test_an_articles_content_is_its_text(articles):
    assert articles[0].content == (
        "<p>MASAMBA — Satu.</p>\n<blockquote>\n<p>Dua.</p>\n</blockquote>"
    )


def test_articles_are_made_once_and_only_when_one_is_touched():
    made = []

    def make():
        made.append(True)
        return ["satu", "dua"]

    articles = LazyArticles(2, make)

    assert (len(articles), made) == (2, [])
    assert (articles[0], list(articles), articles[-1:]) == ("satu", ["satu", "dua"], ["dua"])
    assert made == [True]
