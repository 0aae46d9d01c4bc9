from tests.theme.conftest import ESCAPED, HOSTILE


def test_a_way_to_the_whole_is_shown_where_there_is_one(render):
    html = render("heading", title="Terbaru", href="/arsip/", more="Semua berita")

    assert '<a class="heading__more" href="/arsip/">Semua berita</a>' in html


def test_a_heading_may_stand_alone(render):
    html = render("heading", title=HOSTILE)

    assert f'<h2 class="heading__title">{ESCAPED}</h2>' in html
    assert "<a" not in html
