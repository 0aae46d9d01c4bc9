from tests.theme.conftest import make_card


def test_posts_keep_their_order(render):
    html = render("cards", cards=(make_card("Pertama"), make_card("Kedua")))

    assert html.index("Pertama") < html.index("Kedua")


def test_an_agency_page_need_not_name_its_agency(render):
    assert "Distan" in render("cards", cards=(make_card(),))
    assert "Distan" not in render("cards", cards=(make_card(),), agency=False)


def test_tiles_are_marked_on_list_and_card(render):
    html = render("cards", cards=(make_card(),), tiles=True)

    assert 'class="cards cards--tiles"' in html
    assert 'class="card card--tile"' in html


def test_no_posts_leave_no_list(render):
    assert render("cards", cards=()).strip() == ""
