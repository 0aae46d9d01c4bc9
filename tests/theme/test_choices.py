from tests.theme.conftest import ESCAPED, HOSTILE


def test_each_choice_is_a_radio_button_within_its_label(render):
    html = render(
        "choices",
        name="jenis",
        label="judul",
        options=(("a", "Berita", HOSTILE), ("b", "Baru", "")),
    )

    assert '<div class="choices" role="radiogroup" aria-labelledby="judul">' in html
    assert html.count('type="radio" name="jenis"') == 2
    assert f'<span class="choices__words">{ESCAPED}</span>' in html
