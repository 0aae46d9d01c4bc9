from tests.theme.conftest import words


def test_a_calendar_is_a_link_and_an_address_to_copy(render):
    html = render("subscribe", base="/lutra", href="/agenda/agenda.ics", address=True)

    assert 'href="/lutra/agenda/agenda.ics"' in html
    assert words(html).endswith("https://uji.example/lutra/agenda/agenda.ics")


def test_a_site_without_an_address_shows_none(render):
    assert words(render("subscribe", href="/a.ics", address=False)) == "Buka kalender (iCalendar)"
