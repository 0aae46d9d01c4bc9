from plugins.model.event import EventState
from tests.theme.conftest import make_line, words

PLACE = {"slug": "masamba", "name": "Masamba", "news": "/kecamatan/masamba/"}


def test_a_place_shows_what_comes_and_what_was(render):
    coming, past = make_line(EventState.AKAN_DATANG, "Besok"), make_line(EventState.SUDAH, "Lalu")
    html = render("placelist", coming=(coming,), more=2, past=(past,), **PLACE)

    assert 'id="masamba"' in html
    assert "Besok" in html.partition("Masih ada 2 kegiatan sesudahnya")[0]
    assert "Lalu" in html.partition("Tujuh hari terakhir")[2]


def test_an_empty_place_says_so_and_leads_to_its_news(render):
    html = render("placelist", base="/lutra", coming=(), more=0, past=(), **PLACE)

    assert words(html) == "Masamba Belum ada kegiatan berikutnya. Berita dari Masamba"
    assert 'href="/lutra/kecamatan/masamba/"' in html
