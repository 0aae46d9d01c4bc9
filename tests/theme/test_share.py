from tests.theme.conftest import ESCAPED, HOSTILE, words

WHATSAPP = "https://wa.me/?text=%2APanen%2A"


def shown(render, text="*Panen*\n\nhttps://uji.example/berita/a/"):
    return render("share", base="/lutra", href="/berita/a/", text=text, whatsapp=WHATSAPP)


def test_the_message_is_a_link_and_a_text_to_copy_without_any_script(render):
    html = shown(render)

    assert f'href="{WHATSAPP}" rel="noopener"' in html
    assert '<p class="share__text">*Panen*\n\nhttps://uji.example/berita/a/</p>' in html
    assert "<details" in html
    assert "<script" not in html


def test_the_whole_address_stands_there_to_copy(render):
    html = shown(render)

    assert '<span class="share__link">https://uji.example/lutra/berita/a/</span>' in html
    assert words(html).endswith("https://uji.example/lutra/berita/a/")


def test_a_message_never_becomes_markup(render):
    assert ESCAPED in shown(render, HOSTILE)
