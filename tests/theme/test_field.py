def test_a_field_has_its_label_its_help_and_the_kinds_that_ask_it(render_source):
    html = render_source(
        '{% from "components/field.html" import field %}'
        '{% call field(name="judul", label="Judul <b>", help="Pendek.", kinds="berita", '
        "count=true) %}"
        '<input id="judul">{% endcall %}'
    )

    assert '<div class="field" data-untuk="berita">' in html
    assert '<label class="field__label" for="judul">Judul &lt;b&gt;</label>' in html
    assert '<p class="field__help" id="judul-bantu">Pendek.</p>' in html
    assert '<p class="field__count" id="judul-hitung"></p>' in html


def test_what_is_not_given_leaves_nothing(render_source):
    html = render_source(
        '{% from "components/field.html" import field %}'
        '{% call field(name="pd", label="Kantor") %}<select id="pd"></select>{% endcall %}'
    )

    assert '<div class="field">' in html
    assert "field__help" not in html
    assert "field__count" not in html
