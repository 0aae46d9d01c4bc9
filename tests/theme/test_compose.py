import re

from tests.theme.conftest import words


def test_the_form_waits_for_its_script_and_names_the_receiver(render):
    html = render("compose", bureau="Humas Uji")

    assert '<form class="compose" id="lembar" hidden' in html
    assert "Kirim ke Humas Uji" in words(html)


def test_every_label_and_description_finds_its_field(render):
    html = render("compose", bureau="Humas")
    named = set(re.findall(r'(?:for|aria-describedby|aria-labelledby)="([^"]+)"', html))
    known = re.findall(r' id="([^"]+)"', html)

    assert named - set(known) == set()
    assert len(known) == len(set(known))
