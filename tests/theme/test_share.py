def test_the_message_carries_the_whole_address(render):
    html = render("share", base="/lutra", href="/berita/a/")

    assert 'href="https://wa.me/?text=https://uji.example/lutra/berita/a/"' in html
    assert '<span class="share__link">https://uji.example/lutra/berita/a/</span>' in html
