def test_it_offers_four_ways_on(render):
    assert render("ways", base="/lutra").count('href="/lutra/') == 4
