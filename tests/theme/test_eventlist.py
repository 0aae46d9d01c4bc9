from tests.theme.conftest import make_line


def test_lines_keep_their_order(render):
    html = render("eventlist", lines=(make_line(title="Pertama"), make_line(title="Kedua")))

    assert html.index("Pertama") < html.index("Kedua")


def test_the_day_is_said_only_where_asked(render):
    assert "Selasa" not in render("eventlist", lines=(make_line(),))
    assert "Selasa" in render("eventlist", lines=(make_line(),), days=True)


def test_no_lines_leave_no_list(render):
    assert render("eventlist", lines=()).strip() == ""
