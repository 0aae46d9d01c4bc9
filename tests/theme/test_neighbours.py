from plugins.model.card import Link

OLDER, NEWER = Link("Lama", "/berita/a/"), Link("Baru", "/berita/b/")


def test_both_neighbours_are_named(render):
    html = render("neighbours", older=OLDER, newer=NEWER)

    assert 'href="/berita/a/" rel="prev">Lama</a>' in html
    assert 'href="/berita/b/" rel="next">Baru</a>' in html


def test_an_only_post_has_none(render):
    assert render("neighbours", older=None, newer=None).strip() == ""
