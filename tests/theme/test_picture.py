import re
from itertools import product

from msgspec.structs import replace

from tests.theme.conftest import THEME, environment_of, site_named


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


def test_its_place_has_the_mean_colour_of_the_photo_until_it_is_here(render, picture):
    assert 'class="picture picture--bca"' in render("picture", picture=picture, sizes="1px")
    plain = replace(picture, tint="")
    assert 'class="picture"' in render("picture", picture=plain, sizes="1px")


def test_every_mean_colour_has_a_rule_of_its_own():
    sheet = (THEME / "css/tints.css").read_text(encoding="utf-8")
    steps = ["".join(step) for step in product("abc", repeat=3)]

    assert re.findall(r"^\.picture--([abc]+) ", sheet, re.MULTILINE) == steps


def test_it_fills_its_frame_or_stands_whole_within_it(render, picture):
    assert "picture--crop" in render("picture", picture=picture, sizes="1px", crop=True)
    assert "picture--whole" in render("picture", picture=picture, sizes="1px", whole=True)


def test_photos_may_come_from_another_host(picture):
    site = replace(site_named("https://uji.example/lutra"), media="https://foto.uji.test/a")
    source = (
        '{% from "components/picture.html" import picture %}{{ picture(picture=p, sizes="1px") }}'
    )
    html = environment_of(site).from_string(source).render(p=picture)

    assert 'srcset="https://foto.uji.test/a/foto/a.webp 480w' in html
    assert 'src="https://foto.uji.test/a/foto/c.jpg"' in html
    assert "/lutra/" not in html
