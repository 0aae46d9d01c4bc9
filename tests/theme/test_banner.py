from tests.theme.conftest import words


def test_it_says_that_the_content_is_invented(render):
    assert words(render("banner")).startswith("Contoh. Isi situs ini rekaan")
