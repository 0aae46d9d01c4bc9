"""Pelican's articles for plugins that read them."""

from pathlib import Path

import pytest
from pelican.settings import DEFAULT_CONFIG  # noqa: TID251 - what articles are made for

from plugins.builds.articles import LazyArticles, articles_of
from plugins.builds.render import Store
from plugins.model.body import Html, PhotoSlot
from plugins.model.post import Correction
from plugins.reading.tree import FolderTree
from tests.model.makers import REF, at, edition_of, make_post


@pytest.fixture(scope="module")
def article():
    post = make_post(
        title="Imunisasi campak", date="2026-11-24 09:30", tags=("imunisasi",),
        writer="Petugas Contoh", summary="Ringkas.",
        corrections=(Correction(at("2026-11-25"), "Ralat."),),
    )  # fmt: skip
    body = (Html("<p>Satu.</p>"), PhotoSlot("a.jpg"), Html("<p>Dua.</p>"))
    edition = edition_of(post, bodies={REF.digest: body})
    store = Store(edition.newsroom, FolderTree(Path()))
    (article,) = articles_of(edition, store, dict(DEFAULT_CONFIG), {})
    return article


def test_an_article_has_the_metadata_that_plugins_know(article):
    assert (article.title, article.slug, article.url, article.save_as) == (
        "Imunisasi campak",
        "imunisasi",
        "berita/dinkes/2026/11/imunisasi/",
        "berita/dinkes/2026/11/imunisasi/index.html",
    )
    assert (article.category.name, article.author.name, article.summary) == (
        "Kesehatan", "Petugas Contoh", "Ringkas.",
    )  # fmt: skip
    assert [tag.name for tag in article.tags] == ["imunisasi"]
    assert article.status == "published"


def test_an_articles_times_are_those_of_wita(article):
    assert article.date.isoformat() == "2026-11-24T09:30:00+08:00"
    assert article.modified.isoformat() == "2026-11-25T00:00:00+08:00"


def test_an_articles_content_is_its_text_without_the_photo_slots(article):
    assert article.content == "<p>Satu.</p>\n<p>Dua.</p>"


def test_articles_are_made_once_and_only_when_one_is_touched():
    made = []

    def make():
        made.append(True)
        return ["satu", "dua"]

    articles = LazyArticles(2, make)

    assert (len(articles), made) == (2, [])
    assert (articles[0], list(articles), articles[-1:]) == ("satu", ["satu", "dua"], ["dua"])
    assert made == [True]
