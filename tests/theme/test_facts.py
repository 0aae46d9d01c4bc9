SOURCE = """{% from "components/facts.html" import fact, facts %}
{% call facts() %}
{% call fact(label="Tempat & waktu") %}<a href="#isi">Balai</a>{% endcall %}
{% endcall %}"""


def test_each_fact_is_a_name_and_a_value(render_source):
    html = render_source(SOURCE)

    assert '<dt class="facts__label">Tempat &amp; waktu</dt>' in html
    assert '<dd class="facts__value"><a href="#isi">Balai</a></dd>' in html
