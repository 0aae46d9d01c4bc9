from plugins.model.card import Link


def test_every_way_has_the_prefix_of_the_site(render):
    links = (Link("Di sini", "/agenda/#kalender"), Link("Di sana", "/agenda/kecamatan/"))
    html = render("jumps", base="/lutra", links=links)

    assert 'href="/lutra/agenda/#kalender">Di sini</a>' in html
    assert 'href="/lutra/agenda/kecamatan/">Di sana</a>' in html
