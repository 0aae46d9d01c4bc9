from plugins.agenda.calendar import CountedLink
from tests.theme.conftest import words


def test_each_name_leads_on_and_says_how_many(render):
    links = (CountedLink("Dinkes", "/perangkat-daerah/dinkes/#agenda", 3),)
    html = render("counted", base="/lutra", links=links)

    assert 'href="/lutra/perangkat-daerah/dinkes/#agenda"' in html
    assert words(html) == "Dinkes 3 kegiatan"
