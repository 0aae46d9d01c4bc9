def test_both_menus_hold_the_same_six_places(render):
    html = render("masthead", name="Kabar", tagline="Kabar uji")

    for label in ("Beranda", "Agenda", "Cakupan", "Perangkat Daerah", "Rubrik", "Arsip"):
        assert html.count(f">{label}</a>") == 2


def test_it_opens_without_a_script(render):
    html = render("masthead", name="Kabar", tagline="Kabar uji")

    assert "<details" in html
    assert '<summary class="masthead__toggle">Menu</summary>' in html


def test_the_part_that_one_is_in_is_marked(render):
    html = render("masthead", name="Kabar", tagline="Kabar uji", here="/agenda/")

    assert html.count('aria-current="true"') == 2
    assert 'href="/agenda/" aria-current="true">Agenda' in html


def test_links_take_the_base_prefix(render):
    html = render("masthead", base="/lutra", name="Kabar", tagline="Kabar uji")

    assert html.count('href="/lutra/') == 13
