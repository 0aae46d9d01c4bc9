def test_webp_is_offered_in_all_widths_and_jpeg_to_the_rest(render, picture):
    html = render("picture", base="/lutra", picture=picture, sizes="100vw")

    assert 'srcset="/lutra/foto/a.webp 480w, /lutra/foto/b.webp 1200w" sizes="100vw"' in html
    assert 'src="/lutra/foto/c.jpg" width="960" height="640"' in html


def test_the_alternative_text_is_escaped(render, picture):
    assert 'alt="Anak &#34;tertawa&#34;"' in render("picture", picture=picture, sizes="1px")


def test_it_is_lazy_unless_it_is_the_first(render, picture):
    lazy = render("picture", picture=picture, sizes="1px")
    first = render("picture", picture=picture, sizes="1px", first=True)

    assert 'loading="lazy" decoding="async"' in lazy
    assert "loading" not in first
    assert 'fetchpriority="high"' in first
