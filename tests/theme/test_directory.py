from plugins.news.home import AgencyCount
from tests.theme.conftest import words


def test_each_agency_says_how_many_posts_it_has(render):
    agencies = (AgencyCount("Dinkes", "/perangkat-daerah/dinkes/", 3),)

    assert words(render("directory", title="Dinas", agencies=agencies)) == "Dinas Dinkes 3 berita"


def test_a_zero_is_said_quietly(render):
    html = render("directory", title="Dinas", agencies=(AgencyCount("DLH", "/x/", 0),))

    assert "directory__count--none" in html


def test_a_kind_without_agencies_is_left_out(render):
    assert render("directory", title="Dinas", agencies=()).strip() == ""
