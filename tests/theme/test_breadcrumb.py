SOURCE = """{% from "components/breadcrumb.html" import breadcrumb, crumb %}
{% call breadcrumb() %}
{{ crumb(label="Dinas <b>Uji</b>", href="/perangkat-daerah/uji/") }}
{% endcall %}"""


def test_it_begins_at_the_front_page_and_escapes_names(render_source):
    html = render_source(SOURCE)

    assert html.index('href="/"') < html.index('href="/perangkat-daerah/uji/"')
    assert "Dinas &lt;b&gt;Uji&lt;/b&gt;" in html


def test_it_is_a_named_landmark(render_source):
    assert '<nav class="breadcrumb" aria-label="Jejak halaman">' in render_source(SOURCE)
