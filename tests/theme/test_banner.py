from tests.theme.conftest import words


def test_it_says_that_the_content_is_invented(render):
    assert words(render("banner")).startswith("Contoh. Isi situs ini rekaan")


def test_it_can_say_something_else_and_is_a_landmark_of_its_own(render):
    html = render("banner", mark="PRATINJAU.", text="Belum terbit", label="Pratinjau")

    assert words(html) == "PRATINJAU. Belum terbit"
    assert 'aria-label="Pratinjau"' in html
