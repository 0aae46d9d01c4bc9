def test_a_step_is_a_part_of_the_page_named_by_its_heading(render_source):
    html = render_source(
        '{% from "components/step.html" import step %}'
        '{% call step(id="foto", title="Foto", kinds="berita baru") %}<p>isi</p>{% endcall %}'
    )

    assert (
        '<section class="step" id="foto" data-untuk="berita baru" aria-labelledby="foto-judul">'
        in html
    )
    assert '<h2 class="step__title" id="foto-judul">Foto</h2>' in html
