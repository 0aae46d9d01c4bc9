from plugins.agenda.charts import histogram


def test_every_column_has_its_number_and_its_label(render):
    html = render("histogram", chart=histogram((8, 0, 4), ("0 hari", "1 hari", ">1 hari")))

    assert html.count('class="histogram__pillar"') == 2  # nothing is not drawn
    assert ">8</text>" in html
    assert "&gt;1 hari</text>" in html


def test_it_is_decoration_beside_a_table(render):
    assert 'aria-hidden="true"' in render("histogram", chart=histogram((1,), ("0 hari",)))
