def test_one_activity_is_one_unit_of_width(render):
    html = render("bar", covered=3, waiting=2, missed=1, held=7)

    assert 'viewBox="0 0 7 1"' in html
    assert '<rect class="bar__covered" width="3" height="1"/>' in html
    assert '<rect class="bar__waiting" x="3" width="2" height="1"/>' in html
    assert '<rect class="bar__missed" x="5" width="1" height="1"/>' in html


def test_it_is_hidden_from_those_who_hear_the_words_beside_it(render):
    assert 'aria-hidden="true"' in render("bar", covered=1, waiting=0, missed=0, held=1)


def test_nothing_is_drawn_where_nothing_was_held(render):
    assert render("bar", covered=0, waiting=0, missed=0, held=0).strip() == ""
