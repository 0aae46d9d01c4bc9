from tests.theme.conftest import words

AGENCY, SITE = "Dinas Kesehatan", "Kabar Uji"


def test_the_source_and_the_licence_are_named(render):
    html = render("credit", agency=AGENCY, site=SITE, licence="CC0", licence_url="https://a.test/")

    assert 'href="https://a.test/" rel="license noopener">CC0</a>' in html
    assert "Tulis sumbernya begini: Dinas Kesehatan, Kabar Uji" in words(html)


def test_without_a_licence_none_is_claimed(render):
    html = render("credit", agency=AGENCY, site=SITE, licence="", licence_url="")

    assert "lisensi" not in html
