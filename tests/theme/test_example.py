from tests.theme.conftest import ESCAPED, HOSTILE


def test_every_line_is_shown_as_it_was_written(render):
    html = render("example", title="Benar", lines=("foto:", "  - " + HOSTILE))

    assert '<span class="example__line">foto:</span>' in html
    assert f'<span class="example__line">  - {ESCAPED}</span></pre>' in html


def test_wrong_and_right_differ_in_word_and_edge(render):
    right = render("example", title="Benar", lines=("a",))
    wrong = render("example", title="Salah", lines=("a",), right=False)

    assert "example--wrong" not in right
    assert '<section class="example example--wrong">' in wrong
    assert ">Salah</h2>" in wrong
