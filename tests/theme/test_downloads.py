from plugins.model.card import Link
from tests.theme.conftest import words


def test_each_file_is_named_and_its_address_takes_the_prefix(render):
    files = (Link("PDF, A4", "/cakupan/2026/11/laporan.pdf"),)
    html = render("downloads", base="/kabar", files=files)

    assert words(html) == "PDF, A4"
    assert 'href="/kabar/cakupan/2026/11/laporan.pdf"' in html
